import { describe, expect, it } from 'vitest'
import { applyChanges, invertChanges } from '../../src/core/claim/applyChanges'
import { decideMatch, withdrawMatch } from '../../src/core/claim/matchDecisions'
import { NO_RECORDS } from '../../src/core/claim/recordTable'
import type { CitedPassage, PairCitation } from '../../src/core/claim/reviewRecord'
import { registerSources } from '../../src/core/claim/sourceChanges'

const HASH = 'a'.repeat(64)
const STAMP = { id: 'm-1', at: '2024-05-01T08:00:00.000Z', by: { id: 'w-ada', name: 'Ada' } }
const sources = ['s-1', 's-2', 's-3'].map((id) => ({ id, path: `${id}.txt`, sha256: HASH, textHash: HASH }))
const RECORDS = applyChanges(NO_RECORDS, registerSources(NO_RECORDS, sources, STAMP).value.changes)

function cited(sourceId: string, start = 0): CitedPassage {
  const position = { start, endExclusive: start + 9 }
  return {
    sourceId,
    anchor: { textHash: HASH, position, quote: { prefix: '', exact: 'שלום \u{1F50E} ab', suffix: '' } },
  }
}

function pair(a = 's-1', b = 's-2', start = 0): PairCitation {
  return { a: cited(a, start), b: cited(b, start) }
}

describe('deciding about a match', () => {
  it.each([
    { what: 'reject', removed: 1, added: 0, label: 'reject a match' },
    { what: 'add', removed: 0, added: 1, label: 'add a match' },
    { what: 'split', removed: 1, added: 2, label: 'split a match' },
    { what: 'join', removed: 3, added: 1, label: 'join matches' },
  ] as const)('keeps what was removed and added, and by whom: $what', ({ what, removed, added, label }) => {
    const input = { what, removed: pairs(removed), added: pairs(added) }
    const outcome = decideMatch(RECORDS, input, STAMP)
    const after = { ...input, ...STAMP }
    const changes = [{ type: 'matchDecision', id: 'm-1', before: null, after }]
    expect(outcome).toEqual({ ok: true, value: { label, changes, undoable: true } })
  })

  it.each([
    { what: 'reject', removed: 0, added: 1 },
    { what: 'reject', removed: 2, added: 0 },
    { what: 'add', removed: 1, added: 1 },
    { what: 'split', removed: 1, added: 1 },
    { what: 'join', removed: 1, added: 1 },
  ] as const)('is refused when the numbers do not fit: $what with $removed and $added', ({ what, removed, added }) => {
    const outcome = decideMatch(RECORDS, { what, removed: pairs(removed), added: pairs(added) }, STAMP)
    expect(outcome).toMatchObject({ ok: false, error: { code: 'BAD_INPUT' } })
  })

  it('is about two sources that are there', () => {
    const decide = (...removed: PairCitation[]) =>
      decideMatch(RECORDS, { what: 'join', removed, added: [pair()] }, STAMP)
    expect(decide(pair(), pair('s-1', 'nobody'))).toMatchObject({ ok: false, error: { code: 'SOURCE_UNKNOWN' } })
    expect(decide(pair(), pair('s-1', 's-1'))).toMatchObject({ ok: false, error: { code: 'BAD_INPUT' } })
    expect(decide(pair(), pair('s-1', 's-3'))).toMatchObject({ ok: false, error: { code: 'BAD_INPUT' } })
    expect(decide(pair(), pair('s-2', 's-1', 20))).toMatchObject({ ok: true })
  })

  it('can be withdrawn, once, and both can be undone', () => {
    const made = decideMatch(RECORDS, { what: 'add', removed: [], added: [pair()] }, STAMP)
    if (!made.ok) throw new Error(made.error.message)
    const decided = applyChanges(RECORDS, made.value.changes)
    const withdrawn = withdrawMatch(decided, { decisionId: 'm-1' })
    if (!withdrawn.ok) throw new Error(withdrawn.error.message)
    const without = applyChanges(decided, withdrawn.value.changes)
    expect(without).toEqual(RECORDS)
    expect(applyChanges(without, invertChanges(withdrawn.value.changes))).toEqual(decided)
    expect(applyChanges(decided, invertChanges(made.value.changes))).toEqual(RECORDS)
    expect(withdrawMatch(without, { decisionId: 'm-1' })).toMatchObject({ error: { code: 'DECISION_UNKNOWN' } })
  })
})

function pairs(count: number): PairCitation[] {
  return Array.from({ length: count }, (_, at) => pair('s-1', 's-2', at * 20))
}
