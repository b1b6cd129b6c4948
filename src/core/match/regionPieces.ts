import { natsOfChance, findSeeds, CELL_WORDS, type Seed } from './regionSeeds'
import { choosePieces, type Piece, type Sides } from './choosePieces'
import type { Extender, Extent, Words } from './regionExtent'
import type { Pace } from './pace'
import type { PairWords } from './pairWords'

/** Share of a piece's words that is taken from the other text, to begin with. */
export const TAKEN_AT_FIRST = 0.5
/** Bounds of that share once it is measured on the piece itself: closer copies get closer edges. */
export const LEAST_TAKEN = 0.6
export const MOST_TAKEN = 0.95
/** Taken off the measured share: common words meet by chance. */
export const MET_BY_CHANCE = 0.05
/** Words beyond the piece that growing may draw on in the other text: without, two pieces hold each other back. */
export const MARGIN_WORDS = 30
/** Times that the two sides of a piece grow by turns, at most, with and then without the margin. */
export const TURNS_WITH_MARGIN = 6
export const TURNS_WITHOUT = 3
/** Nats that a piece must have on both sides together: lower finds shorter and fainter ones, and more that mean nothing. */
export const LEAST_NATS = 50
/** Words that a piece has at least, on each side. */
export const LEAST_WORDS = 12
/** Seeds that are tried in a row of cells, and words looked at for each word of the two texts, at most: keep hostile texts linear. */
export const TRIES_PER_ROW = 32
export const WORK_PER_WORD = 60
/** Words looked at in any case, however short the texts are. */
export const LEAST_WORK = 100_000

/** Pieces of reuse; none covers another's words on both sides. What it looks at is counted in `extender`, which is of the same pair. */
export function findPieces(pair: PairWords, extender: Extender, pace: Pace): readonly Piece[] {
  const tried = new TriedCells()
  const found: Piece[] = []
  const least = LEAST_NATS + natsOfChance(pair)
  const mostWork = LEAST_WORK + WORK_PER_WORD * (pair.a.read.count + pair.b.read.count)
  const seeds = findSeeds(pair)
  for (const [index, seed] of seeds.entries()) {
    if (!pace.step(index / seeds.length)) return []
    if (extender.work > mostWork) {
      pace.cut = true
      break
    }
    if (!tried.mayTry(seed)) continue
    const around = { a: cellsAround(seed.a, pair.a.read.count), b: cellsAround(seed.b, pair.b.read.count) }
    tried.add(around)
    const piece = growPiece(pair, around, extender)
    if (piece === null) continue
    tried.add(piece)
    const enough = Math.min(piece.a.to - piece.a.from, piece.b.to - piece.b.from) >= LEAST_WORDS
    if (enough && piece.nats >= least) found.push(piece)
  }
  return choosePieces(pair, found)
}

/** The words of a cell and its neighbours. */
function cellsAround(middle: number, count: number): Words {
  const from = Math.floor(middle / CELL_WORDS) * CELL_WORDS
  return { from: Math.max(0, from - CELL_WORDS), to: Math.min(count, from + 2 * CELL_WORDS) }
}

/** Lets the two sides grow by turns, each as far as the other explains it; null when nothing is left. */
function growPiece(pair: PairWords, seed: Sides, extender: Extender): Piece | null {
  let piece: Sides = seed
  let taken = { a: TAKEN_AT_FIRST, b: TAKEN_AT_FIRST }
  let nats = 0
  let turn = 0
  while (turn < TURNS_WITH_MARGIN + TURNS_WITHOUT) {
    const margin = turn < TURNS_WITH_MARGIN ? MARGIN_WORDS : 0
    const a = extender.grow(pair.a, piece.a, pair.b, widened(piece.b, margin, pair.b.read.count), taken.a)
    if (a.to - a.from < LEAST_SIDE) return null
    const b = extender.grow(pair.b, piece.b, pair.a, widened(a, margin, pair.a.read.count), taken.b)
    if (b.to - b.from < LEAST_SIDE) return null
    const settled = sameWords(a, piece.a) && sameWords(b, piece.b)
    piece = { a, b }
    nats = a.nats + b.nats
    if (margin === 0) taken = { a: takenIn(a), b: takenIn(b) }
    if (margin > 0) turn = settled ? TURNS_WITH_MARGIN : turn + 1
    else if (settled && turn > TURNS_WITH_MARGIN) break
    else turn++
  }
  const { a, b } = piece
  return { a: { from: a.from, to: a.to }, b: { from: b.from, to: b.to }, nats }
}

/** A side of fewer words is no side. */
const LEAST_SIDE = 3

function takenIn({ shared }: Extent): number {
  return Math.min(MOST_TAKEN, Math.max(LEAST_TAKEN, shared - MET_BY_CHANCE))
}

function widened(words: Words, by: number, count: number): Words {
  return { from: Math.max(0, words.from - by), to: Math.min(count, words.to + by) }
}

function sameWords(one: Words, two: Words): boolean {
  return one.from === two.from && one.to === two.to
}

/** What was tried already, by rows of cells of the first text. */
class TriedCells {
  private readonly rows = new Map<number, Sides[]>()

  mayTry(seed: Seed): boolean {
    const row = this.rows.get(Math.floor(seed.a / CELL_WORDS)) ?? []
    if (row.length >= TRIES_PER_ROW) return false
    return !row.some(({ a, b }) => lies(seed.a, a) && lies(seed.b, b))
  }

  add(sides: Sides): void {
    for (let row = Math.floor(sides.a.from / CELL_WORDS); row * CELL_WORDS < sides.a.to; row++) {
      const tried = this.rows.get(row)
      if (tried === undefined) this.rows.set(row, [sides])
      else tried.push(sides)
    }
  }
}

function lies(word: number, words: Words): boolean {
  return word >= words.from && word < words.to
}
