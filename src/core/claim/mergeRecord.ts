import { DEFAULT_MATCH_SETTINGS } from '../match/passageMatch'
import type { RecordChange, RecordMap, RecordType } from './recordTable'
import type { RegisteredSource } from './reviewRecord'
import { sameValue } from './sameValue'

/** When and by which writer something was written down, and as the how-manieth of that writer's actions, from 1. */
export type JournalStamp = { readonly at: string; readonly writer: string; readonly sequence: number }

/** One change of a record; `place` counts, from 0, the changes of the action that it is part of. */
export type StampedChange = JournalStamp & { readonly place: number; readonly change: RecordChange }

type AnyRecord = RecordMap[RecordType]
/** A record as its fields; corrected metadata as one field for each piece of it. */
type Fields = ReadonlyMap<string, unknown>

/** One of two values that were given to a field apart, and who gave it. */
export type GivenValue = { readonly value: unknown; readonly writer: string; readonly at: string }
/** A field that two writers set to different values, neither knowing of the other; `kept` counts, being the later. */
export type FieldConflict = { readonly field: string; readonly kept: GivenValue; readonly other: GivenValue }

/** The field that stands for the whole record where one writer removed what another one changed. */
const WHOLE = 'record'
/** Fields that follow from others, or have a rule of their own: two values of them are no conflict. */
const ACCOMPANYING: readonly string[] = [
  'updatedAt',
  'at',
  'by',
  'createdAt',
  'createdBy',
  'importedAt',
  'versions',
  'siglum',
]

/** Negative when `a` comes before `b`: by time, then writer, then action, then place in it. Zero only for the same change. */
export function compareStamped(a: StampedChange, b: StampedChange): number {
  if (a === b) return 0
  return (
    compareText(a.at, b.at) ||
    compareText(a.writer, b.writer) ||
    a.sequence - b.sequence ||
    a.place - b.place ||
    // Two copies of one installation can number their actions alike.
    (sameValue(a.change, b.change) ? 0 : compareText(JSON.stringify(a.change), JSON.stringify(b.change)))
  )
}

/** The changes in the order in which they count, each once. */
export function inOrder(changes: readonly StampedChange[]): readonly StampedChange[] {
  const sorted = changes.toSorted(compareStamped)
  return sorted.filter((change, place) => {
    const before = sorted[place - 1]
    return before === undefined || compareStamped(before, change) !== 0
  })
}

/**
 * The record after changes of all writers, in order; null when it is not there. What a change sets counts, what it leaves
 * as it was does not: so of two writers who did not know of each other, each keeps the fields that only they changed.
 */
export function mergeRecord(changes: readonly StampedChange[]): AnyRecord | null {
  let record: AnyRecord | null = null
  for (const { change } of changes) record = applyToRecord(record, change)
  return record
}

/** The record after one more change. */
export function applyToRecord(record: AnyRecord | null, change: RecordChange): AnyRecord | null {
  const { before, after } = change
  if (after === null || record === null || sameValue(before, record)) return after
  if (change.type === 'source' && change.after !== null) {
    return mergeSource(parseSource(record), change.before, change.after)
  }
  const merged = new Map(fieldsOf(record))
  for (const [field, value] of fieldsSet(change)) {
    if (value === undefined) merged.delete(field)
    else merged.set(field, value)
  }
  return recordOf(merged, change.type)
}

/** The fields of a record that were set apart and stand so, in the order of their names. */
export function findConflicts(changes: readonly StampedChange[]): readonly FieldConflict[] {
  const conflicts = new Map<string, FieldConflict>()
  const setBy = new Map<string, StampedChange>()
  let record: AnyRecord | null = null
  for (const stamped of changes) {
    const { change } = stamped
    if (record === null || change.after === null) noteRemoval(conflicts, setBy, stamped, record)
    else if (!sameValue(change.before, record) || conflicts.size > 0) noteFields(conflicts, setBy, stamped, record)
    for (const [field] of change.after === null ? [] : fieldsSet(change)) setBy.set(field, stamped)
    setBy.set(WHOLE, stamped)
    record = applyToRecord(record, change)
  }
  return [...conflicts.values()].toSorted((a, b) => compareText(a.field, b.field))
}

type Conflicts = Map<string, FieldConflict>
type Setters = ReadonlyMap<string, StampedChange>

function noteFields(conflicts: Conflicts, setBy: Setters, stamped: StampedChange, record: AnyRecord): void {
  const fields = fieldsOf(record)
  const known = knownFields(stamped.change)
  for (const [field, value] of fieldsSet(stamped.change)) {
    if (ACCOMPANYING.includes(field)) continue
    const present = fields.get(field)
    const standing = conflicts.get(field)
    const knew = sameValue(known.get(field), present)
    if (!knew && !sameValue(value, present)) {
      conflicts.set(field, { field, kept: given(stamped, value), other: given(setBy.get(field) ?? stamped, present) })
    } else if (standing !== undefined && knew) {
      // Who goes on from their own value need not have seen the other; who builds on a colleague's has.
      const settled = stamped.writer !== standing.kept.writer || sameValue(value, standing.other.value)
      if (settled) conflicts.delete(field)
      else conflicts.set(field, { ...standing, kept: given(stamped, value) })
    }
  }
}

