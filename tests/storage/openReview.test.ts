import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createStorage } from '../../src/main/storage/createStorage'
import {
  ADA,
  actionOf,
  BEN,
  claimIds,
  decideClaim,
  documentOf,
  journalOf,
  linesOf,
  makeClaim,
  openStore,
  refusal,
  steppingClock,
  temporaryFolder,
} from './storageSupport'
import { editStatement } from '../../src/core/claim/reviewChanges'

const ZEROS = '0'.repeat(64)

describe('a review', () => {
  it('has every change again after it was closed and opened', async () => {
    const folder = await temporaryFolder()
    const first = await openStore(folder)
    await makeClaim(first, 'c1', 'Ten people saw it \u{1F50E} e\u0301 \u05E9\u05DC\u05D5\u05DD\u00A0\u00AD\r\n\u2028')
    await decideClaim(first, 'c1', 'd1')
    const before = first.records()
    await first.close()

    const second = await openStore(folder)
    expect(second.records()).toEqual(before)
    expect(second.messages).toEqual([])
    expect(second.readOnly).toBeNull()
  })

  it('writes one line for each change, each with the hash of the one before', async () => {
    const folder = await temporaryFolder()
    const store = await openStore(folder)
    await makeClaim(store, 'c1')
    await makeClaim(store, 'c2')
    await store.undo()

    const lines = await linesOf(journalOf(folder))
    const hashes = lines.map((line) => createHash('sha256').update(line).digest('hex'))
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { schema: 3, sequence: 1, writer: ADA.id, label: 'make a claim', undoable: true, reverts: null, previous: ZEROS },
      { schema: 3, sequence: 2, reverts: null, previous: hashes[0] },
      { schema: 3, sequence: 3, label: 'make a claim', reverts: 2, previous: hashes[1] },
    ])
  })

  it('keeps the state after the journal in review.json, with the place in the journal', async () => {
    const folder = await temporaryFolder()
    const store = await openStore(folder)
    await makeClaim(store, 'c1')
    await store.close()

    const lastLine = (await linesOf(journalOf(folder))).at(-1) ?? ''
    expect(JSON.parse(await readFile(documentOf(folder), 'utf8'))).toMatchObject({
      schema: 3,
      writer: ADA.id,
      journal: { sequence: 1, hash: createHash('sha256').update(lastLine).digest('hex') },
      records: { claim: { c1: { statement: 'Statement c1' } } },
    })
  })

  it('is on the disk when commit resolves, before review.json is written', async () => {
    const folder = await temporaryFolder()
    const store = await openStore(folder, ADA, { documentDelayMs: 60_000 })
    await makeClaim(store, 'c1')
    expect(await linesOf(journalOf(folder))).toHaveLength(1)
    await expect(stat(documentOf(folder))).rejects.toThrow('ENOENT')
  })

  it('counts changes in the order they were asked for, though nobody waits in between', async () => {
    const folder = await temporaryFolder()
    const store = await openStore(folder)
    const asked = [makeClaim(store, 'c1', 'one')]
    for (const statement of ['two', 'three', 'four']) {
      asked.push(
        store.commit(
          actionOf(editStatement(store.records(), { claimId: 'c1', statement }, { at: '2024-05-01T09:00:00.000Z' })),
        ),
      )
    }
    await Promise.all(asked)
    expect(store.records().claim['c1']?.statement).toBe('four')
    await store.undo()
    expect(store.records().claim['c1']?.statement).toBe('three')
  })

  it('writes nothing for a change that changes nothing', async () => {
    const folder = await temporaryFolder()
    const store = await openStore(folder)
    await store.commit({ label: 'nothing', changes: [], undoable: true })
    expect(await linesOf(journalOf(folder))).toEqual([])
    expect(store.undoLabel()).toBeNull()
  })

  it('refuses a change that was made from records which are not the present ones', async () => {
    const store = await openStore(await temporaryFolder())
    await makeClaim(store, 'c1', 'one')
    const stale = store.records()
    await store.commit(
      actionOf(editStatement(stale, { claimId: 'c1', statement: 'two' }, { at: '2024-05-01T09:00:00.000Z' })),
    )
    const again = actionOf(
      editStatement(stale, { claimId: 'c1', statement: 'three' }, { at: '2024-05-01T09:00:00.000Z' }),
    )

    expect(await refusal(store.commit(again))).toMatchObject({
      code: 'STORAGE_FAILED',
      message: expect.stringContaining('claim c1 was changed in the meantime') as string,
    })
    expect(store.records().claim['c1']?.statement).toBe('two')
  })

  it('refuses a record that it could not read again, and stays open for others', async () => {
    const folder = await temporaryFolder()
    const store = await openStore(folder)
    const after = { id: 'c1', statement: 's', createdAt: 'yesterday', createdBy: ADA, updatedAt: 'yesterday' }
    const action = { label: 'x', undoable: true, changes: [{ type: 'claim', id: 'c1', before: null, after }] } as const

    expect(await refusal(store.commit(action))).toMatchObject({
      code: 'STORAGE_FAILED',
      message: expect.stringContaining('createdAt') as string,
    })
    await makeClaim(store, 'c2')
    expect(claimIds(store)).toEqual(['c2'])
  })

  it('takes no more changes once it is closed', async () => {
    const store = await openStore(await temporaryFolder())
    await store.close()
    expect(await refusal(makeClaim(store, 'c1'))).toEqual({ code: 'READ_ONLY', message: 'This review is closed.' })
  })
})

