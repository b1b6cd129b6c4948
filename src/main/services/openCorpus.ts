import { assert } from '../../core/assert'
import type { ReviewAction } from '../../core/claim/reviewAction'
import { listRecords } from '../../core/claim/recordTable'
import type { RegisteredSource, ReviewRecords } from '../../core/claim/reviewRecord'
import { registerSources, type SourceReading } from '../../core/claim/sourceChanges'
import { recogniseSources } from '../../core/text/recogniseSources'
import { applyChanges } from '../../core/claim/applyChanges'
import { WorkbenchError } from '../../contract/errors'
import { currentReviewer } from './changeReview'
import { noticeChanges } from './noticeChanges'
import type { CorpusReading, ReadSource, ReviewStore } from './ports'
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
  const action = registration(records, readings, at)
  if (store.readOnly === null) {
    for (const source of reading.sources) await context.corpus.saveSnapshot(dataFolder, source.sha256, source.bytes)
    if (action.changes.length > 0) await store.commit(action)
  }
  const registered = new Map(
    listRecords(applyChanges(records, action.changes), 'source').map((source) => [source.path, source]),
  )
  const sources = new Map<string, OpenSource>()
  for (const source of reading.sources) {
    const known = registered.get(source.path)
    if (known !== undefined)
      sources.set(known.id, {
        registered: known,
        reading: withChangeNotice(source, known, records),
        state: 'current',
        readAt: at,
      })
  }
  for (const missing of await readMissing(context, store.records(), dataFolder, sources))
    sources.set(missing.registered.id, missing)
  return sources
}

function registration(records: ReviewRecords, readings: readonly SourceReading[], at: string): ReviewAction {
  const outcome = registerSources(records, readings, { at })
  assert(outcome.ok, 'registering sources cannot fail')
  return outcome.value
}

/** A file that is another than when it was last read here says so. */
function withChangeNotice(source: ReadSource, known: RegisteredSource, before: ReviewRecords): ReadSource {
  const previous = listRecords(before, 'source')
    .find((one) => one.id === known.id)
    ?.versions.at(-1)
  if (previous === undefined || previous.sha256 === source.sha256) return source
  const message = `${source.path} has changed since it was read on ${previous.readAt.slice(0, 10)}. Passages that were cited from it were looked up again.`
  return { ...source, problems: [...source.problems, { code: 'CHANGED', message }] }
}

/** Sources that evidence or notes cite, but whose file is gone, as their last snapshot has them. */
async function readMissing(
  context: ServiceContext,
  records: ReviewRecords,
  dataFolder: string,
  present: ReadonlyMap<string, OpenSource>,
): Promise<OpenSource[]> {
  const cited = new Set(
    [...listRecords(records, 'evidence'), ...listRecords(records, 'note')].flatMap((one) =>
      one.passages.map((passage) => passage.sourceId),
    ),
  )
  const missing: OpenSource[] = []
  for (const registered of listRecords(records, 'source')) {
    const last = registered.versions.at(-1)
    if (present.has(registered.id) || !cited.has(registered.id) || last === undefined) continue
    const bytes = await context.corpus.readSnapshot(dataFolder, last.sha256)
    const reading = bytes === null ? null : context.corpus.readBytes(registered.path, bytes)
    if (reading === null || !reading.ok) continue
    missing.push({ registered, reading: reading.value, state: 'missing', readAt: last.readAt })
  }
  return missing
}

function joinFolder(folder: string, name: string): string {
  return /[\\/]$/.test(folder) ? folder + name : `${folder}/${name}`
}
