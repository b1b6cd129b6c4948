import { intAt } from './growingInts'
import type { ReadText } from './readText'
import { RAREST_SHARE, type WordWeights } from './weights'

/** Words of the texts that the shares of the general list were counted in: turns a share of texts into a share of words. */
export const WORDS_OF_COUNTED_TEXT = 600
/** How often a text repeats a word that it has: more takes common words for less of a sign. */
export const REPEATS = 1.5
/** Probability that no word is rarer than: higher trusts a single shared rare word less. */
export const LEAST_PROBABILITY = 8e-5

/** The words of one text of a pair, in the numbers of the pair. */
export type SideWords = {
  readonly read: ReadText
  /** For each word the number of its stem, -1 for one that the other text has not. */
  readonly stems: Int32Array
  /** For each number, how often the text has it. */
  readonly counts: Int32Array
  /** For each number, how likely any word of the text is it by chance: as in English, or as often as this text repeats it. */
  readonly chance: Float64Array
}

/** Two texts in numbers of their own, from 0: a vocabulary of a thousand articles need not be walked for each pair. */
export type PairWords = {
  readonly a: SideWords
  readonly b: SideWords
  /** How many stems both texts have; their numbers lie below. */
  readonly size: number
  /** For each number, how likely any word of English is it. */
  readonly english: Float64Array
}

/** Numbers the stems that two texts of one vocabulary share. Linear in the words. */
export function numberWords(a: ReadText, b: ReadText, weights: WordWeights): PairWords {
  const inA = new StemNumbers(a.count)
  for (let word = 0; word < a.count; word++) inA.add(intAt(a.stems, word))
  const shared = new StemNumbers(Math.min(inA.size, b.count))
  const bStems = new Int32Array(b.count)
  for (let word = 0; word < b.count; word++) {
    const stem = intAt(b.stems, word)
    bStems[word] = inA.find(stem) < 0 ? -1 : shared.add(stem)
  }
  const aStems = new Int32Array(a.count)
  for (let word = 0; word < a.count; word++) aStems[word] = shared.find(intAt(a.stems, word))
  const english = new Float64Array(shared.size)
  addEnglish(english, aStems, a, weights)
  addEnglish(english, bStems, b, weights)
  return { a: sideOf(a, aStems, english), b: sideOf(b, bStems, english), size: shared.size, english }
}

/** The likeliest of the words that share a stem counts: a rare form of a common word says little. */
function addEnglish(english: Float64Array, stems: Int32Array, read: ReadText, weights: WordWeights): void {
  for (let word = 0; word < stems.length; word++) {
    const stem = intAt(stems, word)
    if (stem < 0) continue
    const probability = probabilityOf(weights.weightOf(intAt(read.keys, word)))
    if (probability > numberAt(english, stem)) english[stem] = probability
  }
}

const WEIGHT_STEPS = 512
const probabilities = Float64Array.from({ length: WEIGHT_STEPS + 1 }, (_, step) => {
  const share = Math.min(0.9999, RAREST_SHARE ** (step / WEIGHT_STEPS))
  return Math.max(LEAST_PROBABILITY, (-REPEATS * Math.log(1 - share)) / WORDS_OF_COUNTED_TEXT)
})

/** Of a share of texts, the share of words that makes it, were words strewn at random (Poisson). */
function probabilityOf(weight: number): number {
  return numberAt(probabilities, Math.round(weight * WEIGHT_STEPS))
}

function sideOf(read: ReadText, stems: Int32Array, english: Float64Array): SideWords {
  const counts = new Int32Array(english.length)
  for (let word = 0; word < stems.length; word++) {
    const stem = intAt(stems, word)
    if (stem >= 0) counts[stem] = intAt(counts, stem) + 1
  }
  const chance = english.map((probability, stem) =>
    // A word that the text has once is no topic of it.
    Math.max(probability, (intAt(counts, stem) - 1) / Math.max(1, read.count)),
  )
  return { read, stems, counts, chance }
}

/** The number at `index`, 0 outside the array. */
export function numberAt(values: Float64Array, index: number): number {
  return values[index] ?? 0
}

const HASH_FACTOR = 0x9e3779b1 | 0

/** Numbers for whole numbers from 0, in the order in which they are met; a table that is at most half full. */
class StemNumbers {
  private readonly stems: Int32Array
  private readonly numbers: Int32Array
  private readonly shift: number
  size = 0

  constructor(most: number) {
    const bits = Math.max(4, 33 - Math.clz32(Math.max(1, most)))
    this.stems = new Int32Array(2 ** bits).fill(-1)
    this.numbers = new Int32Array(2 ** bits)
    this.shift = 32 - bits
  }

  /** The number of `stem`, a new one when it was not met before. */
  add(stem: number): number {
    const slot = this.slotOf(stem)
    if (intAt(this.stems, slot) === stem) return intAt(this.numbers, slot)
    this.stems[slot] = stem
    this.numbers[slot] = this.size
    return this.size++
  }

  /** -1 when it was not met. */
  find(stem: number): number {
    const slot = this.slotOf(stem)
    return intAt(this.stems, slot) === stem ? intAt(this.numbers, slot) : -1
  }

  private slotOf(stem: number): number {
    const mask = this.stems.length - 1
    let slot = Math.imul(stem, HASH_FACTOR) >>> this.shift
    for (;;) {
      const met = intAt(this.stems, slot)
      if (met === stem || met === -1) return slot
      slot = (slot + 1) & mask
    }
  }
}
