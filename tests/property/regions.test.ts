import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchPair } from '../../src/core/match/matchPair'
import { DEFAULT_MATCH_SETTINGS, type RegionMatch } from '../../src/core/match/passageMatch'
import { rangesOverlap, sliceRange, type TextRange } from '../../src/core/text/textRange'
import { anyText, madeUpWord } from '../support/textArbitraries'

function match(a: string, b: string, asideA: readonly TextRange[] = [], asideB: readonly TextRange[] = []) {
  return matchPair({ text: a, setAside: asideA }, { text: b, setAside: asideB }, DEFAULT_MATCH_SETTINGS)
}

const ranges = ({ a, b }: RegionMatch) => ({ a, b })
const mirrored = ({ a, b, kind, score }: RegionMatch) => ({ a: b, b: a, kind, score })
const byPlace = (one: Pick<RegionMatch, 'a' | 'b'>, two: Pick<RegionMatch, 'a' | 'b'>) =>
  one.a.start - two.a.start || one.b.start - two.b.start

const SEPARATORS = [' ', '\u00a0', ', ', '. ', '\n', '\r\n', ' \u200f', '\u00ad ', ' 😀 ', '\u0301 ']
const sentence = (words: readonly string[], picks: readonly number[]) =>
  words.map((word, at) => word + (SEPARATORS[(picks[at % picks.length] ?? 0) % SEPARATORS.length] ?? ' ')).join('')

/** Two texts of one stock of words: parts of one stand in the other, cut, doubled, in another order, between other words. */
const related = fc
  .record({
    words: fc.uniqueArray(madeUpWord, { minLength: 120, maxLength: 120 }),
    picks: fc.array(fc.nat(9), { minLength: 1, maxLength: 5 }),
    aParts: fc.array(fc.tuple(fc.nat(119), fc.nat(60)), { minLength: 1, maxLength: 6 }),
    bParts: fc.array(fc.tuple(fc.nat(119), fc.nat(60)), { minLength: 1, maxLength: 6 }),
    noise: anyText,
  })
  .map(({ words, picks, aParts, bParts, noise }) => {
    const build = (parts: readonly (readonly [number, number])[]) =>
      parts.map(([from, length]) => sentence(words.slice(from, from + length), picks)).join(`\n\n${noise}\n\n`)
    return { a: build(aParts), b: build(bParts) }
  })

describe('regions of generated texts', () => {
  it('are the same, mirrored, when the texts are given in the other order', () => {
    fc.assert(
      fc.property(related, ({ a, b }) => {
        const there = match(a, b).regions.map(mirrored).sort(byPlace)
        const back = match(b, a).regions.map(({ kind, score, ...rest }) => ({
          ...ranges({ kind, score, ...rest }),
          kind,
          score,
        }))
        expect(there).toEqual(back)
      }),
      { numRuns: 200 },
    )
  })

  it('lie inside the text, begin and end outside what is set aside, and hold the passages that they name', () => {
    fc.assert(
      fc.property(related, fc.nat(300), fc.nat(80), ({ a, b }, from, length) => {
        const start = Math.min(from, a.length)
        const aside = { start, endExclusive: Math.min(a.length, start + length) }
        const { passages, regions } = match(a, b, [aside])
        for (const region of regions) {
          for (const [text, range] of [
            [a, region.a],
            [b, region.b],
          ] as const) {
            expect(range.start).toBeGreaterThanOrEqual(0)
            expect(range.endExclusive).toBeLessThanOrEqual(text.length)
            expect(sliceRange(text, range)).toMatch(/\S/u)
          }
          expect(rangesOverlap(aside, { start: region.a.start, endExclusive: region.a.start + 1 })).toBe(false)
          expect(rangesOverlap(aside, { start: region.a.endExclusive - 1, endExclusive: region.a.endExclusive })).toBe(
            false,
          )
          expect(region.score).toBeGreaterThanOrEqual(0)
          expect(region.score).toBeLessThanOrEqual(1)
          for (const index of region.passages) {
            const passage = passages[index]
            expect(
              passage !== undefined && rangesOverlap(passage.a, region.a) && rangesOverlap(passage.b, region.b),
            ).toBe(true)
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  it('are only shifted by an unrelated paragraph that is put in front of one text', () => {
    const copied = fc.record({
      words: fc.uniqueArray(madeUpWord, { minLength: 110, maxLength: 110 }),
      picks: fc.array(fc.nat(9), { minLength: 1, maxLength: 5 }),
      front: fc.integer({ min: 1, max: 60 }),
    })
    fc.assert(
      fc.property(copied, ({ words, picks, front }) => {
        const shared = sentence(words.slice(0, 40), picks)
        const a = `${sentence(words.slice(40, 60), picks)}\n\n${shared}\n\n${sentence(words.slice(60, 80), picks)}`
        const b = `${sentence(words.slice(80, 100), picks)}\n\n${shared}`
        const paragraph = `${Array.from({ length: front }, (_, at) => `lone${at}q`).join(' ')}.\n\n`
        const before = match(a, b).regions.map(ranges)
        const shift = ({ start, endExclusive }: TextRange) => ({
          start: start + paragraph.length,
          endExclusive: endExclusive + paragraph.length,
        })
        expect(before).toHaveLength(1)
        expect(match(paragraph + a, b).regions.map(ranges)).toEqual(
          before.map((region) => ({ a: shift(region.a), b: region.b })),
        )
      }),
      { numRuns: 150 },
    )
  })

  it('are one that covers all words of a text beside itself, however often it repeats them', () => {
    const repeating = fc
      .tuple(fc.array(madeUpWord, { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 20 }), anyText)
      .map(([words, times, noise]) => `${`${words.join(' ')}. `.repeat(times)}${noise}`)
      .filter((text) => text.trim().length > 250)
    fc.assert(
      fc.property(repeating, (text) => {
        const { regions } = match(text, text)
        expect(regions).toHaveLength(1)
        expect(regions[0]).toMatchObject({ kind: 'identical', score: 1 })
        expect(regions[0]?.a).toEqual(regions[0]?.b)
        const left = text.slice(0, regions[0]?.a.start) + text.slice(regions[0]?.a.endExclusive)
        expect(left).not.toMatch(/[\p{L}\p{N}]/u)
      }),
      { numRuns: 100 },
    )
  })
})
