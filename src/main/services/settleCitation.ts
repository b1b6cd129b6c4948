import type { Anchor } from '../../core/anchor/anchor'
import { describeAnchor } from '../../core/anchor/describeAnchor'
import type { SettlementKind } from '../../core/claim/reviewRecord'
import { citedAt, settle, type CitationPlace } from '../../core/claim/settlements'
import { sameRange, type TextRange } from '../../core/text/textRange'
import { WorkbenchError } from '../../contract/errors'
import type { ReviewPatch } from '../../contract/reviewPatch'
import { cite } from './citations'
import { attachedPlace, citedPlaceOf } from './citedPlace'
import { changeReview, stamp } from './claims'
import { openSource, type CorpusSession, type ServiceContext } from './session'

type Asked = {
  readonly on: CitationPlace
  readonly what: SettlementKind
  readonly to: { readonly textHash: string; readonly range: TextRange | null } | null
}

/**
 * Writes down what a reviewer decided about cited words that changed, are ambiguous or lost in the present text.
 * @throws {WorkbenchError} EVIDENCE_UNKNOWN, NOTE_UNKNOWN, SOURCE_UNKNOWN, CLAIM_SEALED, STALE_TEXT when another text was
 * looked at, RANGE_OUTSIDE_TEXT, BAD_INPUT when there is nothing to follow or to keep
 */
export function settleCitation(context: ServiceContext, asked: Asked): Promise<ReviewPatch> {
  const { on, what } = asked
  return changeReview(context, (session, id) => {
    const records = session.store.records()
    const cited = citedAt(records, on)
    const made = stamp(context, id)
    // Refused in there, with the words for what is not there.
    if (cited === null) return settle(records, { on, what, textHash: '', to: null }, made)
    const source = openSource(session, cited.sourceId)
    const { textHash } = source.reading.article
    refuseStale(session, cited.sourceId, asked)
    const { resolution } = citedPlaceOf(source, records, { on, cited })
    if (what === 'keep') {
      if (attachedPlace(resolution) !== null) throw nothingToSettle(source.registered.siglum)
      const there = resolution?.state === 'changed' ? resolution.range : null
      return settle(
        records,
        { on, what, textHash, to: there === null ? null : anchorAt(session, cited.sourceId, there) },
        made,
      )
    }
    const range = asked.to?.range ?? null
    const attached = attachedPlace(resolution)
    if (range !== null && attached !== null && sameRange(attached, range))
      throw nothingToSettle(source.registered.siglum)
    const to = range === null ? null : cite(session, { sourceId: cited.sourceId, textHash, range }).anchor
    return settle(records, { on, what, textHash, to }, made)
  })
}

function anchorAt(session: CorpusSession, sourceId: string, range: TextRange): Anchor {
  const { article } = openSource(session, sourceId).reading
  return describeAnchor(article.text, article.textHash, range)
}

/** What was seen has to be what is there: another version may have come in between. */
function refuseStale(session: CorpusSession, sourceId: string, { to }: Asked): void {
  const { registered, reading } = openSource(session, sourceId)
  if (to === null || to.textHash === reading.article.textHash) return
  throw new WorkbenchError({
    code: 'STALE_TEXT',
    message: `A newer version of ${registered.siglum} (${reading.path}) came in since it was shown. Look at what stands there now, and decide again.`,
  })
}

function nothingToSettle(siglum: string): WorkbenchError {
  return new WorkbenchError({
    code: 'BAD_INPUT',
    message: `The words stand in ${siglum} as they are cited. There is nothing to settle.`,
  })
}
