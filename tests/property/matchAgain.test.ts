import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KeptInts, MOST_KEPT } from '../../src/core/match/keptInts'
import { matchPair } from '../../src/core/match/matchPair'
import { DEFAULT_MATCH_SETTINGS } from '../../src/core/match/passageMatch'
import { anyText } from '../support/textArbitraries'

const WORDS = [
  'harbour',
  'light',
  'the',
  'of',
  'keeper',
  'said',
  '“she',
  'went”',
  'café',
  'cafe\u0301',
  '😀',
  'שלום',
  '漢字',
  'two',
  'hundred',
]
const GAPS = [' ', ' ', ' ', '. ', '\u00a0', '\r\n\r\n', '\u00ad', ', ']

const prose = fc.oneof(
  fc
    .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...GAPS)), { minLength: 20, maxLength: 120 })
    .map((parts) => parts.flat().join('')),
  anyText,
)

/** Two texts that share a part, in another place. */
const sharing = fc.tuple(prose, prose, prose).map(([own, shared, other]) => [own + shared, shared + other] as const)

function match(a: string, b: string) {
  return matchPair({ text: a, setAside: [] }, { text: b, setAside: [] }, DEFAULT_MATCH_SETTINGS)
}

describe('arrays that are kept from one matching to the next', () => {
  it('leave nothing of one pair in the next', () => {
    fc.assert(
      fc.property(sharing, sharing, ([a, b], [c, d]) => {
        const first = match(a, b)
        match(c, d)
        match(d, a)
        expect(match(a, b)).toEqual(first)
      }),
      { numRuns: 300 },
    )
  })

  it('are zeros of the length asked for, whatever was written before', () => {
    const kept = new KeptInts()
    for (const length of [3, 5_000, 4, MOST_KEPT + 1, 5_000, 0]) {
      const zeros = kept.zeros(length)
      expect([zeros.length, zeros.every((value) => value === 0)]).toEqual([length, true])
      zeros.fill(7)
    }
  })
})
