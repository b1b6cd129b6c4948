import { markdownInline, markdownLine, markdownLines, markdownPieces } from './markdownText'
import { countPlaces, quotePieces, type ReportSegment, unmarkedWords } from './markedPassages'
import type {
  ReportClaim,
  ReportDecision,
  ReportEvidence,
  ReportModel,
  ReportNote,
  ReportPassage,
  ReportRemarks,
  ReportSource,
} from './reportModel'
import {
  countWords,
  HOW_TO_CHECK,
  metadataWords,
  placeWords,
  quotedText,
  reviewerWords,
  SOURCE_STATE_WORDS,
  STANCE_WORDS,
  stateDetails,
  STATE_WORDS,
  summaryWords,
  unknownFields,
  UNCHECKED_STATEMENT,
  VERDICT_SIGNS,
  settingsWords,
} from './reportWords'
import { claimFacts, markWords, replyWords, settledWords, tagFacts, verdictNameFacts, verdictWords } from './workWords'

/**
 * The report as Markdown that reads well as plain text too. Whatever comes from sources, reviewers or file names is escaped, so
 * that it shows as it is and becomes no markup. In the first quote of a pair `~~left out~~` is what it alone has, in the second
 * `**put in**`.
 */
export function renderMarkdown(model: ReportModel): string {
  const { corpus, program, settings } = model
  const blocks: readonly string[] = [
    `# Crossread report: ${markdownInline(corpus.name)}`,
    `Made ${model.madeAt} with ${markdownInline(program.name)} ${markdownInline(program.version)} from the folder ${markdownInline(corpus.folder)}.`,
    `${summaryWords(model)}.`,
    UNCHECKED_STATEMENT,
    ...renderClaims(model.claims),
    ...renderNotes(model.notes),
    ...renderGaps(model),
    ...renderSources(model),
    '## Settings',
    list([
      ...settingsWords(settings).map(([name, value]) => `${name}: ${value}`),
      ...factItems(verdictNameFacts(model)),
    ]),
    '## How to check this report',
    list(HOW_TO_CHECK),
  ]
  return `${blocks.join('\n\n')}\n`
}

function renderClaims(claims: readonly ReportClaim[]): readonly string[] {
  if (claims.length === 0) return ['## Claims', 'No claims were made.']
  return ['## Claims', ...claims.flatMap(renderClaim)]
}

function renderClaim(claim: ReportClaim): readonly string[] {
  const decided =
    claim.decidedBy === null
      ? 'no verdict given'
      : `by ${markdownInline(reviewerWords(claim.decidedBy))}, ${claim.decidedAt ?? 'at an unknown time'}`
  return [
    `### Claim ${claim.number}: ${VERDICT_SIGNS[claim.verdict]} ${markdownInline(verdictWords(claim.verdict, claim.verdictName))}`,
    markdownLines(claim.statement).join('\n'),
    list([
      `Verdict: ${markdownInline(verdictWords(claim.verdict, claim.verdictName))}, ${decided}`,
      ...(claim.reason === '' ? [] : [`Reason: ${markdownInline(claim.reason)}`]),
      `Claim made by ${markdownInline(reviewerWords(claim.createdBy))}, ${claim.createdAt}` +
        (claim.updatedAt === claim.createdAt ? '' : `; last edited ${claim.updatedAt}`),
      ...factItems(claimFacts(claim)),
    ]),
    ...(claim.evidence.length === 0
      ? ['No evidence is cited.']
      : claim.evidence.flatMap((evidence) => renderEvidence(claim, evidence))),
    ...renderReplies(claim, claim),
    ...(claim.history.length === 0
      ? []
      : ['#### History', list(claim.history.map((decision) => decisionItem(claim, decision)))]),
  ]
}

function decisionItem(claim: ReportClaim, decision: ReportDecision): string {
  const { at, verdict, verdictName, by, reason } = decision
  const marks = markWords(decision, claim, 'decision')
  const marked = marks.length === 0 ? '' : ` (${markdownInline(marks.join('; '))})`
  const words = `${VERDICT_SIGNS[verdict]} ${markdownInline(verdictWords(verdict, verdictName))}`
  return `${at}: ${words}, by ${markdownInline(reviewerWords(by))}${marked}. ${markdownInline(reason)}`
}

function factItems(facts: readonly (readonly [label: string, value: string])[]): readonly string[] {
  return facts.map(([label, value]) => `${label}: ${markdownInline(value)}`)
}

function renderReplies(remarks: ReportRemarks, claim: ReportClaim | null): readonly string[] {
  if (remarks.replies.length === 0) return []
  return [
    '#### Replies',
    ...remarks.replies.flatMap((reply) => [
      `${markdownLine(replyWords(reply, claim))}:`,
      quote(markdownLines(reply.body)),
    ]),
    markdownLine(settledWords(remarks)),
  ]
}

function renderEvidence(claim: ReportClaim, evidence: ReportEvidence): readonly string[] {
  const marks = markWords(evidence, claim, 'evidence')
  const sigla = evidence.passages.map((passage) => markdownInline(passage.siglum)).join(' and ')
  return [
    `#### ${STANCE_WORDS[evidence.stance]}: ${sigla}`,
    ...renderPassages(evidence),
    `Added by ${markdownInline(reviewerWords(evidence.createdBy))}, ${evidence.createdAt}${marks.map((mark) => `, ${markdownInline(mark)}`).join('')}.`,
  ]
}

