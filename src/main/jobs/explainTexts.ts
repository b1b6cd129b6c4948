import { explainPair, type Explanation } from '../../core/match/explainMatch'
import { readText } from '../../core/match/readText'
import { Vocabulary } from '../../core/match/vocabulary'
import { generalWeights } from '../../core/match/weights'
import type { ExplainJob } from '../services/ports'

/** What is explained: two texts and the stretch of each that is asked about. */
export type TextsToExplain = Pick<ExplainJob, 'a' | 'b' | 'aRange' | 'bRange' | 'settings'>

/** Why the matcher lists a passage where the two ranges are, or why it lists none; here and at once. */
export function explainTexts({ a, b, aRange, bRange, settings }: TextsToExplain): Explanation {
  const vocabulary = new Vocabulary()
  const aRead = readText(a, vocabulary)
  const bRead = readText(b, vocabulary)
  return explainPair(aRead, aRange, bRead, bRange, settings, generalWeights(vocabulary))
}
