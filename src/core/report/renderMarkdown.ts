import type { Edit } from '../diff/passageDiff'
import { markdownDifference, markdownInline, markdownLine, markdownLines } from './markdownText'
import type { ReportClaim, ReportEvidence, ReportModel, ReportNote, ReportPassage, ReportSource } from './reportModel'
import {
  countWords,
  HOW_TO_CHECK,
  metadataWords,
  placeWords,
  quotedText,
  SOURCE_STATE_WORDS,
  STANCE_WORDS,
  STATE_WORDS,
  summaryWords,
  unknownFields,
  UNCHECKED_STATEMENT,
  VERDICT_SIGNS,
} from './reportWords'

/**
 * The report as Markdown that reads well as plain text too. Whatever comes from sources, reviewers or file names is escaped, so
 * that it shows as it is and becomes no markup. In differences `~~left out~~` is in the first passage alone and `**put in**`
 * in the second.
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
      `Fewest shared words of a passage: ${settings.smallestPassageWords}`,
      `Least score shown: ${settings.leastScore}`,
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
      : `by ${markdownInline(claim.decidedBy.name)}, ${claim.decidedAt ?? 'at an unknown time'}`
  return [
    `### Claim ${claim.number}: ${VERDICT_SIGNS[claim.verdict]} ${claim.verdict}`,
    markdownLines(claim.statement).join('\n'),
    list([
      `Verdict: ${claim.verdict}, ${decided}`,
      ...(claim.reason === '' ? [] : [`Reason: ${markdownInline(claim.reason)}`]),
      `Claim made by ${markdownInline(claim.createdBy.name)}, ${claim.createdAt}` +
        (claim.updatedAt === claim.createdAt ? '' : `; last edited ${claim.updatedAt}`),
    ]),
    ...(claim.evidence.length === 0 ? ['No evidence is cited.'] : claim.evidence.flatMap(renderEvidence)),
    ...(claim.history.length === 0
      ? []
      : [
          '#### History',
          list(
            claim.history.map(
              ({ at, verdict, by, reason }) =>
                `${at}: ${VERDICT_SIGNS[verdict]} ${verdict}, by ${markdownInline(by.name)}. ${markdownInline(reason)}`,
            ),
          ),
        ]),
  ]
}

function renderEvidence(evidence: ReportEvidence): readonly string[] {
  const sigla = evidence.passages.map((passage) => markdownInline(passage.siglum)).join(' and ')
  return [
    `#### ${STANCE_WORDS[evidence.stance]}: ${sigla}`,
    ...evidence.passages.flatMap(renderPassage),
    ...renderDifference(evidence.passages, evidence.difference),
    `Added by ${markdownInline(evidence.createdBy.name)}, ${evidence.createdAt}.`,
  ]
}

function renderPassage(passage: ReportPassage): readonly string[] {
  const source = [passage.outlet, passage.title].filter((text) => text !== null).map(markdownLine)
  const head = [
    `${markdownInline(passage.siglum)}: ${source.join(', ')}`.trimEnd(),
    ...placeWords(passage).map(markdownLine),
  ]
  return [
    `${head.join(' · ')} (${STATE_WORDS[passage.state]})`,
    quote(markdownLines(quotedText(passage))),
    ...(passage.change === null ? [] : ['Changed since it was cited:', quote(markdownDifference(passage.change))]),
  ]
}

function renderDifference(passages: readonly ReportPassage[], difference: readonly Edit[] | null): readonly string[] {
  const [first, second] = passages
  if (difference === null || first === undefined || second === undefined) return []
  const pair = `from ${markdownInline(first.siglum)} to ${markdownInline(second.siglum)}`
  if (difference.every((edit) => edit.op === 'equal')) return [`Difference ${pair}: none, the same to the character.`]
  return [`Difference ${pair}:`, quote(markdownDifference(difference))]
}

function renderNotes(notes: readonly ReportNote[]): readonly string[] {
  if (notes.length === 0) return ['## Notes', 'No notes were written.']
  return [
    '## Notes',
    ...notes.flatMap((note) => [
      `### Note ${note.number}`,
      markdownLines(note.body).join('\n'),
      `By ${markdownInline(note.createdBy.name)}, ${note.createdAt}` +
        (note.updatedAt === note.createdAt ? '.' : `; last edited ${note.updatedAt}.`),
      ...note.passages.flatMap(renderPassage),
      ...renderDifference(note.passages, note.difference),
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