function noteRemoval(conflicts: Conflicts, setBy: Setters, stamped: StampedChange, record: AnyRecord | null): void {
  const { before, after } = stamped.change
  conflicts.clear()
  const last = setBy.get(WHOLE)
  if (last === undefined || last.writer === stamped.writer) return
  const apart =
    after === null ? record !== null && !sameMeaning(before, record) : before !== null && last.change.after === null
  if (!apart) return
  const [kept, other] = after === null ? ['removed', 'changed'] : ['changed', 'removed']
  conflicts.set(WHOLE, { field: WHOLE, kept: given(stamped, kept), other: given(last, other) })
}

function sameMeaning(a: AnyRecord | null, b: AnyRecord): boolean {
  if (a === null) return false
  const fields = fieldsOf(b)
  return [...fieldsOf(a)].every(([field, value]) => ACCOMPANYING.includes(field) || sameValue(value, fields.get(field)))
}

function given(stamped: StampedChange, value: unknown): GivenValue {
  return { value: value ?? null, writer: stamped.writer, at: stamped.at }
}

/** The fields that a change sets, with their values; undefined for one that it takes away. */
function fieldsSet(change: RecordChange): (readonly [string, unknown])[] {
  const after = change.after === null ? new Map<string, unknown>() : fieldsOf(change.after)
  const before = knownFields(change)
  const names = new Set([...before.keys(), ...after.keys()])
  return [...names].flatMap((name) =>
    sameValue(before.get(name), after.get(name)) ? [] : [[name, after.get(name)] as const],
  )
}

/** What the writer took the record to be. Records that all share by their id count as there, and empty, before anyone wrote them. */
function knownFields(change: RecordChange): Fields {
  if (change.before !== null) return fieldsOf(change.before)
  switch (change.type) {
    case 'metadata':
      return new Map([['id', change.id]])
    case 'settings':
      return fieldsOf({ id: 'corpus', name: null, match: DEFAULT_MATCH_SETTINGS })
    case 'work':
      return new Map<string, unknown>([
        ['id', change.id],
        ['state', 'open'],
        ['assignee', null],
      ])
    default:
      return new Map()
  }
}

/** A field of corrected metadata, as conflicts name it: `fields.title`. */
const CORRECTED = 'fields.'

function fieldsOf(record: AnyRecord): Fields {
  const fields = new Map<string, unknown>()
  for (const [name, value] of Object.entries<unknown>(record)) if (name !== 'fields') fields.set(name, value)
  if ('fields' in record) {
    for (const [piece, text] of Object.entries<unknown>(record.fields)) fields.set(CORRECTED + piece, text)
  }
  return fields
}

function recordOf(fields: Fields, type: RecordType): AnyRecord {
  const plain: Record<string, unknown> = {}
  const corrected: Record<string, unknown> = {}
  for (const [name, value] of fields) {
    if (name.startsWith(CORRECTED)) corrected[name.slice(CORRECTED.length)] = value
    else plain[name] = value
  }
  const whole = type === 'metadata' ? { ...plain, fields: corrected } : plain
  // eslint-disable-next-line no-restricted-syntax -- the fields of records of one type, each whole and parsed: no schema could say more
  return whole as AnyRecord
}

function parseSource(record: AnyRecord): RegisteredSource {
  // eslint-disable-next-line no-restricted-syntax -- changes are gathered by type and id, so what a change of a source meets is a source
  return record as RegisteredSource
}

/** A source that two writers registered or read apart: the letter of the first import, and every version that anyone read. */
function mergeSource(
  source: RegisteredSource,
  before: RegisteredSource | null,
  after: RegisteredSource,
): RegisteredSource {
  const first = before === null && after.importedAt < source.importedAt ? after : source
  return {
    id: source.id,
    siglum: before !== null && before.siglum !== after.siglum ? after.siglum : first.siglum,
    path: before?.path === after.path ? source.path : after.path,
    importedAt: first.importedAt,
    versions: mergeVersions(source.versions, after.versions),
  }
}

/** All versions by the time of reading; one that was read twice in a row counts once. */
function mergeVersions(a: RegisteredSource['versions'], b: RegisteredSource['versions']): RegisteredSource['versions'] {
  const sorted = [...a, ...b].toSorted(
    (one, other) =>
      compareText(one.readAt, other.readAt) ||
      compareText(one.sha256, other.sha256) ||
      compareText(one.textHash, other.textHash),
  )
  return sorted.filter((version, place) => {
    const last = sorted[place - 1]
    return last === undefined || !sameValue({ ...last, readAt: '' }, { ...version, readAt: '' })
  })
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
