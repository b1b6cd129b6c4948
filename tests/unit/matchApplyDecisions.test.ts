import { describe, expect, it } from 'vitest'
import { applyDecisions, type RangePair } from '../../src/core/match/applyDecisions'
import { passageOfRanges } from '../../src/core/match/passageOfRanges'
import type { PairMatching, PassageMatch } from '../../src/core/match/passageMatch'

type Bounds = readonly [number, number]

function ranges(a: Bounds, b: Bounds): RangePair {
  return { a: { start: a[0], endExclusive: a[1] }, b: { start: b[0], endExclusive: b[1] } }
}

function passage(a: Bounds, b: Bounds): PassageMatch {
  return { kind: 'identical', quotation: false, score: 1, ...ranges(a, b) }
}

const FOUND = [passage([0, 40], [100, 140]), passage([50, 90], [0, 40]), passage([120, 160], [200, 240])]
const region = (passages: readonly number[], a: Bounds, b: Bounds) => ({ ...passage(a, b), passages })
const MATCHING: PairMatching = {
  passages: FOUND,
  regions: [region([0], [0, 40], [100, 140]), region([1, 2], [50, 160], [0, 240]), region([], [300, 400], [300, 400])],
  complete: true,
}
const describeAs = (pair: RangePair): PassageMatch => ({ kind: 'near', quotation: false, score: 0.5, ...pair })

describe('applying decisions', () => {
  it('changes nothing where there are none', () => {
    const passages = FOUND.map((one) => ({ ...one, decisionId: null }))
    expect(applyDecisions(MATCHING, [], describeAs)).toEqual({ ...MATCHING, passages })
  })

  it('takes a rejected passage out, with the region that held nothing else, and renumbers the others', () => {
    const decisions = [{ id: 'm', removed: [ranges([0, 40], [100, 140])], added: [] }]
    const { passages, regions } = applyDecisions(MATCHING, decisions, describeAs)
    expect(passages.map(({ a }) => a.start)).toEqual([50, 120])
    expect(regions.map((one) => one.passages)).toEqual([[0, 1], []])
  })

  it('finds the rejected passage again where other settings made it longer or shorter on both sides', () => {
    const [removed, neither] = [ranges([10, 30], [105, 160]), ranges([0, 40], [125, 200])]
    const rejecting = (pair: RangePair) => [{ id: 'm', removed: [pair], added: [] }]
    expect(applyDecisions(MATCHING, rejecting(removed), describeAs).passages).toHaveLength(2)
    expect(applyDecisions(MATCHING, rejecting(neither), describeAs).passages).toHaveLength(3)
  })

  it('takes only the passage of the very same ranges where there is one', () => {
    const close = { ...MATCHING, passages: [...FOUND, passage([5, 40], [105, 140])] }
    const decisions = [{ id: 'm', removed: [ranges([5, 40], [105, 140])], added: [] }]
    expect(applyDecisions(close, decisions, describeAs).passages.map(({ a }) => a.start)).toEqual([0, 50, 120])
  })

  it('puts in what was split or joined, in order, and lets a later decision count over an earlier one', () => {
    const whole = ranges([0, 40], [100, 140])
    const halves = [ranges([20, 40], [120, 140]), ranges([0, 19], [100, 119])]
    const split = { id: 'split', removed: [whole], added: halves }
    const after = applyDecisions(MATCHING, [split], describeAs)
    expect(after.passages.map(({ a, decisionId }) => [a.start, decisionId])).toEqual([
      [0, 'split'],
      [20, 'split'],
      [50, null],
      [120, null],
    ])
    const joined = { id: 'join', removed: halves, added: [whole] }
    const back = applyDecisions(MATCHING, [split, joined], describeAs)
    expect(back.passages.map(({ a, decisionId }) => [a.start, decisionId])).toEqual([
      [0, 'join'],
      [50, null],
      [120, null],
    ])
  })
})

describe('a passage that a reviewer adds', () => {
  const A = '\u{1F50E} “The river rose by two metres,” she said.'
  const B = 'He says the river rose by three metres at noon.'
  const at = (text: string, words: string) => ({
    start: text.indexOf(words),
    endExclusive: text.indexOf(words) + words.length,
  })

  it('has kind, score and quotation like one that was found', () => {
    const a = at(A, 'The river rose by two metres')
    expect(passageOfRanges(A, a, B, at(B, 'the river rose by three metres'))).toMatchObject({
      kind: 'near',
      quotation: true,
      score: expect.closeTo(0.5, 0) as number,
    })
    expect(passageOfRanges(A, at(A, 'river rose by'), B, at(B, 'river rose by'))).toMatchObject({
      kind: 'identical',
    })
    expect(passageOfRanges(A, a, B, at(B, 'at noon'))).toMatchObject({ kind: 'reworded', score: 0 })
  })
})
