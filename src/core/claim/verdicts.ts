import { assert } from '../assert'
import { findOpenClaims } from './claimGuard'
import { hangingOf } from './hanging'
import { timeAfter } from './laterTime'
import { findRecord, type RecordChange, type ReviewRecords } from './recordTable'
import { act, refuse, type ReviewOutcome, type Stamp } from './reviewAction'
import type { Decision, Verdict } from './reviewRecord'
import { lastSealing } from './sealState'

/** A claim to be decided, and the id that its decision gets. */
export type ToDecide = { readonly claimId: string; readonly decisionId: string }

export type VerdictGiven = {
  readonly verdict: Verdict
  /** The corpus's own name for it; null or absent for the plain one. */
  readonly verdictNameId?: string | null | undefined
  readonly reason: string
}

/**
 * Gives the same verdict on claims, with its reason. Fails with REASON_MISSING, VERDICT_NAME_UNKNOWN, BAD_INPUT (the name means
 * another verdict), CLAIM_UNKNOWN, CLAIM_MERGED or CLAIM_SEALED.
 * The claims themselves are left alone, so that one reviewer's verdict never undoes another's wording of the statement.
 * Each decision is dated after those that were there, also when a colleague's clock runs ahead: the latest is what counts.
 */
export function decideAll(
  records: ReviewRecords,
  input: VerdictGiven & { readonly claims: readonly ToDecide[] },
  stamp: Stamp,
): ReviewOutcome {
  const { verdict, verdictNameId = null } = input
  const reason = input.reason.trim()
  if (reason === '') return refuse('REASON_MISSING', `Say why the claim is ${verdict}: a verdict needs a reason.`)
  const ids = new Map(input.claims.map(({ claimId, decisionId }) => [claimId, decisionId]))
  const hanging = hangingOf(records)
  const found = findOpenClaims(hanging, [...ids.keys()])
  if (!found.ok) return found
  const name = verdictNameId === null ? null : findRecord(records, 'verdictName', verdictNameId)
  if (verdictNameId !== null && name === null)
    return refuse('VERDICT_NAME_UNKNOWN', `There is no name ${verdictNameId} for a verdict: it may have been removed.`)
  if (name !== null && name.means !== verdict)
    return refuse('BAD_INPUT', `“${name.name}” stands for ${name.means}, not for ${verdict}.`)
  const changes = found.value.map((claim): RecordChange => {
    const id = ids.get(claim.id)
    assert(id !== undefined, `no id was given for the decision about ${claim.id}`)
    assert(findRecord(records, 'decision', id) === null, `a decision with the id ${id} is already there`)
    const known = [lastSealing(hanging.seals.of(claim.id)), ...hanging.decisions.of(claim.id).map(({ at }) => at)]
    const after: Decision = {
      id,
      claimId: claim.id,
      verdict,
      verdictNameId,
      reason,
      at: known.reduce<string>((at, other) => timeAfter(at, other), stamp.at),
      by: stamp.by,
    }
    return { type: 'decision', id, before: null, after }
  })
  return act(`mark ${ids.size === 1 ? 'a claim' : `${ids.size} claims`} ${verdict}`, changes)
}
