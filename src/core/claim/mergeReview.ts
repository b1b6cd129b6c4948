import { applyChanges } from './applyChanges'
import { timeAfter } from './laterTime'
import { NO_RECORDS, type RecordChange, type ReviewRecords } from './reviewRecord'

/** When and by which writer something was written down, and as the how-manieth of that writer's actions, from 1. */
export type JournalStamp = { readonly at: string; readonly writer: string; readonly sequence: number }

/** One action as a journal tells it. */
export type JournalledAction = JournalStamp & { readonly changes: readonly RecordChange[] }

/** The latest change of each record that any writer touched; removals are changes too. */
export type LatestChanges = ReadonlyMap<string, JournalStamp & { readonly change: RecordChange }>

/** The same key for the same record, and for no other. */
export function recordKey(record: { readonly type: string; readonly id: string }): string {
  return `${record.type}/${record.id}`
}

/** Whether `a` counts over `b`: the later time, then the greater writer id, then the later action of one writer. */
export function isLater(a: JournalStamp, b: JournalStamp): boolean {
  if (a.at !== b.at) return a.at > b.at
  if (a.writer !== b.writer) return a.writer > b.writer
  return a.sequence >= b.sequence
}

/** The latest change of each record. For all orders of the actions the result is the same. Linear. */
export function latestChanges(actions: Iterable<JournalledAction>): LatestChanges {
  const latest = new Map<string, JournalStamp & { readonly change: RecordChange }>()
  for (const { at, writer, sequence, changes } of actions) {
    for (const change of changes) {
      const stamped = { at, writer, sequence, change }
      const other = latest.get(recordKey(change))
      if (other === undefined || isLater(stamped, other)) latest.set(recordKey(change), stamped)
    }
  }
  return latest
}

/** The records as the latest changes leave them. */
export function recordsAfter(latest: LatestChanges): ReviewRecords {
  return applyChanges(
    NO_RECORDS,
    [...latest.values()].map((stamped) => stamped.change),
  )
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
    if (stamp === undefined || stamp.writer === writer) continue
    if (stamp.at > at || (stamp.at === at && stamp.writer > writer)) at = timeAfter(at, stamp.at)
  }
  return at
}
