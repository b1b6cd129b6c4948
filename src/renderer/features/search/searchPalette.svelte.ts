import type { SearchHit } from '../../../contract/schemas'
import type { Command, Commands } from '../../state/commands.svelte'
import type { Workbench } from '../../state/workbench.svelte'

/** Waits for a pause in typing: long enough to skip half-written words, short enough to feel immediate. */
export const SEARCH_PAUSE_MS = 120
/** More hits than this are no answer; the words should be narrowed. */
export const MOST_HITS = 60
const MOST_COMMANDS = 8

export type Entry =
  | { readonly kind: 'hit'; readonly key: string; readonly hit: SearchHit }
  | { readonly kind: 'command'; readonly key: string; readonly command: Command }
export type EntryGroup = { readonly title: string; readonly entries: readonly Entry[] }

const HIT_GROUPS = [
  ['source', 'Sources'],
  ['text', 'In the texts'],
  ['claim', 'Claims'],
  ['note', 'Notes'],
] as const

/** What is typed, what was found for it, and which line is reached. */
export class SearchPalette {
  readonly #workbench: Workbench
  readonly #commands: Commands
  #query = $state('')
  #found = $state.raw<{ readonly query: string; readonly hits: readonly SearchHit[]; readonly complete: boolean }>({
    query: '',
    hits: [],
    complete: true,
  })
  #failure = $state<string | null>(null)
  #busy = $state(false)
  #reached = $state(0)
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #groups = $derived.by(() => this.#arrange())
  readonly #entries = $derived(this.#groups.flatMap((group) => group.entries))

  constructor(workbench: Workbench, commands: Commands) {
    this.#workbench = workbench
    this.#commands = commands
  }

  get query(): string {
    return this.#query
  }
  set query(query: string) {
    this.#query = query
    this.#reached = 0
    clearTimeout(this.#timer)
    const wanted = query.trim()
    if (wanted === '' || wanted.startsWith('>')) this.#found = { query: '', hits: [], complete: true }
    else this.#timer = setTimeout(() => void this.#search(wanted), SEARCH_PAUSE_MS)
  }
  get groups(): readonly EntryGroup[] {
    return this.#groups
  }
  get complete(): boolean {
    return this.#found.complete
  }
  get failure(): string | null {
    return this.#failure
  }
  /** True while the hits shown are not yet those of what is typed. */
  get busy(): boolean {
    return this.#busy || (this.#isWords() && this.#found.query !== this.#query.trim() && this.#failure === null)
  }
  get reached(): Entry | null {
    return this.#entries[Math.min(this.#reached, this.#entries.length - 1)] ?? null
  }

  reach(entry: Entry): void {
    this.#reached = Math.max(0, this.#entries.indexOf(entry))
  }

  /** From the last line on to the first, and back. */
  move(by: number): void {
    const all = this.#entries.length
    if (all > 0) this.#reached = (this.#reached + by + all) % all
  }

  clear(): void {
    this.query = ''
    this.#failure = null
  }

  async #search(query: string): Promise<void> {
    this.#busy = true
    const answer = await this.#workbench.ask('search.query', { query: query.slice(0, 1000), limit: MOST_HITS })
    // An answer to what was typed before the last key must not replace the one to what stands there now.
    if (query !== this.#query.trim()) return
    this.#busy = false
    this.#failure = answer.ok ? null : answer.error.message
    if (answer.ok) this.#found = { query, hits: answer.value.hits, complete: answer.value.complete }
  }

  #isWords(): boolean {
    const wanted = this.#query.trim()
    return wanted !== '' && !wanted.startsWith('>')
  }

  #arrange(): readonly EntryGroup[] {
    const hits = this.#isWords() ? this.#found.hits : []
    const found = HIT_GROUPS.map(([kind, title]) => ({
      title,
      entries: hits
        .filter((hit) => hit.kind === kind)
        .map((hit, number): Entry => ({ kind: 'hit', key: `${kind}-${number}-${hit.id}`, hit })),
    }))
    const commands = { title: 'Commands', entries: this.#matchingCommands() }
    return [...found, commands].filter((group) => group.entries.length > 0)
  }

  #matchingCommands(): readonly Entry[] {
    const wanted = this.#query.trim().replace(/^>\s*/, '').toLowerCase()
    const words = wanted.split(/\s+/).filter((word) => word !== '')
    return this.#commands.all
      .filter((command) => command.id !== 'search.open' && this.#commands.enabled(command.id))
      .filter((command) => words.every((word) => `${command.title} ${command.group}`.toLowerCase().includes(word)))
      .slice(0, this.#isWords() ? MOST_COMMANDS : undefined)
      .map((command): Entry => ({ kind: 'command', key: `command-${command.id}`, command }))
  }
}
