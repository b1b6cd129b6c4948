import { findRecord, listRecords, type ReviewRecords } from '../../core/claim/recordTable'
import type { FurnitureRuling, MetadataCorrection } from '../../core/claim/reviewRecord'
import { DEFAULT_MATCH_SETTINGS, type MatchSettings } from '../../core/match/passageMatch'
import type { Article, FurnitureMark } from '../../core/text/article'
import { countWords } from '../../core/text/words'
import type { SourceMetadata } from '../../core/text/metadata'
import type { TextRange } from '../../core/text/textRange'
import type { CorpusView, SourceTextView, SourceView } from '../../contract/schemas'
import { effectiveFurniture, setAsideRanges } from './effectiveFurniture'
import type { CorpusSession, OpenSource, ServiceContext } from './session'

/** The title as it is shown: corrected, given, guessed, and when nothing else is known the path. */
export function displayTitle(source: OpenSource, records?: ReviewRecords): string {
  return metadataOf(source, records).title ?? source.reading.path
}

/** The source's metadata with the reviewers' corrections over it. */
export function metadataOf(source: OpenSource, records?: ReviewRecords): SourceMetadata {
  const correction: MetadataCorrection | null =
    records === undefined ? null : findRecord(records, 'metadata', source.registered.id)
  return { ...source.reading.metadata, ...correction?.fields }
}

/** Front matter and furniture of a source as the reviewers ruled it, with what pages repeat as far as that is known. */
export function setAsideOf(
  source: OpenSource,
  records: ReviewRecords,
  repeated: readonly FurnitureMark[] = [],
): TextRange[] {
  return setAsideRanges(source, rulingsOf(source, records), repeated)
}

export function toSourceView(source: OpenSource, records: ReviewRecords): SourceView {
  const { registered, reading } = source
  const corrected = findRecord(records, 'metadata', registered.id)?.fields.title
  return {
    id: registered.id,
    siglum: registered.siglum,
    path: reading.path,
    format: reading.format,
    sha256: reading.sha256,
    textHash: reading.article.textHash,
    length: reading.article.offsets.decodedLength,
    words: wordsOf(source, records),
    encoding: reading.encoding,
    metadata: metadataOf(source, records),
    titleGuessed: reading.titleGuessed && corrected === undefined,
    problems: [...reading.problems],
    state: source.state,
    importedAt: registered.importedAt,
    readAt: source.readAt,
  }
}

export function toSourceTextView(
  source: OpenSource,
  records: ReviewRecords,
  repeated: readonly FurnitureMark[] = [],
): SourceTextView {
  const { article } = source.reading
  return {
    sourceId: source.registered.id,
    textHash: article.textHash,
    text: article.text,
    body: article.body,
    furniture: effectiveFurniture(source, rulingsOf(source, records), repeated),
  }
}

type Counted = Pick<OpenSource, 'earlier'> & { readonly rulings: readonly FurnitureRuling[]; readonly words: number }

const counted = new WeakMap<Article, Counted>()

/** Remembered until a ruling, or what it was made in, changes: every change of the corpus shows all sources anew, and counting reads all their text. */
function wordsOf(source: OpenSource, records: ReviewRecords): number {
  const { earlier } = source
  const { article } = source.reading
  const rulings = rulingsOf(source, records)
  const known = counted.get(article)
  const isSameText = known?.earlier === earlier && known.rulings.length === rulings.length
  if (isSameText && known.rulings.every((ruling, index) => ruling === rulings[index])) return known.words
  const words = countWords(article.text, article.body, effectiveFurniture(source, rulings))
  counted.set(article, { earlier, rulings, words })
  return words
}

export function matchSettingsOf(records: ReviewRecords): MatchSettings {
  return findRecord(records, 'settings', 'corpus')?.match ?? DEFAULT_MATCH_SETTINGS
}

export function corpusNameOf(session: CorpusSession): string {
  return findRecord(session.store.records(), 'settings', 'corpus')?.name ?? lastSegment(session.folder)
}

export function toCorpusView(context: ServiceContext, session: CorpusSession): CorpusView {
  const records = session.store.records()
  const { installation } = context
  return {
    folder: session.folder,
    name: corpusNameOf(session),
    dataFolder: session.dataFolder,
    readOnly: session.store.readOnly,
    reviewer: { id: installation.writerId, name: installation.reviewerName() },
    sources: bySiglum([...session.sources.values()]).map((source) => toSourceView(source, records)),
    setAside: session.setAside.map((file) => ({ ...file })),
    messages: [...installation.messages, ...session.store.messages],
    match: matchSettingsOf(records),
    sample: context.sampleFolder !== null && session.folder === context.sampleFolder,
  }
}

/** A before Z, Z before AA. */
export function bySiglum(sources: readonly OpenSource[]): OpenSource[] {
  return [...sources].sort((a, b) => {
    const [first, second] = [a.registered.siglum, b.registered.siglum]
    return first.length - second.length || (first < second ? -1 : first > second ? 1 : 0)
  })
}

function rulingsOf(source: OpenSource, records: ReviewRecords): readonly FurnitureRuling[] {
  return listRecords(records, 'furniture').filter((ruling) => ruling.sourceId === source.registered.id)
}

function lastSegment(folder: string): string {
  return folder.split(/[\\/]/).findLast((part) => part !== '') ?? folder
}
