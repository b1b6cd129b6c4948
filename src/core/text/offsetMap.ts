import { assert } from '../assert'
import { createCodePointIndex } from './codePointIndex'
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

/**
 * The stretches that normalising changed in length or order, as four columns in UTF-16 code units: row i says that
 * `decodedLengths[i]` units at `decodedStarts[i]` became `articleLengths[i]` units at `articleStarts[i]`. Rows are in
 * order, no length is 0, and between rows both texts have the same length, unit for unit.
 */
export type ChangedStretches = {
  readonly decodedStarts: Uint32Array
  readonly decodedLengths: Uint32Array
  readonly articleStarts: Uint32Array
  readonly articleLengths: Uint32Array
}

/** For a text that normalising left as it was, or changed only character for character. */
export const NO_CHANGED_STRETCHES: ChangedStretches = {
  decodedStarts: new Uint32Array(0),
  decodedLengths: new Uint32Array(0),
  articleStarts: new Uint32Array(0),
  articleLengths: new Uint32Array(0),
}

type Side = { readonly starts: Uint32Array; readonly lengths: Uint32Array; readonly total: number }

/** The last row that starts before `offset`, -1 when none does. */
function lastRowBefore(starts: Uint32Array, offset: number): number {
  let low = -1
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) < offset) low = middle
    else high = middle - 1
  }
  return low
}

/** Carries one bound over; inside a changed stretch it goes to the stretch's start (`down`) or end (`up`). */
function carryOver(from: Side, to: Side, offset: number, side: 'down' | 'up'): number {
  const row = lastRowBefore(from.starts, offset)
  if (row < 0) return offset
  const fromEnd = (from.starts[row] ?? 0) + (from.lengths[row] ?? 0)
  const toStart = to.starts[row] ?? 0
  const toEnd = toStart + (to.lengths[row] ?? 0)
  if (offset >= fromEnd) return toEnd + (offset - fromEnd)
  return side === 'down' ? toStart : toEnd
}

/**
 * The map between `decoded` and the article's text that became of it, `articleLength` code units long.
 * A look-up takes a binary search and at most one block of the text.
 */
export function createOffsetMap(decoded: string, articleLength: number, changed: ChangedStretches): OffsetMap {
  const index = createCodePointIndex(decoded)
  const article: Side = { starts: changed.articleStarts, lengths: changed.articleLengths, total: articleLength }
  const file: Side = { starts: changed.decodedStarts, lengths: changed.decodedLengths, total: decoded.length }

  function toDecoded(range: TextRange): CodePointRange {
    assert(
      range.start >= 0 && range.start <= range.endExclusive && range.endExclusive <= article.total,
      `[${range.start}, ${range.endExclusive}) is not a range of an article of ${article.total} code units`,
    )
    return {
      start: index.toCodePoint(carryOver(article, file, range.start, 'down'), 'down'),
      end: index.toCodePoint(carryOver(article, file, range.endExclusive, 'up'), 'up'),
    }
  }

  function toArticle(range: CodePointRange): TextRange {
    assert(
      range.start >= 0 && range.start <= range.end && range.end <= index.length,
      `${range.start} to ${range.end} is not a range of a file of ${index.length} code points`,
    )
    return {
      start: carryOver(file, article, index.toUnit(range.start), 'down'),
      endExclusive: carryOver(file, article, index.toUnit(range.end), 'up'),
    }
  }

  function decodedText(range: TextRange): string {
    const { start, end } = toDecoded(range)
    return decoded.slice(index.toUnit(start), index.toUnit(end))
  }

  return { decodedLength: index.length, toDecoded, toArticle, decodedText }
}
