import { GrowingInts, intAt } from '../match/growingInts'
import type { TextRange } from '../text/textRange'
import { scanTokens } from '../text/tokens'
import { anchorKey, ELLIPSIS_KEY } from './anchorKey'

const UNSEEN_BEFORE = /^(?:(?![\u{e0020}-\u{e007f}])\p{Cf})+/u
const UNSEEN_BEHIND = /(?:(?![\u{e0020}-\u{e007f}])\p{Cf})+$/u

/** No number of a key: a word that the text does not have. Not -1, which is the end of the text to the index. */
export const UNKNOWN_KEY = -2

/** The words and marks of a text in order, white space left out, each with the number of its key. */
export type KeyedTokens = {
  readonly text: string
  readonly length: number
  /** Numbers of keys; UNKNOWN_KEY where the numbering has none. */
  readonly ids: Int32Array
  readonly keys: readonly string[]
  /** UTF-16 offsets. */
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** Numbers for keys, in the order in which a text has them. */
export type KeyNumbers = ReadonlyMap<string, number>

/** Reads a text and gives each key that it has a number. Linear. */
export function readText(text: string): { readonly tokens: KeyedTokens; readonly vocabulary: KeyNumbers } {
  const vocabulary = new Map<string, number>()
  const tokens = keyTokens(text, (key) => {
    const known = vocabulary.get(key)
    if (known !== undefined) return known
    vocabulary.set(key, vocabulary.size)
    return vocabulary.size - 1
  })
  return { tokens, vocabulary }
}

/** Reads another text with the numbers of the first one. */
export function readWith(text: string, numbers: KeyNumbers): KeyedTokens {
  return keyTokens(text, (key) => numbers.get(key) ?? UNKNOWN_KEY)
}

function keyTokens(text: string, numberOf: (key: string) => number): KeyedTokens {
  const ids = new GrowingInts()
  const keys: string[] = []
  const starts = new GrowingInts()
  const ends = new GrowingInts()
  // Spellings come again and again: their key is worked out once.
  const seen = new Map<string, string>()
  let before = ''
  scanTokens(text, 0, text.length, (kind, start, end) => {
    if (kind === 'space') return
    const token = text.slice(start, end)
    const known = seen.get(token) ?? anchorKey(token, kind)
    seen.set(token, known)
    if (known === '') return
    const goesOn = isDots(known) && isDots(before)
    // Two single marks side by side are a double one, typed.
    const doubled = token === "'" && before === "'" && ends.at(ends.length - 1) === start
    const key = goesOn ? ELLIPSIS_KEY : known
    if (goesOn || doubled) {
      ids.replaceLast(numberOf(key))
      keys[keys.length - 1] = key
      ends.replaceLast(end)
      before = doubled ? '' : key
      return
    }
    ids.push(numberOf(key))
    keys.push(key)
    // Unseen characters at the edges belong to no word: they may be gone in the other text, and a quote may begin between.
    starts.push(start + (UNSEEN_BEFORE.exec(token)?.[0].length ?? 0))
    ends.push(end - (UNSEEN_BEHIND.exec(token)?.[0].length ?? 0))
    before = token === "'" ? token : key
  })
  return { text, length: ids.length, ids: ids.toArray(), keys, starts: starts.toArray(), ends: ends.toArray() }
}

function isDots(key: string): boolean {
  return key === '.' || key === ELLIPSIS_KEY
}

/** The text between two tokens, the first and the one after the last, without white space outside; empty at its place when there are none. */
export function rangeOfTokens(tokens: KeyedTokens, from: number, to: number): TextRange {
  if (to > from) return { start: intAt(tokens.starts, from), endExclusive: intAt(tokens.ends, to - 1) }
  const at = from > 0 ? intAt(tokens.ends, from - 1) : 0
  return { start: at, endExclusive: at }
}

/** The first token that ends after `offset`; `length` when none does. */
export function tokenAt(tokens: KeyedTokens, offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (intAt(tokens.ends, middle) > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** True when the two texts are the same words and marks, typography aside. */
export function hasSameWords(one: string, other: string): boolean {
  const { keys } = readText(one).tokens
  const others = readText(other).tokens.keys
  return keys.length === others.length && keys.every((key, nth) => key === others[nth])
}
