import { listRecords } from '../../core/claim/recordTable'
import { registerSources } from '../../core/claim/sourceChanges'
import { recogniseSources } from '../../core/text/recogniseSources'
import { applyChanges } from '../../core/claim/applyChanges'
import { WorkbenchError } from '../../contract/errors'
import { currentReviewer } from './changeReview'
import { NO_EARLIER_TEXTS, withEarlierTexts } from './earlierTexts'
import { watchChanges } from './noticeChanges'
import { CHANGED, readMissing, shownReading, withChangeNotice, type ShownReading } from './readings'
import type { CorpusReading, ReviewStore } from './ports'
import type { CorpusSession, OpenSource, ServiceContext } from './session'
import { newVersionEvent } from './sources'
import { watchColleagues, watchTogether } from './watchColleagues'

/**
 * Opens a folder: reads its sources, opens its review, gives new sources their letters and keeps their bytes.
 * The corpus that was open before is open again when this fails.
 * @throws {WorkbenchError} FOLDER_UNREADABLE, STORAGE_LOCKED, STORAGE_UNREADABLE, STORAGE_FAILED, READ_ONLY, CANCELLED
 */
export function openCorpus(context: ServiceContext, place: string): Promise<CorpusSession> {
  const folder = context.corpus.absolute(place)
  return context.inTurn(async () => {
    const reading = await readWhole(context, folder)
    const before = context.session
    // Let go of first, since both may be the same folder, under one name or two, and a review has one writer.
    if (before !== null) await closeSession(context, before)
    try {
      const session = await startSession(context, folder, reading)
      context.session = session
      for (const source of session.sources.values())
        if (isNewVersion(source)) context.emit(newVersionEvent(session, source))
      return session
    } catch (error) {
      if (before !== null) context.session = await resumeSession(context, before)
      throw error
    } finally {
      context.emit({ kind: 'corpus-changed' })
      context.emit({ kind: 'review-changed' })
    }
  })
}

/** Stops watching, flushes the review and lets go of it. What goes wrong is told and ends nothing: the journal is on the disk. */
export async function closeSession(context: ServiceContext, session: CorpusSession): Promise<void> {
  const ends = await Promise.allSettled([session.watcher?.close(), session.store.close()])
  for (const end of ends) if (end.status === 'rejected') context.onBug(end.reason, 'closing a corpus')
}

async function readWhole(context: ServiceContext, folder: string): Promise<CorpusReading> {
  const jobId = context.clock.newId()
  const stop = new AbortController()
  context.readings.set(jobId, stop)
  try {
    const reading = await context.corpus.readFolder(folder, {
      signal: stop.signal,
      onProgress: (done, label) => context.emit({ kind: 'job-progress', jobId, label, done }),
    })
    if (!reading.ok) throw new WorkbenchError(reading.error)
    return reading.value
  } finally {
    context.readings.delete(jobId)
    context.emit({ kind: 'job-ended', jobId })
  }
}

async function startSession(context: ServiceContext, folder: string, reading: CorpusReading): Promise<CorpusSession> {
  const dataFolder = dataFolderOf(context, folder)
  const opened = await context.storage.openReview({ dataFolder, reviewer: currentReviewer(context) })
  if (!opened.ok) throw new WorkbenchError(opened.error)
  const store = opened.value
  try {
    const sources = await registerAll(context, store, dataFolder, reading)
    const watcher = watchTogether([watchChanges(context, folder), watchColleagues(context, store)])
    context.dataFolderOwner ??= folder
    return { folder, dataFolder, store, sources, setAside: reading.setAside, watcher }
  } catch (error) {
    // A review that nobody has would keep its lock until the program ends.
    await store.close()
    throw error
  }
}

/** What was open before, open again after another folder could not be opened; as it was left, where its review cannot be had any more. */
async function resumeSession(context: ServiceContext, before: CorpusSession): Promise<CorpusSession> {
  const reviewer = currentReviewer(context)
  const opened = await context.storage.openReview({ dataFolder: before.dataFolder, reviewer })
  const watchers = [watchChanges(context, before.folder)]
  if (!opened.ok) return { ...before, watcher: watchTogether(watchers) }
  const watcher = watchTogether([...watchers, watchColleagues(context, opened.value)])
  return { ...before, store: opened.value, watcher }
}

/** Gives letters to what is new, keeps the bytes of every version, and reads snapshots: of cited sources that are gone, and of earlier texts that are cited. */
async function registerAll(
  context: ServiceContext,
  store: ReviewStore,
  dataFolder: string,
  reading: CorpusReading,
): Promise<ReadonlyMap<string, OpenSource>> {
  const at = context.clock.now()
  await store.keepLetters()
  const records = store.records()
  const { known } = recogniseSources(listRecords(records, 'source'), reading.sources)
  const shown: ShownReading[] = []
  for (const file of reading.sources)
    shown.push(await shownReading(context.corpus, dataFolder, { file, registered: known.get(file.path) }))
  const readings = shown.map(({ reading: { path }, version }) => ({
    id: known.get(path)?.id ?? context.corpus.sourceIdOf(path),
    path,
    ...version,
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
  for (const { reading, state, fileSha256 } of shown) {
    const known = registered.get(reading.path)
    if (known === undefined) continue
    const noticed = withChangeNotice(reading, { registered: before.get(known.id), fileSha256 })
    sources.set(known.id, {
      registered: known,
      reading: noticed,
      state,
      readAt: at,
      fileSha256,
      earlier: NO_EARLIER_TEXTS,
    })
  }
  const missing = await readMissing(context.corpus, store.records(), { dataFolder, present: sources })
  const all = { dataFolder, sources: [...sources.values(), ...missing] }
  const complete = await withEarlierTexts(context.corpus, store.records(), all)
  return new Map(complete.map((source) => [source.registered.id, source]))
}

/** Whether the file changed while the corpus was closed, so that another text came in. */
function isNewVersion({ reading, registered }: OpenSource): boolean {
  const [before, now] = registered.versions.slice(-2)
  return reading.problems.some(({ code }) => code === CHANGED) && before?.textHash !== now?.textHash
}

/** Another folder than the one that a data folder was named for keeps its review beside its sources: two reviews in one would mix. */
function dataFolderOf(context: ServiceContext, folder: string): string {
  const { dataFolder, dataFolderOwner } = context
  const isNamedFor = dataFolderOwner === null || dataFolderOwner === folder
  return dataFolder !== null && isNamedFor ? dataFolder : joinFolder(folder, '.crossread')
}

function joinFolder(folder: string, name: string): string {
  return /[\\/]$/.test(folder) ? folder + name : `${folder}/${name}`
}
