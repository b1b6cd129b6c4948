import { appendFile, readFile, readdir, rename, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  ADA,
  BEN,
  claimIds,
  decideClaim,
  documentOf,
  journalOf,
  linesOf,
  makeClaim,
  openStore,
  refusal,
  temporaryFolder,
} from './storageSupport'

/** A folder with three claims of Ada's, closed. */
async function threeClaims(): Promise<string> {
  const folder = await temporaryFolder()
  const store = await openStore(folder)
  for (const id of ['c1', 'c2', 'c3']) await makeClaim(store, id, `Statement ${id} \u{1F50E}`)
  await store.close()
  return folder
}

describe('a last line that was cut off', () => {
  it('is kept beside the journal, wherever it was cut, and all lines before it count', async () => {
    const folder = await threeClaims()
    const path = journalOf(folder)
    const whole = await readFile(path)
    const lastStart = whole.lastIndexOf('\n', whole.length - 2) + 1
    for (let length = lastStart + 1; length < whole.length - 1; length += 29) {
      await writeFile(path, whole.subarray(0, length))
      // A crash in the middle of a write leaves no review.json that knows the line.
      await rm(documentOf(folder), { force: true })
      const store = await openStore(folder)
      expect(claimIds(store)).toEqual(['c1', 'c2'])
      expect(store.readOnly).toBeNull()
      const kept = (await readdir(dirname(path))).find((name) => name.startsWith('journal.torn-')) ?? ''
      expect(store.messages).toContainEqual(expect.stringContaining(kept))
      expect(await readFile(join(dirname(path), kept))).toEqual(whole.subarray(lastStart, length))
      await makeClaim(store, 'c9')
      await store.close()
      expect(claimIds(await openStore(folder))).toEqual(['c1', 'c2', 'c9'])
      await rm(dirname(path), { recursive: true })
      await openStore(folder).then((empty) => empty.close())
    }
  })

  it('counts when only its line end is missing', async () => {
    const folder = await threeClaims()
    const path = journalOf(folder)
    await truncate(path, (await stat(path)).size - 1)
    const store = await openStore(folder)
    expect(store.messages).toEqual([])
    await makeClaim(store, 'c4')
    await makeClaim(store, 'c5')
    await store.close()
    expect(claimIds(await openStore(folder))).toEqual(['c1', 'c2', 'c3', 'c4', 'c5'])
  })

  it('may be a block of zero bytes, as a power failure leaves it', async () => {
    const folder = await threeClaims()
    await appendFile(journalOf(folder), Buffer.alloc(512))
    const store = await openStore(folder)
    expect(claimIds(store)).toEqual(['c1', 'c2', 'c3'])
    expect(store.readOnly).toBeNull()
    expect(await linesOf(journalOf(folder))).toHaveLength(3)
  })

  it('of a colleague is left alone, and told', async () => {
    const folder = await threeClaims()
    await appendFile(journalOf(folder), '{"schema":1,"sequ')
    const before = await readFile(journalOf(folder))
    const store = await openStore(folder, BEN)
    expect(store.messages).toEqual([expect.stringContaining(`${journalOf(folder)} is incomplete`)])
    expect(claimIds(store)).toEqual(['c1', 'c2', 'c3'])
    expect(await readFile(journalOf(folder))).toEqual(before)
  })
})

describe('a journal whose line ends became CR LF', () => {
  it('is read and gone on with', async () => {
    const folder = await threeClaims()
    const path = journalOf(folder)
    await writeFile(path, (await readFile(path, 'utf8')).replaceAll('\n', '\r\n'))
    const store = await openStore(folder)
    expect(store.readOnly).toBeNull()
    await makeClaim(store, 'c4')
    await store.close()
    const again = await openStore(folder)
    expect(again.readOnly).toBeNull()
    expect(claimIds(again)).toEqual(['c1', 'c2', 'c3', 'c4'])
  })
})

