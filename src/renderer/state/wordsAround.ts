import type { TextRange } from '../../core/text/textRange'

/** How much of the text is shown before and after words, to know them by (UTF-16 units). */
export const SHOWN_AROUND = 100

/** The words before and after a range, on one line, cut between words, with an ellipsis where there are more. */
export function wordsAround(
  text: string,
  range: TextRange,
  most: number = SHOWN_AROUND,
): { readonly before: string; readonly after: string } {
  const start = Math.max(0, range.start - most)
  const end = Math.min(text.length, range.endExclusive + most)
  const before = inLine(text.slice(start, range.start))
  const after = inLine(text.slice(range.endExclusive, end))
  return {
    before: start === 0 ? before.trimStart() : `… ${before.replace(/^\S*\s+/u, '')}`,
    after: end === text.length ? after.trimEnd() : `${after.replace(/\s+\S*$/u, '')} …`,
  }
}

function inLine(text: string): string {
  return text.replace(/\s+/gu, ' ')
}
