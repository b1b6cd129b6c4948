import type { TextRange } from './textRange'

/** A range as it leaves the program: Unicode code points of the decoded file (or extracted text), half-open. */
export type CodePointRange = { readonly start: number; readonly end: number }

/**
 * The exact map between an article's text (UTF-16, normalised) and the decoded file (code points, as it came).
 * For all ranges r of the article: `decodedText(r)` is the decoded file between `toDecoded(r)`, to the character;
 * a range that begins or ends inside a composed character widens to all of it.
 */
export interface OffsetMap {
  /** Code points in the whole decoded file. */
  readonly decodedLength: number
  toDecoded(range: TextRange): CodePointRange
  /** The narrowest article range that covers the code points. */
  toArticle(range: CodePointRange): TextRange
  decodedText(range: TextRange): string
}