type Cited = { readonly passages: readonly ReportPassage[]; readonly segments: readonly ReportSegment[] | null }

function renderPassages({ passages, segments }: Cited): readonly string[] {
  const [first, second] = passages
  if (segments === null || first === undefined || second === undefined)
    return passages.flatMap((passage) => renderPassage(passage, markdownLines(quotedText(passage))))
  const words =
    unmarkedWords(segments) ??
    `${countWords(countPlaces(segments), 'place')}; ~~struck through~~ is what the first quote alone has, **bold** what the second alone has`
  return [
    ...renderPassage(first, sideLines(segments, 'a')),
    ...renderPassage(second, sideLines(segments, 'b')),
    `Difference from ${markdownInline(first.siglum)} to ${markdownInline(second.siglum)}: ${words}.`,
  ]
}

/** The first of two passages with what it alone has, or the second with what it alone has. */
function sideLines(segments: readonly ReportSegment[], side: 'a' | 'b'): readonly string[] {
  return markdownPieces(quotePieces(segments, side), side === 'a' ? '~~' : '**')
}

function renderPassage(passage: ReportPassage, quoted: readonly string[]): readonly string[] {
  const source = [passage.outlet, passage.title].filter((text) => text !== null).map(markdownLine)
  const head = [
    `${markdownInline(passage.siglum)}: ${source.join(', ')}`.trimEnd(),
    ...placeWords(passage).map(markdownLine),
  ]
  const details = stateDetails(passage)
  return [
    `${head.join(' · ')} (${STATE_WORDS[passage.state]})`,
    ...(details.length === 0 ? [] : [list(details.map(markdownLine))]),
    quote(quoted),
    ...renderChange(passage),
  ]
}

function renderChange({ changeSegments: segments }: ReportPassage): readonly string[] {
  if (segments === null) return []
  const unmarked = unmarkedWords(segments)
  return [
    `The words as they were cited${unmarked === null ? '' : ` (${unmarked})`}:`,
    quote(sideLines(segments, 'a')),
    'The words that stand there now:',
    quote(sideLines(segments, 'b')),
  ]
}

function renderNotes(notes: readonly ReportNote[]): readonly string[] {
  if (notes.length === 0) return ['## Notes', 'No notes were written.']
  return [
    '## Notes',
    ...notes.flatMap((note) => [
      `### Note ${note.number}`,
      markdownLines(note.body).join('\n'),
      `By ${markdownInline(reviewerWords(note.createdBy))}, ${note.createdAt}` +
        (note.updatedAt === note.createdAt ? '.' : `; last edited ${note.updatedAt}.`),
      ...(note.tags.length === 0 ? [] : [list(factItems(tagFacts(note)))]),
      ...renderPassages(note),
      ...renderReplies(note, null),
    ]),
  ]
}

function renderGaps({ notChecked }: ReportModel): readonly string[] {
  return [
    '## What was not checked',
    UNCHECKED_STATEMENT,
    ...notChecked.flatMap(({ message, about }) => [message, list(about.map(({ label }) => markdownLine(label)))]),
  ]
}

function renderSources({ sources, setAside }: ReportModel): readonly string[] {
  return [
    '## Sources',
    ...(sources.length === 0 ? ['The corpus has no sources.'] : sources.flatMap(renderSource)),
    ...(setAside.length === 0
      ? []
      : [
          '### Files set aside',
          list(setAside.map(({ path, message }) => `${markdownLine(path)}: ${markdownInline(message)}`)),
        ]),
  ]
}

function renderSource(source: ReportSource): readonly string[] {
  const unknown = unknownFields(source)
  return [
    `### ${markdownInline(source.siglum)}: ${markdownInline(source.metadata.title ?? source.path)}`,
    list([
      `File: ${markdownInline(source.path)} (${SOURCE_STATE_WORDS[source.state]})`,
      ...metadataWords(source).map(
        ([label, value]) => `${label}: ${isPlainUrl(value) ? `<${value}>` : markdownInline(value)}`,
      ),
      ...(source.titleGuessed ? ['Title taken from the first line'] : []),
      ...(unknown.length === 0 ? [] : [`Not known: ${unknown.join(', ')}`]),
      `SHA-256 of the file: ${source.sha256}`,
      `Hash of the text: ${source.textHash}`,
      `Length: ${source.length} characters, ${source.words} words; encoding ${markdownInline(source.encoding)}`,
      `Read ${source.readAt}, first imported ${source.importedAt}`,
      `Cited as evidence: ${countWords(source.citations, 'time')}`,
      ...source.problems.map((problem) => `Problem: ${markdownInline(problem.message)}`),
    ]),
  ]
}

/** Between `<` and `>` nothing of such an address can end the link or be markup. */
function isPlainUrl(text: string): boolean {
  return /^https?:\/\/[!-;=?-~]+$/u.test(text)
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}

function quote(lines: readonly string[]): string {
  return lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n')
}
