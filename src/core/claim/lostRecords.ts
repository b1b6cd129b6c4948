import { findRecord, NO_RECORDS, type RecordChange, type RecordType, type ReviewRecords } from './recordTable'
import { sameValue } from './sameValue'

/**
 * The changes that put back what `known` has and a journal that lost its end does not give (`journalled`). A record that is
 * shown otherwise than that journal gives it was changed by somebody else meanwhile, and stays as they left it.
 */
export function lostRecords(given: {
  readonly known: ReviewRecords
  readonly journalled: ReviewRecords
  readonly shown: ReviewRecords
}): readonly RecordChange[] {
  return recordTypes().flatMap((type) => {
    const ids = new Set([...Object.keys(given.known[type]), ...Object.keys(given.journalled[type])])
    return [...ids].flatMap((id) => {
      const known = findRecord(given.known, type, id)
      const journalled = findRecord(given.journalled, type, id)
      const shown = findRecord(given.shown, type, id)
      if (sameValue(known, journalled) || !sameValue(shown, journalled)) return []
      // eslint-disable-next-line no-restricted-syntax -- both records are of the type that they were looked up by
      return [{ type, id, before: shown, after: known } as RecordChange]
    })
  })
}

function recordTypes(): RecordType[] {
  // eslint-disable-next-line no-restricted-syntax -- Object.keys forgets which keys the record of all tables has
  return Object.keys(NO_RECORDS) as RecordType[]
}
