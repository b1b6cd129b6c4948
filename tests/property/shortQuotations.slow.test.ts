import { describe, expect, it } from 'vitest'
import { matchPair } from '../../src/core/match/matchPair'
import { DEFAULT_MATCH_SETTINGS } from '../../src/core/match/passageMatch'
import type { TextRange } from '../../src/core/text/textRange'
import { plantQuotations, type PlantedQuotation } from '../support/generator/plantQuotations'

const PAIRS = 80
/** Share of a planted quotation that must lie in one passage, on both sides. */
const COVERED = 0.6

function covered(planted: TextRange, found: TextRange): number {
  const common = Math.min(planted.endExclusive, found.endExclusive) - Math.max(planted.start, found.start)
  return Math.max(0, common) / (planted.endExclusive - planted.start)
}

function measure(marks: 'both' | 'one' | 'none', wanted: (planted: PlantedQuotation) => boolean) {
  let found = 0
  let sought = 0
  let listed = 0
  let right = 0
  for (const { a, b, planted } of plantQuotations({ seed: 11, pairs: PAIRS, marks })) {
    const { passages } = matchPair({ text: a, setAside: [] }, { text: b, setAside: [] }, DEFAULT_MATCH_SETTINGS)
    listed += passages.length
    right += passages.filter((one) =>
      planted.some((each) => covered(each.a, one.a) > 0 && covered(each.b, one.b) > 0),
    ).length
    for (const each of planted.filter(wanted)) {
      sought++
      if (passages.some((one) => Math.min(covered(each.a, one.a), covered(each.b, one.b)) >= COVERED)) found++
    }
  }
  return { recall: found / sought, precision: right / Math.max(1, listed) }
}

describe('quotations of four to ten words in articles that have nothing else in common', () => {
  it('are found where both articles have the marks', () => {
    const { recall, precision } = measure('both', () => true)
    expect(recall).toBeGreaterThanOrEqual(0.95)
    expect(precision).toBeGreaterThanOrEqual(0.9)
  })

  it('are found where one article has the marks', () => {
    const { recall, precision } = measure('one', () => true)
    expect(recall).toBeGreaterThanOrEqual(0.95)
    expect(precision).toBeGreaterThanOrEqual(0.9)
  })

  it('are found from five unchanged words on where none has', () => {
    const { recall, precision } = measure('none', ({ words, changed }) => words >= 5 && changed === 0)
    expect(recall).toBeGreaterThanOrEqual(0.95)
    expect(precision).toBeGreaterThanOrEqual(0.9)
  })
})
