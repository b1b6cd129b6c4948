import { describe, expect, it } from 'vitest'
import { NOTHING_SELECTED, extendRows, selectAllRows, toggleRow } from '../../../src/renderer/state/rowSelection'

const rows = ['a', 'b', 'c', 'd', 'e']
const picked = (selection: { ids: ReadonlySet<string> }): string => rows.filter((id) => selection.ids.has(id)).join('')

describe('picking rows of a list', () => {
  it('picks a row and lets go of it again', () => {
    const one = toggleRow(NOTHING_SELECTED, 'b')
    expect(picked(one)).toBe('b')
    expect(picked(toggleRow(toggleRow(one, 'd'), 'b'))).toBe('d')
  })

  it('picks everything from where the range began, upwards and downwards', () => {
    const from = toggleRow(NOTHING_SELECTED, 'c')
    expect(picked(extendRows(from, rows, { from: 'c', to: 'e' }))).toBe('cde')
    expect(picked(extendRows(from, rows, { from: 'c', to: 'a' }))).toBe('abc')
  })

  it('gives back the rows of a range that shrinks, and only those', () => {
    const before = toggleRow(toggleRow(NOTHING_SELECTED, 'a'), 'c')
    const wide = extendRows(before, rows, { from: 'c', to: 'e' })
    expect(picked(wide)).toBe('acde')
    expect(picked(extendRows(wide, rows, { from: 'e', to: 'd' }))).toBe('acd')
    expect(picked(extendRows(wide, rows, { from: 'e', to: 'b' }))).toBe('abc')
  })

  it('begins a range at the row that is reached when nothing was picked before', () => {
    expect(picked(extendRows(NOTHING_SELECTED, rows, { from: 'b', to: 'c' }))).toBe('bc')
  })

  it('begins a new range, and keeps what is picked, when the row it began at is not in the list any more', () => {
    const gone = toggleRow(toggleRow(NOTHING_SELECTED, 'a'), 'gone')
    expect(picked(extendRows(gone, rows, { from: 'd', to: 'e' }))).toBe('ade')
  })

  it('changes nothing when a range leads to a row that is not there', () => {
    const one = toggleRow(NOTHING_SELECTED, 'a')
    expect(extendRows(one, rows, { from: 'a', to: 'gone' })).toBe(one)
  })

  it('picks all rows, and lets go of all when all are picked', () => {
    const all = selectAllRows(toggleRow(NOTHING_SELECTED, 'b'), rows)
    expect(picked(all)).toBe('abcde')
    expect(picked(selectAllRows(all, rows))).toBe('')
    expect(selectAllRows(NOTHING_SELECTED, []).ids.size).toBe(0)
  })
})
