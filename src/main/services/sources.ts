import { listRecords } from '../../core/claim/recordTable'
import { registerSources, setFurniture, setMetadata } from '../../core/claim/sourceChanges'
import type { SourceMetadata } from '../../core/text/metadata'
import { WorkbenchError } from '../../contract/errors'
import type { PassageInput, SourceTextView, SourceView } from '../../contract/schemas'
import { commitAction } from './changeReview'
import { cite } from './citations'
import { NO_EARLIER_TEXTS, withReplacedText } from './earlierTexts'
import type { ReadSource, SetAsideFile } from './ports'
import {
  openSession,
  openSource,
  repeatedIn,
  type CorpusSession,
  type OpenSource,
  type ServiceContext,
} from './session'
import { toSourceTextView, toSourceView } from './sourceViews'
import { decodeBase64, encodeUtf8 } from './bytes'
import { frontMatterText } from './frontMatterText'

/** Adds an uploaded file to the folder and opens it as a source. */
export async function importFile(
  context: ServiceContext,
  input: { name: string; base64: string },
): Promise<SourceView> {
  return addSource(context, input.name, decodeBase64(input.base64))
}

/** Keeps pasted text as a new file, with what is known of it as front matter. */
export async function importText(
  context: ServiceContext,
  input: { text: string; metadata: Partial<SourceMetadata> },
): Promise<SourceView> {
  const name = `${input.metadata.title ?? firstWords(input.text)}.txt`
  return addSource(context, name, encodeUtf8(frontMatterText(input.metadata) + input.text))
}

/** Reads a source again after its file changed; the state before stays among its versions. */
export function rereadSource(context: ServiceContext, sourceId: string): Promise<SourceView> {
  return context.inTurn(async () => {
    const session = openSession(context)
    const source = openSource(session, sourceId)
    const reading = await context.corpus.readFile(session.folder, source.reading.path)
    if (!reading.ok) throw unreadable(reading.error)
    return register(context, reading.value, sourceId)
  })
}

export async function correctMetadata(
  context: ServiceContext,
  input: { sourceId: string; fields: Partial<SourceMetadata> },
): Promise<SourceView> {
  const session = openSession(context)
  await commitAction(context, session, setMetadata(session.store.records(), input))
  context.emit({ kind: 'corpus-changed' })
  return toSourceView(openSource(session, input.sourceId), session.store.records())
}

export async function ruleFurniture(
  context: ServiceContext,
  input: { passage: PassageInput; furniture: boolean },
): Promise<SourceTextView> {
  const session = openSession(context)
  const { sourceId, anchor } = cite(session, input.passage)
  const ruling = { sourceId, anchor, furniture: input.furniture }
  await commitAction(context, session, setFurniture(session.store.records(), ruling, { id: context.clock.newId() }))
  context.emit({ kind: 'corpus-changed' })
  const source = openSource(session, sourceId)
  return toSourceTextView(source, session.store.records(), repeatedIn(context, source))
}

function addSource(context: ServiceContext, name: string, bytes: Uint8Array): Promise<SourceView> {
  return context.inTurn(() => addFileInTurn(context, name, bytes))
}

async function addFileInTurn(context: ServiceContext, name: string, bytes: Uint8Array): Promise<SourceView> {
  const session = openSession(context)
  if (session.store.readOnly !== null) throw new WorkbenchError({ code: 'READ_ONLY', message: session.store.readOnly })
  const readable = context.corpus.readBytes(name, bytes)
  if (!readable.ok) throw notAdded(readable.error)
  const added = await context.corpus.addFile(session.folder, name, bytes)
  if (!added.ok) throw new WorkbenchError(added.error)
  const reading = await context.corpus.readFile(session.folder, added.value)
  if (!reading.ok) throw unreadable(reading.error)
  return register(context, reading.value, context.corpus.sourceIdOf(added.value))
}

/** Makes a reading the present state of a source of the open corpus, new or known. Only in turn. */
export async function register(context: ServiceContext, reading: ReadSource, newId: string): Promise<SourceView> {
  const session = openSession(context)
  const at = context.clock.now()
  const file = { id: newId, path: reading.path, sha256: reading.sha256, textHash: reading.article.textHash }
  if (session.store.readOnly === null) {
    await context.corpus.saveSnapshot(session.dataFolder, reading.sha256, reading.bytes)
    await commitAction(context, session, registerSources(session.store.records(), [file], { at }))
  }
  const registered = listRecords(session.store.records(), 'source').find((source) => source.path === reading.path)
  if (registered === undefined)
    throw new WorkbenchError({
      code: 'READ_ONLY',
      message: session.store.readOnly ?? 'The source could not be registered.',
    })
  const present: OpenSource = {
    registered,
    reading: withDuplicateNotice(session, reading, registered.id),
    state: 'current',
    readAt: at,
    earlier: NO_EARLIER_TEXTS,
  }
  const before = session.sources.get(registered.id)
  const change = { dataFolder: session.dataFolder, source: present, before }
  const source = await withReplacedText(context.corpus, session.store.records(), change)
  context.session = {
    ...session,
    sources: new Map(session.sources).set(registered.id, source),
    setAside: session.setAside.filter((file) => file.path !== reading.path),
  }
  context.emit({ kind: 'corpus-changed' })
  context.emit({ kind: 'review-changed' })
  return toSourceView(source, session.store.records())
}

function withDuplicateNotice(session: CorpusSession, reading: ReadSource, id: string): ReadSource {
  if (reading.problems.some((problem) => problem.code === 'DUPLICATE')) return reading
  const twin = [...session.sources.values()].find(
    (one) => one.registered.id !== id && one.reading.sha256 === reading.sha256,
  )
  if (twin === undefined) return reading
  const message = `${reading.path} holds the same bytes as ${twin.registered.siglum} (${twin.reading.path}).`
  return { ...reading, problems: [...reading.problems, { code: 'DUPLICATE', message }] }
}

function unreadable(file: SetAsideFile): WorkbenchError {
  return new WorkbenchError({
    code: 'SOURCE_UNREADABLE',
    message: `${file.path}: ${file.message}`,
    details: { path: file.path, reason: file.code },
  })
}

function notAdded(file: SetAsideFile): WorkbenchError {
  const code = file.code === 'TOO_LARGE' ? 'TOO_LARGE' : 'SOURCE_NOT_ADDED'
  return new WorkbenchError({
    code,
    message: `${file.path}: ${file.message}`,
    details: { path: file.path, reason: file.code },
  })
}

function firstWords(text: string): string {
  const line = text.split('\n').find((one) => one.trim() !== '') ?? ''
  const words = line.trim().split(/\s+/).slice(0, 8).join(' ').slice(0, 80)
  return words === '' ? 'pasted text' : words
}
