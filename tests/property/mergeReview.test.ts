import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { invertChanges } from '../../src/core/claim/applyChanges'
import { findConflicts } from '../../src/core/claim/mergeRecord'
import { dateAction, gatherChanges, recordsAfter, type JournalledAction } from '../../src/core/claim/mergeReview'
import { words } from './reviewArbitraries'
import { editsOn } from './editArbitraries'

/** What a writer does next: a change of what they see, taking one back, or reading what a colleague has written. */
type Move = {
  readonly writer: number
  readonly what: 'change' | 'undo' | 'read'
  readonly from: number
  readonly seed: number
  readonly text: string
}

const WRITERS = ['w-ada', 'w-ben', 'w-cy', 'w-di']
const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.record({
    writer: fc.nat(3),
    what: fc.constantFrom('change' as const, 'change' as const, 'undo' as const, 'read' as const),
    from: fc.nat(3),
    seed: fc.nat(),
    text: words,
  }),
  { maxLength: 24 },
)
/** Milliseconds by which each writer's clock is off, and by which it jumps on each look, back as well. */
const clocks = fc.array(
  fc.record({ offset: fc.integer({ min: -5000, max: 5000 }), step: fc.integer({ min: -3, max: 4 }) }),
  {
    minLength: 4,
    maxLength: 4,
  },
)

type Journal = JournalledAction[]

/** Two to four journals, written apart, each by a writer who knows their own and what they read of others. */
function writeJournals(steps: readonly Move[], count: number, skew: { offset: number; step: number }[]): Journal[] {
  const own: Journal[] = Array.from({ length: count }, () => [])
  const read: number[][] = own.map(() => own.map(() => 0))
  steps.forEach((step, place) => {
    const me = step.writer % count
    const from = step.from % count
    const mine = own[me] ?? []
    if (step.what === 'read') {
      const known = read[me]
      if (known !== undefined) known[from] = own[from]?.length ?? 0
      return
    }
    const seen = own.flatMap((journal, index) => (index === me ? journal : journal.slice(0, read[me]?.[index] ?? 0)))
    const histories = gatherChanges(seen)
    const last = mine.at(-1)
    const changes =
      step.what === 'undo' && last !== undefined
        ? invertChanges(last.changes)
        : editsOn(recordsAfter(histories), step.seed, step.text, WRITERS[me] ?? '')
    if (changes.length === 0) return
    const { offset, step: drift } = skew[me] ?? { offset: 0, step: 1 }
    const now = new Date(Date.parse('2024-05-01T08:00:00.000Z') + offset + place * drift).toISOString()
    const touched = changes.map((change) => histories.get(`${change.type}/${change.id}`)?.at(-1))
    const at = dateAction(now, last?.at ?? null, WRITERS[me] ?? '', touched)
    mine.push({ at, writer: WRITERS[me] ?? '', sequence: mine.length + 1, changes })
  })
  return own
}

const journals = fc
  .tuple(moves, fc.integer({ min: 2, max: 4 }), clocks)
  .map(([steps, count, skew]) => writeJournals(steps, count, skew))

function merged(list: readonly Journal[]): unknown {
  return recordsAfter(gatherChanges(list.flat()))
}

