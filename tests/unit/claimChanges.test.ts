import { describe, expect, it } from 'vitest'
import { applyChanges } from '../../src/core/claim/applyChanges'
import type { ReviewOutcome } from '../../src/core/claim/reviewAction'
import {
  addEvidence,
  createClaim,
  createNote,
  decide,
  editNote,
  editStatement,
  removeClaim,
  removeEvidence,
  removeNote,
  setStance,
} from '../../src/core/claim/reviewChanges'
import { NO_RECORDS, type ReviewRecords } from '../../src/core/claim/recordTable'
import {
  registerSources,
  renameCorpus,
  renameReviewer,
  setFurniture,
  setMatchSettings,
  setMetadata,
} from '../../src/core/claim/sourceChanges'
import { DEFAULT_MATCH_SETTINGS } from '../../src/core/match/passageMatch'

const by = { id: 'w-ada', name: 'Ada' }
const EIGHT = '2024-05-01T08:00:00.000Z'
const NINE = '2024-05-01T09:00:00.000Z'
const HASH = 'a'.repeat(64)
const anchor = {
  textHash: HASH,
  position: { start: 0, endExclusive: 3 },
  quote: { prefix: '', exact: 'ten', suffix: '' },
}
const passages = [{ sourceId: 's1', anchor }]

function stamp(id: string, at = EIGHT): { id: string; at: string; by: typeof by } {
  return { id, at, by }
}

function after(records: ReviewRecords, outcome: ReviewOutcome): ReviewRecords {
  if (!outcome.ok) throw new Error(outcome.error.message)
  return applyChanges(records, outcome.value.changes)
}

function changeCount(outcome: ReviewOutcome): number | string {
  return outcome.ok ? outcome.value.changes.length : outcome.error.code
}

const reading = { id: 's1', path: 'a.txt', sha256: HASH, textHash: HASH }
const withSource = after(NO_RECORDS, registerSources(NO_RECORDS, [reading], { at: EIGHT }))
const withClaim = after(
  withSource,
  createClaim(
    withSource,
    { statement: ' Ten people. ', evidence: [{ id: 'e1', stance: 'supports', passages }] },
    stamp('c1'),
  ),
)

describe('a claim', () => {
  it('is made with its evidence in one action, its statement trimmed', () => {
    expect(withClaim.claim).toEqual({
      c1: { id: 'c1', statement: 'Ten people.', createdAt: EIGHT, createdBy: by, updatedAt: EIGHT },
    })
    expect(withClaim.evidence).toEqual({
      e1: { id: 'e1', claimId: 'c1', stance: 'supports', passages, createdAt: EIGHT, createdBy: by },
    })
  })

  it('keeps who made it and when, when it is worded anew', () => {
    const edited = after(withClaim, editStatement(withClaim, { claimId: 'c1', statement: 'Eleven.' }, { at: NINE }))
    expect(edited.claim['c1']).toEqual({
      id: 'c1',
      statement: 'Eleven.',
      createdAt: EIGHT,
      createdBy: by,
      updatedAt: NINE,
    })
  })

  it('is left alone by words that are the same, but for blanks around them', () => {
    expect(changeCount(editStatement(withClaim, { claimId: 'c1', statement: 'Ten people.\n' }, { at: NINE }))).toBe(0)
  })

  it('goes with its verdicts and evidence, and leaves those of others', () => {
    let records = after(withClaim, createClaim(withClaim, { statement: 'Other', evidence: [] }, stamp('c2')))
    for (const claimId of ['c1', 'c2']) {
      records = after(records, decide(records, { claimId, verdict: 'verified', reason: 'r' }, stamp(`d-${claimId}`)))
    }
    const left = after(records, removeClaim(records, { claimId: 'c1' }))
    expect([Object.keys(left.claim), Object.keys(left.decision), Object.keys(left.evidence)]).toEqual([
      ['c2'],
      ['d-c2'],
      [],
    ])
  })
})

