import type { TextRange } from '../text/textRange'
import type { DiffSegment } from './passageDiff'

export const VERSION_ROW_KINDS = ['same', 'changed', 'moved', 'movedAndChanged', 'added', 'removed'] as const
/** What became of a paragraph; `same` also where it differs in typography alone. */
export type VersionRowKind = (typeof VERSION_ROW_KINDS)[number]

/**
 * A paragraph in two versions of a text, or a part of one that was split or joined. `from` is null where it was added, `to`
 * where it was removed. The segments tile both ranges, `a` in the earlier text.
 */
export type VersionRow = {
  readonly kind: VersionRowKind
  readonly from: TextRange | null
  readonly to: TextRange | null
  readonly part: 'split' | 'joined' | null
  /** True when it is the same but for white space, the form of quotation marks and what cannot be seen. */
  readonly typography: boolean
  readonly segments: readonly DiffSegment[]
}

/** How many rows there are of each kind. */
export type VersionCounts = Readonly<Record<VersionRowKind, number>>
