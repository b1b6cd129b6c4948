import { describe, expect, it } from 'vitest'
import { fileClaim, fileNote, type ClaimFile, type NoteFile } from '../../src/core/claim/claimFile'
import { mergeClaims, splitClaim, unmergeClaim } from '../../src/core/claim/claimMerging'
import { removeClaims } from '../../src/core/claim/claimRemoval'
import { confirmDecision, setWork, withdrawConfirmation } from '../../src/core/claim/claimWork'
import { hangingOf } from '../../src/core/claim/hanging'
import { knownReviewers } from '../../src/core/claim/knownReviewers'
import * as change from '../../src/core/claim/reviewChanges'
import { removeFilter, saveFilter } from '../../src/core/claim/savedFilters'
import { countTags, createTag, editTag, putTag, removeTag } from '../../src/core/claim/tags'
import { createReply, editReply, removeReply, setResolved } from '../../src/core/claim/threads'
import { createVerdictName, editVerdictName, removeVerdictName } from '../../src/core/claim/verdictNames'
import { decideAll } from '../../src/core/claim/verdicts'
import { ADA, BEN, merged, words, Writer } from '../support/reviewStory'

function file(writer: Pick<Writer, 'records'>, claimId: string): ClaimFile {
  const found = fileClaim(hangingOf(writer.records), claimId)
  if (found === null) throw new Error(`${claimId} is not shown`)
  return found
}

function noteFile(writer: Pick<Writer, 'records'>, noteId: string): NoteFile {
  const note = writer.records.note[noteId]
  if (note === undefined) throw new Error(`no note ${noteId}`)
  return fileNote(hangingOf(writer.records), note)
}

function decides(writer: Writer, claimId: string, verdict: 'verified' | 'disputed' = 'verified'): string {
  const { changes } = writer.does((records, stamp) => change.decide(records, { claimId, verdict, reason: 'r' }, stamp))
  return changes[0]?.id ?? ''
}

describe('the state of work', () => {
  it('is open and nobody’s until somebody says otherwise, and keeps what was not said', () => {
    const ada = new Writer(ADA)
    const claimId = ada.claim('Ten')
    expect(file(ada, claimId).work).toBeNull()
    ada.does((records, stamp) => setWork(records, { claimIds: [claimId], assigneeId: ADA.id }, stamp))
    ada.does((records, stamp) => setWork(records, { claimIds: [claimId], state: 'ready' }, stamp))
    expect(file(ada, claimId).work).toMatchObject({ state: 'ready', assignee: ADA })
    ada.does((records, stamp) => setWork(records, { claimIds: [claimId], assigneeId: null }, stamp))
    expect(file(ada, claimId).work).toMatchObject({ state: 'ready', assignee: null })
    const again = ada.does((records, stamp) => setWork(records, { claimIds: [claimId], state: 'ready' }, stamp))
    expect(again.changes).toEqual([])
  })

  it('is set for all or for none, and the claim that is not there is named', () => {
    const ada = new Writer(ADA)
    const claimId = ada.claim('Ten')
    const outcome = ada.tries((records, stamp) =>
      setWork(records, { claimIds: [claimId, 'nowhere', claimId], state: 'done' }, stamp),
    )
    expect(outcome).toMatchObject({ ok: false, error: { code: 'CLAIM_UNKNOWN' } })
    expect(JSON.stringify(outcome)).toContain('nowhere')
    expect(ada.isRefused((records, stamp) => setWork(records, { claimIds: [claimId] }, stamp))).toBe('BAD_INPUT')
    expect(
      ada.isRefused((records, stamp) => setWork(records, { claimIds: [claimId], assigneeId: 'w-cy' }, stamp)),
    ).toBe('REVIEWER_UNKNOWN')
  })
})

