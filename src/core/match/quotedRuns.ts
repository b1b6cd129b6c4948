import { type Run, sameWord, stretchRun } from './exactRuns'
import { intAt } from './growingInts'
import { KeptInts } from './keptInts'
import { hashBigram } from './ngramHash'
import { indexNgrams, type NgramIndex, PLACES_BETWEEN_STEPS } from './ngramIndex'
import type { Pace } from './pace'
import type { ReadText } from './readText'
import { SequenceFilter } from './sharedWording'
import { BREAK } from './textBreaks'

/** Longer quotations keep three equal words in a row somewhere, and are found by those. */
export const LONGEST_VOTING_QUOTATION = 40
/** Word pairs that stand more often than this in the other text do not vote: trades a few quotations of small words for cost. */
export const OCCURRENCES_VOTING = 50
/** Votes, one for each pair of words in a row, that propose a place at least: one alone is chance. */
export const LEAST_VOTES = 2
/** Votes in all, at most: bounds the cost for texts that are quotation from end to end. */
export const MOST_VOTES = 20_000_000
/** Distance, in words, over which votes for one place may differ: words left out or put in move the rest by so many. */
export const VOTE_SPREAD = 4
/** Places looked at for one quotation, at most. */
export const PLACES_TRIED = 16
/** Share of the longer side that must be shared for a quotation to count as the same. */
export const QUOTED_SHARE = 0.7

// Weights of the alignment, as in Smith and Waterman (1981): an equal word earns, a replaced one costs less than two
// words passed over, and nothing reaches farther than what it earns.
const EQUAL_WORD = 10
const REPLACED_WORD = -7
const PASSED_WORD = -6

type Quotation = { readonly from: number; readonly to: number }
type Place = { readonly least: number; readonly most: number }

export type QuotedRunSearch = {
  readonly quoting: ReadText
  readonly other: ReadText
  readonly leastWords: number
  /** Runs of this many words and more are left out: they have been found already. */
  readonly below: number
}

/**
 * Runs, down to single words, between short quotations of `quoting` and the place of `other` that says nearly the same:
 * what sequences of three words cannot find when two words of eight are changed. Places are proposed by pairs of words that
 * vote for a distance between the texts, and kept when an alignment shares QUOTED_SHARE of the words.
 */
export function findQuotedRuns(search: QuotedRunSearch, pace: Pace): Run[] {
  const { quoting, other, leastWords, below } = search
  const quotations = quotationsOf(quoting, leastWords)
  if (quotations.length === 0) return []
  const index = indexQuotedPairs(search, quotations, pace)
  const runs: Run[] = []
  const votes = new Votes(quoting.count, other.count)
  let votesLeft = MOST_VOTES
  for (const [at, quotation] of quotations.entries()) {
    if (!pace.step(at / quotations.length)) break
    if (votesLeft < 0) {
      pace.cut = true
      break
    }
    const frequent = vote(index, quoting, quotation, votes)
    votesLeft -= votes.cast
    for (const place of votes.places(votesNeeded(quotation.to - quotation.from) - frequent)) {
      for (const pair of alignedPairs(quoting, other, quotation, place, leastWords)) {
        const run = stretchRun(quoting, other, pair.a, pair.b, below)
        if (run.length < below) runs.push(run)
      }
    }
  }
  return runs
}

/** How many pairs of words are left in a quotation of so many words when 1 - QUOTED_SHARE of them are changed: two go with each. */
function votesNeeded(words: number): number {
  return words - 1 - 2 * Math.floor(words * (1 - QUOTED_SHARE))
}

/** Where pairs of words that stand in one of the quotations stand in the other text. */
function indexQuotedPairs(
  { quoting, other }: QuotedRunSearch,
  quotations: readonly Quotation[],
  pace: Pace,
): NgramIndex {
  let words = 0
  for (const quotation of quotations) words += quotation.to - quotation.from
  const filter = new SequenceFilter(words)
  for (const { from, to } of quotations) {
    for (let word = from; word + 1 < to; word++) filter.add(hashBigram(quoting, word))
  }
  const places = keptPlaces.zeros(other.count)
  let found = 0
  for (let word = 0; word + 1 < other.count; word++) if (filter.mayHold(hashBigram(other, word))) places[found++] = word
  return indexNgrams({ table: other, size: 2, places: places.subarray(0, found) }, (done) =>
    pace.step(done, PLACES_BETWEEN_STEPS),
  )
}

function quotationsOf(table: ReadText, leastWords: number): Quotation[] {
  const quotations: Quotation[] = []
  for (let from = 0; from < table.count;) {
    const quotation = intAt(table.quotation, from)
    let to = from + 1
    while (to < table.count && table.quotation[to] === quotation && table.breakBefore[to] !== BREAK.barrier) to++
    const words = to - from
    if (quotation > 0 && words >= leastWords && words <= LONGEST_VOTING_QUOTATION) quotations.push({ from, to })
    from = to
  }
  return quotations
}

