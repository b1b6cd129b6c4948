import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyPatch } from '../../src/contract/reviewPatch'
import type { ReviewView } from '../../src/contract/reviewSchemas'
import { describeAnchor } from '../../src/core/anchor/describeAnchor'
import { applyChanges } from '../../src/core/claim/applyChanges'
import { findRecord, NO_RECORDS, type RecordChange, type ReviewRecords } from '../../src/core/claim/recordTable'
import { STANCES, VERDICTS, type CitedPassage } from '../../src/core/claim/reviewRecord'
import { createCorpus } from '../../src/main/corpus/createCorpus'
import { reviewSince, toReviewView } from '../../src/main/services/reviewView'
import type { CorpusSession, OpenSource } from '../../src/main/services/session'
import { ids, words } from './reviewArbitraries'

// What is kept of the shown review from change to change, and what renderers make of patches, must be what showing it from the
// beginning would give, whatever was changed, undone, read again or missed in between.

const corpus = createCorpus()
const SOURCES = ['s1', 's2'] as const
const TEXTS = [
  'Ten people saw the light \u{1F50E} over the bridge. Nobody slept, the caf\u00e9 said.',
  'Ten people saw the light \u{1F50E} over the bridge.\r\nSeven people slept\u00A0well, the cafe\u0301 said. \u05E9\u05DC\u05D5\u05DD.',
  'The bridge was closed. Eleven people saw a light\u00AD over it, and everyone slept.',
] as const

const at = fc
  .integer({ min: 0, max: 6 })
  .map((seconds) => new Date(Date.parse('2024-05-01T08:00:00.000Z') + seconds * 1000).toISOString())
const by = fc.record({ id: fc.constantFrom('w-ada', 'w-ben', 'w-cem'), name: fc.constantFrom('Ada', 'Ben', 'Cem') })
const cited: fc.Arbitrary<CitedPassage> = fc
  .record({ sourceId: fc.constantFrom(...SOURCES), text: fc.constantFrom(...TEXTS), start: fc.nat(30) })
  .map(({ sourceId, text, start }) => ({ sourceId, anchor: anchorIn(text, start) }))
const on = fc.record({ type: fc.constantFrom('claim', 'note'), id: ids })
const passages = fc.array(cited, { minLength: 1, maxLength: 2 })
const bodies = {
  claim: fc.record({ statement: words, createdAt: at, createdBy: by, updatedAt: at }),
  decision: fc.record({
    claimId: ids,
    verdict: fc.constantFrom(...VERDICTS),
    verdictNameId: fc.option(ids),
    reason: words,
    at,
    by,
  }),
  evidence: fc.record({ claimId: ids, stance: fc.constantFrom(...STANCES), passages, createdAt: at, createdBy: by }),
  note: fc.record({ body: words, passages, createdAt: at, createdBy: by, updatedAt: at }),
  work: fc.record({ state: fc.constantFrom('open', 'done'), assignee: fc.option(by), at, by }),
  confirmation: fc.record({ claimId: ids, decisionId: ids, at, by }),
  seal: fc.record({
    claimId: ids,
    sealed: fc.boolean(),
    statement: words,
    decisionId: fc.option(ids),
    reason: words,
    at,
    by,
  }),
  reply: fc.record({ on, body: words, createdAt: at, createdBy: by, updatedAt: at }),
  thread: fc.record({ resolved: fc.boolean(), at, by }),
  tag: fc.record({ name: words, colour: fc.constant('blue'), shape: fc.constant('star') }),
  tagging: fc.record({ tagId: ids, on }),
  verdictName: fc.record({ name: words, means: fc.constantFrom(...VERDICTS) }),
  merging: fc.record({ into: ids, reason: words, at, by }),
  splitting: fc.record({ from: ids, at, by }),
  settlement: fc.record({
    on: fc.record({ type: fc.constantFrom('evidence', 'note'), id: ids, passage: fc.constant(0) }),
    what: fc.constantFrom('follow', 'keep'),
    textHash: fc.constantFrom(...TEXTS.map(hashOf)),
    from: cited.map(({ anchor }) => anchor),
    to: fc.option(cited.map(({ anchor }) => anchor)),
    at,
    by,
  }),
  adjudication: fc.record({
    claimId: ids,
    decisionIds: fc.array(ids, { maxLength: 2 }),
    cause: fc.constant('mistake'),
  }),
  reviewer: fc.record({ name: words }),
}
type Said = { readonly type: keyof typeof bodies; readonly id: string; readonly body: object | null }
const said: fc.Arbitrary<Said> = fc.oneof(
  // What claims and notes are made of more often than the rest, so that what hangs on them has something to hang on.
  ...(['claim', 'claim', 'claim', 'decision', 'evidence', 'evidence', 'note', 'note', 'merging'] as const).map(saying),
  ...(Object.keys(bodies) as Said['type'][]).map(saying),
)
const blindness = fc.boolean().map((isOn) => ({ blind: isOn }))
const lettering = fc.record({ letter: fc.constantFrom('A', 'B', 'C'), of: fc.constantFrom(...SOURCES) })
const reading = fc.record({ reread: fc.constantFrom(...SOURCES), text: fc.constantFrom(null, ...TEXTS) })
const undoing = fc.constant({ undo: true as const })
const step = fc.oneof(
  { weight: 8, arbitrary: fc.array(said, { minLength: 1, maxLength: 3 }).map((all) => ({ said: all })) },
  { weight: 1, arbitrary: blindness },
  { weight: 1, arbitrary: lettering },
  { weight: 2, arbitrary: reading },
  { weight: 2, arbitrary: undoing },
)
/** There from the beginning, so that most of what is said is said about something. */
const CLAIMS: readonly Said[] = ['a', 'b', 'c'].map((id) => {
  const [time, reviewer] = ['2024-05-01T08:00:03.000Z', { id: 'w-ben', name: 'Ben' }]
  const body = { statement: `claim ${id}`, createdAt: time, createdBy: reviewer, updatedAt: time }
  return { type: 'claim', id, body }
})
/** Which of three windows ask for what they lack after the step. */
const asking = fc.subarray([0, 1, 2] as const)

