import { sliceRange, type TextRange } from '../text/textRange'
import { diffSegments } from './diffPassage'
import { heaviestRising } from './heaviestRising'
import { pairIdentical, type Pairing } from './pairIdentical'
import { pairSimilar } from './pairSimilar'
import type { DiffSegment } from './passageDiff'
import { findSplits, unpaired } from './findSplits'
import { versionParagraphs, type VersionedText, type VersionParagraph } from './versionParagraphs'
import type { VersionCounts, VersionRow, VersionRowKind } from './versionRows'

/** How a long comparison is stopped and followed; `onProgress` gets 0 to 1. */
export type ComparisonControl = {
  readonly shouldStop: () => boolean
  readonly onProgress: (done: number) => void
}

export type VersionDifference = { readonly rows: readonly VersionRow[]; readonly counts: VersionCounts }

/** Share of the progress that pairing the paragraphs takes; the rest is the words in them. */
export const PAIRING_SHARE = 0.3

/** A row before its words are compared; places are paragraphs, or pieces of them. */
type Pair = {
  readonly from: TextRange | null
  readonly to: TextRange | null
  readonly part: VersionRow['part']
  readonly isSame: boolean
  readonly weight: number
}

/**
 * The difference of two versions of a text, paragraph by paragraph and word by word, in reading order of the later one; what
 * was removed stands where it stood. Identical paragraphs are paired first, then split and joined ones, then similar ones; of
 * paragraphs that changed places, those with the fewest words are said to have moved. Null when it was stopped.
 */
export function compareVersions(
  from: VersionedText,
  to: VersionedText,
  control: ComparisonControl | null = null,
): VersionDifference | null {
  const pairs = pairParagraphs(from, to)
  control?.onProgress(PAIRING_SHARE)
  const { order, moved } = readingOrder(pairs)
  const rows: VersionRow[] = []
  const counts: Record<VersionRowKind, number> = {
    same: 0,
    changed: 0,
    moved: 0,
    movedAndChanged: 0,
    added: 0,
    removed: 0,
  }
  let [fromDone, toDone] = [0, 0]
  for (const [index, pair] of order.entries()) {
    if (control?.shouldStop() === true) return null
    const fromRange = pair.from ?? { start: fromDone, endExclusive: fromDone }
    const toRange = pair.to ?? { start: toDone, endExclusive: toDone }
    const segments = segmentsOf(pair, from.text, fromRange, to.text, toRange)
    const isSame = pair.isSame || segments.every((segment) => segment.kind === 'equal')
    const kind = kindOf({ ...pair, isSame }, moved.has(pair))
    const typography = isTypography(kind, sliceRange(from.text, fromRange), sliceRange(to.text, toRange))
    rows.push({ kind, from: pair.from, to: pair.to, part: pair.part, typography, segments })
    counts[kind] += 1
    if (!moved.has(pair)) fromDone = fromRange.endExclusive
    toDone = toRange.endExclusive
    control?.onProgress(PAIRING_SHARE + ((1 - PAIRING_SHARE) * (index + 1)) / order.length)
  }
  return { rows, counts }
}

function pairParagraphs(from: VersionedText, to: VersionedText): Pair[] {
  const a = versionParagraphs(from)
  const b = versionParagraphs(to)
  const numbers = new Map<string, number>()
  const numberOf = ({ keys }: VersionParagraph): number => {
    const key = keys.join(' ')
    const known = numbers.get(key) ?? numbers.size
    numbers.set(key, known)
    return known
  }
  const weights = a.map(weightOf)
  const pairing = pairIdentical({ a: a.map(numberOf), b: b.map(numberOf), weights })
  const parts = pairParts(a, b, pairing)
  pairSimilar(a, b, pairing)
  return [...parts, ...wholePairs(a, b, pairing)]
}

function weightOf({ size }: Pick<VersionParagraph, 'size'>): number {
  return Math.max(1, size)
}

/** Marks what was split or joined as paired, so that it is not taken for something else. */
const IN_PARTS = -2