describe('a verdict', () => {
  it('wants a reason that is more than blanks, also for going back to unverified', () => {
    for (const verdict of ['verified', 'disputed', 'unverified'] as const) {
      expect(changeCount(decide(withClaim, { claimId: 'c1', verdict, reason: ' \n\u00A0' }, stamp('d1')))).toBe(
        'REASON_MISSING',
      )
    }
  })

  it('does not touch the claim’s own record, so that two reviewers’ work does not collide', () => {
    const outcome = decide(withClaim, { claimId: 'c1', verdict: 'verified', reason: 'Seen.' }, stamp('d1'))
    expect(outcome.ok && outcome.value.changes.map((change) => change.type)).toEqual(['decision'])
    expect(outcome.ok && outcome.value.label).toBe('mark a claim verified')
  })

  it('is dated after the verdicts that were there, though the clock is behind', () => {
    const first = after(
      withClaim,
      decide(withClaim, { claimId: 'c1', verdict: 'verified', reason: 'r' }, stamp('d1', NINE)),
    )
    const second = after(first, decide(first, { claimId: 'c1', verdict: 'disputed', reason: 'r' }, stamp('d0', EIGHT)))
    expect(second.decision['d0']?.at).toBe('2024-05-01T09:00:00.001Z')
  })
})

describe('evidence', () => {
  it('is added, stands otherwise, and is removed', () => {
    const input = { claimId: 'c1', stance: 'qualifies', passages: [...passages, ...passages] } as const
    const added = after(withClaim, addEvidence(withClaim, input, stamp('e2', NINE)))
    expect(added.evidence['e2']).toEqual({ id: 'e2', ...input, createdAt: NINE, createdBy: by })
    const contradicting = after(added, setStance(added, { evidenceId: 'e2', stance: 'contradicts' }))
    expect(contradicting.evidence['e2']?.stance).toBe('contradicts')
    expect(changeCount(setStance(contradicting, { evidenceId: 'e2', stance: 'contradicts' }))).toBe(0)
    const removed = after(contradicting, removeEvidence(contradicting, { evidenceId: 'e2' }))
    expect(removed).toEqual(withClaim)
  })
})

describe('a note', () => {
  it('is written, edited and removed', () => {
    const written = after(withSource, createNote(withSource, { body: ' Why ten? ', passages }, stamp('n1')))
    expect(written.note['n1']).toEqual({
      id: 'n1',
      body: 'Why ten?',
      passages,
      createdAt: EIGHT,
      createdBy: by,
      updatedAt: EIGHT,
    })
    const edited = after(written, editNote(written, { noteId: 'n1', body: 'Why not?' }, { at: NINE }))
    expect(edited.note['n1']).toMatchObject({ body: 'Why not?', createdAt: EIGHT, updatedAt: NINE })
    expect(changeCount(editNote(edited, { noteId: 'n1', body: 'Why not?' }, { at: NINE }))).toBe(0)
    expect(after(edited, removeNote(edited, { noteId: 'n1' }))).toEqual(withSource)
  })
})