describe('a confirmation', () => {
  it('is another reviewer’s, of the decision that counts, once, and is no more when the verdict is another', () => {
    const ada = new Writer(ADA)
    const claimId = ada.claim('Ten')
    const decisionId = decides(ada, claimId)
    expect(ada.isRefused((records, stamp) => confirmDecision(records, { claimId, decisionId }, stamp))).toBe(
      'OWN_DECISION',
    )
    const ben = new Writer(BEN, ada.records, 30)
    ben.does((records, stamp) => confirmDecision(records, { claimId, decisionId }, stamp))
    const again = ben.does((records, stamp) => confirmDecision(records, { claimId, decisionId }, stamp))
    expect(again.changes).toEqual([])
    expect(file(ben, claimId).confirmations.map(({ by }) => by)).toEqual([BEN])
    decides(ben, claimId, 'disputed')
    expect(file(ben, claimId).confirmations).toEqual([])
    expect(ben.isRefused((records, stamp) => confirmDecision(records, { claimId, decisionId }, stamp))).toBe(
      'DECISION_UNKNOWN',
    )
  })

  it('is withdrawn only by who gave it', () => {
    const ada = new Writer(ADA)
    const claimId = ada.claim('Ten')
    const decisionId = decides(ada, claimId)
    const ben = new Writer(BEN, ada.records, 30)
    const given = ben.does((records, stamp) => confirmDecision(records, { claimId, decisionId }, stamp))
    const confirmationId = given.changes[0]?.id ?? ''
    expect(ben.isRefused((records) => withdrawConfirmation(records, { confirmationId }, ADA))).toBe('NOT_YOURS')
    ben.does((records) => withdrawConfirmation(records, { confirmationId }, BEN))
    expect(file(ben, claimId).confirmations).toEqual([])
    expect(ben.isRefused((records) => withdrawConfirmation(records, { confirmationId }, BEN))).toBe(
      'CONFIRMATION_UNKNOWN',
    )
  })
})

describe('merging', () => {
  it('shows evidence, history, replies and tags of the claim merged away, and leaves the verdict as it is', () => {
    const ada = new Writer(ADA)
    const [into, away] = [ada.claim('Ten people'), ada.claim('10 people')]
    decides(ada, into, 'verified')
    decides(ada, away, 'disputed')
    const on = { type: 'claim', id: away } as const
    ada.does((records, stamp) => createReply(records, { on, body: 'Same as above?' }, stamp))
    ada.does((records, stamp) => mergeClaims(records, { into, claimIds: [away], reason: 'Twice the same' }, stamp))
    const shown = file(ada, into)
    expect(shown.verdict).toBe('verified')
    expect(shown.history.map(({ verdict, fromClaimId }) => [verdict, fromClaimId])).toEqual([
      ['verified', null],
      ['disputed', away],
    ])
    expect(shown.evidence.map(({ fromClaimId }) => fromClaimId)).toEqual([null, away])
    expect(shown.replies.map(({ fromClaimId }) => fromClaimId)).toEqual([away])
    expect(shown.mergedFrom.map(({ claim }) => claim.statement)).toEqual(['10 people'])
    expect(fileClaim(hangingOf(ada.records), away)).toBeNull()
  })

  it('refuses work on the claim merged away, itself, and a reason that is none', () => {
    const ada = new Writer(ADA)
    const [into, away] = [ada.claim('Ten people'), ada.claim('10 people')]
    ada.does((records, stamp) => mergeClaims(records, { into, claimIds: [away], reason: 'r' }, stamp))
    const refused = [
      ada.isRefused((records, stamp) => mergeClaims(records, { into, claimIds: [into], reason: 'r' }, stamp)),
      ada.isRefused((records, stamp) => mergeClaims(records, { into, claimIds: [away], reason: ' ' }, stamp)),
      ada.isRefused((records, stamp) => mergeClaims(records, { into, claimIds: [away], reason: 'r' }, stamp)),
      ada.isRefused((records, stamp) => change.editStatement(records, { claimId: away, statement: 's' }, stamp)),
      ada.isRefused((records) => unmergeClaim(records, { claimId: into })),
    ]
    expect(refused).toEqual(['BAD_INPUT', 'REASON_MISSING', 'CLAIM_MERGED', 'CLAIM_MERGED', 'BAD_INPUT'])
  })

  it('takes merged claims along when the claim that shows them is removed', () => {
    const ada = new Writer(ADA)
    const [into, away] = [ada.claim('Ten people'), ada.claim('10 people')]
    ada.does((records, stamp) => mergeClaims(records, { into, claimIds: [away], reason: 'r' }, stamp))
    ada.does((records) => removeClaims(records, { claimIds: [into] }))
    expect([ada.records.claim, ada.records.evidence, ada.records.merging]).toEqual([{}, {}, {}])
  })
})

