import { nameOf, sealedClaim } from './claimGuard'
import { hangingOf } from './hanging'
import type { ReviewFailure } from './reviewAction'
import type { RecordChange, ReviewRecords } from './recordTable'

/**
 * CLAIM_SEALED when changes that nobody asked for by name, as those of undoing are, would change what a claim was sealed with:
 * its words, verdicts, confirmations or evidence, or what is merged into it. Null when none does. A seal that was set or lifted
 * can be taken back.
 */
export function findBrokenSeal(records: ReviewRecords, changes: readonly RecordChange[]): ReviewFailure | null {
  const hanging = hangingOf(records)
  for (const claimId of new Set(changes.flatMap(claimsChangedBy))) {
    const sealed = sealedClaim(hanging, claimId)
    if (sealed === null) continue
    const message = `That would change the claim ${nameOf(sealed)} (${sealed.id}), which was sealed since. Open it again, with a reason, first.`
    return { code: 'CLAIM_SEALED', message }
  }
  return null
}

function claimsChangedBy(change: RecordChange): readonly string[] {
  switch (change.type) {
    case 'claim':
      return [change.id]
    case 'decision':
    case 'evidence':
    case 'confirmation':
    case 'adjudication':
      return [change.before?.claimId, change.after?.claimId].filter((id) => id !== undefined)
    case 'merging':
      return [change.id, change.before?.into, change.after?.into].filter((id) => id !== undefined)
    default:
      return []
  }
}
