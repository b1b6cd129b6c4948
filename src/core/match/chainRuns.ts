import { type Run, weightOfWords } from './exactRuns'
import { intAt } from './growingInts'
import { KeptInts } from './keptInts'
import type { Pace } from './pace'
import type { PairOfTexts } from './pairOfTexts'
import type { ReadText } from './readText'
import { BREAK } from './textBreaks'

/** Words that may stand, on either side, between two runs of one passage. */
export const WIDEST_GAP = 8
/** What a word in a gap costs, in shared words: more joins passages across changed wording, and lets in chance. */
export const GAP_WORD_COST = 0.8
/** What one word of difference between the two sides of a gap costs besides: replaced words are likelier than lost ones. */
export const GAP_IMBALANCE_COST = 0.1
/** What the weight of a run's words (0 to 1 each) adds to their number: little, so that it decides between equally long ways. */
export const WEIGHT_WORTH = 0.01
/** Words on either side of the end of a quotation over which a passage still runs, where both texts end it there. */
export const WIDEST_GAP_AT_MARKS = 2

/** Runs in order on both sides, none overlapping, that make up one passage. */
export type Chain = readonly Run[]

type Link = { readonly run: Run; readonly before: number; readonly score: number }

/**
 * Joins neighbouring runs that keep their order over small gaps into chains, each run in one chain, the best chains
 * first choice. A gap holds no paragraph end, nothing set aside, and no quotation mark that only one text has there: so
 * two quotations stay two. Linear in the runs.
 */
export function chainRuns({ a, b, weights }: PairOfTexts, runs: readonly Run[], pace: Pace): Chain[] {
  const worth = (run: Run) => run.length + weightOfWords(a, run, weights) * WEIGHT_WORTH
  // By the sum of both places: the same order whichever text comes first.
  const sorted = [...runs].sort((one, two) => one.a + one.b - two.a - two.b || one.a - two.a)
  const links: Link[] = []
  // Of each diagonal the run that ended last: the nearest one that another can follow.
  const lastOn = keptDiagonals.zeros(a.count + b.count + 2)
  for (const run of sorted) {
    if (!pace.step(links.length / sorted.length)) return []
    const diagonal = run.a - run.b + b.count
    let best: Link = { run, before: -1, score: worth(run) }
    const highest = Math.min(lastOn.length - 1, diagonal + WIDEST_GAP)
    for (let other = Math.max(0, diagonal - WIDEST_GAP); other <= highest; other++) {
      const before = intAt(lastOn, other) - 1
      // Asked first: nearly all are empty, and reading an array before its beginning is slow.
      const previous = before < 0 ? undefined : links[before]
      if (previous === undefined) continue
      const following = follow(a, b, previous.run, run)
      if (following === null) continue
      const score = previous.score + worth(following.run) - following.cost
      if (score > best.score) best = { run: following.run, before, score }
    }
    links.push(best)
    lastOn[diagonal] = links.length
  }
  return chainsOf(links)
}

const keptDiagonals = new KeptInts()

/** `run` as it follows `previous` (shortened where they overlap) and what the gap costs; null when it does not follow. */
function follow(
  a: ReadText,
  b: ReadText,
  previous: Run,
  run: Run,
): { readonly run: Run; readonly cost: number } | null {
  const aEnd = previous.a + previous.length
  const bEnd = previous.b + previous.length
  const overlap = Math.max(0, aEnd - run.a, bEnd - run.b)
  if (overlap >= run.length) return null
  const shortened = { a: run.a + overlap, b: run.b + overlap, length: run.length - overlap }
  const aGap = shortened.a - aEnd
  const bGap = shortened.b - bEnd
  const widest = Math.max(aGap, bGap)
  if (widest > WIDEST_GAP || !canBridge(a, b, previous, shortened)) return null
  return { run: shortened, cost: widest * GAP_WORD_COST + Math.abs(aGap - bGap) * GAP_IMBALANCE_COST }
}

/** True when the gap between two runs that follow each other may lie inside one passage. */
export function canBridge(a: ReadText, b: ReadText, previous: Run, next: Run): boolean {
  const aEnd = previous.a + previous.length
  const bEnd = previous.b + previous.length
  if (holdsBreak(a, aEnd, next.a) || holdsBreak(b, bEnd, next.b)) return false
  const aMarks = holdsMarks(a, aEnd - 1, next.a)
  if (aMarks !== holdsMarks(b, bEnd - 1, next.b)) return false
  return !aMarks || Math.max(next.a - aEnd, next.b - bEnd) <= WIDEST_GAP_AT_MARKS
}

/** True when a paragraph ends, or something is set aside, before one of the words after `from` up to and with `to`. */
function holdsBreak(table: ReadText, from: number, to: number): boolean {
  for (let word = from; word <= to; word++) if (table.breakBefore[word] !== BREAK.none) return true
  return false
}

function holdsMarks(table: ReadText, from: number, to: number): boolean {
  for (let word = from + 1; word <= to; word++) if (table.quotation[word] !== table.quotation[from]) return true
  return false
}

function chainsOf(links: readonly Link[]): Chain[] {
  const order = links
    .map((_, index) => index)
    .sort((one, two) => scoreAt(links, two) - scoreAt(links, one) || one - two)
  const used = new Uint8Array(links.length)
  const chains: Chain[] = []
  for (const last of order) {
    const chain: Run[] = []
    for (let at = last; at >= 0 && used[at] === 0;) {
      const link = links[at]
      if (link === undefined) break
      used[at] = 1
      chain.push(link.run)
      at = link.before
    }
    if (chain.length > 0) chains.push(chain.reverse())
  }
  return chains
}

function scoreAt(links: readonly Link[], at: number): number {
  return links[at]?.score ?? 0
}
