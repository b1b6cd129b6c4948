import type { HistoryIndex } from '../../core/claim/historyIndex'
import { kindsOf } from '../../core/claim/historyKinds'
import { restorableOf, restoreRemoved } from '../../core/claim/historyRestore'
import { thingWords } from '../../core/claim/historyWords'
import { findRecord, type ReviewRecords } from '../../core/claim/recordTable'
import type { EndpointOutput, ParsedInput } from '../../contract/endpoints'
import { WorkbenchError } from '../../contract/errors'
import type { HistoryEntryView } from '../../contract/historyEndpoints'
import type { ReviewPatch } from '../../contract/reviewPatch'
import type { Handlers } from '../../contract/router'
import { step } from './claims'
import { openHistory, wholeHistory } from './openHistory'
import { openSession, type ServiceContext } from './session'

/** Claims, notes and sources that an entry links to; a change of a thousand claims at once is counted, not listed. */
const MOST_LINKS = 12

/** The history of the corpus, and bringing back what was removed. */
export function historyHandlers(context: ServiceContext): Pick<Handlers, 'history.list' | 'history.restore'> {
  return {
    'history.list': (input) => Promise.resolve(listHistory(context, input)),
    'history.restore': (input) => restore(context, input),
  }
}

function listHistory(context: ServiceContext, input: ParsedInput<'history.list'>): EndpointOutput<'history.list'> {
  const session = openSession(context)
  const index = openHistory(session)
  const { reviewerId, kinds, text } = input
  const about = input.about.type === 'corpus' ? null : input.about
  const page = index.page({ about, reviewerId, kinds, text }, input.before, input.limit)
  const records = session.store.records()
  return {
    entries: page.positions.flatMap((position) => toEntryView(index, records, position) ?? []),
    next: page.next,
    total: page.total,
    writers: writersOf(index),
  }
}

/** @throws {WorkbenchError} ENTRY_UNKNOWN, ALREADY_THERE, NOT_RESTORABLE, CLAIM_SEALED, NAME_TAKEN, READ_ONLY or STORAGE_FAILED */
function restore(context: ServiceContext, input: ParsedInput<'history.restore'>): Promise<ReviewPatch> {
  const session = openSession(context)
  const { writer, sequence, what } = input
  const whole = wholeHistory(session)
  const position = whole.positionOf(writer, sequence)
  if (position === null || openHistory(session).positionOf(writer, sequence) === null) {
    throw new WorkbenchError({
      code: 'ENTRY_UNKNOWN',
      message: `There is no entry ${sequence} of the reviewer ${writer} in the history.`,
    })
  }
  const outcome = restoreRemoved(session.store.records(), whole, { position, what })
  if (!outcome.ok) throw new WorkbenchError(outcome.error)
  return step(context, ({ store }) => store.commit(outcome.value))
}

function toEntryView(index: HistoryIndex, records: ReviewRecords, position: number): HistoryEntryView | null {
  const entry = index.entries[position]
  if (entry === undefined) return null
  const names = index.names(position)
  const { fields, leftOut } = index.fields(position)
  const touched = index.touched(position)
  const restorable = restorableOf(records, index, entry)
  return {
    writer: entry.writer,
    sequence: entry.sequence,
    at: entry.at,
    by: index.by(position),
    label: entry.label,
    sentence: index.sentence(position),
    kinds: [...kindsOf(entry.changes)],
    details: fields.map((field) => ({ ...field, edits: field.edits === null ? null : [...field.edits] })),
    detailsLeftOut: leftOut,
    touched: touched.slice(0, MOST_LINKS).map((subject) => ({
      ...subject,
      name: index.subjectName(subject, position),
      present: findRecord(records, subject.type, subject.id) !== null,
    })),
    touchedLeftOut: Math.max(0, touched.length - MOST_LINKS),
    reverts: entry.reverts,
    revertedBy: index.revertedBy(position),
    restorable: restorable
      .slice(0, MOST_LINKS)
      .map((change) => ({ type: change.type, id: change.id, what: thingWords(change, names) })),
    restorableLeftOut: Math.max(0, restorable.length - MOST_LINKS),
  }
}

function writersOf(index: HistoryIndex): EndpointOutput<'history.list'>['writers'] {
  const writers = new Map<string, { entries: number; last: number }>()
  index.entries.forEach(({ writer }, position) => {
    writers.set(writer, { entries: (writers.get(writer)?.entries ?? 0) + 1, last: position })
  })
  return [...writers].map(([id, { entries, last }]) => ({ id, name: index.by(last), entries }))
}
