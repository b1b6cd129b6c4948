import { describe, expect, it } from 'vitest'
import { HistoryIndex } from '../../src/core/claim/historyIndex'
import { RECORD_TYPES } from '../../src/core/claim/historyWords'
import type { RecordChange, RecordMap, RecordType } from '../../src/core/claim/recordTable'
import { DEFAULT_MATCH_SETTINGS } from '../../src/core/match/passageMatch'
import { added, anchor, ANN, BEN, changed, cited, Diary, removed } from '../support/historyEntries'

const AT = '2026-05-01T08:00:00.000Z'
const signed = { at: AT, by: BEN }
const made = { createdAt: AT, createdBy: ANN, updatedAt: AT }
const HASH = 'b'.repeat(64)

/** One record of every type; a type that is left out does not compile. */
const SAMPLES: { readonly [T in RecordType]: RecordMap[T] } = {
  claim: { id: 'c1', statement: 'Four shots were fired', ...made },
  decision: {
    id: 'd1',
    claimId: 'c1',
    verdict: 'disputed',
    verdictNameId: null,
    reason: 'two reports differ',
    ...signed,
  },
  evidence: {
    id: 'e1',
    claimId: 'c1',
    stance: 'contradicts',
    passages: [cited('s2', 'seven shots')],
    createdAt: AT,
    createdBy: ANN,
  },
  note: { id: 'n1', body: 'Ask the desk', passages: [cited('s1', 'at 9:14'), cited('s2', 'at 9:41')], ...made },
  source: {
    id: 's2',
    siglum: 'B',
    path: 'b.txt',
    importedAt: AT,
    versions: [{ sha256: HASH, textHash: HASH, readAt: AT }],
  },
  metadata: { id: 's2', fields: { title: 'Shots', outlet: 'The Echo' } },
  furniture: { id: 'f1', sourceId: 's2', anchor: anchor('Donate now'), furniture: true },
  settings: { id: 'corpus', name: 'The square', match: DEFAULT_MATCH_SETTINGS },
  reviewer: { id: 'w-ann', name: 'Ann' },
  matchDecision: {
    id: 'm1',
    what: 'reject',
    removed: [{ a: cited('s1', 'a car'), b: cited('s2', 'the car') }],
    added: [],
    ...signed,
  },
  verdictName: { id: 'v1', name: 'Mostly true', means: 'verified' },
  work: { id: 'c1', state: 'in-progress', assignee: BEN, ...signed },
  confirmation: { id: 'k1', claimId: 'c1', decisionId: 'd1', ...signed },
  seal: {
    id: 'x1',
    claimId: 'c1',
    sealed: true,
    statement: 'Four shots were fired',
    decisionId: 'd1',
    reason: 'gone to print',
    ...signed,
  },
  reply: { id: 'r1', on: { type: 'note', id: 'n1' }, body: 'Done', ...made },
  thread: { id: 'n1', resolved: true, ...signed },
  tag: { id: 't1', name: 'Call back', colour: 'red', shape: 'star' },
  tagging: { id: 'g1', tagId: 't1', on: { type: 'claim', id: 'c1' } },
  filter: {
    id: 'l1',
    name: 'Open questions',
    filter: {
      verdicts: ['disputed'],
      work: [],
      assigneeId: null,
      tagIds: ['t1'],
      sourceId: null,
      reviewerId: null,
      unsettled: false,
      text: '',
    },
    createdAt: AT,
    createdBy: ANN,
  },
  merging: { id: 'c2', into: 'c1', reason: 'the same', ...signed },
  splitting: { id: 'c3', from: 'c1', ...signed },
  settlement: {
    id: 'h1',
    on: { type: 'evidence', id: 'e1', passage: 0 },
    what: 'follow',
    textHash: HASH,
    from: anchor('seven shots'),
    to: anchor('eight shots'),
    ...signed,
  },
  adjudication: { id: 'd1', claimId: 'c1', decisionIds: ['d1'], cause: 'evidence-missed' },
  blind: { id: 'corpus', on: true, ...signed },
}

