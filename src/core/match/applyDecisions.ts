import { sameRange, type TextRange } from '../text/textRange'
import type { PairMatching, PassageMatch, RegionMatch } from './passageMatch'

/** Share of the shorter of two ranges above which, on both sides, a passage found with other settings is the one decided about. */
export const SAME_PASSAGE_SHARE = 0.5

export type RangePair = { readonly a: TextRange; readonly b: TextRange }

/** A reviewer's decision whose passages were found again in the two texts. */
export type PlacedDecision = {
  readonly id: string
  readonly removed: readonly RangePair[]
  readonly added: readonly RangePair[]
}

/** A passage, and the decision that put it there; null when it was found. */
export type DecidedPassage = PassageMatch & { readonly decisionId: string | null }
export type DecidedMatching = {
  readonly passages: readonly DecidedPassage[]
  readonly regions: readonly RegionMatch[]
  readonly complete: boolean
}

/**
 * A matching after the reviewers' decisions, the oldest first: what each removes is taken away, what it adds is put in, made
 * a passage by `describe`. Removed is the passage of the same ranges; where there is none, those that overlap by more than
 * SAME_PASSAGE_SHARE of the shorter on both sides. Sorted as a matching is; a region all of whose passages went goes too.
 */
export function applyDecisions(
  matching: PairMatching,
  decisions: readonly PlacedDecision[],
  describe: (pair: RangePair) => PassageMatch,
): DecidedMatching {
  const found = matching.passages.map((passage): DecidedPassage => ({ ...passage, decisionId: null }))
  if (decisions.length === 0) return { ...matching, passages: found }
  let passages = found
  for (const { id, removed, added } of decisions) {
    for (const pair of removed) passages = without(passages, pair)
    for (const pair of added) {
      passages = passages.filter((passage) => !samePair(passage, pair))
      passages.push({ ...describe(pair), decisionId: id })
    }
  }
  passages.sort(compareRangePairs)
  return { passages, regions: regionsAfter(matching.regions, found, passages), complete: matching.complete }
}

/** The order in which passages of a pair are listed. */
export function compareRangePairs(one: RangePair, two: RangePair): number {
  return (
    one.a.start - two.a.start ||
    one.b.start - two.b.start ||
    one.a.endExclusive - two.a.endExclusive ||
    one.b.endExclusive - two.b.endExclusive
  )
}

function without(passages: readonly DecidedPassage[], pair: RangePair): DecidedPassage[] {
  const others = passages.filter((passage) => !samePair(passage, pair))
  if (others.length < passages.length) return others
  return passages.filter((passage) => !(overlapsMostly(passage.a, pair.a) && overlapsMostly(passage.b, pair.b)))
}

function samePair(one: RangePair, two: RangePair): boolean {
  return sameRange(one.a, two.a) && sameRange(one.b, two.b)
}

function overlapsMostly(one: TextRange, two: TextRange): boolean {
  const shared = Math.min(one.endExclusive, two.endExclusive) - Math.max(one.start, two.start)
  const shorter = Math.min(one.endExclusive - one.start, two.endExclusive - two.start)
  return shared > shorter * SAME_PASSAGE_SHARE
}

function regionsAfter(
  regions: readonly RegionMatch[],
  found: readonly DecidedPassage[],
  kept: readonly DecidedPassage[],
): RegionMatch[] {
  const placeOf = new Map(kept.map((passage, place) => [passage, place]))
  return regions.flatMap((region) => {
    const passages = region.passages.flatMap((index) => {
      const passage = found[index]
      return passage === undefined ? [] : (placeOf.get(passage) ?? [])
    })
    return passages.length === 0 && region.passages.length > 0 ? [] : [{ ...region, passages }]
  })
}
