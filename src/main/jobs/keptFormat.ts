import * as v from 'valibot'
import { ENGINE_VERSION } from '../../core/match/engineVersion'
import { MATCH_KINDS } from '../../core/match/passageMatch'
import type { PairShared } from './pairResults'

/** Of the file, not of the engine: raised when its shape changes. */
const FORMAT = 1

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const kind = v.picklist(MATCH_KINDS)
const flag = v.picklist([0, 1])
/** Kind, quotation, score, start and end in a, start and end in b. */
const passage = v.strictTuple([kind, flag, share, count, count, count, count])
/** Kind, score, start and end in a, start and end in b, passages. */
const region = v.strictTuple([kind, share, count, count, count, count, v.array(count)])
/** Passages, regions, complete, words of a and of b. */
const pair = v.strictTuple([v.array(passage), v.array(region), flag, count, count])
const keptSchema = v.strictObject({
  format: v.literal(FORMAT),
  engine: v.literal(ENGINE_VERSION),
  first: v.string(),
  pairs: v.array(v.strictTuple([v.string(), pair])),
})

type KeptPair = v.InferOutput<typeof pair>

export function writeKept(first: string, others: ReadonlyMap<string, PairShared>): string {
  const pairs = [...others].map(([second, shared]) => [second, toKept(shared)])
  return JSON.stringify({ format: FORMAT, engine: ENGINE_VERSION, first, pairs })
}

/**
 * What is kept of the text `first` with each other text of the corpus, whose `lengths` are given by identity. Null for what
 * this version did not write, is about another text or does not fit the texts.
 */
export function parseKept(
  content: string,
  first: string,
  lengths: ReadonlyMap<string, number>,
): readonly (readonly [string, PairShared])[] | null {
  const kept = parse(content)
  const aLength = lengths.get(first)
  if (kept === null || kept.first !== first || aLength === undefined) return null
  const pairs: (readonly [string, PairShared])[] = []
  for (const [second, numbers] of kept.pairs) {
    const bLength = lengths.get(second)
    if (bLength === undefined) continue
    const shared = fromKept(numbers)
    if (!fits(shared, aLength, bLength)) return null
    pairs.push([second, shared])
  }
  return pairs
}

/** Of how many pairs a file keeps the result; 0 for what is none. */
export function countKept(content: string | null): number {
  return content === null ? 0 : (parse(content)?.pairs.length ?? 0)
}

function parse(content: string): v.InferOutput<typeof keptSchema> | null {
  try {
    const parsed = v.safeParse(keptSchema, JSON.parse(content), { abortEarly: true })
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}

function toKept({ passages, regions, complete, aWords, bWords }: PairShared): KeptPair {
  return [
    passages.map(({ kind, quotation, score, a, b }): KeptPair[0][number] => [
      kind,
      quotation ? 1 : 0,
      score,
      a.start,
      a.endExclusive,
      b.start,
      b.endExclusive,
    ]),
    regions.map(({ kind, score, a, b, passages: inside }): KeptPair[1][number] => [
      kind,
      score,
      a.start,
      a.endExclusive,
      b.start,
      b.endExclusive,
      [...inside],
    ]),
    complete ? 1 : 0,
    aWords,
    bWords,
  ]
}

function fromKept([passages, regions, complete, aWords, bWords]: KeptPair): PairShared {
  return {
    passages: passages.map(([kind, quotation, score, ...bounds]) => ({
      kind,
      quotation: quotation === 1,
      score,
      ...rangesOf(bounds),
    })),
    regions: regions.map(([kind, score, aStart, aEnd, bStart, bEnd, inside]) => ({
      kind,
      score,
      ...rangesOf([aStart, aEnd, bStart, bEnd]),
      passages: inside,
    })),
    complete: complete === 1,
    aWords,
    bWords,
  }
}

function rangesOf([aStart, aEnd, bStart, bEnd]: readonly [number, number, number, number]) {
  return { a: { start: aStart, endExclusive: aEnd }, b: { start: bStart, endExclusive: bEnd } }
}

function fits({ passages, regions }: PairShared, aLength: number, bLength: number): boolean {
  const inside = (range: { start: number; endExclusive: number }, length: number) =>
    range.start <= range.endExclusive && range.endExclusive <= length
  return (
    [...passages, ...regions].every(({ a, b }) => inside(a, aLength) && inside(b, bLength)) &&
    regions.every((one) => one.passages.every((index) => index < passages.length))
  )
}
