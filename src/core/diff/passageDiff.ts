import type { TextRange } from '../text/textRange'

/** One step of rewriting text a into text b. Without inserts the texts join to a, without deletes to b. */
export type Edit = { readonly op: 'equal' | 'delete' | 'insert'; readonly text: string }

export const DIFFERENCE_KINDS = ['equal', 'left out', 'put in', 'replaced'] as const
/**
 * A stretch of the word-level difference of two passages, with its place on both sides (article offsets).
 * left out: only in a; put in: only in b; replaced: both, not the same. The empty side is an empty range at the place.
 */
export type DiffSegment = {
  readonly kind: (typeof DIFFERENCE_KINDS)[number]
  readonly a: TextRange
  readonly b: TextRange
}
