import type { ComparedPassage } from '../../contract/schemas'
import { countDifferences, diffSegments } from '../../core/diff/diffPassage'
import { applyDecisions, type DecidedPassage } from '../../core/match/applyDecisions'
import { matchPair } from '../../core/match/matchPair'
import { passageOfRanges } from '../../core/match/passageOfRanges'
import type { MatchControl, PassageMatch } from '../../core/match/passageMatch'
import type { PairJob, PairResult } from '../services/ports'

/** Share of the progress that matching takes; the rest is the differences of what it found. */
export const MATCHING_SHARE = 0.9

/** What is compared: two texts, what the matcher shows, and what the reviewers decided about these two. */
export type PairToCompare = Pick<PairJob, 'a' | 'b' | 'settings' | 'decisions'>

/**
 * Matches two texts and shows the differences of every passage, here and at once. `nowMs` is a clock in milliseconds from
 * any zero; `elapsedMs` is the matching alone. Stopped by the control, the result has no passages and is not complete.
 */
export function comparePair(
  { a, b, settings, decisions }: PairToCompare,
  control: MatchControl | undefined,
  nowMs: () => number,
): PairResult {
  const startedMs = nowMs()
  const matching = matchPair(
    a,
    b,
    settings,
    control === undefined
      ? null
      : { shouldStop: control.shouldStop, onProgress: (done) => control.onProgress(done * MATCHING_SHARE) },
  )
  const elapsedMs = Math.max(0, nowMs() - startedMs)
  const decided = applyDecisions(matching, decisions, (pair) => passageOfRanges(a.text, pair.a, b.text, pair.b))
  const passages: ComparedPassage[] = []
  for (const [index, match] of decided.passages.entries()) {
    if (control?.shouldStop() === true) return { passages: [], regions: [], complete: false, elapsedMs }
    passages.push(comparedPassage(a.text, b.text, match))
    control?.onProgress(MATCHING_SHARE + ((1 - MATCHING_SHARE) * (index + 1)) / decided.passages.length)
  }
  const regions = decided.regions.map((region) => ({
    ...region,
    a: { ...region.a },
    b: { ...region.b },
    passages: [...region.passages],
  }))
  return { passages, regions, complete: matching.complete, elapsedMs }
}

/** The same ranges of the same two texts have the same id. */
export function passageId({ a, b }: Pick<PassageMatch, 'a' | 'b'>): string {
  return `${a.start}-${a.endExclusive}:${b.start}-${b.endExclusive}`
}

function comparedPassage(aText: string, bText: string, match: DecidedPassage): ComparedPassage {
  const segments = diffSegments(aText, match.a, bText, match.b)
  return {
    id: passageId(match),
    kind: match.kind,
    quotation: match.quotation,
    score: match.score,
    a: { ...match.a },
    b: { ...match.b },
    segments: segments.map(({ kind, a, b }) => ({ kind, a: { ...a }, b: { ...b } })),
    differences: countDifferences(segments),
    decisionId: match.decisionId,
  }
}
