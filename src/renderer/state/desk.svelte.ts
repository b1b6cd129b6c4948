import { untrack } from 'svelte'
import type { ComparedPassage, Comparison } from '../../contract/schemas'
import type { CorpusView, PassageInput, SourceTextView } from '../../contract/schemas'
import type { TextRange } from '../../core/text/textRange'
import { Join } from './join.svelte'
import { PairDesk } from './pairDesk.svelte'
import { PaneRow } from './paneRow.svelte'
import { PassageChoice } from './passageChoice.svelte'
import { PaneTexts, type PaneText } from './paneTexts.svelte'
import { Selections } from './selections.svelte'
import { ViewRequests, type ViewRequest } from './viewRequests.svelte'
import { wordingAlong, type WordingAlong } from './wordingAlong'
import type { Workbench } from './workbench.svelte'

export type Panel = 'passages' | 'claims' | 'notes'

const NOT_ALONG: readonly WordingAlong[] = []

/** The compare view's state: which sources lie side by side, what they share, and what is chosen or selected of it. */
export class Desk {
  readonly choice = new PassageChoice(
    () => this.join?.passages ?? [],
    () => this.comparison?.regions ?? [],
  )
  /** Asking about the active pair and correcting it. */
  readonly pair: PairDesk
  readonly #workbench: Workbench
  readonly #row: PaneRow
  readonly #texts: PaneTexts
  readonly #selections = new Selections()
  readonly #requests = new ViewRequests()
  #panel = $state<Panel>('passages')
  #folder: string | null = null
  #settings = ''
  readonly #along = $derived.by(() => {
    const chosen = this.choice.chosen
    if (chosen === null || this.joins.length < 2) return NOT_ALONG
    const passages = this.joins.map((join) => join.passages)
    return wordingAlong(passages, this.activeJoin, chosen)
  })

  constructor(workbench: Workbench) {
    this.#workbench = workbench
    this.#texts = new PaneTexts(workbench, (sourceId) => this.#textChanged(sourceId))
    this.#row = new PaneRow({
      makeJoin: (a, b) => this.#newJoin(a, b),
      onChange: ({ panes, joinKept }) => {
        this.#texts.want(panes)
        this.#selections.keepOnly(panes)
        if (!joinKept) this.#leavePair()
      },
    })
    this.pair = new PairDesk(workbench, this)
    // Follows the corpus for as long as the page lives.
    $effect.root(() => {
      $effect(() => {
        const corpus = workbench.corpus
        untrack(() => (corpus === null ? this.#leaveCorpus() : this.#follow(corpus)))
      })
      let known = false
      $effect(() => {
        // A decision about matches is part of the review: made, undone or merged, it shows.
        const reviewed = workbench.review !== null
        untrack(() => (reviewed && known ? void this.compareAgain() : undefined))
        known = reviewed
      })
    })
  }

  /** Source ids, left to right. */
  get panes(): readonly string[] {
    return this.#row.panes
  }
  get activePane(): number {
    return this.#row.activePane
  }
  /** One for every two neighbouring panes: `joins[i]` lies between pane i and pane i + 1. */
  get joins(): readonly Join[] {
    return this.#row.joins
  }
  /** Which join the passage list, the keys and the chosen passage belong to. */
  get activeJoin(): number {
    return this.#row.activeJoin
  }
  get join(): Join | null {
    return this.#row.join
  }
  get comparison(): Comparison | null {
    return this.join?.comparison ?? null
  }
  /** The active join's passages after filter and sort. */
  get passages(): readonly ComparedPassage[] {
    return this.choice.listed
  }
  get chosen(): ComparedPassage | null {
    return this.choice.chosen
  }
  /** Index into `chosen.segments` of the difference that was stepped to. */
  get difference(): number | null {
    return this.choice.difference
  }
  /** Where the chosen wording goes on in further panes. */
  get along(): readonly WordingAlong[] {
    return this.#along
  }
  /** By pane; null while it loads or when it cannot be read. */
  get texts(): readonly (SourceTextView | null)[] {
    return this.panes.map((id) => this.#loaded(id))
  }
  /** The words selected in a pane, ready to be cited. */
  get selection(): PassageInput | null {
    return this.#selections.passage
  }
  get selectionPane(): number | null {
    return this.#selections.pane
  }
  get request(): ViewRequest | null {
    return this.#requests.last
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
    return this.#texts.get(this.panes[pane] ?? '')
  }

  /** The last words selected in a pane, kept while the reviewer is in another one; null when there are none. */
  held(pane: number): PassageInput | null {
    return this.#selections.of(this.panes[pane] ?? '')
  }

  /** Puts a source into a pane; a pane number one past the last adds a pane. */
  open(pane: number, sourceId: string): void {
    this.#row.open(pane, sourceId)
  }

  /** The first source that lies in no pane; null when all do. */
  get spare(): string | null {
    return this.#workbench.corpus?.sources.find((one) => !this.panes.includes(one.id))?.id ?? null
  }

  /** Puts a source into a pane of its own, right of the last. False when there is none to put. */
  addPane(id: string | null = this.spare): boolean {
    if (id === null) return false
    this.#row.open(this.panes.length, id)
    this.#row.activateJoin(this.joins.length - 1)
    this.#leavePair()
    return true
  }

  openPair(a: string, b: string): void {
    const { panes } = this
    if (panes.length !== 2 || panes[0] !== a || panes[1] !== b) this.#row.set([a, b])
  }

  /** The last two panes stay. */
  closePane(pane: number): void {
    this.#row.close(pane)
  }

  /** Exchanges a pane with its neighbour; false at the row's ends. */
  movePane(pane: number, by: 1 | -1): boolean {
    return this.#row.move(pane, by)
  }

  activate(pane: number): void {
    this.#row.activate(pane)
  }

  activateJoin(join: number): void {
    if (this.#row.activateJoin(join)) this.#leavePair()
  }

  /** Compares all that is open again, without a word unless something else comes of it. */
  async compareAgain(): Promise<void> {
    await Promise.all(this.joins.map((join) => join.refresh()))
  }

  retryText(pane: number): void {
    const id = this.panes[pane]
    if (id !== undefined) void this.#texts.load(id)
  }

  /** Chooses a passage of the active join and brings both sides to the same height; `stay` is a pane that keeps its place. */
  choose(id: string | null, stay: number | null = null): void {
    this.#show(this.choice.choose(id), stay)
  }

  /** Brings two stretches of the active join to one height. */
  align(pair: { readonly a: TextRange; readonly b: TextRange }): void {
    this.#requests.ask({ kind: 'align', join: this.activeJoin, pair, along: NOT_ALONG, stay: null })
  }

  /** The next passage of the list as it is filtered and sorted, or the one before; from nothing chosen its first (or last). Stops at the end. */
  step(by: 1 | -1): void {
    const passage = this.choice.neighbour(by)
    if (passage !== null) this.choose(passage.id)
  }

  stepDifference(by: 1 | -1): void {
    this.#show(this.choice.stepDifference(by), null)
  }

  /** What the reviewer has marked in a pane, without the spaces around it; null when the selection lies elsewhere now. */
  select(pane: number, marked: TextRange | null): void {
    this.#selections.select(pane, this.texts[pane] ?? null, marked)
  }

  /** Lets go of the words that were selected in a pane. */
  letGo(pane: number): void {
    this.#selections.forget(this.panes[pane] ?? '')
  }

  /** What an action is about: the selection, else both sides of the chosen pair, else nothing. */
  target(): PassageInput[] {
    if (this.selection !== null) return [this.selection]
    const [comparison, chosen] = [this.comparison, this.chosen]
    if (comparison === null || chosen === null) return []
    return [
      { sourceId: comparison.a, textHash: comparison.aTextHash, range: chosen.a },
      { sourceId: comparison.b, textHash: comparison.bTextHash, range: chosen.b },
    ]
  }

  /** Shows a stretch of a source, opening it in the pane beside the active one when it is in none. */
  reveal(sourceId: string, range: TextRange): void {
    let pane = this.panes.indexOf(sourceId)
    if (pane === -1) {
      pane = this.activePane === 0 ? Math.min(1, this.panes.length) : this.activePane - 1
      this.open(pane, sourceId)
    }
    this.activate(pane)
    this.#requests.ask({ kind: 'reveal', pane, range })
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
    const settings = JSON.stringify(corpus.match)
    const settingsChanged = this.#settings !== '' && settings !== this.#settings
    this.#folder = corpus.folder
    this.#settings = settings
    void this.#texts.reload()
    this.#row.follow(corpus.sources.map((source) => source.id))
    if (!settingsChanged) return
    for (const join of this.joins) void join.compare()
    void this.pair.reasons.again()
  }

  #leaveCorpus(): void {
    this.#folder = null
    this.#settings = ''
    this.#texts.clear()
    this.#row.set([])
  }

  #leavePair(): void {
    this.choose(null)
    this.pair.leave()
  }

  #textChanged(sourceId: string): void {
    this.#selections.forget(sourceId)
    for (const join of this.joins) if (join.a === sourceId || join.b === sourceId) void join.compare()
  }

  #loaded(id: string): SourceTextView | null {
    const text = this.#texts.get(id)
    return text.kind === 'loaded' ? text.text : null
  }

  #show(passage: ComparedPassage | null, stay: number | null): void {
    if (passage === null) return
    this.#requests.ask({ kind: 'align', join: this.activeJoin, pair: passage, along: this.along, stay })
  }

  #newJoin(a: string, b: string): Join {
    const join = new Join(this.#workbench, a, b)
    void join.compare()
    return join
  }
}
