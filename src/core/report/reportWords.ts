import { changeSentence } from '../anchor/changeSentence'
import type { Reviewer, Stance, Verdict } from '../claim/reviewRecord'
import { MATCH_KINDS, type MatchSettings } from '../match/passageMatch'
import { METADATA_FIELDS, type MetadataField } from '../text/metadata'
import type { CitedState, ReportModel, ReportPassage, ReportSettlement, ReportSource } from './reportModel'

/** Characters of a long text that a list shows: enough to know it by, short enough for a line. */
export const SHORTENED_LENGTH = 90

/** A sign beside the word, so that colour never speaks alone. */
export const VERDICT_SIGNS: Readonly<Record<Verdict, string>> = { verified: '✓', disputed: '≠', unverified: '◌' }

export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  supports: 'Supports',
  contradicts: 'Contradicts',
  qualifies: 'Qualifies',
  repeats: 'Repeats',
}

export const STATE_WORDS: Readonly<Record<CitedState, string>> = {
  exact: 'found as cited',
  moved: 'found elsewhere in the source than when it was cited',
  changed: 'the words have changed since they were cited',
  ambiguous: 'these words stand in several places now',
  lost: 'the cited words are not in the source any more',
  gone: 'the source is not in the corpus any more',
}

/**
 * What there is to say of a passage that is not in its source as it was cited, a sentence each: every difference in changed
 * words, or why nothing was found, and what reviewers decided about it; empty for one that was found as it was first cited,
 * or whose source is gone.
 */
export function stateDetails({ state, why, changes, settlements, settled }: ReportPassage): readonly string[] {
  const history = settlements.map((one) => settlementWords(one, one.at === settled?.at))
  if (state === 'changed') return [...changes.map(changeSentence), ...history]
  return why !== null && (state === 'lost' || state === 'ambiguous') ? [why, ...history] : history
}

function settlementWords({ what, fromText, toText, at, by }: ReportSettlement, holds: boolean): string {
  const who = `${reviewerWords(by)}, ${at}`
  const from = `“${shorten(fromText)}”`
  if (what === 'follow') return `Followed by ${who}: ${from} was cited before.`
  const there = toText === null ? 'nothing of them stood there' : `“${shorten(toText)}” stood there`
  return `Kept as cited by ${who}, though ${there}${holds ? '' : '; the source has changed there since'}.`
}

export const SOURCE_STATE_WORDS: Readonly<Record<ReportSource['state'], string>> = {
  current: 'as it was read',
  changed: 'the file has changed since it was read',
  missing: 'the file is gone; shown from the copy kept when it was read',
}

export const UNCHECKED_STATEMENT =
  'Nothing in this file has been checked again since it was made. Places and fingerprints are as Crossread found them at that time.'

/** How a reader can check the report without this program, a paragraph each; what is to be typed stands between backticks. */
export const HOW_TO_CHECK: readonly string[] = [
  'A source is the one that was read when the SHA-256 of its file is the one given here (`sha256sum` on Linux, `shasum -a 256` on macOS, `Get-FileHash` on Windows).',
  'Places count Unicode code points from 0; the start is included, the end is not. For .txt and .md files they count in the decoded file: its bytes as text in the encoding given, byte order mark off, nothing else changed, front matter included.',
  "In Python, `open(path, encoding='utf-8-sig', newline='').read()[start:end]` gives the passage of a UTF-8 file, to the character.",
  'For HTML files they count in the extracted text, which `crossread sources <folder> --text <path>` prints.',
  'The text hash is the SHA-256 of the source’s text in UTF-8 after line ends became LF and letters their composed form (NFC).',
]

const FIELD_WORDS: Readonly<Record<MetadataField, string>> = {
  title: 'Title',
  outlet: 'Outlet',
  byline: 'Byline',
  published: 'Published',
  url: 'Address',
  retrieved: 'Retrieved',
  kind: 'Kind',
  digestOf: 'Digest of',
}

/** What is known of a source, as label and value; the title, which stands above, and unknown fields are left out. */
export function metadataWords(source: ReportSource): readonly (readonly [label: string, value: string])[] {
  return METADATA_FIELDS.flatMap((field) => {
    const value = source.metadata[field]
    return field === 'title' || value === null || value === '' ? [] : [[FIELD_WORDS[field], value] as const]
  })
}

/** The fields that nothing is known of, in words; empty when all are known. */
export function unknownFields(source: ReportSource): readonly string[] {
  return METADATA_FIELDS.filter(
    (field) => field !== 'digestOf' && (source.metadata[field] === null || source.metadata[field] === ''),
  ).map((field) => FIELD_WORDS[field].toLowerCase())
}

/** Where a passage stands: `text.txt, 120 to 170, paragraph 4`; what is not known is left out. */
export function placeWords(passage: ReportPassage): readonly string[] {
  return [
    ...(passage.path === '' ? [] : [passage.path]),
    ...(passage.start === null || passage.end === null ? [] : [`characters ${passage.start} to ${passage.end}`]),
    ...(passage.paragraph === null ? [] : [`paragraph ${passage.paragraph}`]),
  ]
}

/** `1 claim`, `2 claims`. */
export function countWords(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`
}

/** What the report holds, in a line. */
export function summaryWords({ counts }: ReportModel): string {
  const { verified, disputed, unverified } = counts.byVerdict
  return [
    `${countWords(counts.claims, 'claim')} (${verified} verified, ${disputed} disputed, ${unverified} unverified)`,
    `${countWords(counts.evidence, 'piece')} of evidence with ${countWords(counts.passages, 'passage')}`,
    countWords(counts.notes, 'note'),
    countWords(counts.sources, 'source'),
    `${countWords(counts.setAside, 'file')} set aside`,
  ].join(', ')
}

/** One line of at most SHORTENED_LENGTH code points, white space drawn together. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  const points = Array.from(line)
  return points.length <= SHORTENED_LENGTH
    ? line
    : `${points
        .slice(0, SHORTENED_LENGTH - 1)
        .join('')
        .trimEnd()}…`
}

/** Who it was, for a sentence; a reviewer may have given no name yet. */
export function reviewerWords({ name }: Reviewer): string {
  return name.trim() === '' ? 'an unnamed reviewer' : name
}

/** What passages are quoted as: the words that stand there now, or those that were cited where none are found. */
export function quotedText(passage: ReportPassage): string {
  return passage.text ?? passage.cited.exact
}

/** The settings of the matcher, each with what it is. */
export function settingsWords(settings: MatchSettings): readonly (readonly [name: string, value: string])[] {
  const kinds = MATCH_KINDS.filter((kind) => settings.kinds.includes(kind))
  return [
    ['Fewest shared words of a passage', String(settings.smallestPassageWords)],
    ['Kinds of passages shown', kinds.length === 0 ? 'none' : kinds.join(', ')],
    ['Least score shown', String(settings.leastScore)],
  ]
}
