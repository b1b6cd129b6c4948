import { untrack } from 'svelte'
import type { ComparedPassage, Comparison, CorpusView, PassageInput, SourceTextView } from '../../contract/schemas'
import { withoutOuterSpace } from '../../core/text/paragraphs'
import { sameRange, type TextRange } from '../../core/text/textRange'
import { Join, type JoinStatus } from './join.svelte'
import { PassageChoice } from './passageChoice.svelte'
import type { PassageFilter, PassageSort } from './passageOrder'
import { PaneTexts, type PaneText } from './paneTexts.svelte'
import type { Workbench } from './workbench.svelte'

export type Panel = 'passages' | 'claims' | 'notes'

type AlignRequest = {
  readonly kind: 'align'
  readonly join: number
  readonly passage: ComparedPassage
  /** A pane that keeps its place; null moves both. */
  readonly stay: number | null
}
type RevealRequest = { readonly kind: 'reveal'; readonly pane: number; readonly range: TextRange }
/** What the panes are asked to bring into view. `serial` rises, so that asking twice for the same is two requests. */
export type ViewRequest = { readonly serial: number; readonly what: AlignRequest | RevealRequest }

const NO_PASSAGES: readonly ComparedPassage[] = []

/** The compare view's state: which sources lie side by side, what they share, and what is chosen or selected of it. */
export class Desk {
  readonly #workbench: Workbench
  readonly #choice = new PassageChoice(() => this.join?.passages ?? NO_PASSAGES)
  readonly #texts: PaneTexts
  #panes = $state.raw<readonly string[]>([])
  #activePane = $state(0)
  #joins = $state.raw<readonly Join[]>([])
  #activeJoin = $state(0)
  #selected = $state.raw<{ pane: number; passage: PassageInput } | null>(null)
  #request = $state.raw<ViewRequest | null>(null)
  #panel = $state<Panel>('passages')
  #serial = 0
  #folder: string | null = null
  #settings = ''

