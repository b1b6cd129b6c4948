import { matchAtPace } from './matchTexts'
import { Pace } from './pace'
import type { MatchableText, MatchControl, MatchSettings, PairMatching } from './passageMatch'
import { readText } from './readText'
import { Vocabulary } from './vocabulary'
import { generalWeights } from './weights'

/** Share of the progress of one pair that reading its texts takes. */
export const READING_SHARE = 0.4

/** As matchTexts, for two texts that are matched with nothing else: reads both, and weighs words by a general list of English. */
export function matchPair(
  a: MatchableText,
  b: MatchableText,
  settings: MatchSettings,
  control: MatchControl | null = null,
): PairMatching {
  const pace = new Pace(control)
  const vocabulary = new Vocabulary()
  const step = (done: number) => pace.step(done)
  pace.beginPart((READING_SHARE * a.text.length) / Math.max(1, a.text.length + b.text.length))
  const readA = readText(a, vocabulary, step)
  pace.beginPart(READING_SHARE)
  const readB = readText(b, vocabulary, step)
  return matchAtPace({ a: readA, b: readB, weights: generalWeights(vocabulary) }, settings, pace)
}
