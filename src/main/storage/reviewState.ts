import { applyChanges, invertChanges } from '../../core/claim/applyChanges'
import { dateAction, gatherChanges, mergedChange, recordKey, stampChanges } from '../../core/claim/mergeReview'
import { compareStamped, inOrder, type StampedChange } from '../../core/claim/mergeRecord'
import type { HistoryEntry } from '../../core/claim/historyEntry'
import {
  findRecord,
  listRecords,
  NO_RECORDS,
  type RecordChange,
  type ReviewRecords,
} from '../../core/claim/recordTable'
import { sameValue } from '../../core/claim/sameValue'
import { settleSigla, type NewSiglum } from '../../core/claim/settleSigla'
import { afterAction, NO_HISTORY, type UndoHistory } from '../../core/claim/undoHistory'
import { EntryLog } from './entryLog'
import type { JournalEntry, JournalPosition } from './journalEntry'

/** What one writer has done, at one place of the journal. Replaced with every action, so that it can be taken back. */
export type OwnMoment = {
  readonly history: UndoHistory
  readonly end: JournalPosition
  /** When this writer last acted, null before the first action. */
  readonly lastAt: string | null
}

/** How to get back to before an action. */
export type WayBack = {
  readonly before: OwnMoment
  readonly entry: HistoryEntry
  readonly changes: readonly StampedChange[]
}

type Merged = {
  /** As the journals have them, merged. */
  readonly plain: ReviewRecords
  /** The same, every source under a letter of its own. */
  readonly shown: ReviewRecords
  readonly renamed: readonly NewSiglum[]
}

const NOTHING_MERGED: Merged = { plain: NO_RECORDS, shown: NO_RECORDS, renamed: [] }

/** The review in memory: what all writers' records come to, and for each record all that changed it. */
export class ReviewState {
  readonly #writer: string
  #histories = new Map<string, readonly StampedChange[]>()
  readonly #own: HistoryEntry[]
  #log = new EntryLog([])
  #merged = NOTHING_MERGED
  #moment: OwnMoment

