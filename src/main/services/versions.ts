import { findRecord, type ReviewRecords } from '../../core/claim/recordTable'
import type { RegisteredSource, RegisteredVersion } from '../../core/claim/reviewRecord'
import { countWords } from '../../core/text/words'
import { WorkbenchError } from '../../contract/errors'
import type { SourceVersion, VersionText } from '../../contract/versionSchemas'
import { allCitations } from './allCitations'
import { citedPlaceOf } from './citedPlace'
import type { ReadSource } from './ports'
import { readVersion } from './readVersion'
import { openSession, openSource, type CorpusSession, type OpenSource, type ServiceContext } from './session'

/** Texts whose words and length are remembered: counting them anew reads the whole text. */
export const MOST_TEXTS_COUNTED = 500

type Counted = Pick<SourceVersion, 'words' | 'length'>
const counted = new Map<string, Counted>()

/** Every text that a source ever had, oldest first; one that came back stands where it came in last. */
export async function listVersions(context: ServiceContext, sourceId: string): Promise<SourceVersion[]> {
  const session = openSession(context)
  const source = openSource(session, sourceId)
  const records = session.store.records()
  const citedBy = citationsByText(source, records)
  const versions: SourceVersion[] = []
  for (const readings of readingsByText(session, source)) {
    const [first] = readings
    const latest = readings.at(-1)
    if (first === undefined || latest === undefined) continue
    const { textHash, sha256, readAt, imported = false } = latest
    const about = {
      textHash,
      sha256,
      readAt,
      imported,
      firstReadAt: first.readAt,
      readings: readings.length,
      current: textHash === source.reading.article.textHash,
      citedBy: citedBy.get(textHash) ?? 0,
    }
    const read = await readAny(context, source, readings)
    versions.push(
      read.ok
        ? { ...about, ...countedIn(read.value), readable: true, why: null }
        : { ...about, words: 0, length: 0, readable: false, why: read.error },
    )
  }
  return versions
}

export async function versionText(
  context: ServiceContext,
  { sourceId, textHash }: { readonly sourceId: string; readonly textHash: string },
): Promise<VersionText> {
  const { article } = await readVersionOf(context, sourceId, textHash)
  return { sourceId, textHash, text: article.text, body: { ...article.body } }
}

/** A version of a source as it was read. @throws {WorkbenchError} SOURCE_UNKNOWN, VERSION_UNKNOWN, VERSION_UNREADABLE */
export async function readVersionOf(context: ServiceContext, sourceId: string, textHash: string): Promise<ReadSource> {
  const session = openSession(context)
  const source = openSource(session, sourceId)
  const { siglum } = source.registered
  const readings = readingsByText(session, source).find(([first]) => first?.textHash === textHash)
  if (readings === undefined)
    throw new WorkbenchError({
      code: 'VERSION_UNKNOWN',
      message: `${siglum} (${source.reading.path}) never had the text with the hash ${textHash}.`,
    })
  const read = await readAny(context, source, readings)
  if (read.ok) return read.value
  const readAt = readings.at(-1)?.readAt.slice(0, 10) ?? '?'
  throw new WorkbenchError({
    code: 'VERSION_UNREADABLE',
    message: `The version of ${siglum} (${source.reading.path}) of ${readAt} cannot be read: ${read.error}`,
  })
}

type Readings = readonly RegisteredVersion[]

/** The readings of each text, oldest first, in the order in which the texts came in last. */
function readingsByText(session: CorpusSession, source: OpenSource): Readings[] {
  const { versions } = registeredNow(session, source)
  const { sha256, article } = source.reading
  const { textHash } = article
  // What is shown and not registered, in a review that is open for reading only, is a version all the same.
  const isRegistered = versions.some((version) => version.textHash === textHash)
  const all = isRegistered ? versions : [...versions, { sha256, textHash, readAt: source.readAt }]
  const byText = new Map<string, RegisteredVersion[]>()
  for (const version of all) {
    const before = byText.get(version.textHash) ?? []
    byText.delete(version.textHash)
    byText.set(version.textHash, [...before, version])
  }
  return [...byText.values()]
}

/** As it is registered now: a colleague may have registered a version since it was read. */
function registeredNow(session: CorpusSession, { registered }: OpenSource): RegisteredSource {
  return findRecord(session.store.records(), 'source', registered.id) ?? registered
}

async function readAny(
  context: ServiceContext,
  source: OpenSource,
  readings: Readings,
): ReturnType<typeof readVersion> {
  const { dataFolder } = openSession(context)
  const [latest, ...others] = readings.toReversed()
  if (latest === undefined) return { ok: false, error: 'It never came in.' }
  const isShown = readings.some(({ textHash }) => textHash === source.reading.article.textHash)
  let read = await readVersion(context.corpus, dataFolder, { source: source.registered, version: latest })
  for (const version of others) {
    if (read.ok) break
    const other = await readVersion(context.corpus, dataFolder, { source: source.registered, version })
    if (other.ok) read = other
  }
  // What is shown is at hand, whatever became of its copy.
  return !read.ok && isShown ? { ok: true, value: source.reading } : read
}

function countedIn({ article }: ReadSource): Counted {
  const known = counted.get(article.textHash)
  if (known !== undefined) return known
  const found = { words: countWords(article.text, article.body), length: article.offsets.decodedLength }
  if (counted.size >= MOST_TEXTS_COUNTED) counted.clear()
  counted.set(article.textHash, found)
  return found
}

function citationsByText(source: OpenSource, records: ReviewRecords): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const citation of allCitations(records)) {
    if (citation.cited.sourceId !== source.registered.id) continue
    const { textHash } = citedPlaceOf(undefined, records, citation).anchor
    counts.set(textHash, (counts.get(textHash) ?? 0) + 1)
  }
  return counts
}
