import { cp, readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { BugError } from '../../src/core/assert'
import { NO_RECORDS } from '../../src/core/claim/recordTable'
import { createStorage } from '../../src/main/storage/createStorage'
import { installationFormat, openInstallation } from '../../src/main/storage/installation'
import { giveJournalKinds } from '../../src/main/storage/matchKindsMigration'
import { journalLineFormat } from '../../src/main/storage/journalEntry'
import { reviewDocumentFormat } from '../../src/main/storage/reviewDocument'
import { defineFormat, parseStored } from '../../src/main/storage/versionedFormat'
import { openStore, steppingClock, temporaryFolder } from './storageSupport'

const FIXTURES = resolve(import.meta.dirname, '../fixtures/databases')
const WRITER = { id: 'w-0123456789ab', name: 'Zoë' }
/** The ids of what only schema 3 has; one decision goes by the corpus's own name. */
const TABLES_OF_SCHEMA_3 = {
  decision: ['d-1', 'd-2'],
  verdictName: ['vn-1'],
  work: ['c-1'],
  confirmation: ['k-1'],
  seal: ['z-1', 'z-2'],
  reply: ['r-1'],
  thread: ['n-1'],
  tag: ['t-1'],
  tagging: ['tt-1'],
  filter: ['fi-1'],
  merging: ['c-0'],
  splitting: ['c-1'],
  settlement: ['sm-1'],
  adjudication: ['d-2'],
  blind: ['corpus'],
}
const formats = [journalLineFormat, reviewDocumentFormat, installationFormat]

describe('every version that was ever written', () => {
  it('has its frozen folder', async () => {
    const latest = Math.max(...formats.map((format) => format.latest))
    const versions = (await readdir(FIXTURES)).filter((name) => /^v\d+$/.test(name))
    expect(versions.sort()).toEqual(Array.from({ length: latest }, (_, place) => `v${place + 1}`))
  })

  it.each([
    { version: 'v1', kinds: ['identical', 'near', 'reworded'], later: {} },
    { version: 'v2', kinds: ['identical', 'near'], later: { matchDecision: ['m-1'] } },
    { version: 'v3', kinds: ['identical', 'near'], later: { matchDecision: ['m-1'], ...TABLES_OF_SCHEMA_3 } },
  ])('$version opens for writing with all its records', async ({ version, kinds, later }) => {
    const folder = await temporaryFolder()
    await cp(join(FIXTURES, version), folder, { recursive: true })
    const data = join(folder, 'data')
    const store = await openStore(data, WRITER)
    expect([store.readOnly, store.messages]).toEqual([null, []])
    const records = store.records()
    expect(Object.fromEntries(Object.entries(records).map(([type, table]) => [type, Object.keys(table)]))).toEqual({
      ...Object.fromEntries(Object.keys(NO_RECORDS).map((type) => [type, []])),
      claim: ['c-1'],
      decision: ['d-1'],
      evidence: ['e-1', 'e-2'],
      note: ['n-1'],
      source: ['s-1', 's-2'],
      metadata: ['s-1'],
      furniture: ['f-1'],
      settings: ['corpus'],
      reviewer: [WRITER.id],
      ...later,
    })
    expect(records.decision['d-1']).toMatchObject({ verdict: 'disputed', verdictNameId: null })
    expect(records.settings['corpus']?.match).toEqual({ smallestPassageWords: 5, leastScore: 0, kinds })
    expect(records.claim['c-1']?.statement).toBe('Ten people said so.')
    expect(records.note['n-1']?.body).toBe('Ask the archive: \u05E9\u05DC\u05D5\u05DD e\u0301')
    expect(records.evidence['e-1']?.passages[1]?.anchor.quote.suffix).toBe(' \u{1F50E} said\u00A0so')
    expect(records.metadata['s-1']?.fields).toEqual({ title: 'A title', byline: null, kind: 'news' })
    expect([store.undoLabel(), store.redoLabel()]).toEqual(['write a note', 'edit a claim'])
    await store.redo()
    expect(store.records().claim['c-1']?.statement).toBe('Ten people said so on Monday.')
  })

  it.each(['v1', 'v2', 'v3'])('%s verifies but for the snapshots, which are not kept with it', async (version) => {
    const checks = await createStorage({ clock: steppingClock() }).verify(join(FIXTURES, version, 'data'))
    expect(checks.filter((check) => !check.what.startsWith('snapshot')).map(({ ok }) => ok)).toEqual([
      true,
      true,
      false,
    ])
  })

  it.each(['v1', 'v2', 'v3'])('%s keeps its installation', async (version) => {
    const folder = await temporaryFolder()
    await cp(join(FIXTURES, version), folder, { recursive: true })
    const installation = await openInstallation({ configDir: join(folder, 'config') })
    expect([installation.writerId, installation.reviewerName(), installation.messages]).toEqual([WRITER.id, 'Zoë', []])
    expect(installation.preferences()).toMatchObject({
      theme: 'dark',
      textScale: 1.1,
      keys: { 'claim.create': 'Shift+C' },
    })
  })
})

describe('a format with migrations', () => {
  const schema = v.strictObject({ schema: v.literal(3), words: v.array(v.string()), count: v.number() })
  const format = defineFormat({
    what: 'list of words',
    migrations: [
      { from: 1, migrate: ({ text, ...rest }) => ({ ...rest, words: String(text).split(' ') }) },
      {
        from: 2,
        migrate: (stored) => ({ ...stored, count: Array.isArray(stored['words']) ? stored['words'].length : 0 }),
      },
    ],
    schema,
  })

  it('brings each older version to the latest, step by step', () => {
    const latest = { schema: 3, words: ['ten', 'people'], count: 2 }
    const versions = [{ schema: 1, text: 'ten people' }, { schema: 2, words: ['ten', 'people'] }, latest]
    expect(versions.map((stored) => parseStored(format, stored))).toEqual(
      versions.map(() => ({ ok: true, value: latest })),
    )
  })

  it('leaves what it migrates as it was', () => {
    const stored = Object.freeze({ schema: 2, words: Object.freeze(['ten']) })
    expect(parseStored(format, stored).ok).toBe(true)
    expect(stored).toEqual({ schema: 2, words: ['ten'] })
  })

  it('refuses a newer version by name, without looking into it', () => {
    expect(parseStored(format, { schema: 4, anything: true })).toMatchObject({
      ok: false,
      error: {
        kind: 'newer',
        message: expect.stringContaining('newer Crossread (schema 4; this one knows up to 3)') as string,
      },
    })
  })

  it.each([[null], [[]], ['x'], [{}], [{ schema: 0 }], [{ schema: 1.5 }], [{ schema: '1' }]])(
    'refuses %j',
    (stored) => {
      expect(parseStored(format, stored)).toMatchObject({ ok: false, error: { kind: 'invalid' } })
    },
  )

  it('cannot be defined with a gap, a double or a wrong beginning', () => {
    const migrate = (stored: object): Record<string, unknown> => ({ ...stored })
    for (const numbers of [[2], [1, 3], [1, 1], [0, 1]]) {
      const migrations = numbers.map((from) => ({ from, migrate }))
      expect(() => defineFormat({ what: 'list', migrations, schema })).toThrow(BugError)
    }
  })
})

describe('the formats of Crossread', () => {
  it('leave alone, in a line of the first schema, what is not about settings', () => {
    const line = { schema: 1, changes: [{ type: 'note', after: { match: {} } }, 'x', null] }
    expect(giveJournalKinds(line)).toEqual(line)
    expect(giveJournalKinds({ schema: 1, changes: 'none' })).toEqual({ schema: 1, changes: 'none' })
  })

  it('give both states of changed settings the kinds that were listed', () => {
    const match = { smallestPassageWords: 7, leastScore: 0 }
    const changes = [{ type: 'settings', before: null, after: { name: 'x', match } }]
    const given = { ...match, kinds: ['identical', 'near', 'reworded'] }
    expect(giveJournalKinds({ changes })).toEqual({
      changes: [{ type: 'settings', before: null, after: { name: 'x', match: given } }],
    })
  })

  it('read back what the frozen files hold, to the byte', async () => {
    const writer = join(FIXTURES, 'v3', 'data', 'writers', WRITER.id)
    const lines = (await readFile(join(writer, 'journal.jsonl'), 'utf8')).trimEnd().split('\n')
    const parsed = lines.map((line) => parseStored(journalLineFormat, JSON.parse(line)))
    expect(parsed.map((line) => line.ok && JSON.stringify(line.value))).toEqual(lines)
    const document = await readFile(join(writer, 'review.json'), 'utf8')
    const read = parseStored(reviewDocumentFormat, JSON.parse(document))
    expect(read.ok && `${JSON.stringify(read.value, null, 2)}\n`).toBe(document)
  })
})
