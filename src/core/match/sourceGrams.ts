import { assert } from '../assert'
import { GrowingInts, intAt } from './growingInts'
import type { ReadText } from './readText'
import { stemWord } from './stemWord'
import { BREAK } from './textBreaks'
import type { Vocabulary } from './vocabulary'
import type { WordWeights } from './weights'

/** Words in a row that two sources must share to be compared on their account alone; a smaller passage lowers it. */
export const LONG_GRAM_WORDS = 5
/** Weight of four words between quotation marks below which they are stock words (`it was in the`) and say nothing. */
export const QUOTED_GRAM_WEIGHT = 1
/** Weight of three words from which they are rare enough to say something: less finds more edited quotations, and compares more for nothing. */
export const SHORT_GRAM_WEIGHT = 1.2
/** Weight of a word from which it is rare: two sources that share several may tell the same in other words. */
export const RARE_WORD_WEIGHT = 0.7

/** What a source is found by in the index: long, quoted and short sequences of words, and single rare words. */
export const GRAM = { long: 0, quoted: 1, short: 2, word: 3 } as const

/** The grams of one source, each once. All arrays have one entry for each. */
export type SourceGrams = {
  /** The same number for the same words of the same kind, in every run of the program. Others may have it by chance: one of a million pairs. */
  readonly hashes: Int32Array
  /** A value of GRAM. */
  readonly kinds: Uint8Array
  /** 1 where the words stand between quotation marks somewhere in the source. */
  readonly quoted: Uint8Array
}

/** Makes grams of texts that were read with one vocabulary. */
export class GramReader {
  readonly #vocabulary: Vocabulary
  readonly #weights: WordWeights
  readonly #longWords: number
  readonly #keyHashes = new GrowingInts()
  readonly #stemHashes = new GrowingInts()

  /** `leastWords` is the smallest passage that is looked for. */
  constructor(vocabulary: Vocabulary, weights: WordWeights, leastWords: number) {
    assert(leastWords > 0, 'a passage has at least one word')
    this.#vocabulary = vocabulary
    this.#weights = weights
    this.#longWords = Math.min(LONG_GRAM_WORDS, leastWords)
  }

  /** Linear in the words of the text. */
  read(text: ReadText): SourceGrams {
    this.#learn()
    const grams = new GramSet()
    const weights = Float64Array.from(text.keys, (key) => this.#weights.weightOf(key))
    const hashes = Int32Array.from(text.keys, (key) => this.#keyHashes.at(key))
    let before = 0
    for (let last = 0; last < text.count; last++) {
      // Words since text that is set aside, this one among them: nothing runs over it.
      before = text.breakBefore[last] === BREAK.barrier ? 1 : before + 1
      const weightOf = (words: number) => sumBefore(weights, last, words)
      const quotedAt = (words: number) => isQuoted(text, last - words + 1, last)
      if (before >= this.#longWords) {
        grams.add(hashBefore(hashes, last, this.#longWords, GRAM.long), GRAM.long, quotedAt(this.#longWords))
      }
      if (before >= 4 && weightOf(4) >= QUOTED_GRAM_WEIGHT) {
        grams.add(hashBefore(hashes, last, 4, GRAM.quoted), GRAM.quoted, quotedAt(4))
      }
      if (before >= 3 && weightOf(3) >= SHORT_GRAM_WEIGHT) {
        grams.add(hashBefore(hashes, last, 3, GRAM.short), GRAM.short, quotedAt(3))
      }
      if ((weights[last] ?? 0) >= RARE_WORD_WEIGHT) {
        grams.add(mix(GRAM.word, this.#stemHashes.at(intAt(text.keys, last))), GRAM.word, false)
      }
    }
    return grams.finish()
  }

  /** Hashes for the words that the vocabulary learned since the last time; of their letters, since numbers depend on the order of reading. */
  #learn(): void {
    for (let key = this.#keyHashes.length; key < this.#vocabulary.keyCount; key++) {
      const word = this.#vocabulary.keyText(key)
      this.#keyHashes.push(hashText(word))
      this.#stemHashes.push(hashText(stemWord(word)))
    }
  }
}

class GramSet {
  readonly #places = new Map<number, number>()
  readonly #hashes = new GrowingInts(1024)
  readonly #kinds: number[] = []
  readonly #quoted: number[] = []

  add(hash: number, kind: number, quoted: boolean): void {
    const known = this.#places.get(hash)
    if (known !== undefined) {
      if (quoted) this.#quoted[known] = 1
      return
    }
    this.#places.set(hash, this.#kinds.length)
    this.#hashes.push(hash)
    this.#kinds.push(kind)
    this.#quoted.push(quoted ? 1 : 0)
  }

  finish(): SourceGrams {
    return {
      hashes: this.#hashes.toArray().slice(),
      kinds: Uint8Array.from(this.#kinds),
      quoted: Uint8Array.from(this.#quoted),
    }
  }
}

function isQuoted(text: ReadText, first: number, last: number): boolean {
  const quotation = intAt(text.quotation, first)
  return quotation > 0 && intAt(text.quotation, last) === quotation
}

function sumBefore(weights: Float64Array, last: number, words: number): number {
  let sum = 0
  for (let at = last - words + 1; at <= last; at++) sum += weights[at] ?? 0
  return sum
}

function hashBefore(hashes: Int32Array, last: number, words: number, kind: number): number {
  let hash = kind
  for (let at = last - words + 1; at <= last; at++) hash = mix(hash, intAt(hashes, at))
  return hash
}

/** FNV-1a over UTF-16 units (Fowler, Noll, Vo). */
function hashText(text: string): number {
  let hash = 0x811c9dc5 | 0
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

/** One step of MurmurHash3's mixing (Appleby), which keeps the order of what is mixed in. */
function mix(hash: number, value: number): number {
  let mixed = Math.imul(value, 0xcc9e2d51 | 0)
  mixed = Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593)
  mixed ^= hash
  mixed = (mixed << 13) | (mixed >>> 19)
  return (Math.imul(mixed, 5) + (0xe6546b64 | 0)) | 0
}
