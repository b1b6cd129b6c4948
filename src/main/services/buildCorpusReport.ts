import type { HiddenVerdicts } from '../../core/claim/blindReview'
import type { ReviewRecords } from '../../core/claim/recordTable'
import type { CitedPassage } from '../../core/claim/reviewRecord'
import type { CitationPlace } from '../../core/claim/settlements'
import { buildReport } from '../../core/report/buildReport'
import type { ReportModel, ResolvedPassage } from '../../core/report/reportModel'
import type { Article } from '../../core/text/article'
import { paragraphNumberAt, splitParagraphs, type Paragraph } from '../../core/text/paragraphs'
import { isEmptyRange, type TextRange } from '../../core/text/textRange'
import { citedPlaceOf } from './citedPlace'
import type { SetAsideFile } from './ports'
import type { OpenSource } from './session'
import { matchSettingsOf, toSourceView } from './sourceViews'

/** How much before and after a passage a report gives so that it can be found again, in UTF-16 code units. */
export const NEIGHBOURS_LENGTH = 32

export type CorpusReportInput = {
  readonly corpusName: string
  readonly folder: string
  readonly program: ReportModel['program']
  /** ISO 8601. */
  readonly madeAt: string
  readonly sources: readonly OpenSource[]
  readonly setAside: readonly SetAsideFile[]
  /** As far as whoever the report is made for may see them. */
  readonly records: ReviewRecords
  readonly hidden: ReadonlyMap<string, HiddenVerdicts>
}

/** What a report on a corpus says: every cited passage is looked up in the sources as they were read now. */
export function buildCorpusReport(input: CorpusReportInput): ReportModel {
  const { records } = input
  const places = new Map(input.sources.map((source) => [source.registered.id, createPlace(source, records)]))
  return buildReport({
    corpus: { name: input.corpusName, folder: input.folder },
    program: input.program,
    madeAt: input.madeAt,
    settings: matchSettingsOf(records),
    sources: input.sources.map((source) => toSourceView(source, records)),
    setAside: input.setAside.map(({ path, code, message }) => ({ path, code, message })),
    records,
    hidden: input.hidden,
    resolve: (cited, on) => places.get(cited.sourceId)?.({ cited, on }) ?? notFound('gone'),
  })
}

type Place = (citation: { readonly cited: CitedPassage; readonly on: CitationPlace }) => ResolvedPassage

function createPlace(source: OpenSource, records: ReviewRecords): Place {
  const { article } = source.reading
  // Most sources are cited several times or not at all, so their paragraphs are looked for once, when first asked.
  let paragraphs: readonly Paragraph[] | null = null
  return (citation) => {
    const { resolution, settled } = citedPlaceOf(source, records, citation)
    const settledBy = settled?.id ?? null
    if (resolution === null) return notFound('gone')
    if (resolution.state === 'lost' || resolution.state === 'ambiguous')
      return { ...notFound(resolution.state), why: resolution.why, settledBy }
    paragraphs ??= splitParagraphs(article.text, article.body)
    const { range } = resolution
    const { start, end } = article.offsets.toDecoded(range)
    return {
      state: resolution.state,
      why: resolution.why,
      changes: resolution.state === 'changed' ? resolution.changes : [],
      start,
      end,
      paragraph: paragraphNumberAt(paragraphs, range.start),
      text: article.offsets.decodedText(range),
      prefix: decodedPart(article, { start: range.start - NEIGHBOURS_LENGTH, endExclusive: range.start }),
      suffix: decodedPart(article, {
        start: range.endExclusive,
        endExclusive: range.endExclusive + NEIGHBOURS_LENGTH,
      }),
      settledBy,
    }
  }
}

function decodedPart(article: Article, wanted: TextRange): string {
  const range = {
    start: wholeCharacter(article.text, Math.max(wanted.start, 0)),
    endExclusive: wholeCharacter(article.text, Math.min(wanted.endExclusive, article.text.length)),
  }
  return isEmptyRange(range) ? '' : article.offsets.decodedText(range)
}

/** An offset that does not cut a surrogate pair. */
function wholeCharacter(text: string, offset: number): number {
  const code = text.charCodeAt(offset)
  return offset > 0 && code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset
}

function notFound(state: ResolvedPassage['state']): ResolvedPassage {
  const nowhere = { start: null, end: null, paragraph: null, text: null, prefix: '', suffix: '' }
  return { state, why: null, changes: [], ...nowhere, settledBy: null }
}
