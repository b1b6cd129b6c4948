import { applyChanges } from '../../src/core/claim/applyChanges'
import { gatherChanges, recordsAfter, type JournalledAction } from '../../src/core/claim/mergeReview'
import type { NewStamp, ReviewAction, ReviewOutcome } from '../../src/core/claim/reviewAction'
import { createClaim } from '../../src/core/claim/reviewChanges'
import { NO_RECORDS, type ReviewRecords } from '../../src/core/claim/recordTable'
import type { CitedPassage, Reviewer } from '../../src/core/claim/reviewRecord'

// A review told by calls, with a clock that ticks and ids that count: what the builders of changes are tried with.

export const ADA: Reviewer = { id: 'w-ada', name: 'Ada' }
export const BEN: Reviewer = { id: 'w-ben', name: 'Ben' }

export function minute(count: number): string {
  return new Date(Date.UTC(2024, 4, 1, 8, count)).toISOString()
}

/** A passage of the source that every story starts with. */
export function words(exact = 'ten people'): CitedPassage {
  const anchor = {
    textHash: 'a'.repeat(64),
    position: { start: 0, endExclusive: exact.length },
    quote: { prefix: '', exact, suffix: '' },
  }
  return { sourceId: 's1', anchor }
}

const hash = 'a'.repeat(64)
const SOURCE = { sha256: hash, textHash: hash, readAt: minute(0) }

export const START: ReviewRecords = {
  ...NO_RECORDS,
  source: { s1: { id: 's1', siglum: 'A', path: 'a.txt', importedAt: minute(0), versions: [SOURCE] } },
}

/** One reviewer at work on records of their own, until they hear of another's. */
export class Writer {
  readonly by: Reviewer
  readonly journal: JournalledAction[] = []
  records: ReviewRecords
  #now: number
  #ids = 0

  constructor(by: Reviewer, records = START, now = 1) {
    this.by = by
    this.records = records
    this.#now = now
  }

  /** Takes what a builder gives; throws with its code when it refuses. */
  does(make: (records: ReviewRecords, stamp: NewStamp) => ReviewOutcome): ReviewAction {
    const outcome = this.tries(make)
    if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.message}`)
    return outcome.value
  }

  /** The code with which a builder refuses; null when it does not. */
  isRefused(make: (records: ReviewRecords, stamp: NewStamp) => ReviewOutcome): string | null {
    const outcome = make(this.records, this.stamp())
    return outcome.ok ? null : outcome.error.code
  }

  tries(make: (records: ReviewRecords, stamp: NewStamp) => ReviewOutcome): ReviewOutcome {
    const outcome = make(this.records, this.stamp())
    if (outcome.ok) this.takes(outcome.value)
    return outcome
  }

  claim(statement: string): string {
    const id = this.newId()
    const evidence = [{ id: this.newId(), stance: 'supports' as const, passages: [words(statement)] }]
    this.does((records, stamp) => createClaim(records, { statement, evidence }, { ...stamp, id }))
    return id
  }

  newId(): string {
    this.#ids += 1
    return `${this.by.id}-${this.#ids}`
  }

  stamp(): NewStamp {
    this.#now += 1
    return { id: this.newId(), at: minute(this.#now), by: this.by }
  }

  takes({ changes }: Pick<ReviewAction, 'changes'>): void {
    if (changes.length === 0) return
    const sequence = this.journal.length + 1
    this.journal.push({ at: minute(this.#now), writer: this.by.id, sequence, changes })
    this.records = applyChanges(this.records, changes)
  }
}

/** What all of them together leave, in whatever order their journals are read. */
export function merged(
  before: ReviewRecords,
  ...writers: readonly { readonly journal: readonly JournalledAction[] }[]
) {
  const found: JournalledAction = {
    at: minute(0),
    writer: 'w-0',
    sequence: 1,
    changes: Object.entries(before).flatMap(([type, table]) =>
      Object.values(table as Record<string, { id: string }>).map(
        (after) => ({ type, id: after.id, before: null, after }) as never,
      ),
    ),
  }
  return recordsAfter(gatherChanges([found, ...writers.flatMap(({ journal }) => journal)]))
}
