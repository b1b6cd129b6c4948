import type { TextRange } from './textRange'

const BLANK = /\s/u

/**
 * A printed line of a text that is not blank. Where a machine broke the text into lines, several make one paragraph, and
 * share its number.
 */
export type Paragraph = {
  readonly range: TextRange
  /** From 1: as the margin shows it and reports cite it. */
  readonly number: number
  /** False where the line goes on with the paragraph of the one before. */
  readonly begins: boolean
  /** True where the next line goes on with the same paragraph. */
  readonly goesOn: boolean
}

/** Lines between these lengths that are followed by another line may have been broken by a machine, not by the writer (UTF-16 units). */
export const WRAPPED_LINE_LEAST = 45
export const WRAPPED_LINE_MOST = 100
/** How many lines must fit between those lengths; lower takes lists for wrapped prose (0 to 1). */
export const WRAPPED_FITTING_SHARE = 0.7
/** How many lines go on in lower case when a text is hard-wrapped; lower takes verse for wrapped prose (0 to 1). */
export const WRAPPED_LOWER_CASE_SHARE = 0.3
/** Fewer lines than this say nothing about how a text is wrapped. */
export const WRAPPED_LINES_LEAST = 4

/** The ends of lines in a normalised text are LF; the others are honoured wherever they come from. */
const LINE_ENDS = /[\n\r\f\v\u0085\u2028\u2029]/g

/** The non-empty lines of `text` (or of a range of it), each without the white space around it, in order. */
export function paragraphsOf(text: string, range: TextRange = { start: 0, endExclusive: text.length }): TextRange[] {
  const paragraphs: TextRange[] = []
  const ends = new RegExp(LINE_ENDS)
  let start = range.start
  while (start < range.endExclusive) {
    ends.lastIndex = start
    const end = ends.test(text) ? Math.min(ends.lastIndex - 1, range.endExclusive) : range.endExclusive
    const paragraph = withoutOuterSpace(text, { start, endExclusive: end })
    if (paragraph !== null) paragraphs.push(paragraph)
    start = end + 1
  }
  return paragraphs
}

/** Every line of `body` that is not blank, in order, with the number of its paragraph. */
export function splitParagraphs(text: string, body: TextRange): readonly Paragraph[] {
  const lines = paragraphsOf(text, body)
  const followed = lines.map((line, index) => {
    const next = lines[index + 1]
    return next !== undefined && (text.slice(line.endExclusive, next.start).match(/\n/g)?.length ?? 0) === 1
  })
  const wrapped = isHardWrapped(text, lines, followed)
  let number = 0
  return lines.map((range, index) => {
    const begins = !(wrapped && followed[index - 1] === true)
    if (begins) number += 1
    return { range, number, begins, goesOn: wrapped && followed[index] === true }
  })
}

/** The index of the line that holds `offset`, or of the nearest one before it; 0 when there is none before. */
export function paragraphAt(paragraphs: readonly Paragraph[], offset: number): number {
  let low = 0
  let high = paragraphs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((paragraphs[middle]?.range.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** The number of the paragraph that holds `offset`; null before the first one, as in front matter. */
export function paragraphNumberAt(paragraphs: readonly Paragraph[], offset: number): number | null {
  const paragraph = paragraphs[paragraphAt(paragraphs, offset)]
  return paragraph === undefined || paragraph.range.start > offset ? null : paragraph.number
}

function isHardWrapped(text: string, lines: readonly TextRange[], followed: readonly boolean[]): boolean {
  // A text of one line a paragraph has no blank lines: there every line is followed, and none is wrapped.
  if (followed.slice(0, -1).every((one) => one)) return false
  const broken = lines.filter((_, index) => followed[index])
  const fitting = broken.filter((line) => {
    const length = line.endExclusive - line.start
    return length >= WRAPPED_LINE_LEAST && length <= WRAPPED_LINE_MOST
  })
  const lower = lines.filter(
    (line, index) => followed[index - 1] === true && /^\p{Ll}/u.test(text.slice(line.start, line.start + 2)),
  )
  return (
    broken.length >= WRAPPED_LINES_LEAST &&
    fitting.length / broken.length >= WRAPPED_FITTING_SHARE &&
    lower.length / broken.length >= WRAPPED_LOWER_CASE_SHARE
  )
}

/** `range` without white space at its ends; null when nothing is left. */
export function withoutOuterSpace(text: string, range: TextRange): TextRange | null {
  let { start, endExclusive } = range
  while (start < endExclusive && BLANK.test(text.charAt(start))) start++
  while (endExclusive > start && BLANK.test(text.charAt(endExclusive - 1))) endExclusive--
  return start < endExclusive ? { start, endExclusive } : null
}
