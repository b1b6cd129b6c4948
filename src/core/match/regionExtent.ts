import { byteAt, intAt } from './growingInts'
import { numberAt, type PairWords, type SideWords } from './pairWords'
import type { ReadText } from './readText'
import { BREAK } from './textBreaks'

/** Most that one shared word counts for a piece, in nats: less trusts single rare words less. */
export const WORD_NATS = 5
/** How far (in nats) growing may fall below its best before it stops: more bridges longer stretches of other words. */
export const DROP_NATS = 14
/** What beginning or ending inside a sentence costs, in nats: more keeps to sentences, less to the exact words. */
export const CUT_COST = 6
/** What beginning or ending with a sentence within a paragraph costs, in nats. */
export const SENTENCE_COST = 0.7
/** Words that a piece of the other text counts for at least, so that three words are no model of a text. */
export const LEAST_MODEL_WORDS = 30
/** UTF-16 units of text that is set aside that a piece may contain; more ends it. */
export const MOST_SET_ASIDE = 400

/** Words of one text, half-open. */
export type Words = { readonly from: number; readonly to: number }
/** Words that another stretch explains: the nats by which it does so better than chance, and the share of them that it has too. */
export type Extent = Words & { readonly nats: number; readonly shared: number }

/**
 * What ending or beginning a piece between word `at` - 1 and word `at` costs, in nats. A reader takes over sentences and paragraphs.
 */
export function edgeCost({ read }: SideWords, at: number): number {
  if (at >= read.count || byteAt(read.breakBefore, at) !== BREAK.none) return 0
  return intAt(read.sentences, at) === intAt(read.sentences, at - 1) ? CUT_COST : SENTENCE_COST
}

/** True when more text is set aside before the word than a piece may contain. */
export function isBarred(read: ReadText, at: number): boolean {
  if (at <= 0 || at >= read.count || byteAt(read.breakBefore, at) !== BREAK.barrier) return false
  return intAt(read.starts, at) - intAt(read.ends, at - 1) > MOST_SET_ASIDE
}

/**
 * Measures how well words of one text are explained by words of the other: each word of a piece is taken, with probability
 * `taken`, from the words of the other piece (whatever their order), and otherwise from the text at large. The nats
 * of a piece are the logarithm of how much likelier its words are so than by chance alone.
 */
export class Extender {
  private readonly bag: Int32Array
  /** The nats of each stem of the bag that was asked for; 0 for one that was not. */
  private readonly known: Float64Array
  /** Words looked at so far: what the work is measured in. */
  work = 0

  constructor(pair: PairWords) {
    this.bag = new Int32Array(pair.size)
    this.known = new Float64Array(pair.size)
  }

  /**
   * The piece about the middle of `near` that `source`, words of the other text, explains best; grows in both directions until it falls DROP_NATS
   * below its best, but looks at all of `near`. Edges are chosen with edgeCost.
   */
  grow(side: SideWords, near: Words, other: SideWords, source: Words, taken: number): Extent {
    this.fill(other, source)
    const middle = (near.from + near.to) >> 1
    const gains = new Gains(this.bag, this.known, side, source.to - source.from, taken)
    const right = this.reach(gains, middle, near.to, 1)
    const left = this.reach(gains, middle, near.from, -1)
    let shared = 0
    for (let word = left.at; word < right.at; word++) if (gains.has(word)) shared++
    this.clear(other, source)
    const length = right.at - left.at
    return { from: left.at, to: right.at, nats: left.nats + right.nats, shared: length > 0 ? shared / length : 0 }
  }

  private reach(gains: Gains, from: number, atLeast: number, step: 1 | -1): { at: number; nats: number } {
    const { side } = gains
    const end = step > 0 ? side.read.count : 0
    let bestAt = from
    let bestNats = -edgeCost(side, from)
    let nats = 0
    let top = 0
    for (let at = from; at !== end;) {
      if (at !== from && isBarred(side.read, at)) break
      nats += gains.of(step > 0 ? at : at - 1)
      at += step
      this.work++
      if (nats > top) top = nats
      const worth = nats - edgeCost(side, at)
      if (worth > bestNats) {
        bestNats = worth
        bestAt = at
      }
      if (nats < top - DROP_NATS && (at - atLeast) * step >= 0) break
    }
    return { at: bestAt, nats: bestNats }
  }

  private fill(side: SideWords, words: Words): void {
    this.work += words.to - words.from
    for (let word = words.from; word < words.to; word++) {
      const stem = intAt(side.stems, word)
      if (stem >= 0) this.bag[stem] = intAt(this.bag, stem) + 1
    }
  }

  private clear(side: SideWords, words: Words): void {
    for (let word = words.from; word < words.to; word++) {
      const stem = intAt(side.stems, word)
      if (stem < 0) continue
      this.bag[stem] = 0
      this.known[stem] = 0
    }
  }
}

/** The nats of single words against a bag of `length` words. */
class Gains {
  readonly side: SideWords
  private readonly bag: Int32Array
  private readonly known: Float64Array
  private readonly missed: number
  private readonly chance: number
  private readonly perWord: number

  constructor(bag: Int32Array, known: Float64Array, side: SideWords, length: number, taken: number) {
    this.bag = bag
    this.known = known
    this.side = side
    this.missed = Math.log(1 - taken)
    this.chance = 1 - taken
    this.perWord = taken / Math.max(LEAST_MODEL_WORDS, length)
  }

  has(word: number): boolean {
    const stem = intAt(this.side.stems, word)
    return stem >= 0 && intAt(this.bag, stem) > 0
  }

  of(word: number): number {
    const stem = intAt(this.side.stems, word)
    // Asked first: to read an array before its beginning is slow, and makes all such reading slow.
    if (stem < 0) return this.missed
    const known = numberAt(this.known, stem)
    if (known !== 0) return known
    const times = intAt(this.bag, stem)
    if (times === 0) return this.missed
    const nats = Math.log(this.chance + (this.perWord * times) / numberAt(this.side.chance, stem))
    return (this.known[stem] = Math.min(WORD_NATS, nats))
  }
}