describe('splitting', () => {
  it('gives the new claim the evidence that was chosen, and says where it came from', () => {
    const ada = new Writer(ADA)
    const claimId = ada.claim('Ten people and two dogs')
    decides(ada, claimId)
    const [evidenceId = ''] = file(ada, claimId).evidence.map(({ id }) => id)
    const made = ada.does((records, stamp) =>
      splitClaim(records, { claimId, statement: ' Two dogs ', evidenceIds: [evidenceId] }, stamp),
    )
    const id = made.changes[0]?.id ?? ''
    expect(file(ada, id)).toMatchObject({ statement: 'Two dogs', verdict: 'unverified', splitFrom: { from: claimId } })
    expect(file(ada, id).evidence.map((one) => one.id)).toEqual([evidenceId])
    expect(file(ada, claimId)).toMatchObject({ evidence: [], verdict: 'verified', splitFrom: null })
    expect(
      ada.isRefused((records, stamp) =>
        splitClaim(records, { claimId, statement: 's', evidenceIds: [evidenceId] }, stamp),
      ),
    ).toBe('EVIDENCE_UNKNOWN')
    expect(
      ada.isRefused((records, stamp) => splitClaim(records, { claimId, statement: ' ', evidenceIds: [] }, stamp)),
    ).toBe('BAD_INPUT')
  })
})

describe('replies', () => {
  it('hang on notes and claims, are edited and removed by who wrote them only', () => {
    const ada = new Writer(ADA)
    const note = ada.does((records, stamp) => change.createNote(records, { body: 'b', passages: [words()] }, stamp))
    const noteId = note.changes[0]?.id ?? ''
    const on = { type: 'note', id: noteId } as const
    const made = ada.does((records, stamp) => createReply(records, { on, body: ' Who? ' }, stamp))
    const replyId = made.changes[0]?.id ?? ''
    const ben = new Writer(BEN, ada.records, 30)
    expect(ben.isRefused((records, stamp) => editReply(records, { replyId, body: 'x' }, stamp))).toBe('NOT_YOURS')
    expect(ben.isRefused((records) => removeReply(records, { replyId }, BEN))).toBe('NOT_YOURS')
    expect(ben.isRefused((records, stamp) => createReply(records, { on, body: ' \u00a0' }, stamp))).toBe('BAD_INPUT')
    ada.does((records, stamp) => editReply(records, { replyId, body: 'Who counted?' }, stamp))
    expect(noteFile(ada, noteId).replies).toMatchObject([{ body: 'Who counted?', createdBy: ADA }])
    const removed = ada.does((records) => change.removeNote(records, { noteId }))
    expect(removed.changes.map(({ type }) => type)).toEqual(['note', 'reply'])
  })

  it('are settled until somebody replies again, also one who had not seen that', () => {
    const ada = new Writer(ADA)
    const id = ada.claim('Ten')
    const on = { type: 'claim', id } as const
    ada.does((records, stamp) => createReply(records, { on, body: 'Who?' }, stamp))
    const before = ada.records
    const ben = new Writer(BEN, before, 60)
    ada.journal.length = 0
    ada.does((records, stamp) => setResolved(records, { on, resolved: true }, stamp))
    expect(file(ada, id).resolved?.by).toEqual(ADA)
    expect(ada.does((records, stamp) => setResolved(records, { on, resolved: true }, stamp)).changes).toEqual([])
    ben.does((records, stamp) => createReply(records, { on, body: 'Not so fast' }, stamp))
    const both = { records: merged(before, ada, ben) }
    expect(file(both, id).resolved).toBeNull()
    const cy = new Writer({ id: 'w-cy', name: 'Cy' }, both.records, -90)
    cy.does((records, stamp) => setResolved(records, { on, resolved: true }, stamp))
    expect(file(cy, id).resolved?.by.name).toBe('Cy')
  })
})

describe('tags', () => {
  it('are put on claims and notes once, and counted where they are shown', () => {
    const ada = new Writer(ADA)
    const [into, away] = [ada.claim('Ten'), ada.claim('10')]
    const made = ada.does((records, stamp) => createTag(records, { name: 'Call', colour: 'red', shape: 'star' }, stamp))
    const tagId = made.changes[0]?.id ?? ''
    const targets = [into, away].map((id) => ({ on: { type: 'claim', id } as const, taggingId: `g-${id}` }))
    ada.does((records) => putTag(records, { tagId, targets, present: true }))
    expect(ada.does((records) => putTag(records, { tagId, targets, present: true })).changes).toEqual([])
    expect(countTags(ada.records, hangingOf(ada.records)).get(tagId)).toBe(2)
    ada.does((records, stamp) => mergeClaims(records, { into, claimIds: [away], reason: 'r' }, stamp))
    expect(countTags(ada.records, hangingOf(ada.records)).get(tagId)).toBe(1)
    ada.does((records) => putTag(records, { tagId, targets: targets.slice(0, 1), present: false }))
    expect(file(ada, into).tagIds).toEqual([])
    expect(ada.records.tagging).toEqual({})
  })

  it('have names of their own, whatever their case, and are taken off everything when they are removed', () => {
    const ada = new Writer(ADA)
    const id = ada.claim('Ten')
    const tag = { colour: 'red', shape: 'star' } as const
    const made = ada.does((records, stamp) => createTag(records, { name: 'Caf\u00e9', ...tag }, stamp))
    const tagId = made.changes[0]?.id ?? ''
    expect(ada.isRefused((records, stamp) => createTag(records, { name: 'CAFE\u0301', ...tag }, stamp))).toBe(
      'NAME_TAKEN',
    )
    expect(ada.does((records) => editTag(records, { tagId, name: 'Caf\u00e9' })).changes).toEqual([])
    ada.does((records) => editTag(records, { tagId, shape: 'ring' }))
    expect(ada.records.tag[tagId]).toMatchObject({ name: 'Caf\u00e9', shape: 'ring', colour: 'red' })
    const targets = [{ on: { type: 'claim', id } as const, taggingId: 'g1' }]
    ada.does((records) => putTag(records, { tagId, targets, present: true }))
    ada.does((records) => removeTag(records, { tagId }))
    expect([ada.records.tag, ada.records.tagging]).toEqual([{}, {}])
    expect(ada.isRefused((records) => removeTag(records, { tagId }))).toBe('TAG_UNKNOWN')
  })
})

