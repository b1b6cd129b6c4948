import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { comparedPassageSchema } from '../../src/contract/schemas'
import { DEFAULT_MATCH_SETTINGS } from '../../src/core/match/passageMatch'
import { comparePair } from '../../src/main/jobs/comparePair'

const A = { text: 'She adds, "We need to know if you\'re okay." Then silence.', setAside: [] }
const B = { text: 'Shouting “We need to know if you’re O.K.” into the dark.', setAside: [] }
const PAIR = { a: A, b: B, settings: DEFAULT_MATCH_SETTINGS, decisions: [] }

describe('comparing a pair', () => {
  it('gives passages as the contract has them, with their differences, and the time of the matching alone', () => {
    const times = [100, 107]
    const result = comparePair(PAIR, undefined, () => times.shift() ?? 9_999)
    expect(result).toEqual({
      passages: [
        {
          id: '11-41:10-40',
          kind: 'near',
          quotation: true,
          score: expect.closeTo(0.59, 2) as number,
          a: { start: 11, endExclusive: 41 },
          b: { start: 10, endExclusive: 40 },
          segments: [
            { kind: 'equal', a: { start: 11, endExclusive: 37 }, b: { start: 10, endExclusive: 36 } },
            { kind: 'replaced', a: { start: 37, endExclusive: 41 }, b: { start: 36, endExclusive: 40 } },
          ],
          differences: 1,
          decisionId: null,
        },
      ],
      regions: [],
      complete: true,
      elapsedMs: 7,
    })
    expect(v.safeParse(v.array(comparedPassageSchema), result.passages).success).toBe(true)
  })

  it('has no passages and is not complete when it is stopped', () => {
    const control = { shouldStop: () => true, onProgress: () => {} }
    expect(comparePair(PAIR, control, () => 0)).toEqual({
      passages: [],
      regions: [],
      complete: false,
      elapsedMs: 0,
    })
  })

  it('tells a progress that never falls and ends at 1', () => {
    const told: number[] = []
    const control = { shouldStop: () => false, onProgress: (done: number) => told.push(done) }
    comparePair(PAIR, control, () => 0)
    expect(told).toEqual([...told].sort((one, two) => one - two))
    expect(told.at(-1)).toBeCloseTo(1)
  })
})
