import type { ClaimView, EvidenceView, NoteView } from '../../contract/schemas'
import { STANCES, type Stance, type Verdict } from '../../core/claim/reviewRecord'
import {
  NO_FILTER,
  countReview,
  filterClaims,
  filterNotes,
  sortClaims,
  type ClaimSort,
  type ReviewCounts,
  type ReviewFilter,
} from './claimFilter'
import { Composing } from './composing.svelte'
import type { Desk } from './desk.svelte'
import type { Drafts } from './drafts.svelte'
import { NO_MARKS, indexMarks, isAttached, type ReviewMark } from './reviewMarks'
import type { Workbench } from './workbench.svelte'

export type { ReviewMark } from './reviewMarks'

const NO_CLAIMS: readonly ClaimView[] = []
const NO_NOTES: readonly NoteView[] = []

/** What reviewers said about the corpus: what is listed, what is chosen, and every way to change it. */
export class ReviewState {
  readonly #workbench: Workbench
  readonly #desk: Desk
  readonly #composing: Composing

  // Computed once for every change of the review, however often panes paint or lists scroll.
  readonly #marks = $derived.by(() => indexMarks(this.#workbench.review))
  readonly #counts = $derived.by(() => countReview(this.#workbench.review))
  readonly #claimsById = $derived.by(() => new Map(this.claims.map((claim) => [claim.id, claim])))
  readonly #notesById = $derived.by(() => new Map(this.notes.map((note) => [note.id, note])))
  readonly #listed = $derived.by(() => sortClaims(filterClaims(this.claims, this.#filter), this.#sort))
  readonly #listedNotes = $derived.by(() => filterNotes(this.notes, this.#noteFilter))

  #filter = $state.raw<ReviewFilter>(NO_FILTER)
  #noteFilter = $state.raw<ReviewFilter>(NO_FILTER)
  #sort = $state<ClaimSort>('newest')
  #chosenClaimId = $state<string | null>(null)
  #chosenNoteId = $state<string | null>(null)
  #chosenEvidenceId = $state<string | null>(null)

