import { describe, expect, it } from 'vitest'
import type { ComparedPassage } from '../../../src/contract/schemas'
import { missingWords, planPassages } from '../../../src/renderer/features/compare/paintPlan'
import { passageName, spokenDifference } from '../../../src/renderer/features/compare/passageWords'
import { witnessPieces } from '../../../src/renderer/features/compare/witnessPieces'
import { countByFilter, sortPassages } from '../../../src/renderer/state/passageOrder'
import { passage } from './passages'

const A = 'You may not over there.'
const B = 'You may not go over there.'
const withGap: ComparedPassage = passage('gap', [0, 23], [0, 26], {
  kind: 'near',
  quotation: true,
  differences: 1,
  segments: [
    { kind: 'equal', a: { start: 0, endExclusive: 12 }, b: { start: 0, endExclusive: 12 } },
    { kind: 'put in', a: { start: 12, endExclusive: 12 }, b: { start: 12, endExclusive: 15 } },
    { kind: 'equal', a: { start: 12, endExclusive: 23 }, b: { start: 15, endExclusive: 26 } },
  ],
})

describe('the list of passages', () => {
  const list = [
    passage('p', [50, 60], [0, 10]),
    passage('q', [0, 90], [40, 130], { kind: 'reworded', differences: 3 }),
    withGap,
  ]

  it('counts what every filter would show', () => {
    expect(countByFilter(list)).toEqual({ all: 3, identical: 1, reworded: 2, quotations: 1, 'with differences': 2 })
  })

  it('sorts by place on either side, by length and by how much differs', () => {
    const ids = (sort: Parameters<typeof sortPassages>[1]) => sortPassages(list, sort).map((one) => one.id)
    expect(ids('place in the first')).toEqual(['gap', 'q', 'p'])
    expect(ids('place in the second')).toEqual(['gap', 'p', 'q'])
    expect(ids('longest')).toEqual(['q', 'gap', 'p'])
    expect(ids('most different')).toEqual(['q', 'gap', 'p'])
  })

  it('names a passage for screen readers', () => {
    expect(passageName(withGap, [4, 3])).toBe('quotation, near, paragraph 4 and 3, 1 difference')
    expect(spokenDifference(withGap, 1, [A, B])).toBe('put in: go')
  })
})

describe('the difference of the chosen pair', () => {
  it('colours the words without the space after them, and marks where the other side has none', () => {
    const window = { start: 0, endExclusive: 100 }
    const chosen = { passage: withGap, difference: null }
    const plan = (side: 'a' | 'b') =>
      planPassages({
        text: side === 'a' ? A : B,
        joins: [{ side, passages: [withGap] }],
        chosen: { ...chosen, side },
        window,
      })
    expect(plan('b')['put-in']).toEqual([{ start: 12, endExclusive: 14 }])
    expect(plan('a')['left-out']).toEqual([])
    expect(plan('a').pair).toEqual([])
    expect(missingWords({ ...chosen, side: 'a' })).toEqual([{ at: 12, tone: 'put in', here: false }])
    expect(missingWords({ ...chosen, side: 'b' })).toEqual([])
  })

  it('leaves out what lies outside the window', () => {
    const plan = planPassages({
      text: B,
      joins: [{ side: 'b', passages: [withGap] }],
      chosen: null,
      window: { start: 40, endExclusive: 90 },
    })
    expect(plan.pair).toEqual([])
  })
})

describe('a witness in the list', () => {
  const told = (side: 'a' | 'b') =>
    witnessPieces(withGap, side === 'a' ? A : B, side, false).map((piece) => ('text' in piece ? piece.text : '⌃'))

  it('holds all the words of its side, with a caret where the other has more', () => {
    expect(told('b').join('')).toBe(B)
    expect(told('a').join('')).toBe('You may not ⌃over there.')
  })

  it('shortens a long stretch that is the same, but keeps it for those who listen', () => {
    const words = Array.from({ length: 80 }, (_, index) => `w${index}`).join(' ')
    const same = passage('same', [0, words.length], [0, words.length], {
      segments: [
        { kind: 'equal', a: { start: 0, endExclusive: words.length }, b: { start: 0, endExclusive: words.length } },
      ],
    })
    const pieces = witnessPieces(same, words, 'a', false)
    expect(pieces.map((piece) => piece.kind)).toEqual(['same', 'cut', 'same'])
    expect(pieces.map((piece) => ('text' in piece ? piece.text : '')).join('')).toBe(words)
    expect(witnessPieces(same, words, 'a', true)).toEqual([{ kind: 'same', text: words }])
  })
})
