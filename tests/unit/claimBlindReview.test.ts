import { describe, expect, it } from 'vitest'
import { hiddenChanges, setBlind, visibleRecords, visibleReview } from '../../src/core/claim/blindReview'
import { NO_RECORDS, type RecordChange, type ReviewRecords } from '../../src/core/claim/recordTable'
import {
  ADA,
  BEN,
  blind,
  claim,
  CY,
  decision,
  evidence,
  minute,
  reply,
  seal,
  table,
} from '../support/independentReview'

const BEN_SAYS = decision('d-ben', 'c', BEN, 'disputed', 5)
const ADA_SAYS = decision('d-ada', 'c', ADA, 'verified', 7)

const EVERYTHING: Partial<ReviewRecords> = {
  claim: table(claim('c'), claim('other')),
  decision: table(BEN_SAYS, decision('d-cy', 'c', CY, 'verified', 6)),
  confirmation: table({ id: 'k', claimId: 'c', decisionId: 'd-ben', at: minute(7), by: CY }),
  adjudication: table({ id: 'd-cy', claimId: 'c', decisionIds: ['d-ben'], cause: 'mistake' as const }),
  reply: table(reply('r-ben', 'c', BEN), reply('r-ada', 'c', ADA)),
  thread: table({ id: 'c', resolved: true, at: minute(9), by: BEN }),
  seal: table(seal('s', 'c', BEN, 'd-ben', 9)),
  evidence: table(evidence('e', 'c', BEN, 4)),
  merging: table({ id: 'other', into: 'c', reason: 'Both are false.', at: minute(8), by: BEN }),
}

describe('what blind review hides', () => {
  it('is every word of others on the verdict, from who has not decided the claim; what is shared stays', () => {
    const { records, hidden } = visibleReview(blind(EVERYTHING), ADA.id)
    expect(records).toEqual(
      blind({
        ...EVERYTHING,
        decision: {},
        confirmation: {},
        adjudication: {},
        reply: table(reply('r-ada', 'c', ADA)),
        thread: {},
        seal: table({ ...seal('s', 'c', BEN, 'd-ben', 9), reason: '' }),
        merging: table({ id: 'other', into: 'c', reason: '', at: minute(8), by: BEN }),
      }),
    )
    expect(hidden).toEqual(new Map([['c', { decisions: 2, reviewers: [BEN, CY] }]]))
    // Nothing anywhere says which way they went.
    expect(JSON.stringify({ ...records, reply: {}, hidden: [...hidden] })).not.toMatch(/false|verified|disputed/i)
  })

  it('is nothing once the reviewer decided the claim, on that claim alone', () => {
    const records = blind({
      ...EVERYTHING,
      decision: { ...EVERYTHING.decision, ...table(ADA_SAYS, decision('d2', 'other', BEN, 'disputed', 5)) },
      merging: {},
    })
    const { records: seen, hidden } = visibleReview(records, ADA.id)
    expect(seen).toEqual({ ...records, decision: { ...EVERYTHING.decision, ...table(ADA_SAYS) } })
    expect([...hidden.keys()]).toEqual(['other'])
  })

  it('is hidden again from who takes their own decision back', () => {
    const decided = blind({ claim: table(claim('c')), decision: table(BEN_SAYS, ADA_SAYS) })
    const takenBack = { ...decided, decision: table(BEN_SAYS) }
    expect(Object.keys(visibleRecords(decided, ADA.id).decision)).toEqual(['d-ben', 'd-ada'])
    expect(Object.keys(visibleRecords(takenBack, ADA.id).decision)).toEqual([])
  })

  it('gives the same objects back where nothing is hidden, and the same tables and records of which nothing is', () => {
    const off = blind(EVERYTHING, false)
    expect(visibleRecords(off, ADA.id)).toBe(off)
    const never = { ...NO_RECORDS, ...EVERYTHING }
    expect(visibleRecords(never, ADA.id)).toBe(never)
    const decided = blind({ claim: table(claim('c')), decision: table(ADA_SAYS, BEN_SAYS) })
    expect(visibleRecords(decided, ADA.id)).toBe(decided)
    const some = blind(EVERYTHING)
    const [once, twice] = [visibleRecords(some, ADA.id), visibleRecords(some, ADA.id)]
    expect(once.evidence).toBe(some.evidence)
    expect(once.reply['r-ada']).toBe(some.reply['r-ada'])
    expect(once.seal['s']).toBe(twice.seal['s'])
  })

  it('is everything for somebody who is no reviewer, such as a report made at the command line', () => {
    const records = blind({ claim: table(claim('c')), decision: table(BEN_SAYS, ADA_SAYS) })
    expect(visibleRecords(records, null).decision).toEqual({})
  })

  it('opens what was said of a merged claim to who decided the claim that shows it', () => {
    const records = blind({
      ...EVERYTHING,
      decision: table(decision('d1', 'other', BEN, 'disputed', 3), ADA_SAYS),
      seal: {},
    })
    expect(Object.keys(visibleRecords(records, ADA.id).decision)).toEqual(['d1', 'd-ada'])
    expect(visibleReview(records, CY.id).hidden).toEqual(new Map([['c', { decisions: 2, reviewers: [ADA, BEN] }]]))
  })
})

describe('what of a history blind review hides', () => {
  function given(type: RecordChange['type'], after: { readonly id: string }): RecordChange {
    return { type, id: after.id, before: null, after } as RecordChange
  }

  it('is the same, also of decisions that were taken back since', () => {
    const hides = hiddenChanges(blind({ claim: table(claim('c')) }), ADA.id)
    const changes: [RecordChange, boolean][] = [
      [given('decision', BEN_SAYS), true],
      [{ type: 'decision', id: 'd-ben', before: BEN_SAYS, after: null }, true],
      [given('decision', ADA_SAYS), false],
      [given('reply', reply('r', 'c', BEN)), true],
      [given('seal', seal('s', 'c', BEN, null, 3)), true],
      [given('adjudication', { id: 'd', claimId: 'c' } as never), true],
      [given('evidence', evidence('e', 'c', BEN, 3)), false],
      [given('claim', claim('c')), false],
    ]
    expect(changes.map(([change]) => hides?.(change))).toEqual(changes.map(([, hidden]) => hidden))
  })

  it('is nothing when blind review is off', () => {
    expect(hiddenChanges(blind({}, false), ADA.id)).toBeNull()
  })
})

describe('turning blind review on and off', () => {
  it('is one change, for everyone, that can be undone; and none when it stands so already', () => {
    const on = setBlind(NO_RECORDS, { on: true }, { at: minute(1), by: BEN })
    expect(on).toEqual({
      ok: true,
      value: {
        label: 'turn blind review on',
        undoable: true,
        changes: [
          { type: 'blind', id: 'corpus', before: null, after: { id: 'corpus', on: true, at: minute(1), by: BEN } },
        ],
      },
    })
    expect(setBlind(NO_RECORDS, { on: false }, { at: minute(1), by: BEN })).toMatchObject({ value: { changes: [] } })
    expect(setBlind(blind({}), { on: true }, { at: minute(1), by: BEN })).toMatchObject({ value: { changes: [] } })
    expect(setBlind(blind({}), { on: false }, { at: minute(1), by: BEN })).toMatchObject({
      value: { label: 'turn blind review off', changes: [{ after: { on: false, by: BEN } }] },
    })
  })
})
