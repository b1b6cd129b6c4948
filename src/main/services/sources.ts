import { listRecords } from '../../core/claim/recordTable'
import { registerSources, setFurniture, setMetadata } from '../../core/claim/sourceChanges'
import type { SourceMetadata } from '../../core/text/metadata'
import { WorkbenchError } from '../../contract/errors'
import type { WorkbenchEvent } from '../../contract/events'
import type { PassageInput, SourceTextView, SourceView } from '../../contract/schemas'
import { commitAction } from './changeReview'
import { cite } from './citations'
import { NO_EARLIER_TEXTS, withReplacedText } from './earlierTexts'
import type { ReadSource, SetAsideFile } from './ports'
import { IMPORTED, importedNotice, withNotice } from './readings'
import {
  openSession,
  openSource,
  repeatedIn,
  type CorpusSession,
  type OpenSource,
  type ServiceContext,
} from './session'
import { toSourceTextView, toSourceView } from './sourceViews'
import { countUnsettled } from './unsettled'
import { decodeBase64, encodeUtf8 } from './bytes'
import { frontMatterText } from './frontMatterText'

/** Adds an uploaded file to the folder and opens it as a source, or keeps it as a new version of one. */
export async function importFile(
  context: ServiceContext,
  input: { name: string; base64: string; versionOf: string | null },
): Promise<SourceView> {
  const bytes = decodeBase64(input.base64)
  const { name, versionOf } = input
  return versionOf === null ? addSource(context, name, bytes) : importVersion(context, { name, bytes, versionOf })
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

/**
 * Keeps bytes that a reviewer brought as a new version of a source, which is shown from then on. Its file is an original and
 * stays as it is: the version is a snapshot and an entry, and gives way when the file itself changes.
 */
function importVersion(
  context: ServiceContext,
  { name, bytes, versionOf }: { readonly name: string; readonly bytes: Uint8Array; readonly versionOf: string },
): Promise<SourceView> {
  return context.inTurn(async () => {
    const session = openSession(context)
    const source = openSource(session, versionOf)
    refuseReadOnly(session)
    const read = context.corpus.readBytes(name, bytes)
    if (!read.ok) throw notAdded(read.error)
    const { siglum } = source.registered
    const empty = read.value.problems.find(({ code }) => code === 'EMPTY')
    if (empty !== undefined) throw notAdded({ path: name, code: 'EMPTY', message: empty.message })
    if (read.value.sha256 === source.reading.sha256)
      throw notAdded({
        path: name,
        code: 'DUPLICATE',
        message: `It holds the same bytes as the version of ${siglum} that is shown.`,
      })
    const reading = { ...read.value, path: source.reading.path }
    return register(context, reading, versionOf, { fileSha256: source.fileSha256, state: source.state })
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
  refuseReadOnly(session)
  const readable = context.corpus.readBytes(name, bytes)
  if (!readable.ok) throw notAdded(readable.error)
  const added = await context.corpus.addFile(session.folder, name, bytes)
  if (!added.ok) throw new WorkbenchError(added.error)
  const reading = await context.corpus.readFile(session.folder, added.value)
  if (!reading.ok) throw unreadable(reading.error)
  return register(context, reading.value, context.corpus.sourceIdOf(added.value))
}

/** The file that a version is shown in place of. */
type FileBeside = Pick<OpenSource, 'fileSha256' | 'state'>

/**
 * Makes a reading the present state of a source of the open corpus, new or known. Only in turn. `file` is given for a version
 * that was brought in, though the file is another.
 */
export async function register(
  context: ServiceContext,
  reading: ReadSource,
  newId: string,
  file: FileBeside = { fileSha256: reading.sha256, state: 'current' },
): Promise<SourceView> {
  const session = openSession(context)
  const at = context.clock.now()
  const { sha256, path } = reading
  const imported = file.fileSha256 !== sha256
  const version = { id: newId, path, sha256, textHash: reading.article.textHash, imported }
  if (session.store.readOnly === null) {
    await context.corpus.saveSnapshot(session.dataFolder, sha256, reading.bytes)
    await commitAction(context, session, registerSources(session.store.records(), [version], { at }))
  }
  const registered = listRecords(session.store.records(), 'source').find((source) => source.path === path)
  if (registered === undefined)
    throw new WorkbenchError({
      code: 'READ_ONLY',
      message: session.store.readOnly ?? 'The source could not be registered.',
    })
  const isNoticed = !imported || reading.problems.some(({ code }) => code === IMPORTED)
  const noticed = isNoticed ? reading : withNotice(reading, importedNotice({ readAt: at }))
  const present: OpenSource = {
    registered,
    reading: withDuplicateNotice(session, noticed, registered.id),
    state: file.state,
    readAt: at,
    fileSha256: file.fileSha256,
    earlier: NO_EARLIER_TEXTS,
  }
  return showSource(context, present)
}

/** Shows a source as it was read now, and says what a text that is another did to what is cited. */
async function showSource(context: ServiceContext, present: OpenSource): Promise<SourceView> {
  const session = openSession(context)
  const { registered, reading } = present
  const before = session.sources.get(registered.id)
  const change = { dataFolder: session.dataFolder, source: present, before }
  const source = await withReplacedText(context.corpus, session.store.records(), change)
  const shown = {
    ...session,
    sources: new Map(session.sources).set(registered.id, source),
    setAside: session.setAside.filter((file) => file.path !== reading.path),
  }
  context.session = shown
  if (hasOtherText(before, source)) context.emit(newVersionEvent(shown, source))
  context.emit({ kind: 'corpus-changed' })
  context.emit({ kind: 'review-changed' })
  return toSourceView(source, session.store.records())
}

/** Whether the source was there and has another text than it had. */
export function hasOtherText(before: OpenSource | undefined, now: OpenSource): boolean {
  return before !== undefined && before.reading.article.textHash !== now.reading.article.textHash
}

/** What a host tells of a source whose text is another than it was. */
export function newVersionEvent(session: CorpusSession, source: OpenSource): WorkbenchEvent {
  const { id, siglum } = source.registered
  const touched = countUnsettled(session, source)
  return { kind: 'source-version', sourceId: id, siglum, path: source.reading.path, touched }
}

function refuseReadOnly({ store }: CorpusSession): void {
  if (store.readOnly !== null) throw new WorkbenchError({ code: 'READ_ONLY', message: store.readOnly })
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
