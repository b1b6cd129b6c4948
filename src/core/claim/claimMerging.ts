import { assert } from '../assert'
import { findOpenClaims, findOpenFile, nameOf, claimUnknown, refuseWhereSealed } from './claimGuard'
import { hangingOf, type Hanging } from './hanging'
import { timeAfter } from './laterTime'
import { mergingOf, rootOf } from './mergedClaims'
import { findRecord, type RecordChange, type ReviewRecords } from './recordTable'
import { act, refuse, type NewStamp, type ReviewOutcome, type Stamp } from './reviewAction'
import type { Claim, ClaimMerging, ClaimSplitting } from './reviewRecord'
import { lastSealing } from './sealState'

// Merging claims, taking that back, and splitting a claim, as changes. As in reviewChanges, no clock. Nothing is moved or removed
// by a merging: the claim merged away keeps its own evidence and history, and the other shows them.

/**
 * Merges claims into another, with a reason. Fails with REASON_MISSING, BAD_INPUT (into itself), CLAIM_UNKNOWN, CLAIM_MERGED or
 * CLAIM_SEALED.
 */
export function mergeClaims(
  records: ReviewRecords,
  input: { readonly into: string; readonly claimIds: readonly string[]; readonly reason: string },
  stamp: Stamp,
): ReviewOutcome {
  const reason = input.reason.trim()
  if (reason === '') return refuse('REASON_MISSING', 'Say why the claims are one: merging needs a reason.')
  if (input.claimIds.includes(input.into)) return refuse('BAD_INPUT', 'A claim cannot be merged into itself.')
  const hanging = hangingOf(records)
  const target = findOpenClaims(hanging, [input.into])
  if (!target.ok) return target
  const found = findOpenClaims(hanging, input.claimIds)
  if (!found.ok) return found
  const sealed = lastSealing(hanging.seals.of(input.into))
  const changes = found.value.map(({ id }): RecordChange => {
    const known = [sealed, lastSealing(hanging.seals.of(id))]
    const at = known.reduce<string>((latest, other) => timeAfter(latest, other), stamp.at)
    const after: ClaimMerging = { id, into: input.into, reason, at, by: stamp.by }
    return { type: 'merging', id, before: findRecord(records, 'merging', id), after }
  })
  return act(found.value.length === 1 ? 'merge a claim into another' : `merge ${found.value.length} claims`, changes)
}

/**
 * Takes the merging of a claim back: it is in the list again, with all that is its own. Fails with CLAIM_UNKNOWN, BAD_INPUT (it
 * was not merged) or CLAIM_SEALED (the claim that it was merged into).
 */
export function unmergeClaim(records: ReviewRecords, input: { readonly claimId: string }): ReviewOutcome {
  const claim = findRecord(records, 'claim', input.claimId)
  if (claim === null) return claimUnknown(input.claimId)
  const before = findRecord(records, 'merging', claim.id)
  if (before === null)
    return refuse('BAD_INPUT', `The claim ${nameOf(claim)} (${claim.id}) is not merged into another.`)
  const hanging = hangingOf(records)
  const rootId = rootOf(hanging, claim.id)
  const sealed = refuseWhereSealed(hanging, claim.id)
  if (sealed !== null && rootId !== claim.id) return sealed
  const changes: RecordChange[] = [{ type: 'merging', id: claim.id, before, after: null }]
  const ring = rootId === claim.id ? null : ringOpenedBy(hanging, claim, rootId)
  if (ring !== null) changes.push({ type: 'merging', id: ring.id, before: ring, after: null })
  return act('take the merging of a claim back', changes)
}

/**
 * The merging that does not count only because this claim's closes a ring with it; null when there is none. Left in place, it
 * would count at once, and hide the claim that everything was shown under.
 */
function ringOpenedBy(hanging: Hanging, claim: Claim, rootId: string): ClaimMerging | null {
  const merging = mergingOf(hanging, rootId)
  const seen = new Set<string>()
  for (let id = merging?.into; id !== undefined && id !== rootId && !seen.has(id); id = mergingOf(hanging, id)?.into) {
    if (id === claim.id) return merging
    seen.add(id)
  }
  return null
}

/**
 * Makes a claim of a part of another, which gives it some of its evidence. Both keep their history; the new one says where it
 * came from. Fails with BAD_INPUT (empty statement), CLAIM_UNKNOWN, CLAIM_MERGED, CLAIM_SEALED or EVIDENCE_UNKNOWN (none of
 * that claim's).
 */
export function splitClaim(
  records: ReviewRecords,
  input: { readonly claimId: string; readonly statement: string; readonly evidenceIds: readonly string[] },
  stamp: NewStamp,
): ReviewOutcome {
  assert(findRecord(records, 'claim', stamp.id) === null, `a claim with the id ${stamp.id} is already there`)
  const statement = input.statement.trim()
  if (statement === '') return refuse('BAD_INPUT', 'The statement of a claim must not be empty.')
  const file = findOpenFile(hangingOf(records), input.claimId)
  if (!file.ok) return file
  const shown = new Set(file.value.evidence.map(({ id }) => id))
  const { id, at, by } = stamp
  const after: Claim = { id, statement, createdAt: at, createdBy: by, updatedAt: at }
  const splitting: ClaimSplitting = { id, from: input.claimId, at, by }
  const changes: RecordChange[] = [
    { type: 'claim', id, before: null, after },
    { type: 'splitting', id, before: null, after: splitting },
  ]
  for (const evidenceId of new Set(input.evidenceIds)) {
    const before = findRecord(records, 'evidence', evidenceId)
    if (before === null || !shown.has(evidenceId)) {
      const name = nameOf(file.value.claim)
      return refuse(
        'EVIDENCE_UNKNOWN',
        `There is no evidence ${evidenceId} on the claim ${name}: it may have been removed.`,
      )
    }
    changes.push({ type: 'evidence', id: evidenceId, before, after: { ...before, claimId: id } })
  }
  return act('split a claim', changes)
}
