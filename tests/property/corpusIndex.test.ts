import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CorpusIndex, MOST_SOURCES, MOST_SOURCES_SHORT, UNCAPPED_SOURCES } from '../../src/core/match/corpusIndex'
import { GRAM, type SourceGrams } from '../../src/core/match/sourceGrams'

const KINDS = Object.values(GRAM)

/** Few grams, so that sources share them; the kind is a part of what a gram is. */
const source: fc.Arbitrary<SourceGrams> = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.boolean()), { maxLength: 6, selector: ([hash]) => hash })
  .map((grams) => gramsOf(grams.map(([hash, quoted]) => [hash * 4 + (hash % 4), quoted])))

function gramsOf(grams: readonly (readonly [number, boolean])[]): SourceGrams {
  return {
    hashes: Int32Array.from(grams, ([hash]) => hash),
    kinds: Uint8Array.from(grams, ([hash]) => KINDS[hash % 4] ?? 0),
    quoted: Uint8Array.from(grams, ([, quoted]) => (quoted ? 1 : 0)),
  }
}

/** Which of the sources are candidates of each other, by their places in the list. */
function candidates(index: CorpusIndex, slots: readonly number[]): string[] {
  return slots.flatMap((one, a) =>
    slots.slice(a + 1).flatMap((other, b) => (index.isCandidate(one, other) ? [`${a} ${a + 1 + b}`] : [])),
  )
}

function fresh(sources: readonly SourceGrams[]): string[] {
  const index = new CorpusIndex()
  return candidates(
    index,
    sources.map((grams) => index.add(grams)),
  )
}

describe('the index of a corpus', () => {
  it('is the same whatever came and went before', () => {
    const sources = fc.array(source, { minLength: 1, maxLength: 14 })
    fc.assert(
      fc.property(sources, sources, fc.infiniteStream(fc.nat()), (kept, gone, picks) => {
        const index = new CorpusIndex()
        const leaving = gone.map((grams) => index.add(grams))
        const slots: number[] = []
        for (const grams of kept) {
          slots.push(index.add(grams))
          const pick = picks.next().value as number
          if (pick % 2 === 0 && leaving.length > 0) index.remove(leaving.splice(pick % leaving.length, 1)[0] ?? 0)
        }
        for (const slot of leaving) index.remove(slot)
        expect(candidates(index, slots)).toEqual(fresh(kept))
      }),
    )
  })

  it('is the same on both sides of the number of sources at which caps begin', () => {
    const common = gramsOf([[0, false]])
    const many = Array.from({ length: UNCAPPED_SOURCES }, () => common)
    const index = new CorpusIndex()
    const slots = many.map((grams) => index.add(grams))
    const pairs = (UNCAPPED_SOURCES * (UNCAPPED_SOURCES - 1)) / 2
    expect(candidates(index, slots)).toHaveLength(pairs)
    const last = index.add(gramsOf([]))
    expect(candidates(index, slots)).toEqual([])
    index.remove(last)
    expect(candidates(index, slots)).toHaveLength(pairs)
  })

  it('pairs what shares a long gram or several weaker ones, and passes over what too many have', () => {
    const [long, quoted, short, word] = [0, 1, 2, 3].map((kind) => [4, 8, 12, 16, 20, 24].map((hash) => hash + kind))
    const alike = (grams: readonly number[], marks = false) => {
      const one = gramsOf(grams.map((hash) => [hash, marks]))
      return fresh([one, one]).length === 1
    }
    expect(alike(long?.slice(0, 1) ?? [])).toBe(true)
    expect([alike(quoted?.slice(0, 1) ?? []), alike(quoted?.slice(0, 1) ?? [], true)]).toEqual([false, true])
    expect([alike(short?.slice(0, 1) ?? []), alike(short?.slice(0, 1) ?? [], true)]).toEqual([false, true])
    expect(alike(short?.slice(0, 2) ?? [])).toBe(true)
    expect([alike(word?.slice(0, 5) ?? []), alike(word ?? [])]).toEqual([false, true])
    const shorts = Array.from({ length: MOST_SOURCES_SHORT + 1 }, () => gramsOf([[4 + 2, true]]))
    expect([fresh(shorts).length, fresh(shorts.slice(1)).length > 0]).toEqual([0, true])
    const filler = Array.from({ length: UNCAPPED_SOURCES }, () => gramsOf([]))
    const longs = Array.from({ length: MOST_SOURCES + 1 }, () => gramsOf([[4, false]]))
    expect([fresh([...longs, ...filler]).length, fresh([...longs.slice(1), ...filler]).length > 0]).toEqual([0, true])
  })
})
