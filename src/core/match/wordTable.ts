import { assert } from '../assert'
import { CHARACTER_CLASS, characterClassAt } from '../text/characters'
import { quotedRanges } from '../text/quotationMarks'
import { compareRanges, type TextRange } from '../text/textRange'
import { scanTokens } from '../text/tokens'
import { wordKey } from '../text/wordKey'
import { GrowingInts, intAt } from './growingInts'
import type { MatchableText } from './passageMatch'

/** Share of broken lines without a final mark above which single line ends are taken for wrapping, not for paragraphs. */
export const WRAPPED_SHARE = 0.5
/** Fewer broken lines than this say nothing about wrapping. */
export const WRAPPED_LEAST_LINES = 8

/** What stands between a word and the one before it. */
export const BREAK = {
  none: 0,
  /** The end of a paragraph: wording may run on over it, gaps may not. */
  paragraph: 1,
  /** Text that is set aside, or the beginning: nothing runs over it. */
  barrier: 2,
} as const

/** The words of a text that take part in matching, as numbers. All arrays have one entry for each word, in order. */
export type WordTable = {
  readonly text: string
  readonly count: number
  /** UTF-16 offsets. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** The same number for the same word key in both tables of a pair; -1 for a word that the other text has not. */
  readonly codes: Int32Array
  /** A value of BREAK. */
  readonly breakBefore: Uint8Array
  /** Which quotation the word stands in, from 1; 0 outside. */
  readonly quotation: Int32Array
  /** The stretches of text that take part, in order; each word lies in one. */
  readonly zones: readonly TextRange[]
}

/** What is left of the text between ranges that are set aside. The ranges may overlap and come in any order. */
export function zonesBetween(length: number, setAside: readonly TextRange[]): TextRange[] {
  const zones: TextRange[] = []
  let from = 0
  for (const range of [...setAside].sort(compareRanges)) {
    assert(range.start >= 0 && range.endExclusive <= length, 'a range that is set aside lies outside its text')
    if (range.start === range.endExclusive) continue
    if (range.start > from) zones.push({ start: from, endExclusive: range.start })
    from = Math.max(from, range.endExclusive)
  }
  if (from < length) zones.push({ start: from, endExclusive: length })
  return zones
}

/**
 * Reads the words of one text of a pair. `codeOf` gives the number of a key. `step` is called for each word and stops the
 * reading when false: the table then holds the words so far.
 */
export function readWords(
  { text, setAside }: MatchableText,
  codeOf: (key: string) => number,
  step: (done: number) => boolean,
): WordTable {
  const starts = new GrowingInts(text.length >> 3)
  const ends = new GrowingInts(text.length >> 3)
  const codes = new GrowingInts(text.length >> 3)
  const breaks = new GrowingInts(text.length >> 3)
  const zones = zonesBetween(text.length, setAside)
  const wrapped = isWrapped(text)
  let pending: number = BREAK.barrier
  let stopped = false
  const visit = (kind: 'word' | 'space' | 'punctuation', start: number, end: number) => {
    if (stopped) return
    if (kind === 'space') pending = Math.max(pending, breakOf(text, start, end, wrapped))
    if (kind !== 'word') return
    starts.push(start)
    ends.push(end)
    codes.push(codeOf(wordKey(text.slice(start, end))))
    breaks.push(pending)
    pending = BREAK.none
    stopped = !step(end / text.length)
  }
  for (const zone of zones) {
    pending = BREAK.barrier
    // In parts, so that stopping a long text does not wait for its end.
    scanTokens(text, zone.start, zone.endExclusive, visit)
    if (stopped) break
  }
  const startArray = starts.toArray()
  const endArray = ends.toArray()
  return {
    text,
    count: startArray.length,
    starts: startArray,
    ends: endArray,
    codes: codes.toArray(),
    breakBefore: Uint8Array.from(breaks.toArray()),
    quotation: stopped ? new Int32Array(startArray.length) : quotationsOfWords(text, startArray, endArray),
    zones,
  }
}

function quotationsOfWords(text: string, starts: Int32Array, ends: Int32Array): Int32Array {
  const quotation = new Int32Array(starts.length)
  let word = 0
  quotedRanges(text).forEach((range, index) => {
    while (word < starts.length && intAt(starts, word) < range.start) word++
    while (word < starts.length && intAt(ends, word) <= range.endExclusive) quotation[word++] = index + 1
  })
  return quotation
}

function breakOf(text: string, start: number, end: number, wrapped: boolean): number {
  let lineEnds = 0
  for (let at = start; at < end && lineEnds < 2; at++) {
    const code = text.charCodeAt(at)
    if (code === 10) lineEnds++
    else if (code === 12 || code === 0x2028 || code === 0x2029) return BREAK.paragraph
  }
  if (lineEnds === 0) return BREAK.none
  return lineEnds === 1 && (wrapped || runsOn(text, start, end)) ? BREAK.none : BREAK.paragraph
}

/** True when a single line end stands in the middle of a sentence: no mark before it, a small letter after it. */
function runsOn(text: string, start: number, end: number): boolean {
  if (start === 0 || endsSentence(text, start)) return false
  const next = text.charAt(end)
  return next !== next.toUpperCase() && characterClassAt(text, end, text.length) === CHARACTER_CLASS.letter
}

function endsSentence(text: string, end: number): boolean {
  return /[.!?:;\u2026]["'\u2019\u201d\u00bb)\]]?$/u.test(text.slice(Math.max(0, end - 2), end))
}

/** True when the lines of a text are cut at a column: most of those that have another right below end without a final mark. */
export function isWrapped(text: string): boolean {
  let broken = 0
  let unfinished = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    const next = text.charCodeAt(at + 1)
    const blankBefore = at === 0 || text.charCodeAt(at - 1) === 10
    if (blankBefore || next === 10 || Number.isNaN(next)) continue
    broken++
    if (!endsSentence(text, at)) unfinished++
  }
  return broken >= WRAPPED_LEAST_LINES && unfinished > broken * WRAPPED_SHARE
}
