import type { RecordMap, RecordType, ReviewRecords } from './reviewRecord'

/**
 * The record of that type and id, or `null` when there is none.
 * Ids such as `constructor` are ordinary ids here: what an object inherits is not a record.
 */
export function findRecord<T extends RecordType>(records: ReviewRecords, type: T, id: string): RecordMap[T] | null {
  const table: ReviewRecords[T] = records[type]
  return Object.hasOwn(table, id) ? (table[id] ?? null) : null
}

/** All records of a type, in no promised order. */
export function listRecords<T extends RecordType>(records: ReviewRecords, type: T): readonly RecordMap[T][] {
  return Object.values<RecordMap[T]>(records[type])
}
