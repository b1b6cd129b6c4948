import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hiddenChanges, visibleReview } from '../../src/core/claim/blindReview'
import { buildReviewIndex } from '../../src/core/claim/reviewIndex'
import type { ReviewRecords } from '../../src/core/claim/recordTable'
import { VERDICTS, type Adjudication, type Decision } from '../../src/core/claim/reviewRecord'
import { blind, claim, minute, reply, table } from '../support/independentReview'

const PEOPLE = ['w-ada', 'w-ben', 'w-cy'].map((id, at) => ({
  id,
  name: ['Ada', 'Be\u0301n\u00a0', '\u05E0\u{1F989}'][at] ?? '',
}))
const CLAIMS = ['c1', 'c2', 'constructor'] as const

const decisions: fc.Arbitrary<Decision[]> = fc
  .array(
    fc.record({
      claimId: fc.constantFrom(...CLAIMS),
      by: fc.constantFrom(...PEOPLE),
      verdict: fc.constantFrom(...VERDICTS),
      reason: fc.constantFrom('so', '\u{1F50E}', 'e\u0301\r\n', '\u00AD'),
      at: fc.integer({ min: 1, max: 20 }).map(minute),
    }),
    { maxLength: 12 },
  )
  .map((list) => list.map((one, at) => ({ id: `d${at}`, verdictNameId: null, ...one })))

/** Some of the decisions adjudicate, knowing some of those on the same claim. */
const reviews: fc.Arbitrary<ReviewRecords> = decisions.chain((list) =>
  fc
    .record({ rulings: fc.subarray(list), known: fc.subarray(list), on: fc.boolean() })
    .map(({ rulings, known, on }) => {
      const adjudications = rulings.map(({ id, claimId }): Adjudication => {
        const decisionIds = known.filter((one) => one.claimId === claimId).map((one) => one.id)
        return { id, claimId, decisionIds, cause: 'other' }
      })
      return blind(
        {
          claim: table(...CLAIMS.map(claim)),
          decision: table(...list),
          adjudication: table(...adjudications),
          reply: table(...PEOPLE.map((by) => reply(`r-${by.id}`, 'c1', by))),
        },
        on,
      )
    }),
)
const people = fc.constantFrom(...PEOPLE.map(({ id }) => id))

describe('what blind review leaves to see', () => {
  it('is never a decision of somebody else on a claim that the reviewer has not decided, and always all the rest', () => {
    fc.assert(
      fc.property(reviews, people, (records, me) => {
        const { records: seen, hidden } = visibleReview(records, me)
        const mine = new Set(
          Object.values(records.decision).flatMap(({ by, claimId }) => (by.id === me ? [claimId] : [])),
        )
        const open = (claimId: string): boolean => records.blind['corpus']?.on !== true || mine.has(claimId)
        const due = Object.values(records.decision).filter(({ claimId }) => open(claimId))
        expect(Object.values(seen.decision)).toEqual(due)
        expect(Object.values(seen.adjudication).every(({ claimId }) => open(claimId))).toBe(true)
        const hiddenNow = [...hidden.values()].reduce((sum, one) => sum + one.decisions, 0)
        expect(due.length + hiddenNow).toBe(Object.keys(records.decision).length)
        expect(visibleReview(seen, me).records).toBe(seen)
        const hides = hiddenChanges(records, me)
        for (const one of Object.values(records.decision))
          expect(hides?.({ type: 'decision', id: one.id, before: null, after: one }) ?? false).toBe(
            !Object.hasOwn(seen.decision, one.id),
          )
      }),
    )
  })

  it('is the same object when nothing is hidden', () => {
    fc.assert(
      fc.property(reviews, people, (records, me) => {
        const seen = visibleReview(records, me).records
        expect(seen === records).toBe(JSON.stringify(seen) === JSON.stringify(records))
      }),
    )
  })
})

describe('the verdict of independent reviewers', () => {
  it('does not depend on the order in which their journals are read', () => {
    fc.assert(
      fc.property(reviews, (records) => {
        const turned = { ...records, decision: table(...Object.values(records.decision).toReversed()) }
        expect(buildReviewIndex(turned)).toEqual(buildReviewIndex(records))
      }),
    )
  })

  it('is one that somebody gave and nobody contradicts unheard, or it is open', () => {
    fc.assert(
      fc.property(reviews, (records) => {
        for (const file of buildReviewIndex(records).claims.values()) {
          if (file.disagreement !== null) {
            expect([file.verdict, file.standing]).toEqual(['unverified', null])
            expect(new Set(file.disagreement.map(({ verdict }) => verdict)).size).toBeGreaterThan(1)
            continue
          }
          const known = new Set(file.adjudication?.decisionIds ?? [])
          for (const { id, verdict } of file.opinions) expect(verdict === file.verdict || known.has(id)).toBe(true)
        }
      }),
    )
  })
})
