import type { Candidate } from './buildPassage'
import { intAt } from './growingInts'
import type { Pace } from './pace'

/** Words from which a repeated passage is worth listing with several of its counterparts, not one for each place. */
export const LONG_PASSAGE_WORDS = 8
/** Passages that a word may already have, on both sides, when another long one is listed. */
export const LONG_PASSAGE_COUNTERPARTS = 4
const BUCKET_SHIFT = 6

const SIDES = ['aWords', 'bWords'] as const
type Side = (typeof SIDES)[number]

/**
 * The candidates worth showing, the ones that share most first. One whose two sides lie within those of another says
 * nothing new. A stock phrase that stands ten times in both texts is a hundred pairs: each place keeps one counterpart
 * (several when the passage is long), the one nearest in order first.
 */
export function choosePassages(
  candidates: readonly Candidate[],
  aCount: number,
  bCount: number,
  pace: Pace,
): Candidate[] {
  const place = placesWithin(candidates)
  const drift = (one: Candidate) => Math.abs(place(one, 'aWords') - place(one, 'bWords'))
  const ordered = [...candidates].sort(
    (one, two) =>
      two.figures.shared - one.figures.shared ||
      two.passage.score - one.passage.score ||
      drift(one) - drift(two) ||
      one.aWords.from + one.bWords.from - two.aWords.from - two.bWords.from ||
      one.aWords.from - two.aWords.from,
  )
  const a = new Cover('aWords', aCount)
  const b = new Cover('bWords', bCount)
  const chosen: Candidate[] = []
  for (const [index, candidate] of ordered.entries()) {
    if (!pace.step(index / ordered.length)) break
    const depth = Math.min(a.leastDepth(candidate), b.leastDepth(candidate))
    if (depth >= mostCounterparts(candidate)) continue
    if (depth > 0 && isHeld(candidate, a.near(candidate), b.near(candidate))) continue
    // Two ways to line the same words up: the one that shares more was chosen first.
    if (a.holdsWithin(candidate)) continue
    chosen.push(candidate)
    a.add(candidate)
    b.add(candidate)
  }
  return chosen
}

/**
 * Where a candidate begins between the first and the last of them, 0 to 1. Not between the ends of the text: then wording that stands
 * before and after all that is shared would change what is paired.
 */
function placesWithin(candidates: readonly Candidate[]): (candidate: Candidate, side: Side) => number {
  const [first, last] = [
    { aWords: Infinity, bWords: Infinity },
    { aWords: 0, bWords: 0 },
  ]
  for (const candidate of candidates) {
    for (const side of SIDES) {
      first[side] = Math.min(first[side], candidate[side].from)
      last[side] = Math.max(last[side], candidate[side].from)
    }
  }
  return (candidate, side) => (candidate[side].from - first[side]) / Math.max(1, last[side] - first[side])
}

/** How many counterparts each word of a passage may have among those that are listed. */
function mostCounterparts({ figures }: Candidate): number {
  return figures.shared >= LONG_PASSAGE_WORDS ? LONG_PASSAGE_COUNTERPARTS : 1
}

function isHeld(candidate: Candidate, nearA: readonly Candidate[], nearB: readonly Candidate[]): boolean {
  const near = nearA.length < nearB.length ? nearA : nearB
  return near.some((other) => isWithin(candidate, other))
}

function isWithin(inner: Candidate, outer: Candidate): boolean {
  return SIDES.every((side) => outer[side].from <= inner[side].from && inner[side].to <= outer[side].to)
}

/** Which words of one side the chosen passages cover, and how often. */
class Cover {
  private readonly side: Side
  private readonly depth: Int32Array
  private readonly buckets = new Map<number, Candidate[]>()

  constructor(side: Side, words: number) {
    this.side = side
    this.depth = new Int32Array(words)
  }

  leastDepth(candidate: Candidate): number {
    const { from, to } = candidate[this.side]
    let least = intAt(this.depth, from)
    for (let word = from + 1; word < to && least > 0; word++) least = Math.min(least, intAt(this.depth, word))
    return least
  }

  /** The chosen passages that may cover the candidate's first word. */
  near(candidate: Candidate): readonly Candidate[] {
    return this.buckets.get(candidate[this.side].from >> BUCKET_SHIFT) ?? []
  }

  /** True when a chosen passage lies within the candidate on both sides. */
  holdsWithin(candidate: Candidate): boolean {
    const { from, to } = candidate[this.side]
    for (let bucket = from >> BUCKET_SHIFT; bucket <= (to - 1) >> BUCKET_SHIFT; bucket++) {
      if (this.buckets.get(bucket)?.some((other) => isWithin(other, candidate)) === true) return true
    }
    return false
  }

  add(candidate: Candidate): void {
    const { from, to } = candidate[this.side]
    for (let word = from; word < to; word++) this.depth[word] = intAt(this.depth, word) + 1
    for (let bucket = from >> BUCKET_SHIFT; bucket <= (to - 1) >> BUCKET_SHIFT; bucket++) {
      const there = this.buckets.get(bucket)
      if (there === undefined) this.buckets.set(bucket, [candidate])
      else there.push(candidate)
    }
  }
}
