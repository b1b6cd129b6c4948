import type { TextRange } from '../../src/core/text/textRange'
import type { TextPair } from './benchTexts'

/** What a program says is the same in both texts. UTF-16 offsets. */
export type Stretch = { readonly a: TextRange; readonly b: TextRange }

/** Characters from which a stretch counts as found: without it, whoever lines up single letters would find everything. */
export const LEAST_STRETCH = 20

/** `found`: the share of the planted characters, of both texts, that lie in stretches pairing the right places; `astray`: the share of all characters paired with a wrong place. */
export type Finding = { readonly found: number | null; readonly astray: number }

export function judge(stretches: readonly Stretch[], { a, b, planted }: TextPair): Finding {
  const long = stretches.filter((stretch) => lengthOf(stretch.a) >= LEAST_STRETCH)
  const right = { a: new Uint8Array(a.length), b: new Uint8Array(b.length) }
  const paired = { a: new Uint8Array(a.length), b: new Uint8Array(b.length) }
  const sorted = planted.toSorted((one, two) => one.a.start - two.a.start)
  for (const stretch of long) {
    paired.a.fill(1, stretch.a.start, stretch.a.endExclusive)
    paired.b.fill(1, stretch.b.start, stretch.b.endExclusive)
    for (let at = firstEndingAfter(sorted, stretch.a.start); at < sorted.length; at++) {
      const both = sorted[at]!
      if (both.a.start >= stretch.a.endExclusive) break
      if (both.b.start >= stretch.b.endExclusive || both.b.endExclusive <= stretch.b.start) continue
      fillCommon(right.a, both.a, stretch.a)
      fillCommon(right.b, both.b, stretch.b)
    }
  }
  const wanted = planted.reduce((sum, both) => sum + lengthOf(both.a) + lengthOf(both.b), 0)
  const count = (marks: Uint8Array) => marks.reduce((sum, mark) => sum + mark, 0)
  const hits = count(right.a) + count(right.b)
  return {
    found: wanted === 0 ? null : hits / wanted,
    astray: (count(paired.a) + count(paired.b) - hits) / Math.max(1, a.length + b.length),
  }
}

function lengthOf(range: TextRange): number {
  return range.endExclusive - range.start
}

function fillCommon(marks: Uint8Array, one: TextRange, two: TextRange): void {
  marks.fill(1, Math.max(one.start, two.start), Math.min(one.endExclusive, two.endExclusive))
}

function firstEndingAfter(planted: readonly Stretch[], offset: number): number {
  let low = 0
  let high = planted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (planted[middle]!.a.endExclusive > offset) high = middle
    else low = middle + 1
  }
  return low
}
