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
  const cells = fillCells(pair)
  const columns = columnsOf(pair.b)
  const least = (SEED_NATS + natsOfChance(pair)) * FRACTION
  const seeds: Seed[] = []
  for (let cell = 0; cell < cells.size; cell++) {
    const place = cells.placeAt(cell)
    let sum = 0
    for (let row = -columns; row <= columns; row += columns) {
      sum += cells.valueOf(place + row - 1) + cells.valueOf(place + row) + cells.valueOf(place + row + 1)
    }
    if (sum < least) continue
    const column = place % columns
    const middle = CELL_WORDS >> 1
    seeds.push({
      a: Math.min(pair.a.read.count - 1, ((place - column) / columns - 1) * CELL_WORDS + middle),
      b: Math.min(pair.b.read.count - 1, (column - 1) * CELL_WORDS + middle),
      nats: sum / FRACTION,
    })
  }
  return seeds.sort((one, two) => two.nats - one.nats || one.a - two.a || one.b - two.b)
}

/** Weights are summed in whole parts of a nat, so that no order of adding changes a sum. */
const FRACTION = 64

/** With an empty column on both sides, so that neighbours need no care. */
function columnsOf(b: SideWords): number {
  return Math.ceil(b.read.count / CELL_WORDS) + 2
}

function fillCells(pair: PairWords): Cells {
  const { a, b } = pair
  const most = mostPlaces(pair)
  const places = placesOf(pair, most)
  const cells = new Cells()
  const columns = columnsOf(b)
  for (let word = 0; word < a.stems.length; word++) {
    const stem = intAt(a.stems, word)
    if (stem < 0 || !begins(pair, stem, most)) continue
    const row = (Math.floor(word / CELL_WORDS) + 1) * columns
    const value = seedValue(pair, stem)
    const end = intAt(places.firsts, stem + 1)
    for (let at = intAt(places.firsts, stem); at < end; at++) {
      cells.add(row + Math.floor(intAt(places.words, at) / CELL_WORDS) + 1, value)
    }
  }
  return cells
}

function seedValue({ a, b, english }: PairWords, stem: number): number {
  const nats = Math.min(SEED_WORD_NATS, -Math.log(numberAt(english, stem)) - SEED_BASE_NATS)
  const fewer = Math.min(intAt(a.counts, stem), intAt(b.counts, stem))
  return Math.round((FRACTION * nats) / Math.sqrt(fewer))
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

type Places = { readonly firsts: Int32Array; readonly words: Int32Array }

/** Where in b the words that begin something stand, by their number. */
function placesOf(pair: PairWords, most: number): Places {
  const firsts = new Int32Array(pair.size + 1)
  for (let stem = 0; stem < pair.size; stem++) {
    firsts[stem + 1] = intAt(firsts, stem) + (begins(pair, stem, most) ? intAt(pair.b.counts, stem) : 0)
  }
  const next = firsts.slice()
  const words = new Int32Array(intAt(firsts, pair.size))
  for (let word = 0; word < pair.b.stems.length; word++) {
    const stem = intAt(pair.b.stems, word)
    if (stem < 0 || intAt(firsts, stem + 1) === intAt(firsts, stem)) continue
    const at = intAt(next, stem)
    words[at] = word
    next[stem] = at + 1
  }
  return { firsts, words }
}

/** The sums of the cells that hold something, in a table by place that is at most half full. */
class Cells {
  private readonly places: number[] = []
  private readonly values: number[] = []
  private slots = new Int32Array(4_096)

  get size(): number {
    return this.places.length
  }

  placeAt(cell: number): number {
    return this.places[cell] ?? 0
  }

  valueOf(place: number): number {
    const cell = intAt(this.slots, this.slotOf(place)) - 1
    return cell < 0 ? 0 : (this.values[cell] ?? 0)
  }

  add(place: number, value: number): void {
    const slot = this.slotOf(place)
    const cell = intAt(this.slots, slot) - 1
    if (cell >= 0) {
      this.values[cell] = (this.values[cell] ?? 0) + value
      return
    }
    this.places.push(place)
    this.values.push(value)
    this.slots[slot] = this.places.length
    if (this.places.length * 2 > this.slots.length) this.widen()
  }

  private slotOf(place: number): number {
    const mask = this.slots.length - 1
    let slot = (Math.imul(place | 0, 0x9e3779b1) >>> 8) & mask
    for (;;) {
      const cell = intAt(this.slots, slot) - 1
      if (cell < 0 || this.places[cell] === place) return slot
      slot = (slot + 1) & mask
    }
  }

  private widen(): void {
    this.slots = new Int32Array(this.slots.length * 2)
    for (let cell = 0; cell < this.places.length; cell++) this.slots[this.slotOf(this.placeAt(cell))] = cell + 1
  }
}
