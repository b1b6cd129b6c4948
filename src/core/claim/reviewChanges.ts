import { assert } from '../assert'
import { success, type Result } from '../result'
import { evidenceUnknown, findOpenClaims, findOpenFile, noteUnknown, refuseWhereSealed } from './claimGuard'
import { remarkChanges, removeClaims } from './claimRemoval'
import { hangingOf } from './hanging'
import { timeAfter } from './laterTime'
import { findRecord, type RecordChange, type ReviewRecords } from './recordTable'
import { act, refuse, type NewStamp, type ReviewFailure, type ReviewOutcome, type Stamp } from './reviewAction'
import type { CitedPassage, Claim, Evidence, Note, Stance } from './reviewRecord'
import { lastSealing } from './sealState'
import { decideAll, type VerdictGiven } from './verdicts'

// One function for each thing that a reviewer can do to claims, evidence and notes: from the records as they are and
// what was asked, the changes that do it. None has a clock; times, names and new ids come in with the stamp.

/** A new claim's first evidence; `id` is the id that the evidence gets. */
export type FirstEvidence = {
  readonly id: string
  readonly stance: Stance
  readonly passages: readonly CitedPassage[]
}

/** Makes a claim with its first evidence. Fails with BAD_INPUT (empty statement, evidence without a passage) or SOURCE_UNKNOWN. */
export function createClaim(
  records: ReviewRecords,
  input: { readonly statement: string; readonly evidence: readonly FirstEvidence[] },
  stamp: NewStamp,
): ReviewOutcome {
  assert(findRecord(records, 'claim', stamp.id) === null, `a claim with the id ${stamp.id} is already there`)
  const statement = input.statement.trim()
  if (statement === '') return refuse('BAD_INPUT', 'The statement of a claim must not be empty.')
  const claim: Claim = {
    id: stamp.id,
    statement,
    createdAt: stamp.at,
    createdBy: stamp.by,
    updatedAt: stamp.at,
  }
  const changes: RecordChange[] = [{ type: 'claim', id: claim.id, before: null, after: claim }]
  for (const one of input.evidence) {
    const added = evidenceChange(records, claim.id, one, { id: one.id, at: stamp.at, by: stamp.by })
    if (!added.ok) return added
    changes.push(added.value)
  }
  return act('make a claim', changes)
}

/**
 * Words a claim anew. Fails with CLAIM_UNKNOWN, CLAIM_MERGED, CLAIM_SEALED or BAD_INPUT (empty statement); no changes when the
 * words are the same.
 */
export function editStatement(
  records: ReviewRecords,
  input: { readonly claimId: string; readonly statement: string },
  stamp: Pick<Stamp, 'at'>,
): ReviewOutcome {
  const open = findOpenFile(hangingOf(records), input.claimId)
  if (!open.ok) return open
  const before = open.value.claim
  const statement = input.statement.trim()
  if (statement === '') return refuse('BAD_INPUT', 'The statement of a claim must not be empty.')
  if (statement === before.statement) return act('edit a claim', [])
  const after: Claim = { ...before, statement, updatedAt: stamp.at }
  return act('edit a claim', [{ type: 'claim', id: before.id, before, after }])
}

/** Gives a verdict on one claim, as {@link decideAll} does. */
export function decide(
  records: ReviewRecords,
  input: VerdictGiven & { readonly claimId: string },
  stamp: NewStamp,
): ReviewOutcome {
  const { claimId, ...given } = input
  return decideAll(records, { ...given, claims: [{ claimId, decisionId: stamp.id }] }, stamp)
}

/** Removes a claim as {@link removeClaims} does. */
export function removeClaim(records: ReviewRecords, input: { readonly claimId: string }): ReviewOutcome {
  return removeClaims(records, { claimIds: [input.claimId] })
}

/**
 * Adds a passage, or a matched pair, to a claim. Fails with CLAIM_UNKNOWN, CLAIM_MERGED, CLAIM_SEALED, SOURCE_UNKNOWN or BAD_INPUT
 * (no passage).
 */
export function addEvidence(
  records: ReviewRecords,
  input: { readonly claimId: string; readonly stance: Stance; readonly passages: readonly CitedPassage[] },
  stamp: NewStamp,
): ReviewOutcome {
  const hanging = hangingOf(records)
  const open = findOpenClaims(hanging, [input.claimId])
  if (!open.ok) return open
  // After the last opening, though the clock was set back: what is dated before it counts as added behind the seal.
  const at = timeAfter(stamp.at, lastSealing(hanging.seals.of(input.claimId)))
  const added = evidenceChange(records, input.claimId, input, { ...stamp, at })
  return added.ok ? act('add evidence', [added.value]) : added
}

