import { diffArrays } from 'diff'

/** Edits after which a comparison gives up and calls the stretch replaced: more finds finer differences, at quadratic cost. */
export const MOST_EDITS = 800
/** Tokens, on both sides together, from which a comparison is first cut at sequences that stand once in each. */
export const TOKENS_UNCUT = 400
/** Tokens of such a sequence: longer ones are surer and rarer. */
export const ANCHOR_TOKENS = 4

/** A stretch of two sequences, as indexes of tokens; equal ones have the same length. */
export type Block = {
  readonly equal: boolean
  readonly aFrom: number
  readonly aTo: number
  readonly bFrom: number
  readonly bTo: number
}
type Span = Omit<Block, 'equal'>

/**
 * Lines two sequences of keys up. The blocks tile both in order; equal and changed ones alternate. Never fails: a stretch
 * too different to be compared within MOST_EDITS is one changed block (`diff` gives `undefined` there, and no clock is asked).
 */
export function alignTokens(a: readonly string[], b: readonly string[]): Block[] {
  const numbers = new Map<string, number>()
  const numberOf = (key: string): number => {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, numbers.size + 1)
    return numbers.size
  }
  const aNumbers = a.map(numberOf)
  const bNumbers = b.map(numberOf)
  const blocks: Block[] = []
  alignSpan(aNumbers, bNumbers, { aFrom: 0, aTo: a.length, bFrom: 0, bTo: b.length }, blocks)
  return mergeBlocks(blocks)
}

function alignSpan(a: readonly number[], b: readonly number[], span: Span, blocks: Block[]): void {
  let { aFrom, bFrom, aTo, bTo } = span
  while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) {
    aFrom++
    bFrom++
  }
  while (aTo > aFrom && bTo > bFrom && a[aTo - 1] === b[bTo - 1]) {
    aTo--
    bTo--
  }
  blocks.push({ equal: true, aFrom: span.aFrom, aTo: aFrom, bFrom: span.bFrom, bTo: bFrom })
  const inner = { aFrom, aTo, bFrom, bTo }
  if (aFrom === aTo || bFrom === bTo) blocks.push({ equal: false, ...inner })
  else if (aTo - aFrom + bTo - bFrom <= TOKENS_UNCUT) compareSpan(a, b, inner, blocks)
  else alignBetweenAnchors(a, b, inner, blocks)
  blocks.push({ equal: true, aFrom: aTo, aTo: span.aTo, bFrom: bTo, bTo: span.bTo })
}

function alignBetweenAnchors(a: readonly number[], b: readonly number[], span: Span, blocks: Block[]): void {
  let { aFrom, bFrom } = span
  for (const anchor of risingAnchors(a, b, span)) {
    compareSpan(a, b, { aFrom, aTo: anchor.a, bFrom, bTo: anchor.b }, blocks)
    blocks.push({ equal: true, aFrom: anchor.a, aTo: anchor.a + 1, bFrom: anchor.b, bTo: anchor.b + 1 })
    aFrom = anchor.a + 1
    bFrom = anchor.b + 1
  }
  compareSpan(a, b, { aFrom, aTo: span.aTo, bFrom, bTo: span.bTo }, blocks)
}

function compareSpan(a: readonly number[], b: readonly number[], span: Span, blocks: Block[]): void {
  let { aFrom, bFrom } = span
  if (aFrom === span.aTo || bFrom === span.bTo) {
    blocks.push({ equal: false, ...span })
    return
  }
  const changes = diffArrays(a.slice(aFrom, span.aTo), b.slice(bFrom, span.bTo), { maxEditLength: MOST_EDITS })
  if (changes === undefined) {
    blocks.push({ equal: false, ...span })
    return
  }
  for (const { added, removed, count } of changes) {
    const aTo = aFrom + (added ? 0 : count)
    const bTo = bFrom + (removed ? 0 : count)
    blocks.push({ equal: !added && !removed, aFrom, aTo, bFrom, bTo })
    aFrom = aTo
    bFrom = bTo
  }
}

type Anchor = { readonly a: number; readonly b: number }

/** Where a sequence of ANCHOR_TOKENS begins that stands once in each, in the longest series that rises on both sides. */
function risingAnchors(a: readonly number[], b: readonly number[], span: Span): Anchor[] {
  const inA = singleSequences(a, span.aFrom, span.aTo)
  const inB = singleSequences(b, span.bFrom, span.bTo)
  const anchors: Anchor[] = []
  for (const [sequence, aAt] of inA) {
    const bAt = inB.get(sequence)
    if (aAt >= 0 && bAt !== undefined && bAt >= 0) anchors.push({ a: aAt, b: bAt })
  }
  return longestRising(anchors)
}

/** Each sequence and where it begins; -1 for those that stand more than once. */
function singleSequences(tokens: readonly number[], from: number, to: number): Map<string, number> {
  const places = new Map<string, number>()
  for (let at = from; at + ANCHOR_TOKENS <= to; at++) {
    const sequence = tokens.slice(at, at + ANCHOR_TOKENS).join(' ')
    places.set(sequence, places.has(sequence) ? -1 : at)
  }
  return places
}

/** The longest series of anchors, given in order of a, that rises in b too (patience sorting). */
function longestRising(anchors: readonly Anchor[]): Anchor[] {
  const tops: number[] = []
  const before: number[] = []
  anchors.forEach((anchor, index) => {
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((anchors[tops[middle] ?? 0]?.b ?? 0) < anchor.b) low = middle + 1
      else high = middle
    }
    before.push(low > 0 ? (tops[low - 1] ?? -1) : -1)
    tops[low] = index
  })
  const series: Anchor[] = []
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const anchor = anchors[at]
    if (anchor !== undefined) series.push(anchor)
  }
  return series.reverse()
}

/** Joins neighbours of the same sort and drops empty blocks. */
export function mergeBlocks(blocks: readonly Block[]): Block[] {
  const merged: Block[] = []
  for (const block of blocks) {
    if (block.aFrom === block.aTo && block.bFrom === block.bTo) continue
    const last = merged.at(-1)
    if (last?.equal === block.equal) merged[merged.length - 1] = { ...last, aTo: block.aTo, bTo: block.bTo }
    else merged.push(block)
  }
  return merged
}

/** Calls equal blocks changed when they stand between two changed ones and `isWeak` says that they hold nothing to read. */
export function absorbWeakBlocks(blocks: readonly Block[], isWeak: (block: Block) => boolean): Block[] {
  return mergeBlocks(
    blocks.map((block, index) => {
      const between = index > 0 && index < blocks.length - 1
      return block.equal && between && isWeak(block) ? { ...block, equal: false } : block
    }),
  )
}
