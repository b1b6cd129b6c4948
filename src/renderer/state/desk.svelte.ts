import { untrack } from 'svelte'
import type { ComparedPassage, Comparison, CorpusView, PassageInput, SourceTextView } from '../../contract/schemas'
import type { WorkbenchError } from '../../contract/errors'
import { sameRange, type TextRange } from '../../core/text/textRange'
import { Join, toFailure, type JoinStatus } from './join.svelte'
import { passesFilter, sortPassages, type PassageFilter, type PassageSort } from './passageOrder'
import type { Workbench } from './workbench.svelte'

export type Panel = 'passages' | 'claims' | 'notes'

/** What the panes are asked to bring into view. `serial` rises, so that asking twice for the same is two requests. */
export type ViewRequest =
  | {
      readonly kind: 'align'
      readonly serial: number
      readonly join: number
      readonly passage: ComparedPassage
      readonly stay: number | null
    }
  | { readonly kind: 'reveal'; readonly serial: number; readonly pane: number; readonly range: TextRange }

/** What a pane shows: its text, or why it has none yet. */
export type PaneText =
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly text: SourceTextView }
  | { readonly kind: 'failed'; readonly failure: WorkbenchError }

const LOADING: PaneText = { kind: 'loading' }
const NO_PASSAGES: readonly ComparedPassage[] = []

/** The compare view's state: which sources lie side by side, what they share, and what is chosen or selected of it. */
export class Desk {
  readonly #workbench: Workbench
  #panes = $state.raw<readonly string[]>([])
  #activePane = $state(0)
  #joins = $state.raw<readonly Join[]>([])
  #activeJoin = $state(0)
  #texts = $state.raw<Readonly<Record<string, PaneText>>>({})
  #filter = $state<PassageFilter>('all')
  #sort = $state<PassageSort>('place in the first')
  #chosenId = $state<string | null>(null)
  #difference = $state<number | null>(null)
  #selected = $state.raw<{ pane: number; passage: PassageInput } | null>(null)
  #request = $state.raw<ViewRequest | null>(null)
  #panel = $state<Panel>('passages')
  #serial = 0
  #folder: string | null = null
  #settings = ''

