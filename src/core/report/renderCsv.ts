import { quotePieces, type ReportSegment, unmarkedWords } from './markedPassages'
import type {
  ReportClaim,
  ReportEvidence,
  ReportModel,
  ReportNote,
  ReportPassage,
  ReportRemarks,
  ReportSource,
} from './reportModel'
import { quotedText, reviewerWords, settingsWords, stateDetails } from './reportWords'
import { decisionWords, markWords, replyWords } from './workWords'

/** The columns, in their order. New ones are added at the end. */
export const CSV_COLUMNS = [
  'record',
  'id',
  'claim_id',
  'number',
  'siglum',
  'path',
  'sha256',
  'textHash',
  'start',
  'end',
  'paragraph',
  'quote',
  'cited_quote',
  'state',
  'stance',
  'verdict',
  'reason',
  'reviewer',
  'created_at',
  'updated_at',
  'decided_at',
  'statement',
  'body',
  'history',
  'passage_id',
  'paired_with',
  'difference',
  'title',
  'outlet',
  'byline',
  'published',
  'url',
  'retrieved',
  'kind',
  'digest_of',
  'length',
  'words',
  'encoding',
  'problems',
  'not_checked',
  'match_settings',
  'state_details',
  'verdict_name',
  'work',
  'assignee',
  'confirmed',
  'sealed_at',
  'seal_reason',
  'tags',
  'replies',
  'replies_settled',
  'merged_from',
  'split_from',
  'marks',
] as const
type Column = (typeof CSV_COLUMNS)[number]
type Row = { readonly record: 'source' | 'claim' | 'evidence' | 'note' } & {
  readonly [C in Column]?: string | number | null
}

/**
 * The report as a table after RFC 4180: CRLF, one header, a row for each source, claim, and passage of evidence or note.
 * A passage's row has `passage_id`, and `paired_with` names the other one of a pair; `difference` is the quote again with what
 * the other lacks marked, in the pair's first as `[-left out-]` and in its second as `{+put in+}`. `not_checked` holds the kinds of gaps that the record has, and
 * a source's `match_settings` what counted as a shared passage. `state_details` says of a passage that was not found as cited why,
 * or a line for each difference. `verdict` is always one of the three, and `verdict_name` the corpus's own name for it. `work` is
 * empty while nobody said anything of it; `confirmed`, `replies` and `merged_from` have a line each; `marks` says which evidence was added
 * behind a seal or came with a merged claim.
 *
 * Spreadsheets run cells that begin with `=`, `+`, `-`, `@`, a tab or a line end as formulas (OWASP, CSV injection). Such a
 * cell gets an apostrophe in front, and so does one where only apostrophes stand before the sign. A program that wants the
 * text to the character takes one apostrophe off cells that match `^'+[=+\-@＝＋－＠\t\r\n]`.
 */
export function renderCsv(model: ReportModel): string {
  const gaps = gatherGaps(model)
  const sources = new Map(model.sources.map((source) => [source.id, source]))
  const settings = settingsWords(model.settings)
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ')
  const rows: readonly Row[] = [
    ...model.sources.map((source) => ({ ...sourceRow(source), match_settings: settings })),
    ...model.claims.flatMap((claim) => [
      claimRow(claim),
      ...claim.evidence.flatMap((evidence) => evidenceRows(claim, evidence, sources)),
    ]),
    ...model.notes.flatMap((note) => noteRows(note, sources)),
  ]
  const lines = rows.map((row) => {
    const full = { ...row, not_checked: (gaps.get(`${row.record} ${row.id ?? ''}`) ?? []).join('; ') }
    return CSV_COLUMNS.map((column) => csvCell(full[column] ?? '')).join(',')
  })
  return [CSV_COLUMNS.join(','), ...lines].map((line) => `${line}\r\n`).join('')
}

