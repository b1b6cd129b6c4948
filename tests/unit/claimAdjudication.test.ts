import { describe, expect, it } from 'vitest'
import { adjudicate, decidersOf, hintOf, ratingsOf, revisedOpinions } from '../../src/core/claim/adjudication'
import { applyChanges } from '../../src/core/claim/applyChanges'
import type { ClaimFile } from '../../src/core/claim/claimFile'
import { sealClaims } from '../../src/core/claim/claimSeal'
import { buildReviewIndex, verdictOf } from '../../src/core/claim/reviewIndex'
import type { ReviewRecords } from '../../src/core/claim/recordTable'
import type { Decision } from '../../src/core/claim/reviewRecord'
import { ADA, BEN, blind, claim, CY, decision, evidence, minute, seal, table } from '../support/independentReview'

const APART = [decision('d1', 'c', ADA, 'verified', 1), decision('d2', 'c', BEN, 'disputed', 2)]

function reviewed(...decisions: readonly Decision[]): ReviewRecords {
  return blind({ claim: table(claim('c')), decision: table(...decisions) })
}

function fileOf(records: ReviewRecords): ClaimFile {
  const file = buildReviewIndex(records).claims.get('c')
  if (file === undefined) throw new Error('the claim is not there')
  return file
}

function settle(records: ReviewRecords, verdict: Decision['verdict'], at = 20): ReviewRecords {
  const input = { claimId: 'c', verdict, verdictNameId: null, cause: 'mistake', reason: 'Ben misread it.' } as const
  const outcome = adjudicate(records, input, { id: `ruling-${at}`, at: minute(at), by: ADA })
  if (!outcome.ok) throw new Error(outcome.error.message)
  return applyChanges(records, outcome.value.changes)
}

describe('two reviewers who decided independently and differ', () => {
  it('leave the claim unverified, whoever was later, also in what is counted', () => {
    const records = reviewed(...APART)
    expect(fileOf(records)).toMatchObject({ verdict: 'unverified', standing: null })
    expect(fileOf(records).disagreement?.map(({ id }) => id)).toEqual(['d1', 'd2'])
    expect(verdictOf(records, 'c')).toBe('unverified')
  })

  it('disagree still when blind review was turned off since', () => {
    expect(fileOf(blind({ claim: table(claim('c')), decision: table(...APART) }, false)).disagreement).toHaveLength(2)
  })

  it('do not disagree when one comes round; each speaks by the latest verdict they gave', () => {
    const records = reviewed(...APART, decision('d3', 'c', BEN, 'verified', 3))
    expect(fileOf(records)).toMatchObject({ verdict: 'verified', disagreement: null })
    expect(revisedOpinions(fileOf(records))).toBe(1)
  })

  it('where nothing was ever reviewed blind, the latest counts, since it was given in sight of the other', () => {
    const records = { ...reviewed(...APART), blind: {} }
    expect(fileOf(records)).toMatchObject({ verdict: 'disputed', disagreement: null })
  })
})

