import { intAt } from './growingInts'
import type { PairWords } from './pairWords'
import type { ReadText } from './readText'
import { isBarred, type Words } from './regionExtent'

/** Share of the nats of the pair's best piece that the others must have: beside a copied page, sharing a topic is no reuse. */
export const LEAST_SHARE_OF_BEST = 0.3
/** Nats from which a piece stands whatever the best has: more asks more of the small ones beside a long copy. */
export const ENOUGH_NATS = 150
/** Words between two pieces that follow each other in both texts, up to which they are one: more joins what is apart. */
export const JOINED_GAP = 12
/** Words up to which they are one if what stands between them is shared too. */
export const MOST_GAP = 1_000
/** Share of the words between two pieces that must be shared then. */
export const GAP_SHARE = 0.7

export type Sides = { readonly a: Words; readonly b: Words }
/** Two stretches of words that explain each other; `nats` says how much likelier they are so than by chance. */
export type Piece = Sides & { readonly nats: number }

/**
 * Leaves out what is weak beside the best, and what repeats a stronger piece; joins pieces that run on in one another, or follow
 * each other closely, in both texts. Linear in the words of the pieces.
 */
export function choosePieces(pair: PairWords, found: readonly Piece[]): readonly Piece[] {
  const { a, b } = pair
  const sorted = [...found].sort(
    (one, two) => two.nats - one.nats || one.a.from - two.a.from || one.b.from - two.b.from,
  )
  const least = Math.min(ENOUGH_NATS, (sorted[0]?.nats ?? 0) * LEAST_SHARE_OF_BEST)
  const owners = { a: new Int32Array(a.read.count), b: new Int32Array(b.read.count) }
  const chosen: Piece[] = []
  for (const piece of sorted) {
    if (piece.nats < least) break
    const inA = ownersIn(owners.a, piece.a)
    const inB = ownersIn(owners.b, piece.b)
    if (inA.owned * 2 > piece.a.to - piece.a.from || inB.owned * 2 > piece.b.to - piece.b.from) continue
    const both = [...inA.owners].find((owner) => inB.owners.has(owner))
    const owner = both ?? chosen.length + 1
    const owning = chosen[owner - 1]
    if (owning !== undefined && !runsOn(owning, piece)) continue
    chosen[owner - 1] = owning === undefined ? piece : union(owning, piece)
    own(owners.a, piece.a, owner)
    own(owners.b, piece.b, owner)
  }
  return joinPieces(pair, chosen)
}

/** True when a piece goes on where another ends, or before it begins, in both texts. */
function runsOn(one: Piece, two: Piece): boolean {
  const after = two.a.from > one.a.from && two.b.from > one.b.from && two.a.to > one.a.to && two.b.to > one.b.to
  return after || (two.a.from < one.a.from && two.b.from < one.b.from && two.a.to < one.a.to && two.b.to < one.b.to)
}

function union(one: Piece, two: Piece): Piece {
  return { a: span(one.a, two.a), b: span(one.b, two.b), nats: one.nats + two.nats }
}

function span(one: Words, two: Words): Words {
  return { from: Math.min(one.from, two.from), to: Math.max(one.to, two.to) }
}

/** Joins pieces that follow each other closely in both texts: long copies grow in parts. */
function joinPieces(pair: PairWords, pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = []
  for (const piece of [...pieces].sort((one, two) => one.a.from - two.a.from || one.b.from - two.b.from)) {
    const last = joined.at(-1)
    if (last !== undefined && areOne(pair, last, piece)) joined[joined.length - 1] = union(last, piece)
    else joined.push(piece)
  }
  return joined
}

function areOne({ a, b }: PairWords, one: Piece, two: Piece): boolean {
  if (!runsOn(one, two)) return false
  const inA = gapBetween(one.a, two.a)
  const inB = gapBetween(one.b, two.b)
  const longer = Math.max(inA.to - inA.from, inB.to - inB.from)
  if (longer > MOST_GAP || hasBar(a.read, inA) || hasBar(b.read, inB)) return false
  return longer <= JOINED_GAP || sharedStems(a.read, inA, b.read, inB) >= longer * GAP_SHARE
}

function gapBetween(one: Words, two: Words): Words {
  return { from: Math.min(one.to, two.from), to: Math.max(one.to, two.from) }
}

function hasBar(read: ReadText, gap: Words): boolean {
  for (let at = gap.from; at <= gap.to; at++) if (isBarred(read, at)) return true
  return false
}

// How often each stem of a vocabulary stands in one of two stretches while they are compared; all 0 in between.
let timesLeft = new Int32Array(4_096)

function widened(values: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(length)
  wider.set(values)
  return wider
}

/** How many words the two stretches share, in any order. */
export function sharedStems(a: ReadText, aWords: Words, b: ReadText, bWords: Words): number {
  for (let word = aWords.from; word < aWords.to; word++) {
    const stem = intAt(a.stems, word)
    if (stem >= timesLeft.length) timesLeft = widened(timesLeft, 2 * stem)
    timesLeft[stem] = intAt(timesLeft, stem) + 1
  }
  let shared = 0
  for (let word = bWords.from; word < bWords.to; word++) {
    const stem = intAt(b.stems, word)
    const times = stem < timesLeft.length ? intAt(timesLeft, stem) : 0
    if (times === 0) continue
    shared++
    timesLeft[stem] = times - 1
  }
  for (let word = aWords.from; word < aWords.to; word++) timesLeft[intAt(a.stems, word)] = 0
  return shared
}

function own(owners: Int32Array, words: Words, owner: number): void {
  for (let word = words.from; word < words.to; word++) if (owners[word] === 0) owners[word] = owner
}

function ownersIn(owners: Int32Array, words: Words): { readonly owned: number; readonly owners: ReadonlySet<number> } {
  const seen = new Set<number>()
  let owned = 0
  let last = 0
  for (let word = words.from; word < words.to; word++) {
    const owner = owners[word] ?? 0
    if (owner === 0) continue
    owned++
    if (owner !== last) seen.add(owner)
    last = owner
  }
  return { owned, owners: seen }
}
