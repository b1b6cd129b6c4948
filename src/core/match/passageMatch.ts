import type { TextRange } from '../text/textRange'

export const MATCH_KINDS = ['identical', 'near', 'reworded'] as const
/** identical: the same words in the same order; near: a few words differ; reworded: much differs, much is shared. */
export type MatchKind = (typeof MATCH_KINDS)[number]

/** Two passages that share wording. */
export type PassageMatch = {
  readonly kind: MatchKind
  /** True when the wording stands between quotation marks in at least one of the two. */
  readonly quotation: boolean
  /** 0 to 1: how much of the longer side's words the other side has, in order. */
  readonly score: number
  readonly a: TextRange
  readonly b: TextRange
}

/** What a reader would call one piece of reuse: neighbouring passages, joined over what was changed between them. */
export type RegionMatch = {
  /** Of the whole stretch. */
  readonly kind: MatchKind
  /** 0 to 1. */
  readonly score: number
  readonly a: TextRange
  readonly b: TextRange
  /** Indices of the passages that lie in it, in order; a reworded region may hold none. */
  readonly passages: readonly number[]
}

/** `complete` is false when a cap or the budget was reached: there may be matches that are not listed. */
export type PairMatching = {
  readonly passages: readonly PassageMatch[]
  readonly regions: readonly RegionMatch[]
  readonly complete: boolean
}

/** An article as the matcher sees it: its text and the ranges that take no part (front matter, furniture). */
export type MatchableText = { readonly text: string; readonly setAside: readonly TextRange[] }

/** What the reviewer may set; saved with the corpus and written into reports. */
export type MatchSettings = {
  /** Shared words a passage needs, from 3 to 50. */
  readonly smallestPassageWords: number
  /** Least score that is shown, 0 to 1. */
  readonly leastScore: number
  /** Which kinds of passages are listed. */
  readonly kinds: readonly MatchKind[]
}

export const DEFAULT_MATCH_SETTINGS: MatchSettings = { smallestPassageWords: 5, leastScore: 0, kinds: MATCH_KINDS }

/** How a caller follows and stops a long matching. */
export type MatchControl = {
  /** Asked now and then; when true, matching ends at once with `complete: false`. */
  readonly shouldStop: () => boolean
  /** 0 to 1, never falling. */
  readonly onProgress: (done: number) => void
}