/** One cell, quoted where RFC 4180 asks for it, and guarded against being run as a formula. */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const guarded = /^'*[=+\-@＝＋－＠\t\r\n]/u.test(value) ? `'${value}` : value
  return /[",\r\n]|^\s|\s$/u.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

function sourceRow(source: ReportSource): Row {
  const { title, outlet, byline, published, url, retrieved, kind, digestOf } = source.metadata
  return {
    record: 'source',
    id: source.id,
    siglum: source.siglum,
    path: source.path,
    sha256: source.sha256,
    textHash: source.textHash,
    state: source.state,
    created_at: source.importedAt,
    updated_at: source.readAt,
    title,
    outlet,
    byline,
    published,
    url,
    retrieved,
    kind,
    digest_of: digestOf,
    length: source.length,
    words: source.words,
    encoding: source.encoding,
    problems: source.problems.map((problem) => problem.message).join('\n'),
  }
}

function claimRow(claim: ReportClaim): Row {
  return {
    record: 'claim',
    id: claim.id,
    number: claim.number,
    verdict: claim.verdict,
    reason: claim.reason,
    reviewer: (claim.decidedBy ?? claim.createdBy).name,
    created_at: claim.createdAt,
    updated_at: claim.updatedAt,
    decided_at: claim.decidedAt,
    statement: claim.statement,
    history: claim.history.map((decision) => decisionWords(decision, claim)).join('\n'),
    verdict_name: claim.verdictName,
    work: claim.work?.state ?? null,
    assignee: claim.work?.assignee?.name ?? null,
    confirmed: claim.confirmations.map(({ by, at }) => `${at} by ${reviewerWords(by)}`).join('\n'),
    sealed_at: claim.sealed?.at ?? null,
    seal_reason: claim.sealed?.reason ?? null,
    ...remarkCells(claim, claim),
    merged_from: claim.mergedFrom
      .map(({ claimId, statement, reason }) => `${claimId} “${statement}”: ${reason}`)
      .join('\n'),
    split_from: claim.splitFrom === null ? null : `${claim.splitFrom.claimId} “${claim.splitFrom.statement}”`,
  }
}

function remarkCells(
  remarks: ReportRemarks,
  claim: ReportClaim | null,
): Pick<Row, 'tags' | 'replies' | 'replies_settled'> {
  return {
    tags: remarks.tags.map(({ name }) => name).join('; '),
    replies: remarks.replies.map((reply) => `${replyWords(reply, claim)}: ${reply.body}`).join('\n'),
    replies_settled: remarks.resolved?.at ?? null,
  }
}

type Sources = ReadonlyMap<string, ReportSource>

function evidenceRows(claim: ReportClaim, evidence: ReportEvidence, sources: Sources): readonly Row[] {
  return passageRows(evidence, sources).map((row) => ({
    record: 'evidence',
    ...row,
    claim_id: claim.id,
    number: claim.number,
    stance: evidence.stance,
    verdict: claim.verdict,
    reviewer: evidence.createdBy.name,
    created_at: evidence.createdAt,
    statement: claim.statement,
    verdict_name: claim.verdictName,
    marks: markWords(evidence, claim, 'evidence').join('\n'),
  }))
}

function noteRows(note: ReportNote, sources: Sources): readonly Row[] {
  return passageRows(note, sources).map((row) => ({
    record: 'note',
    ...row,
    number: note.number,
    reviewer: note.createdBy.name,
    created_at: note.createdAt,
    updated_at: note.updatedAt,
    body: note.body,
    ...remarkCells(note, null),
  }))
}

type Passages = {
  readonly id: string
  readonly passages: readonly ReportPassage[]
  readonly segments: readonly ReportSegment[] | null
}

function passageRows({ id, passages, segments }: Passages, sources: Sources): readonly Omit<Row, 'record'>[] {
  return passages.map((passage, index) => {
    const others = passages.flatMap((_, other) => (other === index ? [] : [`${id}/${other + 1}`]))
    const source = sources.get(passage.sourceId)
    return {
      id,
      siglum: passage.siglum,
      path: passage.path,
      sha256: source?.sha256 ?? null,
      textHash: source?.textHash ?? null,
      start: passage.start,
      end: passage.end,
      paragraph: passage.paragraph,
      quote: quotedText(passage),
      cited_quote: passage.cited.exact,
      state: passage.state,
      state_details: stateDetails(passage).join('\n'),
      passage_id: `${id}/${index + 1}`,
      paired_with: others.join(' '),
      difference: segments === null ? null : markSide(segments, index === 0 ? 'a' : 'b'),
      title: passage.title,
      outlet: passage.outlet,
    }
  })
}

function markSide(segments: readonly ReportSegment[], side: 'a' | 'b'): string {
  const [open, close] = side === 'a' ? ['[-', '-]'] : ['{+', '+}']
  const pieces = quotePieces(segments, side)
  return (
    unmarkedWords(segments) ?? pieces.map(({ text, marked }) => (marked ? `${open}${text}${close}` : text)).join('')
  )
}

function gatherGaps(model: ReportModel): ReadonlyMap<string, readonly string[]> {
  const gaps = new Map<string, string[]>()
  for (const { kind, about } of model.notChecked)
    for (const { type, id } of about) gaps.set(`${type} ${id}`, [...(gaps.get(`${type} ${id}`) ?? []), kind])
  return gaps
}