  constructor(workbench: Workbench, desk: Desk) {
    this.#workbench = workbench
    this.#desk = desk
    this.#composing = new Composing(workbench, desk, {
      claimMade: (id) => this.#choose(id),
      noteMade: (id) => (this.#chosenNoteId = id),
    })
  }

  get claims(): readonly ClaimView[] {
    return this.#workbench.review?.claims ?? NO_CLAIMS
  }

  get notes(): readonly NoteView[] {
    return this.#workbench.review?.notes ?? NO_NOTES
  }

  get counts(): ReviewCounts {
    return this.#counts
  }

  /** What reviewers said about this source, in order of place; the same array until the review changes. */
  marks(sourceId: string): readonly ReviewMark[] {
    return this.#marks.get(sourceId) ?? NO_MARKS
  }

  /** The claims that fit the filter, sorted. */
  get listed(): readonly ClaimView[] {
    return this.#listed
  }

  get listedNotes(): readonly NoteView[] {
    return this.#listedNotes
  }

  get filter(): ReviewFilter {
    return this.#filter
  }

  setFilter(change: Partial<ReviewFilter>): void {
    this.#filter = { ...this.#filter, ...change }
  }

  clearFilter(): void {
    this.#filter = NO_FILTER
  }

  get noteFilter(): ReviewFilter {
    return this.#noteFilter
  }

  setNoteFilter(change: Partial<ReviewFilter>): void {
    this.#noteFilter = { ...this.#noteFilter, ...change }
  }

  clearNoteFilter(): void {
    this.#noteFilter = NO_FILTER
  }

  get sort(): ClaimSort {
    return this.#sort
  }

  setSort(sort: ClaimSort): void {
    this.#sort = sort
  }

  claim(id: string): ClaimView | null {
    return this.#claimsById.get(id) ?? null
  }

  note(id: string): NoteView | null {
    return this.#notesById.get(id) ?? null
  }

  get chosenClaim(): ClaimView | null {
    return this.#chosenClaimId === null ? null : this.claim(this.#chosenClaimId)
  }

  get chosenNote(): NoteView | null {
    return this.#chosenNoteId === null ? null : this.note(this.#chosenNoteId)
  }

  chooseClaim(id: string | null): void {
    if (id !== this.#chosenClaimId) this.#chosenEvidenceId = null
    this.#chosenClaimId = id
  }

  chooseNote(id: string | null): void {
    this.#chosenNoteId = id
  }

  /** The evidence that a key like S acts on: the one with the focus, else the claim's first. */
  get chosenEvidence(): EvidenceView | null {
    const evidence = this.chosenClaim?.evidence ?? []
    return evidence.find((one) => one.id === this.#chosenEvidenceId) ?? evidence[0] ?? null
  }

  chooseEvidence(id: string | null): void {
    this.#chosenEvidenceId = id
  }

  /** Moves the choice in the list; from nothing chosen, to its first or last. */
  step(by: 1 | -1): void {
    const at = this.#listed.findIndex((claim) => claim.id === this.#chosenClaimId)
    const next = at === -1 ? (by === 1 ? 0 : this.#listed.length - 1) : at + by
    const claim = this.#listed[Math.min(Math.max(next, 0), this.#listed.length - 1)]
    if (claim !== undefined) this.chooseClaim(claim.id)
  }

  stepNote(by: 1 | -1): void {
    const at = this.#listedNotes.findIndex((note) => note.id === this.#chosenNoteId)
    const next = at === -1 ? (by === 1 ? 0 : this.#listedNotes.length - 1) : at + by
    const note = this.#listedNotes[Math.min(Math.max(next, 0), this.#listedNotes.length - 1)]
    if (note !== undefined) this.#chosenNoteId = note.id
  }

  /** Shows the claim where the reviewer is: in the Claims view there, elsewhere in the panel beside the texts. */
  openClaim(id: string): void {
    this.#choose(id)
    if (this.#workbench.view !== 'claims') {
      this.#workbench.show('compare')
      this.#desk.panel = 'claims'
    }
  }

  openNote(id: string): void {
    this.#workbench.show('compare')
    this.#desk.panel = 'notes'
    this.#chosenNoteId = id
    if (!this.#listedNotes.some((note) => note.id === id)) this.clearNoteFilter()
  }

  /** Puts the claim's evidence side by side in the panes. False when none of its words can be shown. */
  openInCompare(claimId: string, evidenceId: string | null = null): boolean {
    const evidence = this.claim(claimId)?.evidence.filter((one) => evidenceId === null || one.id === evidenceId) ?? []
    const found = evidence.flatMap((one) => one.passages).filter(isAttached)
    const first = found[0]
    if (first === undefined) return false
    const second = found.find((passage) => passage.sourceId !== first.sourceId)
    this.#workbench.show('compare')
    this.#desk.panel = 'claims'
    if (second !== undefined) this.#desk.openPair(first.sourceId, second.sourceId)
    for (const passage of second === undefined ? [first] : [second, first])
      if (passage.range !== null) this.#desk.reveal(passage.sourceId, passage.range)
    return true
  }

  get drafts(): Drafts {
    return this.#composing.drafts
  }

  /** True while the host has not answered yet whether the draft is saved. */
  isSaving(draftId: string): boolean {
    return this.#composing.isSaving(draftId)
  }

  startClaim(): void {
    void this.#composing.startClaim()
  }

  startEvidence(claimId: string | null = null): void {
    void this.#composing.startEvidence(claimId)
  }

  startNote(): void {
    void this.#composing.startNote()
  }

  /** Asks for the reason; the verdict changes when that is saved. */
  decide(claimId: string, verdict: Verdict): void {
    this.#choose(claimId)
    this.#composing.startDecision(claimId, verdict)
  }

  editStatement(claimId: string): void {
    const claim = this.claim(claimId)
    if (claim !== null) this.#composing.startEdit({ kind: 'statement', claimId, text: claim.statement })
  }

  editNote(noteId: string): void {
    const note = this.note(noteId)
    if (note !== null) this.#composing.startEdit({ kind: 'body', noteId, text: note.body })
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
    const at = this.#listed.findIndex((claim) => claim.id === claimId)
    const neighbour = this.#listed[at + 1] ?? this.#listed[at - 1] ?? null
    const review = await this.#workbench.perform('claim.remove', { claimId })
    if (review !== null) this.chooseClaim(neighbour?.id ?? null)
  }

  async removeNote(noteId: string): Promise<void> {
    await this.#workbench.perform('note.remove', { noteId })
  }

  #choose(claimId: string): void {
    this.chooseClaim(claimId)
    // A claim that is asked for by name must be seen, whatever was filtered before.
    if (!this.#listed.some((claim) => claim.id === claimId)) this.clearFilter()
  }
}