describe('a review that is kept up by patches', () => {
  it('is the review as it would be shown anew', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(step, asking), { minLength: 1, maxLength: 14 }), (steps) => {
        const folder = new Folder()
        folder.take({ said: CLAIMS })
        const windows = [0, 1, 2].map(() => toReviewView(folder.session()))
        for (const [change, asked] of steps) {
          folder.take(change)
          for (const number of asked) {
            const before = windows[number] as ReviewView
            const after = applyPatch(before, reviewSince(folder.session(), before.revision))
            expect(after).not.toBeNull()
            windows[number] = after as ReviewView
            expect(withoutRevision(after)).toEqual(withoutRevision(folder.shownAnew()))
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  it('has a claim again when the one that it was merged into is removed, and words of the one that it was split off from', () => {
    const folder = new Folder()
    const time = '2024-05-01T08:00:04.000Z'
    const by = { id: 'w-ada', name: 'Ada' }
    const merging: Said = { type: 'merging', id: 'a', body: { into: 'b', reason: 'the same', at: time, by } }
    folder.take({ said: [...CLAIMS, merging, { type: 'splitting', id: 'c', body: { from: 'b', at: time, by } }] })
    const before = toReviewView(folder.session())
    expect(before.claims.map(({ id }) => id)).toEqual(['b', 'c'])
    folder.take({ said: [{ type: 'claim', id: 'b', body: null }] })
    const patch = reviewSince(folder.session(), before.revision)
    expect(patch).toMatchObject({
      claims: [{ id: 'a' }, { id: 'c', splitFrom: { statement: '' } }],
      removedClaims: ['b'],
    })
    expect(withoutRevision(applyPatch(before, patch))).toEqual(withoutRevision(folder.shownAnew()))
  })

  it('keeps what did not change the same objects', () => {
    fc.assert(
      fc.property(fc.array(said, { minLength: 1, maxLength: 20 }), fc.array(said, { maxLength: 2 }), (first, then) => {
        const folder = new Folder()
        folder.take({ said: first })
        const before = toReviewView(folder.session())
        folder.take({ said: then })
        const patch = reviewSince(folder.session(), before.revision)
        const after = applyPatch(before, patch)
        const changed = new Set([...patch.claims, ...patch.notes].map(({ id }) => id))
        for (const claim of after?.claims ?? []) if (!changed.has(claim.id)) expect(before.claims).toContain(claim)
        for (const note of after?.notes ?? []) if (!changed.has(note.id)) expect(before.notes).toContain(note)
      }),
    )
  })

  it('is sent whole to who holds a revision of another review, or of none', () => {
    const [folder, other] = [new Folder(), new Folder()]
    const whole = toReviewView(folder.session())
    const later = toReviewView(other.session())
    expect(reviewSince(other.session(), whole.revision)).toMatchObject({ since: null, revision: later.revision })
    expect(reviewSince(other.session(), 0).since).toBeNull()
    expect(reviewSince(other.session(), later.revision + 1).since).toBeNull()
    expect(reviewSince(other.session(), later.revision)).toMatchObject({ since: later.revision, claims: [], notes: [] })
  })

  it('is not made up where a patch is missing', () => {
    const folder = new Folder()
    const first = toReviewView(folder.session())
    folder.take({ said: [{ type: 'reviewer', id: 'a', body: { name: 'Ada' } }] })
    const second = toReviewView(folder.session())
    folder.take({ said: [{ type: 'reviewer', id: 'a', body: { name: 'Bo' } }] })
    const patch = reviewSince(folder.session(), second.revision)
    expect(applyPatch(first, patch)).toBeNull()
    expect(applyPatch(null, patch)).toBeNull()
    expect(applyPatch(second, patch)?.revision).toBe(patch.revision)
    // One that comes late, after a later one, takes nothing back.
    const third = toReviewView(folder.session())
    expect(applyPatch(third, reviewSince(folder.session(), second.revision))).toBe(third)
  })
})

type Step =
  | { readonly said: readonly Said[] }
  | { blind: boolean }
  | { letter: string; of: string }
  | { reread: string; text: string | null }
  | { undo: true }

/** A folder whose review is changed as journals, undoing and readings change it. */
class Folder {
  readonly #store = { writerId: 'w-ada', records: () => this.#records, undoLabel: () => null, redoLabel: () => null }
  readonly #before: ReviewRecords[] = []
  #sources: ReadonlyMap<string, OpenSource> = new Map(SOURCES.map((id) => [id, openSource(id, TEXTS[0])]))
  #records = applyChanges(
    NO_RECORDS,
    SOURCES.map((id, index): RecordChange => {
      const { registered } = openSource(id, TEXTS[0])
      return { type: 'source', id, before: null, after: { ...registered, siglum: 'AB'.charAt(index) } }
    }),
  )

  session(store: object = this.#store): CorpusSession {
    const place = { folder: '/f', dataFolder: '/f/.crossread', setAside: [], watcher: null }
    // Only what the review is shown from: no folder is open.
    return { ...place, store, sources: this.#sources } as unknown as CorpusSession
  }

  /** As another program would show it, which knows of nothing that was before. */
  shownAnew(): ReviewView {
    return toReviewView(this.session({ ...this.#store }))
  }

  take(step: Step): void {
    if ('undo' in step) this.#records = this.#before.pop() ?? this.#records
    else if ('reread' in step) {
      const sources = new Map(this.#sources)
      if (step.text === null) sources.delete(step.reread)
      else sources.set(step.reread, openSource(step.reread, step.text))
      this.#sources = sources
    } else if ('blind' in step) {
      const by = { id: 'w-ben', name: 'Ben' }
      this.#change([{ type: 'blind', id: 'corpus', body: { on: step.blind, at: '2024-05-01T08:00:00.000Z', by } }])
    } else if ('letter' in step) {
      const { id: _, ...source } = findRecord(this.#records, 'source', step.of) ?? {}
      this.#change([{ type: 'source', id: step.of, body: { ...source, siglum: step.letter } }])
    } else this.#change(step.said)
  }

  #change(all: readonly { type: string; id: string; body: object | null }[]): void {
    this.#before.push(this.#records)
    for (const { type, id, body } of all) {
      const before = findRecord(this.#records, type as RecordChange['type'], id)
      const after = body === null ? null : { id, ...body }
      this.#records = applyChanges(this.#records, [{ type, id, before, after } as RecordChange])
    }
  }
}

function saying(type: Said['type']): fc.Arbitrary<Said> {
  const body: fc.Arbitrary<object> = bodies[type]
  return fc.record({ type: fc.constant(type), id: ids, body: fc.option(body, { freq: 5 }) })
}

function openSource(id: string, text: string): OpenSource {
  const read = corpus.readBytes(`${id}.txt`, new TextEncoder().encode(text))
  if (!read.ok) throw new Error(read.error.message)
  const { sha256, article, path } = read.value
  const readAt = '2024-05-01T08:00:00.000Z'
  const versions = [{ sha256, textHash: article.textHash, readAt }]
  const registered = { id, siglum: 'A', path, importedAt: readAt, versions }
  return { registered, reading: read.value, state: 'current', readAt, earlier: new Map() } as unknown as OpenSource
}

function anchorIn(text: string, start: number): CitedPassage['anchor'] {
  const { article } = openSource('s1', text).reading
  return describeAnchor(article.text, article.textHash, { start, endExclusive: start + 12 })
}

function hashOf(text: string): string {
  return openSource('s1', text).reading.article.textHash
}

function withoutRevision(review: ReviewView | null): unknown {
  return { ...review, revision: null }
}
