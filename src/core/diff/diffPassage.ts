import { sliceRange, type TextRange } from '../text/textRange'
import { type Token, tokensOf } from '../text/tokens'
import { absorbWeakBlocks, alignTokens, type Block } from './alignTokens'
import type { DiffSegment, Edit } from './passageDiff'

/** Equal marks in a row, between two differences, that are counted with them: `medics. But,` against `medics, but`. */
export const MARKS_ABSORBED = 3

/**
 * Rewrites `a` into `b`, in whole words and marks. Without inserts the texts join to `a`, without deletes to `b`, to the
 * character; equal ones are the same characters. Equal and changed steps alternate, a delete before its insert.
 */
export function diffEdits(a: string, b: string): Edit[] {
  const aTokens = tokensOf(a)
  const bTokens = tokensOf(b)
  const keyOf = (text: string) => (token: Token) => text.slice(token.start, token.endExclusive)
  const aligned = alignTokens(aTokens.map(keyOf(a)), bTokens.map(keyOf(b)))
  // Words that were replaced keep the spaces between them in common, and would be cut into crumbs by them.
  const blocks = absorbWeakBlocks(aligned, (block) =>
    aTokens.slice(block.aFrom, block.aTo).every(({ kind }) => kind === 'space'),
  )
  const edits: Edit[] = []
  for (const block of blocks) {
    const aText = textOf(a, aTokens, block.aFrom, block.aTo)
    const bText = textOf(b, bTokens, block.bFrom, block.bTo)
    if (block.equal) edits.push({ op: 'equal', text: aText })
    else {
      if (aText !== '') edits.push({ op: 'delete', text: aText })
      if (bText !== '') edits.push({ op: 'insert', text: bText })
    }
  }
  return edits
}

function textOf(text: string, tokens: readonly Token[], from: number, to: number): string {
  const first = tokens[from]
  const last = tokens[to - 1]
  return first === undefined || last === undefined || to <= from ? '' : text.slice(first.start, last.endExclusive)
}

/** How many of the segments are differences. */
export function countDifferences(segments: readonly DiffSegment[]): number {
  return segments.filter(({ kind }) => kind !== 'equal').length
}

/**
 * The difference of two passages as it is shown: words and marks compared by their characters, upper and lower case told
 * apart. White space, the form of quotation marks and apostrophes, invisible characters and the composition of letters are none.
 * The segments tile both ranges in order. What stands on one side only has an empty range at its place on the other;
 * a word that was put in takes the white space after it along (before it, at the end of the passage), so that each side
 * still reads as it is written.
 */
export function diffSegments(aText: string, aRange: TextRange, bText: string, bRange: TextRange): DiffSegment[] {
  const a = readSide(aText, aRange)
  const b = readSide(bText, bRange)
  const blocks = alignSides(a, b)
  const segments: DiffSegment[] = []
  let aDone = aRange.start
  let bDone = bRange.start
  const push = (kind: DiffSegment['kind'], aTo: number, bTo: number) => {
    if (aTo === aDone && bTo === bDone) return
    segments.push({
      kind,
      a: { start: aDone, endExclusive: aTo },
      b: { start: bDone, endExclusive: bTo },
    })
    aDone = aTo
    bDone = bTo
  }
  for (const block of blocks) {
    if (block.equal) continue
    const places = placesOf(a, b, block)
    push('equal', places.a.start, places.b.start)
    push(places.kind, places.a.endExclusive, places.b.endExclusive)
  }
  push('equal', aRange.endExclusive, bRange.endExclusive)
  return segments
}

/** A passage as it is compared: its words and marks, each with the key under which it counts as the same. */
export type DiffSide = {
  readonly range: TextRange
  readonly tokens: readonly Token[]
  readonly keys: readonly string[]
}

/** Lines two sides up as `diffSegments` shows them: the blocks tile both in order, equal and changed ones alternate. */
export function alignSides(a: DiffSide, b: DiffSide): Block[] {
  return absorbWeakBlocks(alignTokens(a.keys, b.keys), (block) => {
    const marks = a.tokens.slice(block.aFrom, block.aTo)
    return marks.length <= MARKS_ABSORBED && marks.every(({ kind }) => kind === 'punctuation')
  })
}

/** The words and marks of a range that can be seen; white space is none of them. */
export function readSide(text: string, range: TextRange): DiffSide {
  const tokens = tokensOf(text, range).filter(
    (token) => token.kind !== 'space' && displayKey(sliceRange(text, token)) !== '',
  )
  return { range, tokens, keys: tokens.map((token) => displayKey(sliceRange(text, token))) }
}

const INVISIBLE = /\p{Cf}/gu
const DOUBLE_MARKS = /[\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02]/g
const SINGLE_MARKS = /[\u2018\u2019\u201a\u201b\uff07]/g

function displayKey(token: string): string {
  // Articles are composed already; the words of the file itself, which reports quote, may not be.
  return token.replace(INVISIBLE, '').normalize('NFC').replace(DOUBLE_MARKS, '"').replace(SINGLE_MARKS, "'")
}

/** A side around the tokens from `from` up to `to`: where they stand, and the ends of their neighbours. */
type Around = {
  readonly start: number
  readonly end: number
  readonly previousEnd: number
  readonly nextStart: number
  readonly hasPrevious: boolean
  readonly hasNext: boolean
}

function around({ range, tokens }: DiffSide, from: number, to: number): Around {
  const previous = tokens[from - 1]
  const next = tokens[to]
  const previousEnd = previous?.endExclusive ?? range.start
  const nextStart = next?.start ?? range.endExclusive
  return {
    start: from < to ? (tokens[from]?.start ?? previousEnd) : previousEnd,
    end: from < to ? (tokens[to - 1]?.endExclusive ?? nextStart) : previousEnd,
    previousEnd,
    nextStart,
    hasPrevious: previous !== undefined,
    hasNext: next !== undefined,
  }
}

function placesOf(a: DiffSide, b: DiffSide, block: Block): DiffSegment {
  const inA = around(a, block.aFrom, block.aTo)
  const inB = around(b, block.bFrom, block.bTo)
  if (block.aFrom === block.aTo) {
    const { full, empty } = oneSided(inB, inA)
    return { kind: 'put in', a: empty, b: full }
  }
  if (block.bFrom === block.bTo) {
    const { full, empty } = oneSided(inA, inB)
    return { kind: 'left out', a: full, b: empty }
  }
  return {
    kind: 'replaced',
    a: { start: inA.start, endExclusive: inA.end },
    b: { start: inB.start, endExclusive: inB.end },
  }
}

/** The range of tokens that only one side has, with their share of white space, and the place on the other side. */
function oneSided(has: Around, lacks: Around): { readonly full: TextRange; readonly empty: TextRange } {
  const spaceBefore = has.start > has.previousEnd
  const spaceAfter = has.nextStart > has.end
  const at = (offset: number): TextRange => ({ start: offset, endExclusive: offset })
  if (!has.hasNext) {
    const start = has.hasPrevious ? has.previousEnd : has.start
    return { full: { start, endExclusive: has.end }, empty: at(lacks.previousEnd) }
  }
  if (spaceAfter && (spaceBefore || !has.hasPrevious)) {
    return { full: { start: has.start, endExclusive: has.nextStart }, empty: at(lacks.nextStart) }
  }
  const place = spaceBefore ? lacks.nextStart : lacks.previousEnd
  return { full: { start: has.start, endExclusive: has.end }, empty: at(place) }
}
