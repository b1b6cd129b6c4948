import { compareRanges, type TextRange } from '../../core/text/textRange'
import { countWords } from '../../core/text/words'

/** How many words of the text lie in the ranges, each counted once however many ranges it lies in. */
export function coveredWords(text: string, ranges: readonly TextRange[]): number {
  let words = 0
  let counted = 0
  for (const { start, endExclusive } of [...ranges].sort(compareRanges)) {
    if (endExclusive <= counted) continue
    words += countWords(text, { start: Math.max(start, counted), endExclusive })
    counted = endExclusive
  }
  return words
}
