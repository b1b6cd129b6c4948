import { CHARACTER_CLASS, characterClassAt } from '../text/characters'
import type { TextRange } from '../text/textRange'
import { intAt } from './growingInts'
import type { WordSpan } from './passageRules'
import type { ReadText } from './readText'

const SENTENCE_MARKS = /[.!?\u2026\u3002\uff01\uff1f]/u
const LEADING_SIGNS = '$\u00a3\u20ac\u00a5#@\u00bf\u00a1'

/** The ranges from the first to the last word, with a sign before a number and the closing mark of a sentence where both texts have one. */
export function rangesOfWords(
  a: ReadText,
  aWords: WordSpan,
  b: ReadText,
  bWords: WordSpan,
): { a: TextRange; b: TextRange } {
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
