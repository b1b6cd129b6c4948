import { describe, expect, it } from 'vitest'
import type { CitedView, ClaimView, ReviewView } from '../../../src/contract/reviewSchemas'
import { announced, happened } from '../../../src/renderer/features/versions/settleWords'
import { indexMarks } from '../../../src/renderer/state/reviewMarks'
import { bySource, listUnsettled, placeNow } from '../../../src/renderer/state/unsettled'
import { shownCited as citedView, shownClaim, shownEvidence, shownReview } from '../../support/shownReview'

const KEPT = { what: 'keep', at: '2026-02-01T00:00:00.000Z', by: { id: 'w1', name: 'Ada' } } as const
const FOUR_SEVEN = [{ class: 'number', from: 'four', to: 'seven' }] as const

function changed(siglum: string, start: number, more: Partial<CitedView> = {}): CitedView {
  const nowRange = { start, endExclusive: start + 5 }
  return citedView({
    sourceId: siglum.toLowerCase(),
    siglum,
    state: 'changed',
    quote: 'four shots',
    nowText: 'seven shots',
    nowRange,
    changes: [...FOUR_SEVEN],
    ...more,
  })
}

function claim(id: string, ...passages: CitedView[]): ClaimView {
  const cited = passages.map((passage, index) => ({ ...passage, passage: index }))
  return shownClaim({ id, statement: `Statement ${id}`, evidence: [shownEvidence({ id: `e${id}`, passages: cited })] })
}

function reviewOf(...claims: ClaimView[]): ReviewView {
  return shownReview({ claims })
}

describe('what is to be settled', () => {
  it('is what changed, is ambiguous or lost and was not decided, by source and place', () => {
    const list = listUnsettled(
      reviewOf(
        claim('1', changed('B', 3), changed('A', 90), citedView({ state: 'exact' })),
        claim('2', changed('A', 10), changed('A', 5, { settled: KEPT }), citedView({ state: 'gone' })),
        claim('3', citedView({ sourceId: 'a', siglum: 'A', state: 'lost' })),
      ),
    )
    expect(list.map((one) => `${one.cited.siglum} ${one.on.id} ${one.on.passage}`)).toEqual([
      'A e2 0',
      'A e1 1',
      'A e3 0',
      'B e1 0',
    ])
    expect(list.map((one) => one.owner.words)).toContain('Statement 2')
    expect(bySource(list).map(({ siglum, citations }) => `${siglum} ${citations.length}`)).toEqual(['A 3', 'B 1'])
  })

  it('can be followed without a choice where the place is certain, or where something is closest to what is lost', () => {
    const candidates = [{ range: { start: 4, endExclusive: 8 }, text: 'like', score: 0.7 }]
    expect(placeNow(changed('A', 5))).toEqual({ start: 5, endExclusive: 10 })
    expect(placeNow(citedView({ state: 'lost', candidates }))).toEqual({ start: 4, endExclusive: 8 })
    expect(placeNow(citedView({ state: 'lost' }))).toBeNull()
    expect(placeNow(citedView({ state: 'ambiguous', candidates }))).toBeNull()
  })

  it('is announced with what happened, the first two named and the rest counted', () => {
    const passages = [changed('A', 1), citedView({ siglum: 'A', sourceId: 'a', state: 'lost' })]
    const [one] = bySource(listUnsettled(reviewOf(claim('1', ...passages))))
    expect(one && announced(one)).toBe(
      '2 cited passages are not as cited. A number changed: four, now seven. Not found any more: “the café”.',
    )
    const [many] = bySource(listUnsettled(reviewOf(claim('1', ...passages, changed('A', 40), changed('A', 50)))))
    expect(many && announced(many)).toMatch(/^4 cited passages are not as cited\. .* And 2 others\.$/)
    const [single] = bySource(listUnsettled(reviewOf(claim('1', changed('A', 1)))))
    expect(single && announced(single)).toMatch(/^1 cited passage is not as cited\. /)
  })

  it('names every class of change but counts what comes after the first', () => {
    const negation = { class: 'negation', from: '', to: 'never' } as const
    expect(happened(changed('A', 1, { changes: [...FOUR_SEVEN, negation] }))).toBe(
      'A number changed: four, now seven, and 1 more change',
    )
    expect(happened(changed('A', 1, { changes: [negation] }))).toBe('A negation was put in: never')
  })
})

describe('the marks of changed words', () => {
  it('stand at the place, and say that it is to be settled or was kept', () => {
    const marks = indexMarks(reviewOf(claim('1', changed('A', 20), changed('A', 40, { settled: KEPT })))).get('a')
    expect(marks?.map(({ range, differs, label }) => ({ start: range.start, differs, label }))).toEqual([
      { start: 20, differs: 'unsettled', label: 'changed words, to be settled: unverified claim: Statement 1' },
      { start: 40, differs: 'kept', label: 'other words now, kept as cited: unverified claim: Statement 1' },
    ])
  })

  it('are none where the place is not certain', () => {
    const lost = citedView({
      state: 'lost',
      candidates: [{ range: { start: 1, endExclusive: 2 }, text: 'x', score: 1 }],
    })
    expect(indexMarks(reviewOf(claim('1', lost))).size).toBe(0)
  })
})
