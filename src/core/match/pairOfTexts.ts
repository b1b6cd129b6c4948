import type { ReadText } from './readText'
import type { WordWeights } from './weights'

/** Two texts that were read with one vocabulary, and how rare its words are. */
export type PairOfTexts = { readonly a: ReadText; readonly b: ReadText; readonly weights: WordWeights }