/** What was there before, so that everything has a name. */
function begun(): Diary {
  const diary = new Diary()
  diary.write(ANN, [added('source', { ...SAMPLES.source, id: 's1', siglum: 'A', path: 'a.txt' })])
  const others = ['c2', 'c3'].map((id) => added('claim', { ...SAMPLES.claim, id, statement: `Claim ${id}` }))
  diary.write(ANN, [added('reviewer', SAMPLES.reviewer), ...others])
  const first = ['claim', 'source', 'note', 'evidence', 'decision', 'tag'] as const
  for (const type of first) diary.write(ANN, [added(type, SAMPLES[type])])
  diary.write(BEN, [added('reviewer', { id: 'w-ben', name: 'Ben' })])
  return diary
}

function lastSentence(diary: Diary): string {
  const index = new HistoryIndex(diary.entries, (writer) => writer)
  return index.sentence(diary.entries.length - 1)
}

function told(...changes: readonly RecordChange[]): string {
  const diary = begun()
  diary.write(BEN, changes)
  return lastSentence(diary)
}

function samples<R>(tell: (type: RecordType) => R): Record<string, R> {
  return Object.fromEntries(RECORD_TYPES.toSorted().map((type) => [type, tell(type)]))
}

describe('what one change did, in words', () => {
  it('has words for a record of every type that is new', () => {
    const fresh = samples((type) => {
      const diary = new Diary()
      diary.entries.push(...begun().entries.filter(({ changes }) => !changes.some((one) => one.type === type)))
      if (type === 'claim') diary.entries.length = 0
      diary.write(BEN, [added(type, SAMPLES[type])])
      return lastSentence(diary)
    })
    expect(fresh).toEqual({
      adjudication:
        'Ben settled the disagreement about “Four shots were fired” (evidence was missed): disputed: two reports differ',
      blind: 'Ben began a blind review',
      claim: 'w-ben made the claim “Four shots were fired”',
      confirmation: 'Ben confirmed the verdict “disputed” on “Four shots were fired”',
      decision: 'Ben marked “Four shots were fired” disputed: two reports differ',
      evidence: 'Ben added evidence to “Four shots were fired”: “seven shots” (B) contradicts it',
      filter: 'Ben saved the filter “Open questions”',
      furniture: 'Ben marked “Donate now” in B (b.txt) as page furniture',
      matchDecision: 'Ben said that “a car” (A) and “the car” (B) are no match',
      merging: 'Ben merged “Claim c2” into “Four shots were fired”: the same',
      metadata: 'Ben corrected the title and outlet of B (b.txt)',
      note: 'Ben wrote the note “Ask the desk” on “at 9:14” (A) and 1 more passage',
      reply: 'Ben replied to the note “Ask the desk”: “Done”',
      reviewer: 'w-ben took the name “Ann”',
      seal: 'Ben sealed “Four shots were fired”: gone to print',
      settings: 'Ben named the corpus “The square”',
      settlement: 'Ben settled that “seven shots” (B) is now cited as “eight shots”',
      source: 'B (b.txt) was read for the first time',
      splitting: 'Ben split “Claim c3” off from “Four shots were fired”',
      tag: 'Ben made the tag Call back',
      tagging: 'Ben put the tag Call back on “Four shots were fired”',
      thread: 'Ben called the replies under the note “Ask the desk” settled',
      verdictName: 'Ben added the verdict name “Mostly true” (counts as verified)',
      work: 'Ben set “Four shots were fired” to in progress and assigned Ben to it',
    })
  })

  it('names what was removed, whatever its type', () => {
    expect(samples((type) => told(removed(type, SAMPLES[type])))).toEqual({
      adjudication: 'Ben removed the adjudication of “Four shots were fired”',
      blind: 'Ben removed the switch of blind review',
      claim: 'Ben removed the claim “Four shots were fired”',
      confirmation: 'Ben removed the confirmation of “Four shots were fired”',
      decision: 'Ben removed the verdict “disputed” on “Four shots were fired”',
      evidence: 'Ben removed the evidence “seven shots” (B) on “Four shots were fired”',
      filter: 'Ben removed the saved filter “Open questions”',
      furniture: 'Ben removed the ruling on “Donate now” in B (b.txt)',
      matchDecision: 'Ben removed the decision about “a car” (A) and “the car” (B)',
      merging: 'Ben removed the merging of “Claim c2” into “Four shots were fired”',
      metadata: 'Ben removed the corrected metadata of B (b.txt)',
      note: 'Ben removed the note “Ask the desk”',
      reply: 'Ben removed the reply “Done” under the note “Ask the desk”',
      reviewer: 'Ben removed the name “Ann”',
      seal: 'Ben removed the seal on “Four shots were fired”',
      settings: 'Ben removed the settings of the corpus',
      settlement: 'Ben removed the settlement of “seven shots”',
      source: 'Removed the source B (b.txt)',
      splitting: 'Ben removed the splitting of “Claim c3” from “Four shots were fired”',
      tag: 'Ben removed the tag Call back',
      tagging: 'Ben removed the tag Call back on “Four shots were fired”',
      thread: 'Ben removed the settling of the replies under the note “Ask the desk”',
      verdictName: 'Ben removed the verdict name “Mostly true”',
      work: 'Ben removed the state of work on “Four shots were fired”',
    })
  })

  it('says what became of what was there', () => {
    const { claim, note, source, tag, evidence, work, metadata, verdictName, reviewer, seal, settlement } = SAMPLES
    const version = { sha256: 'c'.repeat(64), textHash: 'c'.repeat(64), readAt: AT }
    expect([
      told(changed('claim', claim, { ...claim, statement: 'Seven shots were fired' })),
      told(changed('note', note, { ...note, body: 'Ask the desk again' })),
      told(changed('source', source, { ...source, versions: [...source.versions, version] })),
      told(changed('source', source, { ...source, path: 'c.txt' })),
      told(changed('tag', tag, { ...tag, name: 'Call them' })),
      told(changed('tag', tag, { ...tag, shape: 'ring' })),
      told(changed('evidence', evidence, { ...evidence, stance: 'supports' })),
      told(changed('evidence', evidence, { ...evidence, claimId: 'c2' })),
      told(changed('work', work, { ...work, state: 'done' })),
      told(changed('work', work, { ...work, assignee: null })),
      told(changed('metadata', metadata, { ...metadata, fields: { ...metadata.fields, byline: 'I. Stone' } })),
      told(changed('verdictName', verdictName, { ...verdictName, means: 'disputed' })),
      told(changed('reviewer', reviewer, { ...reviewer, name: 'Anna' })),
      told(added('seal', { ...seal, sealed: false, reason: 'a correction came in' })),
      told(added('settlement', { ...settlement, what: 'keep', to: null })),
    ]).toEqual([
      'Ben reworded the claim “Four shots were fired” as “Seven shots were fired”',
      'Ben edited the note “Ask the desk”: “Ask the desk again”',
      'A new version of B (b.txt) was read',
      'B was renamed from b.txt to c.txt',
      'Ben renamed the tag Call back to Call them',
      'Ben gave the tag Call back another sign',
      'Ben said that “seven shots” (B) supports “Four shots were fired”',
      'Ben moved “seven shots” (B) from “Four shots were fired” to “Claim c2”',
      'Ben set “Four shots were fired” to done',
      'Ben took everybody off “Four shots were fired”',
      'Ben corrected the byline of B (b.txt)',
      'Ben changed the verdict name “Mostly true”: it counts as disputed now',
      'Ben changed their name from “Ann” to “Anna”',
      'Ben opened “Four shots were fired” again: a correction came in',
      'Ben settled that “seven shots” (B) stands as it was cited, though the source reads otherwise',
    ])
  })
})