describe('what cannot be done', () => {
  const nowhere = [{ sourceId: 's9', anchor }]
  const refusals: [string, ReviewOutcome, string][] = [
    ['a claim without words', createClaim(withSource, { statement: ' ', evidence: [] }, stamp('c9')), 'BAD_INPUT'],
    [
      'a claim on a source that is not there',
      createClaim(
        withSource,
        { statement: 's', evidence: [{ id: 'e9', stance: 'supports', passages: nowhere }] },
        stamp('c9'),
      ),
      'SOURCE_UNKNOWN',
    ],
    ['editing no claim', editStatement(withClaim, { claimId: 'c9', statement: 's' }, { at: NINE }), 'CLAIM_UNKNOWN'],
    [
      'editing what objects inherit',
      editStatement(withClaim, { claimId: 'constructor', statement: 's' }, { at: NINE }),
      'CLAIM_UNKNOWN',
    ],
    [
      'a claim edited to nothing',
      editStatement(withClaim, { claimId: 'c1', statement: '' }, { at: NINE }),
      'BAD_INPUT',
    ],
    [
      'deciding no claim',
      decide(withClaim, { claimId: 'c9', verdict: 'verified', reason: 'r' }, stamp('d9')),
      'CLAIM_UNKNOWN',
    ],
    ['removing no claim', removeClaim(withClaim, { claimId: 'c9' }), 'CLAIM_UNKNOWN'],
    [
      'evidence for no claim',
      addEvidence(withClaim, { claimId: 'c9', stance: 'supports', passages }, stamp('e9')),
      'CLAIM_UNKNOWN',
    ],
    [
      'evidence without a passage',
      addEvidence(withClaim, { claimId: 'c1', stance: 'supports', passages: [] }, stamp('e9')),
      'BAD_INPUT',
    ],
    [
      'evidence from nowhere',
      addEvidence(withClaim, { claimId: 'c1', stance: 'supports', passages: nowhere }, stamp('e9')),
      'SOURCE_UNKNOWN',
    ],
    ['the stance of no evidence', setStance(withClaim, { evidenceId: 'e9', stance: 'supports' }), 'EVIDENCE_UNKNOWN'],
    ['removing no evidence', removeEvidence(withClaim, { evidenceId: 'e9' }), 'EVIDENCE_UNKNOWN'],
    ['a note without words', createNote(withSource, { body: '', passages }, stamp('n9')), 'BAD_INPUT'],
    ['a note on nothing', createNote(withSource, { body: 'b', passages: [] }, stamp('n9')), 'BAD_INPUT'],
    ['a note on no source', createNote(withSource, { body: 'b', passages: nowhere }, stamp('n9')), 'SOURCE_UNKNOWN'],
    ['editing no note', editNote(withSource, { noteId: 'n9', body: 'b' }, { at: NINE }), 'NOTE_UNKNOWN'],
    ['removing no note', removeNote(withSource, { noteId: 'n9' }), 'NOTE_UNKNOWN'],
    ['metadata of no source', setMetadata(withSource, { sourceId: 's9', fields: {} }), 'SOURCE_UNKNOWN'],
    [
      'furniture of no source',
      setFurniture(withSource, { sourceId: 's9', anchor, furniture: true }, { id: 'f9' }),
      'SOURCE_UNKNOWN',
    ],
    ['a corpus without a name', renameCorpus(withSource, { name: ' ', defaults: DEFAULT_MATCH_SETTINGS }), 'BAD_INPUT'],
    ['a reviewer without a name', renameReviewer(withSource, { id: 'w-ada', name: ' ' }), 'BAD_INPUT'],
  ]
  it.each(refusals)('%s is refused', (_, outcome, code) => {
    expect(outcome.ok ? 'done' : outcome.error.code).toBe(code)
  })
})