/** Lets the pairs of words of a quotation vote; returns how many stand too often to do so. */
function vote(index: NgramIndex, quoting: ReadText, quotation: Quotation, votes: Votes): number {
  let frequent = 0
  votes.clear()
  for (let word = quotation.from; word + 1 < quotation.to; word++) {
    const sequence = index.find(quoting, word)
    if (sequence < 0) continue
    const first = intAt(index.firsts, sequence)
    const end = intAt(index.firsts, sequence + 1)
    if (end - first > OCCURRENCES_VOTING) frequent++
    else for (let place = first; place < end; place++) votes.add(intAt(index.positions, place) - word)
  }
  return frequent
}

const keptCounts = new KeptInts()
const keptPlaces = new KeptInts()
const keptScores = new KeptInts()

/** Votes for distances between two texts, counted for VOTE_SPREAD neighbouring distances together. */
class Votes {
  private readonly offset: number
  private readonly counts: Int32Array
  private touched: number[] = []
  /** Votes since they were cleared. */
  cast = 0

  constructor(quotingWords: number, otherWords: number) {
    this.offset = quotingWords
    this.counts = keptCounts.zeros(Math.floor((quotingWords + otherWords) / VOTE_SPREAD) + 2)
  }

  clear(): void {
    for (const group of this.touched) this.counts[group] = 0
    this.touched = []
    this.cast = 0
  }

  add(distance: number): void {
    const group = Math.floor((distance + this.offset) / VOTE_SPREAD)
    const before = intAt(this.counts, group)
    if (before === 0) this.touched.push(group)
    this.counts[group] = before + 1
    this.cast++
  }

  /** The distances, two neighbouring groups together, that got most votes and at least so many. */
  places(atLeast: number): readonly Place[] {
    const needed = Math.max(LEAST_VOTES, atLeast)
    if (this.cast < needed) return []
    const votesFrom = (group: number) => intAt(this.counts, group) + intAt(this.counts, group + 1)
    const groups = this.touched.filter((group) => votesFrom(group) >= needed)
    if (groups.length === 0) return []
    const chosen: number[] = []
    for (const group of groups.sort((one, two) => one - two)) {
      const last = chosen.at(-1)
      if (last === undefined || group > last + 1) chosen.push(group)
      else if (votesFrom(group) > votesFrom(last)) chosen[chosen.length - 1] = group
    }
    return chosen
      .sort((one, two) => votesFrom(two) - votesFrom(one) || one - two)
      .slice(0, PLACES_TRIED)
      .map((group) => ({
        least: group * VOTE_SPREAD - this.offset,
        most: (group + 2) * VOTE_SPREAD - 1 - this.offset,
      }))
  }
}

type Pair = { readonly a: number; readonly b: number }

/** The best local alignment of a quotation with the words around a place; empty when it shares too little. */
function alignedPairs(
  quoting: ReadText,
  other: ReadText,
  quotation: Quotation,
  place: Place,
  leastWords: number,
): Pair[] {
  const from = Math.max(0, quotation.from + place.least - VOTE_SPREAD)
  const to = Math.min(other.count, quotation.to + place.most + VOTE_SPREAD)
  const pairs = alignWords(quoting, other, quotation, { from, to })
  const first = pairs[0]
  const last = pairs.at(-1)
  if (first === undefined || last === undefined || pairs.length < leastWords) return []
  const span = Math.max(last.a - first.a, last.b - first.b) + 1
  return pairs.length < span * QUOTED_SHARE ? [] : pairs
}

function alignWords(aTable: ReadText, bTable: ReadText, a: Quotation, b: Quotation): Pair[] {
  const width = b.to - b.from + 1
  const height = a.to - a.from + 1
  const scores = keptScores.zeros(width * height)
  const { keys: aKeys } = aTable
  const { keys: bKeys } = bTable
  let best = 0
  for (let row = 1; row < height; row++) {
    const key = intAt(aKeys, a.from + row - 1)
    for (let column = 1; column < width; column++) {
      const at = row * width + column
      const equal = key === intAt(bKeys, b.from + column - 1)
      const score = Math.max(
        0,
        intAt(scores, at - width - 1) + (equal ? EQUAL_WORD : REPLACED_WORD),
        intAt(scores, at - width) + PASSED_WORD,
        intAt(scores, at - 1) + PASSED_WORD,
      )
      scores[at] = score
      if (score > intAt(scores, best)) best = at
    }
  }
  const pairs: Pair[] = []
  for (let at = best; intAt(scores, at) > 0;) {
    const row = Math.floor(at / width)
    const column = at % width
    const score = intAt(scores, at)
    const equal = sameWord(aTable, bTable, a.from + row - 1, b.from + column - 1)
    if (score === intAt(scores, at - width - 1) + (equal ? EQUAL_WORD : REPLACED_WORD)) {
      if (equal) pairs.push({ a: a.from + row - 1, b: b.from + column - 1 })
      at -= width + 1
    } else at -= score === intAt(scores, at - width) + PASSED_WORD ? width : 1
  }
  return pairs.reverse()
}