describe('an action with many changes', () => {
  it('is told in one line', () => {
    const { claim, decision, evidence, tagging, reply } = SAMPLES
    const bulk = ['c1', 'c2', 'c3'].map((id) => added('decision', { ...decision, id: `d-${id}`, claimId: id }))
    const tags = ['c1', 'c2', 'c3'].map((id) =>
      added('tagging', { ...tagging, id: `g-${id}`, on: { type: 'claim', id } }),
    )
    const c9 = { ...claim, id: 'c9' }
    expect([
      told(...bulk),
      told(...tags),
      told(removed('claim', claim), removed('decision', decision), removed('evidence', evidence)),
      told(removed('tag', SAMPLES.tag), removed('tagging', tagging)),
      told(added('claim', c9), added('evidence', { ...evidence, id: 'e9', claimId: 'c9' })),
      told(added('reply', { ...reply, on: { type: 'claim', id: 'c1' } }), removed('evidence', evidence)),
      told(),
    ]).toEqual([
      'Ben marked 3 claims disputed: two reports differ',
      'Ben put the tag Call back on 3 claims',
      'Ben removed the claim “Four shots were fired”, with 1 verdict and 1 piece of evidence',
      'Ben removed the tag Call back, with 1 use',
      'Ben made the claim “Four shots were fired”, with 1 piece of evidence',
      'Ben removed the evidence “seven shots” (B) on “Four shots were fired”; replied to “Four shots were fired”: “Done”',
      'Ben changed nothing',
    ])
  })
})

