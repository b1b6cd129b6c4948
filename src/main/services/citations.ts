import { describeAnchor } from '../../core/anchor/describeAnchor'
import type { CitedPassage } from '../../core/claim/reviewRecord'
import { sliceRange } from '../../core/text/textRange'
import { WorkbenchError } from '../../contract/errors'
import type { CitedView } from '../../contract/reviewSchemas'
import type { PassageInput } from '../../contract/schemas'
import { placeOf } from './placeOf'
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

/** Where a cited passage is now, or what happened to it. `registeredSigla` names sources that are not in the folder any more. */
export function toCitedView(
  session: CorpusSession,
  cited: CitedPassage,
  registeredSigla: ReadonlyMap<string, string>,
): CitedView {
  const source = session.sources.get(cited.sourceId)
  const about = {
    sourceId: cited.sourceId,
    siglum: registeredSigla.get(cited.sourceId) ?? '?',
    quote: cited.anchor.quote.exact,
  }
  if (source === undefined) return { ...about, state: 'gone', range: null, why: null, changes: [] }
  const resolution = placeOf(source, cited.anchor)
  const attached = resolution.state === 'exact' || resolution.state === 'moved'
  return {
    ...about,
    state: resolution.state,
    range: attached ? resolution.range : null,
    why: resolution.why,
    changes: resolution.state === 'changed' ? resolution.changes.map((change) => ({ ...change })) : [],
  }
}
