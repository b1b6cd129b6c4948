import type { AnchorWords } from './readAnchor'
import { countPlaces, type TextIndex } from './textIndex'

/** Times the quote's length, and tokens besides, that other words between the old neighbours may have. */
export const BETWEEN_LENGTH_FACTOR = 3
export const BETWEEN_LENGTH_EXTRA = 20
/** Neighbours, on each side, by which a place is known: as many as this, then fewer. */
export const BETWEEN_NEIGHBOURS = [8, 4, 2] as const
/** Places of neighbours that are compared, at most: more are no mark of a place. */
export const MOST_NEIGHBOUR_PLACES = 32

/** Tokens from one to before another. */
export type TokenSpan = { readonly from: number; readonly to: number }

/** What stands between the old neighbours, where these are near each other in one place only; empty when nothing does. */
export type Between = TokenSpan & {
  /** Neighbours on each side by which it was found, at most. */
  readonly neighbours: number
}

export function placeBetween(index: TextIndex, words: AnchorWords): Between | null {
  if (words.from === words.least && words.most === words.to) return null
  const known = Math.max(words.from - words.least, words.most - words.to)
  for (const most of BETWEEN_NEIGHBOURS) {
    // Fewer neighbours than there are were already tried with the step before.
    if (most !== BETWEEN_NEIGHBOURS[0] && most * 2 > known && known > 0 && known <= most) continue
    const pairs = pairsOf(index, words, most)
    if (pairs === null || pairs.length > 1) return null
    const only = pairs[0]
    if (only !== undefined) return { ...only, neighbours: Math.min(most, known) }
  }
  return null
}

/** True when all the neighbours that the anchor knows of meet at a place, with nothing between them. */
export function neighboursMeet({ tokens }: TextIndex, words: AnchorWords, at: number): boolean {
  const { ids } = words.tokens
  for (let back = 1; back <= words.from - words.least; back++) {
    if (ids[words.from - back] !== tokens.ids[at - back]) return false
  }
  for (let on = 0; on < words.most - words.to; on++) {
    if (ids[words.to + on] !== tokens.ids[at + on]) return false
  }
  return true
}

/** Null when the neighbours stand in too many places. */
function pairsOf(index: TextIndex, words: AnchorWords, most: number): TokenSpan[] | null {
  const { ids } = words.tokens
  const left = ids.subarray(Math.max(words.least, words.from - most), words.from)
  const right = ids.subarray(words.to, Math.min(words.most, words.to + most))
  const before = endsOf(index, left, words.atStart ? 0 : null, left.length)
  const after = endsOf(index, right, words.atEnd ? index.tokens.length : null, 0)
  if (before === null || after === null) return null
  const longest = (words.to - words.from) * BETWEEN_LENGTH_FACTOR + BETWEEN_LENGTH_EXTRA
  // Where the same neighbours come again and again, the next ones after a long quote are not those within a tenth of its length.
  const shortest = Math.max(0, Math.floor((words.to - words.from) / BETWEEN_LENGTH_FACTOR) - BETWEEN_LENGTH_EXTRA)
  const pairs: TokenSpan[] = []
  before.forEach((from, nth) => {
    const to = after.find((place) => place === from || place >= from + shortest)
    const nearer = before[nth + 1]
    if (to === undefined || to - from > longest || (nearer !== undefined && nearer <= to)) return
    pairs.push({ from, to })
  })
  return pairs
}

function endsOf(index: TextIndex, words: Int32Array, edge: number | null, shift: number): readonly number[] | null {
  if (words.length === 0) return edge === null ? null : [edge]
  const places = index.find(words)
  if (countPlaces(places) > MOST_NEIGHBOUR_PLACES) return null
  return Array.from(index.list(places), (place) => place + shift)
}
