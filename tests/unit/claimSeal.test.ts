import { describe, expect, it } from 'vitest'
import { invertChanges } from '../../src/core/claim/applyChanges'
import { fileClaim, type ClaimFile } from '../../src/core/claim/claimFile'
import { mergeClaims, splitClaim } from '../../src/core/claim/claimMerging'
import { removeClaims } from '../../src/core/claim/claimRemoval'
import { reopenClaim, sealClaims } from '../../src/core/claim/claimSeal'
import { confirmDecision, setWork } from '../../src/core/claim/claimWork'
import { hangingOf } from '../../src/core/claim/hanging'
import * as change from '../../src/core/claim/reviewChanges'
import type { ReviewRecords } from '../../src/core/claim/recordTable'
import { findBrokenSeal } from '../../src/core/claim/sealGuard'
import { createTag, putTag } from '../../src/core/claim/tags'
import { createReply } from '../../src/core/claim/threads'
import { ADA, BEN, merged, words, Writer } from '../support/reviewStory'

function file(records: ReviewRecords, claimId: string): ClaimFile {
  const found = fileClaim(hangingOf(records), claimId)
  if (found === null) throw new Error(`${claimId} is not shown`)
  return found
}

function decides(writer: Writer, claimId: string, verdict: 'verified' | 'disputed', reason = 'Because'): void {
  writer.does((records, stamp) => change.decide(records, { claimId, verdict, reason }, stamp))
}

function seals(writer: Writer, claimId: string): void {
  writer.does((records, stamp) =>
    sealClaims(records, { claims: [{ claimId, sealId: stamp.id }], reason: 'Checked twice' }, stamp),
  )
}

function reopens(writer: Writer, claimId: string): void {
  writer.does((records, stamp) => reopenClaim(records, { claimId, reason: 'New source' }, stamp))
}

/** Ada's claim, verified and sealed, and Ben, who saw it before the seal. */
function sealedByAda() {
  const ada = new Writer(ADA)
  const claimId = ada.claim('Ten people')
  decides(ada, claimId, 'verified')
  const before = ada.records
  const ben = new Writer(BEN, before, 40)
  ada.journal.length = 0
  seals(ada, claimId)
  return { ada, ben, claimId, before }
}

