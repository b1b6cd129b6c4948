import { failure, success, type Result } from '../result'
import { invertChanges } from './applyChanges'
import { refuseWhereSealed } from './claimGuard'
import { hangingOf, type Hanging } from './hanging'
import type { HistoryEntry } from './historyEntry'
import { count } from './historyNames'
import { isOfType, type HistoryTimelines } from './historyTimelines'
import { nounsOf } from './historyWords'
import { recordKey } from './mergeReview'
import {
  findRecord,
  listRecords,
  type RecordChange,
  type RecordMap,
  type RecordType,
  type ReviewRecords,
} from './recordTable'
import { act, refuse, type ReviewFailure, type ReviewOutcome } from './reviewAction'

// Bringing back what was removed, whenever that was and whoever did it.

/** A record by its type and id. */
export type RecordName = { readonly type: RecordType; readonly id: string }

type Parents<T extends RecordType> = (record: RecordMap[T], isNote: (id: string) => boolean) => readonly RecordName[]

const NONE: readonly RecordName[] = []

/** What a record of each type hangs on, so that it means nothing without it; a type that is left out does not compile. */
const PARENTS: { readonly [T in RecordType]: Parents<T> } = {
  claim: () => NONE,
  decision: ({ claimId }) => [{ type: 'claim', id: claimId }],
  evidence: ({ claimId }) => [{ type: 'claim', id: claimId }],
  note: () => NONE,
  source: () => NONE,
  metadata: () => NONE,
  furniture: () => NONE,
  settings: () => NONE,
  reviewer: () => NONE,
  matchDecision: () => NONE,
  verdictName: () => NONE,
  work: ({ id }) => [{ type: 'claim', id }],
  confirmation: ({ claimId, decisionId }) => [
    { type: 'claim', id: claimId },
    { type: 'decision', id: decisionId },
  ],
  seal: ({ claimId }) => [{ type: 'claim', id: claimId }],
  reply: ({ on }) => [on],
  thread: ({ id }, isNote) => [{ type: isNote(id) ? 'note' : 'claim', id }],
  tag: () => NONE,
  tagging: ({ tagId, on }) => [{ type: 'tag', id: tagId }, on],
  filter: () => NONE,
  merging: ({ id, into }) => [
    { type: 'claim', id },
    { type: 'claim', id: into },
  ],
  splitting: ({ id }) => [{ type: 'claim', id }],
  settlement: ({ on }) => [{ type: on.type, id: on.id }],
  adjudication: ({ id, claimId }) => [
    { type: 'claim', id: claimId },
    { type: 'decision', id },
  ],
  blind: () => NONE,
}

/** All entries, and what every record was. */
export type WholeHistory = { readonly entries: readonly HistoryEntry[]; readonly timelines: HistoryTimelines }

/** What an entry removed that is not there now, without what hangs on something else that it removed: that comes along. */
export function restorableOf(
  records: ReviewRecords,
  { timelines }: Pick<WholeHistory, 'timelines'>,
  entry: Pick<HistoryEntry, 'changes'>,
): readonly RecordChange[] {
  const removed = removedBy(entry)
  const isNote = noteTeller(records, timelines)
  return [...removed.values()].filter(
    (change) =>
      findRecord(records, change.type, change.id) === null &&
      !parentsOf(change.type, change, isNote).some((parent) => removed.has(recordKey(parent))),
  )
}

/**
 * Brings back a record that the entry at `position` removed (`what` null: all that it removed), with everything that was removed
 * along with it and hangs on it. What it hangs on itself is brought back too where that is gone. Fails with ALREADY_THERE,
 * NOT_RESTORABLE (the entry removed no such thing, or what it hangs on cannot be found), CLAIM_SEALED or NAME_TAKEN.
 */
export function restoreRemoved(
  records: ReviewRecords,
  history: WholeHistory,
  { position, what }: { readonly position: number; readonly what: RecordName | null },
): ReviewOutcome {
  const entry = history.entries[position]
  const removed = entry === undefined ? new Map<string, RecordChange>() : removedBy(entry)
  const asked = what === null ? [...removed.values()] : [...removed.values()].filter(isRecord(what))
  if (asked.length === 0) return refuse('NOT_RESTORABLE', 'Nothing of that kind was removed there.')
  if (asked.every(({ type, id }) => findRecord(records, type, id) !== null))
    return refuse('ALREADY_THERE', 'It is there again already: it was brought back, or its removal was undone.')
  const gathered = gather(records, history, position, asked)
  if (!gathered.ok) return gathered
  const changes = invertChanges([...gathered.value].reverse())
  const wrong = refusal(records, hangingOf(records), changes)
  if (wrong !== null) return wrong
  const [first] = what === null ? gathered.value : asked
  const type = first?.type ?? 'claim'
  const number = what === null ? changes.filter((change) => change.type === type).length : 1
  const { one, many } = nounsOf(type)
  return act(number === 1 ? `bring back a ${one}` : `bring back ${count(number, one, many)}`, changes)
}