describe('a damaged line in the middle', () => {
  const damages: [string, (lines: string[]) => string[], string][] = [
    ['that is no JSON', ([a = '', , c = '']) => [a, '{"schema":1,', c], 'not JSON'],
    [
      'that was changed',
      ([a = '', b = '', c = '']) => [a, b.replace('c2', 'c7').replace('c2', 'c7').replace('c2', 'c7'), c],
      'hash',
    ],
    ['that was removed', ([a = '', , c = '']) => [a, c], 'number 3 where 2'],
    ['that is blank', ([a = '', b = '', c = '']) => [a, '', b, c], 'not JSON'],
    [
      'of another writer',
      ([a = '', b = '', c = '']) => [a, b.replace('"writer":"w-ada"', '"writer":"w-ben"'), c],
      'w-ben',
    ],
    [
      'with a record that is none',
      ([a = '', b = '', c = '']) => [a, b.replace('"statement"', '"statment"'), c],
      'statement',
    ],
    ['with a reserved id', ([a = '', b = '', c = '']) => [a, b.replaceAll('"c2"', '"__proto__"'), c], 'reserved'],
  ]
  it.each(damages)('%s makes the review read-only, names the place and overwrites nothing', async (_, damage, why) => {
    const folder = await threeClaims()
    const path = journalOf(folder)
    const damaged = `${damage(await linesOf(path)).join('\n')}\n`
    await writeFile(path, damaged)
    const names = await readdir(dirname(path))

    const store = await openStore(folder)
    const line = why.startsWith('hash') ? 3 : 2
    expect(store.readOnly).toContain(`${path} is damaged at line ${line}`)
    expect(store.readOnly).toContain(why)
    expect(claimIds(store)).toEqual(expect.arrayContaining(['c1', 'c3']))
    expect(await refusal(makeClaim(store, 'c4'))).toEqual({ code: 'READ_ONLY', message: store.readOnly })
    expect(await refusal(store.undo())).toMatchObject({ code: 'READ_ONLY' })
    await store.close()
    expect(await readFile(path, 'utf8')).toBe(damaged)
    expect(await readdir(dirname(path))).toEqual(names)
  })

  it('of a colleague hides what follows there, and nothing else', async () => {
    const folder = await threeClaims()
    const path = journalOf(folder)
    const [a = '', , c = ''] = await linesOf(path)
    await writeFile(path, `${a}\nrubbish\n${c}\n`)
    const ben = await openStore(folder, BEN)
    await makeClaim(ben, 'c8', 'Of Ben', BEN)
    expect(ben.messages).toEqual([expect.stringContaining('damaged at line 2')])
    expect(claimIds(ben)).toEqual(['c1', 'c8'])
  })
})

describe('a line of a newer Crossread', () => {
  it('makes the review read-only and says so, even when it is the last', async () => {
    const folder = await threeClaims()
    const path = journalOf(folder)
    await appendFile(path, '{"schema":99,"sequence":4,"something":"new"}\n')
    const store = await openStore(folder)
    expect(store.readOnly).toContain('written by a newer Crossread')
    expect(store.readOnly).toContain('Line 4')
    expect(claimIds(store)).toEqual(['c1', 'c2', 'c3'])
  })
})

describe('a journal that another program touches while it is open', () => {
  it('is not written to after something else was appended', async () => {
    const folder = await temporaryFolder()
    const store = await openStore(folder)
    await makeClaim(store, 'c1')
    await appendFile(journalOf(folder), 'something else\n')
    const before = await readFile(journalOf(folder))

    const refused = await refusal(makeClaim(store, 'c2'))
    expect(refused).toMatchObject({ code: 'STORAGE_FAILED' })
    expect(refused.message).toContain('changed by another program')
    expect(claimIds(store)).toEqual(['c1'])
    expect(store.readOnly).toContain('open it again')
    expect(await refusal(decideClaim(store, 'c1', 'd1'))).toMatchObject({ code: 'READ_ONLY' })
    expect(await readFile(journalOf(folder))).toEqual(before)
  })

  it.each([
    ['was removed', (path: string) => rm(path)],
    ['was moved away', (path: string) => rename(path, `${path}.moved`)],
  ])('says so when it %s, rather than writing into nowhere', async (_, touch) => {
    const folder = await temporaryFolder()
    const store = await openStore(folder, ADA)
    await makeClaim(store, 'c1')
    await touch(journalOf(folder))
    const refused = await refusal(makeClaim(store, 'c2'))
    expect(refused.message).toContain('removed by another program')
    expect(claimIds(store)).toEqual(['c1'])
  })

  it('takes back all changes that were asked for and not written', async () => {
    const folder = await temporaryFolder()
    const store = await openStore(folder)
    await makeClaim(store, 'c1')
    await rm(journalOf(folder))
    const asked = [makeClaim(store, 'c2'), makeClaim(store, 'c3'), decideClaim(store, 'c2', 'd1')]
    expect(claimIds(store)).toEqual(['c1', 'c2', 'c3'])
    const outcomes = await Promise.all(asked.map(refusal))
    expect(outcomes.map(({ code }) => code)).toEqual(['STORAGE_FAILED', 'STORAGE_FAILED', 'STORAGE_FAILED'])
    expect(claimIds(store)).toEqual(['c1'])
    expect(store.undoLabel()).toBe('make a claim')
  })
})