  constructor(writer: string, ownEntries: readonly JournalEntry[], end: JournalPosition) {
    this.#writer = writer
    this.#own = [...ownEntries]
    this.#moment = {
      history: ownEntries.reduce(afterAction, NO_HISTORY),
      end,
      lastAt: ownEntries.reduce<string | null>((last, { at }) => (last === null || at > last ? at : last), null),
    }
    this.mergeAnew([])
  }

  get moment(): OwnMoment {
    return this.#moment
  }

  /** Everything that all writers did, oldest first; the same list until something is done. */
  get entries(): readonly HistoryEntry[] {
    return this.#log.all
  }

  /** All writers' records, merged. */
  get records(): ReviewRecords {
    return this.#merged.shown
  }

  /** Sources that go by another letter than this writer gave them or knew them by. */
  get renamed(): readonly NewSiglum[] {
    return this.#merged.renamed.concat(this.#renamedByOthers())
  }

  #renamedByOthers(): NewSiglum[] {
    const { shown, renamed } = this.#merged
    return listRecords(shown, 'source').flatMap(({ id, path, siglum }) => {
      const own = (this.#histories.get(recordKey({ type: 'source', id })) ?? []).findLast(
        ({ writer, change }) => writer === this.#writer && change.type === 'source' && change.after !== null,
      )
      const given = own?.change.type === 'source' ? own.change.after?.siglum : undefined
      const isOther = given !== undefined && given !== siglum && !renamed.some((one) => one.id === id)
      return isOther ? [{ id, path, given, siglum }] : []
    })
  }

  /** The changes by which those letters would be theirs for good. */
  letterChanges(): readonly RecordChange[] {
    return this.#merged.renamed.flatMap(({ id, siglum }) => {
      const before = findRecord(this.#merged.plain, 'source', id)
      return before === null ? [] : [{ type: 'source', id, before, after: { ...before, siglum } } as const]
    })
  }

  /** When an action on these records is to be dated, `now` being the clock's time. */
  dateFor(changes: readonly RecordChange[], now: string): string {
    const touched = changes.map((change) => this.#histories.get(recordKey(change))?.at(-1))
    return dateAction(now, this.#moment.lastAt, this.#writer, touched)
  }

  /** The first change whose record is not as the change takes it to be; null when all fit. */
  findConflict(changes: readonly RecordChange[]): RecordChange | null {
    const seen = new Map<string, unknown>()
    for (const change of changes) {
      const key = recordKey(change)
      const now = seen.has(key) ? seen.get(key) : findRecord(this.records, change.type, change.id)
      if (!sameValue(now, change.before)) return change
      seen.set(key, change.after)
    }
    return null
  }

  /** Who changed a record last; null when nobody did. */
  lastWriter(change: RecordChange): string | null {
    return this.#histories.get(recordKey(change))?.at(-1)?.writer ?? null
  }

  /** Everything that changed records, by record. */
  get histories(): ReadonlyMap<string, readonly StampedChange[]> {
    return this.#histories
  }

  /** Takes an action of this writer. */
  apply(entry: JournalEntry, hash: string): WayBack {
    const before = this.#moment
    this.#own.push(entry)
    this.#moment = {
      history: afterAction(before.history, entry),
      end: { sequence: entry.sequence, hash },
      lastAt: before.lastAt === null || entry.at > before.lastAt ? entry.at : before.lastAt,
    }
    return { before, entry, changes: this.#insert([entry]) }
  }

  /** Takes actions of others. */
  merge(actions: readonly HistoryEntry[]): void {
    this.#insert(actions)
  }

  /** Merges this writer's actions with those of others, and nothing that was known of others before. */
  mergeAnew(others: readonly HistoryEntry[]): void {
    const actions = [...this.#own, ...others]
    this.#log = new EntryLog(actions)
    this.#histories = new Map(gatherChanges(actions))
    this.#merged = NOTHING_MERGED
    this.#show(this.#histories.keys())
  }

  /** Takes this writer's last actions back, the latest first. */
  goBack(ways: readonly WayBack[]): void {
    const touched = new Set<string>()
    for (const { before, entry, changes } of ways.toReversed()) {
      this.#own.pop()
      this.#log.remove(entry)
      this.#moment = before
      for (const stamped of changes) {
        const key = recordKey(stamped.change)
        const others = (this.#histories.get(key) ?? []).filter((other) => other !== stamped)
        this.#histories.set(key, others)
        touched.add(key)
        // So that the record goes where nothing is left that made it.
        if (others.length === 0) this.#change(invertChanges([stamped.change]))
      }
    }
    this.#show(touched)
    for (const key of touched) if (this.#histories.get(key)?.length === 0) this.#histories.delete(key)
  }

  #insert(actions: readonly HistoryEntry[]): readonly StampedChange[] {
    if (actions.length > 0) this.#log.add(actions)
    const inserted: StampedChange[] = []
    const touched = new Set<string>()
    for (const stamped of actions.flatMap(stampChanges)) {
      const key = recordKey(stamped.change)
      const known = this.#histories.get(key) ?? []
      const last = known.at(-1)
      const isLast = last === undefined || compareStamped(last, stamped) < 0
      const now = isLast ? [...known, stamped] : inOrder([...known, stamped])
      if (now.length === known.length) continue
      this.#histories.set(key, now)
      inserted.push(stamped)
      touched.add(key)
    }
    this.#show(touched)
    return inserted
  }

  /** Works the records with these keys out again. */
  #show(keys: Iterable<string>): void {
    const changes = [...keys].flatMap((key) => mergedChange(this.#histories.get(key) ?? []) ?? [])
    this.#change(changes)
  }

  #change(changes: readonly RecordChange[]): void {
    if (changes.length === 0) return
    const { plain, shown, renamed } = this.#merged
    const now = applyChanges(plain, changes)
    if (now.source === plain.source) this.#merged = { plain: now, shown: { ...now, source: shown.source }, renamed }
    else {
      const settled = settleSigla(now)
      this.#merged = { plain: now, shown: settled.records, renamed: settled.renamed }
    }
  }
}
