import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChanges } from '../../src/core/claim/applyChanges'
import { addEvidence, createClaim, createNote, decide, removeEvidence } from '../../src/core/claim/reviewChanges'
import { removeClaims } from '../../src/core/claim/claimRemoval'
import { compareEntries, type HistoryEntry } from '../../src/core/claim/historyEntry'
import { HistoryIndex, type HistoryFilter } from '../../src/core/claim/historyIndex'
import { HISTORY_KINDS } from '../../src/core/claim/historyKinds'
import { restorableOf, restoreRemoved } from '../../src/core/claim/historyRestore'
import type { JournalStamp } from '../../src/core/claim/mergeReview'
import type { ReviewOutcome } from '../../src/core/claim/reviewAction'
import { NO_RECORDS, type RecordChange, type ReviewRecords } from '../../src/core/claim/recordTable'
import { ANN, added, BEN, cited, Diary, removed } from '../support/historyEntries'
import { changesOn, words } from './reviewArbitraries'

const AT = '2026-05-01T08:00:00.000Z'
const ANY: HistoryFilter = { about: null, reviewerId: null, kinds: [], text: '' }

/** Journals of some writers, whose clocks stand still now and then. */
const journals: fc.Arbitrary<readonly HistoryEntry[]> = fc
  .array(
    fc.record({ writer: fc.constantFrom('w-ada', 'w-ben', 'w-cy'), tick: fc.nat(1), changes: changesOn(NO_RECORDS) }),
    {
      maxLength: 30,
    },
  )
  .map((steps) => {
    const sequences = new Map<string, number>()
    let second = 0
    return steps.map(({ writer, tick, changes }) => {
      const sequence = (sequences.get(writer) ?? 0) + 1
      sequences.set(writer, sequence)
      const at = new Date(Date.parse(AT) + (second += tick) * 1000).toISOString()
      return { at, writer, sequence, changes, label: 'do', undoable: true, reverts: null }
    })
  })

const filters: fc.Arbitrary<HistoryFilter> = fc.record({
  about: fc.option(
    fc.record({ type: fc.constantFrom('claim' as const, 'note' as const), id: fc.constantFrom('a', 'b') }),
  ),
  reviewerId: fc.option(fc.constantFrom('w-ada', 'w-ben')),
  kinds: fc.subarray([...HISTORY_KINDS], { maxLength: 2 }),
  text: fc.constantFrom('', 'claim', 'W', 'people \u{1F50E}', '\u05E9\u05DC\u05D5\u05DD'),
})

function indexOf(entries: readonly HistoryEntry[]): HistoryIndex {
  return new HistoryIndex(entries, (writer) => writer)
}

