import type { AnchorWords } from './readAnchor'
import { countPlaces, type TextIndex } from './textIndex'

/** Places of the quoted words that are compared, at most: beyond, neighbours choose which ones. */
export const MOST_PLACES = 48
/** Neighbours, on each side, that choose among too many places: as many as there are, then fewer. */
export const CHOOSING_NEIGHBOURS = [Infinity, 12, 6, 3, 1] as const

export type QuotePlaces = {
  /** Token indexes at which the quoted words begin, rising. */
  readonly places: readonly number[]
  /** How many there are in the whole text. */
  readonly total: number
}

/** Where the quoted words stand, whole words only; of very many, those that share neighbours with the quote. */
export function findQuote(index: TextIndex, words: AnchorWords): QuotePlaces {
  const { ids } = words.tokens
  const alone = index.find(ids.subarray(words.from, words.to))
  const total = countPlaces(alone)
  if (total <= MOST_PLACES) return { places: Array.from(index.list(alone)), total }
  const chosen = new Set<number>()
  for (const sides of SIDES) {
    for (const most of CHOOSING_NEIGHBOURS) {
      const from = sides.left ? Math.max(words.least, words.from - most) : words.from
      const to = sides.right ? Math.min(words.most, words.to + most) : words.to
      if (from === words.from && to === words.to) break
      const found = index.find(ids.subarray(from, to))
      if (countPlaces(found) === 0) continue
      if (countPlaces(found) <= MOST_PLACES) {
        for (const place of index.list(found)) chosen.add(place + words.from - from)
      }
      break
    }
  }
  return { places: [...chosen].sort((one, other) => one - other), total }
}

const SIDES = [
  { left: true, right: true },
  { left: false, right: true },
  { left: true, right: false },
] as const
