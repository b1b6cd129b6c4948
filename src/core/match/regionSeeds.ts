import { intAt } from './growingInts'
import { numberAt, type PairWords, type SideWords } from './pairWords'

/** Words along each side of a cell of the grid in which shared words are counted: smaller finds shorter pieces, larger more scattered ones. */
export const CELL_WORDS = 16
/** How much a cell and its eight neighbours must hold (in nats) to be tried: lower finds fainter pieces and costs time. */
export const SEED_NATS = 24
/** Words likelier than this in English begin nothing. */
export const SEED_PROBABILITY = 6e-4
/** Most that one shared word counts for a seed, in nats. */
export const SEED_WORD_NATS = 7
/** Places of a word in one text times those in the other beyond which it begins nothing: a word that is everywhere points nowhere. */
export const MOST_PLACES = 200
/** Pairs of places for each word of the two texts, at most, the rarest words first: keeps the cost linear. */
export const PLACES_PER_WORD = 2
/** Places of a pair of texts from which the seeds must hold more: chance finds company where there is much of it. */
export const SMALL_GRID = 2_000_000

/** A place of the grid of words of a and words of b where rare shared words crowd. */
export type Seed = { readonly a: number; readonly b: number; readonly nats: number }

/** More nats that a piece needs in long texts: as many as there are more places where chance may bring words together. */
export function natsOfChance({ a, b }: PairWords): number {
  return Math.log(Math.max(1, (a.read.count * b.read.count) / SMALL_GRID))
}

/**
 * The cells of the grid where shared rare words crowd, the densest first; `a` and `b` are the words in the middle of the cell. Words in any
 * order: neither shuffling nor translating scatters the rare words of a passage. Linear in the words.
 */
export function findSeeds(pair: PairWords): readonly Seed[] {
  const values = seedValues(pair)
  const places = placesOf(pair.b, values)
  const least = (SEED_NATS + natsOfChance(pair)) * FRACTION
  const rows = Math.ceil(pair.a.read.count / CELL_WORDS)
  const columns = columnsOf(pair.b)
  // A row is judged when the next one is filled: three rows are all that is kept of the grid.
  let before = new Row(columns)
  let row = new Row(columns)
  let after = new Row(columns)
  const seeds: Seed[] = []
  for (let at = 0; at <= rows; at++) {
    fillRow(after, at, pair.a, values, places)
    for (let cell = 0; cell < row.filled; cell++) {
      const column = intAt(row.columns, cell)
      const sum = before.about(column) + row.about(column) + after.about(column)
      if (sum < least) continue
      seeds.push({
        a: Math.min(pair.a.read.count - 1, (at - 1) * CELL_WORDS + MIDDLE),
        b: Math.min(pair.b.read.count - 1, (column - 1) * CELL_WORDS + MIDDLE),
        nats: sum / FRACTION,
      })
    }
    const done = before
    done.clear()
    before = row
    row = after
    after = done
  }
  return seeds.sort((one, two) => two.nats - one.nats || one.a - two.a || one.b - two.b)
}

const MIDDLE = CELL_WORDS >> 1
/** Weights are summed in whole parts of a nat, so that no order of adding changes a sum. */
const FRACTION = 64

/** With an empty column on both sides, so that neighbours need no care. */
function columnsOf(b: SideWords): number {
  return Math.ceil(b.read.count / CELL_WORDS) + 2
}

function fillRow(row: Row, at: number, a: SideWords, values: Int32Array, places: Places): void {
  const to = Math.min(a.stems.length, (at + 1) * CELL_WORDS)
  for (let word = at * CELL_WORDS; word < to; word++) {
    const stem = intAt(a.stems, word)
    const value = stem < 0 ? 0 : intAt(values, stem)
    if (value === 0) continue
    const end = intAt(places.firsts, stem + 1)
    for (let place = intAt(places.firsts, stem); place < end; place++) row.add(intAt(places.columns, place), value)
  }
}

/** For each stem what one place of it is worth for a seed; 0 where it begins nothing. */
function seedValues(pair: PairWords): Int32Array {
  const { a, b, english } = pair
  const most = mostPlaces(pair)
  const values = new Int32Array(pair.size)
  for (let stem = 0; stem < pair.size; stem++) {
    if (!begins(pair, stem, most)) continue
    const nats = Math.min(SEED_WORD_NATS, -Math.log(numberAt(english, stem)) - SEED_BASE_NATS)
    const fewer = Math.min(intAt(a.counts, stem), intAt(b.counts, stem))
    values[stem] = Math.round((FRACTION * nats) / Math.sqrt(fewer))
  }
  return values
}

/** Taken off the information of a word: what a word of every page carries. */
const SEED_BASE_NATS = 4

function begins({ a, b, english }: PairWords, stem: number, most: number): boolean {
  return numberAt(english, stem) < SEED_PROBABILITY && intAt(a.counts, stem) * intAt(b.counts, stem) <= most
}

/** The most places that a word may have so that all together stay within PLACES_PER_WORD. */
function mostPlaces(pair: PairWords): number {
  const total = new Float64Array(MOST_PLACES + 1)
  for (let stem = 0; stem < pair.size; stem++) {
    const product = intAt(pair.a.counts, stem) * intAt(pair.b.counts, stem)
    if (begins(pair, stem, MOST_PLACES)) total[product] = numberAt(total, product) + product
  }
  let left = PLACES_PER_WORD * (pair.a.read.count + pair.b.read.count)
  for (let most = 1; most <= MOST_PLACES; most++) {
    left -= numberAt(total, most)
    if (left < 0) return most - 1
  }
  return MOST_PLACES
}

type Places = { readonly firsts: Int32Array; readonly columns: Int32Array }

/** In which columns of the grid the words of b that begin something stand, by their number. */
function placesOf({ stems, counts }: SideWords, values: Int32Array): Places {
  const firsts = new Int32Array(values.length + 1)
  for (let stem = 0; stem < values.length; stem++) {
    firsts[stem + 1] = intAt(firsts, stem) + (intAt(values, stem) === 0 ? 0 : intAt(counts, stem))
  }
  const next = firsts.slice()
  const columns = new Int32Array(intAt(firsts, values.length))
  for (let word = 0; word < stems.length; word++) {
    const stem = intAt(stems, word)
    if (stem < 0 || intAt(values, stem) === 0) continue
    const at = intAt(next, stem)
    columns[at] = Math.floor(word / CELL_WORDS) + 1
    next[stem] = at + 1
  }
  return { firsts, columns }
}

/** The sums of one row of cells. */
class Row {
  private readonly sums: Int32Array
  /** The columns whose cells hold something, the first `filled` of them, in no order. */
  readonly columns: Int32Array
  filled = 0

  constructor(columns: number) {
    this.sums = new Int32Array(columns)
    this.columns = new Int32Array(columns)
  }

  add(column: number, value: number): void {
    const sum = intAt(this.sums, column)
    if (sum === 0) this.columns[this.filled++] = column
    this.sums[column] = sum + value
  }

  /** What the cell of a column and its two neighbours hold. */
  about(column: number): number {
    return intAt(this.sums, column - 1) + intAt(this.sums, column) + intAt(this.sums, column + 1)
  }

  clear(): void {
    for (let cell = 0; cell < this.filled; cell++) this.sums[intAt(this.columns, cell)] = 0
    this.filled = 0
  }
}
