import { findOpenClaims } from './claimGuard'
import { hangingOf } from './hanging'
import { mergingsUnder } from './mergedClaims'
import { listRecords, type RecordChange, type ReviewRecords } from './recordTable'
import { act, type ReviewOutcome } from './reviewAction'

/**
 * Removes claims with all that hangs on them, and with the claims that were merged into them, so that undoing it brings all of it
 * back. Fails with CLAIM_UNKNOWN, CLAIM_MERGED or CLAIM_SEALED.
 */
export function removeClaims(records: ReviewRecords, input: { readonly claimIds: readonly string[] }): ReviewOutcome {
  const hanging = hangingOf(records)
  const found = findOpenClaims(hanging, input.claimIds)
  if (!found.ok) return found
  const gone = new Set(
    found.value.flatMap(({ id }) => [id, ...mergingsUnder(hanging, id).map((merging) => merging.id)]),
  )
  const changes: RecordChange[] = []
  for (const before of listRecords(records, 'claim'))
    if (gone.has(before.id)) changes.push({ type: 'claim', id: before.id, before, after: null })
  changes.push(...hangingOnClaims(records, gone), ...remarkChanges(records, 'claim', gone))
  return act(found.value.length === 1 ? 'remove a claim' : `remove ${found.value.length} claims`, changes)
}

/** The changes that remove replies, their settling and tags with the claims or notes that they hang on. */
export function remarkChanges(
  records: ReviewRecords,
  type: 'claim' | 'note',
  ids: ReadonlySet<string>,
): readonly RecordChange[] {
  const changes: RecordChange[] = []
  for (const before of listRecords(records, 'reply'))
    if (before.on.type === type && ids.has(before.on.id))
      changes.push({ type: 'reply', id: before.id, before, after: null })
  for (const before of listRecords(records, 'tagging'))
    if (before.on.type === type && ids.has(before.on.id))
      changes.push({ type: 'tagging', id: before.id, before, after: null })
  for (const before of listRecords(records, 'thread'))
    if (ids.has(before.id)) changes.push({ type: 'thread', id: before.id, before, after: null })
  return changes
}

function hangingOnClaims(records: ReviewRecords, ids: ReadonlySet<string>): readonly RecordChange[] {
  const changes: RecordChange[] = []
  for (const before of listRecords(records, 'decision'))
    if (ids.has(before.claimId)) changes.push({ type: 'decision', id: before.id, before, after: null })
  for (const before of listRecords(records, 'evidence'))
    if (ids.has(before.claimId)) changes.push({ type: 'evidence', id: before.id, before, after: null })
  for (const before of listRecords(records, 'confirmation'))
    if (ids.has(before.claimId)) changes.push({ type: 'confirmation', id: before.id, before, after: null })
  for (const before of listRecords(records, 'adjudication'))
    if (ids.has(before.claimId)) changes.push({ type: 'adjudication', id: before.id, before, after: null })
  for (const before of listRecords(records, 'seal'))
    if (ids.has(before.claimId)) changes.push({ type: 'seal', id: before.id, before, after: null })
  for (const before of listRecords(records, 'work'))
    if (ids.has(before.id)) changes.push({ type: 'work', id: before.id, before, after: null })
  for (const before of listRecords(records, 'merging'))
    if (ids.has(before.id)) changes.push({ type: 'merging', id: before.id, before, after: null })
  for (const before of listRecords(records, 'splitting'))
    if (ids.has(before.id)) changes.push({ type: 'splitting', id: before.id, before, after: null })
  return changes
}
