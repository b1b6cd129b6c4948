import { paragraphsOf } from '../../core/text/paragraphs'
import type { TextRange } from '../../core/text/textRange'

/** A line of a text that is set as one paragraph, and its number as margin and report show it (from 1). */
export type Paragraph = {
  readonly range: TextRange
  readonly number: number
  /** True where the next line goes on with the same paragraph: the text was broken into lines by a machine. */
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

/** Every line of `body` that is not blank, in order. Each stays a paragraph of its own, as the report counts them. */
export function splitParagraphs(text: string, body: TextRange): readonly Paragraph[] {
  const lines = paragraphsOf(text, body)
  const followed = lines.map((line, index) => {
    const next = lines[index + 1]
    return next !== undefined && (text.slice(line.endExclusive, next.start).match(/\n/g)?.length ?? 0) === 1
  })
  const wrapped = isHardWrapped(text, lines, followed)
  return lines.map((range, index) => ({ range, number: index + 1, goesOn: wrapped && (followed[index] ?? false) }))
}

/** The index of the paragraph that holds `offset`, or of the nearest one before it; 0 when there is none before. */
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
