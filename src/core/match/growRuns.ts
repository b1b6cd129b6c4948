import { canBridge, type Chain } from './chainRuns'
import { type Run, sameWord } from './exactRuns'
import { intAt } from './growingInts'
import type { ReadText } from './readText'
import { BREAK } from './textBreaks'

/** Words passed over, on either side, to reach two more equal words at the ends of a passage. */
export const END_GAP = 2
/** Equal words in a row that are worth passing over others at the ends. */
export const END_RUN = 2
/** Words up to the marks, on either side, over which a quotation that is changed at its ends is taken whole. */
export const WORDS_TO_MARKS = 3

/**
 * Adds, at both ends, equal words that stand behind one or two others. Runs that are long enough to be seeds are left
 * alone: chaining has placed them already, here or in a better passage.
 */
export function growEnds(a: ReadText, b: ReadText, chain: Chain, leastWords: number): Run[] {
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

/**
 * The runs, with an empty one at the marks where both texts end (or begin) a quotation a few words on: what is quoted is changed
 * there (`did not know` and `didn't know`), not cut. Where one text has no more words before its mark, nothing is added.
 */
export function reachMarks(a: ReadText, b: ReadText, runs: readonly Run[]): Run[] {
  const first = runs[0]
  const last = runs.at(-1)
  if (first === undefined || last === undefined) return []
  const reached = [...runs]
  const aBack = wordsToMark(a, first.a, -1)
  const bBack = wordsToMark(b, first.b, -1)
  if (aBack > 0 && bBack > 0) reached.unshift({ a: first.a - aBack, b: first.b - bBack, length: 0 })
  const aOn = wordsToMark(a, last.a + last.length - 1, 1)
  const bOn = wordsToMark(b, last.b + last.length - 1, 1)
  if (aOn > 0 && bOn > 0) reached.push({ a: last.a + last.length + aOn, b: last.b + last.length + bOn, length: 0 })
  return reached
}

/** Words between `word` and the mark of its quotation in one direction; 0 when none, too many, or no quotation at all. */
function wordsToMark(text: ReadText, word: number, direction: 1 | -1): number {
  const quotation = intAt(text.quotation, word)
  if (quotation === 0) return 0
  for (let words = 0; words <= WORDS_TO_MARKS; words++) {
    const next = word + direction * (words + 1)
    if (next < 0 || next >= text.count || intAt(text.quotation, next) !== quotation) return words
    if (text.breakBefore[direction === 1 ? next : next + 1] !== BREAK.none) return 0
  }
  return 0
}
