import { applyChanges } from '../../core/claim/applyChanges'
import { dateAction, isLater, recordKey, recordsAfter, type JournalStamp } from '../../core/claim/mergeReview'
import { findRecord } from '../../core/claim/recordTable'
import type { RecordChange, ReviewRecords } from '../../core/claim/reviewRecord'
import { sameValue } from '../../core/claim/sameValue'
import type { HistoryEntry } from '../../core/claim/historyEntry'
import { afterAction, NO_HISTORY, type UndoHistory } from '../../core/claim/undoHistory'
import { EntryLog } from './entryLog'
import type { JournalEntry, JournalPosition } from './journalEntry'
import type { LoadedReview } from './loadReview'

type LatestChange = JournalStamp & { readonly change: RecordChange }

/** What one writer sees and has done, at one place of the journal. Replaced with every action, so that it can be taken back. */
export type ReviewMoment = {
  /** All writers' records, merged. */
  readonly records: ReviewRecords
  readonly history: UndoHistory
  readonly end: JournalPosition
  /** When this writer last acted, null before the first action. */
  readonly lastAt: string | null
}

/** How to get back to before an action. */
export type WayBack = {
  readonly before: ReviewMoment
  readonly replaced: readonly [string, LatestChange | undefined][]
  readonly entry: HistoryEntry
}

/** The review in memory: the present moment, and for each record who changed it last. */
export class ReviewState {
  readonly #writer: string
  readonly #latest: Map<string, LatestChange>
  readonly #log: EntryLog
  #moment: ReviewMoment

  constructor(writer: string, loaded: LoadedReview, ownEntries: readonly JournalEntry[], end: JournalPosition) {
    const { latest, entries } = loaded
    this.#writer = writer
    this.#latest = new Map(latest)
    this.#log = new EntryLog(entries)
    this.#moment = {
      records: recordsAfter(latest),
      history: ownEntries.reduce(afterAction, NO_HISTORY),
      end,
      lastAt: ownEntries.reduce<string | null>((last, { at }) => (last === null || at > last ? at : last), null),
    }
  }

  /** Everything that all writers did, oldest first; the same list until something is done. */
  get entries(): readonly HistoryEntry[] {
    return this.#log.all
  }

  get moment(): ReviewMoment {
    return this.#moment
  }

  /** When an action on these records is to be dated, `now` being the clock's time. */
  dateFor(changes: readonly RecordChange[], now: string): string {
    const touched = changes.map((change) => this.#latest.get(recordKey(change)))
    return dateAction(now, this.#moment.lastAt, this.#writer, touched)
  }

  /** The first change whose record is not as the change takes it to be; null when all fit. */
  findConflict(changes: readonly RecordChange[]): RecordChange | null {
    const seen = new Map<string, unknown>()
    for (const change of changes) {
      const key = recordKey(change)
      const now = seen.has(key) ? seen.get(key) : findRecord(this.#moment.records, change.type, change.id)
      if (!sameValue(now, change.before)) return change
      seen.set(key, change.after)
    }
    return null
  }

  /** Who changed a record last; null when nobody did. */
  lastWriter(change: RecordChange): string | null {
    return this.#latest.get(recordKey(change))?.writer ?? null
  }

  apply(entry: JournalEntry, hash: string): WayBack {
    const before = this.#moment
    const replaced: [string, LatestChange | undefined][] = []
    const winning: RecordChange[] = []
    for (const change of entry.changes) {
      const key = recordKey(change)
      const previous = this.#latest.get(key)
      const { at, writer, sequence } = entry
      const stamped = { at, writer, sequence, change }
      if (previous !== undefined && !isLater(stamped, previous)) continue
      replaced.push([key, previous])
      this.#latest.set(key, stamped)
      winning.push(change)
    }
    this.#moment = {
      records: applyChanges(before.records, winning),
      history: afterAction(before.history, entry),
      end: { sequence: entry.sequence, hash },
      lastAt: entry.at,
    }
    this.#log.add([entry])
    return { before, replaced, entry }
  }

  /** Takes actions back, the latest first. */
  goBack(ways: readonly WayBack[]): void {
    for (const { before, replaced, entry } of ways.toReversed()) {
      this.#log.remove(entry)
      for (const [key, previous] of replaced.toReversed()) {
        if (previous === undefined) this.#latest.delete(key)
        else this.#latest.set(key, previous)
      }
      this.#moment = before
    }
  }
}
