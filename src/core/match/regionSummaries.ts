import type { Piece } from './choosePieces'
import { intAt } from './growingInts'
import { numberAt, type PairWords, type SideWords } from './pairWords'
import { edgeCost, isBarred, WORD_NATS, type Words } from './regionExtent'

/** Share of a summary's words that is taken from the text it sums up. */
export const TAKEN_IN_SUMMARY = 0.6
/** How much of what a text repeats counts as its topic: more finds fewer summaries, and fewer texts on one topic. */
export const TOPIC_SHARE = 0.4
/** Nats that a summary must have: lower finds shorter ones, and more texts on one topic. */
export const LEAST_SUMMARY_NATS = 50
/** How far (in nats) a summary may fall below its best before it ends. */
export const SUMMARY_DROP_NATS = 25
/** Words of a text that may be summed up: below there is nothing to sum up, above everything occurs somewhere. */
export const LEAST_SUMMED_WORDS = 150
export const MOST_SUMMED_WORDS = 4_000
/** Times that a summary is shorter than what it sums up, at least (Sanchez-Perez, Sidorov and Gelbukh tell summaries so). */
export const LEAST_SHORTENING = 3
/** Words likelier than this in English do not tell whether a stretch draws on more than one place. */
export const TELLING_PROBABILITY = 1e-3
/** Share of its words that a summary must have from places outside the pieces found in it: lower takes more copies for summaries. */
export const LEAST_FROM_ELSEWHERE = 0.06
/** Share of the nats of the best piece in it, or beside it, that a summary must have. */
export const LEAST_SHARE_OF_PIECE = 0.5

type Summary = Words & { readonly nats: number }

/**
 * The pieces, with those replaced that are part of a summary: a stretch of one text whose words come from all over the other.
 * Its other side is all of that text, since that is what was summed up. Linear in the words.
 */
export function withSummaries(pair: PairWords, pieces: readonly Piece[]): readonly Piece[] {
  const found: Piece[] = []
  for (const summary of findSummaries(pair.a, pair.b, pair.english)) {
    const within = pieces.filter(({ a }) => overlaps(a, summary)).map(({ b, nats }) => ({ source: b, nats }))
    if (isSummary(summary, pair.a, pair.b, pair.english, within)) {
      found.push({ a: { from: summary.from, to: summary.to }, b: wholeOf(pair.b), nats: summary.nats })
    }
  }
  for (const summary of findSummaries(pair.b, pair.a, pair.english)) {
    const within = pieces.filter(({ b }) => overlaps(b, summary)).map(({ a, nats }) => ({ source: a, nats }))
    if (isSummary(summary, pair.b, pair.a, pair.english, within)) {
      found.push({ a: wholeOf(pair.a), b: { from: summary.from, to: summary.to }, nats: summary.nats })
    }
  }
  const apart = pieces.filter((piece) => !found.some((summary) => overlapsOnBoth(piece, summary)))
  const best = Math.max(0, ...apart.map(({ nats }) => nats))
  const strong = found.filter(({ nats }) => nats >= best * LEAST_SHARE_OF_PIECE)
  return [...strong, ...pieces.filter((piece) => !strong.some((summary) => overlapsOnBoth(piece, summary)))]
}

function wholeOf({ read }: SideWords): Words {
  return { from: 0, to: read.count }
}

function overlaps(one: Words, two: Words): boolean {
  return one.from < two.to && two.from < one.to
}

function overlapsOnBoth(one: Piece, two: Piece): boolean {
  return overlaps(one.a, two.a) && overlaps(one.b, two.b)
}

/** Stretches of `side` whose words are likelier if they come from anywhere in `source` than by chance. */
function findSummaries(side: SideWords, source: SideWords, english: Float64Array): readonly Summary[] {
  const length = source.read.count
  if (length < LEAST_SUMMED_WORDS || length > MOST_SUMMED_WORDS) return []
  const missed = Math.log(1 - TAKEN_IN_SUMMARY)
  // Once for each stem: a text has each of them several times.
  const gains = english.map((inEnglish, stem) => {
    const topic = (TOPIC_SHARE * (intAt(side.counts, stem) - 1)) / side.read.count
    const taken = (TAKEN_IN_SUMMARY * intAt(source.counts, stem)) / length
    return Math.min(WORD_NATS, Math.log(1 - TAKEN_IN_SUMMARY + taken / Math.max(inEnglish, topic)))
  })
  const gain = (word: number) => {
    const stem = intAt(side.stems, word)
    return stem < 0 ? missed : numberAt(gains, stem)
  }
  return bestStretches(side, gain).filter(({ from, to }) => (to - from) * LEAST_SHORTENING <= length)
}

/** Stretches with a sum of at least LEAST_SUMMARY_NATS that no longer or shorter one about them exceeds (after Kadane). */
function bestStretches(side: SideWords, gain: (word: number) => number): readonly Summary[] {
  const { count } = side.read
  const found: Summary[] = []
  let from = 0
  let sum = -Infinity
  let bestTo = 0
  let bestNats = -Infinity
  const begin = (at: number, cost: number) => {
    from = at
    sum = -cost
    bestNats = -Infinity
  }
  const close = () => {
    if (bestNats >= LEAST_SUMMARY_NATS) found.push({ from, to: bestTo, nats: bestNats })
    sum = -Infinity
    bestNats = -Infinity
  }
  for (let at = 0; at <= count; at++) {
    const cost = edgeCost(side, at)
    const worth = sum - cost
    if (worth > bestNats) {
      bestNats = worth
      bestTo = at
    }
    if (at === count || isBarred(side.read, at) || sum < Math.max(0, bestNats - SUMMARY_DROP_NATS)) close()
    if (at === count) break
    if (-cost > sum) begin(at, cost)
    sum += gain(at)
  }
  return found
}

type PieceWithin = { readonly source: Words; readonly nats: number }

/** True unless the pieces in it say it better: then it is a copy of one place, and the rest shares its topic. */
function isSummary(
  summary: Summary,
  side: SideWords,
  source: SideWords,
  english: Float64Array,
  within: readonly PieceWithin[],
): boolean {
  if (within.length === 0) return true
  const best = within.reduce((one, two) => (two.nats > one.nats ? two : one))
  if (summary.nats < best.nats * LEAST_SHARE_OF_PIECE) return false
  const inBest = new Set<number>()
  for (let word = best.source.from; word < best.source.to; word++) inBest.add(intAt(source.stems, word))
  let elsewhere = 0
  for (let word = summary.from; word < summary.to; word++) {
    const stem = intAt(side.stems, word)
    if (stem >= 0 && !inBest.has(stem) && numberAt(english, stem) <= TELLING_PROBABILITY) elsewhere++
  }
  const share = elsewhere / (summary.to - summary.from)
  return (share * summary.nats) / best.nats >= LEAST_FROM_ELSEWHERE
}
