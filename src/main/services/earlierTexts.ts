import { listRecords } from '../../core/claim/recordTable'
import type { CitedPassage, ReviewRecords } from '../../core/claim/reviewRecord'
import type { CorpusPort } from './ports'
import type { CorpusSession, EarlierTexts, OpenSource, ServiceContext } from './session'

/**
 * Earlier texts of one source that are kept, the newest first: more tell look-alikes from words that moved in older
 * citations too, and each takes its whole length in memory.
 */
export const MOST_EARLIER_TEXTS = 8

export const NO_EARLIER_TEXTS: EarlierTexts = new Map()

type Snapshots = Pick<CorpusPort, 'readSnapshot' | 'readBytes'>
type Place = { readonly dataFolder: string; readonly sources: readonly OpenSource[] }

/**
 * The sources with the earlier texts that something cites; what a source has already is not read again. A snapshot that is
 * missing, cannot be read, or is read otherwise than it was then, is left out: what cites it is looked up without it.
 */
export async function withEarlierTexts(
  corpus: Snapshots,
  records: ReviewRecords,
  { dataFolder, sources }: Place,
): Promise<OpenSource[]> {
  const cited = citedTexts(records)
  const complete: OpenSource[] = []
  for (const source of sources) {
    const wanted = cited.get(source.registered.id) ?? new Set()
    const earlier = await readEarlier(corpus, source, { dataFolder, wanted })
    complete.push(earlier === source.earlier ? source : { ...source, earlier })
  }
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
  const cited = citedTexts(records).get(source.registered.id) ?? new Set()
  if (before === undefined)
    return { ...source, earlier: await readEarlier(corpus, source, { dataFolder, wanted: cited }) }
  const { textHash, text } = before.reading.article
  const held = { ...source, earlier: new Map([[textHash, text], ...before.earlier]) }
  const wanted = new Set([textHash, ...cited])
  return { ...source, earlier: await readEarlier(corpus, held, { dataFolder, wanted }) }
}

/**
 * The session with the texts that are cited again, after an undo that brought citations back; the renderers hear of it when
 * that shows the review anew.
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

/** True when an earlier text is cited that its source has not. */
function lacksEarlierTexts({ sources, store }: CorpusSession): boolean {
  const cited = citedTexts(store.records())
  return [...sources.values()].some(({ registered, reading, earlier }) => {
    const wanted = cited.get(registered.id) ?? new Set()
    return registered.versions.some(
      ({ textHash }) => wanted.has(textHash) && textHash !== reading.article.textHash && !earlier.has(textHash),
    )
  })
}

type Wanted = { readonly dataFolder: string; readonly wanted: ReadonlySet<string> }

async function readEarlier(
  corpus: Snapshots,
  { registered, reading, earlier: held }: OpenSource,
  { dataFolder, wanted }: Wanted,
): Promise<EarlierTexts> {
  const texts = new Map<string, string>()
  const isMissing = (textHash: string): boolean =>
    wanted.has(textHash) &&
    textHash !== reading.article.textHash &&
    !texts.has(textHash) &&
    texts.size < MOST_EARLIER_TEXTS
  for (const [textHash, text] of held) if (isMissing(textHash)) texts.set(textHash, text)
  for (const { sha256, textHash } of registered.versions.toReversed()) {
    if (!isMissing(textHash)) continue
    const bytes = await corpus.readSnapshot(dataFolder, sha256)
    const read = bytes === null ? null : corpus.readBytes(registered.path, bytes)
    if (read?.ok === true && read.value.article.textHash === textHash) texts.set(textHash, read.value.article.text)
  }
  const isSame = texts.size === held.size && [...texts.keys()].every((textHash) => held.has(textHash))
  return isSame ? held : texts
}

/** The hashes of all texts that anything was cited from, by the id of the source. */
function citedTexts(records: ReviewRecords): ReadonlyMap<string, ReadonlySet<string>> {
  const cited = new Map<string, Set<string>>()
  for (const { sourceId, anchor } of allCitations(records)) {
    const known = cited.get(sourceId)
    if (known === undefined) cited.set(sourceId, new Set([anchor.textHash]))
    else known.add(anchor.textHash)
  }
  return cited
}

function allCitations(records: ReviewRecords): CitedPassage[] {
  return [
    ...listRecords(records, 'evidence').flatMap((one) => one.passages),
    ...listRecords(records, 'note').flatMap((one) => one.passages),
    ...listRecords(records, 'furniture'),
    ...listRecords(records, 'matchDecision').flatMap(({ removed, added }) =>
      [...removed, ...added].flatMap(({ a, b }) => [a, b]),
    ),
  ]
}
