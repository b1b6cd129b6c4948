import { splitsCharacter } from '../text/characters'
import { isEmptyRange, rangesOverlap, sameRange, sliceRange, type TextRange } from '../text/textRange'
import { isInsideWord } from '../text/tokens'
import type { Anchor, AnchorResolution } from './anchor'

/** Places of the quoted words that are looked at, at most: beyond, one word of many says nothing about which is meant. */
export const MOST_OCCURRENCES = 1_000
/** Places that may be passed over as parts of longer words before the search gives up: bounds the cost on long texts. */
export const MOST_LOOKED_AT = 50_000
/** Times the quote's length, and units besides, that changed words between the old neighbours may have. */
export const CHANGED_LENGTH_FACTOR = 3
export const CHANGED_LENGTH_EXTRA = 200

/**
 * Where the quoted words are in `text`, after the states of AnchorResolution. Only the same characters are ever attached,
 * and never a part of a longer word or number (`8` in `28`) unless the quote was one; nothing is attached for being similar.
 * Words that stand elsewhere while other words stand between the old neighbours are `changed`: the place is what was cited.
 */
export function resolveAnchor(text: string, textHash: string, anchor: Anchor): AnchorResolution {
  const { position, quote } = anchor
  if (textHash === anchor.textHash && holdsAt(text, position, quote.exact)) {
    return { state: 'exact', range: { start: position.start, endExclusive: position.endExclusive } }
  }
  const edges = edgesOf(quote)
  const amongNeighbours = placesAmongNeighbours(text, quote, edges)
  const only = amongNeighbours[0]
  if (only !== undefined && amongNeighbours.length === 1) return { state: 'exact', range: only }
  if (quote.exact === '') return { state: 'lost' }
  if (amongNeighbours.length > 1) return { state: 'ambiguous', candidates: amongNeighbours }
  const { places, complete } = placesOf(text, quote.exact, (place) => isWhole(text, place, edges))
  const between = betweenNeighbours(text, quote)
  const foundThere = between !== null && places.some((place) => rangesOverlap(place, between))
  if (between !== null && !foundThere && (places.length === 0 || !isEmptyRange(between))) {
    return { state: 'changed', range: between }
  }
  const place = places[0]
  if (place === undefined) return { state: 'lost' }
  return places.length === 1 && complete ? { state: 'moved', range: place } : { state: 'ambiguous', candidates: places }
}

type Quote = Anchor['quote']
/** Whether the quote itself began and ended inside a word, so that its places may too. */
type Edges = { readonly cutsStart: boolean; readonly cutsEnd: boolean }

function holdsAt(text: string, range: TextRange, exact: string): boolean {
  return range.endExclusive <= text.length && sliceRange(text, range) === exact
}

function edgesOf({ prefix, exact, suffix }: Quote): Edges {
  const whole = prefix + exact + suffix
  return {
    cutsStart: splitsWordOrCharacter(whole, prefix.length),
    cutsEnd: splitsWordOrCharacter(whole, prefix.length + exact.length),
  }
}

function splitsWordOrCharacter(text: string, offset: number): boolean {
  return splitsCharacter(text, offset) || isInsideWord(text, offset)
}

function isWhole(text: string, range: TextRange, { cutsStart, cutsEnd }: Edges): boolean {
  return (
    (cutsStart || !splitsWordOrCharacter(text, range.start)) &&
    (cutsEnd || !splitsWordOrCharacter(text, range.endExclusive))
  )
}

/** Where quote and neighbours stand as they stood. Where there were neighbours, the edges are as they were. */
function placesAmongNeighbours(text: string, { prefix, exact, suffix }: Quote, edges: Edges): TextRange[] {
  const whole = prefix + exact + suffix
  if (whole === '') return []
  const open = { cutsStart: edges.cutsStart || prefix !== '', cutsEnd: edges.cutsEnd || suffix !== '' }
  const inner = ({ start }: TextRange): TextRange => ({
    start: start + prefix.length,
    endExclusive: start + prefix.length + exact.length,
  })
  return placesOf(text, whole, (place) => isWhole(text, inner(place), open)).places.map(inner)
}

function placesOf(
  text: string,
  words: string,
  fits: (place: TextRange) => boolean,
): { readonly places: TextRange[]; readonly complete: boolean } {
  const places: TextRange[] = []
  let lookedAt = 0
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (places.length >= MOST_OCCURRENCES || lookedAt++ >= MOST_LOOKED_AT) return { places, complete: false }
    const place = { start: at, endExclusive: at + words.length }
    if (fits(place)) places.push(place)
  }
  return { places, complete: true }
}

/** What stands between the old neighbours, when each occurs once and they are near each other in order; otherwise null. */
function betweenNeighbours(text: string, { prefix, exact, suffix }: Quote): TextRange | null {
  const before = prefix === '' ? { start: 0, endExclusive: 0 } : onlyPlace(text, prefix)
  const after = suffix === '' ? { start: text.length, endExclusive: text.length } : onlyPlace(text, suffix)
  if (before === null || after === null || sameRange(before, after)) return null
  const length = after.start - before.endExclusive
  if (length < 0 || length > exact.length * CHANGED_LENGTH_FACTOR + CHANGED_LENGTH_EXTRA) return null
  return { start: before.endExclusive, endExclusive: after.start }
}

function onlyPlace(text: string, words: string): TextRange | null {
  const at = text.indexOf(words)
  if (at < 0 || text.indexOf(words, at + 1) >= 0) return null
  return { start: at, endExclusive: at + words.length }
}
