import type { EndpointInput, EndpointOutput } from '../../contract/endpoints'
import type { WorkbenchFailure } from '../../contract/errors'
import type { HistoryEntryView, HistoryStamp } from '../../contract/historyEndpoints'
import type { HistoryKind } from '../../core/claim/historyKinds'
import type { Workbench } from './workbench.svelte'

export type HistoryAbout = EndpointInput<'history.list'>['about']
export type HistoryWriter = EndpointOutput<'history.list'>['writers'][number]
export type Restorable = HistoryEntryView['restorable'][number]

/** Entries that are asked for at a time: a few screens, so that scrolling never waits, and opening does not either. */
export const PAGE_ENTRIES = 100
/** Most entries that are asked for again after a change; older ones stay as they were read. */
const MOST_REFRESHED = 500
/** Waits for a pause in typing before the history is asked again (milliseconds). */
const TYPING_PAUSE_MS = 150

const CORPUS: HistoryAbout = { type: 'corpus' }

/** What happened in the corpus, or to one claim, note or source, as far as it was read; latest first. */
export class History {
  readonly #workbench: Workbench
  #about = $state.raw<HistoryAbout>(CORPUS)
  /** What the claim, note or source is called; null for the corpus. */
  #aboutName = $state<string | null>(null)
  #reviewerId = $state<string | null>(null)
  #kind = $state<HistoryKind | null>(null)
  #text = $state('')
  #entries = $state.raw<readonly HistoryEntryView[]>([])
  #writers = $state.raw<readonly HistoryWriter[]>([])
  #next = $state.raw<HistoryStamp | null>(null)
  #total = $state(0)
  #status = $state<'idle' | 'busy' | 'ready' | 'failed'>('idle')
  #failure = $state.raw<WorkbenchFailure | null>(null)
  #chosenKey = $state<string | null>(null)
  /** Rises with every question: an answer to an earlier one is dropped. */
  #asked = 0
  #reading = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #folder: string | null = null

  constructor(workbench: Workbench) {
    this.#workbench = workbench
  }

  get about(): HistoryAbout {
    return this.#about
  }
  get aboutName(): string | null {
    return this.#aboutName
  }
  get reviewerId(): string | null {
    return this.#reviewerId
  }
  get kind(): HistoryKind | null {
    return this.#kind
  }
  get text(): string {
    return this.#text
  }
  /** As far as they were read. */
  get entries(): readonly HistoryEntryView[] {
    return this.#entries
  }
  get writers(): readonly HistoryWriter[] {
    return this.#writers
  }
  /** How many fit the filter altogether. */
  get total(): number {
    return this.#total
  }
  get status(): 'idle' | 'busy' | 'ready' | 'failed' {
    return this.#status
  }
  get failure(): WorkbenchFailure | null {
    return this.#failure
  }
  get filtering(): boolean {
    return this.#reviewerId !== null || this.#kind !== null || this.#text.trim() !== ''
  }
  /** Null when no entry is chosen. */
  get chosenKey(): string | null {
    return this.#chosenKey
  }
  /** -1 when none is. */
  get chosenIndex(): number {
    return this.#entries.findIndex((entry) => entryKey(entry) === this.#chosenKey)
  }
  get chosen(): HistoryEntryView | null {
    return this.#entries[this.chosenIndex] ?? null
  }

  /** Shows the history of the corpus, or of one claim, note or source. */
  open(about: HistoryAbout = CORPUS, name: string | null = null): void {
    this.#about = about
    this.#aboutName = name
    this.#clearFilter()
    this.#chosenKey = null
    this.#entries = []
    this.#workbench.show('history')
    void this.#start()
  }

  setReviewer(reviewerId: string | null): void {
    this.#reviewerId = reviewerId
    void this.#start()
  }

  setKind(kind: HistoryKind | null): void {
    this.#kind = kind
    void this.#start()
  }

  setText(text: string): void {
    this.#text = text
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#start(), TYPING_PAUSE_MS)
  }

