import { assert } from '../assert'
import { fileClaim, fileNote } from './claimFile'
import { refuseTarget } from './claimGuard'
import { hangingOf } from './hanging'
import { timeAfter } from './laterTime'
import { findRecord, type ReviewRecords } from './recordTable'
import { act, refuse, type NewStamp, type ReviewFailure, type ReviewOutcome, type Stamp } from './reviewAction'
import type { Result } from '../result'
import type { RemarkTarget, Reply, Reviewer, Thread } from './reviewRecord'

// Replies under claims and notes, as changes. As in reviewChanges, no clock. A sealed claim can be replied to.

/** Replies to a claim or a note. Fails with BAD_INPUT (empty reply), CLAIM_UNKNOWN, CLAIM_MERGED or NOTE_UNKNOWN. */
export function createReply(
  records: ReviewRecords,
  input: { readonly on: RemarkTarget; readonly body: string },
  stamp: NewStamp,
): ReviewOutcome {
  assert(findRecord(records, 'reply', stamp.id) === null, `a reply with the id ${stamp.id} is already there`)
  const body = input.body.trim()
  if (body === '') return refuse('BAD_INPUT', 'A reply must not be empty.')
  const refused = refuseRemark(records, input.on)
  if (refused !== null) return refused
  // After the settling that its writer saw, though the clock was set back: a reply opens settled replies again.
  const at = timeAfter(stamp.at, findRecord(records, 'thread', input.on.id)?.at ?? null)
  const after: Reply = { id: stamp.id, on: input.on, body, createdAt: at, createdBy: stamp.by, updatedAt: at }
  return act('reply', [{ type: 'reply', id: stamp.id, before: null, after }])
}

/** Writes one's own reply anew. Fails with REPLY_UNKNOWN, NOT_YOURS or BAD_INPUT (empty reply); no changes for the same words. */
export function editReply(
  records: ReviewRecords,
  input: { readonly replyId: string; readonly body: string },
  stamp: Stamp,
): ReviewOutcome {
  const before = findRecord(records, 'reply', input.replyId)
  if (before === null) return replyUnknown(input.replyId)
  if (before.createdBy.id !== stamp.by.id) return notYours(before)
  const body = input.body.trim()
  if (body === '') return refuse('BAD_INPUT', 'A reply must not be empty.')
  if (body === before.body) return act('edit a reply', [])
  return act('edit a reply', [
    { type: 'reply', id: before.id, before, after: { ...before, body, updatedAt: stamp.at } },
  ])
}

/** Removes one's own reply. Fails with REPLY_UNKNOWN or NOT_YOURS. */
export function removeReply(records: ReviewRecords, input: { readonly replyId: string }, by: Reviewer): ReviewOutcome {
  const before = findRecord(records, 'reply', input.replyId)
  if (before === null) return replyUnknown(input.replyId)
  if (before.createdBy.id !== by.id) return notYours(before)
  return act('remove a reply', [{ type: 'reply', id: before.id, before, after: null }])
}

/**
 * Says whether the replies under a claim or a note are settled. Fails with CLAIM_UNKNOWN, CLAIM_MERGED or NOTE_UNKNOWN; no changes
 * when they stand so already.
 */
export function setResolved(
  records: ReviewRecords,
  input: { readonly on: RemarkTarget; readonly resolved: boolean },
  stamp: Stamp,
): ReviewOutcome {
  const { on, resolved } = input
  const refused = refuseRemark(records, on)
  if (refused !== null) return refused
  const label = resolved ? 'settle replies' : 'open settled replies again'
  const { replies, resolved: settled } = remarksOn(records, on)
  if ((settled !== null) === resolved) return act(label, [])
  // After every reply that is there: a later one opens them again.
  const at = replies.reduce((latest, { createdAt }) => timeAfter(latest, createdAt), stamp.at)
  const after: Thread = { id: on.id, resolved, at, by: stamp.by }
  return act(label, [{ type: 'thread', id: on.id, before: findRecord(records, 'thread', on.id), after }])
}

/** Null when replies and tags may hang on the claim or the note. */
export function refuseRemark(records: ReviewRecords, on: RemarkTarget): Result<never, ReviewFailure> | null {
  return refuseTarget(hangingOf(records), on, (id) => findRecord(records, 'note', id) !== null)
}

function remarksOn(records: ReviewRecords, { type, id }: RemarkTarget) {
  const hanging = hangingOf(records)
  const note = type === 'note' ? findRecord(records, 'note', id) : null
  const file = note === null ? fileClaim(hanging, id) : fileNote(hanging, note)
  assert(file !== null, `nothing is filed of the ${type} ${id}`)
  return file
}

function replyUnknown(id: string): Result<never, ReviewFailure> {
  return refuse('REPLY_UNKNOWN', `There is no reply ${id}: it may have been removed.`)
}

function notYours({ createdBy }: Reply): Result<never, ReviewFailure> {
  return refuse('NOT_YOURS', `This reply is ${createdBy.name}’s, who alone can change it.`)
}