describe('reading without opening', () => {
  it('creates nothing, not even the data folder', async () => {
    const folder = join(await temporaryFolder(), '.crossread')
    const storage = createStorage({ clock: steppingClock() })
    const read = await storage.readReview(folder)
    const checks = await storage.verify(folder)

    expect(read.ok && read.value.messages).toEqual([])
    expect(checks).toEqual([{ what: 'data folder', ok: true, message: `Nothing is kept in ${folder} yet.` }])
    await expect(stat(folder)).rejects.toThrow('ENOENT')
  })

  it('gives the records of all writers while one of them has the review open', async () => {
    const folder = await temporaryFolder()
    const ada = await openStore(folder, ADA, { documentDelayMs: 60_000 })
    await makeClaim(ada, 'c1')
    const ben = await openStore(folder, BEN)
    await makeClaim(ben, 'c2', 'Another', BEN)
    const names = await readdir(join(folder, 'writers', ADA.id))

    const read = await createStorage({ clock: steppingClock() }).readReview(folder)
    expect(read.ok && Object.keys(read.value.records.claim).sort()).toEqual(['c1', 'c2'])
    expect(await readdir(join(folder, 'writers', ADA.id))).toEqual(names)
  })
})

describe('a data folder that cannot be used', () => {
  it('is named when a file stands in its place', async () => {
    const folder = join(await temporaryFolder(), '.crossread')
    await writeFile(folder, 'not a folder')
    const storage = createStorage({ clock: steppingClock() })
    const opened = await storage.openReview({ dataFolder: folder, reviewer: ADA })

    expect(opened).toMatchObject({
      ok: false,
      error: { code: 'STORAGE_UNREADABLE', message: expect.stringContaining(folder) as string },
    })
    expect(await readFile(folder, 'utf8')).toBe('not a folder')
  })

  it('opens for reading when the journal is a folder, and names it', async () => {
    const folder = await temporaryFolder()
    await mkdir(journalOf(folder), { recursive: true })
    const ben = await openStore(folder, BEN)
    await makeClaim(ben, 'c1', 'Seen by Ben', BEN)

    const store = await openStore(folder)
    expect(store.readOnly).toContain(`${journalOf(folder)} cannot be read: a folder stands where a file is expected`)
    expect(claimIds(store)).toEqual(['c1'])
    expect(await refusal(makeClaim(store, 'c2'))).toMatchObject({ code: 'READ_ONLY' })
  })

  it('refuses a writer whose id could lead out of the folder', async () => {
    const storage = createStorage({ clock: steppingClock() })
    const opened = await storage.openReview({ dataFolder: await temporaryFolder(), reviewer: { id: '../x', name: '' } })
    expect(opened).toMatchObject({ ok: false, error: { code: 'BAD_INPUT' } })
  })
})