describe('adjudicating', () => {
  it('is one entry: a decision, and what it settles and why they differed', () => {
    const outcome = adjudicate(
      reviewed(...APART),
      { claimId: 'c', verdict: 'disputed', verdictNameId: null, cause: 'evidence-missed', reason: ' Ada missed B. ' },
      { id: 'ruling', at: minute(9), by: CY },
    )
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        label: 'adjudicate a claim',
        undoable: true,
        changes: [
          { type: 'decision', after: { id: 'ruling', verdict: 'disputed', reason: 'Ada missed B.', by: CY } },
          {
            type: 'adjudication',
            after: { id: 'ruling', claimId: 'c', decisionIds: ['d1', 'd2'], cause: 'evidence-missed' },
          },
        ],
      },
    })
  })

  it('gives the claim its verdict, and changes nothing of what the reviewers said', () => {
    const records = settle(reviewed(...APART), 'disputed')
    const file = fileOf(records)
    expect(file).toMatchObject({ verdict: 'disputed', disagreement: null, adjudication: { cause: 'mistake' } })
    expect(ratingsOf([file])).toEqual([
      new Map([
        [ADA.id, 'verified'],
        [BEN.id, 'disputed'],
      ]),
    ])
    expect(decidersOf([file])).toEqual([
      { ...ADA, decided: 1 },
      { ...BEN, decided: 1 },
    ])
  })

  it('is reopened by a new verdict that differs, not by one that agrees, and can be done again', () => {
    const settled = settle(reviewed(...APART), 'disputed')
    const withOne = (one: Decision) => ({ ...settled, decision: { ...settled.decision, ...table(one) } })
    expect(fileOf(withOne(decision('d3', 'c', CY, 'disputed', 30)))).toMatchObject({ verdict: 'disputed' })
    const reopened = withOne(decision('d3', 'c', ADA, 'unverified', 30))
    expect(fileOf(reopened)).toMatchObject({ verdict: 'unverified', adjudication: null })
    expect(fileOf(reopened).disagreement?.map(({ id }) => id)).toEqual(['d2', 'ruling-20', 'd3'])
    expect(fileOf(settle(reopened, 'verified', 40))).toMatchObject({ verdict: 'verified', disagreement: null })
  })

  it('is reopened by a verdict that was given before it and came later, from a colleague who was away', () => {
    const settled = settle(reviewed(...APART), 'disputed')
    const late = { ...settled, decision: { ...settled.decision, ...table(decision('d0', 'c', CY, 'verified', 0)) } }
    expect(fileOf(late).disagreement?.map(({ id }) => id)).toEqual(['d0', 'd1', 'd2', 'ruling-20'])
  })

  it('is refused without a disagreement, on a sealed claim, without a reason, and of what the one who asks may not see', () => {
    const ask = (records: ReviewRecords, reason = 'So.') => {
      const input = { claimId: 'c', verdict: 'verified', verdictNameId: null, cause: 'other', reason } as const
      const outcome = adjudicate(records, input, { id: 'ruling', at: minute(9), by: CY })
      return outcome.ok ? 'done' : outcome.error.code
    }
    expect(ask(reviewed(...APART))).toBe('done')
    expect(ask(reviewed(APART[0] as Decision))).toBe('NO_DISAGREEMENT')
    expect(ask(reviewed())).toBe('NO_DISAGREEMENT')
    expect(ask(settle(reviewed(...APART), 'verified'))).toBe('NO_DISAGREEMENT')
    expect(ask(reviewed(...APART), '  ')).toBe('REASON_MISSING')
    expect(ask({ ...reviewed(...APART), seal: table(seal('s', 'c', ADA, 'd1', 5)) })).toBe('CLAIM_SEALED')
    expect(ask(blind({}))).toBe('CLAIM_UNKNOWN')
  })
})

describe('sealing while review is blind', () => {
  function seal1(records: ReviewRecords, by = ADA): string {
    const input = { claims: [{ claimId: 'c', sealId: 's' }], reason: 'Done.' }
    const outcome = sealClaims(records, input, { at: minute(30), by })
    return outcome.ok ? 'sealed' : outcome.error.code
  }

  it('waits for the adjudication, and for the verdict of the one who seals where others have decided', () => {
    expect(seal1(reviewed(...APART))).toBe('DISAGREEMENT_OPEN')
    expect(seal1(reviewed(...APART), CY)).toBe('VERDICTS_HIDDEN')
    expect(seal1(settle(reviewed(...APART), 'verified'))).toBe('sealed')
    expect(seal1(reviewed())).toBe('sealed')
  })
})

describe('what a disagreement looks like', () => {
  it('tells decided against each other from left open, and evidence that not all had when they decided', () => {
    expect(hintOf(APART, [evidence('e', 'c', ADA, 0)])).toBe('verified-disputed')
    expect(hintOf([decision('a', 'c', ADA, 'unverified', 1), decision('b', 'c', BEN, 'disputed', 2)], [])).toBe(
      'decided-unverified',
    )
    expect(hintOf(APART, [evidence('e', 'c', BEN, 2)])).toBe('other-evidence')
    expect(hintOf(APART, [evidence('e', 'c', BEN, 3)])).toBe('verified-disputed')
  })
})
