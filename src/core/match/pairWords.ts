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

// For each stem of the vocabulary its number plus one while a pair is numbered, MET when only the first text had it so far; all 0 between pairs.
let numberOfStem = new Int32Array(4_096)
const MET = -1
// 1 for each key whose likelihood is in the numbers of a pair already; all 0 between pairs.
let keyIsMet = new Int32Array(4_096)

/** Numbers the stems that two texts of one vocabulary share, in the order of the second. Linear in the words. */
export function numberWords(a: ReadText, b: ReadText, weights: WordWeights): PairWords {
  const most = Math.max(highest(a.stems), highest(b.stems))
  if (most >= numberOfStem.length) numberOfStem = new Int32Array(2 * most)
  const numbers = numberOfStem
  for (let word = 0; word < a.count; word++) numbers[intAt(a.stems, word)] = MET
  const bStems = new Int32Array(b.count)
  let size = 0
  for (let word = 0; word < b.count; word++) {
    const stem = intAt(b.stems, word)
    if (intAt(numbers, stem) === MET) numbers[stem] = ++size
    bStems[word] = intAt(numbers, stem) - 1
  }
  const aStems = new Int32Array(a.count)
  for (let word = 0; word < a.count; word++) aStems[word] = Math.max(0, intAt(numbers, intAt(a.stems, word))) - 1
  for (let word = 0; word < a.count; word++) numbers[intAt(a.stems, word)] = 0
  const english = new Float64Array(size)
  const mostKey = Math.max(highest(a.keys), highest(b.keys))
  if (mostKey >= keyIsMet.length) keyIsMet = new Int32Array(2 * mostKey)
  addEnglish(english, aStems, a, weights)
  addEnglish(english, bStems, b, weights)
  for (const { keys, count } of [a, b]) for (let word = 0; word < count; word++) keyIsMet[intAt(keys, word)] = 0
  return { a: sideOf(a, aStems, english), b: sideOf(b, bStems, english), size, english }
}

function highest(stems: Int32Array): number {
  let most = 0
  for (let word = 0; word < stems.length; word++) most = Math.max(most, intAt(stems, word))
  return most
}

/** The likeliest of the words that share a stem counts: a rare form of a common word says little. */
function addEnglish(english: Float64Array, stems: Int32Array, read: ReadText, weights: WordWeights): void {
  for (let word = 0; word < stems.length; word++) {
    const stem = intAt(stems, word)
    const key = intAt(read.keys, word)
    if (stem < 0 || intAt(keyIsMet, key) === 1) continue
    keyIsMet[key] = 1
    const probability = probabilityOf(weights.weightOf(key))
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
  const chance = new Float64Array(english.length)
  for (let stem = 0; stem < english.length; stem++) {
    // A word that the text has once is no topic of it.
    chance[stem] = Math.max(numberAt(english, stem), (intAt(counts, stem) - 1) / Math.max(1, read.count))
  }
  return { read, stems, counts, chance }
}

/** The number at `index`, 0 outside the array. */
export function numberAt(values: Float64Array, index: number): number {
  return values[index] ?? 0
}
