import type { JournalStamp } from './mergeReview'
import type { UndoableAction } from './undoHistory'

/** One action of any writer, as the history tells it. */
export type HistoryEntry = JournalStamp & UndoableAction

/** Where an entry stands among all writers' entries: by time, then writer, then sequence. A total order, the same for every reader. */
export function compareEntries(a: JournalStamp, b: JournalStamp): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  if (a.writer !== b.writer) return a.writer < b.writer ? -1 : 1
  return a.sequence - b.sequence
}
