import { createLikeFinder } from './likeParagraphs'
import { gapsOf, type Pairing } from './pairIdentical'
import { unpaired } from './findSplits'
import { sharedSize, type VersionParagraph } from './versionParagraphs'

/** How like a paragraph in the same place must be to be the same one, edited (0 to 1): less takes new ones for edited ones. */
export const LIKE_IN_PLACE = 0.3
/** The same for one that stands elsewhere. */
export const LIKE_ELSEWHERE = 0.6
/** Words that a paragraph must have to be recognised elsewhere though it was edited. */
export const ELSEWHERE_LEAST_WORDS = 4

type Likeness = { readonly a: number; readonly b: number; readonly score: number; readonly isInPlace: boolean }

/** Pairs paragraphs without a counterpart that share their wording, the likest first. Changes the pairing. */
export function pairSimilar(a: readonly VersionParagraph[], b: readonly VersionParagraph[], pairing: Pairing): void {
  const gaps = gapsOf(
    pairing,
    a.map(({ size }) => Math.max(1, size)),
  )
  const free = unpaired(pairing.ofA)
  const find = createLikeFinder(a, free)
  const beside = besideIn(free, unpaired(pairing.ofB), gaps)
  const likenesses: Likeness[] = []
  for (const index of unpaired(pairing.ofB)) {
    const paragraph = b[index]
    if (paragraph === undefined) continue
    for (const other of new Set([...find(paragraph), ...(beside.get(index) ?? [])])) {
      const isInPlace = gaps.a[other] === gaps.b[index]
      const score = likeness(a[other], paragraph, isInPlace)
      if (score > 0) likenesses.push({ a: other, b: index, score, isInPlace })
    }
  }
  likenesses.sort(
    (one, other) =>
      other.score - one.score || Number(other.isInPlace) - Number(one.isInPlace) || one.a - other.a || one.b - other.b,
  )
  for (const one of likenesses) {
    if (pairing.ofA[one.a] !== -1 || pairing.ofB[one.b] !== -1) continue
    pairing.ofA[one.a] = one.b
    pairing.ofB[one.b] = one.a
  }
}

/** Shared words by Dice's coefficient; 0 where that is too little. */
function likeness(a: VersionParagraph | undefined, b: VersionParagraph, isInPlace: boolean): number {
  if (a === undefined || a.size + b.size === 0) return 0
  const least = isInPlace ? LIKE_IN_PLACE : LIKE_ELSEWHERE
  if (!isInPlace && Math.min(a.size, b.size) < ELSEWHERE_LEAST_WORDS) return 0
  // Before counting: a long paragraph is not read for each short one.
  if ((2 * Math.min(a.size, b.size)) / (a.size + b.size) < least) return 0
  const score = (2 * sharedSize(a, b)) / (a.size + b.size)
  return score >= least ? score : 0
}

/** For each of b those of a that stand as far from the beginning, and from the end, of the same gap. */
function besideIn(
  freeA: readonly number[],
  freeB: readonly number[],
  gaps: { readonly a: Int32Array; readonly b: Int32Array },
): ReadonlyMap<number, readonly number[]> {
  const inA = byGap(freeA, gaps.a)
  const beside = new Map<number, number[]>()
  for (const [gap, ofB] of byGap(freeB, gaps.b)) {
    const ofA = inA.get(gap) ?? []
    for (const [rank, index] of ofB.entries()) {
      const near = [ofA[rank], ofA[ofA.length - ofB.length + rank]]
      beside.set(
        index,
        near.flatMap((one) => one ?? []),
      )
    }
  }
  return beside
}

function byGap(free: readonly number[], gaps: Int32Array): Map<number, number[]> {
  const groups = new Map<number, number[]>()
  for (const index of free) {
    const gap = gaps[index] ?? 0
    const group = groups.get(gap)
    if (group === undefined) groups.set(gap, [index])
    else group.push(index)
  }
  return groups
}
