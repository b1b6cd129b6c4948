import { foldWord } from '../text/wordKey'
import { GrowingInts } from './growingInts'
import { matchKey } from './matchKey'
import { numberPart } from './numberWords'
import { stemWord } from './stemWord'

/**
 * Numbers for the words of the texts that share it, from 0 in the order in which they are met: a spelling (folded: case,
 * apostrophe form and invisible characters do not count), its key (what must be equal in matching) and its stem. Grows with
 * the different words, not with the texts; what is derived from a spelling is derived once.
 */
export class Vocabulary {
  private readonly known = new Map<string, number>()
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
    const known = this.known.get(word)
    if (known !== undefined) return known
    const spelling = this.addSpelling(foldWord(word), null)
    this.known.set(word, spelling)
    return spelling
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
