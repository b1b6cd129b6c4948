import { applyChanges } from './applyChanges'
import { timeAfter } from './laterTime'
import { inOrder, mergeRecord, type JournalStamp, type StampedChange } from './mergeRecord'
import { NO_RECORDS, type RecordChange, type ReviewRecords } from './recordTable'
import { settleSigla } from './settleSigla'

export type { JournalStamp } from './mergeRecord'

/** One action as a journal tells it. */
export type JournalledAction = JournalStamp & { readonly changes: readonly RecordChange[] }

/** All changes of each record that any writer touched, in the order in which they count. */
export type RecordHistories = ReadonlyMap<string, readonly StampedChange[]>

/** The same key for the same record, and for no other. */
export function recordKey(record: { readonly type: string; readonly id: string }): string {
  return `${record.type}/${record.id}`
}

/** The changes of an action, each with its stamp. */
export function stampChanges({ at, writer, sequence, changes }: JournalledAction): readonly StampedChange[] {
  return changes.map((change, place) => ({ at, writer, sequence, place, change }))
}

/** The changes of each record. For all orders of the actions, and however often one is given, the result is the same. */
export function gatherChanges(actions: Iterable<JournalledAction>): RecordHistories {
  const found = new Map<string, StampedChange[]>()
  for (const action of actions) {
    for (const stamped of stampChanges(action)) {
      const key = recordKey(stamped.change)
      const others = found.get(key)
      if (others === undefined) found.set(key, [stamped])
      else others.push(stamped)
    }
  }
  return new Map([...found].map(([key, changes]) => [key, changes.length === 1 ? changes : inOrder(changes)]))
}

/** What the changes of one record come to, as one change from nothing; null for no changes. */
export function mergedChange(changes: readonly StampedChange[]): RecordChange | null {
  const last = changes.at(-1)
  if (last === undefined) return null
  // eslint-disable-next-line no-restricted-syntax -- all changes of one record are of one type, which a union cannot say
  return { ...last.change, before: null, after: mergeRecord(changes) } as RecordChange
}

/** The records as all writers together leave them, every source under a letter of its own. */
export function recordsAfter(histories: RecordHistories): ReviewRecords {
  const changes = [...histories.values()].flatMap((history) => mergedChange(history) ?? [])
  return settleSigla(applyChanges(NO_RECORDS, changes)).records
}

/**
 * When an action is to be dated so that it counts over everything it changes: `now`, or later where the writer's own last
 * action (`lastAt`) or a colleague's change of the same record is dated later. Without this, a change made by a clock that
 * runs behind would be saved and yet not be seen.
 */
export function dateAction(
  now: string,
  lastAt: string | null,
  writer: string,
  touched: Iterable<JournalStamp | undefined>,
): string {
  let at = lastAt !== null && lastAt > now ? lastAt : now
  for (const stamp of touched) {
    if (stamp === undefined) continue
    if (stamp.at > at || (stamp.at === at && stamp.writer > writer)) at = timeAfter(at, stamp.at)
  }
  return at
}