/** The removals to take back: those asked for, all that hangs on them, and what they hang on. */
function gather(
  records: ReviewRecords,
  history: WholeHistory,
  position: number,
  asked: readonly RecordChange[],
): Result<readonly RecordChange[], ReviewFailure> {
  const { entries, timelines } = history
  const isNote = noteTeller(records, timelines)
  const removals = new Map<number, Removals>()
  const removalsAt = (at: number): Removals => {
    const known = removals.get(at) ?? new Removals(entries[at]?.changes ?? [], isNote)
    removals.set(at, known)
    return known
  }
  const taken = new Map<string, RecordChange>()
  const waiting = asked.map((change) => ({ change, at: position }))
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { change, at } = next
    if (taken.has(recordKey(change)) || findRecord(records, change.type, change.id) !== null) continue
    taken.set(recordKey(change), change)
    for (const parent of parentsOf(change.type, change, isNote)) {
      if (findRecord(records, parent.type, parent.id) !== null || taken.has(recordKey(parent))) continue
      const along = removalsAt(at).get(parent)
      const other = along === null ? timelines.lastRemoval(parent.type, parent.id, entries.length) : at
      const found = along ?? (other === null ? null : removalsAt(other).get(parent))
      if (found === null || other === null) {
        const { one } = nounsOf(parent.type)
        return refuse(
          'NOT_RESTORABLE',
          `It cannot be brought back: the ${one} that it belongs to is not in any journal.`,
        )
      }
      waiting.push({ change: found, at: other })
    }
    for (const child of removalsAt(at).on(change)) waiting.push({ change: child, at })
  }
  return success([...taken.values()])
}

/** What one entry removed, by name and by what it hangs on. */
class Removals {
  readonly #removed: ReadonlyMap<string, RecordChange>
  readonly #children = new Map<string, RecordChange[]>()

  constructor(changes: readonly RecordChange[], isNote: (id: string) => boolean) {
    this.#removed = removedBy({ changes })
    for (const change of this.#removed.values()) {
      for (const parent of parentsOf(change.type, change, isNote)) {
        const children = this.#children.get(recordKey(parent))
        if (children === undefined) this.#children.set(recordKey(parent), [change])
        else children.push(change)
      }
    }
  }

  get(name: RecordName): RecordChange | null {
    return this.#removed.get(recordKey(name)) ?? null
  }

  on(name: RecordName): readonly RecordChange[] {
    return this.#children.get(recordKey(name)) ?? []
  }
}

/** Why it may not be done now: a sealed claim would change, or a name is another's by now. */
function refusal(
  records: ReviewRecords,
  hanging: Hanging,
  changes: readonly RecordChange[],
): Result<never, ReviewFailure> | null {
  for (const change of changes) {
    const { after } = change
    if (after === null) continue
    if (change.type === 'decision' || change.type === 'evidence' || change.type === 'adjudication') {
      const sealed = 'claimId' in after ? refuseWhereSealed(hanging, after.claimId) : null
      if (sealed !== null) return sealed
    }
    if ((change.type === 'tag' || change.type === 'verdictName' || change.type === 'filter') && 'name' in after) {
      const name = after.name ?? ''
      const others: readonly { readonly name: string }[] = listRecords(records, change.type)
      if (others.some((other) => other.name.toLowerCase() === name.toLowerCase()))
        return failure({
          code: 'NAME_TAKEN',
          message: `There is another ${nounsOf(change.type).one} called “${name}” now. Give that one another name first.`,
        })
    }
  }
  return null
}

function removedBy({ changes }: Pick<HistoryEntry, 'changes'>): ReadonlyMap<string, RecordChange> {
  const removals = changes.filter(({ before, after }) => before !== null && after === null)
  return new Map(removals.map((change) => [recordKey(change), change]))
}

function parentsOf<T extends RecordType>(
  type: T,
  change: RecordChange,
  isNote: (id: string) => boolean,
): readonly RecordName[] {
  const parents: Parents<T> = PARENTS[type]
  if (!isOfType(change, type)) return NONE
  const record = change.before ?? change.after
  return record === null ? NONE : parents(record, isNote)
}

/** A claim and a note never share an id. */
function noteTeller(records: ReviewRecords, timelines: HistoryTimelines): (id: string) => boolean {
  return (id) => findRecord(records, 'note', id) !== null || timelines.lastRemoval('note', id, Infinity) !== null
}

function isRecord(name: RecordName): (change: RecordChange) => boolean {
  return ({ type, id }) => type === name.type && id === name.id
}
