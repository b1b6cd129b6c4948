import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChanges, invertChanges } from '../../src/core/claim/applyChanges'
import { gatherChanges, recordsAfter, type JournalledAction } from '../../src/core/claim/mergeReview'
import { NO_RECORDS } from '../../src/core/claim/recordTable'
import { buildReviewIndex, evidenceOf, historyOf, verdictOf } from '../../src/core/claim/reviewIndex'
import { sameValue } from '../../src/core/claim/sameValue'
import { changesOn, recordsAndChanges } from './reviewArbitraries'

describe('changes of records', () => {
  it('are taken back by their inverse', () => {
    fc.assert(
      fc.property(recordsAndChanges, ({ records, changes }) => {
        const changed = applyChanges(records, changes)
        expect(applyChanges(changed, invertChanges(changes))).toEqual(records)
      }),
    )
  })

  it('are themselves when inverted twice', () => {
    fc.assert(
      fc.property(recordsAndChanges, ({ changes }) => {
        expect(invertChanges(invertChanges(changes))).toEqual(changes)
      }),
    )
  })

  it('come to the same one by one and all at once, and leave what they start from', () => {
    fc.assert(
      fc.property(recordsAndChanges, ({ records, changes }) => {
        const before = structuredClone(records)
        const oneByOne = changes.reduce((now, change) => applyChanges(now, [change]), records)
        expect(applyChanges(records, changes)).toEqual(oneByOne)
        expect(records).toEqual(before)
      }),
    )
  })
})

const actions: fc.Arbitrary<JournalledAction[]> = fc
  .array(
    fc.record({
      at: fc.constantFrom('2024-05-01T08:00:00.000Z', '2024-05-01T08:00:00.001Z', '2024-05-02T00:00:00.000Z'),
      writer: fc.constantFrom('w-ada', 'w-ben', 'w-cy'),
      changes: changesOn(NO_RECORDS),
    }),
    { maxLength: 8 },
  )
  .map((list) => list.map((action, place) => ({ ...action, sequence: place + 1 })))

describe('merging the writers', () => {
  it('gives the same records whatever the order in which the journals are read', () => {
    fc.assert(
      fc.property(
        actions.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          expect(recordsAfter(gatherChanges(shuffled))).toEqual(recordsAfter(gatherChanges(list)))
        },
      ),
    )
  })

  it('gives the same records when a journal is read twice', () => {
    fc.assert(
      fc.property(actions, (list) => {
        expect(recordsAfter(gatherChanges([...list, ...list]))).toEqual(recordsAfter(gatherChanges(list)))
      }),
    )
  })
})

describe('the index of a review', () => {
  it('says of each claim what a search of all records says', () => {
    fc.assert(
      fc.property(recordsAndChanges, ({ records }) => {
        const index = buildReviewIndex(records)
        expect([...index.claims.keys()].sort()).toEqual(Object.keys(records.claim).sort())
        for (const [id, file] of index.claims) {
          expect(file.verdict).toBe(verdictOf(records, id))
          const own = { afterSeal: false, fromClaimId: null }
          expect(file.history).toEqual(historyOf(records, id).map((one) => ({ ...one, ...own })))
          expect(file.evidence).toEqual(evidenceOf(records, id).map((one) => ({ ...one, ...own })))
        }
      }),
    )
  })
})

describe('sameValue', () => {
  it('says the same as comparing what JSON writes of both', () => {
    const value = fc.jsonValue({ maxDepth: 3 }).map((one) => JSON.parse(JSON.stringify(one)) as unknown)
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(sameValue(a, structuredClone(a))).toBe(true)
        expect(sameValue(a, b)).toBe(sameValue(b, a))
        if (sameValue(a, b)) expect(a).toEqual(b)
      }),
    )
  })

  it('takes no notice of the order of keys and of keys without a value, and of nothing else', () => {
    expect(sameValue({ a: 1, b: [2, { c: null }] }, { b: [2, { c: null, d: undefined }], a: 1 })).toBe(true)
    expect(sameValue({ a: null }, {})).toBe(false)
    expect(sameValue([1, 2], [2, 1])).toBe(false)
    expect(sameValue([], {})).toBe(false)
    expect(sameValue({ a: 1 }, { b: 1 })).toBe(false)
  })
})
