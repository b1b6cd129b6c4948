import type {
  ComparedPassage,
  Comparison,
  MatchDecisionView,
  PassageInput,
  SourceTextView,
} from '../../contract/schemas'
import { sameRange, type TextRange } from '../../core/text/textRange'
import type { Side } from './acrossPassage'
import { Corrections } from './corrections.svelte'
import type { TwoTexts } from './cutPassage'
import { focusSoon } from './focusReturn'
import type { PassageChoice } from './passageChoice.svelte'
import { PairSheet } from './pairSheet.svelte'
import { Reasons, type PassagePair } from './reasons.svelte'
import { Splitting, type CutHere } from './splitting.svelte'
import type { Workbench } from './workbench.svelte'

/** What of the compare view's state this needs: the active join, what is chosen or was selected in it, and ways to change that. */
export interface OpenTexts {
  readonly activeJoin: number
  readonly activePane: number
  readonly texts: readonly (SourceTextView | null)[]
  readonly comparison: Comparison | null
  readonly choice: PassageChoice
  readonly chosen: ComparedPassage | null
  panel: 'passages' | 'claims' | 'notes'
  held(pane: number): PassageInput | null
  letGo(pane: number): void
  activateJoin(join: number): void
  choose(id: string | null): void
  compareAgain(): Promise<void>
}

/** What can be asked about the two texts of the active join, and what the reviewer corrects of their matches. */
export class PairDesk {
  readonly sheet = new PairSheet()
  readonly reasons: Reasons
  readonly splitting = new Splitting()
  readonly corrections: Corrections
  readonly #desk: OpenTexts
  readonly #workbench: Workbench

  constructor(workbench: Workbench, desk: OpenTexts) {
    this.#workbench = workbench
    this.#desk = desk
    this.reasons = new Reasons(workbench)
    this.corrections = new Corrections(workbench, {
      comparison: () => desk.comparison,
      compareAgain: () => desk.compareAgain(),
      choose: (wanted) => this.#goOnWith(wanted === null ? null : this.#at(wanted)),
    })
  }

  get decisions(): readonly MatchDecisionView[] {
    return this.#desk.comparison?.decisions ?? []
  }

  /** The decision that put a passage there; null when it was found. */
  decisionOf(passage: ComparedPassage): MatchDecisionView | null {
    return this.decisions.find((decision) => decision.id === passage.decisionId) ?? null
  }

  /** The texts of the active join; null while one of them is not the one that was compared. */
  get texts(): TwoTexts | null {
    const { activeJoin, texts, comparison } = this.#desk
    const [a, b] = [texts[activeJoin] ?? null, texts[activeJoin + 1] ?? null]
    if (a === null || b === null) return null
    if (comparison !== null && (comparison.aTextHash !== a.textHash || comparison.bTextHash !== b.textHash)) return null
    return { a: a.text, b: b.text }
  }

  /** The last words that were selected in each of the two texts; null unless there are some in both. */
  get selected(): PassagePair | null {
    return this.#selectedIn(this.#desk.activeJoin)
  }