describe('merging the journals of writers who worked apart', () => {
  it('is commutative: the order in which journals arrive makes no difference', () => {
    fc.assert(
      fc.property(journals, fc.nat(), (list, turn) => {
        const place = turn % list.length
        const turned = [...list.slice(place), ...list.slice(0, place)].toReversed()
        expect(merged(turned)).toEqual(merged(list))
      }),
      { numRuns: 300 },
    )
  })

  it('is associative: what was merged in parts comes to the same', () => {
    fc.assert(
      fc.property(journals, fc.nat(), (list, cut) => {
        const all = list.flat()
        const place = all.length === 0 ? 0 : cut % all.length
        const first = [...gatherChanges(all.slice(0, place)).values()].flat()
        const second = [...gatherChanges(all.slice(place)).values()].flat()
        const again = [...second, ...first].map((stamped) => ({ ...stamped, changes: [stamped.change] }))
        const histories = gatherChanges(all)
        for (const [key, history] of gatherChanges(again)) {
          expect(history.map(({ change }) => change)).toEqual(histories.get(key)?.map(({ change }) => change))
        }
      }),
    )
  })

  it('is idempotent: what was merged already changes nothing', () => {
    fc.assert(
      fc.property(journals, (list) => {
        expect(merged([...list, ...list])).toEqual(merged(list))
        expect(merged([...list, list[0] ?? []])).toEqual(merged(list))
      }),
    )
  })

  it('drops nothing: every record that somebody made and nobody removed is there', () => {
    fc.assert(
      fc.property(journals, (list) => {
        const records = recordsAfter(gatherChanges(list.flat()))
        const changes = list.flat().flatMap((action) => action.changes)
        const removed = new Set(changes.filter(({ after }) => after === null).map(({ type, id }) => `${type}/${id}`))
        for (const { type, id } of changes) {
          if (!removed.has(`${type}/${id}`)) expect(Object.hasOwn(records[type], id)).toBe(true)
        }
      }),
    )
  })

  it('drops no field: what only one writer set stands, whatever others set beside it', () => {
    fc.assert(
      fc.property(words, words, fc.boolean(), (statement, name, adaFirst) => {
        const work = {
          id: 'c',
          state: 'open',
          assignee: null,
          at: '2024-05-01T08:00:00.000Z',
          by: { id: 'w-ada', name },
        } as const
        const made = {
          at: work.at,
          writer: 'w-ada',
          sequence: 1,
          changes: [{ type: 'work', id: 'c', before: null, after: work }],
        } as const
        const [first, second] = adaFirst ? ['08:00:01.000Z', '08:00:02.000Z'] : ['08:00:02.000Z', '08:00:01.000Z']
        const assignee = { id: 'w-ben', name: statement }
        const ada = {
          ...made,
          at: `2024-05-01T${first}`,
          sequence: 2,
          changes: [{ type: 'work', id: 'c', before: work, after: { ...work, state: 'done' } }],
        } as const
        const ben = {
          ...made,
          writer: 'w-ben',
          at: `2024-05-01T${second}`,
          sequence: 1,
          changes: [{ type: 'work', id: 'c', before: work, after: { ...work, assignee } }],
        } as const
        expect(recordsAfter(gatherChanges([made, ada, ben])).work['c']).toMatchObject({ state: 'done', assignee })
        expect(findConflicts(gatherChanges([made, ada, ben]).get('work/c') ?? [])).toEqual([])
      }),
    )
  })

  it('names a field that two set apart, with both values, whatever the order of arrival, until one builds on the other', () => {
    fc.assert(
      fc.property(words, words, words, (base, one, other) => {
        fc.pre(new Set([base, one, other]).size === 3)
        const by = { id: 'w-ada', name: 'Ada' }
        const note = {
          id: 'n',
          body: base,
          passages: [],
          createdAt: '2024-05-01T08:00:00.000Z',
          createdBy: by,
          updatedAt: '2024-05-01T08:00:00.000Z',
        }
        const edit = (writer: string, second: number, before: string, after: string): JournalledAction => ({
          at: `2024-05-01T08:00:0${second}.000Z`,
          writer,
          sequence: second + 1,
          changes: [{ type: 'note', id: 'n', before: { ...note, body: before }, after: { ...note, body: after } }],
        })
        const made: JournalledAction = {
          at: note.createdAt,
          writer: 'w-ada',
          sequence: 1,
          changes: [{ type: 'note', id: 'n', before: null, after: note }],
        }
        const apart = [made, edit('w-ada', 1, base, one), edit('w-ben', 2, base, other)]
        const conflict = {
          field: 'body',
          kept: { value: other, writer: 'w-ben', at: '2024-05-01T08:00:02.000Z' },
          other: { value: one, writer: 'w-ada', at: '2024-05-01T08:00:01.000Z' },
        }
        expect(findConflicts(gatherChanges(apart).get('note/n') ?? [])).toEqual([conflict])
        expect(findConflicts(gatherChanges(apart.toReversed()).get('note/n') ?? [])).toEqual([conflict])
        const settled = [...apart, edit('w-ada', 3, other, `${one}${other}`)]
        expect(findConflicts(gatherChanges(settled).get('note/n') ?? [])).toEqual([])
        // Going on from one's own value says nothing of the other.
        const further = [...apart, edit('w-ben', 3, other, `${one}${other}`)]
        expect(findConflicts(gatherChanges(further).get('note/n') ?? [])).toHaveLength(1)
      }),
    )
  })
})

describe('a journal of one writer', () => {
  it('comes to what its changes come to one after another, and holds no conflict', () => {
    fc.assert(
      fc.property(moves, (steps) => {
        const [journal = []] = writeJournals(
          steps.map((step) => ({ ...step, writer: 0 })),
          2,
          [{ offset: 0, step: -1 }],
        )
        for (const history of gatherChanges(journal).values()) expect(findConflicts(history)).toEqual([])
      }),
    )
  })
})
