import { CHARACTER_CLASS, characterClassAt } from '../text/characters'
import type { TextRange } from '../text/textRange'
import { canBridge, type Chain } from './chainRuns'
import { type Run, sameWord } from './exactRuns'
import { intAt } from './growingInts'
import type { MatchKind, PassageMatch } from './passageMatch'
import type { ReadText } from './readText'
import { BREAK } from './textBreaks'

/** Below this share of common words a passage is called reworded. */
export const NEAR_SHARE = 0.7
/** Share of common words that a passage without a long enough exact run must have. */
export const LOOSE_SHARE = 0.7
/** Words more than the smallest passage that such a passage must share outside quotations, where chance is likelier. */
export const LOOSE_EXTRA_WORDS = 2
/** Words passed over, on either side, to reach two more equal words at the ends of a passage. */
export const END_GAP = 2
/** Equal words in a row that are worth passing over others at the ends. */
export const END_RUN = 2
/** Words that the runs of a chain must have before it is worth growing: fewer meet everywhere by chance. */
export const LEAST_CHAINED_WORDS = 3
/** Share of a side's words between quotation marks from which the passage counts as a quotation. */
export const QUOTATION_SHARE = 0.6

/** A passage with its extent in words, for choosing among passages. */
export type Candidate = {
  readonly passage: PassageMatch
  readonly shared: number
  readonly aWords: { readonly from: number; readonly to: number }
  readonly bWords: { readonly from: number; readonly to: number }
}

/** The passage that a chain makes; null when it shares too little to be one. */
export function buildPassage(a: ReadText, b: ReadText, chain: Chain, leastWords: number): Candidate | null {
  let words = 0
  for (const run of chain) words += run.length
  if (words < LEAST_CHAINED_WORDS) return null
  const runs = growEnds(a, b, chain, leastWords)
  const first = runs[0]
  const last = runs.at(-1)
  if (first === undefined || last === undefined) return null
  const aWords = { from: first.a, to: last.a + last.length }
  const bWords = { from: first.b, to: last.b + last.length }
  const shared = sharedWords(a, b, runs)
  const longer = Math.max(aWords.to - aWords.from, bWords.to - bWords.from)
  const score = shared / longer
  const quotation = isQuoted(a, aWords.from, aWords.to) || isQuoted(b, bWords.from, bWords.to)
  if (shared < leastWords) return null
  if (!runs.some((run) => run.length >= leastWords)) {
    if (score < LOOSE_SHARE) return null
    if (!quotation && shared < leastWords + LOOSE_EXTRA_WORDS) return null
  }
  const kind = kindOf(a, b, aWords, bWords, score)
  return { passage: { kind, quotation, score, ...rangesOf(a, b, aWords, bWords) }, shared, aWords, bWords }
}

function isQuoted(table: ReadText, from: number, to: number): boolean {
  let quoted = 0
  for (let word = from; word < to; word++) if (intAt(table.quotation, word) > 0) quoted++
  return quoted >= (to - from) * QUOTATION_SHARE
}

type Words = Candidate['aWords']

function kindOf(a: ReadText, b: ReadText, aWords: Words, bWords: Words, score: number): MatchKind {
  if (score === 1 && sameSpelling(a, b, aWords, bWords)) return 'identical'
  return score >= NEAR_SHARE ? 'near' : 'reworded'
}

function sameSpelling(a: ReadText, b: ReadText, aWords: Words, bWords: Words): boolean {
  for (let word = 0; word < aWords.to - aWords.from; word++) {
    if (a.spellings[aWords.from + word] !== b.spellings[bWords.from + word]) return false
  }
  return true
}

/**
 * Adds, at both ends, equal words that stand behind one or two others. Runs that are long enough to be seeds are left
 * alone: chaining has placed them already, here or in a better passage.
 */
function growEnds(a: ReadText, b: ReadText, chain: Chain, leastWords: number): Run[] {
  const runs = [...chain]
  for (;;) {
    const last = runs.at(-1)
    const next = last === undefined ? null : nextRun(a, b, last, leastWords)
    if (next === null) break
    runs.push(next)
  }
  for (;;) {
    const first = runs[0]
    const previous = first === undefined ? null : previousRun(a, b, first, leastWords)
    if (previous === null) return runs
    runs.unshift(previous)
  }
}

/** Gaps of one and two words, the smaller first. */
const END_GAPS = Array.from({ length: (END_GAP + 1) ** 2 - 1 }, (_, index) => ({
  a: Math.floor((index + 1) / (END_GAP + 1)),
  b: (index + 1) % (END_GAP + 1),
})).sort((one, two) => Math.max(one.a, one.b) - Math.max(two.a, two.b) || two.a + two.b - one.a - one.b)

function nextRun(a: ReadText, b: ReadText, last: Run, leastWords: number): Run | null {
  const aEnd = last.a + last.length
  const bEnd = last.b + last.length
  for (const gap of END_GAPS) {
    const from = { a: aEnd + gap.a, b: bEnd + gap.b }
    if (!sameTwoWords(a, b, from.a, from.b)) continue
    let length = 0
    while (length < leastWords && continues(a, b, from.a + length, from.b + length, length > 0)) length++
    const run = { ...from, length }
    if (length >= END_RUN && length < leastWords && canBridge(a, b, last, run)) return run
  }
  return null
}

