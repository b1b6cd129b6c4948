import { ENGLISH_LEVELS } from './englishFrequencies'
import { intAt } from './growingInts'
import type { Vocabulary } from './vocabulary'

/** Texts of a corpus that the general list weighs as much as: fewer trust a small corpus, more a large one less. */
export const GENERAL_TEXTS = 20
/** Share of texts that a word outside the general list is taken to stand in; it weighs 1. */
export const RAREST_SHARE = 1 / 2_000

/** How rare the words of a vocabulary are. */
export interface WordWeights {
  /**
   * 0 to 1 for the number of a key: the logarithm of the share of texts that hold the word, 0 for one that all hold, 1 for
   * one in as few as RAREST_SHARE of them, or fewer.
   */
  weightOf(key: number): number
}

/**
 * Weights from a general list of English alone, for a single pair. Words that are in no list weigh 1, as names do;
 * in a text in another language all weigh alike.
 */
export function generalWeights(vocabulary: Vocabulary): WordWeights {
  return new CountedWeights(vocabulary, new Int32Array(0), 0)
}

/**
 * Weights from a corpus of `texts` texts: `textsWithKey` holds, for the number of each key, how many of them hold it. The
 * general list counts as GENERAL_TEXTS texts more, so that a corpus of three articles does not take each word for a common one.
 */
export function weightsFromCorpus(vocabulary: Vocabulary, textsWithKey: Int32Array, texts: number): WordWeights {
  return new CountedWeights(vocabulary, textsWithKey, texts)
}

class CountedWeights implements WordWeights {
  private readonly vocabulary: Vocabulary
  private readonly textsWithKey: Int32Array
  private readonly texts: number
  private known = new Float64Array(0)
  private counted = 0

  constructor(vocabulary: Vocabulary, textsWithKey: Int32Array, texts: number) {
    this.vocabulary = vocabulary
    this.textsWithKey = textsWithKey
    this.texts = texts
  }

  weightOf(key: number): number {
    if (key >= this.counted) this.countMore()
    return this.known[key] ?? 1
  }

  /** Words that the vocabulary learned since the last time. */
  private countMore(): void {
    const { vocabulary } = this
    if (vocabulary.keyCount > this.known.length) {
      const known = new Float64Array(vocabulary.keyCount * 2)
      known.set(this.known)
      this.known = known
    }
    for (; this.counted < vocabulary.keyCount; this.counted++) {
      const general = generalShare(vocabulary.keyText(this.counted))
      const having = this.counted < this.textsWithKey.length ? intAt(this.textsWithKey, this.counted) : 0
      const share = (having + general * GENERAL_TEXTS) / (this.texts + GENERAL_TEXTS)
      this.known[this.counted] = Math.min(1, Math.max(0, Math.log(share) / Math.log(RAREST_SHARE)))
    }
  }
}

let shares: ReadonlyMap<string, number> | null = null

/** Share of English texts of a page or two that hold the word. */
function generalShare(key: string): number {
  // Made when first asked: most commands match nothing.
  shares ??= new Map(ENGLISH_LEVELS.flatMap(({ share, words }) => words.split(' ').map((word) => [word, share])))
  return shares.get(key) ?? (DIGITS.test(key) ? NUMBER_SHARE : RAREST_SHARE)
}

const DIGITS = /^\d{1,2}$/u
/** Numbers of one or two digits mean something else in each text, whatever they are. */
const NUMBER_SHARE = 0.05