describe('the history', () => {
  it('calls things and people what they were called at the time', () => {
    const diary = begun()
    const { claim, decision, reviewer } = SAMPLES
    const reworded = { ...claim, statement: 'Seven shots were fired' }
    diary.write(BEN, [added('decision', { ...decision, id: 'd2' })])
    diary.write(ANN, [changed('claim', claim, reworded)])
    diary.write(ANN, [changed('reviewer', reviewer, { ...reviewer, name: 'Anna' })])
    diary.write(ANN, [removed('claim', reworded)])
    const index = new HistoryIndex(diary.entries, (writer) => writer)
    expect(diary.entries.slice(-4).map((_, place) => index.sentence(diary.entries.length - 4 + place))).toEqual([
      'Ben marked “Four shots were fired” disputed: two reports differ',
      'Ann reworded the claim “Four shots were fired” as “Seven shots were fired”',
      'Anna changed their name from “Ann” to “Anna”',
      'Anna removed the claim “Seven shots were fired”',
    ])
  })

  it('tells undoing and doing again by what was done first', () => {
    const diary = begun()
    const { decision } = SAMPLES
    const one = { ...decision, id: 'd2' }
    const first = diary.write(BEN, [added('decision', one)])
    const undone = diary.write(BEN, [removed('decision', one)], first)
    const done = diary.write(BEN, [added('decision', one)], undone)
    const index = new HistoryIndex(diary.entries, (writer) => writer)
    const at = diary.entries.length - 3
    expect([at, at + 1, at + 2].map((place) => [index.sentence(place), index.revertedBy(place)])).toEqual([
      ['Ben marked “Four shots were fired” disputed: two reports differ', null],
      ['Ben took back: marked “Four shots were fired” disputed: two reports differ', done],
      ['Ben did again: marked “Four shots were fired” disputed: two reports differ', null],
    ])
  })

  it('says that something was brought back, and not that it was made', () => {
    const diary = begun()
    const { claim, evidence } = SAMPLES
    diary.write(ANN, [removed('claim', claim), removed('evidence', evidence)])
    diary.write(BEN, [added('claim', claim), added('evidence', evidence)])
    expect(lastSentence(diary)).toBe('Ben brought back the claim “Four shots were fired”, with 1 piece of evidence')
  })

  it('shows texts that changed word by word, and nothing for what stayed', () => {
    const diary = begun()
    const { claim } = SAMPLES
    diary.write(BEN, [changed('claim', claim, { ...claim, statement: 'Seven shots were fired', updatedAt: AT })])
    const index = new HistoryIndex(diary.entries, (writer) => writer)
    expect(index.fields(diary.entries.length - 1)).toEqual({
      fields: [
        {
          of: 'the claim “Seven shots were fired”',
          field: 'Statement',
          before: 'Four shots were fired',
          after: 'Seven shots were fired',
          edits: [
            { op: 'delete', text: 'Four' },
            { op: 'insert', text: 'Seven' },
            { op: 'equal', text: ' shots were fired' },
          ],
        },
      ],
      leftOut: 0,
    })
  })

  it('keeps the history of a claim that was merged away, and of the one it was split off from', () => {
    const diary = begun()
    const { merging, splitting, claim } = SAMPLES
    diary.write(BEN, [added('merging', merging)])
    diary.write(BEN, [added('splitting', { ...splitting, id: 'c4' }), added('claim', { ...claim, id: 'c4' })])
    diary.write(BEN, [changed('claim', claim, { ...claim, statement: 'After the split' })])
    const index = new HistoryIndex(diary.entries, (writer) => writer)
    const about = (id: string): readonly string[] =>
      index
        .page({ about: { type: 'claim', id }, reviewerId: null, kinds: ['claims'], text: '' }, null, 50)
        .positions.map((position) => index.sentence(position))
    const sentences = diary.entries.map((_, position) => index.sentence(position))
    expect(about('c1')).toEqual([sentences[11], sentences[10], sentences[9], sentences[2], sentences[1]])
    expect(about('c4')).toEqual([sentences[10], sentences[9], sentences[2], sentences[1]])
    expect(about('c3')).toEqual([sentences[1]])
  })
})