  constructor(workbench: Workbench) {
    this.#workbench = workbench
    this.#texts = new PaneTexts(workbench, (sourceId) => this.#textChanged(sourceId))
    // Follows the corpus for as long as the page lives.
    $effect.root(() => {
      $effect(() => {
        const corpus = workbench.corpus
        untrack(() => (corpus === null ? this.#leaveCorpus() : this.#follow(corpus)))
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
  get join(): Join | null {
    return this.#joins[this.#activeJoin] ?? null
  }
  get comparison(): Comparison | null {
    return this.join?.comparison ?? null
  }
  get status(): JoinStatus {
    return this.join?.status ?? 'idle'
  }
  get progress(): number {
    return this.join?.progress ?? 0
  }
  /** The active join's passages after filter and sort. */
  get passages(): readonly ComparedPassage[] {
    return this.#choice.listed
  }
  get filter(): PassageFilter {
    return this.#choice.filter
  }
  get sort(): PassageSort {
    return this.#choice.sort
  }
  get chosen(): ComparedPassage | null {
    return this.#choice.chosen
  }
  /** Index into `chosen.segments` of the difference that was stepped to. */
  get difference(): number | null {
    return this.#choice.difference
  }
  /** By pane; null while it loads or when it cannot be read. */
  get texts(): readonly (SourceTextView | null)[] {
    return this.#panes.map((id) => this.#loaded(id))
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
  /** Which tab of the right panel shows. */
  get panel(): Panel {
    return this.#panel
  }
  set panel(panel: Panel) {
    this.#panel = panel
  }

  paneText(pane: number): PaneText {
    return this.#texts.get(this.#panes[pane] ?? '')
  }

  /** Puts a source into a pane; a pane number one past the last adds a pane. */
  open(pane: number, sourceId: string): void {
    if (this.#panes[pane] === sourceId || pane < 0 || pane > this.#panes.length) return
    this.#setPanes(this.#panes.toSpliced(pane, 1, sourceId))
    this.#activePane = pane
  }

  openPair(a: string, b: string): void {
    if (this.#panes.length !== 2 || this.#panes[0] !== a || this.#panes[1] !== b) this.#setPanes([a, b])
  }

  /** The last two panes stay. */
  closePane(pane: number): void {
    if (this.#panes.length > 2) this.#setPanes(this.#panes.toSpliced(pane, 1))
  }

  /** Exchanges the first two panes. */
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
    this.join?.cancel()
  }

  retry(): void {
    void this.join?.compare()
  }

  retryText(pane: number): void {
    const id = this.#panes[pane]
    if (id !== undefined) void this.#texts.load(id)
  }

  setFilter(filter: PassageFilter): void {
    this.#choice.filter = filter
  }

  setSort(sort: PassageSort): void {
    this.#choice.sort = sort
  }

  /** Chooses a passage of the active join and brings both sides to the same height; `stay` is a pane that keeps its place. */
  choose(id: string | null, stay: number | null = null): void {
    this.#show(this.#choice.choose(id), stay)
  }

  /** The next passage of the list as it is filtered and sorted; the first when none is chosen. Stops at the end. */
  next(): void {
    const passage = this.#choice.neighbour(1)
    if (passage !== null) this.choose(passage.id)
  }

  previous(): void {
    const passage = this.#choice.neighbour(-1)
    if (passage !== null) this.choose(passage.id)
  }

  nextDifference(): void {
    this.#show(this.#choice.stepDifference(1), null)
  }

  previousDifference(): void {
    this.#show(this.#choice.stepDifference(-1), null)
  }

  /** What the reviewer has marked in a pane, without the spaces around it; null takes that pane's selection back. */
  select(pane: number, marked: TextRange | null): void {
    const text = this.texts[pane] ?? null
    const range = marked === null || text === null ? null : withoutOuterSpace(text.text, marked)
    const before = this.#selected
    if (range === null || text === null) {
      if (before?.pane === pane) this.#selected = null
      return
    }
    if (before !== null && before.pane === pane && sameRange(before.passage.range, range)) return
    this.#selected = { pane, passage: { sourceId: text.sourceId, textHash: text.textHash, range } }
  }

  /** What an action is about: the selection, else both sides of the chosen pair, else nothing. */
  target(): PassageInput[] {
    if (this.#selected !== null) return [this.#selected.passage]
    const [comparison, chosen] = [this.comparison, this.chosen]
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

  /** Rules that a stretch of an open text is, or is not, page furniture. */
  async setFurniture(passage: PassageInput, furniture: boolean): Promise<void> {
    const text = await this.#workbench.perform('source.setFurniture', { passage, furniture })
    if (text !== null) this.#texts.accept(text)
  }

  /** Another corpus starts afresh; a change of this one fetches again what is open and compares again what it concerns. */
  #follow(corpus: CorpusView): void {
    if (corpus.folder !== this.#folder) this.#leaveCorpus()
    const ids = corpus.sources.map((source) => source.id)
    const kept = this.#panes.filter((id) => ids.includes(id))
    const spare = ids.filter((id) => !kept.includes(id)).slice(0, Math.max(0, 2 - kept.length))
    const panes = [...kept, ...spare]
    const settings = JSON.stringify(corpus.match)
    const settingsChanged = this.#settings !== '' && settings !== this.#settings
    this.#folder = corpus.folder
    this.#settings = settings
    void this.#texts.reload()
    if (panes.length !== this.#panes.length || panes.some((id, pane) => id !== this.#panes[pane])) this.#setPanes(panes)
    if (settingsChanged) for (const join of this.#joins) void join.compare()
  }

  #leaveCorpus(): void {
    this.#folder = null
    this.#settings = ''
    this.#texts.clear()
    this.#setPanes([])
  }

  #textChanged(sourceId: string): void {
    if (this.#selected?.passage.sourceId === sourceId) this.#selected = null
    for (const join of this.#joins) if (join.a === sourceId || join.b === sourceId) void join.compare()
  }

  #loaded(id: string): SourceTextView | null {
    const text = this.#texts.get(id)
    return text.kind === 'loaded' ? text.text : null
  }

  #show(passage: ComparedPassage | null, stay: number | null): void {
    if (passage !== null) this.#ask({ kind: 'align', join: this.#activeJoin, passage, stay })
  }

  #ask(what: AlignRequest | RevealRequest): void {
    this.#serial += 1
    this.#request = { serial: this.#serial, what }
  }

  #setPanes(panes: readonly string[]): void {
    this.#panes = panes
    this.#activePane = Math.min(this.#activePane, Math.max(0, panes.length - 1))
    this.#selected = null
    this.#texts.want(panes)
    const before = this.#joins
    const active = this.join
    this.#joins = panes.slice(0, -1).map((a, index) => {
      const b = panes[index + 1] ?? a
      return before.find((join) => join.a === a && join.b === b) ?? this.#newJoin(a, b)
    })
    for (const join of before) if (!this.#joins.includes(join)) join.dispose()
    // What was chosen stays chosen while its two texts lie side by side, wherever a pane was added or closed.
    const kept = active === null ? -1 : this.#joins.indexOf(active)
    if (kept === -1) this.#choice.choose(null)
    this.#activeJoin = kept === -1 ? Math.min(this.#activeJoin, Math.max(0, this.#joins.length - 1)) : kept
  }

  #newJoin(a: string, b: string): Join {
    const join = new Join(this.#workbench, a, b)
    void join.compare()
    return join
  }
}
