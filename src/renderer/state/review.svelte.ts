import type { ClaimView, EvidenceView, NoteView } from '../../contract/reviewSchemas'
import type { PassageInput } from '../../contract/schemas'
import { STANCES, type RemarkTarget, type Stance, type Verdict } from '../../core/claim/reviewRecord'
import { countReview, filterClaims, filterNotes, sortClaims, type ClaimSort, type ReviewCounts } from './claimFilter'
import { ClaimSelection } from './claimSelection.svelte'
import { ClaimWork } from './claimWork.svelte'
import { Composing, type Begun } from './composing.svelte'
import type { Desk } from './desk.svelte'
import type { Drafts } from './drafts.svelte'
import { focusSoon } from './focusReturn'
import { Listing } from './listing.svelte'
import { MarkIndex, NO_MARKS, placeOf, type ReviewMark } from './reviewMarks'
import { showSideBySide } from './sideBySide'
import { OpenedPart } from './openedPart.svelte'
import type { Workbench } from './workbench.svelte'

export type { ReviewMark } from './reviewMarks'

const NO_CLAIMS: readonly ClaimView[] = []
const NO_NOTES: readonly NoteView[] = []

/** What reviewers said about the corpus: what is listed, what is chosen, and every way to change it. */
export class ReviewState {
  readonly claims: Listing<ClaimView>
  readonly notes: Listing<NoteView>
  readonly selection: ClaimSelection
  readonly work: ClaimWork
  /** The claim or note whose tags are being chosen, by id. */
  readonly tagging = new OpenedPart()
  /** The saved filter that is being named, by id; `new` for what is set now. */
  readonly naming = new OpenedPart()
  /** `filters` while the further parts of the filter of claims are in sight where there is little room. */
  readonly folded = new OpenedPart()
  readonly #workbench: Workbench
  readonly #desk: Desk
  readonly #composing: Composing
  readonly #markIndex = new MarkIndex()
  // Computed once for every change of the review, however often panes paint.
  readonly #marks = $derived.by(() => this.#markIndex.follow(this.#workbench.review))
  readonly #counts = $derived.by(() => countReview(this.#workbench.review))
  #sort = $state<ClaimSort>('newest')
  #chosenEvidenceId = $state<string | null>(null)

