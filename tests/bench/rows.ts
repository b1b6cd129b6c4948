import type { Shape } from './benchTexts'
import type { Outcome } from './runChild'

/** One program on one pair of texts. */
export type PairRow = {
  readonly texts: 'generated' | 'real'
  readonly shape: Shape
  readonly words: number
  readonly subject: string
  readonly outcome: Outcome
  /** True when it was not run because it was over the limit at a smaller size. */
  readonly skipped: boolean
}
/** One program on one corpus. */
export type CorpusRow = { readonly sources: number; readonly subject: string; readonly outcome: Outcome }