  readonly #passages = $derived.by(() => {
    const all = this.#join?.passages ?? NO_PASSAGES
    return sortPassages(
      all.filter((passage) => passesFilter(passage, this.#filter)),
      this.#sort,
    )
  })
  readonly #chosen = $derived(
    this.#chosenId === null ? null : (this.#join?.passages.find((passage) => passage.id === this.#chosenId) ?? null),
  )

  constructor(workbench: Workbench) {
    this.#workbench = workbench
    // Follows the corpus for as long as the page lives.
    $effect.root(() => {
      $effect(() => {
        const corpus = workbench.corpus
        if (corpus !== null) untrack(() => this.#follow(corpus))
      })
    })
  }

  /** Source ids, left to right. */
  get panes(): readonly string[] {
    return this.#panes
  }

  get activePane(): number {
    return this.#activePane
  }

  /** One for every two neighbouring panes: `joins[i]` lies between pane i and pane i + 1. */
  get joins(): readonly Join[] {
    return this.#joins
  }

  /** Which join the passage list, the keys and the chosen passage belong to. */
  get activeJoin(): number {
    return this.#activeJoin
  }

  get #join(): Join | null {
    return this.#joins[this.#activeJoin] ?? null
  }

  get join(): Join | null {
    return this.#join
  }

  get comparison(): Comparison | null {
    return this.#join?.comparison ?? null
  }

  get status(): JoinStatus {
    return this.#join?.status ?? 'idle'
  }

  get progress(): number {
    return this.#join?.progress ?? 0
  }

  /** The active join's passages after filter and sort. */
  get passages(): readonly ComparedPassage[] {
    return this.#passages
  }

  get filter(): PassageFilter {
    return this.#filter
  }

  get sort(): PassageSort {
    return this.#sort
  }

  get chosen(): ComparedPassage | null {
    return this.#chosen
  }

  /** Index into `chosen.segments` of the difference that was stepped to. */
  get difference(): number | null {
    return this.#difference
  }

  /** By pane; null while it loads or when it cannot be read. */
  get texts(): readonly (SourceTextView | null)[] {
    return this.#panes.map((_, pane) => {
      const text = this.paneText(pane)
      return text.kind === 'loaded' ? text.text : null
    })
  }

  /** The words selected in a pane, ready to be cited. */
  get selection(): PassageInput | null {
    return this.#selected?.passage ?? null
  }

  get selectionPane(): number | null {
    return this.#selected?.pane ?? null
  }

  get request(): ViewRequest | null {
    return this.#request
  }

  get linkScrolling(): boolean {
    return this.#workbench.preferences.linkScrolling
  }

  get panel(): Panel {
    return this.#panel
  }

  set panel(panel: Panel) {
    this.#panel = panel
  }

  paneText(pane: number): PaneText {
    const id = this.#panes[pane]
    return (id === undefined ? undefined : this.#texts[id]) ?? LOADING
  }

  /** Puts a source into a pane; a pane number one past the last adds a pane. */
  open(pane: number, sourceId: string): void {
    if (this.#panes[pane] === sourceId || pane < 0 || pane > this.#panes.length) return
    this.#setPanes(this.#panes.toSpliced(pane, 1, sourceId))
    this.#activePane = pane
  }

  openPair(a: string, b: string): void {
    this.#setPanes([a, b])
  }

  /** The last two panes stay. */
  closePane(pane: number): void {
    if (this.#panes.length > 2) this.#setPanes(this.#panes.toSpliced(pane, 1))
  }

  swap(): void {
    const [a, b, ...rest] = this.#panes
    if (a !== undefined && b !== undefined) this.#setPanes([b, a, ...rest])
  }

  activate(pane: number): void {
    if (pane >= 0 && pane < this.#panes.length) this.#activePane = pane
  }

  activateJoin(join: number): void {
    if (join === this.#activeJoin || join < 0 || join >= this.#joins.length) return
    this.#activeJoin = join
    this.choose(null)
  }

  cancel(): void {
    this.#join?.cancel()
  }

  retry(): void {
    void this.#join?.compare()
  }

  retryText(pane: number): void {
    const id = this.#panes[pane]
    if (id !== undefined) void this.#load(id)
  }

  setFilter(filter: PassageFilter): void {
    this.#filter = filter
  }

  setSort(sort: PassageSort): void {
    this.#sort = sort
  }

  /** Chooses a passage of the active join and brings both sides to the same height; `stay` is a pane that keeps its place. */
  choose(id: string | null, stay: number | null = null): void {
    this.#chosenId = id
    this.#difference = null
    const passage = this.#join?.passages.find((one) => one.id === id)
    if (passage !== undefined) this.#ask({ kind: 'align', join: this.#activeJoin, passage, stay })
  }

  /** The next passage of the list as it is filtered and sorted; the first when none is chosen. Stops at the end. */
  next(): void {
    this.#step(1)
  }

  previous(): void {
    this.#step(-1)
  }

  nextDifference(): void {
    this.#stepDifference(1)
  }

  previousDifference(): void {
    this.#stepDifference(-1)
  }

  select(pane: number, range: TextRange | null): void {
    const text = this.texts[pane]
    if (range === null || text === null || text === undefined || range.start === range.endExclusive) {
      if (this.#selected !== null && (range !== null || this.#selected.pane === pane)) this.#selected = null
      return
    }
    const before = this.#selected
    if (before !== null && before.pane === pane && sameRange(before.passage.range, range)) return
    this.#selected = { pane, passage: { sourceId: text.sourceId, textHash: text.textHash, range } }
  }

  /** What an action is about: the selection, else both sides of the chosen pair, else nothing. */
  target(): PassageInput[] {
    if (this.#selected !== null) return [this.#selected.passage]
    const [comparison, chosen] = [this.comparison, this.#chosen]
    if (comparison === null || chosen === null) return []
    return [
      { sourceId: comparison.a, textHash: comparison.aTextHash, range: chosen.a },
      { sourceId: comparison.b, textHash: comparison.bTextHash, range: chosen.b },
    ]
  }

  /** Shows a stretch of a source, opening it in the pane beside the active one when it is in none. */
  reveal(sourceId: string, range: TextRange): void {
    let pane = this.#panes.indexOf(sourceId)
    if (pane === -1) {
      pane = this.#activePane === 0 ? Math.min(1, this.#panes.length) : this.#activePane - 1
      this.open(pane, sourceId)
    }
    this.#activePane = pane
    this.#ask({ kind: 'reveal', pane, range })
  }

  toggleLinkScrolling(): void {
    void this.#workbench.setPreferences({ linkScrolling: !this.linkScrolling })
  }

  /** Rules that a stretch of the open text is, or is not, page furniture. */
  async setFurniture(passage: PassageInput, furniture: boolean): Promise<void> {
    const text = await this.#workbench.perform('source.setFurniture', { passage, furniture })
    if (text !== null) this.#accept(text)
  }

  /** Another corpus starts afresh; a change of this one fetches again what is open and compares again what it concerns. */
  #follow(corpus: CorpusView): void {
    const ids = corpus.sources.map((source) => source.id)
    const settings = JSON.stringify(corpus.match)
    const sameCorpus = corpus.folder === this.#folder
    const before = sameCorpus ? this.#panes.filter((id) => ids.includes(id)) : []
    const spare = ids.filter((id) => !before.includes(id)).slice(0, Math.max(0, 2 - before.length))
    const panes = [...before, ...spare]
    const settingsChanged = sameCorpus && settings !== this.#settings
    this.#folder = corpus.folder
    this.#settings = settings
    if (!sameCorpus) this.#leaveCorpus()
    else for (const id of new Set(before)) void this.#load(id)
    if (panes.length !== this.#panes.length || panes.some((id, pane) => id !== this.#panes[pane])) this.#setPanes(panes)
    if (settingsChanged) this.#compareWhere(() => true)
  }

  #step(by: 1 | -1): void {
    const list = this.#passages
    const at = list.findIndex((passage) => passage.id === this.#chosenId)
    const passage = at === -1 ? list[by === 1 ? 0 : list.length - 1] : list[at + by]
    if (passage !== undefined) this.choose(passage.id)
  }

  #stepDifference(by: 1 | -1): void {
    const chosen = this.#chosen
    const inside = chosen === null ? null : nextDifferent(chosen, this.#difference, by)
    if (inside !== null) {
      this.#difference = inside
      return
    }
    const list = this.#passages
    const start = chosen === null ? (by === 1 ? -1 : list.length) : list.findIndex((one) => one.id === chosen.id)
    for (let at = start + by; at >= 0 && at < list.length; at += by) {
      const passage = list[at]
      if (passage === undefined || passage.differences === 0) continue
      this.choose(passage.id)
      this.#difference = nextDifferent(passage, null, by)
      return
    }
  }

  #ask(request: OmitEach<ViewRequest, 'serial'>): void {
    this.#serial += 1
    this.#request = { ...request, serial: this.#serial }
  }

  #setPanes(panes: readonly string[]): void {
    this.#panes = panes
    this.#activePane = Math.min(this.#activePane, Math.max(0, panes.length - 1))
    this.#selected = null
    this.#chosenId = null
    this.#difference = null
    this.#texts = Object.fromEntries(Object.entries(this.#texts).filter(([id]) => panes.includes(id)))
    for (const id of new Set(panes)) if (this.#texts[id] === undefined) void this.#load(id)
    this.#rejoin()
  }

  #rejoin(): void {
    const before = this.#joins
    this.#joins = this.#panes.slice(0, -1).map((a, index) => {
      const b = this.#panes[index + 1] ?? a
      return before.find((join) => join.a === a && join.b === b) ?? this.#newJoin(a, b)
    })
    for (const join of before) if (!this.#joins.includes(join)) join.dispose()
    this.#activeJoin = Math.min(this.#activeJoin, Math.max(0, this.#joins.length - 1))
  }

  #newJoin(a: string, b: string): Join {
    const join = new Join(this.#workbench, a, b)
    void join.compare()
    return join
  }

  #compareWhere(concerns: (join: Join) => boolean): void {
    for (const join of this.#joins) if (concerns(join)) void join.compare()
  }

  async #load(sourceId: string): Promise<void> {
    try {
      // Not Workbench.text: that is cached by the text's hash, and rulings on furniture change what is shown without it.
      const text = await this.#workbench.client.call('source.text', { sourceId })
      if (this.#panes.includes(sourceId)) this.#accept(text)
    } catch (error) {
      if (this.#panes.includes(sourceId))
        this.#texts = { ...this.#texts, [sourceId]: { kind: 'failed', failure: toFailure(error) } }
    }
  }

  #leaveCorpus(): void {
    for (const join of this.#joins) join.dispose()
    this.#joins = []
    this.#panes = []
    this.#texts = {}
  }

  /** Takes a text in; where it differs from the one that was shown, what was compared with it is compared again. */
  #accept(text: SourceTextView): void {
    const before = this.#texts[text.sourceId]
    if (before?.kind === 'loaded' && sameText(before.text, text)) return
    this.#texts = { ...this.#texts, [text.sourceId]: { kind: 'loaded', text } }
    if (before?.kind !== 'loaded') return
    if (this.#selected?.passage.sourceId === text.sourceId) this.#selected = null
    this.#compareWhere((join) => join.a === text.sourceId || join.b === text.sourceId)
  }
}

function sameText(a: SourceTextView, b: SourceTextView): boolean {
  return (
    a.textHash === b.textHash &&
    a.furniture.length === b.furniture.length &&
    a.furniture.every((mark, index) => {
      const other = b.furniture[index]
      return other !== undefined && sameRange(mark.range, other.range)
    })
  )
}

type OmitEach<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/** The next segment that is not equal, after (or before) the given one; null when there is none. */
function nextDifferent(passage: ComparedPassage, from: number | null, by: 1 | -1): number | null {
  const start = from ?? (by === 1 ? -1 : passage.segments.length)
  for (let at = start + by; at >= 0 && at < passage.segments.length; at += by)
    if (passage.segments[at]?.kind !== 'equal') return at
  return null
}
