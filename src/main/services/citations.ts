import type { AnchorCandidate, AnchorResolution } from '../../core/anchor/anchor'
import { describeAnchor } from '../../core/anchor/describeAnchor'
import { findRecord } from '../../core/claim/recordTable'
import type { CitedPassage } from '../../core/claim/reviewRecord'
import type { CitationPlace } from '../../core/claim/settlements'
import { sliceRange } from '../../core/text/textRange'
import { WorkbenchError } from '../../contract/errors'
import type { CitedView } from '../../contract/reviewSchemas'
import type { PassageInput } from '../../contract/schemas'
import { attachedPlace, citedPlaceOf } from './citedPlace'
import { openSource, type CorpusSession } from './session'

/**
 * Turns a chosen range into a citation that can be found again.
 * @throws {WorkbenchError} SOURCE_UNKNOWN, STALE_TEXT when the range was chosen in another text, RANGE_OUTSIDE_TEXT
 */
export function cite(session: CorpusSession, passage: PassageInput): CitedPassage {
  const source = openSource(session, passage.sourceId)
  const { article } = source.reading
  if (passage.textHash !== article.textHash) {
    throw new WorkbenchError({
      code: 'STALE_TEXT',
      message: `The text of ${source.registered.siglum} (${source.reading.path}) is not the one that the words were chosen in. Choose them again.`,
    })
  }
  if (passage.range.endExclusive > article.text.length) {
    throw new WorkbenchError({
      code: 'RANGE_OUTSIDE_TEXT',
      message: `The text of ${source.registered.siglum} (${source.reading.path}) ends at ${article.text.length}; the range [${passage.range.start}, ${passage.range.endExclusive}) does not lie in it.`,
    })
  }
  if (sliceRange(article.text, passage.range).trim() === '') {
    throw new WorkbenchError({
      code: 'RANGE_OUTSIDE_TEXT',
      message: 'The selection holds white space only. Select the words to cite.',
    })
  }
  return { sourceId: passage.sourceId, anchor: describeAnchor(article.text, article.textHash, passage.range) }
}

type Shown = {
  readonly session: CorpusSession
  /** Of sources that are not in the folder any more too. */
  readonly sigla: ReadonlyMap<string, string>
}

/** Where a cited passage is now, or what happened to it. */
export function toCitedView(
  { session, sigla }: Shown,
  { on, cited }: { readonly on: CitationPlace; readonly cited: CitedPassage },
): CitedView {
  const records = session.store.records()
  const source = session.sources.get(cited.sourceId)
  const { anchor, resolution, settled, history } = citedPlaceOf(source, records, { on, cited })
  const { textHash, quote } = anchor
  const versions = findRecord(records, 'source', cited.sourceId)?.versions ?? []
  const about = {
    sourceId: cited.sourceId,
    siglum: sigla.get(cited.sourceId) ?? '?',
    passage: on.passage,
    quote: quote.exact,
    citedAt: { textHash, readAt: versions.findLast((version) => version.textHash === textHash)?.readAt ?? null },
    settled: settled === null ? null : { what: settled.what, at: settled.at, by: settled.by },
    history: history.map(({ what, from, to, at, by }) => ({
      what,
      fromText: from.quote.exact,
      toText: to?.quote.exact ?? null,
      at,
      by,
    })),
  }
  if (source === undefined || resolution === null)
    return { ...about, state: 'gone', range: null, why: null, ...NOTHING_THERE }
  const range = attachedPlace(resolution)
  const there = whatStandsThere(source.reading.article.text, resolution)
  return { ...about, state: resolution.state, range, why: resolution.why, ...there }
}

type Words = Pick<CitedView, 'changes' | 'nowText' | 'nowRange' | 'candidates'>

const NOTHING_THERE: Words = { changes: [], nowText: null, nowRange: null, candidates: [] }

/** What a text has in place of words that are not in it as they were cited. */
export function whatStandsThere(text: string, resolution: AnchorResolution): Words {
  switch (resolution.state) {
    case 'exact':
    case 'moved':
      return NOTHING_THERE
    case 'changed': {
      const { range, changes } = resolution
      return {
        changes: changes.map((change) => ({ ...change })),
        nowText: sliceRange(text, range),
        nowRange: { ...range },
        candidates: [],
      }
    }
    case 'ambiguous':
      return { ...NOTHING_THERE, candidates: resolution.candidates.map((one) => toCandidate(text, one)) }
    case 'lost': {
      const { closest } = resolution
      return { ...NOTHING_THERE, candidates: closest === null ? [] : [toCandidate(text, closest)] }
    }
  }
}

function toCandidate(text: string, { range, score }: AnchorCandidate): CitedView['candidates'][number] {
  return { range: { ...range }, text: sliceRange(text, range), score }
}
