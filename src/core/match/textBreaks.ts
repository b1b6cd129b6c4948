import { assert } from '../assert'
import { CHARACTER_CLASS, characterClassAt } from '../text/characters'
import { compareRanges, type TextRange } from '../text/textRange'

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

/** The BREAK that the white space between `start` and `end` is; `wrapped` as isWrapped says. */
export function breakOf(text: string, start: number, end: number, wrapped: boolean): number {
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
  if (start === 0 || endsInMark(text, start)) return false
  const next = text.charAt(end)
  return next !== next.toUpperCase() && characterClassAt(text, end, text.length) === CHARACTER_CLASS.letter
}

function endsInMark(text: string, end: number): boolean {
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
    if (!endsInMark(text, at)) unfinished++
  }
  return broken >= WRAPPED_LEAST_LINES && unfinished > broken * WRAPPED_SHARE
}
