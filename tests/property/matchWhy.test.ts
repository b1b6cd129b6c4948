import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainPair } from '../../src/core/match/explainMatch'
import { matchTexts } from '../../src/core/match/matchTexts'
import { MATCH_KINDS } from '../../src/core/match/passageMatch'
import { readText } from '../../src/core/match/readText'
import { Vocabulary } from '../../src/core/match/vocabulary'
import { generalWeights } from '../../src/core/match/weights'
import { paragraphsOf } from '../../src/core/text/paragraphs'
import { rangesOverlap } from '../../src/core/text/textRange'
import { anyText } from '../support/textArbitraries'

const WORDS = 'the of a said lantern harbour storm seven okay O.K. 28,000 mayor’s שלום été 😀 “ ” .'.split(' ')
const wordyText = fc
  .array(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 }), { minLength: 1, maxLength: 6 })
  .map((paragraphs) => paragraphs.map((words) => words.join(' ')).join('\n\n'))
const text = fc.oneof(wordyText, anyText)
const settings = fc.record({
  smallestPassageWords: fc.integer({ min: 3, max: 8 }),
  leastScore: fc.constantFrom(0, 0.1, 0.4),
  kinds: fc.subarray([...MATCH_KINDS], { minLength: 2 }),
})
const aside = fc.constantFrom([], [{ start: 2, endExclusive: 9 }])

describe('the reasons for a match', () => {
  it('are those of the matcher: every passage is said to match, with all thresholds met', () => {
    let passages = 0
    fc.assert(
      fc.property(text, wordyText, text, settings, (own, shared, other, chosen) => {
        const vocabulary = new Vocabulary()
        const weights = generalWeights(vocabulary)
        const a = readText({ text: `${own} ${shared}`, setAside: [] }, vocabulary)
        const b = readText({ text: `${shared}\n\n${other}`, setAside: [] }, vocabulary)
        for (const passage of matchTexts(a, b, chosen, weights).passages) {
          passages++
          const explanation = explainPair(a, passage.a, b, passage.b, chosen, weights)
          expect(explanation.matched).toBe(true)
          expect(explanation.thresholds.filter(({ met }) => !met)).toEqual([])
          expect(explanation.score).toBeGreaterThanOrEqual(chosen.leastScore)
        }
      }),
      { numRuns: 400 },
    )
    expect(passages).toBeGreaterThan(100)
  })

  it('hold for any two paragraphs: a match is listed there, or a threshold is missed', () => {
    fc.assert(
      fc.property(text, text, text, settings, aside, (own, shared, other, chosen, setAside) => {
        const vocabulary = new Vocabulary()
        const weights = generalWeights(vocabulary)
        const inA = `${own}\n\n${shared}`
        const inB = `${shared}\n\n${other}`
        const a = readText(
          { text: inA, setAside: setAside.filter((range) => range.endExclusive <= inA.length) },
          vocabulary,
        )
        const b = readText({ text: inB, setAside: [] }, vocabulary)
        const { passages } = matchTexts(a, b, chosen, weights)
        for (const aRange of paragraphsOf(inA).slice(0, 3)) {
          for (const bRange of paragraphsOf(inB).slice(0, 3)) {
            const { matched, thresholds } = explainPair(a, aRange, b, bRange, chosen, weights)
            expect(thresholds.every(({ met }) => met)).toBe(matched)
            const there = passages.some((one) => rangesOverlap(one.a, aRange) && rangesOverlap(one.b, bRange))
            if (matched) expect(there).toBe(true)
            for (const { needed, value, met } of thresholds) expect(value >= needed).toBe(met)
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})
