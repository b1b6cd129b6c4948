import { join } from 'node:path'
import * as v from 'valibot'
import writeFileAtomic from 'write-file-atomic'
import { idSchema } from '../../contract/schemas'
import type { SourceNames } from '../../core/claim/renameSources'
import { listReceived, listWriters, receivedFolder, receivedPlace, type WriterPlace } from './dataFolder'
import { flushFolder, makeFolder } from './durableFile'
import { positionSchema, type JournalPosition } from './journalEntry'
import { isBeginningOf } from './journalChain'
import type { ReceivedJournal } from './reviewFile'
import { storageFailed } from './storageFailure'
import { createDocument } from './storedDocument'
import { tryReadJournal } from './loadReview'
import { defineFormat, type VersionedFormat } from './versionedFormat'

/** What a writer received in review files: how far each journal reached, and which foreign source is which of ours. */
export type ReceivedIndex = {
  readonly schema: 1
  readonly files: Readonly<Record<string, { readonly writer: string; readonly end: JournalPosition }>>
  readonly sources: Readonly<Record<string, { readonly id: string; readonly path: string }>>
}

/** `received.json`: a later schema adds its migration here and a frozen fixture. */
export const receivedFormat: VersionedFormat<ReceivedIndex> = defineFormat({
  what: 'list of received reviews',
  migrations: [],
  schema: v.strictObject({
    schema: v.literal(1),
    files: v.record(v.string(), v.strictObject({ writer: idSchema, end: positionSchema })),
    sources: v.record(idSchema, v.strictObject({ id: idSchema, path: v.string() })),
  }),
})

const NOTHING_RECEIVED: ReceivedIndex = { schema: 1, files: {}, sources: {} }

function indexPath(place: WriterPlace): string {
  return join(receivedFolder(place), 'received.json')
}

/** Null when nothing was received. @throws {UnreadableDocumentError} */
export async function readReceivedIndex(place: WriterPlace): Promise<ReceivedIndex | null> {
  const document = createDocument<ReceivedIndex | null>(indexPath(place), receivedFormat, null)
  await document.read()
  return document.data
}

/** The names that all writers of the folder gave to foreign sources; lists that cannot be read are passed over, and verify names them. */
export async function readSourceNames(dataFolder: string): Promise<SourceNames> {
  const given = new Map<string, { id: string; path: string }>()
  for (const place of await listWriters(dataFolder)) {
    const index = await readReceivedIndex(place).catch(() => null)
    for (const [id, name] of Object.entries(index?.sources ?? {})) if (!given.has(id)) given.set(id, name)
  }
  // Where two writers named each other's source, both go by the id that comes first.
  const names = new Map<string, { id: string; path: string }>()
  for (const id of given.keys()) {
    const seen = new Set([id])
    let last: { id: string; path: string } | undefined
    for (let next = given.get(id); next !== undefined && !seen.has(next.id); next = given.get(next.id)) {
      seen.add(next.id)
      last = next
    }
    const isCircle = last !== undefined && given.has(last.id)
    const [first] = [...seen].sort()
    if (last !== undefined && !isCircle) names.set(id, last)
    else if (first !== undefined && first !== id) names.set(id, { id: first, path: given.get(id)?.path ?? '' })
  }
  return names
}

/** What of a review file is new here, and where it goes. */
export type ReceivingPlan = {
  readonly journals: readonly {
    readonly place: { readonly journal: string }
    readonly name: string
    readonly received: ReceivedJournal
  }[]
  readonly sources: SourceNames
}

/**
 * Chooses a place for each journal that is not known already: over an earlier copy that it goes on from, else beside it.
 * `known` are the chains of each writer that stand in the folder.
 */
export async function planReceiving(
  own: WriterPlace,
  journals: readonly ReceivedJournal[],
  known: (writer: string) => readonly (readonly string[])[],
): Promise<ReceivingPlan['journals']> {
  const planned: { place: { journal: string }; name: string; received: ReceivedJournal }[] = []
  const copies = await listReceived(own)
  const taken = new Set(copies.map(({ journal }) => journal))
  for (const received of journals) {
    const { hashes } = received.reading
    const isKnown = known(received.writer).some((chain) => isBeginningOf(hashes, chain))
    if (isKnown || hashes.length === 0) continue
    let found: { journal: string } | null = null
    for (const copy of copies) {
      if (copy.writer !== received.writer) continue
      const attempt = await tryReadJournal(copy)
      if ('reading' in attempt && attempt.reading.damage === null && isBeginningOf(attempt.reading.hashes, hashes))
        found = copy
    }
    for (let number = 1; found === null; number++) {
      const free = receivedPlace(own, received.writer, number)
      if (!taken.has(free.journal)) found = free
    }
    taken.add(found.journal)
    planned.push({ place: found, name: found.journal.slice(receivedFolder(own).length + 1), received })
  }
  return planned
}

/** Writes what was planned; each file whole or not at all. @throws {WorkbenchError} STORAGE_FAILED */
export async function receive(own: WriterPlace, plan: ReceivingPlan): Promise<void> {
  const path = indexPath(own)
  try {
    await makeFolder(receivedFolder(own))
    for (const { place, received } of plan.journals) await writeFileAtomic(place.journal, received.bytes)
    const before = (await readReceivedIndex(own)) ?? NOTHING_RECEIVED
    const files = plan.journals.map(
      ({ name, received }) => [name, { writer: received.writer, end: received.reading.end }] as const,
    )
    const index: ReceivedIndex = {
      schema: 1,
      files: { ...before.files, ...Object.fromEntries(files) },
      sources: { ...before.sources, ...Object.fromEntries(plan.sources) },
    }
    await writeFileAtomic(path, `${JSON.stringify(index, null, 2)}\n`)
    await flushFolder(receivedFolder(own))
  } catch (error) {
    throw storageFailed('Merging the review file', path, error)
  }
}
