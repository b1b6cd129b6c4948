import type { Anchor } from '../../core/anchor/anchor'
import { findRecord, type ReviewRecords } from '../../core/claim/recordTable'
import { citingAnchors } from './citingAnchors'
import { isPlaced, placeAll } from './placeOf'
import { readVersion, type Snapshots } from './readVersion'
import type { CorpusSession, EarlierTexts, OpenSource, ServiceContext } from './session'

/**
 * Replaced texts of one source that are held, the newest first, for citations that are still on their way to the disk when a
 * file is read again. More outlast quicker changes, and each takes its whole length in memory.
 */
export const MOST_EARLIER_TEXTS = 2

export const NO_EARLIER_TEXTS: EarlierTexts = new Map()

type Place = { readonly dataFolder: string; readonly sources: readonly OpenSource[] }

/**
 * The sources with everything looked up that was cited from a text before the present one: each such text is read once from
 * its snapshot, and what was found is kept instead of it, so that any number of versions can be cited. A snapshot that is
 * missing, cannot be read, or is read otherwise than it was then, is left out: what cites it is looked up without it.
 */
export async function withEarlierTexts(
  corpus: Snapshots,
  records: ReviewRecords,
  { dataFolder, sources }: Place,
): Promise<OpenSource[]> {
  const complete: OpenSource[] = []
  for (const source of sources) complete.push(await withPlaces(corpus, records, { dataFolder, source }))
  return complete
}

/**
 * The same for a source whose file is read again, where `before` is how it stood. The text that is replaced stays, cited or
 * not: a citation of it may be on its way to the disk.
 */
export async function withReplacedText(
  corpus: Snapshots,
  records: ReviewRecords,
  change: { readonly dataFolder: string; readonly source: OpenSource; readonly before: OpenSource | undefined },
): Promise<OpenSource> {
  const { dataFolder, source, before } = change
  if (before === undefined) return withPlaces(corpus, records, { dataFolder, source })
  const { textHash, text } = before.reading.article
  const present = source.reading.article.textHash
  const texts = [[textHash, text] as const, ...before.earlier].filter(([hash]) => hash !== present)
  const held = { ...source, earlier: new Map(texts.slice(0, MOST_EARLIER_TEXTS)) }
  return withPlaces(corpus, records, { dataFolder, source: held })
}

/**
 * The session with the texts that are cited again, after an undo that brought citations back or a colleague's that came in;
 * the renderers hear of it when that shows the review anew.
 */
export async function withTextsCitedAgain(context: ServiceContext, session: CorpusSession): Promise<CorpusSession> {
  if (!lacksEarlierTexts(session)) return session
  return context.inTurn(async () => {
    const now = context.session
    if (now?.store !== session.store) return session
    const { dataFolder, store } = now
    const sources = await withEarlierTexts(context.corpus, store.records(), {
      dataFolder,
      sources: [...now.sources.values()],
    })
    const complete = { ...now, sources: new Map(sources.map((source) => [source.registered.id, source])) }
    context.session = complete
    context.emit({ kind: 'review-changed' })
    return complete
  })
}

/** True when something is cited from an earlier text and was not looked up with it yet. */
function lacksEarlierTexts({ sources, store }: CorpusSession): boolean {
  const records = store.records()
  return [...sources.values()].some((source) => unplaced(source, records).size > 0)
}

/** What is still to be looked up, by the hash of the text that it was cited from. */
function unplaced(
  { registered, reading, earlier }: OpenSource,
  records: ReviewRecords,
): ReadonlyMap<string, readonly Anchor[]> {
  const wanted = new Map<string, readonly Anchor[]>()
  for (const [textHash, anchors] of citingAnchors(records).get(registered.id) ?? []) {
    if (textHash === reading.article.textHash || earlier.has(textHash)) continue
    const missing = anchors.filter((anchor) => !isPlaced(reading.article, anchor))
    if (missing.length > 0) wanted.set(textHash, missing)
  }
  return wanted
}

async function withPlaces(
  corpus: Snapshots,
  records: ReviewRecords,
  { dataFolder, source }: { readonly dataFolder: string; readonly source: OpenSource },
): Promise<OpenSource> {
  let found = false
  const wanted = unplaced(source, records)
  if (wanted.size === 0) return source
  const { versions } = findRecord(records, 'source', source.registered.id) ?? source.registered
  for (const [textHash, anchors] of wanted) {
    const text = await textOfVersion(corpus, dataFolder, { source, versions, textHash })
    if (text === null) continue
    placeAll(source.reading.article, anchors, text)
    found = true
  }
  // A new map of the same texts: what was guessed without them is shown anew.
  return found ? { ...source, earlier: new Map(source.earlier) } : source
}

type Sought = {
  readonly source: OpenSource
  readonly versions: OpenSource['registered']['versions']
  readonly textHash: string
}

async function textOfVersion(
  corpus: Snapshots,
  dataFolder: string,
  { source, versions, textHash }: Sought,
): Promise<string | null> {
  // Several files may have given one text; any of them does.
  for (const version of versions.toReversed()) {
    if (version.textHash !== textHash) continue
    const read = await readVersion(corpus, dataFolder, { source: source.registered, version })
    if (read.ok) return read.value.article.text
  }
  return null
}