function pairParts(a: readonly VersionParagraph[], b: readonly VersionParagraph[], { ofA, ofB }: Pairing): Pair[] {
  const pairs: Pair[] = []
  const put = (one: VersionParagraph | undefined, piece: TextRange, part: 'split' | 'joined'): void => {
    if (one === undefined) return
    const range = part === 'split' ? { from: piece, to: one.range } : { from: one.range, to: piece }
    pairs.push({ ...range, part, isSame: false, weight: weightOf(one) })
  }
  for (const { whole, parts, pieces } of findSplits(a, b, { wholes: unpaired(ofA), parts: unpaired(ofB) })) {
    ofA[whole] = IN_PARTS
    for (const [index, part] of parts.entries()) {
      ofB[part] = IN_PARTS
      put(b[part], pieces[index] ?? { start: 0, endExclusive: 0 }, 'split')
    }
  }
  for (const { whole, parts, pieces } of findSplits(b, a, { wholes: unpaired(ofB), parts: unpaired(ofA) })) {
    ofB[whole] = IN_PARTS
    for (const [index, part] of parts.entries()) {
      ofA[part] = IN_PARTS
      put(a[part], pieces[index] ?? { start: 0, endExclusive: 0 }, 'joined')
    }
  }
  return pairs
}

function wholePairs(a: readonly VersionParagraph[], b: readonly VersionParagraph[], { ofA, ofB }: Pairing): Pair[] {
  const pairs: Pair[] = []
  a.forEach((paragraph, index) => {
    const to = ofA[index] ?? -1
    if (to === IN_PARTS) return
    const other = b[to]
    const isSame = other !== undefined && sameKeys(paragraph.keys, other.keys)
    pairs.push({ from: paragraph.range, to: other?.range ?? null, part: null, isSame, weight: weightOf(paragraph) })
  })
  b.forEach(({ range, size }, index) => {
    if (ofB[index] === -1) pairs.push({ from: null, to: range, part: null, isSame: false, weight: weightOf({ size }) })
  })
  return pairs
}

function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index])
}

/** The rows in order of the later text, each removed one behind what it stood behind; and those that moved. */
function readingOrder(pairs: readonly Pair[]): { readonly order: readonly Pair[]; readonly moved: ReadonlySet<Pair> } {
  const inFrom = pairs
    .filter(({ from }) => from !== null)
    .toSorted((one, other) => startOf(one.from) - startOf(other.from))
  const inBoth = inFrom.filter(({ to }) => to !== null)
  const rising = heaviestRising(
    inBoth.map(({ to }) => startOf(to)),
    inBoth.map(({ weight }) => weight),
  )
  const standing = new Set(rising.map((index) => inBoth[index]))
  const behind = new Map<Pair | null, Pair[]>()
  let last: Pair | null = null
  for (const pair of inFrom) {
    if (standing.has(pair)) last = pair
    if (pair.to !== null) continue
    const others = behind.get(last)
    if (others === undefined) behind.set(last, [pair])
    else others.push(pair)
  }
  const inTo = pairs.filter(({ to }) => to !== null).toSorted((one, other) => startOf(one.to) - startOf(other.to))
  const order = [...(behind.get(null) ?? [])]
  for (const pair of inTo) order.push(pair, ...(behind.get(pair) ?? []))
  return { order, moved: new Set(inBoth.filter((pair) => !standing.has(pair))) }
}

function startOf(range: TextRange | null): number {
  return range?.start ?? 0
}

function kindOf({ from, to, isSame }: Pair, isMoved: boolean): VersionRowKind {
  if (from === null) return 'added'
  if (to === null) return 'removed'
  if (isMoved) return isSame ? 'moved' : 'movedAndChanged'
  return isSame ? 'same' : 'changed'
}

function isTypography(kind: VersionRowKind, from: string, to: string): boolean {
  return (kind === 'same' || kind === 'moved') && from !== to
}

function segmentsOf(
  pair: Pair,
  fromText: string,
  from: TextRange,
  toText: string,
  to: TextRange,
): readonly DiffSegment[] {
  if (pair.from === null) return [{ kind: 'put in', a: from, b: to }]
  if (pair.to === null) return [{ kind: 'left out', a: from, b: to }]
  return pair.isSame ? [{ kind: 'equal', a: from, b: to }] : diffSegments(fromText, from, toText, to)
}
