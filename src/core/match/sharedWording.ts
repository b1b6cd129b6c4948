import { intAt } from './growingInts'
import type { ReadText } from './readText'
import type { WordWeights } from './weights'

/** Bits of the filter for each word that it holds: more let fewer places through by chance, and take memory. */
const BITS_PER_WORD = 16

/** The places of a text where two or three words in a row stand in another text too, or nearly surely do. */
export type SharedPlaces = {
  /** Words at which such a sequence begins, in order. */
  readonly places: Int32Array
  /** For each word of the text 1 where such a sequence begins. */
  readonly begins: Uint8Array
}

/** Sequences of a text that another one is asked for, as a set that may say yes by chance, never no. */
export class SequenceFilter {
  private readonly bits: Int32Array
  private readonly mask: number

  constructor(expected: number) {
    const bits = 2 ** Math.ceil(Math.log2(Math.max(64, expected * BITS_PER_WORD)))
    this.bits = new Int32Array(bits >> 5)
    this.mask = bits - 1
  }

  add(hash: number): void {
    const bit = hash & this.mask
    this.bits[bit >> 5] = intAt(this.bits, bit >> 5) | (1 << (bit & 31))
  }

  mayHold(hash: number): boolean {
    const bit = hash & this.mask
    return (intAt(this.bits, bit >> 5) & (1 << (bit & 31))) !== 0
  }
}

/** Where, in each of two texts, three words in a row stand that the other has in a row too; found in linear time. */
export function sharedTrigrams(a: ReadText, b: ReadText): { readonly a: SharedPlaces; readonly b: SharedPlaces } {
  const ofA = new SequenceFilter(a.count)
  for (let word = 0; word < a.count; word++) if (a.trigrams[word] !== 0) ofA.add(intAt(a.trigrams, word))
  const inB = placesIn(b, ofA)
  const ofB = new SequenceFilter(inB.places.length)
  for (let at = 0; at < inB.places.length; at++) ofB.add(intAt(b.trigrams, intAt(inB.places, at)))
  return { a: placesIn(a, ofB), b: inB }
}

function placesIn(text: ReadText, filter: SequenceFilter): SharedPlaces {
  const begins = new Uint8Array(text.count)
  const places = new Int32Array(text.count)
  let found = 0
  for (let word = 0; word < text.count; word++) {
    const hash = intAt(text.trigrams, word)
    if (hash === 0 || !filter.mayHold(hash)) continue
    begins[word] = 1
    places[found++] = word
  }
  return { places: places.subarray(0, found), begins }
}

/** Of the places, those where `size` words in a row may stand in the other text too; `size` is 3 or more. */
export function longerPlaces({ places, begins }: SharedPlaces, size: number): Int32Array {
  const longer = new Int32Array(places.length)
  let found = 0
  for (let at = 0; at < places.length; at++) {
    const place = intAt(places, at)
    let more = 1
    while (more <= size - 3 && begins[place + more] === 1) more++
    if (more > size - 3) longer[found++] = place
  }
  return longer.subarray(0, found)
}

/** Of the places, those from which on `size` words weigh `least` or more in all. */
export function heavyPlaces(
  { text, places, size }: { readonly text: ReadText; readonly places: Int32Array; readonly size: number },
  weights: WordWeights,
  least: number,
): Int32Array {
  const heavy = new Int32Array(places.length)
  let found = 0
  for (let at = 0; at < places.length; at++) {
    const place = intAt(places, at)
    let weight = 0
    for (let word = place; word < place + size; word++) weight += weights.weightOf(intAt(text.keys, word))
    if (weight >= least) heavy[found++] = place
  }
  return heavy.subarray(0, found)
}
