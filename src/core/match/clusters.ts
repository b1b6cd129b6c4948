import { rangeContains, type TextRange } from '../text/textRange'

/** Share of their union that two ranges of one source must have in common to be one place: less joins neighbours, more tears one wording apart. */
export const SAME_PLACE_SHARE = 0.6
/** Share of a cluster's members that a place must be matched with to belong to it without being matched with its centre. */
export const MEMBER_SHARE = 0.5

/** A passage that two sources share; sources are numbers, and `aSource` is not `bSource`. */
export type SharedPassage = {
  readonly aSource: number
  readonly bSource: number
  readonly a: TextRange
  readonly b: TextRange
}

/** A range of a source where wording of others stands. */
export type ClusterPlace = { readonly source: number; readonly range: TextRange }

/**
 * Groups the passages of many sources into clusters: places that are the same wording. Ranges of one source that share
 * SAME_PLACE_SHARE are one place. A cluster is the place that is matched with most sources (the centre), the places that are
 * matched with it, and those that are matched with MEMBER_SHARE of its members: wording cannot drift from place to place,
 * since each member is tied to the centre or to half of all. No place is in two clusters; each has at least two sources; and
 * none lies, member for member, within another one, which shows that wording already.
 * `nameOf` gives a source's lasting name, so that the clusters do not depend on the order of sources or passages.
 * Members are in order of source and range, clusters in order of their first member.
 */
export function findClusters(
  passages: readonly SharedPassage[],
  nameOf: (source: number) => string,
): readonly (readonly ClusterPlace[])[] {
  const places = findPlaces(passages)
  const order = rankPlaces(places, nameOf)
  const clusters: ClusterPlace[][] = []
  const taken = new Uint8Array(places.length)
  for (const centre of order) {
    if (taken[centre] === 1) continue
    const members = gather(places, centre, taken)
    if (members === null) continue
    for (const member of members) taken[member] = 1
    clusters.push(members.flatMap((member) => places[member]?.place ?? []).sort(comparePlaces))
  }
  return withoutContained(clusters)
}

/** Leaves out clusters of which every member lies within a member of one other cluster. */
function withoutContained(clusters: readonly ClusterPlace[][]): ClusterPlace[][] {
  const bySource = new Map<number, Set<ClusterPlace[]>>()
  for (const cluster of clusters) {
    for (const { source } of cluster) {
      const there = bySource.get(source)
      if (there === undefined) bySource.set(source, new Set([cluster]))
      else there.add(cluster)
    }
  }
  const liesIn = (inner: ClusterPlace, cluster: readonly ClusterPlace[]) =>
    cluster.some(({ source, range }) => source === inner.source && rangeContains(range, inner.range))
  return clusters.filter((cluster) => {
    const [first] = cluster
    const others = first === undefined ? undefined : bySource.get(first.source)
    for (const other of others ?? [])
      if (other !== cluster && cluster.every((member) => liesIn(member, other))) return false
    return true
  })
}

type Place = { readonly place: ClusterPlace; readonly neighbours: Set<number> }

/** The places of all sources, each with the places that it is matched with. */
function findPlaces(passages: readonly SharedPassage[]): Place[] {
  const bySource = new Map<number, TextRange[]>()
  const add = (source: number, range: TextRange) => {
    const ranges = bySource.get(source)
    if (ranges === undefined) bySource.set(source, [range])
    else ranges.push(range)
  }
  for (const { aSource, bSource, a, b } of passages) {
    add(aSource, a)
    add(bSource, b)
  }
  const places: Place[] = []
  const placeOf = new Map<number, Map<number, number>>()
  for (const [source, ranges] of bySource) {
    const ofSource = new Map<number, number>()
    placeOf.set(source, ofSource)
    for (const { range, merged } of mergeRanges(ranges)) {
      for (const key of merged) ofSource.set(key, places.length)
      places.push({ place: { source, range }, neighbours: new Set() })
    }
  }
  for (const { aSource, bSource, a, b } of passages) {
    const inA = placeOf.get(aSource)?.get(keyOf(a))
    const inB = placeOf.get(bSource)?.get(keyOf(b))
    if (inA === undefined || inB === undefined) continue
    places[inA]?.neighbours.add(inB)
    places[inB]?.neighbours.add(inA)
  }
  return places
}

type Merged = { readonly range: TextRange; readonly merged: readonly number[] }

/** Ranges of one source as places: the commonest range first takes those that share enough with itself, not with each other. */
function mergeRanges(ranges: readonly TextRange[]): Merged[] {
  const counts = new Map<number, { readonly range: TextRange; count: number }>()
  for (const range of ranges) {
    const known = counts.get(keyOf(range))
    if (known === undefined) counts.set(keyOf(range), { range, count: 1 })
    else known.count++
  }
  const byRank = [...counts.values()].sort(
    (one, two) =>
      two.count - one.count ||
      lengthOf(two.range) - lengthOf(one.range) ||
      one.range.start - two.range.start ||
      one.range.endExclusive - two.range.endExclusive,
  )
  const places: { readonly range: TextRange; readonly merged: number[] }[] = []
  for (const { range } of byRank) {
    const place = places.find((one) => sharedShare(one.range, range) >= SAME_PLACE_SHARE)
    if (place === undefined) places.push({ range, merged: [keyOf(range)] })
    else place.merged.push(keyOf(range))
  }
  return places
}

/** The places by how many others they are matched with; ties by length, lasting name and start. */
function rankPlaces(places: readonly Place[], nameOf: (source: number) => string): number[] {
  const names = places.map(({ place }) => nameOf(place.source))
  return places
    .map((_, index) => index)
    .sort((one, two) => {
      const [first, second] = [places[one], places[two]]
      if (first === undefined || second === undefined) return 0
      return (
        second.neighbours.size - first.neighbours.size ||
        lengthOf(second.place.range) - lengthOf(first.place.range) ||
        compareText(names[one] ?? '', names[two] ?? '') ||
        first.place.range.start - second.place.range.start ||
        first.place.range.endExclusive - second.place.range.endExclusive
      )
    })
}

/** The cluster around a centre, of places that are not taken; null when no other source is in it. */
function gather(places: readonly Place[], centre: number, taken: Uint8Array): number[] | null {
  const members = new Set([centre])
  const ties = new Map<number, number>()
  const centreSource = places[centre]?.place.source
  for (const neighbour of places[centre]?.neighbours ?? []) if (taken[neighbour] !== 1) members.add(neighbour)
  if (![...members].some((member) => places[member]?.place.source !== centreSource)) return null
  for (const member of members) {
    for (const near of places[member]?.neighbours ?? [])
      if (taken[near] !== 1 && !members.has(near)) ties.set(near, (ties.get(near) ?? 0) + 1)
  }
  const needed = members.size * MEMBER_SHARE
  for (const [place, count] of ties) if (count >= needed) members.add(place)
  return [...members]
}

/** By source, then by range. */
function comparePlaces(one: ClusterPlace, two: ClusterPlace): number {
  return one.source - two.source || one.range.start - two.range.start || one.range.endExclusive - two.range.endExclusive
}

function sharedShare(one: TextRange, two: TextRange): number {
  const shared = Math.min(one.endExclusive, two.endExclusive) - Math.max(one.start, two.start)
  const union = Math.max(one.endExclusive, two.endExclusive) - Math.min(one.start, two.start)
  return union === 0 ? 1 : shared / union
}

function lengthOf(range: TextRange): number {
  return range.endExclusive - range.start
}

/** Another number for each range of texts of up to 67 million units. */
function keyOf(range: TextRange): number {
  return range.start * 2 ** 26 + range.endExclusive
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
