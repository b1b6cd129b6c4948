import type { ReportModel, ReportPassage } from './reportModel'
import { HOW_TO_CHECK, UNCHECKED_STATEMENT } from './reportWords'

/** Raised when a field is dropped or changes its meaning; new fields do not raise it. */
export const REPORT_JSON_SCHEMA = 1

/**
 * The report as one JSON value, indented, with a line end at its end. `schema` says which shape it has.
 * Each passage has a `target` after the W3C Web Annotation Data Model (section 4.2): a TextQuoteSelector, and a
 * TextPositionSelector in Unicode code points of the decoded file while the passage is found. While it is, the quote
 * is the decoded file between the two; otherwise it is the words as they were cited.
 */
export function renderJson(model: ReportModel): string {
  const report = {
    schema: REPORT_JSON_SCHEMA,
    kind: 'crossread-report',
    program: model.program,
    madeAt: model.madeAt,
    corpus: model.corpus,
    settings: model.settings,
    verification: { state: 'unchecked', message: UNCHECKED_STATEMENT, howToCheck: HOW_TO_CHECK },
    offsets: { unit: 'Unicode code points', of: 'the decoded file, or the extracted text of HTML', from: 0 },
    counts: model.counts,
    reviewers: model.reviewers,
    sources: model.sources,
    setAside: model.setAside,
    claims: model.claims.map((claim) => ({
      ...claim,
      evidence: claim.evidence.map((evidence) => ({ ...evidence, passages: evidence.passages.map(toJson) })),
    })),
    notes: model.notes.map((note) => ({ ...note, passages: note.passages.map(toJson) })),
    verdictNames: model.verdictNames,
    notChecked: model.notChecked,
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

function toJson(passage: ReportPassage): object {
  const { sourceId, siglum, path, title, outlet, state, start, end, paragraph, text, cited, change, changeSegments } =
    passage
  const quote =
    text === null
      ? { exact: cited.exact, prefix: cited.prefix, suffix: cited.suffix }
      : { exact: text, prefix: passage.prefix, suffix: passage.suffix }
  const selector = [
    { type: 'TextQuoteSelector', ...quote },
    ...(start === null || end === null ? [] : [{ type: 'TextPositionSelector', start, end }]),
  ]
  return {
    sourceId,
    siglum,
    path,
    title,
    outlet,
    state,
    why: passage.why,
    changes: passage.changes,
    settled: passage.settled,
    settlements: passage.settlements,
    start,
    end,
    paragraph,
    text,
    cited,
    change,
    changeSegments,
    target: { source: path, selector },
  }
}
