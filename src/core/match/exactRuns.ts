import { intAt } from './growingInts'
import { KeptInts } from './keptInts'
import type { NgramIndex } from './ngramIndex'
import type { Pace } from './pace'
import type { ReadText } from './readText'
import { BREAK } from './textBreaks'
import type { WordWeights } from './weights'

/** The same words in the same order: `length` of them from word `a` of one text and word `b` of the other. */
export type Run = { readonly a: number; readonly b: number; readonly length: number }

/** How often, on one side, a sequence may stand before only some of its pairs are tried: recall against cost on stock phrases. */
export const OCCURRENCES_TRIED = 32
/** Words that may be compared while runs are stretched, for each word of the texts: bounds the cost of texts made to repeat. */
export const STRETCH_PER_WORD = 96
/** Runs kept at most: bounds memory where short sequences of long texts meet everywhere. */
export const MOST_RUNS = 2_000_000

/**
 * The longest run through the words `a` and `b`, over paragraphs, up to what is set aside. With `atMost`, it may break off
 * once it is longer than that on either side of the two words.
 */
export function stretchRun(aTable: ReadText, bTable: ReadText, a: number, b: number, atMost = Infinity): Run {
  let back = 0
  while (
    back <= atMost &&
    a - back > 0 &&
    b - back > 0 &&
    aTable.breakBefore[a - back] !== BREAK.barrier &&
    bTable.breakBefore[b - back] !== BREAK.barrier &&
    sameWord(aTable, bTable, a - back - 1, b - back - 1)
  )
    back++
  let length = 1
  while (
    length <= atMost &&
    a + length < aTable.count &&
    b + length < bTable.count &&
    aTable.breakBefore[a + length] !== BREAK.barrier &&
    bTable.breakBefore[b + length] !== BREAK.barrier &&
    sameWord(aTable, bTable, a + length, b + length)
  )
    length++
  return { a: a - back, b: b - back, length: back + length }
}

export function sameWord(aTable: ReadText, bTable: ReadText, a: number, b: number): boolean {
  return aTable.keys[a] === bTable.keys[b]
}

/** What the words of a run weigh in all. */
export function weightOfWords(a: ReadText, run: Run, weights: WordWeights): number {
  let weight = 0
  for (let word = run.a; word < run.a + run.length; word++) weight += weights.weightOf(intAt(a.keys, word))
  return weight
}

export type RunSearch = {
  readonly a: ReadText
  readonly b: ReadText
  /** Words of a at which sequences of the index may begin, in order. */
  readonly places: Int32Array
  /** Of the words of b. */
  readonly index: NgramIndex
  /** Occurrences on either side up to which every pair is tried. */
  readonly occurrences: number
  /** Whether a sequence that stands more often is paired in order (first with first, …) or passed over. */
  readonly beyond: 'in order' | 'skip'
  /** Runs of this many words and more are left out: another search has them. */
  readonly below: number
}

/**
 * All longest runs that hold a sequence of the index. Each diagonal (distance between the two places) is walked once, so
 * the cost is linear in the words and the occurrences tried. Notes in `pace` when a cap cut something.
 */
export function findRuns(search: RunSearch, pace: Pace): Run[] {
  const { a, b, places, index, occurrences, below } = search
  const runs: Run[] = []
  const walkedTo = keptDiagonals.zeros(a.count + b.count + 1)
  const { sequences, total: totalInA } = countInOther(search)
  const seen = new Int32Array(index.sequences)
  let allowance = (a.count + b.count) * STRETCH_PER_WORD

  const tryPair = (aAt: number, bAt: number) => {
    const diagonal = aAt - bAt + b.count
    if (intAt(walkedTo, diagonal) > aAt) return
    const run = stretchRun(a, b, aAt, bAt)
    walkedTo[diagonal] = run.a + run.length
    allowance -= run.length
    if (run.length < below) runs.push(run)
  }

  for (let place = 0; place < places.length; place++) {
    const at = intAt(places, place)
    if (!pace.step(at / a.count)) break
    const sequence = intAt(sequences, place)
    if (sequence < 0) continue
    const rank = intAt(seen, sequence)
    seen[sequence] = rank + 1
    const first = intAt(index.firsts, sequence)
    const total = intAt(index.firsts, sequence + 1) - first
    if (Math.max(total, intAt(totalInA, sequence)) <= occurrences) {
      for (let other = 0; other < total; other++) tryPair(at, intAt(index.positions, first + other))
    } else if (search.beyond === 'in order') {
      pace.cut = true
      if (rank < total) tryPair(at, intAt(index.positions, first + rank))
    }
    if (allowance < 0 || runs.length > MOST_RUNS) {
      pace.cut = true
      break
    }
  }
  return runs
}

const keptDiagonals = new KeptInts()

/** The sequence of the index at each place of a, -1 where there is none, and how often each stands in a: both texts count alike. */
function countInOther({ a, places, index }: RunSearch): { readonly sequences: Int32Array; readonly total: Int32Array } {
  const sequences = new Int32Array(places.length)
  const total = new Int32Array(index.sequences)
  for (let place = 0; place < places.length; place++) {
    const sequence = index.find(a, intAt(places, place))
    sequences[place] = sequence
    if (sequence >= 0) total[sequence] = intAt(total, sequence) + 1
  }
  return { sequences, total }
}
