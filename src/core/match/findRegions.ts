import type { TextRange } from '../text/textRange'
import type { Piece } from './choosePieces'
import { describeRegion } from './describeRegion'
import type { Pace } from './pace'
import { numberWords } from './pairWords'
import type { PassageMatch, RegionMatch } from './passageMatch'
import type { ReadText } from './readText'
import { Extender, isBarred } from './regionExtent'
import { findPieces } from './regionPieces'
import { withSummaries } from './regionSummaries'
import type { WordWeights } from './weights'

type Texts = { readonly a: ReadText; readonly b: ReadText }

/** UTF-16 units that a region has at least, on each side: less is a phrase, and phrases are passages. */
export const LEAST_REGION_LENGTH = 100

/**
 * What a reader would call the pieces of reuse of two texts that were read with one vocabulary: copied, reordered, reworded,
 * translated there and back, summed up. Sorted by a.start, then b.start; ranges begin and end with words that take part; the
 * result for b and a is the mirror of that for a and b. `passages` are all passages of the pair, sorted by a.start. Linear in the words.
 */
export function findRegions(
  a: ReadText,
  b: ReadText,
  passages: readonly PassageMatch[],
  weights: WordWeights,
  pace: Pace,
): readonly RegionMatch[] {
  // One order for both directions, so that no tie and no turn of the growing falls otherwise.
  const pieces = comesAfter(a.text, b.text)
    ? piecesOf({ a: b, b: a }, weights, pace).map((piece) => ({ ...piece, a: piece.b, b: piece.a }))
    : piecesOf({ a, b }, weights, pace)
  return pieces
    .map((piece) => describeRegion(a, b, piece, passages))
    .filter((region) => lengthOf(region.a) >= LEAST_REGION_LENGTH && lengthOf(region.b) >= LEAST_REGION_LENGTH)
    .sort((one, two) => one.a.start - two.a.start || one.b.start - two.b.start)
}

function lengthOf(range: TextRange): number {
  return range.endExclusive - range.start
}

/** Compared from their ends: what is put in front of a text changes nothing then. */
function comesAfter(a: string, b: string): boolean {
  const least = Math.min(a.length, b.length)
  for (let back = 1; back <= least; back++) {
    const difference = a.charCodeAt(a.length - back) - b.charCodeAt(b.length - back)
    if (difference !== 0) return difference > 0
  }
  return a.length > b.length
}

function piecesOf(texts: Texts, weights: WordWeights, pace: Pace): readonly Piece[] {
  if (isSameText(texts)) return wholePieces(texts)
  const pair = numberWords(texts.a, texts.b, weights)
  return withSummaries(pair, findPieces(pair, new Extender(pair), pace))
}

function isSameText({ a, b }: Texts): boolean {
  if (a.count !== b.count || a.count === 0) return false
  for (let word = 0; word < a.count; word++) if (a.keys[word] !== b.keys[word]) return false
  return true
}

/** All of both, cut where much is set aside: a text beside itself is one piece, however often it repeats itself. */
function wholePieces({ a, b }: Texts): readonly Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (let at = 1; at <= a.count; at++) {
    if (at < a.count && !isBarred(a, at) && !isBarred(b, at)) continue
    pieces.push({ a: { from, to: at }, b: { from, to: at }, nats: 0 })
    from = at
  }
  return pieces
}
