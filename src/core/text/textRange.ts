import { assert } from '../assert'

/** A stretch of an article's text: UTF-16 code units, 0-based, half-open. Prints as `[3, 9)`. */
export type TextRange = { readonly start: number; readonly endExclusive: number }

/** @throws {BugError} when the bounds are not whole numbers with 0 <= start <= endExclusive */
export function textRange(start: number, endExclusive: number): TextRange {
  assert(
    Number.isInteger(start) && Number.isInteger(endExclusive) && start >= 0 && start <= endExclusive,
    `not a range: [${start}, ${endExclusive})`,
  )
  return { start, endExclusive }
}

export function isEmptyRange(range: TextRange): boolean {
  return range.start === range.endExclusive
}

/** True when the two share at least one code unit; ranges that only touch do not. */
export function rangesOverlap(a: TextRange, b: TextRange): boolean {
  return a.start < b.endExclusive && b.start < a.endExclusive
}

export function rangeContains(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.endExclusive <= outer.endExclusive
}

export function sameRange(a: TextRange, b: TextRange): boolean {
  return a.start === b.start && a.endExclusive === b.endExclusive
}

/** The characters of `text` that `range` covers. */
export function sliceRange(text: string, range: TextRange): string {
  return text.slice(range.start, range.endExclusive)
}

/** Sorts by start, then by end. */
export function compareRanges(a: TextRange, b: TextRange): number {
  return a.start - b.start || a.endExclusive - b.endExclusive
}