  clearFilter(): void {
    this.#clearFilter()
    void this.#start()
  }

  choose(index: number): void {
    const entry = this.#entries[index]
    if (entry === undefined) return
    this.#chosenKey = entryKey(entry)
    if (index >= this.#entries.length - PAGE_ENTRIES / 2) void this.more()
  }

  /** Reads what is before the entries that are shown. */
  async more(): Promise<void> {
    const before = this.#next
    if (before === null || this.#reading) return
    this.#reading = true
    const asked = this.#asked
    const page = await this.#ask(before, PAGE_ENTRIES)
    this.#reading = false
    if (asked !== this.#asked) return
    if (!page.ok) return this.#fail(page.error)
    this.#entries = [...this.#entries, ...page.value.entries]
    this.#next = page.value.next
  }

  /** Reads the latest entries again, after something was done. */
  async refresh(): Promise<void> {
    const { corpus } = this.#workbench
    if (corpus === null) return
    if (corpus.folder !== this.#folder) {
      this.#folder = corpus.folder
      this.#about = CORPUS
      this.#aboutName = null
      this.#entries = []
    }
    if (this.#status === 'idle' || this.#entries.length === 0) return this.#start()
    const asked = (this.#asked += 1)
    const wanted = Math.min(MOST_REFRESHED, Math.max(PAGE_ENTRIES, this.#entries.length))
    const page = await this.#ask(null, wanted)
    if (asked !== this.#asked) return
    if (!page.ok) return this.#fail(page.error)
    const last = page.value.entries.at(-1)
    const overlap = last === undefined ? -1 : this.#entries.findIndex((entry) => entryKey(entry) === entryKey(last))
    const older = overlap === -1 ? [] : this.#entries.slice(overlap + 1)
    this.#take(page.value, older)
  }

  /** Brings back what the entry removed, or one thing of it. */
  async restore(entry: HistoryEntryView, what: Restorable | null): Promise<void> {
    const { writer, sequence } = entry
    const record = what === null ? null : { type: what.type, id: what.id }
    const named = what ?? (entry.restorable.length === 1 ? (entry.restorable[0] ?? null) : null)
    const done = named === null ? 'All of it is back' : `${capitalised(named.what)} is back`
    await this.#workbench.perform('history.restore', { writer, sequence, what: record }, done)
  }

  #clearFilter(): void {
    clearTimeout(this.#timer)
    this.#reviewerId = null
    this.#kind = null
    this.#text = ''
  }

  async #start(): Promise<void> {
    const asked = (this.#asked += 1)
    this.#folder = this.#workbench.corpus?.folder ?? null
    this.#status = 'busy'
    this.#failure = null
    const page = await this.#ask(null, PAGE_ENTRIES)
    if (asked !== this.#asked) return
    if (page.ok) this.#take(page.value, [])
    else this.#fail(page.error)
  }

  #take(page: EndpointOutput<'history.list'>, older: readonly HistoryEntryView[]): void {
    this.#entries = [...page.entries, ...older]
    if (older.length === 0) this.#next = page.next
    this.#total = page.total
    this.#writers = page.writers
    this.#status = 'ready'
    this.#failure = null
    if (this.chosenIndex === -1) this.#chosenKey = page.entries[0] === undefined ? null : entryKey(page.entries[0])
  }

  #fail(failure: WorkbenchFailure): void {
    this.#failure = failure
    this.#status = 'failed'
  }

  #ask(before: HistoryStamp | null, limit: number) {
    return this.#workbench.ask('history.list', {
      about: this.#about,
      reviewerId: this.#reviewerId,
      kinds: this.#kind === null ? [] : [this.#kind],
      text: this.#text.slice(0, 1000),
      before,
      limit,
    })
  }
}

/** The same for the same entry, and for no other. */
export function entryKey({ at, writer, sequence }: HistoryEntryView): string {
  return `${at} ${writer} ${sequence}`
}

function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
