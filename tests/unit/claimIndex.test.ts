import { describe, expect, it } from 'vitest'
import { timeAfter } from '../../src/core/claim/laterTime'
import { dateAction } from '../../src/core/claim/mergeReview'
import { buildReviewIndex, historyOf, verdictOf } from '../../src/core/claim/reviewIndex'
import { NO_RECORDS, type ReviewRecords } from '../../src/core/claim/recordTable'
import type { Decision } from '../../src/core/claim/reviewRecord'

const by = { id: 'w-ada', name: 'Ada' }

function time(minute: number): string {
  return `2024-05-01T08:${String(minute).padStart(2, '0')}:00.000Z`
}

function claim(id: string, minute: number) {
  return { id, statement: id, createdAt: time(minute), createdBy: by, updatedAt: time(minute) }
}

function decision(id: string, claimId: string, verdict: Decision['verdict'], minute: number): Decision {
  return { id, claimId, verdict, verdictNameId: null, reason: 'r', at: time(minute), by }
}

function passage(sourceId: string) {
  const quote = { prefix: '', exact: 'x', suffix: '' }
  return { sourceId, anchor: { textHash: 'a'.repeat(64), position: { start: 0, endExclusive: 1 }, quote } }
}

const records: ReviewRecords = {
  ...NO_RECORDS,
  claim: { z: claim('z', 1), a: claim('a', 2), m: claim('m', 1) },
  decision: {
    d3: decision('d3', 'a', 'disputed', 9),
    d1: decision('d1', 'a', 'verified', 3),
    d2: decision('d2', 'gone', 'verified', 4),
  },
  evidence: {
    e1: {
      id: 'e1',
      claimId: 'a',
      stance: 'supports',
      passages: [passage('s1'), passage('s2')],
      createdAt: time(5),
      createdBy: by,
    },
    e0: { id: 'e0', claimId: 'a', stance: 'repeats', passages: [passage('s1')], createdAt: time(6), createdBy: by },
    e2: { id: 'e2', claimId: 'z', stance: 'supports', passages: [passage('s2')], createdAt: time(5), createdBy: by },
  },
  note: {
    n1: { id: 'n1', body: 'b', passages: [passage('s2')], createdAt: time(1), createdBy: by, updatedAt: time(1) },
  },
}

describe('the index of a review', () => {
  const index = buildReviewIndex(records)

  it('lists claims as they were made, those of one moment by id', () => {
    expect([...index.claims.keys()]).toEqual(['m', 'z', 'a'])
  })

  it('gives a claim the verdict of its latest decision, and its history and evidence in order', () => {
    const file = index.claims.get('a')
    expect(file?.verdict).toBe('disputed')
    expect(file?.history.map(({ id }) => id)).toEqual(['d1', 'd3'])
    expect(file?.evidence.map(({ id }) => id)).toEqual(['e1', 'e0'])
    expect(index.claims.get('m')).toMatchObject({ verdict: 'unverified', history: [], evidence: [] })
  })

  it('knows which claims and notes cite a source, each once', () => {
    expect(Object.fromEntries(index.claimsOfSource)).toEqual({ s1: ['a'], s2: ['z', 'a'] })
    expect(Object.fromEntries(index.notesOfSource)).toEqual({ s2: ['n1'] })
  })

  it('leaves out what hangs on a claim that is not there', () => {
    expect([...index.claims.values()].flatMap(({ history }) => history).map(({ id }) => id)).not.toContain('d2')
    expect(historyOf(records, 'gone').map(({ id }) => id)).toEqual(['d2'])
    expect(verdictOf(records, 'never')).toBe('unverified')
  })

  it('takes time that grows with the records, not with claims times decisions', () => {
    // Counted rather than timed: how often the index reads a decision's claim.
    let reads = 0
    const decisions = Array.from({ length: 400 }, (_, place) => {
      const one = decision(`d${place}`, `c${place}`, 'verified', place % 60)
      return Object.defineProperty({ ...one }, 'claimId', {
        enumerable: true,
        get: () => {
          reads++
          return one.claimId
        },
      })
    })
    const claims = Array.from({ length: 400 }, (_, place) => claim(`c${place}`, place % 60))
    buildReviewIndex({
      ...NO_RECORDS,
      claim: Object.fromEntries(claims.map((one) => [one.id, one])),
      decision: Object.fromEntries(decisions.map((one) => [one.id, one])),
    })
    expect(reads).toBeLessThanOrEqual(3 * 400)
  })
})

describe('the time of an action', () => {
  const NOW = '2024-05-01T08:00:00.000Z'

  it('is now, unless what it follows is dated later', () => {
    expect(timeAfter(NOW, null)).toBe(NOW)
    expect(timeAfter(NOW, '2024-05-01T07:59:59.999Z')).toBe(NOW)
    expect(timeAfter(NOW, NOW)).toBe('2024-05-01T08:00:00.001Z')
    expect(timeAfter(NOW, '2024-12-31T23:59:59.999Z')).toBe('2025-01-01T00:00:00.000Z')
  })

  it('stays within the years that sort as text', () => {
    expect(timeAfter(NOW, '9999-12-31T23:59:59.999Z')).toBe('9999-12-31T23:59:59.999Z')
  })

  it('is not led astray by a date that does not exist', () => {
    expect(timeAfter(NOW, '2024-99-99T00:00:00.000Z')).toBe(NOW)
  })

  it('never falls behind the writer’s own last action', () => {
    expect(dateAction(NOW, '2024-05-01T09:00:00.000Z', 'w-ada', [])).toBe('2024-05-01T09:00:00.000Z')
    expect(dateAction(NOW, '2024-05-01T07:00:00.000Z', 'w-ada', [])).toBe(NOW)
  })

  it('counts over what it changes, whoever wrote that, and is moved no further than it must be', () => {
    const others = [
      { at: NOW, writer: 'w-aaa', sequence: 9 },
      { at: NOW, writer: 'w-ben', sequence: 3 },
      { at: '2024-05-01T10:00:00.000Z', writer: 'w-aaa', sequence: 1 },
    ]
    for (const other of others) {
      const at = dateAction(NOW, null, 'w-ada', [undefined, other])
      expect(at > other.at || (at === other.at && 'w-ada' > other.writer)).toBe(true)
    }
    expect(dateAction(NOW, null, 'w-ada', others.slice(0, 1))).toBe(NOW)
    expect(dateAction(NOW, null, 'w-ada', [{ at: NOW, writer: 'w-ada', sequence: 1 }])).toBe(NOW)
  })
})
