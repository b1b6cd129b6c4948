import { isStoredObject, type StoredObject } from './versionedFormat'

// Schema 1 to 2: the settings of the matcher say which kinds are listed, and reviewers decide about matches.

/** The kinds that schema 1 listed: all. Written out, since a released migration never changes. */
const ALL_KINDS = ['identical', 'near', 'reworded'] as const

/** A journal line, its corpus settings with the kinds that were listed all along. What is no line of schema 1 stays as it is. */
export function giveJournalKinds(line: StoredObject): StoredObject {
  const changes: unknown = line['changes']
  if (!Array.isArray(changes)) return line
  return { ...line, changes: changes.map(giveChangeKinds) }
}

/** A review document with kinds in its corpus settings, and with a table of decisions, which is empty. */
export function giveDocumentKinds(document: StoredObject): StoredObject {
  const { records } = document
  if (!isStoredObject(records)) return document
  const { settings } = records
  const given = isStoredObject(settings)
    ? Object.fromEntries(Object.entries(settings).map(([id, record]) => [id, giveRecordKinds(record)]))
    : settings
  return { ...document, records: { ...records, settings: given, matchDecision: {} } }
}

function giveChangeKinds(change: unknown): unknown {
  if (!isStoredObject(change) || change['type'] !== 'settings') return change
  return { ...change, before: giveRecordKinds(change['before']), after: giveRecordKinds(change['after']) }
}

function giveRecordKinds(record: unknown): unknown {
  if (!isStoredObject(record) || !isStoredObject(record['match'])) return record
  return { ...record, match: { ...record['match'], kinds: ALL_KINDS } }
}
