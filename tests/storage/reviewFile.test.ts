import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createNote, editStatement } from '../../src/core/claim/reviewChanges'
import { registerSources } from '../../src/core/claim/sourceChanges'
import { NO_RECORDS } from '../../src/core/claim/recordTable'
import { hashOf } from '../../src/main/storage/journalEntry'
import { receivedFormat } from '../../src/main/storage/receivedReviews'
import { readReviewFile, reviewFileFormat } from '../../src/main/storage/reviewFile'
import type { ReviewStore } from '../../src/main/services/ports'
import { parseStored } from '../../src/main/storage/versionedFormat'
import {
  ADA,
  actionOf,
  BEN,
  claimIds,
  journalOf,
  makeClaim,
  openStore,
  refusal,
  temporaryFolder,
} from './storageSupport'

const HASH = '7'.repeat(64)

async function registerAs(store: ReviewStore, id: string, path: string): Promise<void> {
  const file = { id, path, sha256: HASH, textHash: HASH }
  await store.commit(actionOf(registerSources(store.records(), [file], { at: '2024-05-01T08:00:00.000Z' })))
}

const FROZEN = resolve(import.meta.dirname, '../fixtures/reviewFiles')

describe('every version of the review file that was ever written', () => {
  it('has its frozen folder', async () => {
    const versions = (await readdir(FROZEN)).filter((name) => /^v\d+$/.test(name))
    expect(versions).toEqual(Array.from({ length: reviewFileFormat.latest }, (_, place) => `v${place + 1}`))
  })

  it.each(['v1'])('%s is merged with all its records, and again without a change', async (version) => {
    const content = await readFile(join(FROZEN, version, 'review.crossread.json'), 'utf8')
    const store = await openStore(await temporaryFolder(), BEN)
    const first = await store.mergeFile(content)
    const total = Object.keys(NO_RECORDS).reduce(
      (sum, type) => sum + Object.keys(store.records()[type as 'claim']).length,
      0,
    )
    expect([first.updated, first.unchanged, first.conflicts, first.added]).toEqual([0, 0, [], total])
    expect(store.records().note['n-1']?.body).toBe('Ask the archive: \u05E9\u05DC\u05D5\u05DD e\u0301')
    expect(await store.mergeFile(content)).toMatchObject({ added: 0, updated: 0, unchanged: total, conflicts: [] })
  })

  it('is read back as it was written, as is the list of what was received', async () => {
    const content = await readFile(join(FROZEN, 'v1', 'review.crossread.json'), 'utf8')
    const read = parseStored(reviewFileFormat, JSON.parse(content))
    expect(read.ok && `${JSON.stringify(read.value, null, 1)}\n`).toBe(content)
    const list = await readFile(join(FROZEN, 'v1', 'received.json'), 'utf8')
    const received = parseStored(receivedFormat, JSON.parse(list))
    expect(received.ok && `${JSON.stringify(received.value, null, 2)}\n`).toBe(list)
  })
})

