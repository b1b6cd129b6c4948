import type { SoughtAnchor } from './anchor'
import { readWith, tokenAt, UNKNOWN_KEY } from './keyedTokens'
import type { AnchorWords } from './readAnchor'
import { countPlaces, type TextIndex } from './textIndex'

/** Places of the same words, in the old and in the new text, that are shared out among each other: the cost is their product. */
export const MOST_SHARED_OUT = 16
/** Neighbouring tokens, on each side, by which an old and a new place are compared. */
export const COMPARED_NEIGHBOURS = 40

/** Where the quote stood in the text that it was cited from: token index there; null when it does not stand where it says. */
export function oldPlaceOf(old: TextIndex, anchor: SoughtAnchor, words: AnchorWords): number | null {
  if (anchor.position === null) return null
  const place = tokenAt(old.tokens, anchor.position.start)
  for (let at = words.from; at < words.to; at++) {
    if (old.tokens.keys[place + at - words.from] !== words.tokens.keys[at]) return null
  }
  return place
}

/**
 * Of the places where the quoted words stand now, those that may be the quote's own: words that stood elsewhere in the old
 * text too, and still stand there, are not the cited ones because these are gone. Each old place takes the new one whose
 * neighbours are most like its own.
 */
export function ownPlaces(
  texts: { readonly index: TextIndex; readonly old: TextIndex; readonly place: number },
  words: AnchorWords,
  places: readonly number[],
): readonly number[] {
  const { index, old, place } = texts
  const ids = readWith(words.tokens.text, old.vocabulary).ids.subarray(words.from, words.to)
  const before = old.find(ids)
  if (countPlaces(before) < 2 || places.length === 0) return places
  if (countPlaces(before) > MOST_SHARED_OUT || places.length > MOST_SHARED_OUT) return places
  const length = words.to - words.from
  const pairs = Array.from(old.list(before)).flatMap((was) =>
    places.map((is) => ({ was, is, likeness: likeness(old, was, index, is, length) })),
  )
  pairs.sort((one, other) => other.likeness - one.likeness || one.was - other.was || one.is - other.is)
  return shareOut(pairs, place, places)
}

type Pair = { readonly was: number; readonly is: number; readonly likeness: number }

function shareOut(pairs: readonly Pair[], place: number, places: readonly number[]): readonly number[] {
  const taken = new Set<number>()
  const settled = new Set<number>()
  for (const { was, is, likeness: like } of pairs) {
    if (like === 0) break
    if (taken.has(is) || settled.has(was)) continue
    const rivals = pairs.filter(
      (pair) =>
        pair.likeness === like && !taken.has(pair.is) && !settled.has(pair.was) && (pair.was === was || pair.is === is),
    )
    // A tie that touches the cited place is not for us to break.
    const doubtful = rivals.filter((pair) => pair.was === place || pair.is === is).map((pair) => pair.is)
    if (rivals.length > 1 && rivals.some((pair) => pair.was === place))
      return [...new Set(doubtful)].sort((a, b) => a - b)
    if (was === place) return [is]
    taken.add(is)
    settled.add(was)
  }
  return places.filter((one) => !taken.has(one))
}

/** How many tokens before and behind are the same, one after the other. */
function likeness(old: TextIndex, was: number, index: TextIndex, is: number, length: number): number {
  let before = 0
  while (before < COMPARED_NEIGHBOURS && sameKey(old, was - 1 - before, index, is - 1 - before)) before++
  let behind = 0
  while (behind < COMPARED_NEIGHBOURS && sameKey(old, was + length + behind, index, is + length + behind)) behind++
  return before + behind
}

function sameKey(old: TextIndex, was: number, index: TextIndex, is: number): boolean {
  const key = old.tokens.keys[was]
  return was >= 0 && is >= 0 && key !== undefined && key === index.tokens.keys[is]
}

/** True when the words of a place stood in the old text already, elsewhere than the quote: they are not what became of it. */
export function stoodElsewhere(
  texts: { readonly index: TextIndex; readonly old: TextIndex; readonly place: number },
  words: AnchorWords,
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  const { index, old, place } = texts
  const ids = Int32Array.from(index.tokens.keys.slice(from, to), (key) => old.vocabulary.get(key) ?? UNKNOWN_KEY)
  const found = old.find(ids)
  if (ids.length === 0 || countPlaces(found) === 0) return false
  const quoteEnd = place + words.to - words.from
  // More places than could touch the quote need not be looked at one by one.
  if (countPlaces(found) > quoteEnd - place + ids.length) return true
  return Array.from(old.list(found)).some((at) => at + ids.length <= place || at >= quoteEnd)
}
