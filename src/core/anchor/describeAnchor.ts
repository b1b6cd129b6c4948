import { assert } from '../assert'
import { splitsCharacter } from '../text/characters'
import { sliceRange, type TextRange } from '../text/textRange'
import type { Anchor } from './anchor'

/** UTF-16 units of text kept before and after the quote: more tells repeated wording apart, and breaks on nearby edits. */
export const CONTEXT_LENGTH = 32

/**
 * How to find `range` of a text again. Prefix and suffix hold up to `context` UTF-16 units, fewer where that would
 * split a surrogate pair or part a base from its marks.
 */
export function describeAnchor(
  text: string,
  textHash: string,
  range: TextRange,
  context: number = CONTEXT_LENGTH,
): Anchor {
  assert(range.start <= range.endExclusive && range.endExclusive <= text.length, 'the range lies outside the text')
  let prefixStart = Math.max(0, range.start - context)
  while (prefixStart < range.start && splitsCharacter(text, prefixStart)) prefixStart++
  let suffixEnd = Math.min(text.length, range.endExclusive + context)
  while (suffixEnd > range.endExclusive && splitsCharacter(text, suffixEnd)) suffixEnd--
  return {
    textHash,
    position: { start: range.start, endExclusive: range.endExclusive },
    quote: {
      prefix: text.slice(prefixStart, range.start),
      exact: sliceRange(text, range),
      suffix: text.slice(range.endExclusive, suffixEnd),
    },
  }
}
