import { chmod, readFile, readdir, truncate, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createStorage } from '../../src/main/storage/createStorage'
import type { ReviewStore } from '../../src/main/services/ports'
import { buildStorageChild, startChild } from './childProcess'
import {
  ADA,
  BEN,
  claimIds,
  documentOf,
  journalOf,
  makeClaim,
  openStore,
  refusal,
  steppingClock,
  temporaryFolder,
} from './storageSupport'

// One row for each fault: what the reviewer is told, and that nothing is lost. The rows are printed at the end.

const WRITES = 500
const NOBODY = 65534
const ROOT = process.getuid?.() === 0
const WINDOWS = process.platform === 'win32'
const rows: { readonly fault: string; readonly told: string; readonly after: string }[] = []

let script = ''
let remove = (): Promise<void> => Promise.resolve()
beforeAll(async () => {
  ;({ script, remove } = await buildStorageChild())
})
afterAll(async () => {
  await remove()
  console.info(rows.map(({ fault, told, after }) => `| ${fault} | ${told} | ${after} |`).join('\n'))
})

function note(fault: string, told: string | readonly string[], after: string): void {
  const words = (typeof told === 'string' ? [told] : told).map((one) => one.replace(/\/[^ ]*crossread-[^/ ]*/g, '…'))
  rows.push({ fault, told: words.length === 0 ? '(nothing: there is nothing to tell)' : words.join(' '), after })
}

/** Three claims of Ada's in a closed review. */
async function threeClaims(): Promise<string> {
  const folder = await temporaryFolder()
  const store = await openStore(folder)
  for (const id of ['c1', 'c2', 'c3']) await makeClaim(store, id)
  await store.close()
  return folder
}

async function isWhole(folder: string): Promise<boolean> {
  return (await createStorage({ clock: steppingClock() }).verify(folder)).every(({ ok }) => ok)
}

async function goesOn(store: ReviewStore, folder: string): Promise<void> {
  await makeClaim(store, 'later')
  await store.close()
  expect(claimIds(await openStore(folder))).toContain('later')
}

