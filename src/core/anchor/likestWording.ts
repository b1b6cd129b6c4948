import { alignTokens, type Block } from '../diff/alignTokens'
import { intAt } from '../match/growingInts'
import { weightOf } from './neighbours'
import type { TokenSpan } from './placeBetween'
import type { AnchorWords } from './readAnchor'
import { countPlaces, type TextIndex } from './textIndex'

/** Places of a sequence of words that are followed up, at most: one that stands everywhere leads nowhere. */
export const MOST_SEED_PLACES = 16
/** A sequence of words shorter than this is followed up only where it stands once or twice. */
export const SEED_TOKENS = 2
/** Besides the longest one, sequences of this length are followed up, since the longest may stand elsewhere by chance. */
export const SHORT_SEED_TOKENS = 3
/** How many sequences back one looks for the one before: bounds the cost on texts that repeat themselves. */
export const CHAIN_LOOKBACK = 24
/** Tokens that may have been put in between two sequences that go on with each other, beside twice those that went out. */
export const CHAIN_GAP = 30

/** A place that is like the quote and its neighbours, without being the same. */
export type LikeWording = TokenSpan & {
  /** Share of neighbours that stand there, by weight, 0 to 1; null where the anchor has none. */
  readonly left: number | null
  readonly right: number | null
  /** How like the words themselves are, 0 to 1. */
  readonly inner: number
}

type Seed = { readonly word: number; readonly length: number; readonly at: number }
type Chain = { readonly weight: number; readonly seeds: readonly Seed[] }

/** The places that are most like the quote among its neighbours, the likest first; two at most, which do not overlap. */
export function likestWordings(index: TextIndex, words: AnchorWords): LikeWording[] {
  const seeds = findSeeds(index, words)
  const first = bestChain(seeds)
  if (first === null) return []
  const span = spanOf(first)
  const others = seeds.filter((seed) => seed.at + seed.length <= span.from || seed.at >= span.to)
  const second = bestChain(others)
  const found = [wordingAt(index, words, first)]
  if (second !== null) found.push(wordingAt(index, words, second))
  return found
}

/** Sequences of words of the anchor that the text has, each as long as it can be. */
function findSeeds(index: TextIndex, { tokens, least, most }: AnchorWords): Seed[] {
  const seeds: Seed[] = []
  let word = least
  while (word < most) {
    let places = index.everywhere
    let short = places
    let length = 0
    while (word + length < most) {
      const next = index.narrow(places, length, intAt(tokens.ids, word + length))
      if (countPlaces(next) === 0) break
      places = next
      length++
      if (length === SHORT_SEED_TOKENS) short = places
    }
    const limit = length >= SEED_TOKENS ? MOST_SEED_PLACES : 2
    if (length > 0 && countPlaces(places) <= limit) {
      const listed = index.list(places)
      for (const at of listed) seeds.push({ word, length, at })
      if (length > SHORT_SEED_TOKENS && countPlaces(short) <= MOST_SEED_PLACES) {
        const longest = new Set(listed)
        for (const at of index.list(short)) {
          if (!longest.has(at)) seeds.push({ word, length: SHORT_SEED_TOKENS, at })
        }
      }
    }
    word += length >= SEED_TOKENS ? length : 1
  }
  return seeds.sort((one, other) => one.at - other.at || one.word - other.word)
}

/** The heaviest series of sequences that rises on both sides without great gaps; null when there is none. */
function bestChain(seeds: readonly Seed[]): Chain | null {
  const weights: number[] = []
  const before: number[] = []
  let best = -1
  seeds.forEach((seed, nth) => {
    let weight = seed.length
    let from = -1
    for (let other = nth - 1; other >= Math.max(0, nth - CHAIN_LOOKBACK); other--) {
      const gained = gainAfter(seeds[other], seed)
      if (gained === null || (weights[other] ?? 0) + gained <= weight) continue
      weight = (weights[other] ?? 0) + gained
      from = other
    }
    weights.push(weight)
    before.push(from)
    if (best < 0 || weight > (weights[best] ?? 0)) best = nth
  })
  if (best < 0) return null
  const chain: Seed[] = []
  for (let at = best; at >= 0; at = before[at] ?? -1) {
    const seed = seeds[at]
    if (seed !== undefined) chain.push(seed)
  }
  return { weight: weights[best] ?? 0, seeds: chain.reverse() }
}

