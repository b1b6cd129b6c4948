import type { ChangeOf, RecordChange, RecordMap, RecordType, ReviewRecords } from './recordTable'

/** The records after the changes, one after another. The records that came in stay as they are. */
export function applyChanges(records: ReviewRecords, changes: readonly RecordChange[]): ReviewRecords {
  return {
    claim: changeTable(records, 'claim', changes),
    decision: changeTable(records, 'decision', changes),
    evidence: changeTable(records, 'evidence', changes),
    note: changeTable(records, 'note', changes),
    source: changeTable(records, 'source', changes),
    metadata: changeTable(records, 'metadata', changes),
    furniture: changeTable(records, 'furniture', changes),
    settings: changeTable(records, 'settings', changes),
    reviewer: changeTable(records, 'reviewer', changes),
    matchDecision: changeTable(records, 'matchDecision', changes),
    verdictName: changeTable(records, 'verdictName', changes),
    work: changeTable(records, 'work', changes),
    confirmation: changeTable(records, 'confirmation', changes),
    seal: changeTable(records, 'seal', changes),
    reply: changeTable(records, 'reply', changes),
    thread: changeTable(records, 'thread', changes),
    tag: changeTable(records, 'tag', changes),
    tagging: changeTable(records, 'tagging', changes),
    filter: changeTable(records, 'filter', changes),
    merging: changeTable(records, 'merging', changes),
    splitting: changeTable(records, 'splitting', changes),
    settlement: changeTable(records, 'settlement', changes),
    adjudication: changeTable(records, 'adjudication', changes),
    blind: changeTable(records, 'blind', changes),
  }
}

/** The changes that take these back: in reverse order, before and after exchanged. */
export function invertChanges(changes: readonly RecordChange[]): readonly RecordChange[] {
  return changes.toReversed().map(invertChange)
}

function invertChange<T extends RecordType>(change: ChangeOf<T>): ChangeOf<T> {
  return { ...change, before: change.after, after: change.before }
}

function changeTable<T extends RecordType>(
  records: ReviewRecords,
  type: T,
  changes: readonly RecordChange[],
): Readonly<Record<string, RecordMap[T]>> {
  const ofType = changes.filter((change) => isOfType(change, type))
  if (ofType.length === 0) return records[type]
  const [first, ...others] = ofType
  // By far the most common change, and half as dear this way.
  if (first !== undefined && first.after !== null && others.length === 0)
    return { ...records[type], [first.id]: first.after }
  // A map, since an id such as `__proto__` set on an object would not become an entry.
  const table = new Map(Object.entries<RecordMap[T]>(records[type]))
  for (const { id, after } of ofType) {
    if (after === null) table.delete(id)
    else table.set(id, after)
  }
  return Object.fromEntries(table)
}

function isOfType<T extends RecordType>(change: RecordChange, type: T): change is RecordChange & ChangeOf<T> {
  return change.type === type
}
