import { listRecords } from '../../core/claim/recordTable'
import { recogniseSources } from '../../core/text/recogniseSources'
import { WorkbenchError } from '../../contract/errors'
import type { ReadSource, SetAsideFile, SourceProblem } from './ports'
import { emptyNotice, isEmpty, NOT_TAKEN, notTaken, shownReading, withChangeNotice, withNotice } from './readings'
import { openSession, type CorpusSession, type OpenSource, type ServiceContext } from './session'
import { register } from './sources'

/** Looks at the folder, in turn, whenever its files change; once, however often they change before the turn comes. */
export function watchChanges(context: ServiceContext, folder: string): { close(): Promise<void> } {
  let waiting = false
  return context.corpus.watch(folder, () => {
    if (waiting) return
    waiting = true
    const looked = context.inTurn(() => {
      waiting = false
      return noticeChanges(context, folder)
    })
    // Nobody waits for this, and a rejection that nobody hears would end the program.
    looked.catch((error: unknown) => context.onBug(error, 'looking at what changed in the folder'))
  })
}

/**
 * Looks what happened to the folder since it was read. A file that is another than was read is read again and is a new
 * version; a file that is new becomes a source, and one that was renamed stays the source that it was. In a review that is
 * open for reading only, all of it is shown and nothing is registered.
 */
async function noticeChanges(context: ServiceContext, folder: string): Promise<void> {
  if (context.session?.folder !== folder) return
  const session = await showStates(context, context.session)
  if (session.store.readOnly !== null) return
  for (const source of session.sources.values()) if (source.state === 'changed') await takeVersion(context, source)
  await takeNewFiles(context, openSession(context))
}

/** Shows every source's state as its file is now. */
async function showStates(context: ServiceContext, session: CorpusSession): Promise<CorpusSession> {
  const sources = new Map<string, OpenSource>()
  let differs = false
  let paths: ReadonlySet<string> | null = null
  for (const [id, source] of session.sources) {
    const { path } = source.reading
    const sha256 = await context.corpus.fingerprint(session.folder, path)
    if (sha256 === null) paths ??= new Set(await context.corpus.listPaths(session.folder))
    // A file that is there and cannot be read is another than it was, and not gone.
    const state =
      sha256 === source.fileSha256 ? 'current' : sha256 !== null || paths?.has(path) === true ? 'changed' : 'missing'
    differs ||= state !== source.state
    sources.set(id, state === source.state ? source : { ...withoutFailure(source), state })
  }
  if (!differs) return session
  const shown = { ...session, sources }
  context.session = shown
  context.emit({ kind: 'corpus-changed' })
  return shown
}

/** Reads a changed file again and registers it as a new version; or says why not, and shows what was read before. */
async function takeVersion(context: ServiceContext, source: OpenSource): Promise<void> {
  const { folder } = openSession(context)
  const { registered } = source
  const { path } = source.reading
  const read = await context.corpus.readFile(folder, path)
  if (!read.ok) {
    const why = `${path} has changed and cannot be read again. ${read.error.message}`
    showFailure(context, source, notTaken(why, source.readAt))
    return
  }
  // An editor that saves empties a file before it fills it; what is really empty can be read again on demand.
  if (isEmpty(read.value) && !isEmpty(source.reading)) {
    showFailure(context, source, emptyNotice(source.reading, source))
    return
  }
  // Written to while it was read: the folder's watch tells of the rest of it, and it is read then.
  if ((await context.corpus.fingerprint(folder, path)) !== read.value.sha256) return
  try {
    await register(context, withChangeNotice(read.value, { registered, fileSha256: read.value.sha256 }), registered.id)
  } catch (error) {
    if (!(error instanceof WorkbenchError)) throw error
    const why = `${path} has changed and could not be kept as a new version. ${error.message}`
    showFailure(context, source, notTaken(why, source.readAt))
  }
}

function showFailure(context: ServiceContext, source: OpenSource, notice: SourceProblem): void {
  const session = openSession(context)
  const known = source.reading.problems.find(({ code }) => code === NOT_TAKEN)
  if (known?.message === notice.message) return
  const { reading } = withoutFailure(source)
  const shown = { ...source, reading: withNotice(reading, notice) }
  context.session = { ...session, sources: new Map(session.sources).set(source.registered.id, shown) }
  context.emit({ kind: 'corpus-changed' })
}

function withoutFailure(source: OpenSource): OpenSource {
  const { reading } = source
  if (!reading.problems.some(({ code }) => code === NOT_TAKEN)) return source
  return { ...source, reading: { ...reading, problems: reading.problems.filter(({ code }) => code !== NOT_TAKEN) } }
}

async function takeNewFiles(context: ServiceContext, session: CorpusSession): Promise<void> {
  const shown = [...session.sources.values()]
  const known = new Set(shown.map((source) => source.reading.path))
  const added: ReadSource[] = []
  for (const path of await context.corpus.listPaths(session.folder)) {
    if (known.has(path)) continue
    const reading = await context.corpus.readFile(session.folder, path)
    if (reading.ok) added.push(reading.value)
    else showSetAside(context, reading.error)
  }
  const present = [...shown.filter((source) => source.state !== 'missing').map(({ reading }) => reading), ...added]
  const recognised = recogniseSources(listRecords(session.store.records(), 'source'), present).known
  for (const file of added) {
    const registered = recognised.get(file.path)
    const id = registered?.id ?? context.corpus.sourceIdOf(file.path)
    // A file that was only renamed keeps the version that a reviewer brought in.
    const { reading, ...beside } = await shownReading(context.corpus, session.dataFolder, { file, registered })
    try {
      await register(context, reading, id, beside)
    } catch (error) {
      if (!(error instanceof WorkbenchError)) throw error
      showSetAside(context, { path: file.path, code: 'NOT_KEPT', message: `Not opened: ${error.message}` })
    }
  }
}

function showSetAside(context: ServiceContext, file: SetAsideFile): void {
  const session = context.session
  if (session === null) return
  const before = session.setAside.find((one) => one.path === file.path)
  if (before?.message === file.message) return
  const others = session.setAside.filter((one) => one !== before)
  context.session = { ...session, setAside: [...others, file] }
  context.emit({ kind: 'corpus-changed' })
}
