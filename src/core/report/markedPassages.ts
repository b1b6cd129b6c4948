import { diffSegments } from '../diff/diffPassage'
import type { DiffSegment } from '../diff/passageDiff'
import { sliceRange, textRange } from '../text/textRange'

/**
 * A stretch of two passages laid side by side, with the words of each; the side that lacks them has an empty text.
 * The `a` of all segments join to the first passage and the `b` to the second, to the character.
 */
export type ReportSegment = { readonly kind: DiffSegment['kind']; readonly a: string; readonly b: string }

/** A stretch of one passage; `marked` is what the other passage lacks or has in other words. */
export type QuotePiece = { readonly text: string; readonly marked: boolean }

/** The difference as the compare view marks it: the form of quotation marks and white space are none. */
export function reportSegments(a: string, b: string): readonly ReportSegment[] {
  return diffSegments(a, textRange(0, a.length), b, textRange(0, b.length)).map((segment) => ({
    kind: segment.kind,
    a: sliceRange(a, segment.a),
    b: sliceRange(b, segment.b),
  }))
}

/** One of the two passages whole, with what differs in it; the white space around a difference is not marked. */
export function quotePieces(segments: readonly ReportSegment[], side: 'a' | 'b'): readonly QuotePiece[] {
  const pieces: QuotePiece[] = []
  const push = (text: string, marked: boolean): void => {
    const last = pieces.at(-1)
    if (text === '') return
    if (last?.marked === marked) pieces[pieces.length - 1] = { text: last.text + text, marked }
    else pieces.push({ text, marked })
  }
  for (const segment of segments) {
    const text = segment[side]
    const words = segment.kind === 'equal' ? '' : text.trim()
    const before = words === '' ? text : text.slice(0, text.indexOf(words))
    push(before, false)
    push(words, true)
    push(text.slice(before.length + words.length), false)
  }
  return pieces
}

/** In how many places the passages differ. */
export function countPlaces(segments: readonly ReportSegment[]): number {
  return segments.filter(({ kind }) => kind !== 'equal').length
}

/** What is to be said of a pair in which nothing is marked; null where something is. */
export function unmarkedWords(segments: readonly ReportSegment[]): string | null {
  if (countPlaces(segments) > 0) return null
  const join = (side: 'a' | 'b'): string => segments.map((segment) => segment[side]).join('')
  const [a, b] = [join('a'), join('b')]
  if (a === b) return 'none, the same to the character'
  return visible(a) === visible(b)
    ? 'only invisible characters or the coding of letters differ'
    : 'only quotation marks or spacing differ'
}

function visible(text: string): string {
  return text.replace(/\p{Cf}/gu, '').normalize('NFC')
}
