import { createHash } from 'node:crypto'
import { CorpusIndex } from '../../core/match/corpusIndex'
import { readText, type ReadText } from '../../core/match/readText'
import { GramReader } from '../../core/match/sourceGrams'
import { Vocabulary } from '../../core/match/vocabulary'
import { generalWeights, type WordWeights } from '../../core/match/weights'
import type { TextRange } from '../../core/text/textRange'

/** A text as it is matched: what takes no part in it is a part of what it is. */
export type TextToMatch = {
  /** The same for the same text with the same ranges set aside. */
  readonly identity: string
  readonly text: string
  readonly setAside: readonly TextRange[]
}

/** One of the sources that are matched, read and in the index. */
export type IndexedText = { readonly identity: string; readonly slot: number; readonly read: ReadText }

/** The texts of a corpus, read once and indexed, from one matching to the next. */
export class CorpusTexts {
  readonly weights: WordWeights
  readonly leastWords: number
  readonly #vocabulary = new Vocabulary()
  readonly #index = new CorpusIndex()
  readonly #grams: GramReader
  /** Several of one identity where sources are copies of each other. */
  readonly #texts = new Map<string, IndexedText[]>()

  constructor(leastWords: number) {
    this.leastWords = leastWords
    // From the general list alone: weights from the corpus would make every kept result wrong with each source that comes.
    this.weights = generalWeights(this.#vocabulary)
    this.#grams = new GramReader(this.#vocabulary, this.weights, leastWords)
  }

  /**
   * Makes these the texts of the corpus and gives them in this order; costs in proportion to what comes and goes.
   * `step` is told of each that was read, and stops when false: then null is given, and what was read stays read.
   */
  replace(wanted: readonly TextToMatch[], step: () => boolean): readonly IndexedText[] | null {
    const counts = new Map<string, number>()
    for (const { identity } of wanted) counts.set(identity, (counts.get(identity) ?? 0) + 1)
    for (const [identity, texts] of this.#texts) {
      for (const { slot } of texts.splice(counts.get(identity) ?? 0)) this.#index.remove(slot)
      if (texts.length === 0) this.#texts.delete(identity)
    }
    const given = new Map<string, number>()
    const indexed: IndexedText[] = []
    for (const text of wanted) {
      const place = given.get(text.identity) ?? 0
      given.set(text.identity, place + 1)
      const known = this.#texts.get(text.identity)?.[place]
      if (known === undefined && !step()) return null
      indexed.push(known ?? this.#add(text))
    }
    return indexed
  }

  identities(): Iterable<string> {
    return this.#texts.keys()
  }

  isCandidate(one: IndexedText, other: IndexedText): boolean {
    return this.#index.isCandidate(one.slot, other.slot)
  }

  #add(text: TextToMatch): IndexedText {
    const copies = this.#texts.get(text.identity) ?? []
    const read = copies[0]?.read ?? readText(text, this.#vocabulary)
    const indexed = { identity: text.identity, slot: this.#index.add(this.#grams.read(read)), read }
    this.#texts.set(text.identity, [...copies, indexed])
    return indexed
  }
}

export function identityOf(textHash: string, setAside: readonly TextRange[]): string {
  const ranges = setAside.map(({ start, endExclusive }) => `${start}-${endExclusive}`).join(' ')
  return `${textHash}-${createHash('sha256').update(ranges).digest('hex').slice(0, 16)}`
}