/** Says anew how evidence stands to its claim. Fails with EVIDENCE_UNKNOWN or CLAIM_SEALED; no changes when it stands so already. */
export function setStance(
  records: ReviewRecords,
  input: { readonly evidenceId: string; readonly stance: Stance },
): ReviewOutcome {
  const before = findRecord(records, 'evidence', input.evidenceId)
  if (before === null) return evidenceUnknown(input.evidenceId)
  const sealed = refuseWhereSealed(hangingOf(records), before.claimId)
  if (sealed !== null) return sealed
  if (before.stance === input.stance) return act('change the stance of evidence', [])
  const after: Evidence = { ...before, stance: input.stance }
  return act('change the stance of evidence', [{ type: 'evidence', id: before.id, before, after }])
}

/** Takes evidence off its claim. Fails with EVIDENCE_UNKNOWN or CLAIM_SEALED. */
export function removeEvidence(records: ReviewRecords, input: { readonly evidenceId: string }): ReviewOutcome {
  const before = findRecord(records, 'evidence', input.evidenceId)
  if (before === null) return evidenceUnknown(input.evidenceId)
  const sealed = refuseWhereSealed(hangingOf(records), before.claimId)
  if (sealed !== null) return sealed
  return act('remove evidence', [{ type: 'evidence', id: before.id, before, after: null }])
}

/** Writes a note on a passage or a pair. Fails with BAD_INPUT (empty note, no passage) or SOURCE_UNKNOWN. */
export function createNote(
  records: ReviewRecords,
  input: { readonly body: string; readonly passages: readonly CitedPassage[] },
  stamp: NewStamp,
): ReviewOutcome {
  assert(findRecord(records, 'note', stamp.id) === null, `a note with the id ${stamp.id} is already there`)
  const body = input.body.trim()
  if (body === '') return refuse('BAD_INPUT', 'A note must not be empty.')
  const wrong = checkPassages(records, input.passages)
  if (wrong !== null) return wrong
  const after: Note = {
    id: stamp.id,
    body,
    passages: input.passages,
    createdAt: stamp.at,
    createdBy: stamp.by,
    updatedAt: stamp.at,
  }
  return act('write a note', [{ type: 'note', id: stamp.id, before: null, after }])
}

/** Writes a note anew. Fails with NOTE_UNKNOWN or BAD_INPUT (empty note); no changes when the words are the same. */
export function editNote(
  records: ReviewRecords,
  input: { readonly noteId: string; readonly body: string },
  stamp: Pick<Stamp, 'at'>,
): ReviewOutcome {
  const before = findRecord(records, 'note', input.noteId)
  if (before === null) return noteUnknown(input.noteId)
  const body = input.body.trim()
  if (body === '') return refuse('BAD_INPUT', 'A note must not be empty.')
  if (body === before.body) return act('edit a note', [])
  const after: Note = { ...before, body, updatedAt: stamp.at }
  return act('edit a note', [{ type: 'note', id: before.id, before, after }])
}

/** Removes a note with its replies and tags. Fails with NOTE_UNKNOWN. */
export function removeNote(records: ReviewRecords, input: { readonly noteId: string }): ReviewOutcome {
  const before = findRecord(records, 'note', input.noteId)
  if (before === null) return noteUnknown(input.noteId)
  const removed: RecordChange = { type: 'note', id: before.id, before, after: null }
  return act('remove a note', [removed, ...remarkChanges(records, 'note', new Set([before.id]))])
}

function evidenceChange(
  records: ReviewRecords,
  claimId: string,
  input: { readonly stance: Stance; readonly passages: readonly CitedPassage[] },
  stamp: NewStamp,
): Result<RecordChange, ReviewFailure> {
  assert(findRecord(records, 'evidence', stamp.id) === null, `evidence with the id ${stamp.id} is already there`)
  const wrong = checkPassages(records, input.passages)
  if (wrong !== null) return wrong
  const after: Evidence = {
    id: stamp.id,
    claimId,
    stance: input.stance,
    passages: input.passages,
    createdAt: stamp.at,
    createdBy: stamp.by,
  }
  return success({ type: 'evidence', id: stamp.id, before: null, after })
}

function checkPassages(records: ReviewRecords, passages: readonly CitedPassage[]): Result<never, ReviewFailure> | null {
  if (passages.length === 0) return refuse('BAD_INPUT', 'Cite at least one passage.')
  for (const { sourceId } of passages) {
    if (findRecord(records, 'source', sourceId) === null) {
      return refuse('SOURCE_UNKNOWN', `The cited source ${sourceId} is not in this corpus.`)
    }
  }
  return null
}
