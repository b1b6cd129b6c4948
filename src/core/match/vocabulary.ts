import { foldWord } from '../text/wordKey'
import { GrowingInts, intAt } from './growingInts'
import { matchKey } from './matchKey'
import { numberPart } from './numberWords'
import { stemWord } from './stemWord'

/**
 * Numbers for the words of the texts that share it, from 0 in the order in which they are met: a spelling (folded: case,
 * apostrophe form and invisible characters do not count), its key (what must be equal in matching) and its stem. Grows with
 * the different words, not with the texts; what is derived from a spelling is derived once.
 */
export class Vocabulary {
  private wordCount = 0
  /** Four numbers for each word as it stood in a text: its hash, where its units are, how many, and its spelling. */
  private words = new Int32Array(4 * 2_048)
  /** The UTF-16 units of all words, one after the other. */
  private units = new Uint16Array(16_384)
  private unitCount = 0
  /** Numbers of words, from 1, at the place that their hash says or one of the next; at most half full. */
  private slots = new Int32Array(4_096)
  private readonly spellings = new Map<string, number>()
  private readonly keys = new Map<string, number>()
  private readonly stems = new Map<string, number>()
  private readonly keyTexts: string[] = []
  private readonly keyOfSpelling = new GrowingInts()
  private readonly partOfSpelling = new GrowingInts()
  private readonly stemOfKey = new GrowingInts()

  get keyCount(): number {
    return this.keys.size
  }

  get stemCount(): number {
    return this.stems.size
  }

  /** The number of the spelling of `word`, as it stands in a text. */
  spellingOf(word: string): number {
    return this.spellingAt(word, 0, word.length, hashWord(word, 0, word.length))
  }

  /**
   * The number of the spelling of the word of `text` from `start` up to `end`, whose hash (as hashWord says) is `hash`. Makes no
   * string of a word that was met before: a long text has hundreds of thousands.
   */
  spellingAt(text: string, start: number, end: number, hash: number): number {
    const { slots, words } = this
    const mask = slots.length - 1
    let slot = hash & mask
    for (;;) {
      const word = intAt(slots, slot) - 1
      if (word < 0) break
      const record = word * 4
      if (
        words[record] === hash &&
        words[record + 2] === end - start &&
        this.isWordAt(intAt(words, record + 1), text, start, end)
      ) {
        return intAt(words, record + 3)
      }
      slot = (slot + 1) & mask
    }
    return this.addWord(text, start, end, { hash, slot })
  }

  private isWordAt(first: number, text: string, start: number, end: number): boolean {
    const { units } = this
    for (let at = start, unit = first; at < end; at++, unit++) if (units[unit] !== text.charCodeAt(at)) return false
    return true
  }

  /** The number of the spelling of several words that make one number (`two hundred`), whose key is `key`. */
  spellingOfNumber(words: string, key: string): number {
    return this.addSpelling(foldWord(words), key)
  }

  /** The number of the key of a spelling. */
  keyOf(spelling: number): number {
    return this.keyOfSpelling.at(spelling)
  }

  /** The numbers of the keys and of the stems of spellings. */
  keysAndStems(spellings: Int32Array): { readonly keys: Int32Array; readonly stems: Int32Array } {
    const keyOf = this.keyOfSpelling.toArray()
    const stemOf = this.stemOfKey.toArray()
    const keys = new Int32Array(spellings.length)
    const stems = new Int32Array(spellings.length)
    for (let word = 0; word < spellings.length; word++) {
      const key = intAt(keyOf, intAt(spellings, word))
      keys[word] = key
      stems[word] = intAt(stemOf, key)
    }
    return { keys, stems }
  }

  /** What the spelling may be in a number of several words: a value of NUMBER_PART. */
  numberPartOf(spelling: number): number {
    return this.partOfSpelling.at(spelling)
  }

  /** The key as it is written; empty for a number that is none. */
  keyText(key: number): string {
    return this.keyTexts[key] ?? ''
  }

  /** The number of the key of `text`, which is a key already; null when no text has it. */
  findKey(text: string): number | null {
    return this.keys.get(text) ?? null
  }

  private addWord(
    text: string,
    start: number,
    end: number,
    at: { readonly hash: number; readonly slot: number },
  ): number {
    const word = copyOf(text, start, end)
    const spelling = this.addSpelling(foldWord(word), null)
    const record = this.wordCount * 4
    if (record === this.words.length) this.words = widened(this.words, new Int32Array(record * 2))
    this.words.set([at.hash, this.unitCount, word.length, spelling], record)
    while (this.unitCount + word.length > this.units.length) {
      this.units = widened(this.units, new Uint16Array(this.units.length * 2))
    }
    for (let unit = 0; unit < word.length; unit++) this.units[this.unitCount++] = word.charCodeAt(unit)
    this.slots[at.slot] = ++this.wordCount
    if (this.wordCount * 2 > this.slots.length) this.widenSlots()
    return spelling
  }

  private widenSlots(): void {
    const slots = new Int32Array(this.slots.length * 2)
    const mask = slots.length - 1
    for (let word = 0; word < this.wordCount; word++) {
      let slot = intAt(this.words, word * 4) & mask
      while (intAt(slots, slot) !== 0) slot = (slot + 1) & mask
      slots[slot] = word + 1
    }
    this.slots = slots
  }

  private addSpelling(folded: string, ownKey: string | null): number {
    const known = this.spellings.get(folded)
    if (known !== undefined) return known
    const spelling = this.spellings.size
    const key = ownKey ?? matchKey(folded)
    this.spellings.set(folded, spelling)
    this.keyOfSpelling.push(this.addKey(key))
    this.partOfSpelling.push(numberPart(folded, key))
    return spelling
  }

  private addKey(text: string): number {
    const known = this.keys.get(text)
    if (known !== undefined) return known
    const key = this.keys.size
    this.keys.set(text, key)
    this.keyTexts.push(text)
    const stem = stemWord(text)
    const knownStem = this.stems.get(stem)
    if (knownStem === undefined) this.stems.set(stem, this.stems.size)
    this.stemOfKey.push(knownStem ?? this.stems.size - 1)
    return key
  }
}

export const HASH_START = 0x811c9dc5 | 0
const HASH_FACTOR = 0x01000193

/** The hash of a word with one more UTF-16 unit, from HASH_START on (FNV-1a, Fowler, Noll and Vo). */
export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, HASH_FACTOR)
}

/** The hash of the UTF-16 units of `text` from `start` up to `end`. */
export function hashWord(text: string, start: number, end: number): number {
  let hash = HASH_START
  for (let at = start; at < end; at++) hash = hashUnit(hash, text.charCodeAt(at))
  return hash
}

function widened<T extends Int32Array | Uint16Array>(values: T, wider: T): T {
  wider.set(values)
  return wider
}

/** A part of `text` as a string of its own: a slice may keep the whole text in memory as long as the vocabulary lives. */
function copyOf(text: string, start: number, end: number): string {
  const units: number[] = []
  for (let at = start; at < end; at++) units.push(text.charCodeAt(at))
  return units.length > LONGEST_COPIED ? text.slice(start, end) : String.fromCharCode(...units)
}

/** A longer word is rare, and too many arguments for one call. */
const LONGEST_COPIED = 256
