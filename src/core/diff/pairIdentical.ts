import { heaviestRising } from './heaviestRising'

/** For each element of one side the index of its counterpart on the other, -1 where it has none yet. */
export type Pairing = { readonly ofA: Int32Array; readonly ofB: Int32Array }

/** The numbers of both sides say which elements are the same; the weights, of a's, which of two crossing pairs moved. */
export type Numbered = {
  readonly a: readonly number[]
  readonly b: readonly number[]
  readonly weights: readonly number[]
}

/**
 * Pairs elements that are the same, as often as both sides have them: from both ends, then those that stand once on each
 * side and what stands beside them, then those between the same neighbours, then the rest, first to first. After the patience
 * diff of Bram Cohen, with what it leaves over paired too, since it moved.
 */
export function pairIdentical(sides: Numbered): Pairing {
  const { a, b } = sides
  const pairing = { ofA: new Int32Array(a.length).fill(-1), ofB: new Int32Array(b.length).fill(-1) }
  extend(sides, pairing, { a: 0, b: 0 }, 1)
  extend(sides, pairing, { a: a.length - 1, b: b.length - 1 }, -1)
  pairSingles(sides, pairing)
  for (const at of inOrderPairs(pairing, sides.weights)) {
    const to = pairing.ofA[at] ?? -1
    extend(sides, pairing, { a: at + 1, b: to + 1 }, 1)
    extend(sides, pairing, { a: at - 1, b: to - 1 }, -1)
  }
  const gaps = gapsOf(pairing, sides.weights)
  pairByKey(sides, pairing, (side, index) => `${gaps[side][index] ?? 0} ${sides[side][index] ?? 0}`)
  pairByKey(sides, pairing, (side, index) => String(sides[side][index] ?? 0))
  return pairing
}

/** The elements of a whose counterparts rise with them, so that the least of the text is said to have moved. */
export function inOrderPairs({ ofA }: Pairing, weights: readonly number[]): number[] {
  const paired: number[] = []
  ofA.forEach((to, index) => {
    if (to >= 0) paired.push(index)
  })
  const rising = heaviestRising(
    paired.map((index) => ofA[index] ?? -1),
    paired.map((index) => weights[index] ?? 1),
  )
  return rising.map((at) => paired[at] ?? 0)
}

/** Between which pairs in order each element stands: the same number on both sides for the same place. */
export function gapsOf(
  pairing: Pairing,
  weights: readonly number[],
): { readonly a: Int32Array; readonly b: Int32Array } {
  const a = new Int32Array(pairing.ofA.length)
  const b = new Int32Array(pairing.ofB.length)
  let [aDone, bDone, gap] = [0, 0, 0]
  for (const at of [...inOrderPairs(pairing, weights), pairing.ofA.length]) {
    const to = at < pairing.ofA.length ? (pairing.ofA[at] ?? 0) : pairing.ofB.length
    a.fill(gap, aDone, at + 1)
    b.fill(gap, bDone, to + 1)
    ;[aDone, bDone, gap] = [at + 1, to + 1, gap + 1]
  }
  return { a, b }
}

/** Pairs what is the same from a place on, one way, until something differs or is paired already. */
function extend(
  { a, b }: Numbered,
  { ofA, ofB }: Pairing,
  from: { readonly a: number; readonly b: number },
  step: 1 | -1,
): void {
  let { a: aAt, b: bAt } = from
  while (aAt >= 0 && bAt >= 0 && aAt < a.length && bAt < b.length) {
    if (a[aAt] !== b[bAt] || ofA[aAt] !== -1 || ofB[bAt] !== -1) return
    ofA[aAt] = bAt
    ofB[bAt] = aAt
    aAt += step
    bAt += step
  }
}

function pairSingles({ a, b }: Numbered, { ofA, ofB }: Pairing): void {
  const inB = singles(b, ofB)
  for (const [number, at] of singles(a, ofA)) {
    const to = inB.get(number) ?? -1
    if (at < 0 || to < 0) continue
    ofA[at] = to
    ofB[to] = at
  }
}

/** Where each number stands among what is not paired; -1 where it stands more than once. */
function singles(numbers: readonly number[], paired: Int32Array): Map<number, number> {
  const places = new Map<number, number>()
  numbers.forEach((number, index) => {
    if (paired[index] === -1) places.set(number, places.has(number) ? -1 : index)
  })
  return places
}

/** Pairs what has the same key, the first of a with the first of b. */
function pairByKey(sides: Numbered, { ofA, ofB }: Pairing, keyOf: (side: 'a' | 'b', index: number) => string): void {
  const waiting = new Map<string, { readonly places: number[]; next: number }>()
  ofB.forEach((paired, index) => {
    if (paired !== -1) return
    const key = keyOf('b', index)
    const known = waiting.get(key)
    if (known === undefined) waiting.set(key, { places: [index], next: 0 })
    else known.places.push(index)
  })
  for (let index = 0; index < sides.a.length; index += 1) {
    if (ofA[index] !== -1) continue
    const known = waiting.get(keyOf('a', index))
    const to = known?.places[known.next]
    if (known === undefined || to === undefined) continue
    known.next += 1
    ofA[index] = to
    ofB[to] = index
  }
}
