import { assert } from '../assert'
import { visibleReview } from './blindReview'
import { fileClaim } from './claimFile'
import { findClaims, nameOf } from './claimGuard'
import { hangingOf, type Hanging } from './hanging'
import { timeAfter } from './laterTime'
import { act, refuse, type NewStamp, type ReviewOutcome, type Stamp } from './reviewAction'
import type { RecordChange, ReviewRecords } from './recordTable'
import type { Claim, Seal } from './reviewRecord'
import { lastSealing, standingSeal } from './sealState'

// Sealing claims and opening them again, as changes. As in reviewChanges, no clock.

/** A claim to be sealed, and the id that its seal gets. */
export type ToSeal = { readonly claimId: string; readonly sealId: string }

/**
 * Seals claims as they stand: statement, verdict and evidence stay until they are opened again. Fails with REASON_MISSING,
 * CLAIM_UNKNOWN, CLAIM_MERGED, VERDICTS_HIDDEN (the reviewer has not decided what others have, and review is blind) or
 * DISAGREEMENT_OPEN; no changes for what is sealed already.
 */
export function sealClaims(
  records: ReviewRecords,
  input: { readonly claims: readonly ToSeal[]; readonly reason: string },
  stamp: Stamp,
): ReviewOutcome {
  const reason = input.reason.trim()
  if (reason === '') return refuse('REASON_MISSING', 'Say why the claim is sealed: a seal needs a reason.')
  const hanging = hangingOf(records)
  const ids = new Map(input.claims.map(({ claimId, sealId }) => [claimId, sealId]))
  const found = findClaims(hanging, [...ids.keys()])
  if (!found.ok) return found
  const open = found.value.filter(({ id }) => standingSeal(hanging.seals.of(id)) === null)
  const unfit = refuseUnsettled(records, hanging, open, stamp)
  if (unfit !== null) return unfit
  const changes = open.map((claim): RecordChange => {
    const id = ids.get(claim.id)
    assert(id !== undefined, `no id was given for the seal of ${claim.id}`)
    return sealing(hanging, claim, { sealed: true, reason }, { ...stamp, id })
  })
  return act(ids.size === 1 ? 'seal a claim' : `seal ${ids.size} claims`, changes)
}

/** Opens a sealed claim again. Fails with REASON_MISSING, CLAIM_UNKNOWN or CLAIM_MERGED; no changes when it is open. */
export function reopenClaim(
  records: ReviewRecords,
  input: { readonly claimId: string; readonly reason: string },
  stamp: NewStamp,
): ReviewOutcome {
  const reason = input.reason.trim()
  if (reason === '') return refuse('REASON_MISSING', 'Say why the claim is opened again: that needs a reason.')
  const hanging = hangingOf(records)
  const found = findClaims(hanging, [input.claimId])
  if (!found.ok) return found
  const sealed = found.value.filter(({ id }) => standingSeal(hanging.seals.of(id)) !== null)
  return act(
    'open a sealed claim again',
    sealed.map((claim) => sealing(hanging, claim, { sealed: false, reason }, stamp)),
  )
}

/** A seal would settle without a word what reviewers disagree on, or what the one who seals has not even seen. */
function refuseUnsettled(records: ReviewRecords, hanging: Hanging, claims: readonly Claim[], { by }: Stamp) {
  const { hidden } = visibleReview(records, by.id)
  const unseen = claims.find(({ id }) => hidden.has(id))
  if (unseen !== undefined)
    return refuse(
      'VERDICTS_HIDDEN',
      `Others have decided the claim ${nameOf(unseen)}, and review is blind: give your own verdict before you seal it.`,
    )
  const disputed = claims.find(({ id }) => (fileClaim(hanging, id)?.disagreement ?? null) !== null)
  if (disputed === undefined) return null
  return refuse(
    'DISAGREEMENT_OPEN',
    `Reviewers disagree on the claim ${nameOf(disputed)}: adjudicate it before you seal it.`,
  )
}

/** Dated after all that it is about, also when a colleague's clock runs ahead. */
function sealing(
  hanging: Hanging,
  claim: Claim,
  { sealed, reason }: Pick<Seal, 'sealed' | 'reason'>,
  stamp: NewStamp,
): RecordChange {
  const file = fileClaim(hanging, claim.id)
  assert(file !== null, `the claim ${claim.id} has no file`)
  const known = [
    lastSealing(hanging.seals.of(claim.id)),
    ...file.history.map(({ at }) => at),
    ...file.evidence.map(({ createdAt }) => createdAt),
    ...file.mergedFrom.map(({ merging }) => merging.at),
  ]
  const after: Seal = {
    id: stamp.id,
    claimId: claim.id,
    sealed,
    statement: file.statement,
    decisionId: file.standing?.id ?? null,
    reason,
    at: known.reduce<string>((at, other) => timeAfter(at, other), stamp.at),
    by: stamp.by,
  }
  return { type: 'seal', id: stamp.id, before: null, after }
}