function previousRun(a: ReadText, b: ReadText, first: Run, leastWords: number): Run | null {
  for (const gap of END_GAPS) {
    const to = { a: first.a - gap.a, b: first.b - gap.b }
    if (!sameTwoWords(a, b, to.a - END_RUN, to.b - END_RUN)) continue
    let length = 0
    while (length < leastWords && precedes(a, b, to.a - length, to.b - length, length > 0)) length++
    const run = { a: to.a - length, b: to.b - length, length }
    if (length >= END_RUN && length < leastWords && canBridge(a, b, run, first)) return run
  }
  return null
}

/** What nearly every gap fails, asked before anything is made for it. */
function sameTwoWords(a: ReadText, b: ReadText, aAt: number, bAt: number): boolean {
  if (aAt < 0 || bAt < 0 || aAt + 1 >= a.count || bAt + 1 >= b.count) return false
  return a.keys[aAt] === b.keys[bAt] && a.keys[aAt + 1] === b.keys[bAt + 1]
}

/** True when the two words are the same and, `inside` a run, no paragraph begins with them. */
function continues(a: ReadText, b: ReadText, aAt: number, bAt: number, inside: boolean): boolean {
  if (aAt >= a.count || bAt >= b.count || !sameWord(a, b, aAt, bAt)) return false
  return !inside || (a.breakBefore[aAt] === BREAK.none && b.breakBefore[bAt] === BREAK.none)
}

/** True when the words before the two places are the same and, `inside` a run, no paragraph begins at the places. */
function precedes(a: ReadText, b: ReadText, aAt: number, bAt: number, inside: boolean): boolean {
  if (aAt <= 0 || bAt <= 0 || !sameWord(a, b, aAt - 1, bAt - 1)) return false
  return !inside || (a.breakBefore[aAt] === BREAK.none && b.breakBefore[bAt] === BREAK.none)
}

/** Words of the runs, and of the gaps between them in order. */
function sharedWords(a: ReadText, b: ReadText, runs: readonly Run[]): number {
  let shared = 0
  let previous: Run | null = null
  for (const run of runs) {
    if (previous !== null) {
      shared += commonInOrder(a, b, {
        aFrom: previous.a + previous.length,
        aTo: run.a,
        bFrom: previous.b + previous.length,
        bTo: run.b,
      })
    }
    shared += run.length
    previous = run
  }
  return shared
}

type Gap = { readonly aFrom: number; readonly aTo: number; readonly bFrom: number; readonly bTo: number }

/** Length of the longest common subsequence of two gaps, which are a few words long. */
function commonInOrder(a: ReadText, b: ReadText, gap: Gap): number {
  let row = new Int32Array(gap.bTo - gap.bFrom + 1)
  for (let aAt = gap.aFrom; aAt < gap.aTo; aAt++) {
    const next = new Int32Array(row.length)
    for (let column = 1; column < row.length; column++) {
      next[column] = sameWord(a, b, aAt, gap.bFrom + column - 1)
        ? intAt(row, column - 1) + 1
        : Math.max(intAt(row, column), intAt(next, column - 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

const SENTENCE_MARKS = /[.!?\u2026\u3002\uff01\uff1f]/u
const LEADING_SIGNS = '$\u00a3\u20ac\u00a5#@\u00bf\u00a1'

/** From the first to the last word, with a sign before a number and the closing mark of a sentence where both texts have one. */
function rangesOf(a: ReadText, b: ReadText, aWords: Words, bWords: Words): { a: TextRange; b: TextRange } {
  const aRange = { start: intAt(a.starts, aWords.from), endExclusive: intAt(a.ends, aWords.to - 1) }
  const bRange = { start: intAt(b.starts, bWords.from), endExclusive: intAt(b.ends, bWords.to - 1) }
  const aZone = zoneAround(a, aRange)
  const bZone = zoneAround(b, bRange)
  const aEnd = closingEnd(a.text, aRange.endExclusive, aZone.endExclusive)
  const bEnd = closingEnd(b.text, bRange.endExclusive, bZone.endExclusive)
  const closed = aEnd > aRange.endExclusive && bEnd > bRange.endExclusive
  const aSign = aRange.start > aZone.start ? leadingSign(a.text, aRange.start) : null
  const bSign = bRange.start > bZone.start ? leadingSign(b.text, bRange.start) : null
  const sign = aSign !== null && aSign === bSign ? 1 : 0
  return {
    a: { start: aRange.start - sign, endExclusive: closed ? aEnd : aRange.endExclusive },
    b: { start: bRange.start - sign, endExclusive: closed ? bEnd : bRange.endExclusive },
  }
}

/** The sign right before `start`; null when there is none, or several that are one mark (`##`). */
function leadingSign(text: string, start: number): string | null {
  const sign = text.charAt(start - 1)
  return sign !== '' && LEADING_SIGNS.includes(sign) && text.charAt(start - 2) !== sign ? sign : null
}

/** Longest sequence of closing marks that is taken along (`?!`, `...`): a longer one is a rule, not an end. */
const MOST_CLOSING_MARKS = 8

function closingEnd(text: string, from: number, limit: number): number {
  let end = from
  while (end < limit && end - from < MOST_CLOSING_MARKS && SENTENCE_MARKS.test(text.charAt(end))) end++
  if (end < limit && SENTENCE_MARKS.test(text.charAt(end))) return from
  // What carries a combining mark or runs on into a word (`.com`) closes nothing.
  const after = characterClassAt(text, end, limit)
  const { mark, letter, digit } = CHARACTER_CLASS
  return after === mark || (text.charAt(end - 1) === '.' && (after === letter || after === digit)) ? from : end
}

function zoneAround(table: ReadText, range: TextRange): TextRange {
  let low = 0
  let high = table.zones.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((table.zones[middle]?.start ?? 0) <= range.start) low = middle
    else high = middle - 1
  }
  return table.zones[low] ?? range
}
