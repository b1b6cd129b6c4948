import { findFolded, foldForSearch } from '../../../core/text/searchFold'
import { rangeContains, type TextRange } from '../../../core/text/textRange'
import type { Desk } from '../../state/desk.svelte'

/** Hits shown in one pane at most; a letter in a long text has more, and nobody steps through them. */
export const MOST_HITS = 5000

export type FindScope = 'all' | number
export type Hit = { readonly pane: number; readonly range: TextRange }

/** Looking for words in the open texts: whatever their case, accents and kind of quotation marks. */
export class FindInText {
  readonly #desk: Desk
  #open = $state(false)
  #query = $state('')
  #scope = $state<FindScope>('all')
  #at = $state(0)
  readonly #folded = $derived.by(() => this.#desk.texts.map((text) => (text === null ? '' : foldForSearch(text.text))))
  readonly #byPane = $derived.by(() => this.#desk.texts.map((_, pane) => this.#find(pane)))
  readonly #hits = $derived.by(() => this.#byPane.flatMap((ranges, pane) => ranges.map((range) => ({ pane, range }))))

  constructor(desk: Desk) {
    this.#desk = desk
  }

  get open(): boolean {
    return this.#open
  }
  get query(): string {
    return this.#query
  }
  set query(query: string) {
    this.#query = query
    this.#at = 0
  }
  /** All panes, or the one of this number. */
  get scope(): FindScope {
    return this.#scope
  }
  set scope(scope: FindScope) {
    this.#scope = scope
    this.#at = 0
  }
  get hits(): readonly Hit[] {
    return this.#hits
  }
  /** True where there are more hits than are shown. */
  get capped(): boolean {
    return this.#byPane.some((ranges) => ranges.length >= MOST_HITS)
  }
  /** Index of the current hit. */
  get at(): number {
    return Math.min(this.#at, Math.max(0, this.#hits.length - 1))
  }
  get current(): Hit | null {
    return this.#open ? (this.#hits[this.at] ?? null) : null
  }

  inPane(pane: number): readonly TextRange[] {
    return this.#open ? (this.#byPane[pane] ?? []) : []
  }

  /** Opens the bar; words given (what is selected) become the query. */
  show(words: string): void {
    this.#open = true
    if (words !== '') this.query = words
  }

  close(): void {
    this.#open = false
  }

  /** Goes on past the end from the start, and the other way. */
  step(by: 1 | -1): void {
    const count = this.#hits.length
    if (count > 0) this.#at = (this.at + by + count) % count
  }

  #find(pane: number): readonly TextRange[] {
    const text = this.#desk.texts[pane] ?? null
    if (!this.#open || text === null || (this.#scope !== 'all' && this.#scope !== pane)) return []
    const found = findFolded(this.#folded[pane] ?? '', this.#query, MOST_HITS)
    return found.filter((range) => rangeContains(text.body, range))
  }
}
