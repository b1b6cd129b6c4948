import type { AdjudicationOverview, DisagreementView } from '../../contract/adjudicationEndpoints'
import type { WorkbenchFailure } from '../../contract/errors'
import type { ReviewView } from '../../contract/reviewSchemas'
import { DISAGREEMENT_HINTS, type DisagreementHint } from '../../core/claim/adjudication'
import type { DisagreementCause, Verdict } from '../../core/claim/reviewRecord'
import type { Workbench } from './workbench.svelte'

export type AgreementPart = 'disagreements' | 'numbers' | 'settled'

/** A ruling that is being written, on the claim that it was begun on. */
export type Ruling = {
  readonly claimId: string
  readonly verdict: Verdict
  /** Null until the one who adjudicates has chosen one. */
  readonly cause: DisagreementCause | null
  readonly reason: string
}

const NONE: readonly DisagreementView[] = []

/** Where reviewers agree and disagree, what is chosen of it, and the rulings that are being written. */
export class Adjudication {
  part = $state<AgreementPart>('disagreements')
  readonly #workbench: Workbench
  #overview = $state.raw<AdjudicationOverview | null>(null)
  #failure = $state.raw<WorkbenchFailure | null>(null)
  #chosenId = $state<string | null>(null)
  #rulings = $state.raw<readonly Ruling[]>([])
  #saving = $state(false)
  #shown: ReviewView | null = null
  // In the order in which they are listed: kind by kind, in each the oldest claim first.
  readonly #listed = $derived(
    DISAGREEMENT_HINTS.flatMap((hint) => this.#overview?.disagreements.filter((one) => one.hint === hint) ?? NONE),
  )

  constructor(workbench: Workbench) {
    this.#workbench = workbench
  }

  /** Null until the host has answered. */
  get overview(): AdjudicationOverview | null {
    return this.#overview
  }
  get failure(): WorkbenchFailure | null {
    return this.#failure
  }
  get listed(): readonly DisagreementView[] {
    return this.#listed
  }
  get chosen(): DisagreementView | null {
    return this.#listed.find(({ claimId }) => claimId === this.#chosenId) ?? null
  }
  get chosenIndex(): number {
    return this.#listed.findIndex(({ claimId }) => claimId === this.#chosenId)
  }
  /** The ruling that is being written on the chosen claim. */
  get ruling(): Ruling | null {
    return this.#rulings.find(({ claimId }) => claimId === this.#chosenId) ?? null
  }
  get saving(): boolean {
    return this.#saving
  }

  /** How many disagreements there are of a kind. */
  countOf(hint: DisagreementHint): number {
    return this.#listed.filter((one) => one.hint === hint).length
  }

  /** Whether a ruling on that claim is being written. */
  isBegun(claimId: string): boolean {
    return this.#rulings.some((ruling) => ruling.claimId === claimId)
  }

  /** Asks anew where the review is another than it was asked for last; the view calls it with the review as it is. */
  follow(review: ReviewView | null): void {
    if (review === this.#shown) return
    this.#shown = review
    if (review === null) {
      this.#overview = null
      this.#chosenId = null
    } else void this.refresh()
  }

  async refresh(): Promise<void> {
    const asked = this.#shown
    const answer = await this.#workbench.ask('adjudication.overview', {})
    // Another answer is on its way for what changed meanwhile.
    if (asked !== this.#shown) return
    this.#failure = answer.ok ? null : answer.error
    if (!answer.ok) return
    const before = this.chosenIndex
    this.#overview = answer.value
    if (this.chosen === null) this.chooseAt(Math.max(0, before))
  }

  choose(claimId: string | null): void {
    this.#chosenId = claimId
  }

  /** Chooses the one at this place, or the nearest there is. */
  chooseAt(index: number): void {
    const next = this.#listed[Math.min(Math.max(index, 0), this.#listed.length - 1)]
    this.#chosenId = next?.claimId ?? null
  }

  step(by: number): void {
    this.chooseAt(this.chosenIndex === -1 ? 0 : this.chosenIndex + by)
  }

  /** Shows the disagreement on a claim, as asked for from elsewhere. */
  open(claimId: string): void {
    this.part = 'disagreements'
    this.#chosenId = claimId
    this.#workbench.show('agreement')
  }

  /** Begins a ruling on the chosen claim, or gives the one that was begun another verdict. */
  rule(verdict: Verdict): void {
    const claim = this.chosen
    if (claim === null) return
    const begun = this.ruling
    this.#keep({ cause: null, reason: '', ...begun, claimId: claim.claimId, verdict })
  }

  write(change: Partial<Pick<Ruling, 'cause' | 'reason'>>): void {
    if (this.ruling !== null) this.#keep({ ...this.ruling, ...change })
  }

  /** What the ruling lacks, for people; null when it can be saved. */
  get lacking(): string | null {
    const { ruling } = this
    if (ruling === null) return null
    if (this.#workbench.readOnly !== null) return this.#workbench.readOnly
    if (ruling.cause === null) return 'Choose why the verdicts differ.'
    return ruling.reason.trim() === '' ? 'Write the reason first: a sentence is enough.' : null
  }

  /** True when it was saved; the next disagreement is chosen then. */
  async save(): Promise<boolean> {
    const { ruling } = this
    if (ruling === null || ruling.cause === null || this.lacking !== null || this.#saving) return false
    const { claimId, verdict, cause, reason } = ruling
    this.#saving = true
    const saved = await this.#workbench.perform('adjudication.decide', { claimId, verdict, cause, reason })
    this.#saving = false
    if (saved === null) return false
    this.#forget(claimId)
    return true
  }

  cancel(): void {
    if (this.ruling !== null) this.#forget(this.ruling.claimId)
  }

  async setBlind(on: boolean): Promise<void> {
    await this.#workbench.perform(
      'review.setBlind',
      { on },
      on ? 'Review is blind now' : 'Review is not blind any more',
    )
  }

  #keep(ruling: Ruling): void {
    this.#forget(ruling.claimId)
    this.#rulings = [...this.#rulings, ruling]
  }

  #forget(claimId: string): void {
    this.#rulings = this.#rulings.filter((ruling) => ruling.claimId !== claimId)
  }
}
