import { describe, expect, it } from 'vitest'
import type { ComparedRegion } from '../../../src/contract/schemas'
import { groupRows, indexRegions } from '../../../src/renderer/state/passageGroups'
import { sortPassages } from '../../../src/renderer/state/passageOrder'
import { passage } from './passages'

function region(a: readonly [number, number], b: readonly [number, number], passages: number[]): ComparedRegion {
  return {
    kind: 'near',
    score: 0.8,
    a: { start: a[0], endExclusive: a[1] },
    b: { start: b[0], endExclusive: b[1] },
    passages,
  }
}

describe('passages by region', () => {
  const alone = passage('alone', [0, 10], [900, 910])
  const early = passage('early', [100, 120], [300, 320])
  const late = passage('late', [140, 160], [340, 360])
  const other = passage('other', [500, 520], [100, 120])
  const passages = [alone, early, late, other]
  const first = region([100, 160], [300, 360], [1, 2])
  const second = region([500, 520], [100, 120], [3])

  it('stand under the head of their region by place, and those outside of all come last', () => {
    const index = indexRegions(passages, [second, first])
    const listed = sortPassages(passages, 'region', index)
    expect(listed.map(({ id }) => id)).toEqual(['early', 'late', 'other', 'alone'])
    const rows = groupRows(listed, [second, first], index, false)
    expect(rows.map((row) => (row.kind === 'region' ? `region ${row.number}: ${row.count}` : row.id))).toEqual([
      'region 1: 2',
      'early',
      'late',
      'region 2: 1',
      'other',
      'singles',
      'alone',
    ])
  })

  it('have no head where no region is found', () => {
    expect(groupRows(passages, [], new Map(), false).map((row) => row.kind)).toEqual(Array(4).fill('passage'))
  })

  it('show a region without passages, but not among those that a filter lets through', () => {
    const reworded = region([700, 800], [700, 800], [])
    const kinds = (bare: boolean) => groupRows([], [reworded], new Map(), bare).map((row) => row.kind)
    expect(kinds(false)).toEqual(['region'])
    expect(kinds(true)).toEqual([])
  })

  it('count what a reviewer split or added inside a region to it', () => {
    const piece = passage('piece', [100, 110], [300, 310], { decisionId: 'd' })
    const outside = passage('outside', [100, 110], [900, 910], { decisionId: 'd' })
    const index = indexRegions([alone, late, other, piece, outside], [region([100, 160], [300, 360], [1])])
    expect([piece, outside].map(({ id }) => index.has(id))).toEqual([true, false])
  })
})
