import { findConflicts, type GivenValue, type StampedChange } from './mergeRecord'
import { findRecord, type RecordType, type ReviewRecords } from './recordTable'
import { sameValue } from './sameValue'

/** A field that we and the other side set to different values apart. Both stand in the journals; the later is shown. */
export type MergeConflict = {
  readonly id: string
  readonly type: RecordType
  readonly field: string
  readonly ours: unknown
  readonly theirs: unknown
  /** Ids of the writers. */
  readonly oursBy: string
  readonly theirsBy: string
  /** Which of the two counts, being the later. */
  readonly shown: 'ours' | 'theirs'
}

/** What a merge did to records, by their number, and what it could not decide. */
export type MergeCounts = {
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly conflicts: readonly MergeConflict[]
}

export type RecordName = { readonly type: RecordType; readonly id: string }

/** Counts what became of these records, a removed one as updated. */
export function countMerged(
  names: Iterable<RecordName>,
  before: ReviewRecords,
  after: ReviewRecords,
): Omit<MergeCounts, 'conflicts'> {
  const counts = { added: 0, updated: 0, unchanged: 0 }
  for (const { type, id } of names) {
    const was = findRecord(before, type, id)
    const is = findRecord(after, type, id)
    if (sameValue(was, is)) counts.unchanged += 1
    else if (was === null) counts.added += 1
    else counts.updated += 1
  }
  return counts
}

/**
 * The conflicts of one record that the other side (`isTheirs`) has a part in. Ours is what the writer `own` set, else what
 * the other side did not bring, else what is shown.
 */
export function conflictsWith(
  name: RecordName,
  changes: readonly StampedChange[],
  { own, isTheirs }: { readonly own: string; readonly isTheirs: (given: GivenValue) => boolean },
): readonly MergeConflict[] {
  return findConflicts(changes).flatMap(({ field, kept, other }) => {
    if (!isTheirs(kept) && !isTheirs(other)) return []
    const keptIsTheirs = kept.writer !== own && isTheirs(kept) && (other.writer === own || !isTheirs(other))
    const [ours, theirs] = keptIsTheirs ? [other, kept] : [kept, other]
    const shown: MergeConflict['shown'] = keptIsTheirs ? 'theirs' : 'ours'
    const values = { ours: ours.value, theirs: theirs.value, oursBy: ours.writer, theirsBy: theirs.writer, shown }
    return [{ id: name.id, type: name.type, field, ...values }]
  })
}
