import { describe, expect, it } from 'vitest'
import { initialsOf } from '../../../src/renderer/features/review/words'
import {
  ME,
  NOBODY,
  NO_FILTER,
  countReview,
  filterClaims,
  filterNotes,
  isFiltering,
  moreFilters,
  sameFilter,
  sortClaims,
  type ReviewFilter,
} from '../../../src/renderer/state/claimFilter'
import { ADA, BO, shownCited, shownClaim, shownEvidence, shownNote, shownReview } from '../../support/shownReview'

const WORK = { at: null, by: null } as const
const changed = shownCited({ state: 'changed', range: null })
const claims = [
  shownClaim({ id: 'open', work: { ...WORK, state: 'open', assignee: null }, tagIds: ['urgent', 'times'] }),
  shownClaim({ id: 'mine', work: { ...WORK, state: 'ready', assignee: ADA }, tagIds: ['times'] }),
  shownClaim({
    id: 'his',
    work: { ...WORK, state: 'done', assignee: BO },
    evidence: [shownEvidence({ passages: [changed] })],
  }),
]

function show(change: Partial<ReviewFilter>, me: string | null = ADA.id): string {
  return filterClaims(claims, { ...NO_FILTER, ...change }, me)
    .map((claim) => claim.id)
    .join(' ')
}

describe('a filter of claims', () => {
  it('shows the states of work that are asked for, and all when none is', () => {
    expect([show({}), show({ work: ['ready', 'done'] }), show({ work: ['in-progress'] })]).toEqual([
      'open mine his',
      'mine his',
      '',
    ])
  })

  it('shows whose claims are asked for: nobody’s, a reviewer’s, or those of whoever looks', () => {
    expect([show({ assigneeId: NOBODY }), show({ assigneeId: BO.id }), show({ assigneeId: ME })]).toEqual([
      'open',
      'his',
      'mine',
    ])
    expect(show({ assigneeId: ME }, BO.id)).toBe('his')
  })

  it('takes no claim for one’s own while it is not known who looks', () => {
    expect(show({ assigneeId: ME }, null)).toBe('')
  })

  it('shows claims that have every tag that is asked for', () => {
    expect([show({ tagIds: ['times'] }), show({ tagIds: ['times', 'urgent'] }), show({ tagIds: ['gone'] })]).toEqual([
      'open mine',
      'open',
      '',
    ])
  })

  it('shows claims with cited words that changed, until somebody settles it', () => {
    expect(show({ unsettled: true })).toBe('his')
    const settled = shownCited({
      ...changed,
      settled: { what: 'keep', at: '2026-01-01T00:00:00.000Z', by: ADA },
    })
    const claim = shownClaim({ evidence: [shownEvidence({ passages: [settled] })] })
    expect(filterClaims([claim], { ...NO_FILTER, unsettled: true })).toEqual([])
  })

  it('finds words of replies', () => {
    const reply = { id: 'r', body: 'Which clock?', createdAt: '', createdBy: BO, updatedAt: '', fromClaimId: null }
    expect(filterClaims([shownClaim({ replies: [reply] })], { ...NO_FILTER, text: 'CLOCK' })).toHaveLength(1)
  })

  it('shows notes with the tags that are asked for', () => {
    const notes = [shownNote({ id: 'a', tagIds: ['times'] }), shownNote({ id: 'b' })]
    expect(filterNotes(notes, { ...NO_FILTER, tagIds: ['times'] }).map((note) => note.id)).toEqual(['a'])
  })

  it('knows how many of its further parts are set, and whether it filters at all', () => {
    const filter: ReviewFilter = { ...NO_FILTER, work: ['open', 'done'], tagIds: ['times'], unsettled: true }
    expect([moreFilters(filter), moreFilters(NO_FILTER)]).toEqual([3, 0])
    expect([isFiltering(filter), isFiltering({ ...NO_FILTER, text: '  ' })]).toEqual([true, false])
  })

  it('is the same whatever order its parts were chosen in', () => {
    const one: ReviewFilter = { ...NO_FILTER, tagIds: ['a', 'b'], work: ['open', 'done'], text: 'bridge ' }
    const other: ReviewFilter = { ...NO_FILTER, tagIds: ['b', 'a'], work: ['done', 'open'], text: 'bridge' }
    expect(sameFilter(one, other)).toBe(true)
    expect(sameFilter(one, { ...other, assigneeId: ME })).toBe(false)
  })
})

describe('counts of a review', () => {
  it('count the states of work, whose the claims are, tags and unsettled words', () => {
    const counts = countReview(shownReview({ claims, notes: [shownNote({ tagIds: ['times'] })] }))
    expect(counts.work).toEqual({ open: 1, 'in-progress': 0, ready: 1, done: 1 })
    expect([...counts.assigned]).toEqual([
      [NOBODY, 1],
      [ADA.id, 1],
      [BO.id, 1],
    ])
    expect(counts.tags.get('times')).toEqual({ claims: 2, notes: 1 })
    expect(counts.unsettled).toBe(1)
  })
})

describe('the order of work', () => {
  it('puts what waits for a second reader first and what is done last', () => {
    expect(sortClaims(claims, 'work').map((claim) => claim.id)).toEqual(['mine', 'open', 'his'])
  })
})

describe('the initials of a reviewer', () => {
  it.each([
    ['Ada Reviewer', 'AR'],
    ['bo', 'B'],
    ['  Maria   de la Cruz ', 'MC'],
    ['Élodie Ångström', 'ÉÅ'],
    ['E\u0301lodie', 'E\u0301'],
    ['𝔄da 𝔅o', '𝔄𝔅'],
    ['עדה לוי', 'על'],
    ['', 'UR'],
  ])('of “%s” are %s', (name, initials) => {
    expect(initialsOf({ name })).toBe(initials)
  })
})
