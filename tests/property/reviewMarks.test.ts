import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ClaimView, NoteView, ReviewView } from '../../src/contract/reviewSchemas'
import { indexMarks, MarkIndex } from '../../src/renderer/state/reviewMarks'
import { shownCited, shownClaim, shownEvidence, shownNote, shownReview } from '../support/shownReview'
import { words } from './reviewArbitraries'

const place = fc.record({
  sourceId: fc.constantFrom('a', 'b', 'c'),
  start: fc.nat(20),
  length: fc.integer({ min: 1, max: 9 }),
})
const cited = place.map(({ sourceId, start, length }) =>
  shownCited({ sourceId, range: { start, endExclusive: start + length } }),
)
const passages = fc.array(cited, { maxLength: 3 })
const claim = fc
  .record({ id: fc.constantFrom('1', '2', '3', '4'), statement: words, passages })
  .map(({ id, statement, passages: all }): ClaimView =>
    shownClaim({ id, statement, evidence: [shownEvidence({ passages: all })] }),
  )
const note = fc
  .record({ id: fc.constantFrom('5', '6', '7'), body: words, passages })
  .map((fields): NoteView => shownNote(fields))
const review = fc.record({
  claims: fc.uniqueArray(claim, { selector: ({ id }) => id }),
  notes: fc.uniqueArray(note, { selector: ({ id }) => id }),
})

describe('marks that are kept from one review to the next', () => {
  it('are those that the review alone gives, whatever was before', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(review, fc.boolean(), fc.boolean()), { maxLength: 8 }), (reviews) => {
        const index = new MarkIndex()
        let before: ReviewView = shownReview()
        for (const [fields, sameClaims, sameNotes] of reviews) {
          const { claims, notes } = before
          before = shownReview({ ...fields, ...(sameClaims ? { claims } : {}), ...(sameNotes ? { notes } : {}) })
          expect(index.follow(before)).toEqual(indexMarks(before))
        }
      }),
    )
  })

  it('are the same list for a source in which nothing changed', () => {
    const one = shownClaim({ id: '1', evidence: [shownEvidence({ passages: [at('a', 3)] })] })
    const two = shownNote({ id: '2', passages: [at('b', 5)] })
    const index = new MarkIndex()
    const before = index.follow(shownReview({ claims: [one], notes: [two] }))
    const after = index.follow(shownReview({ claims: [one], notes: [{ ...two, body: 'other words' }] }))
    expect(after.get('a')).toBe(before.get('a'))
    expect(after.get('b')?.[0]?.label).toBe('note: other words')
    expect(index.follow(shownReview({ claims: [one] })).has('b')).toBe(false)
  })
})

function at(sourceId: string, start: number) {
  return shownCited({ sourceId, range: { start, endExclusive: start + 4 } })
}