/** What a sequence adds to a series that ends with another; null when it does not go on with it. */
function gainAfter(last: Seed | undefined, next: Seed): number | null {
  if (last === undefined) return null
  const overlap = Math.max(last.word + last.length - next.word, last.at + last.length - next.at, 0)
  if (overlap >= next.length) return null
  const wordGap = next.word + overlap - last.word - last.length
  const textGap = next.at + overlap - last.at - last.length
  if (wordGap < 0 || textGap < 0 || textGap > 2 * wordGap + CHAIN_GAP) return null
  // A small price for each word that went in or out, so that of two ways the straighter one is taken.
  return next.length - overlap - Math.min(0.9, Math.abs(textGap - wordGap) * 0.05)
}

function spanOf({ seeds }: Chain): TokenSpan {
  const first = seeds[0]
  const last = seeds.at(-1)
  return { from: first?.at ?? 0, to: (last?.at ?? 0) + (last?.length ?? 0) }
}

function wordingAt(index: TextIndex, words: AnchorWords, chain: Chain): LikeWording {
  const { least, from, to, most } = words
  const first = chain.seeds[0]
  const last = chain.seeds.at(-1)
  const span = spanOf(chain)
  const before = (first?.word ?? least) - least
  const after = most - (last?.word ?? most) - (last?.length ?? 0)
  // Words that are missing at the ends may have been replaced by others: as many are looked at.
  const window = {
    from: Math.max(0, span.from - before),
    to: Math.min(index.tokens.length, span.to + after),
  }
  const mine = words.tokens.keys.slice(least, most)
  const theirs = index.tokens.keys.slice(window.from, window.to)
  const blocks = alignTokens(mine, theirs)
  const start = window.from + placeBefore(blocks, from - least)
  const end = window.from + placeBehind(blocks, to - least)
  const shareOf = (low: number, high: number) => (high > low ? equalWeight(blocks, mine, low, high).share : null)
  const inner = equalWeight(blocks, mine, from - least, to - least)
  const there = index.tokens.keys.slice(start, end).reduce((sum, key) => sum + weightOf(key), 0)
  return {
    from: start,
    to: Math.max(start, end),
    left: shareOf(0, from - least),
    right: shareOf(to - least, most - least),
    inner: inner.total + there === 0 ? 0 : (2 * inner.equal) / (inner.total + there),
  }
}

/** Where, on the other side, the word `at` begins; words put in before it stay before it. */
function placeBefore(blocks: readonly Block[], at: number): number {
  const block = blocks.find(({ aFrom, aTo }) => aFrom <= at && at < aTo)
  if (block === undefined) return blocks.at(-1)?.bTo ?? 0
  return block.bFrom + within(block, at - block.aFrom)
}

/** Where, on the other side, the word before `at` ends. */
function placeBehind(blocks: readonly Block[], at: number): number {
  const block = blocks.find(({ aFrom, aTo }) => aFrom < at && at <= aTo)
  if (block === undefined) return 0
  return at === block.aTo ? block.bTo : block.bFrom + within(block, at - block.aFrom)
}

function within({ equal, aFrom, aTo, bFrom, bTo }: Block, words: number): number {
  return equal ? words : Math.min(bTo - bFrom, Math.round((words * (bTo - bFrom)) / (aTo - aFrom)))
}

function equalWeight(blocks: readonly Block[], keys: readonly string[], low: number, high: number) {
  let equal = 0
  let total = 0
  for (const block of blocks) {
    for (let at = Math.max(low, block.aFrom); at < Math.min(high, block.aTo); at++) {
      const weight = weightOf(keys[at] ?? '')
      total += weight
      if (block.equal) equal += weight
    }
  }
  return { equal, total, share: total === 0 ? 0 : equal / total }
}
