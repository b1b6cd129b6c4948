import { describe, expect, it } from 'vitest'
import type { CitedView, ClaimView, NoteView, ReviewView } from '../../src/contract/reviewSchemas'
import {
  NO_FILTER,
  countReview,
  filterClaims,
  filterNotes,
  sortClaims,
  suggestClaims,
} from '../../src/renderer/state/claimFilter'
import { anchorDetails } from '../../src/renderer/state/anchorWords'
import { NO_MARKS, indexMarks, isAttached, shorten } from '../../src/renderer/state/reviewMarks'
import {
  BO,
  shownCited,
  shownClaim,
  shownDecision,
  shownEvidence,
  shownNote,
  shownReview,
} from '../support/shownReview'

function cited(sourceId: string, start: number, state: CitedView['state'] = 'exact'): CitedView {
  const found = state === 'exact' || state === 'moved' || state === 'changed'
  const range = found ? { start, endExclusive: start + 5 } : null
  return shownCited({ sourceId, siglum: sourceId.toUpperCase(), state, range })
}

function claim(id: string, changes: Partial<ClaimView> = {}): ClaimView {
  const at = `2026-01-0${id}T00:00:00.000Z`
  return shownClaim({ id, statement: `Statement ${id}`, createdAt: at, updatedAt: at, ...changes })
}

function evidence(...passages: CitedView[]): ClaimView['evidence'][number] {
  return shownEvidence({ passages })
}

function note(id: string, passage: CitedView): NoteView {
  return shownNote({ id, body: 'Ask again', passages: [passage] })
}

function review(claims: ClaimView[], notes: NoteView[] = []): ReviewView {
  return shownReview({ claims, notes })
}

const ids = (list: readonly { id: string }[]): string => list.map((one) => one.id).join(' ')

describe('the marks of a source', () => {
  it('hold every claim and note whose words are found, in order of place', () => {
    const index = indexMarks(
      review(
        [claim('1', { evidence: [evidence(cited('a', 20), cited('b', 3))], verdict: 'disputed' })],
        [note('7', cited('a', 4))],
      ),
    )
    expect(index.get('a')).toEqual([
      { kind: 'note', id: '7', range: { start: 4, endExclusive: 9 }, label: 'note: Ask again' },
      {
        kind: 'claim',
        id: '1',
        range: { start: 20, endExclusive: 25 },
        verdict: 'disputed',
        label: 'disputed claim: Statement 1',
      },
    ])
    expect(index.get('b')).toHaveLength(1)
    expect(index.get('c') ?? NO_MARKS).toEqual([])
  })

  it('leave out words that are not certain, even where a place is known', () => {
    const states = ['changed', 'ambiguous', 'lost', 'gone'] as const
    const index = indexMarks(review([claim('1', { evidence: states.map((state) => evidence(cited('a', 1, state))) })]))
    expect(index.get('a')).toBeUndefined()
    expect(states.filter((state) => isAttached(cited('a', 1, state)))).toEqual([])
  })

  it('show words that are cited twice for one claim once', () => {
    const twice = claim('1', { evidence: [evidence(cited('a', 1)), evidence(cited('a', 1))] })
    expect(indexMarks(review([twice])).get('a')).toHaveLength(1)
  })
})

describe('a list of claims', () => {
  const disputed = claim('1', { verdict: 'disputed', evidence: [evidence(cited('a', 1))] })
  const verified = claim('2', {
    verdict: 'verified',
    statement: 'It’s 20 shots',
    history: [shownDecision({ reason: 'Two RÉPORTS', at: '2026-02-01T00:00:00.000Z', by: BO })],
  })
  const open = claim('3')
  const all = [disputed, verified, open]

  it('is filtered by verdict, source and reviewer together', () => {
    expect(ids(filterClaims(all, NO_FILTER))).toBe('1 2 3')
    expect(ids(filterClaims(all, { ...NO_FILTER, verdicts: ['disputed', 'verified'] }))).toBe('1 2')
    expect(ids(filterClaims(all, { ...NO_FILTER, sourceId: 'a' }))).toBe('1')
    expect(ids(filterClaims(all, { ...NO_FILTER, reviewerId: 'w2' }))).toBe('2')
    expect(ids(filterClaims(all, { ...NO_FILTER, verdicts: ['verified'], sourceId: 'a' }))).toBe('')
  })

  it('finds words in statement, reason and quotes whatever their case, accents and quotation marks', () => {
    const find = (text: string): string => ids(filterClaims(all, { ...NO_FILTER, text }))
    expect([find("it's SHOTS"), find('reports'), find('CAFE'), find('nowhere')]).toEqual(['2', '2', '1', ''])
  })

  it('is sorted by time, or with what is disputed first', () => {
    expect(ids(sortClaims(all, 'newest'))).toBe('3 2 1')
    expect(ids(sortClaims(all, 'oldest'))).toBe('1 2 3')
    expect(ids(sortClaims(all, 'verdict'))).toBe('1 3 2')
  })

  it('offers the claim that was worked on last first', () => {
    expect(ids(suggestClaims(all, ''))).toBe('2 3 1')
    expect(ids(suggestClaims(all, 'statement'))).toBe('3 1')
  })

  it('counts verdicts, and each source and reviewer once a claim', () => {
    const counts = countReview(review(all, [note('7', cited('a', 1))]))
    expect(counts.verdicts).toEqual({ unverified: 1, verified: 1, disputed: 1 })
    expect(counts.sources.get('a')).toEqual({ claims: 1, notes: 1 })
    expect(counts.reviewers).toEqual([
      { id: 'w1', name: 'Ada', claims: 3, notes: 0 },
      { id: 'w2', name: 'Bo', claims: 1, notes: 1 },
    ])
  })
})

describe('a list of notes', () => {
  it('is filtered by source, reviewer and words', () => {
    const notes = [note('7', cited('a', 1)), note('8', cited('b', 1))]
    expect(ids(filterNotes(notes, { ...NO_FILTER, sourceId: 'b' }))).toBe('8')
    expect(ids(filterNotes(notes, { ...NO_FILTER, reviewerId: 'w1' }))).toBe('')
    expect(ids(filterNotes(notes, { ...NO_FILTER, text: 'again cafe' }))).toBe('7 8')
  })
})

describe('a shortened text', () => {
  it('stands on one line and ends at a word', () => {
    expect(shorten('one  two\nthree', 100)).toBe('one two three')
    expect(shorten('one two, three', 10)).toBe('one two…')
  })

  it('never cuts a character of two halves', () => {
    expect(shorten('😀😀😀', 3)).toBe('😀…')
  })
})

describe('what a citation says of itself', () => {
  it('names each difference when its words changed', () => {
    const changes = [
      { class: 'number', from: 'four', to: 'seven' } as const,
      { class: 'hedge', from: '', to: 'perhaps' } as const,
    ]
    const passage = { ...cited('a', 1, 'changed'), why: 'A number and a hedge differ.', changes }
    expect(anchorDetails(passage)).toEqual(['A number changed: four, now seven', 'A hedge was put in: perhaps'])
  })

  it('says why it is lost, and nothing where it is found or its source is gone', () => {
    const why = 'The words were taken out.'
    expect(anchorDetails({ ...cited('a', 1, 'lost'), why })).toEqual([why])
    expect(anchorDetails({ ...cited('a', 1, 'moved'), why })).toEqual([])
    expect(anchorDetails(cited('a', 1, 'gone'))).toEqual([])
  })
})
