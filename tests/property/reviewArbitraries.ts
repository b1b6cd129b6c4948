import fc from 'fast-check'
import { NO_RECORDS, type RecordChange, type ReviewRecords } from '../../src/core/claim/recordTable'
import { applyChanges } from '../../src/core/claim/applyChanges'

/** Words with everything that breaks text: astral, combining, right-to-left, no-break space, soft hyphen, CRLF, line separator. */
export const words: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      'ten',
      'people',
      '\u{1F50E}',
      'e\u0301',
      '\u05E9\u05DC\u05D5\u05DD',
      '\u00A0',
      '\u00AD',
      '\r\n',
      '\u2028',
      '"',
      '\\',
      '\ud83d',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => `w${parts.join('')}`)

const at = fc
  .integer({ min: 0, max: 5 })
  .map((seconds) => new Date(Date.parse('2024-05-01T08:00:00.000Z') + seconds * 1000).toISOString())
const by = fc.record({ id: fc.constantFrom('w-ada', 'w-ben'), name: words })
/** Few ids, so that changes meet; names that objects inherit among them. */
export const ids = fc.constantFrom('a', 'b', 'c', 'constructor', '__proto__')

type Body = { readonly type: RecordChange['type']; readonly make: (id: string) => RecordChange['after'] }

const body: fc.Arbitrary<Body> = fc.oneof(
  fc.record({ statement: words, createdAt: at, createdBy: by, updatedAt: at }).map((claim): Body => ({
    type: 'claim',
    make: (id) => ({ id, ...claim }),
  })),
  fc
    .record({ claimId: ids, verdict: fc.constantFrom('unverified', 'verified', 'disputed'), reason: words, at, by })
    .map((decision): Body => ({ type: 'decision', make: (id) => ({ id, verdictNameId: null, ...decision }) })),
  words.map((name): Body => ({ type: 'reviewer', make: (id) => ({ id, name }) })),
)

/** Changes that fit the records and each other: each one's `before` is what is there. */
export function changesOn(records: ReviewRecords): fc.Arbitrary<readonly RecordChange[]> {
  return fc.array(fc.tuple(body, ids, fc.boolean()), { maxLength: 8 }).map((steps) => {
    const changes: RecordChange[] = []
    let present = records
    for (const [{ type, make }, id, remove] of steps) {
      const table: Readonly<Record<string, unknown>> = present[type]
      const before = Object.hasOwn(table, id) ? table[id] : null
      const change = { type, id, before, after: remove ? null : make(id) } as RecordChange
      changes.push(change)
      present = applyChanges(present, [change])
    }
    return changes
  })
}

/** Records with something in them, and changes that fit them. */
export const recordsAndChanges = changesOn(NO_RECORDS).chain((first) => {
  const records = applyChanges(NO_RECORDS, first)
  return changesOn(records).map((changes) => ({ records, changes }))
})
