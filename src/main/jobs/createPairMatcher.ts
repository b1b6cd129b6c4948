import { matchTexts } from '../../core/match/matchTexts'
import type { MatchableText, MatchSettings, PairMatching } from '../../core/match/passageMatch'
import { readText, type ReadText } from '../../core/match/readText'
import { Vocabulary } from '../../core/match/vocabulary'
import { generalWeights, type WordWeights } from '../../core/match/weights'

/** Different words that are remembered before all is begun anew: memory against reading words again. */
export const MOST_WORDS_REMEMBERED = 300_000

export type TimedMatching = PairMatching & { readonly elapsedMs: number }

/**
 * Matches pairs one after another, here and at once; a text is read once for as long as its caller keeps it. `elapsedMs` is
 * the matching with the reading of words that it needed; `nowMs` is a clock in milliseconds from any zero.
 */
export function createPairMatcher(
  nowMs: () => number,
): (a: MatchableText, b: MatchableText, settings: MatchSettings) => TimedMatching {
  let memory = newMemory()
  const read = (text: MatchableText): ReadText => {
    const known = memory.texts.get(text) ?? readText(text, memory.vocabulary)
    memory.texts.set(text, known)
    return known
  }
  return (a, b, settings) => {
    const startedMs = nowMs()
    if (memory.vocabulary.keyCount > MOST_WORDS_REMEMBERED) memory = newMemory()
    const matching = matchTexts(read(a), read(b), settings, memory.weights)
    return { ...matching, elapsedMs: Math.max(0, nowMs() - startedMs) }
  }
}

type Memory = {
  readonly vocabulary: Vocabulary
  readonly weights: WordWeights
  /** Weak, so that a text that its caller let go is let go here. */
  readonly texts: WeakMap<MatchableText, ReadText>
}

function newMemory(): Memory {
  const vocabulary = new Vocabulary()
  return { vocabulary, weights: generalWeights(vocabulary), texts: new WeakMap() }
}
