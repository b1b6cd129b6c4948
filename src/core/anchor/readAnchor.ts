import { intAt } from '../match/growingInts'
import type { SoughtAnchor } from './anchor'
import { readWith, tokenAt, type KeyedTokens, type KeyNumbers } from './keyedTokens'

/** An anchor as words and marks, with the numbers that a text gives them. */
export type AnchorWords = {
  /** Neighbours, quote and neighbours, as one sequence. */
  readonly tokens: KeyedTokens
  readonly exact: string
  /** The quote is tokens from `from` to before `to`; neighbours are counted from `least` and up to `most`. */
  readonly least: number
  readonly from: number
  readonly to: number
  readonly most: number
  /** The quote began, or ended, so many units inside its first or last token; 0 at the edge of a word. */
  readonly cutStart: number
  readonly cutEnd: number
  /** White space and unseen characters of the quote outside its words. */
  readonly lead: string
  readonly trail: string
  /** The text began, or ended, where the quote did, as far as one can tell. */
  readonly atStart: boolean
  readonly atEnd: boolean
  /** The quote was a whole text: it began where the text did, and nothing stood behind. */
  readonly isWholeText: boolean
}

const BLANK = /\s/u

export function readAnchor({ position, quote }: SoughtAnchor, vocabulary: KeyNumbers): AnchorWords {
  const { prefix, exact, suffix } = quote
  const whole = prefix + exact + suffix
  const tokens = readWith(whole, vocabulary)
  const quoteStart = prefix.length
  const quoteEnd = prefix.length + exact.length
  const from = tokenAt(tokens, quoteStart)
  let to = from
  while (to < tokens.length && intAt(tokens.starts, to) < quoteEnd) to++
  const firstStart = intAt(tokens.starts, from)
  const lastEnd = intAt(tokens.ends, to - 1)
  const hasWords = to > from
  const contextIsWhole = position?.start === prefix.length
  return {
    tokens,
    exact,
    least: contextIsWhole ? 0 : firstWholeToken(tokens, prefix, from),
    from,
    to,
    most: lastWholeToken(tokens, quoteEnd, to),
    cutStart: hasWords ? Math.max(0, quoteStart - firstStart) : 0,
    cutEnd: hasWords ? Math.max(0, lastEnd - quoteEnd) : 0,
    lead: hasWords ? whole.slice(quoteStart, Math.max(quoteStart, firstStart)) : exact,
    trail: hasWords ? whole.slice(Math.min(quoteEnd, lastEnd), quoteEnd) : '',
    atStart: prefix === '' && suffix !== '' && position?.start === 0,
    isWholeText: prefix === '' && suffix === '' && position?.start === 0,
    atEnd: suffix === '' && prefix !== '' && position !== null,
  }
}

/** Context is cut off anywhere, also inside a word: what stands before its first blank is left out, where anything is left then. */
function firstWholeToken({ starts }: KeyedTokens, prefix: string, from: number): number {
  let blank = 0
  while (blank < prefix.length && !BLANK.test(prefix.charAt(blank))) blank++
  let token = 0
  while (token < from && intAt(starts, token) < blank) token++
  return token < from ? token : 0
}

function lastWholeToken({ text, ends, length }: KeyedTokens, quoteEnd: number, to: number): number {
  let blank = text.length
  while (blank > quoteEnd && !BLANK.test(text.charAt(blank - 1))) blank--
  let token = length
  while (token > to && intAt(ends, token - 1) > blank) token--
  return token > to ? token : length
}