describe('a sealed claim', () => {
  it('refuses what would change it, and lets people talk about it', () => {
    const { ada, claimId } = sealedByAda()
    const evidenceId = file(ada.records, claimId).evidence[0]?.id ?? ''
    const decisionId = file(ada.records, claimId).standing?.id ?? ''
    const other = ada.claim('Eleven people')
    const refused = [
      ada.isRefused((records, stamp) => change.editStatement(records, { claimId, statement: 'Nine' }, stamp)),
      ada.isRefused((records, stamp) => change.decide(records, { claimId, verdict: 'disputed', reason: 'No' }, stamp)),
      ada.isRefused((records, stamp) =>
        change.addEvidence(records, { claimId, stance: 'supports', passages: [words()] }, stamp),
      ),
      ada.isRefused((records) => change.setStance(records, { evidenceId, stance: 'contradicts' })),
      ada.isRefused((records) => change.removeEvidence(records, { evidenceId })),
      ada.isRefused((records) => removeClaims(records, { claimIds: [other, claimId] })),
      ada.isRefused((records, stamp) => splitClaim(records, { claimId, statement: 'Part', evidenceIds: [] }, stamp)),
      ada.isRefused((records, stamp) => mergeClaims(records, { into: claimId, claimIds: [other], reason: 'r' }, stamp)),
      ada.isRefused((records, stamp) => mergeClaims(records, { into: other, claimIds: [claimId], reason: 'r' }, stamp)),
      new Writer(BEN, ada.records).isRefused((records, stamp) =>
        confirmDecision(records, { claimId, decisionId }, stamp),
      ),
    ]
    expect(new Set(refused)).toEqual(new Set(['CLAIM_SEALED']))
    const on = { type: 'claim', id: claimId } as const
    ada.does((records, stamp) => createReply(records, { on, body: 'Well done' }, stamp))
    ada.does((records, stamp) => setWork(records, { claimIds: [claimId], state: 'done' }, stamp))
    ada.does((records, stamp) => createTag(records, { name: 'Print', colour: 'red', shape: 'star' }, { id: stamp.id }))
    const tagId = Object.keys(ada.records.tag)[0] ?? ''
    ada.does((records, stamp) => putTag(records, { tagId, targets: [{ on, taggingId: stamp.id }], present: true }))
    expect(file(ada.records, claimId)).toMatchObject({ work: { state: 'done' }, tagIds: [tagId] })
  })

  it('keeps its verdict and its words against a colleague who had not seen the seal, and marks what they wrote', () => {
    const { ada, ben, claimId, before } = sealedByAda()
    decides(ben, claimId, 'disputed', 'I did not know')
    ben.does((records, stamp) => change.editStatement(records, { claimId, statement: 'Nine people' }, stamp))
    ben.does((records, stamp) =>
      change.addEvidence(records, { claimId, stance: 'contradicts', passages: [words('nine')] }, stamp),
    )
    const shown = file(merged(before, ada, ben), claimId)
    expect(shown).toMatchObject({ verdict: 'verified', statement: 'Ten people' })
    expect(shown.claim.statement).toBe('Nine people')
    expect(shown.history.map(({ reason, afterSeal }) => [reason, afterSeal])).toEqual([
      ['Because', false],
      ['I did not know', true],
    ])
    expect(shown.evidence.map(({ afterSeal }) => afterSeal)).toEqual([false, true])
  })

  it('keeps its verdict when a decision comes to light that is dated before the seal', () => {
    const ada = new Writer(ADA, undefined, 1)
    const claimId = ada.claim('Ten people')
    const before = ada.records
    const ben = new Writer(BEN, before, 5)
    decides(ben, claimId, 'disputed', 'In time, but on a train')
    const late = new Writer(ADA, before, 3)
    decides(late, claimId, 'verified')
    const sealing = new Writer(ADA, late.records, 20)
    seals(sealing, claimId)
    expect(file(merged(before, late, sealing, ben), claimId).verdict).toBe('verified')
    reopens(sealing, claimId)
    expect(file(merged(before, late, sealing, ben), claimId).verdict).toBe('disputed')
  })

  it('does not count what was decided behind the seal when it is opened again, and counts what is decided then', () => {
    const { ada, ben, claimId, before } = sealedByAda()
    decides(ben, claimId, 'disputed', 'Behind the seal')
    const after = new Writer(ADA, merged(before, ada, ben), 60)
    reopens(after, claimId)
    expect(file(after.records, claimId).verdict).toBe('verified')
    decides(after, claimId, 'disputed', 'The new source says so')
    expect(file(after.records, claimId)).toMatchObject({ verdict: 'disputed', seal: null })
  })

  it('holds to the first of two seals that did not know of each other', () => {
    const { ada, ben, claimId, before } = sealedByAda()
    decides(ben, claimId, 'disputed')
    seals(ben, claimId)
    expect(file(merged(before, ada, ben), claimId).verdict).toBe('verified')
  })

  it('is dated after what it seals and before what is decided after its opening, though the clock is set back', () => {
    const { ada, claimId } = sealedByAda()
    const early = new Writer(ADA, ada.records, -500)
    reopens(early, claimId)
    decides(early, claimId, 'disputed', 'Set back')
    expect(file(early.records, claimId)).toMatchObject({ verdict: 'disputed', standing: { reason: 'Set back' } })
    seals(early, claimId)
    expect(file(early.records, claimId).seal?.decisionId).toBe(file(early.records, claimId).standing?.id)
  })

  it('cannot be changed by taking back what was done before a colleague sealed it', () => {
    const ada = new Writer(ADA)
    const claimId = ada.claim('Ten people')
    const decided = ada.does((records, stamp) =>
      change.decide(records, { claimId, verdict: 'verified', reason: 'r' }, stamp),
    )
    const worked = ada.does((records, stamp) => setWork(records, { claimIds: [claimId], state: 'ready' }, stamp))
    seals(ada, claimId)
    expect(findBrokenSeal(ada.records, invertChanges(decided.changes))?.code).toBe('CLAIM_SEALED')
    expect(findBrokenSeal(ada.records, invertChanges(worked.changes))).toBeNull()
  })

  it('needs a reason, and says nothing when it stands so already', () => {
    const { ada, claimId } = sealedByAda()
    const claims = [{ claimId, sealId: 'z' }]
    expect(ada.isRefused((records, stamp) => sealClaims(records, { claims, reason: ' \u00a0' }, stamp))).toBe(
      'REASON_MISSING',
    )
    expect(ada.isRefused((records, stamp) => reopenClaim(records, { claimId, reason: '' }, stamp))).toBe(
      'REASON_MISSING',
    )
    expect(ada.does((records, stamp) => sealClaims(records, { claims, reason: 'Again' }, stamp)).changes).toEqual([])
    reopens(ada, claimId)
    expect(ada.does((records, stamp) => reopenClaim(records, { claimId, reason: 'Again' }, stamp)).changes).toEqual([])
  })
})
