import type { SetAsideFile } from './ports'
import type { CorpusSession, OpenSource, ServiceContext } from './session'
import { register } from './sources'

/**
 * Looks what happened to the folder since it was read; called when its files change. A file that is another than was
 * read is shown as changed and is not read again unasked; a file that is new becomes a source.
 */
export async function noticeChanges(context: ServiceContext): Promise<void> {
  const session = context.session
  if (session === null) return
  const changed = await withFileStates(context, session)
  if (context.session === session && changed !== null) {
    context.session = changed
    context.emit({ kind: 'corpus-changed' })
  }
  await addNewFiles(context, changed ?? session)
}

/** The session with every source's state as its file is now; null when nothing differs. */
async function withFileStates(context: ServiceContext, session: CorpusSession): Promise<CorpusSession | null> {
  const sources = new Map<string, OpenSource>()
  let differs = false
  for (const [id, source] of session.sources) {
    const sha256 = await context.corpus.fingerprint(session.folder, source.reading.path)
    const state = sha256 === null ? 'missing' : sha256 === source.reading.sha256 ? 'current' : 'changed'
    differs ||= state !== source.state
    sources.set(id, { ...source, state })
  }
  return differs ? { ...session, sources } : null
}

async function addNewFiles(context: ServiceContext, session: CorpusSession): Promise<void> {
  if (session.store.readOnly !== null) return
  const known = new Set([...session.sources.values()].map((source) => source.reading.path))
  const setAside = new Map(session.setAside.map((file) => [file.path, file]))
  for (const path of await context.corpus.listPaths(session.folder)) {
    if (known.has(path) || context.session?.folder !== session.folder) continue
    const reading = await context.corpus.readFile(session.folder, path)
    if (reading.ok) await register(context, session, reading.value, context.corpus.sourceIdOf(path))
    else if (!setAside.has(path)) showSetAside(context, reading.error)
  }
}

function showSetAside(context: ServiceContext, file: SetAsideFile): void {
  if (context.session === null) return
  context.session = { ...context.session, setAside: [...context.session.setAside, file] }
  context.emit({ kind: 'corpus-changed' })
}
