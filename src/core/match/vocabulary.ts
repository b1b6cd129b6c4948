import { foldWord } from '../text/wordKey'
import { GrowingInts } from './growingInts'
import { matchKey } from './matchKey'
import { numberPart } from './numberWords'
import { stemWord } from './stemWord'
import { hashWord, WordTable } from './wordTable'

/**
 * Numbers for the words of the texts that share it, from 0 in the order in which they are met: a spelling (folded: case,
 * apostrophe form and invisible characters do not count), its key (what must be equal in matching) and its stem. Grows with
 * the different words, not with the texts; what is derived from a spelling is derived once.
 */
export class Vocabulary {
  /** The words as they stand in texts, with the numbers that they have. */
  readonly words = new WordTable()
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
    return this.words.spellingAt(this.recordAt(word, 0, word.length, hashWord(word, 0, word.length)))
  }

  /**
   * The record in `words` of the word of `text` from `start` up to `end`, whose hash (as hashWord says) is `hash`. Makes no
   * string of a word that was met before: a long text has hundreds of thousands.
   */
  recordAt(text: string, start: number, end: number, hash: number): number {
    const known = this.words.find(text, start, end, hash)
    return known >= 0 ? known : this.addWord(copyOf(text, start, end), hash)
  }

  /** The number of the spelling of several words that make one number (`two hundred`), whose key is `key`. */
  spellingOfNumber(words: string, key: string): number {
    return this.addSpelling(foldWord(words), key)
  }

  /** The number of the key of a spelling. */
  keyOf(spelling: number): number {
    return this.keyOfSpelling.at(spelling)
  }

  /** The number of the stem of a key. */
  stemOf(key: number): number {
    return this.stemOfKey.at(key)
  }

  /** The key as it is written; empty for a number that is none. */
  keyText(key: number): string {
    return this.keyTexts[key] ?? ''
  }

  /** The number of the key of `text`, which is a key already; null when no text has it. */
  findKey(text: string): number | null {
    return this.keys.get(text) ?? null
  }

  private addWord(word: string, hash: number): number {
    const spelling = this.addSpelling(foldWord(word), null)
    const key = this.keyOf(spelling)
    return this.words.add(word, hash, { spelling, key, stem: this.stemOf(key), part: this.partOfSpelling.at(spelling) })
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

/** A part of `text` as a string of its own: a slice may keep the whole text in memory as long as the vocabulary lives. */
function copyOf(text: string, start: number, end: number): string {
  const units: number[] = []
  for (let at = start; at < end; at++) units.push(text.charCodeAt(at))
  return units.length > LONGEST_COPIED ? text.slice(start, end) : String.fromCharCode(...units)
}

/** A longer word is rare, and too many arguments for one call. */
const LONGEST_COPIED = 256
