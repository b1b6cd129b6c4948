import type { MatchKind, MatchSettings } from './passageMatch'

/** Below this share of common words a passage is called reworded. */
export const NEAR_SHARE = 0.7
/** Share of common words that a passage without a long enough exact run must have. */
export const LOOSE_SHARE = 0.7
/** Words more than the smallest passage that such a passage must share outside quotations, where chance is likelier. */
export const LOOSE_EXTRA_WORDS = 2
/** Words fewer that a whole quotation needs which stands unchanged in the other text: the marks say that it is one thing. */
export const QUOTED_FEWER_WORDS = 1
/** What the words of so short a quotation must weigh in all when only one text has the marks: lets in `the old harbour light`, not `I do not know`. */
export const SHORT_QUOTATION_WEIGHT = 0.4
/** The smallest passage of all, in words. */
export const LEAST_WORDS = 3
/** Weight of the shared words at which half of the score is reached: more takes longer passages for stock phrases. */
export const HALF_WEIGHT = 1.5

/** The words of one text from `from` up to, not with, `to`. */
export type WordSpan = { readonly from: number; readonly to: number }

/** What a passage is judged by. */
export type PassageFigures = {
  /** Words that both sides have, in order. */
  readonly shared: number
  /** Words of the longer side. */
  readonly longer: number
  /** The most shared words that stand in a row on both sides. */
  readonly longestRun: number
  /** What the shared words weigh in all. */
  readonly weight: number
  /** True when at least one side is quotation for the most part. */
  readonly quotation: boolean
  /** How many of the two sides are a whole quotation, from mark to mark. */
  readonly wholeQuotations: 0 | 1 | 2
  /** True when all words are the same and spelt alike. */
  readonly alike: boolean
}

/**
 * smallest passage: shared words. weight of a short quotation: what the words of a quotation weigh that is shorter than the
 * smallest passage. words in a row: the most shared ones. share of words, words not in a row: of the longer side, and how
 * many, asked where too few stand in a row. kinds: 1 when the kind is listed. counterparts: 0 when the words
 * are listed with other places already, as those of a repeated phrase are. reached by the search: 0 when sequences that stand too often were passed over.
 */
export type ThresholdName =
  | 'smallest passage'
  | 'weight of a short quotation'
  | 'words in a row'
  | 'share of words'
  | 'words not in a row'
  | 'score'
  | 'kinds'
  | 'counterparts'
  | 'reached by the search'
/** Met when `value` is at least `needed`. */
export type Threshold = {
  readonly name: ThresholdName
  readonly needed: number
  readonly value: number
  readonly met: boolean
}

/** Share of the longer side's words that are shared, 0 to 1. */
export function shareOf({ shared, longer }: PassageFigures): number {
  return longer === 0 ? 0 : shared / longer
}

/**
 * 0 to 1: the share of the longer side's words that are shared, times how much they say: 0 for words that every text has, a half for
 * words that weigh HALF_WEIGHT in all, nearly 1 for many or rare ones. So five stock words score low, five rare ones high.
 */
export function scoreOf(figures: PassageFigures): number {
  return shareOf(figures) * (1 - 2 ** (-figures.weight / HALF_WEIGHT))
}

export function kindOf(figures: PassageFigures): MatchKind {
  if (figures.alike) return 'identical'
  return shareOf(figures) >= NEAR_SHARE ? 'near' : 'reworded'
}

/** The fewest words that any passage may have, for a smallest passage as the settings have it. */
export function fewestWords(smallestPassageWords: number): number {
  return Math.max(LEAST_WORDS, smallestPassageWords - QUOTED_FEWER_WORDS)
}

/** All that a passage must meet to be one, before the score and the kinds that are listed. */
export function wordingThresholds(figures: PassageFigures, smallestPassageWords: number): Threshold[] {
  const { shared, longestRun, quotation, weight } = figures
  const fewest = fewestWords(smallestPassageWords)
  if (figures.wholeQuotations > 0 && shared === figures.longer && shared >= fewest && shared < smallestPassageWords) {
    const short = atLeast('smallest passage', fewest, shared)
    return figures.wholeQuotations === 2
      ? [short]
      : [short, atLeast('weight of a short quotation', SHORT_QUOTATION_WEIGHT, weight)]
  }
  const thresholds = [atLeast('smallest passage', smallestPassageWords, shared)]
  const inRow = atLeast('words in a row', smallestPassageWords, longestRun)
  if (inRow.met) return [...thresholds, inRow]
  const loose = [
    atLeast('share of words', LOOSE_SHARE, shareOf(figures)),
    atLeast('words not in a row', smallestPassageWords + (quotation ? 0 : LOOSE_EXTRA_WORDS), shared),
  ]
  // Either way will do; the one that was not taken is told only when neither was open.
  return loose.every(({ met }) => met) ? [...thresholds, ...loose] : [...thresholds, inRow, ...loose]
}

/** The score and the kind that the settings ask for. */
export function listingThresholds(figures: PassageFigures, settings: MatchSettings): Threshold[] {
  return [
    atLeast('score', settings.leastScore, scoreOf(figures)),
    atLeast('kinds', 1, settings.kinds.includes(kindOf(figures)) ? 1 : 0),
  ]
}

export function atLeast(name: ThresholdName, needed: number, value: number): Threshold {
  return { name, needed, value, met: value >= needed }
}
