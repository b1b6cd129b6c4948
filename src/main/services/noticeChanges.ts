import { listRecords } from '../../core/claim/recordTable'
import { recogniseSources } from '../../core/text/recogniseSources'
import { WorkbenchError } from '../../contract/errors'
import type { ReadSource, SetAsideFile } from './ports'
import type { CorpusSession, OpenSource, ServiceContext } from './session'
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
 * Looks what happened to the folder since it was read. A file that is another than was read is shown as changed and is
 * not read again unasked; a file that is new becomes a source, and one that was renamed stays the source that it was.
 */
async function noticeChanges(context: ServiceContext, folder: string): Promise<void> {
  if (context.session?.folder !== folder) return
  const session = await showStates(context, context.session)
  if (session.store.readOnly === null) await takeNewFiles(context, session)
}

/** Shows every source's state as its file is now. */
async function showStates(context: ServiceContext, session: CorpusSession): Promise<CorpusSession> {
  const sources = new Map<string, OpenSource>()
  let differs = false
  for (const [id, source] of session.sources) {
    const sha256 = await context.corpus.fingerprint(session.folder, source.reading.path)
    const state = sha256 === null ? 'missing' : sha256 === source.reading.sha256 ? 'current' : 'changed'
    differs ||= state !== source.state
    sources.set(id, { ...source, state })
  }
  if (!differs) return session
  const shown = { ...session, sources }
  context.session = shown
  context.emit({ kind: 'corpus-changed' })
  return shown
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
  for (const reading of added) {
    const id = recognised.get(reading.path)?.id ?? context.corpus.sourceIdOf(reading.path)
    try {
      await register(context, reading, id)
    } catch (error) {
      if (!(error instanceof WorkbenchError)) throw error
      showSetAside(context, { path: reading.path, code: 'NOT_KEPT', message: `Not opened: ${error.message}` })
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