  constructor(workbench: Workbench, desk: Desk) {
    this.#workbench = workbench
    this.#desk = desk
    this.claims = new Listing<ClaimView>({
      all: () => workbench.review?.claims ?? NO_CLAIMS,
      arrange: (all, filter) =>
        sortClaims(filterClaims(all, filter, workbench.corpus?.reviewer.id ?? null), this.#sort),
    })
    this.notes = new Listing<NoteView>({
      all: () => workbench.review?.notes ?? NO_NOTES,
      arrange: filterNotes,
    })
    this.selection = new ClaimSelection(this.claims)
    this.work = new ClaimWork(workbench)
    this.#composing = new Composing(workbench, desk, (written) => {
      if (written.kind !== 'many') (written.kind === 'claim' ? this.claims : this.notes).bringUp(written.id)
    })
  }

  get counts(): ReviewCounts {
    return this.#counts
  }

  /** What reviewers said about this source, in order of place; the same array until the review changes. */
  marks(sourceId: string): readonly ReviewMark[] {
    return this.#marks.get(sourceId) ?? NO_MARKS
  }

  get sort(): ClaimSort {
    return this.#sort
  }

  setSort(sort: ClaimSort): void {
    this.#sort = sort
  }

  get chosenClaim(): ClaimView | null {
    return this.claims.chosen
  }

  get chosenNote(): NoteView | null {
    return this.notes.chosen
  }

  /** What an action on claims is about: in the Claims view those that are picked there, else the chosen one. */
  get targets(): readonly ClaimView[] {
    const picked = this.#workbench.view === 'claims' ? this.selection.claims : NO_CLAIMS
    return picked.length > 0 ? picked : this.claims.chosen === null ? NO_CLAIMS : [this.claims.chosen]
  }

  /** What a reply or a tag goes to: the chosen note where notes are shown, else the chosen claim; null when there is none. */
  get remarked(): RemarkTarget | null {
    const note = this.#workbench.view === 'compare' && this.#desk.panel === 'notes'
    const chosen = note ? this.notes.chosen : this.claims.chosen
    return chosen === null ? null : { type: note ? 'note' : 'claim', id: chosen.id }
  }

  /** The evidence that a key like S acts on: the one that had the focus last, else the claim's first. */
  get chosenEvidence(): EvidenceView | null {
    const evidence = this.chosenClaim?.evidence ?? []
    return evidence.find((one) => one.id === this.#chosenEvidenceId) ?? evidence[0] ?? null
  }

  chooseEvidence(id: string | null): void {
    this.#chosenEvidenceId = id
  }

  /** Shows the claim where the reviewer is: in the Claims view there, elsewhere in the panel beside the texts. */
  openClaim(id: string): void {
    this.claims.bringUp(id)
    if (this.#workbench.view === 'claims') return
    this.#workbench.show('compare')
    this.#desk.panel = 'claims'
  }

  openNote(id: string): void {
    this.notes.bringUp(id)
    this.#workbench.show('compare')
    this.#desk.panel = 'notes'
  }

  /** Puts the claim's evidence side by side in the panes. False when none of its words can be shown. */
  openInCompare(claimId: string, evidenceId: string | null = null): boolean {
    const evidence = this.claims.get(claimId)?.evidence ?? []
    const asked = evidence.filter((one) => evidenceId === null || one.id === evidenceId)
    const found = asked.flatMap((one) => one.passages).flatMap(placeOf)
    const first = found[0]
    if (first === undefined) return false
    const second = found.find((passage) => passage.sourceId !== first.sourceId)
    this.#workbench.show('compare')
    this.#desk.panel = 'claims'
    if (second === undefined) this.#desk.reveal(first.sourceId, first.range)
    else void showSideBySide(this.#desk, first, second)
    focusSoon('main [role="document"]')
    return true
  }

  get drafts(): Drafts {
    return this.#composing.drafts
  }

  /** True while the host has not answered yet whether the draft is saved. */
  isSaving(draftId: string): boolean {
    return this.#composing.isSaving(draftId)
  }

  /** Whether this draft was just begun, so that its form should take the focus; true once. */
  takeFocus(draftId: string): boolean {
    return this.#composing.takeFocus(draftId)
  }

  /** Of the given passages; else of what is selected or chosen in Compare. */
  startClaim(passages: readonly PassageInput[] | null = null): void {
    void this.#composing.startClaim(passages)
  }

  startEvidence(claimId: string | null = null): void {
    void this.#composing.startEvidence(claimId)
  }

  /** Takes up a draft that waits behind another. */
  resume(draftId: string): void {
    this.#composing.resume(draftId)
  }

  turnIntoClaim(draftId: string): void {
    this.#composing.turnIntoClaim(draftId)
  }

  startNote(): void {
    void this.#composing.startNote()
  }

  /** Asks for the reason; the verdict changes when that is saved. `verdictNameId` is of the corpus's own name for it. */
  decide(claimId: string, verdict: Verdict, verdictNameId: string | null = null): void {
    this.claims.bringUp(claimId)
    this.#composing.start({
      kind: 'decision',
      id: `decision-${claimId}`,
      claimId,
      verdict,
      verdictNameId,
    })
  }

  /** Begins to write what one action on claims needs: a reason, a statement, a reply. Nothing changes before it is saved. */
  begin(draft: Begun): void {
    this.#composing.start(draft)
  }

  editStatement(claimId: string): void {
    const claim = this.claims.get(claimId)
    if (claim !== null)
      this.#composing.startEdit({
        kind: 'statement',
        claimId,
        text: claim.statement,
      })
  }

  editNote(noteId: string): void {
    const note = this.notes.get(noteId)
    if (note !== null) this.#composing.startEdit({ kind: 'body', noteId, text: note.body })
  }

  editReply(replyId: string, text: string): void {
    this.#composing.startEdit({ kind: 'replyBody', replyId, text })
  }

  save(draftId: string): Promise<boolean> {
    return this.#composing.save(draftId)
  }

  cancel(draftId: string): void {
    this.#composing.cancel(draftId)
  }

  async setStance(evidenceId: string, stance: Stance): Promise<void> {
    await this.#workbench.perform('evidence.setStance', { evidenceId, stance })
  }

  /** The next stance, in the order supports, contradicts, qualifies, repeats. */
  async cycleStance(evidence: EvidenceView): Promise<void> {
    const next = STANCES[(STANCES.indexOf(evidence.stance) + 1) % STANCES.length] ?? 'supports'
    await this.setStance(evidence.id, next)
  }

  async removeEvidence(evidenceId: string): Promise<void> {
    await this.#workbench.perform('evidence.remove', { evidenceId })
  }

  async removeClaim(claimId: string): Promise<void> {
    const at = this.claims.indexOf(claimId)
    const review = await this.#workbench.perform('claim.remove', { claimId })
    if (review !== null && this.claims.chosen === null) this.claims.chooseAt(at)
  }

  async removeNote(noteId: string): Promise<void> {
    const at = this.notes.indexOf(noteId)
    const review = await this.#workbench.perform('note.remove', { noteId })
    if (review !== null && this.notes.chosen === null) this.notes.chooseAt(at)
  }
}
