import { isStoredObject, type StoredObject } from './versionedFormat'

// Schema 2 to 3: verdicts may go by a corpus's own name, and what several reviewers do together has tables of its own.

/** The tables that schema 3 added, all empty before it. Written out, since a released migration never changes. */
const NEW_TABLES = {
  verdictName: {},
  work: {},
  confirmation: {},
  seal: {},
  reply: {},
  thread: {},
  tag: {},
  tagging: {},
  filter: {},
  merging: {},
  splitting: {},
  settlement: {},
  adjudication: {},
  blind: {},
}

/** A journal line whose verdicts go by their plain names. What is no line of schema 2 stays as it is. */
export function giveJournalVerdictNames(line: StoredObject): StoredObject {
  const changes: unknown = line['changes']
  if (!Array.isArray(changes)) return line
  return { ...line, changes: changes.map(giveChangeNames) }
}

/** A review document whose verdicts go by their plain names, with the tables that are new. */
export function giveDocumentVerdictNames(document: StoredObject): StoredObject {
  const { records } = document
  if (!isStoredObject(records)) return document
  const { decision } = records
  const given = isStoredObject(decision)
    ? Object.fromEntries(Object.entries(decision).map(([id, record]) => [id, giveRecordName(record)]))
    : decision
  return { ...document, records: { ...records, decision: given, ...NEW_TABLES } }
}

function giveChangeNames(change: unknown): unknown {
  if (!isStoredObject(change) || change['type'] !== 'decision') return change
  return { ...change, before: giveRecordName(change['before']), after: giveRecordName(change['after']) }
}

function giveRecordName(record: unknown): unknown {
  return isStoredObject(record) ? { ...record, verdictNameId: null } : record
}
