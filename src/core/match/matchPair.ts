import { matchAtPace } from './matchTexts'
import { Pace } from './pace'
import type { MatchableText, MatchControl, MatchSettings, PairMatching } from './passageMatch'
import { readText, WORDS_BETWEEN_STEPS } from './readText'
import { Vocabulary } from './vocabulary'
import { generalWeights, type WordWeights } from './weights'

/** Share of the progress of one pair that reading its texts takes. */
export const READING_SHARE = 0.4

/** Different words that the vocabulary kept for single pairs may have; then it begins anew: memory against reading new words again. */
export const MOST_WORDS_KEPT = 200_000

// Kept from pair to pair, so that a word is folded and stemmed once. Nothing depends on the numbers that it gives.
let kept = vocabularyWithWeights()

function vocabularyWithWeights(): { readonly vocabulary: Vocabulary; readonly weights: WordWeights } {
  const vocabulary = new Vocabulary()
  return { vocabulary, weights: generalWeights(vocabulary) }
}

/** As matchTexts, for two texts that are matched with nothing else: reads both, and weighs words by a general list of English. */
export function matchPair(
  a: MatchableText,
  b: MatchableText,
  settings: MatchSettings,
  control: MatchControl | null = null,
): PairMatching {
  const pace = new Pace(control)
  if (kept.vocabulary.keyCount > MOST_WORDS_KEPT) kept = vocabularyWithWeights()
  const { vocabulary, weights } = kept
  const step = (done: number) => pace.step(done, WORDS_BETWEEN_STEPS)
  pace.beginPart((READING_SHARE * a.text.length) / Math.max(1, a.text.length + b.text.length))
  const readA = readText(a, vocabulary, step)
  pace.beginPart(READING_SHARE)
  const readB = readText(b, vocabulary, step)
  return matchAtPace({ a: readA, b: readB, weights }, settings, pace)
}
