import { assert } from '../assert'
import { findRecord, listRecords, type ReviewRecords } from './recordTable'
import { act, refuse, type NewStamp, type ReviewFailure, type ReviewOutcome } from './reviewAction'
import type { ClaimFilter, SavedFilter } from './reviewRecord'
import type { Result } from '../result'
import { sameValue } from './sameValue'
import { isNameTaken } from './takenNames'

// Filters under a name, for all reviewers of the corpus, as changes. As in reviewChanges, no clock.

/**
 * Saves a filter: a new one, or `filterId` anew. Fails with BAD_INPUT (empty name), NAME_TAKEN or FILTER_UNKNOWN; no changes when
 * it stands so already.
 */
export function saveFilter(
  records: ReviewRecords,
  input: { readonly filterId: string | null; readonly name: string; readonly filter: ClaimFilter },
  stamp: NewStamp,
): ReviewOutcome {
  assert(findRecord(records, 'filter', stamp.id) === null, `a filter with the id ${stamp.id} is already there`)
  const before = input.filterId === null ? null : findRecord(records, 'filter', input.filterId)
  if (input.filterId !== null && before === null) return filterUnknown(input.filterId)
  const name = input.name.trim()
  if (name === '') return refuse('BAD_INPUT', 'The name of a filter must not be empty.')
  if (isNameTaken(listRecords(records, 'filter'), name, before?.id ?? null))
    return refuse('NAME_TAKEN', `There is a filter “${name}” already.`)
  const after: SavedFilter = {
    id: before?.id ?? stamp.id,
    name,
    filter: input.filter,
    createdAt: before?.createdAt ?? stamp.at,
    createdBy: before?.createdBy ?? stamp.by,
  }
  return act('save a filter', sameValue(before, after) ? [] : [{ type: 'filter', id: after.id, before, after }])
}

/** Removes a saved filter. Fails with FILTER_UNKNOWN. */
export function removeFilter(records: ReviewRecords, input: { readonly filterId: string }): ReviewOutcome {
  const before = findRecord(records, 'filter', input.filterId)
  if (before === null) return filterUnknown(input.filterId)
  return act('remove a filter', [{ type: 'filter', id: before.id, before, after: null }])
}

function filterUnknown(id: string): Result<never, ReviewFailure> {
  return refuse('FILTER_UNKNOWN', `There is no filter ${id}: it may have been removed.`)
}
