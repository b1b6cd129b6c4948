import { createHash } from 'node:crypto'
import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { registerSources } from '../../src/core/claim/sourceChanges'
import { createStorage } from '../../src/main/storage/createStorage'
import {
  actionOf,
  BEN,
  documentOf,
  journalOf,
  makeClaim,
  MORNING,
  openStore,
  steppingClock,
  temporaryFolder,
} from './storageSupport'

const storage = createStorage({ clock: steppingClock() })
const BYTES = 'What the source said on the day.'
const FINGERPRINT = createHash('sha256').update(BYTES).digest('hex')

/** Two writers and one source with its snapshot. */
async function filledFolder(): Promise<string> {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'snapshots'))
  await writeFile(join(folder, 'snapshots', FINGERPRINT), BYTES)
  const ada = await openStore(folder)
  const reading = { id: 's1', path: 'a.txt', sha256: FINGERPRINT, textHash: FINGERPRINT }
  await ada.commit(actionOf(registerSources(ada.records(), [reading], { at: MORNING })))
  await makeClaim(ada, 'c1')
  await ada.close()
  const ben = await openStore(folder, BEN)
  await makeClaim(ben, 'c2', 'Another', BEN)
  await ben.close()
  return folder
}

async function failedChecks(folder: string): Promise<{ what: string; message: string }[]> {
  const checks = await storage.verify(folder)
  const summary = checks.at(-1)
  const failed = checks.slice(0, -1).filter((check) => !check.ok)
  expect(summary).toMatchObject({ what: 'data folder', ok: failed.length === 0 })
  return failed.map(({ what, message }) => ({ what, message }))
}

describe('verifying a data folder', () => {
  it('finds one check for each journal, review and snapshot, and sums up', async () => {
    const folder = await filledFolder()
    expect((await storage.verify(folder)).map(({ what, ok }) => [what, ok])).toEqual([
      ['journal w-ada', true],
      ['review w-ada', true],
      ['journal w-ben', true],
      ['review w-ben', true],
      [`snapshot ${FINGERPRINT}`, true],
      ['data folder', true],
    ])
  })

  it('finds a changed word in a journal', async () => {
    const folder = await filledFolder()
    const text = await readFile(journalOf(folder), 'utf8')
    await writeFile(journalOf(folder), text.replace('a.txt', 'b.txt'))
    expect(await failedChecks(folder)).toContainEqual({
      what: 'journal w-ada',
      message: expect.stringContaining('line 2: it does not carry the hash of the line before') as string,
    })
  })

  it('finds a changed word in the last line of a journal by its review', async () => {
    const folder = await filledFolder()
    const text = await readFile(journalOf(folder), 'utf8')
    await writeFile(journalOf(folder), text.replace('Statement c1', 'Statement c7'))
    expect(await failedChecks(folder)).toEqual([
      { what: 'review w-ada', message: expect.stringContaining('action 2 in the journal is another') as string },
    ])
  })

  it('finds lines that are missing at the end of a journal by its review', async () => {
    const folder = await filledFolder()
    const [first = ''] = (await readFile(journalOf(folder), 'utf8')).split('\n')
    await writeFile(journalOf(folder), `${first}\n`)
    expect(await failedChecks(folder)).toEqual([
      { what: 'review w-ada', message: expect.stringContaining('2 actions and the journal only 1') as string },
    ])
  })

  it('finds an incomplete last line, and says that nothing is lost', async () => {
    const folder = await filledFolder()
    await appendFile(journalOf(folder), '{"schema":1,')
    expect(await failedChecks(folder)).toEqual([
      { what: 'journal w-ada', message: expect.stringContaining('2 actions before it are whole') as string },
    ])
  })

  it('finds a review that was edited', async () => {
    const folder = await filledFolder()
    const text = await readFile(documentOf(folder, BEN.id), 'utf8')
    await writeFile(documentOf(folder, BEN.id), text.replace('Another', 'A second'))
    expect(await failedChecks(folder)).toEqual([
      { what: 'review w-ben', message: expect.stringContaining(documentOf(folder, BEN.id)) as string },
    ])
  })

  it('finds a snapshot whose bytes changed, and one that is gone', async () => {
    const folder = await filledFolder()
    const path = join(folder, 'snapshots', FINGERPRINT)
    await appendFile(path, ' ')
    expect(await failedChecks(folder)).toEqual([
      { what: `snapshot ${FINGERPRINT}`, message: expect.stringContaining('not those that were kept') as string },
    ])
    await rm(path)
    expect(await failedChecks(folder)).toEqual([
      { what: `snapshot ${FINGERPRINT}`, message: expect.stringContaining('source A (a.txt)') as string },
    ])
  })

  it('finds a journal that is no file', async () => {
    const folder = await filledFolder()
    await rm(journalOf(folder))
    await mkdir(journalOf(folder))
    expect(await failedChecks(folder)).toContainEqual({
      what: 'journal w-ada',
      message: expect.stringContaining('cannot be read') as string,
    })
  })

  it('says so when the data folder is a file', async () => {
    const folder = join(await temporaryFolder(), 'file')
    await writeFile(folder, '')
    expect((await storage.verify(folder)).filter((check) => !check.ok)).toHaveLength(2)
  })
})
