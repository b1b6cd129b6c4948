import { intAt } from '../match/growingInts'
import { readText, UNKNOWN_KEY, type KeyedTokens, type KeyNumbers } from './keyedTokens'
import { buildSuffixArray } from './suffixArray'

/** Places in the order of the suffix array, from one to before another, that begin with the same words. */
export type Places = { readonly low: number; readonly high: number }
/** What comes behind the last word: before all words, and none of them. */
const END = -1
type WordSequence = ArrayLike<number>

/**
 * One text, read once, in which any sequence of words is found in time that hardly grows with the text: what lets
 * thousands of anchors be resolved together.
 */
export class TextIndex {
  readonly text: string
  readonly tokens: KeyedTokens
  readonly vocabulary: KeyNumbers
  private readonly order: Int32Array
  private readonly sorted = new Map<number, Int32Array>()

  constructor(text: string) {
    const { tokens, vocabulary } = readText(text)
    this.text = text
    this.tokens = tokens
    this.vocabulary = vocabulary
    this.order = buildSuffixArray(tokens.ids, vocabulary.size)
  }

  get everywhere(): Places {
    return { low: 0, high: this.tokens.length }
  }

  /** Where the words stand one after the other; none for a word that the text does not have. */
  find(words: WordSequence): Places {
    let places = this.everywhere
    for (let depth = 0; depth < words.length && places.high > places.low; depth++) {
      places = this.narrow(places, depth, words[depth] ?? UNKNOWN_KEY)
    }
    return places
  }

  /** Those of the places, which agree in `depth` words, at which `word` comes next. */
  narrow({ low, high }: Places, depth: number, word: number): Places {
    if (high - low === 1) {
      return this.wordAfter(low, depth) === word ? { low, high } : { low, high: low }
    }
    const from = this.firstNotBelow({ low, high }, depth, word)
    return { low: from, high: this.firstNotBelow({ low: from, high }, depth, word + 1) }
  }

  /** Token indexes of the places, rising. Remembered, since many anchors share a common word. */
  list({ low, high }: Places): Int32Array {
    if (high - low === 1) return this.order.subarray(low, high)
    const key = low * (this.tokens.length + 1) + high
    const known = this.sorted.get(key)
    if (known !== undefined) return known
    const listed = this.order.slice(low, high).sort()
    this.sorted.set(key, listed)
    return listed
  }

  private firstNotBelow({ low, high }: Places, depth: number, word: number): number {
    let from = low
    let to = high
    while (from < to) {
      const middle = (from + to) >> 1
      if (this.wordAfter(middle, depth) < word) from = middle + 1
      else to = middle
    }
    return from
  }

  private wordAfter(slot: number, depth: number): number {
    const at = intAt(this.order, slot) + depth
    return at < this.tokens.length ? intAt(this.tokens.ids, at) : END
  }
}

export function countPlaces({ low, high }: Places): number {
  return high - low
}
