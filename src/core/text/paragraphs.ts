import type { TextRange } from './textRange'

const BLANK = /\s/u

/** The ends of lines in a normalised text are LF; the others are honoured wherever they come from. */
const LINE_ENDS = /[\n\r\f\v\u0085\u2028\u2029]/gu

/** The non-empty lines of `text` (or of a range of it), each without the white space around it, in order. */
export function paragraphsOf(text: string, range: TextRange = { start: 0, endExclusive: text.length }): TextRange[] {
  const paragraphs: TextRange[] = []
  const ends = new RegExp(LINE_ENDS)
  let start = range.start
  while (start < range.endExclusive) {
    ends.lastIndex = start
    const found = ends.exec(text)
    const end = Math.min(found?.index ?? range.endExclusive, range.endExclusive)
    const paragraph = withoutOuterSpace(text, { start, endExclusive: end })
    if (paragraph !== null) paragraphs.push(paragraph)
    start = end + 1
  }
  return paragraphs
}

/** `range` without white space at its ends; null when nothing is left. */
export function withoutOuterSpace(text: string, range: TextRange): TextRange | null {
  let { start, endExclusive } = range
  while (start < endExclusive && BLANK.test(text.charAt(start))) start++
  while (endExclusive > start && BLANK.test(text.charAt(endExclusive - 1))) endExclusive--
  return start < endExclusive ? { start, endExclusive } : null
}
