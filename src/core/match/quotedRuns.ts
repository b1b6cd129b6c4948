import { type Run, sameWord, stretchRun } from './exactRuns'
import { intAt } from './growingInts'
import { groupPositions } from './ngramIndex'
import type { Pace } from './pace'
import type { ReadText } from './readText'
import { BREAK } from './textBreaks'

/** Longer quotations keep three equal words in a row somewhere, and are found by those. */
export const LONGEST_VOTING_QUOTATION = 40
/** Words that stand more often than this in the other text do not vote: trades a few quotations of small words for cost. */
export const OCCURRENCES_VOTING = 200
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
 * what sequences of several words cannot find when two words of eight are changed. Places are proposed by words that vote
 * for a distance between the texts and kept when an alignment shares QUOTED_SHARE of the words.
 */
export function findQuotedRuns({ quoting, other, leastWords, below }: QuotedRunSearch, pace: Pace): Run[] {
  const quotations = quotationsOf(quoting, leastWords)
  if (quotations.length === 0) return []
  const runs: Run[] = []
  const { firsts, positions } = groupPositions(other.keys, largest(other.keys) + 1)
  const occurrencesOf = (word: number): Int32Array => {
    const code = intAt(quoting.keys, word)
    if (code + 1 >= firsts.length) return positions.subarray(0, 0)
    return positions.subarray(intAt(firsts, code), intAt(firsts, code + 1))
  }
  let votesLeft = MOST_VOTES
  for (const [index, quotation] of quotations.entries()) {
    if (!pace.step(index / quotations.length)) break
    if (votesLeft < 0) {
      pace.cut = true
      break
    }
    const votes: number[] = []
    let frequent = 0
    for (let word = quotation.from; word < quotation.to; word++) {
      const occurrences = occurrencesOf(word)
      if (occurrences.length > OCCURRENCES_VOTING) frequent++
      else for (const place of occurrences) votes.push(place - word)
    }
    votesLeft -= votes.length
    const words = quotation.to - quotation.from
    const needed = Math.max(2, Math.ceil(words * QUOTED_SHARE) - frequent)
    for (const place of placesVotedFor(votes, needed)) {
      for (const pair of alignedPairs(quoting, other, quotation, place, leastWords)) {
        const run = stretchRun(quoting, other, pair.a, pair.b, below)
        if (run.length < below) runs.push(run)
      }
    }
  }
  return runs
}

function largest(values: Int32Array): number {
  let most = -1
  for (const value of values) if (value > most) most = value
  return most
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

/** The distances that most words agree on, give or take VOTE_SPREAD. */
function placesVotedFor(votes: number[], needed: number): Place[] {
  const sorted = Int32Array.from(votes).sort()
  const places: (Place & { readonly votes: number })[] = []
  for (let from = 0, to = 0; from < sorted.length; from++) {
    const least = intAt(sorted, from)
    while (to < sorted.length && intAt(sorted, to) <= least + VOTE_SPREAD) to++
    if (to - from < needed) continue
    const most = intAt(sorted, to - 1)
    const last = places.at(-1)
    if (last === undefined || least > last.most) places.push({ least, most, votes: to - from })
    else if (to - from > last.votes) places[places.length - 1] = { least, most, votes: to - from }
  }
  return places.sort((one, two) => two.votes - one.votes || one.least - two.least).slice(0, PLACES_TRIED)
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
  const scores = new Int32Array(width * height)
  let best = 0
  for (let row = 1; row < height; row++) {
    for (let column = 1; column < width; column++) {
      const at = row * width + column
      const equal = sameWord(aTable, bTable, a.from + row - 1, b.from + column - 1)
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
