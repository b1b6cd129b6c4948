import type { ComparedPassage } from '../../contract/schemas'
import { withoutOuterSpace } from '../../core/text/paragraphs'
import { sliceRange, type TextRange } from '../../core/text/textRange'
import { acrossPassage, type Side } from './acrossPassage'

/** Where a passage is cut in two: before this offset, in either text. */
export type Cut = Readonly<Record<Side, number>>
export type TwoTexts = Readonly<Record<Side, string>>
/** A piece of a passage, without the spaces around it. */
export type Piece = Readonly<Record<Side, TextRange>>
type Ends = Pick<ComparedPassage, 'a' | 'b'>

/** Where words begin inside a range, but for the first: with the marks that open them. */
export function cutPlaces(text: string, range: TextRange): readonly number[] {
  const places = [...sliceRange(text, range).matchAll(/(?<=\s)\S/gu)].map((found) => range.start + found.index)
  return places.filter((at) => withoutOuterSpace(text, { start: range.start, endExclusive: at }) !== null)
}

/**
 * Cuts at the given offsets of one side, each moved to where the word there begins; the other side is cut where the
 * alignment of the two puts the same place. Offsets at which nothing can be cut off are left out.
 */
export function proposeCuts(
  passage: ComparedPassage,
  texts: TwoTexts,
  side: Side,
  offsets: readonly number[],
): readonly Cut[] {
  const other = side === 'a' ? 'b' : 'a'
  const [here, there] = [cutPlaces(texts[side], passage[side]), cutPlaces(texts[other], passage[other])]
  const cuts: Cut[] = []
  for (const offset of offsets) {
    const at = wordAt(texts[side], here, offset)
    if (at === undefined || offset <= passage[side].start || offset >= passage[side].endExclusive) continue
    const across = acrossPassage(passage, { start: at, endExclusive: passage[side].endExclusive }, side).start
    const opposite = nearest(there, across)
    if (opposite !== null) cuts.push(side === 'a' ? { a: at, b: opposite } : { a: opposite, b: at })
  }
  return cuts.filter((cut, index) => cuts.findIndex((one) => one.a === cut.a) === index)
}

/** The place at which a passage is cut when nobody says where: nearest to its middle, after a sentence where one ends. */
export function middleOf(text: string, range: TextRange): number {
  const places = cutPlaces(text, range)
  const middle = (range.start + range.endExclusive) / 2
  const sentences = places.filter((at) => /[.!?…]["'”’»)]*\s+$/u.test(text.slice(Math.max(range.start, at - 8), at)))
  return nearest(sentences.length > 0 ? sentences : places, middle) ?? range.start
}

/** The cuts with one side of one of them a word further; the same where it would leave the passage or pass another cut. */
export function moveCut(
  passage: Ends,
  texts: TwoTexts,
  cuts: readonly Cut[],
  move: { readonly cut: number; readonly side: Side; readonly by: 1 | -1 },
): readonly Cut[] {
  const { side } = move
  const moved = cuts[move.cut]
  if (moved === undefined) return cuts
  const places = cutPlaces(texts[side], passage[side])
  const to = places[places.indexOf(moved[side]) + move.by]
  const [before, after] = [cuts[move.cut - 1]?.[side] ?? -Infinity, cuts[move.cut + 1]?.[side] ?? Infinity]
  if (to === undefined || to <= before || to >= after) return cuts
  return cuts.with(move.cut, { ...moved, [side]: to })
}

/** The passage between its cuts; null where a piece would have no words on one side. */
export function piecesOf(passage: Ends, texts: TwoTexts, cuts: readonly Cut[]): readonly Piece[] | null {
  const [a, b] = (['a', 'b'] as const).map((side) => {
    const bounds = [passage[side].start, ...cuts.map((cut) => cut[side]), passage[side].endExclusive]
    return bounds.slice(0, -1).map((start, index) => {
      const endExclusive = bounds[index + 1] ?? start
      return start >= endExclusive ? null : withoutOuterSpace(texts[side], { start, endExclusive })
    })
  })
  const pieces: Piece[] = []
  for (const [index, first] of (a ?? []).entries()) {
    const second = b?.[index] ?? null
    if (first === null || second === null) return null
    pieces.push({ a: first, b: second })
  }
  return pieces
}

/** The word that an offset stands in, or, between two words, the one after it. */
function wordAt(text: string, places: readonly number[], offset: number): number | undefined {
  const next = places.find((place) => place >= offset)
  if (next !== undefined && text.slice(offset, next).trim() === '') return next
  return places.findLast((place) => place <= offset) ?? places[0]
}

function nearest(places: readonly number[], wanted: number): number | null {
  let best: number | null = null
  for (const place of places) if (best === null || Math.abs(place - wanted) < Math.abs(best - wanted)) best = place
  return best
}