describe('names', () => {
  it('of verdicts count as what they mean, which stays once a verdict was given by them', () => {
    const ada = new Writer(ADA)
    const claimId = ada.claim('Ten')
    const made = ada.does((records, stamp) =>
      createVerdictName(records, { name: 'Misleading', means: 'disputed' }, stamp),
    )
    const verdictNameId = made.changes[0]?.id ?? ''
    const given = { claims: [{ claimId, decisionId: 'd9' }], verdictNameId, reason: 'r' }
    expect(ada.isRefused((records, stamp) => decideAll(records, { ...given, verdict: 'verified' }, stamp))).toBe(
      'BAD_INPUT',
    )
    ada.does((records, stamp) => decideAll(records, { ...given, verdict: 'disputed' }, stamp))
    expect(file(ada, claimId)).toMatchObject({ verdict: 'disputed', standing: { verdictNameId } })
    expect(ada.isRefused((records) => editVerdictName(records, { verdictNameId, means: 'verified' }))).toBe(
      'NAME_IN_USE',
    )
    expect(ada.isRefused((records) => removeVerdictName(records, { verdictNameId }))).toBe('NAME_IN_USE')
    ada.does((records) => editVerdictName(records, { verdictNameId, name: 'Half true' }))
    expect(ada.records.verdictName[verdictNameId]).toMatchObject({ name: 'Half true', means: 'disputed' })
  })

  it('of filters keep who made them when they are saved anew', () => {
    const ada = new Writer(ADA)
    const filter = {
      verdicts: ['disputed' as const],
      work: [],
      assigneeId: null,
      tagIds: [],
      sourceId: null,
      reviewerId: null,
      unsettled: true,
      text: '',
    }
    const made = ada.does((records, stamp) => saveFilter(records, { filterId: null, name: 'Mine', filter }, stamp))
    const filterId = made.changes[0]?.id ?? ''
    const ben = new Writer(BEN, ada.records, 30)
    const asked = { filterId, name: 'Ours', filter: { ...filter, text: 'ten' } }
    ben.does((records, stamp) => saveFilter(records, asked, stamp))
    expect(ben.does((records, stamp) => saveFilter(records, asked, stamp)).changes).toEqual([])
    expect(ben.records.filter[filterId]).toMatchObject({ name: 'Ours', createdBy: ADA, filter: { text: 'ten' } })
    expect(ben.isRefused((records, stamp) => saveFilter(records, { ...asked, filterId: null }, stamp))).toBe(
      'NAME_TAKEN',
    )
    ben.does((records) => removeFilter(records, { filterId }))
    expect(ben.isRefused((records) => removeFilter(records, { filterId }))).toBe('FILTER_UNKNOWN')
  })

  it('of reviewers are those of their writers, or else those that they last signed with', () => {
    const ada = new Writer(ADA)
    const claimId = ada.claim('Ten')
    const renamed = new Writer({ id: ADA.id, name: 'Ada L.' }, ada.records, 60)
    renamed.does((records, stamp) => setWork(records, { claimIds: [claimId], state: 'done' }, stamp))
    expect(knownReviewers(renamed.records)).toEqual([{ id: ADA.id, name: 'Ada L.' }])
    const named = { ...renamed.records, reviewer: { [ADA.id]: { id: ADA.id, name: 'Ada Lovelace' } } }
    expect(knownReviewers(named)).toEqual([{ id: ADA.id, name: 'Ada Lovelace' }])
  })
})