describe('sources', () => {
  const read = (path: string, id = path, sha256 = HASH) => ({ id, path, sha256, textHash: HASH })
  const sigla = (records: ReviewRecords) =>
    Object.fromEntries(Object.values(records.source).map(({ path, siglum }) => [path, siglum]))

  it('get their letters in order of path, and later ones go on from there', () => {
    const first = after(NO_RECORDS, registerSources(NO_RECORDS, [read('c'), read('a'), read('b')], { at: EIGHT }))
    expect(sigla(first)).toEqual({ a: 'A', b: 'B', c: 'C' })
    const second = after(first, registerSources(first, [read('a'), read('0'), read('c')], { at: NINE }))
    expect(sigla(second)).toEqual({ a: 'A', b: 'B', c: 'C', '0': 'D' })
    expect(second.source['0']?.importedAt).toBe(NINE)
  })

  it('are left alone when they are registered as they stand, which Undo passes over', () => {
    const outcome = registerSources(withSource, [reading], { at: NINE })
    expect([outcome.value.changes, outcome.value.undoable]).toEqual([[], false])
  })

  it('get a version when their bytes or their text are others', () => {
    const other = 'b'.repeat(64)
    const changed = after(withSource, registerSources(withSource, [{ ...reading, sha256: other }], { at: NINE }))
    expect(changed.source['s1']?.versions).toEqual([
      { sha256: HASH, textHash: HASH, readAt: EIGHT },
      { sha256: other, textHash: HASH, readAt: NINE },
    ])
    const back = after(changed, registerSources(changed, [reading], { at: NINE }))
    expect(back.source['s1']?.versions).toHaveLength(3)
  })

  it('keep id and letter when their file was renamed', () => {
    const moved = after(withSource, registerSources(withSource, [{ ...reading, path: 'z.txt' }], { at: NINE }))
    expect(moved.source).toEqual({ s1: { ...withSource.source['s1'], path: 'z.txt' } })
  })

  it('do not take over the id of another source that once had their path', () => {
    const other = { ...reading, path: 'new.txt', sha256: 'c'.repeat(64) }
    const added = after(withSource, registerSources(withSource, [other], { at: NINE }))
    expect(Object.values(added.source).map(({ id, path, siglum }) => [id, path, siglum])).toEqual([
      ['s1', 'a.txt', 'A'],
      ['s1-2', 'new.txt', 'B'],
    ])
  })

  it('keep corrections field by field; “not known” is a correction too', () => {
    const first = after(withSource, setMetadata(withSource, { sourceId: 's1', fields: { title: 'T', byline: 'B' } }))
    const fields = { byline: null, title: undefined }
    const second = after(first, setMetadata(first, { sourceId: 's1', fields }))
    expect(second.metadata['s1']).toEqual({ id: 's1', fields: { title: 'T', byline: null } })
    expect(changeCount(setMetadata(second, { sourceId: 's1', fields: { title: 'T' } }))).toBe(0)
  })

  it('have one ruling for a stretch, changed when it is ruled anew', () => {
    const ruling = { sourceId: 's1', anchor, furniture: true }
    const first = after(withSource, setFurniture(withSource, ruling, { id: 'f1' }))
    expect(changeCount(setFurniture(first, ruling, { id: 'f2' }))).toBe(0)
    const second = after(first, setFurniture(first, { ...ruling, furniture: false }, { id: 'f2' }))
    expect(second.furniture).toEqual({ f1: { id: 'f1', sourceId: 's1', anchor, furniture: false } })
    const elsewhere = { ...anchor, position: { start: 1, endExclusive: 3 } }
    const third = after(second, setFurniture(second, { ...ruling, anchor: elsewhere }, { id: 'f3' }))
    expect(Object.keys(third.furniture)).toEqual(['f1', 'f3'])
  })
})

describe('the settings of the corpus', () => {
  const defaults = DEFAULT_MATCH_SETTINGS
  it('are one record, of which name and match settings are changed each by itself', () => {
    const named = after(NO_RECORDS, renameCorpus(NO_RECORDS, { name: ' Four reports ', defaults }))
    expect(named.settings).toEqual({ corpus: { id: 'corpus', name: 'Four reports', match: defaults } })
    const match = { smallestPassageWords: 8, leastScore: 0.5, kinds: ['identical' as const] }
    const set = after(named, setMatchSettings(named, { match }))
    expect(set.settings).toEqual({ corpus: { id: 'corpus', name: 'Four reports', match } })
    expect(changeCount(setMatchSettings(set, { match }))).toBe(0)
    expect(changeCount(renameCorpus(set, { name: 'Four reports', defaults }))).toBe(0)
    expect(after(NO_RECORDS, setMatchSettings(NO_RECORDS, { match })).settings['corpus']?.name).toBeNull()
  })

  it('do not hold the reviewer’s name, which is a record of its own and not undone', () => {
    const outcome = renameReviewer(NO_RECORDS, { id: 'w-ada', name: ' Ada ' })
    expect(after(NO_RECORDS, outcome).reviewer).toEqual({ 'w-ada': by })
    expect(outcome.ok && outcome.value.undoable).toBe(false)
    expect(changeCount(renameReviewer(after(NO_RECORDS, outcome), by))).toBe(0)
  })
})