describe('each fault is told, and loses nothing', () => {
  it(`a program that is killed during ${WRITES} writes`, async () => {
    const folder = await temporaryFolder()
    const child = startChild(process.execPath, [script, 'write', folder, '1', String(WRITES)])
    await child.said('saved')
    await new Promise((done) => setTimeout(done, 150))
    child.process.kill('SIGKILL')
    await child.ended
    const saved = child.events.flatMap((event) => event.saved ?? [])
    expect(saved.length).toBeGreaterThan(0)
    expect(saved.length).toBeLessThan(WRITES)
    const store = await openStore(folder)
    const there = new Set(claimIds(store))
    expect([saved.filter((id) => !there.has(id)), store.readOnly]).toEqual([[], null])
    note(
      'SIGKILL during 500 writes',
      store.messages,
      `all ${saved.length} changes that were said to be saved are there`,
    )
    await goesOn(store, folder)
    expect(await isWhole(folder)).toBe(true)
  })

  // A limit on the size of files refuses a write in the middle, as a full disk does, and binds root too.
  it.skipIf(WINDOWS)('a disk that is full', async () => {
    const folder = await temporaryFolder()
    const limited = `ulimit -f 64; exec "$0" "$@"`
    const child = startChild('bash', ['-c', limited, process.execPath, script, 'fill', folder])
    expect(await child.ended).toEqual({ code: 0, signal: null, errors: '' })
    const saved = child.events.flatMap((event) => event.saved ?? [])
    const told = child.events.find((event) => event.refused !== undefined)?.refused ?? ''
    expect(told).toMatch(/^Saving the change failed at .*: /)
    const store = await openStore(folder)
    expect([claimIds(store), store.messages]).toEqual([saved.toSorted(), []])
    note('full disk', told, `the ${saved.length} changes before it are there, a smaller one after it was saved`)
    await goesOn(store, folder)
    expect(await isWhole(folder)).toBe(true)
  })

  // Root may write everywhere: the program runs as a user who may not.
  it.skipIf(WINDOWS)('a folder that may only be read', async () => {
    const folder = await threeClaims()
    const own = dirname(journalOf(folder))
    await chmod(folder, 0o755)
    await chmod(own, 0o555)
    const child = startChild(process.execPath, [script, 'attempt', folder], ROOT ? { uid: NOBODY, gid: NOBODY } : {})
    expect(await child.ended).toEqual({ code: 0, signal: null, errors: '' })
    await chmod(own, 0o755)
    const [opened, tried] = child.events
    expect([opened?.claims, tried?.refused]).toEqual([3, opened?.opened])
    expect(opened?.opened).toContain('permission is denied')
    note('read-only folder', opened?.opened ?? '', 'all 3 claims are shown; nothing was written')
    expect(await isWhole(folder)).toBe(true)
  })

  it('a data folder below a file, where nothing can ever be', async () => {
    const folder = await temporaryFolder()
    await writeFile(`${folder}/file`, 'words')
    const storage = createStorage({ clock: steppingClock() })
    const opened = await storage.openReview({ dataFolder: `${folder}/file/.crossread`, reviewer: ADA })
    expect(opened).toMatchObject({ ok: false, error: { code: 'STORAGE_UNREADABLE' } })
    note('a file in the place of the data folder', opened.ok ? '' : opened.error.message, 'the file is as it was')
    expect(await readFile(`${folder}/file`, 'utf8')).toBe('words')
  })

  const spoilt: [string, (path: string) => Promise<void>, RegExp][] = [
    [
      'review.json cut in half',
      async (path) => truncate(path, Math.floor((await readFile(path)).length / 2)),
      /not whole JSON/,
    ],
    [
      'review.json of NUL bytes',
      async (path) => writeFile(path, Buffer.alloc((await readFile(path)).length)),
      /not whole JSON/,
    ],
  ]
  it.each(spoilt)('a %s', async (fault, spoil, why) => {
    const folder = await threeClaims()
    await spoil(documentOf(folder))
    const store = await openStore(folder)
    expect([store.readOnly, store.messages]).toEqual([null, [expect.stringMatching(why)]])
    expect(claimIds(store)).toEqual(['c1', 'c2', 'c3'])
    note(fault, store.messages, 'all 3 claims are there, rebuilt from the journal; the spoilt file is kept beside it')
    expect((await readdir(dirname(documentOf(folder)))).some((name) => name.startsWith('review.unreadable-'))).toBe(
      true,
    )
    await goesOn(store, folder)
    expect(await isWhole(folder)).toBe(true)
  })

  it('a journal cut in half', async () => {
    const folder = await threeClaims()
    const bytes = await readFile(journalOf(folder))
    await truncate(journalOf(folder), Math.floor(bytes.length / 2))
    const store = await openStore(folder)
    expect([claimIds(store), store.readOnly]).toEqual([['c1', 'c2', 'c3'], null])
    expect(store.messages.join(' ')).not.toContain('said to be saved is there')
    note(
      'journal cut in half',
      store.messages,
      'all 3 claims are there; the torn line and the review.json of before are kept beside',
    )
    const kept = await readdir(dirname(journalOf(folder)))
    expect(kept.some((name) => name.startsWith('journal.torn-'))).toBe(true)
    const disagreed = kept.find((name) => name.startsWith('review.disagreed-')) ?? ''
    expect(await readFile(`${dirname(journalOf(folder))}/${disagreed}`, 'utf8')).toContain('Statement c3')
    await goesOn(store, folder)
  })

  it('a journal of NUL bytes', async () => {
    const folder = await threeClaims()
    const { length } = await readFile(journalOf(folder))
    await writeFile(journalOf(folder), Buffer.alloc(length))
    const store = await openStore(folder)
    note(
      'journal of NUL bytes',
      store.readOnly ?? store.messages,
      'all 3 claims are there; the bytes and the review.json of before are kept beside',
    )
    expect([claimIds(store), store.messages.length]).toEqual([['c1', 'c2', 'c3'], 3])
    const kept = await readdir(dirname(journalOf(folder)))
    const disagreed = kept.find((name) => name.startsWith('review.disagreed-')) ?? ''
    expect(await readFile(`${dirname(journalOf(folder))}/${disagreed}`, 'utf8')).toContain('Statement c3')
  })

  it.each([
    ['review.json from a newer version', documentOf, (text: string) => text.replace('"schema": 3', '"schema": 99')],
    [
      'journal from a newer version',
      journalOf,
      (text: string) => text.replace(/"schema":3(?=[^\n]*\n$)/, '"schema":99'),
    ],
  ])('a %s', async (fault, pathOf, alter) => {
    const folder = await threeClaims()
    const path = pathOf(folder)
    const newer = alter(await readFile(path, 'utf8'))
    await writeFile(path, newer)
    const store = await openStore(folder)
    expect(store.readOnly).toContain('newer Crossread (schema 99')
    expect(await refusal(makeClaim(store, 'late'))).toEqual({ code: 'READ_ONLY', message: store.readOnly })
    note(
      fault,
      store.readOnly ?? '',
      `${claimIds(store).length} of 3 claims are shown, for reading; the file is as it was`,
    )
    expect(await readFile(path, 'utf8')).toBe(newer)
  })

  it('a clock that jumps back', async () => {
    const folder = await threeClaims()
    const late = await openStore(folder, ADA, { clock: steppingClock('2001-01-01T00:00:00.000Z') })
    await makeClaim(late, 'after the jump'.replaceAll(' ', '-'))
    await late.undo()
    await late.redo()
    expect(claimIds(late)).toEqual(['after-the-jump', 'c1', 'c2', 'c3'])
    note(
      'clock that jumps back 23 years',
      late.messages,
      'every change counts in the order in which it was made: none is dated before the one that it follows',
    )
    await late.close()
    const times = (await readFile(journalOf(folder), 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { at: string }).at)
    expect(times).toEqual(times.toSorted())
    const ben = await openStore(folder, BEN)
    expect(claimIds(ben)).toEqual(['after-the-jump', 'c1', 'c2', 'c3'])
    expect(await isWhole(folder)).toBe(true)
  })

  it('a review file that is half', async () => {
    const ben = await openStore(await temporaryFolder(), BEN)
    await makeClaim(ben, 'c1', 'one', BEN)
    const file = await ben.exportFile(BEN)
    const ada = await openStore(await threeClaims())
    const { message } = await refusal(ada.mergeFile(file.slice(0, file.length / 2)))
    expect(claimIds(ada)).toEqual(['c1', 'c2', 'c3'])
    note('review file cut in half', message, 'nothing was merged or written')
  })
})
