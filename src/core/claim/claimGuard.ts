import { success, type Result } from '../result'
import { fileClaim, type ClaimFile } from './claimFile'
import type { Hanging } from './hanging'
import { rootOf } from './mergedClaims'
import { refuse, type ReviewFailure } from './reviewAction'
import type { Claim, RemarkTarget } from './reviewRecord'
import { standingSeal } from './sealState'

/** Code points of a statement that a message names a claim by. */
export const NAMED_LENGTH = 60

type Refusal = Result<never, ReviewFailure>

/** The claims with these ids, each once; refused as a whole when one is not there, was merged into another, or is sealed. */
export function findOpenClaims(hanging: Hanging, claimIds: readonly string[]): Result<readonly Claim[], ReviewFailure> {
  const found = findClaims(hanging, claimIds)
  if (!found.ok) return found
  const sealed = found.value.find(({ id }) => standingSeal(hanging.seals.of(id)) !== null)
  return sealed === undefined ? found : claimSealed(sealed)
}

/** The same, sealed ones too. */
export function findClaims(hanging: Hanging, claimIds: readonly string[]): Result<readonly Claim[], ReviewFailure> {
  const claims: Claim[] = []
  for (const id of new Set(claimIds)) {
    const claim = hanging.claims.get(id)
    if (claim === null) return claimUnknown(id)
    const rootId = rootOf(hanging, id)
    if (rootId !== id) return claimMerged(claim, hanging.claims.get(rootId))
    claims.push(claim)
  }
  return success(claims)
}

/** The file of a claim that may be changed. */
export function findOpenFile(hanging: Hanging, claimId: string): Result<ClaimFile, ReviewFailure> {
  const open = findOpenClaims(hanging, [claimId])
  if (!open.ok) return open
  const file = fileClaim(hanging, claimId)
  return file === null ? claimUnknown(claimId) : success(file)
}

/** Null when evidence of that claim may be changed: the claim that shows it is not sealed. */
export function refuseWhereSealed(hanging: Hanging, claimId: string): Refusal | null {
  const sealed = sealedClaim(hanging, claimId)
  return sealed === null ? null : claimSealed(sealed)
}

/** The claim, or the one that it was merged into, when that is sealed; null when it is open or not there. */
export function sealedClaim(hanging: Hanging, claimId: string): Claim | null {
  const root = hanging.claims.get(rootOf(hanging, claimId))
  return root !== null && standingSeal(hanging.seals.of(root.id)) !== null ? root : null
}

/** Null when replies and tags may hang on it; `isNote` says whether there is a note with an id. */
export function refuseTarget(
  hanging: Hanging,
  { type, id }: RemarkTarget,
  isNote: (noteId: string) => boolean,
): Refusal | null {
  if (type === 'note') return isNote(id) ? null : noteUnknown(id)
  const found = findClaims(hanging, [id])
  return found.ok ? null : found
}

export function claimUnknown(id: string): Refusal {
  return refuse('CLAIM_UNKNOWN', `There is no claim ${id}: it may have been removed.`)
}

export function evidenceUnknown(id: string): Refusal {
  return refuse('EVIDENCE_UNKNOWN', `There is no evidence ${id}: it may have been removed.`)
}

export function noteUnknown(id: string): Refusal {
  return refuse('NOTE_UNKNOWN', `There is no note ${id}: it may have been removed.`)
}

/** The beginning of a claim's statement, in quotation marks. */
export function nameOf({ statement }: Claim): string {
  const points = Array.from(statement.replace(/\s+/gu, ' ').trim())
  return points.length <= NAMED_LENGTH
    ? `“${points.join('')}”`
    : `“${points
        .slice(0, NAMED_LENGTH - 1)
        .join('')
        .trimEnd()}…”`
}

function claimSealed(claim: Claim): Refusal {
  return refuse(
    'CLAIM_SEALED',
    `The claim ${nameOf(claim)} (${claim.id}) is sealed. Open it again, with a reason, to change it.`,
  )
}

function claimMerged(claim: Claim, root: Claim | null): Refusal {
  const into = root === null ? 'another claim' : `the claim ${nameOf(root)} (${root.id})`
  return refuse(
    'CLAIM_MERGED',
    `The claim ${nameOf(claim)} (${claim.id}) was merged into ${into}. Work on that one, or take the merging back first.`,
  )
}