  /** The join with words selected in both its texts: the active one before those beside the active pane. Null when there is none. */
  get selectedJoin(): number | null {
    const { activeJoin, activePane } = this.#desk
    return [activeJoin, activePane, activePane - 1].find((join) => this.#selectedIn(join) !== null) ?? null
  }

  get writable(): boolean {
    return this.#workbench.corpus !== null && this.#workbench.readOnly === null && !this.corrections.busy
  }

  /** Opens what the chosen passage rests on. */
  why(): void {
    this.#show('why')
  }

  /** Follows the chosen passage while what it rests on is shown. */
  askAboutChosen(): void {
    const [a, b] = this.#sidesOf(this.#desk.chosen)
    if (a !== undefined && b !== undefined) void this.reasons.ask({ a, b })
  }

  whyNot(): void {
    const pair = this.#takeSelected()
    if (pair === null)
      return this.#say('Select words in both texts, one after the other: then they can be asked about.')
    void this.reasons.ask(pair)
    this.#show('why not')
  }

  async reject(): Promise<void> {
    const { choice } = this.#desk
    const passage = choice.chosen
    if (passage === null || !this.writable) return
    await this.corrections.reject(passage, choice.neighbour(1) ?? choice.neighbour(-1))
  }

  async add(): Promise<void> {
    const pair = this.#takeSelected()
    if (pair === null)
      return this.#say('Select words in both texts, one after the other: then they can be added as a match.')
    if (!this.writable) return
    await this.corrections.add(pair)
    const { activeJoin } = this.#desk
    for (const pane of [activeJoin, activeJoin + 1]) this.#desk.letGo(pane)
    if (this.sheet.kind === 'why not') this.sheet.drop()
  }

  /** Proposes where to split the chosen passage; `here` is the caret or the selection in one of the two texts. */
  startSplit(here: CutHere | null): void {
    const [passage, texts] = [this.#desk.chosen, this.texts]
    if (passage === null || texts === null || !this.writable) return
    if (this.splitting.begin(passage, texts, here)) this.#show('split')
    else this.#say('This passage is too short to be split: each part needs words on both sides.')
  }

  async confirmSplit(): Promise<void> {
    const { split, pieces } = this.splitting
    if (split === null || pieces === null || pieces.length < 2 || !this.writable) return
    this.sheet.close()
    this.splitting.end()
    await this.corrections.split(split.passage, pieces)
  }

  /** Joins what is chosen; with one chosen passage, that and the next by place. */
  async join(): Promise<void> {
    const { choice } = this.#desk
    if (choice.chosen === null || !this.writable) return
    if (choice.marked.length < 2 && !choice.extend())
      return this.#say('There is no passage after this one to join it with.')
    await this.corrections.join(choice.marked)
  }

  async withdraw(decisionId: string): Promise<void> {
    if (this.writable) await this.corrections.withdraw(decisionId)
  }

  closeSheet(): void {
    this.sheet.close()
    this.splitting.end()
    this.reasons.forget()
  }

  /** Another join is active: what was asked about the one before is put away. */
  leave(): void {
    if (this.sheet.kind !== 'settings' && this.sheet.kind !== 'decisions') this.sheet.drop()
    this.splitting.end()
    this.reasons.forget()
  }

  sideOf(pane: number): Side | null {
    const at = pane - this.#desk.activeJoin
    return at === 0 ? 'a' : at === 1 ? 'b' : null
  }

  #selectedIn(join: number): PassagePair | null {
    const [a, b] = [this.#desk.held(join), this.#desk.held(join + 1)]
    return a === null || b === null || a.sourceId === b.sourceId ? null : { a, b }
  }

  #takeSelected(): PassagePair | null {
    const join = this.selectedJoin
    if (join !== null) this.#desk.activateJoin(join)
    return this.selected
  }

  #show(sheet: 'why' | 'why not' | 'split'): void {
    this.#desk.panel = 'passages'
    this.sheet.open(sheet)
  }

  #sidesOf(pair: { readonly a: TextRange; readonly b: TextRange } | null): PassagePair['a'][] {
    const comparison: Comparison | null = this.#desk.comparison
    if (comparison === null || pair === null) return []
    return [
      { sourceId: comparison.a, textHash: comparison.aTextHash, range: pair.a },
      { sourceId: comparison.b, textHash: comparison.bTextHash, range: pair.b },
    ]
  }

  #at(wanted: { readonly a: TextRange; readonly b: TextRange }): ComparedPassage | null {
    const passages = this.#desk.comparison?.passages ?? []
    return passages.find((one) => sameRange(one.a, wanted.a) && sameRange(one.b, wanted.b)) ?? null
  }

  /** A row that was corrected is gone, and the focus with it where it was there: it goes on to what is chosen now. */
  #goOnWith(passage: ComparedPassage | null): void {
    this.#desk.choose(passage?.id ?? null)
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return
      if (passage === null) focusSoon(`[data-pane='${this.#desk.activePane}'] [role='document']`)
      else focusSoon(`[data-passage='${CSS.escape(passage.id)}'] button`)
    })
  }

  #say(message: string): void {
    this.#workbench.toasts.show({ message })
  }
}
