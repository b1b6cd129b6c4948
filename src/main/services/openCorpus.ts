import { listRecords } from '../../core/claim/recordTable'
import { registerSources } from '../../core/claim/sourceChanges'
import { recogniseSources } from '../../core/text/recogniseSources'
import { applyChanges } from '../../core/claim/applyChanges'
import { WorkbenchError } from '../../contract/errors'
import { currentReviewer } from './changeReview'
import { noticeChanges } from './noticeChanges'
import { readMissing, withChangeNotice } from './readings'
import type { CorpusReading, ReviewStore } from './ports'
import type { CorpusSession, OpenSource, ServiceContext } from './session'

/**
 * Opens a folder: reads its sources, opens its review, gives new sources their letters and keeps their bytes.
 * The corpus that was open before stays open when this fails.
 * @throws {WorkbenchError} FOLDER_UNREADABLE, STORAGE_LOCKED, STORAGE_UNREADABLE, CANCELLED
 */
export async function openCorpus(context: ServiceContext, folder: string): Promise<CorpusSession> {
  const jobId = context.clock.newId()
  const reading = await context.corpus.readFolder(folder, {
    onProgress: (done, label) => context.emit({ kind: 'job-progress', jobId, label, done }),
  })
  context.emit({ kind: 'job-ended', jobId })
  if (!reading.ok) throw new WorkbenchError(reading.error)

  const before = context.session
  if (before !== null) await closeSession(before)
  context.session = null
  const dataFolder = context.dataFolder ?? joinFolder(folder, '.crossread')
  const opened = await context.storage.openReview({ dataFolder, reviewer: currentReviewer(context) })
  if (!opened.ok) throw new WorkbenchError(opened.error)

  const sources = await registerAll(context, opened.value, dataFolder, reading.value)
  const watcher = context.corpus.watch(folder, () => void noticeChanges(context))
  const session = { folder, dataFolder, store: opened.value, sources, setAside: reading.value.setAside, watcher }
  context.session = session
  context.emit({ kind: 'corpus-changed' })
  context.emit({ kind: 'review-changed' })
  return session
}

/** Flushes the review and stops watching. */
export async function closeSession(session: CorpusSession): Promise<void> {
  await session.watcher?.close()
  await session.store.close()
}

/** Gives letters to what is new, keeps the bytes of every version, and shows cited sources that are gone from their snapshots. */
async function registerAll(
  context: ServiceContext,
  store: ReviewStore,
  dataFolder: string,
  reading: CorpusReading,
): Promise<ReadonlyMap<string, OpenSource>> {
  const at = context.clock.now()
  const records = store.records()
  const { known } = recogniseSources(listRecords(records, 'source'), reading.sources)
  const readings = reading.sources.map((source) => ({
    id: known.get(source.path)?.id ?? context.corpus.sourceIdOf(source.path),
    path: source.path,
    sha256: source.sha256,
    textHash: source.article.textHash,
  }))
  const { value: action } = registerSources(records, readings, { at })
  if (store.readOnly === null) {
    for (const source of reading.sources) await context.corpus.saveSnapshot(dataFolder, source.sha256, source.bytes)
    if (action.changes.length > 0) await store.commit(action)
  }
  const registered = new Map(
    listRecords(applyChanges(records, action.changes), 'source').map((source) => [source.path, source]),
  )
  const before = new Map(listRecords(records, 'source').map((source) => [source.id, source]))
  const sources = new Map<string, OpenSource>()
  for (const source of reading.sources) {
    const known = registered.get(source.path)
    if (known !== undefined)
      sources.set(known.id, {
        registered: known,
        reading: withChangeNotice(source, before.get(known.id)),
        state: 'current',
        readAt: at,
      })
  }
  for (const missing of await readMissing(context.corpus, store.records(), { dataFolder, present: sources }))
    sources.set(missing.registered.id, missing)
  return sources
}

function joinFolder(folder: string, name: string): string {
  return /[\\/]$/.test(folder) ? folder + name : `${folder}/${name}`
}
