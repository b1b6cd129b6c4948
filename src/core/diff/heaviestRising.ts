/**
 * The heaviest series of pairs that rises on both sides: `places` are those of the second side, all different, in order of
 * the first. Gives the indexes of its pairs, rising. Of series of one weight, one of them. In n log n steps.
 */
export function heaviestRising(places: readonly number[], weights: readonly number[]): number[] {
  const ranks = new Map(places.toSorted((a, b) => a - b).map((place, rank) => [place, rank + 1]))
  // A Fenwick tree of the best series that ends at or before a rank; each node holds the pair that it ends with.
  const tree = new Int32Array(places.length + 1).fill(-1)
  const sums: number[] = []
  const before: number[] = []
  let last = -1
  for (const [index, place] of places.entries()) {
    const rank = ranks.get(place) ?? 0
    const previous = bestUpTo(tree, sums, rank - 1)
    const sum = (sums[previous] ?? 0) + (weights[index] ?? 0)
    sums.push(sum)
    before.push(previous)
    for (let at = rank; at < tree.length; at += at & -at) if (sum > (sums[tree[at] ?? -1] ?? 0)) tree[at] = index
    if (sum > (sums[last] ?? 0)) last = index
  }
  const series: number[] = []
  for (let at = last; at >= 0; at = before[at] ?? -1) series.push(at)
  return series.reverse()
}

function bestUpTo(tree: Int32Array, sums: readonly number[], rank: number): number {
  let best = -1
  for (let at = rank; at > 0; at -= at & -at) {
    const one = tree[at] ?? -1
    if ((sums[one] ?? 0) > (sums[best] ?? 0)) best = one
  }
  return best
}