describe('merging a review file', () => {
  it('keeps the foreign lines word for word, in the own folder and never in the other writer’s', async () => {
    const [folder, other] = [await temporaryFolder(), await temporaryFolder()]
    const ben = await openStore(other, BEN)
    await makeClaim(ben, 'c1', 'Ben’s \u{1F50E} e\u0301\u00A0\u00AD\r\n', BEN)
    const ada = await openStore(folder)
    await ada.mergeFile(await ben.exportFile(BEN))
    const kept = join(folder, 'writers', ADA.id, 'received', `${BEN.id}.jsonl`)
    expect(await readFile(kept)).toEqual(await readFile(journalOf(other, BEN.id)))
    expect(await readdir(join(folder, 'writers'))).toEqual([ADA.id])
    expect(ada.entries().map(({ at, writer }) => [at, writer])).toEqual(
      ben.entries().map(({ at, writer }) => [at, writer]),
    )
    expect(ada.undoLabel()).toBeNull()
  })

  it('replaces an earlier copy by the longer one, and an older file takes nothing away', async () => {
    const [folder, other] = [await temporaryFolder(), await temporaryFolder()]
    const ben = await openStore(other, BEN)
    await makeClaim(ben, 'c1', 'one', BEN)
    const early = await ben.exportFile(BEN)
    await makeClaim(ben, 'c2', 'two', BEN)
    const late = await ben.exportFile(BEN)
    const ada = await openStore(folder)
    for (const file of [early, late, early]) await ada.mergeFile(file)
    expect(claimIds(ada)).toEqual(['c1', 'c2'])
    const received = join(folder, 'writers', ADA.id, 'received')
    expect(await readdir(received)).toEqual(['received.json', `${BEN.id}.jsonl`])
    await ada.close()
    expect(claimIds(await openStore(folder))).toEqual(['c1', 'c2'])
  })

  it('needs no copy of a journal that stands in the folder', async () => {
    const [folder, other] = [await temporaryFolder(), await temporaryFolder()]
    const ben = await openStore(other, BEN)
    await makeClaim(ben, 'c1', 'one', BEN)
    const file = await ben.exportFile(BEN)
    await mkdir(dirname(journalOf(folder, BEN.id)), { recursive: true })
    await writeFile(journalOf(folder, BEN.id), await readFile(journalOf(other, BEN.id)))
    const ada = await openStore(folder)
    expect(await ada.mergeFile(file)).toMatchObject({ added: 0, updated: 0, unchanged: 1 })
    expect(await readdir(join(folder, 'writers', ADA.id))).not.toContain('received')
  })

  it('keeps both ways of a journal that goes on in two, and names it', async () => {
    const [folder, one, two] = [await temporaryFolder(), await temporaryFolder(), await temporaryFolder()]
    const first = await openStore(one, BEN)
    await makeClaim(first, 'c1', 'one', BEN)
    await mkdir(dirname(journalOf(two, BEN.id)), { recursive: true })
    await writeFile(journalOf(two, BEN.id), await readFile(journalOf(one, BEN.id)))
    await makeClaim(first, 'c2', 'two', BEN)
    const second = await openStore(two, BEN)
    await makeClaim(second, 'c3', 'three', BEN)
    const files = [await first.exportFile(BEN), await second.exportFile(BEN)]
    const [ada, cy] = [await openStore(folder), await openStore(await temporaryFolder(), { id: 'w-cy', name: 'Cy' })]
    for (const file of files) await ada.mergeFile(file)
    for (const file of files.toReversed()) await cy.mergeFile(file)
    expect([claimIds(ada), claimIds(cy)]).toEqual(Array(2).fill(['c1', 'c2', 'c3']))
    expect(ada.messages).toEqual([expect.stringContaining('w-ben goes on in more than one way after action 1')])
    // Both go on in what is exported from here.
    const late = await openStore(await temporaryFolder(), { id: 'w-di', name: 'Di' })
    await late.mergeFile(await ada.exportFile(ADA))
    expect(claimIds(late)).toEqual(['c1', 'c2', 'c3'])
  })

  it('brings back what was lost with the own folder', async () => {
    const folder = await temporaryFolder()
    const ada = await openStore(folder)
    await makeClaim(ada, 'c1')
    await makeClaim(ada, 'c2')
    const file = await ada.exportFile(ADA)
    const again = await openStore(await temporaryFolder())
    expect(await again.mergeFile(file)).toMatchObject({ added: 2 })
    await makeClaim(again, 'c3')
    expect(claimIds(again)).toEqual(['c1', 'c2', 'c3'])
  })

  it('lets changes be made to what came with it, and taken back', async () => {
    const ben = await openStore(await temporaryFolder(), BEN)
    await makeClaim(ben, 'c1', 'one', BEN)
    const ada = await openStore(await temporaryFolder())
    await ada.mergeFile(await ben.exportFile(BEN))
    const stamp = { at: '2024-05-01T09:00:00.000Z' }
    await ada.commit(actionOf(editStatement(ada.records(), { claimId: 'c1', statement: 'two' }, stamp)))
    await ben.mergeFile(await ada.exportFile(ADA))
    expect(ben.records().claim['c1']?.statement).toBe('two')
    await ada.undo()
    expect(ada.records().claim['c1']?.statement).toBe('one')
  })

  it('knows a source that has the same bytes and another name, and each reviewer keeps the name of their own', async () => {
    const ada = await openStore(await temporaryFolder())
    const ben = await openStore(await temporaryFolder(), BEN)
    await registerAs(ada, 'mine', 'mine.txt')
    await registerAs(ben, 'his', 'his.txt')
    const quote = { prefix: '', exact: 'ten people', suffix: '' }
    const anchor = { textHash: HASH, position: { start: 0, endExclusive: 10 }, quote }
    const passages = [{ sourceId: 'his', anchor }]
    const stamp = { id: 'n1', at: '2024-05-01T09:00:00.000Z', by: BEN }
    await ben.commit(actionOf(createNote(ben.records(), { body: 'Who counted?', passages }, stamp)))
    await ada.mergeFile(await ben.exportFile(BEN))
    await ben.mergeFile(await ada.exportFile(ADA))
    expect(Object.values(ada.records().source).map(({ id, path }) => [id, path])).toEqual([['mine', 'mine.txt']])
    expect(Object.values(ben.records().source).map(({ id, path }) => [id, path])).toEqual([['his', 'his.txt']])
    expect(ada.records().note['n1']?.passages[0]?.sourceId).toBe('mine')
    expect(ben.records().note['n1']?.passages[0]?.sourceId).toBe('his')
  })

  it('is refused while the review is open for reading only', async () => {
    const folder = await temporaryFolder()
    const first = await openStore(folder)
    const second = await openStore(folder)
    expect(await refusal(second.mergeFile(await first.exportFile(ADA)))).toMatchObject({ code: 'READ_ONLY' })
  })
})

describe('a review file that is not to be trusted', () => {
  it.each([
    ['whose lines are in another order', (lines: string[]) => lines.reverse()],
    ['of which a line is gone', (lines: string[]) => lines.slice(1)],
    ['of which the last line is gone', (lines: string[]) => lines.slice(0, -1)],
  ])('is refused %s, though its fingerprint fits', async (_, spoil) => {
    const ben = await openStore(await temporaryFolder(), BEN)
    for (const id of ['c1', 'c2', 'c3']) await makeClaim(ben, id, id, BEN)
    const file = JSON.parse(await ben.exportFile(BEN)) as {
      sha256: string
      review: { journals: { lines: string[] }[] }
    }
    const [journal] = file.review.journals
    if (journal === undefined) throw new Error('there is no journal')
    journal.lines = spoil(journal.lines)
    file.sha256 = hashOf(Buffer.from(JSON.stringify(file.review)))
    const read = readReviewFile(JSON.stringify(file))
    expect(read).toMatchObject({ ok: false, error: expect.stringContaining('w-ben') as string })
  })
})