describe('the order of a history', () => {
  it('is one and the same for every reader, whoever came first', () => {
    fc.assert(
      fc.property(journals, fc.infiniteStream(fc.nat()), (entries, keys) => {
        const shuffled = entries
          .map((entry) => ({ entry, key: Number(keys.next().value) }))
          .sort((a, b) => a.key - b.key)
          .map(({ entry }) => entry)
        expect([...shuffled].sort(compareEntries)).toEqual([...entries].sort(compareEntries))
        for (const a of entries) for (const b of entries) if (a !== b) expect(compareEntries(a, b)).not.toBe(0)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the pages of a history', () => {
  it('are together the whole, each entry once, for any filter and size of page', () => {
    fc.assert(
      fc.property(journals, filters, fc.integer({ min: 1, max: 7 }), (unsorted, filter, limit) => {
        const index = indexOf([...unsorted].sort(compareEntries))
        const whole = index.page(filter, null, 1000)
        const paged: number[] = []
        let before: JournalStamp | null = null
        do {
          const page = index.page(filter, before, limit)
          expect(page.total).toBe(whole.positions.length)
          paged.push(...page.positions)
          before = page.next
        } while (before !== null)
        expect(paged).toEqual(whole.positions)
        expect(paged).toEqual([...paged].sort((a, b) => b - a))
      }),
      { numRuns: 200 },
    )
  })

  it('hold every entry when nothing is asked for, and say something of each', () => {
    fc.assert(
      fc.property(journals, (unsorted) => {
        const index = indexOf([...unsorted].sort(compareEntries))
        const { positions } = index.page(ANY, null, 1000)
        expect(positions).toHaveLength(unsorted.length)
        for (const position of positions) {
          expect(index.sentence(position).trim()).not.toBe('')
          expect(index.sentence(position)).not.toMatch(/undefined|null|\[object/)
          for (const { edits, before, after } of index.fields(position).fields) {
            if (edits === null) continue
            expect(edits.flatMap(({ op, text }) => (op === 'insert' ? [] : [text])).join('')).toBe(before)
            expect(edits.flatMap(({ op, text }) => (op === 'delete' ? [] : [text])).join('')).toBe(after)
          }
        }
      }),
      { numRuns: 100 },
    )
  })
})

/** A review with claims, evidence, verdicts, notes and what hangs on them. */
function review(texts: readonly string[]): { records: ReviewRecords; diary: Diary } {
  const diary = new Diary()
  let records = NO_RECORDS
  const take = (changes: readonly RecordChange[]): void => {
    diary.write(ANN, changes)
    records = applyChanges(records, changes)
  }
  const version = { sha256: 'a'.repeat(64), textHash: 'a'.repeat(64), readAt: AT }
  take([added('source', { id: 's1', siglum: 'A', path: 'a.txt', importedAt: AT, versions: [version] })])
  take([added('tag', { id: 't1', name: 'Call back', colour: 'red', shape: 'star' })])
  texts.forEach((text, place) => {
    const id = `c${place}`
    const passages = [cited('s1', text)]
    const stamp = (kind: string) => ({ id: `${kind}${place}`, at: AT, by: ANN })
    take(changesIn(createClaim(records, { statement: text, evidence: [] }, stamp('c'))))
    take(changesIn(addEvidence(records, { claimId: id, stance: 'supports', passages }, stamp('e'))))
    take(changesIn(decide(records, { claimId: id, verdict: 'disputed', reason: text }, stamp('d'))))
    take(changesIn(createNote(records, { body: text, passages }, stamp('n'))))
    const made = { createdAt: AT, createdBy: BEN, updatedAt: AT }
    take([added('reply', { id: `r${place}`, on: { type: 'claim', id }, body: text, ...made })])
    take([added('tagging', { id: `g${place}`, tagId: 't1', on: { type: 'claim', id } })])
    take([added('work', { id, state: 'done', assignee: null, at: AT, by: BEN })])
  })
  return { records, diary }
}

function changesIn(outcome: ReviewOutcome): readonly RecordChange[] {
  if (!outcome.ok) throw new Error(outcome.error.message)
  return outcome.value.changes
}

describe('bringing back', () => {
  const texts = fc.array(words, { minLength: 1, maxLength: 4 })

  it('gives the very records that were there before any removal', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.boolean(), (written, which, several) => {
        const { records, diary } = review(written)
        const first = which % written.length
        const claimIds = several ? written.map((_, place) => `c${place}`) : [`c${first}`]
        const removal = changesIn(removeClaims(records, { claimIds }))
        diary.write(BEN, removal)
        const without = applyChanges(records, removal)
        const history = indexOf(diary.entries)
        const entry = diary.entries.at(-1)
        const roots = restorableOf(without, history, entry ?? { changes: [] })
        expect(roots.map(({ type, id }) => [type, id])).toEqual(claimIds.map((id) => ['claim', id]))

        const position = diary.entries.length - 1
        const whole = changesIn(restoreRemoved(without, history, { position, what: null }))
        expect(applyChanges(without, whole)).toEqual(records)
        const one = changesIn(restoreRemoved(without, history, { position, what: { type: 'claim', id: `c${first}` } }))
        const others = claimIds.filter((id) => id !== `c${first}`)
        const kept =
          others.length === 0 ? records : applyChanges(records, changesIn(removeClaims(records, { claimIds: others })))
        expect(applyChanges(without, one)).toEqual(kept)
        expect(restoreRemoved(records, history, { position, what: null })).toMatchObject({
          ok: false,
          error: { code: 'ALREADY_THERE' },
        })
      }),
      { numRuns: 60 },
    )
  })

  it('brings along what it hangs on, also when that was removed later, by somebody else', () => {
    fc.assert(
      fc.property(texts, (written) => {
        const { records, diary } = review(written)
        const evidence = changesIn(removeEvidence(records, { evidenceId: 'e0' }))
        diary.write(ANN, evidence)
        const position = diary.entries.length - 1
        const less = applyChanges(records, evidence)
        const claim = changesIn(removeClaims(less, { claimIds: ['c0'] }))
        diary.write(BEN, claim)
        const without = applyChanges(less, claim)
        const back = changesIn(
          restoreRemoved(without, indexOf(diary.entries), { position, what: { type: 'evidence', id: 'e0' } }),
        )
        expect(applyChanges(without, back)).toEqual(records)
      }),
      { numRuns: 30 },
    )
  })

  it('is refused with the reason where what it hangs on was never there, a claim is sealed, or a name is taken', () => {
    const { records, diary } = review(['Four shots were fired'])
    const orphan = {
      id: 'r9',
      on: { type: 'claim', id: 'nowhere' },
      body: 'x',
      createdAt: AT,
      createdBy: BEN,
      updatedAt: AT,
    } as const
    diary.write(BEN, [removed('reply', orphan)])
    const evidence = changesIn(removeEvidence(records, { evidenceId: 'e0' }))
    diary.write(ANN, evidence)
    const tag = { id: 't2', name: 'call BACK', colour: 'blue', shape: 'ring' } as const
    diary.write(ANN, [removed('tag', tag)])
    const seal = {
      id: 'x1',
      claimId: 'c0',
      sealed: true,
      statement: 'Four shots were fired',
      decisionId: 'd0',
      reason: 'printed',
      at: '2026-05-02T08:00:00.000Z',
      by: BEN,
    }
    const sealed = applyChanges(applyChanges(records, evidence), [added('seal', seal)])
    const history = indexOf(diary.entries)
    const at = diary.entries.length
    expect(
      [at - 3, at - 2, at - 1, at + 7].map((position) => {
        const outcome = restoreRemoved(sealed, history, { position, what: null })
        return outcome.ok ? 'ok' : outcome.error.code
      }),
    ).toEqual(['NOT_RESTORABLE', 'CLAIM_SEALED', 'NAME_TAKEN', 'NOT_RESTORABLE'])
  })
})
