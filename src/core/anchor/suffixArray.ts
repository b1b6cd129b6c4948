import { intAt } from '../match/growingInts'

/**
 * The places of a sequence, ordered by what follows each: a suffix array, by doubling prefixes with counting sorts
 * (Manber and Myers 1993, with the sorting of Larsson and Sadakane 1999). Numbers lie from 0 to `highest`. O(n log n).
 */
export function buildSuffixArray(ids: Int32Array, highest: number): Int32Array {
  const { length } = ids
  const order = new Int32Array(length)
  const counts = new Int32Array(Math.max(highest + 1, length) + 1)
  const bySecond = Int32Array.from(ids.keys())
  sortByRank(bySecond, { ranks: ids, classes: highest + 1, order, counts })
  let { ranks, classes } = rankAgain(order, ids, 0)
  for (let width = 1; classes < length; width *= 2) {
    let filled = 0
    for (let at = Math.max(0, length - width); at < length; at++) bySecond[filled++] = at
    for (const place of order) if (place >= width) bySecond[filled++] = place - width
    sortByRank(bySecond, { ranks, classes, order, counts })
    ;({ ranks, classes } = rankAgain(order, ranks, width))
  }
  return order
}

type Sorting = {
  readonly ranks: Int32Array
  readonly classes: number
  readonly order: Int32Array
  readonly counts: Int32Array
}

/** A stable counting sort of `places` by rank, into `order`. */
function sortByRank(places: Int32Array, { ranks, classes, order, counts }: Sorting): void {
  counts.fill(0, 0, classes + 1)
  for (const place of places) counts[intAt(ranks, place) + 1] = intAt(counts, intAt(ranks, place) + 1) + 1
  for (let at = 0; at < classes; at++) counts[at + 1] = intAt(counts, at + 1) + intAt(counts, at)
  for (const place of places) {
    const rank = intAt(ranks, place)
    const slot = intAt(counts, rank)
    order[slot] = place
    counts[rank] = slot + 1
  }
}

/** Ranks without gaps, equal where places agree in rank here and `width` farther on. */
function rankAgain(order: Int32Array, ranks: Int32Array, width: number): { ranks: Int32Array; classes: number } {
  const { length } = order
  const next = new Int32Array(length)
  const rankAt = (at: number) => (at < length ? intAt(ranks, at) : -1)
  let rank = -1
  let before = -1
  for (const place of order) {
    const same = before >= 0 && rankAt(before) === rankAt(place) && rankAt(before + width) === rankAt(place + width)
    if (!same) rank++
    next[place] = rank
    before = place
  }
  return { ranks: next, classes: rank + 1 }
}
