import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChanges } from '../../src/core/claim/applyChanges'
import { createClaim, createNote, decide, editStatement, removeClaim } from '../../src/core/claim/reviewChanges'
import type { ReviewOutcome } from '../../src/core/claim/reviewAction'
import { NO_RECORDS, type ReviewRecords } from '../../src/core/claim/recordTable'
import { registerSources } from '../../src/core/claim/sourceChanges'
import type { ReviewStore } from '../../src/main/services/ports'
import { createStorage } from '../../src/main/storage/createStorage'
import { hashOf } from '../../src/main/storage/journalEntry'
import { parseJournal } from '../../src/main/storage/readJournal'
import { words } from './reviewArbitraries'

const by = { id: 'w-ada', name: 'Ada' }
const FROZEN_WRITER = 'w-0123456789ab'
const FROZEN = readFileSync(
  resolve(import.meta.dirname, '../fixtures/databases/v1/data/writers', FROZEN_WRITER, 'journal.jsonl'),
)
const SOURCES = ['b.txt', 'a.txt', '\u05D0.txt']

type Step =
  | { readonly kind: 'claim' | 'note' | 'source'; readonly text: string }
  | { readonly kind: 'edit' | 'decide' | 'remove'; readonly text: string; readonly which: number }
  | { readonly kind: 'undo' | 'redo' | 'reopen' | 'clock back' }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('claim' as const, 'note' as const, 'source' as const), text: words }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('edit' as const, 'decide' as const, 'remove' as const),
      text: words,
      which: fc.nat(10),
    }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'undo' as const, 'redo' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('reopen' as const, 'clock back' as const) }) },
)

/** What a store should be: the records after each action that stands, and those that could be done again. */
type Model = {
  done: { before: ReviewRecords; after: ReviewRecords }[]
  undone: { before: ReviewRecords; after: ReviewRecords }[]
  records: ReviewRecords
}

let now = Date.parse('2024-05-01T08:00:00.000Z')
const clock = { now: () => new Date(now).toISOString(), newId: () => '' }

async function open(folder: string): Promise<ReviewStore> {
  const opened = await createStorage({ clock, documentDelayMs: 1 }).openReview({ dataFolder: folder, reviewer: by })
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
}

function outcomeOf(records: ReviewRecords, one: Step, id: string): ReviewOutcome | null {
  const stamp = { id, at: clock.now(), by }
  if (one.kind === 'claim') return createClaim(records, { statement: one.text, evidence: [] }, stamp)
  if (one.kind === 'source') {
    const readings = SOURCES.map((path, place) => ({
      id: `s${place}`,
      path,
      sha256: hashOf(Buffer.from(one.text)),
      textHash: 'b'.repeat(64),
    }))
    return registerSources(records, readings, stamp)
  }
  if (one.kind === 'note') {
    if (Object.keys(records.source).length === 0) return null
    const anchor = {
      textHash: 'b'.repeat(64),
      position: { start: 0, endExclusive: 1 },
      quote: { prefix: '', exact: one.text, suffix: '' },
    }
    return createNote(records, { body: one.text, passages: [{ sourceId: 's0', anchor }] }, stamp)
  }
  if (one.kind === 'edit' || one.kind === 'decide' || one.kind === 'remove') {
    const claims = Object.keys(records.claim)
    const claimId = claims[one.which % Math.max(1, claims.length)]
    if (claimId === undefined) return null
    if (one.kind === 'edit') return editStatement(records, { claimId, statement: one.text }, stamp)
    if (one.kind === 'remove') return removeClaim(records, { claimId })
    return decide(records, { claimId, verdict: 'disputed', reason: one.text }, stamp)
  }
  return null
}

async function take(store: ReviewStore, model: Model, one: Step, id: string): Promise<void> {
  if (one.kind === 'undo' || one.kind === 'redo') {
    const [from, to] = one.kind === 'undo' ? [model.done, model.undone] : [model.undone, model.done]
    const top = from.pop()
    if (top === undefined)
      return expect(one.kind === 'undo' ? store.undo() : store.redo()).rejects.toThrow('There is nothing to')
    await (one.kind === 'undo' ? store.undo() : store.redo())
    model.records = one.kind === 'undo' ? top.before : top.after
    to.push(top)
    return
  }
  const outcome = outcomeOf(store.records(), one, id)
  if (outcome === null || !outcome.ok) return
  await store.commit(outcome.value)
  if (outcome.value.changes.length === 0) return
  const before = model.records
  model.records = applyChanges(before, outcome.value.changes)
  if (outcome.value.undoable) {
    model.done.push({ before, after: model.records })
    model.undone = []
    return
  }
  // What the program did by itself stays through Undo and Redo.
  for (const state of [...model.done, ...model.undone]) {
    state.before = applyChanges(state.before, outcome.value.changes)
    state.after = applyChanges(state.after, outcome.value.changes)
  }
}

describe('any sequence of changes, undoing, redoing and reopening', () => {
  it('leaves a journal that gives the very records that were in memory', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 24 }), async (steps) => {
        const folder = await mkdtemp(join(tmpdir(), 'crossread-replay-'))
        let store = await open(folder)
        try {
          const model: Model = { done: [], undone: [], records: NO_RECORDS }
          for (const [place, one] of steps.entries()) {
            now += one.kind === 'clock back' ? -3_600_000 : 1000
            if (one.kind === 'reopen') {
              await store.close()
              store = await open(folder)
            } else await take(store, model, one, `r${place}`)
            expect(store.records()).toEqual(model.records)
            expect([store.undoLabel() === null, store.redoLabel() === null]).toEqual([
              model.done.length === 0,
              model.undone.length === 0,
            ])
          }
          const labels = [store.undoLabel(), store.redoLabel()]
          await store.close()
          store = await open(folder)
          expect(store.records()).toEqual(model.records)
          expect([store.undoLabel(), store.redoLabel(), store.messages, store.readOnly]).toEqual([...labels, [], null])
        } finally {
          await store.close()
          await rm(folder, { recursive: true, force: true })
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('a journal of any bytes', () => {
  it('is read without failing, and what counts is always a beginning of it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const reading = parseJournal(bytes, 'w-ada')
        expect(reading.entries).toEqual([])
        expect(reading.goodBytes).toBe(0)
        expect(bytes.length === 0).toBe(reading.torn === null && reading.damage === null)
      }),
    )
  })

  it('shows every change of a byte before its last line, and keeps whole what stands before the change', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const bytes = Buffer.from(FROZEN)
        const index = place % (bytes.lastIndexOf(0x0a, bytes.length - 2) + 1)
        bytes.writeUInt8(bytes.readUInt8(index) ^ change, index)
        const line = FROZEN.subarray(0, index).toString('latin1').split('\n').length
        const reading = parseJournal(bytes, FROZEN_WRITER)
        const whole = parseJournal(FROZEN, FROZEN_WRITER)
        expect(whole.damage).toBeNull()
        expect(reading.damage === null && reading.torn === null).toBe(false)
        expect(reading.entries.slice(0, line - 1)).toEqual(whole.entries.slice(0, line - 1))
        expect(reading.entries.length).toBeGreaterThanOrEqual(line - 1)
        expect(reading.entries.length).toBeLessThanOrEqual(line)
      }),
      { numRuns: 300 },
    )
  })
})
