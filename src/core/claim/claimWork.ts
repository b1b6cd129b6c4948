import { assert } from '../assert'
import { findClaims, findOpenFile } from './claimGuard'
import { hangingOf } from './hanging'
import { knownReviewers } from './knownReviewers'
import { findRecord, type RecordChange, type ReviewRecords } from './recordTable'
import { act, refuse, type NewStamp, type ReviewOutcome, type Stamp } from './reviewAction'
import type { ClaimWork, Confirmation, Reviewer, WorkState } from './reviewRecord'

// How far the work on claims is, who does it, and who confirmed a verdict, as changes. As in reviewChanges, no clock.

/**
 * Says how far the work on claims is, and whose it is; what is absent stays as it is. Sealed claims too. Fails with BAD_INPUT
 * (nothing is said), CLAIM_UNKNOWN, CLAIM_MERGED or REVIEWER_UNKNOWN; no changes where it stands so already.
 */
export function setWork(
  records: ReviewRecords,
  input: {
    readonly claimIds: readonly string[]
    readonly state?: WorkState | undefined
    readonly assigneeId?: string | null | undefined
  },
  stamp: Stamp,
): ReviewOutcome {
  const { state, assigneeId } = input
  if (state === undefined && assigneeId === undefined)
    return refuse('BAD_INPUT', 'Say how far the work on the claims is, or whose it is.')
  const found = findClaims(hangingOf(records), input.claimIds)
  if (!found.ok) return found
  const assignee = typeof assigneeId === 'string' ? findReviewer(records, assigneeId, stamp.by) : null
  if (assignee === undefined)
    return refuse('REVIEWER_UNKNOWN', `There is no reviewer ${assigneeId ?? ''} in this corpus.`)
  const changes = found.value.flatMap(({ id }): RecordChange[] => {
    const before = findRecord(records, 'work', id)
    const after: ClaimWork = {
      id,
      state: state ?? before?.state ?? 'open',
      assignee: assigneeId === undefined ? (before?.assignee ?? null) : assignee,
      at: stamp.at,
      by: stamp.by,
    }
    const [was, whose] = [before?.state ?? 'open', before?.assignee?.id ?? null]
    return was === after.state && whose === (after.assignee?.id ?? null) ? [] : [{ type: 'work', id, before, after }]
  })
  return act(workLabel(input.claimIds.length, state !== undefined), changes)
}

/**
 * Confirms the decision that counts of a claim. Fails with CLAIM_UNKNOWN, CLAIM_MERGED, CLAIM_SEALED, DECISION_UNKNOWN (it does
 * not count, or not any more) or OWN_DECISION; no changes when the same reviewer has confirmed it already.
 */
export function confirmDecision(
  records: ReviewRecords,
  input: { readonly claimId: string; readonly decisionId: string },
  stamp: NewStamp,
): ReviewOutcome {
  assert(findRecord(records, 'confirmation', stamp.id) === null, `a confirmation ${stamp.id} is already there`)
  const file = findOpenFile(hangingOf(records), input.claimId)
  if (!file.ok) return file
  const { standing, confirmations } = file.value
  if (standing?.id !== input.decisionId)
    return refuse(
      'DECISION_UNKNOWN',
      `The decision ${input.decisionId} is not the one that counts: look at the claim again.`,
    )
  if (standing.by.id === stamp.by.id)
    return refuse('OWN_DECISION', 'A verdict is confirmed by another reviewer than the one who gave it.')
  if (confirmations.some((one) => one.by.id === stamp.by.id)) return act('confirm a verdict', [])
  const after: Confirmation = { ...stamp, claimId: input.claimId, decisionId: input.decisionId }
  return act('confirm a verdict', [{ type: 'confirmation', id: stamp.id, before: null, after }])
}

/** Takes one's own confirmation back. Fails with CONFIRMATION_UNKNOWN, NOT_YOURS or CLAIM_SEALED. */
export function withdrawConfirmation(
  records: ReviewRecords,
  input: { readonly confirmationId: string },
  by: Reviewer,
): ReviewOutcome {
  const before = findRecord(records, 'confirmation', input.confirmationId)
  if (before === null)
    return refuse(
      'CONFIRMATION_UNKNOWN',
      `There is no confirmation ${input.confirmationId}: it may have been withdrawn.`,
    )
  if (before.by.id !== by.id)
    return refuse('NOT_YOURS', `This confirmation is ${before.by.name}’s, who alone can withdraw it.`)
  const file = findOpenFile(hangingOf(records), before.claimId)
  if (!file.ok) return file
  return act('withdraw a confirmation', [{ type: 'confirmation', id: before.id, before, after: null }])
}

/** Undefined for nobody who is known. */
function findReviewer(records: ReviewRecords, id: string, self: Reviewer): Reviewer | undefined {
  return id === self.id ? self : knownReviewers(records).find((reviewer) => reviewer.id === id)
}

function workLabel(count: number, ofState: boolean): string {
  const what = ofState ? 'set the state of work' : 'assign'
  if (!ofState) return count === 1 ? `${what} a claim` : `${what} ${count} claims`
  return count === 1 ? `${what} on a claim` : `${what} on ${count} claims`
}
