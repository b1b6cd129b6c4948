import { listRecords, type RecordMap, type RecordType, type ReviewRecords } from './recordTable'
import type { Reviewer } from './reviewRecord'
import { compareText } from './timeOrder'

type Signature = { readonly name: string; readonly at: string }
type Signatures = ReadonlyMap<string, Signature>
type Signed = { readonly reviewer: Reviewer | null; readonly at: string }

/** What was found in a table, which is never edited: most changes leave most tables as they were. */
const found = new WeakMap<object, Signatures>()

/** Everyone who is known of a corpus, by id: under the name of their writer, or else under the one that they last signed with. */
export function knownReviewers(records: ReviewRecords): readonly Reviewer[] {
  const names = new Map<string, Signature>()
  for (const signatures of [
    signaturesOf(records, 'claim', created),
    signaturesOf(records, 'evidence', created),
    signaturesOf(records, 'note', created),
    signaturesOf(records, 'reply', created),
    signaturesOf(records, 'filter', created),
    signaturesOf(records, 'decision', done),
    signaturesOf(records, 'confirmation', done),
    signaturesOf(records, 'seal', done),
    signaturesOf(records, 'merging', done),
    signaturesOf(records, 'splitting', done),
    signaturesOf(records, 'thread', done),
    signaturesOf(records, 'settlement', done),
    signaturesOf(records, 'work', (work) => [...done(work), { reviewer: work.assignee, at: work.at }]),
  ])
    for (const [id, signature] of signatures) meet(names, id, signature)
  for (const { id, name } of listRecords(records, 'reviewer')) names.set(id, { name, at: '' })
  return [...names].map(([id, { name }]) => ({ id, name })).sort((a, b) => compareText(a.id, b.id))
}

function signaturesOf<T extends RecordType>(
  records: ReviewRecords,
  type: T,
  signedIn: (record: RecordMap[T]) => readonly Signed[],
): Signatures {
  const known = found.get(records[type])
  if (known !== undefined) return known
  const names = new Map<string, Signature>()
  for (const record of listRecords(records, type))
    for (const { reviewer, at } of signedIn(record))
      if (reviewer !== null) meet(names, reviewer.id, { name: reviewer.name, at })
  found.set(records[type], names)
  return names
}

function created(record: { readonly createdAt: string; readonly createdBy: Reviewer }): readonly Signed[] {
  return [{ reviewer: record.createdBy, at: record.createdAt }]
}

function done(record: { readonly at: string; readonly by: Reviewer }): readonly Signed[] {
  return [{ reviewer: record.by, at: record.at }]
}

function meet(names: Map<string, Signature>, id: string, { name, at }: Signature): void {
  const known = names.get(id)
  if (known === undefined || known.at < at || (known.at === at && known.name < name)) names.set(id, { name, at })
}
