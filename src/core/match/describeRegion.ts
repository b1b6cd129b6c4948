import { rangeContains, type TextRange } from '../text/textRange'
import { sharedStems, type Piece } from './choosePieces'
import { intAt } from './growingInts'
import { KeptInts } from './keptInts'
import type { MatchKind, PassageMatch, RegionMatch } from './passageMatch'
import { NEAR_SHARE } from './passageRules'
import type { ReadText } from './readText'
import type { Words } from './regionExtent'

/** Equal words in a row that count as taken over in order: fewer lets stock phrases pass for copying. */
export const IN_ORDER_WORDS = 3

/**
 * The region that a piece makes. Kind: identical when all words are spelt alike and in one order, near from NEAR_SHARE of the longer side's
 * words in equal runs, reworded below. Score: the share of one side's words that the other has too, whatever their order, of the side that has more.
 * `passages` are sorted by a.start.
 */
export function describeRegion(a: ReadText, b: ReadText, piece: Piece, passages: readonly PassageMatch[]): RegionMatch {
  const ranges = { a: rangeOf(a, piece.a), b: rangeOf(b, piece.b) }
  const inside: number[] = []
  for (let index = firstFrom(passages, ranges.a.start); index < passages.length; index++) {
    const passage = passages[index]
    if (passage === undefined || passage.a.start >= ranges.a.endExclusive) break
    if (rangeContains(ranges.a, passage.a) && rangeContains(ranges.b, passage.b)) inside.push(index)
  }
  return { kind: kindOf(a, b, piece), score: scoreOf(a, b, piece), ...ranges, passages: inside }
}

function firstFrom(passages: readonly PassageMatch[], start: number): number {
  let low = 0
  let high = passages.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((passages[middle]?.a.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}

const CLOSING_MARKS = '.!?\u2026"\'\u201d\u2019\u00bb)]'

/** From the first word to the last, with the marks that close it. */
function rangeOf(read: ReadText, words: Words): TextRange {
  const end = intAt(read.ends, words.to - 1)
  const zone = read.zones.find((candidate) => candidate.endExclusive >= end)
  let endExclusive = end
  const limit = Math.min(
    zone?.endExclusive ?? end,
    words.to < read.count ? intAt(read.starts, words.to) : read.text.length,
  )
  while (endExclusive < limit && CLOSING_MARKS.includes(read.text.charAt(endExclusive))) endExclusive++
  return { start: intAt(read.starts, words.from), endExclusive }
}

function kindOf(a: ReadText, b: ReadText, piece: Piece): MatchKind {
  const aLength = piece.a.to - piece.a.from
  const bLength = piece.b.to - piece.b.from
  if (aLength === bLength && sameSpelling(a, b, piece)) return 'identical'
  const longer = Math.max(aLength, bLength)
  // Of two sides that are equally long neither is the longer: both must be so.
  const inOrder = Math.min(
    aLength === longer ? inRunsOf(a, piece.a, b, piece.b) : longer,
    bLength === longer ? inRunsOf(b, piece.b, a, piece.a) : longer,
  )
  return inOrder >= longer * NEAR_SHARE ? 'near' : 'reworded'
}

function sameSpelling(a: ReadText, b: ReadText, piece: Piece): boolean {
  for (let word = 0; word < piece.a.to - piece.a.from; word++) {
    if (a.spellings[piece.a.from + word] !== b.spellings[piece.b.from + word]) return false
  }
  return true
}

/** How many words of one stretch stand in runs of IN_ORDER_WORDS that the other has too. */
function inRunsOf(read: ReadText, words: Words, other: ReadText, source: Words): number {
  const runs = new Runs(source.to - source.from)
  for (let word = source.from; word + IN_ORDER_WORDS <= source.to; word++) runs.add(runAt(other, word))
  let inRuns = 0
  let counted = words.from
  for (let word = words.from; word + IN_ORDER_WORDS <= words.to; word++) {
    if (!runs.has(runAt(read, word))) continue
    inRuns += word + IN_ORDER_WORDS - Math.max(counted, word)
    counted = word + IN_ORDER_WORDS
  }
  return inRuns
}

/** Numbers of runs, in a table that is at most half full: a set of a hundred thousand takes ten times as long. */
class Runs {
  private readonly slots: Int32Array
  /** Whether 0, which stands for a slot that is free, is one of them. */
  private hasZero = false

  constructor(most: number) {
    this.slots = keptSlots.zeros(2 ** Math.ceil(Math.log2(Math.max(4, most * 2))))
  }

  add(run: number): void {
    if (run === 0) this.hasZero = true
    else this.slots[this.slotOf(run)] = run
  }

  has(run: number): boolean {
    return run === 0 ? this.hasZero : intAt(this.slots, this.slotOf(run)) === run
  }

  private slotOf(run: number): number {
    const mask = this.slots.length - 1
    let slot = (run ^ (run >>> 15)) & mask
    while (intAt(this.slots, slot) !== 0 && intAt(this.slots, slot) !== run) slot = (slot + 1) & mask
    return slot
  }
}

const keptSlots = new KeptInts()

/** A number for IN_ORDER_WORDS words from `word` on; two runs in a few billion share one by chance, which moves no kind. */
function runAt(read: ReadText, word: number): number {
  let run = 0
  for (let at = word; at < word + IN_ORDER_WORDS; at++)
    run = Math.imul(run ^ intAt(read.keys, at), 0x9e3779b1) ^ (run >>> 15)
  return run
}

function scoreOf(a: ReadText, b: ReadText, piece: Piece): number {
  return sharedStems(a, piece.a, b, piece.b) / Math.min(piece.a.to - piece.a.from, piece.b.to - piece.b.from)
}
