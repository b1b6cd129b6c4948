import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { claimIds, documentOf, journalOf, linesOf, makeClaim, openStore, temporaryFolder } from './storageSupport'

async function twoClaims(): Promise<string> {
  const folder = await temporaryFolder()
  const store = await openStore(folder)
  await makeClaim(store, 'c1')
  await makeClaim(store, 'c2')
  await store.close()
  return folder
}

async function keptNames(folder: string): Promise<string[]> {
  return (await readdir(dirname(documentOf(folder)))).filter(
    (name) => name.startsWith('review.') && name !== 'review.json',
  )
}

describe('review.json', () => {
  const unreadable: [string, string | Buffer, string][] = [
    ['is empty', '', 'it is empty'],
    ['holds only blanks', '\n \n', 'it is empty'],
    ['was cut off', '{ "schema": 1, "writer": "w-ada", "jou', 'it is not whole JSON'],
    ['is not UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 'it is not text in UTF-8'],
    ['is JSON of another kind', '[1, 2]', 'not a review document'],
    ['has a record that is none', '{"schema":1,"writer":"w-ada","journal":7,"records":{}}', 'journal'],
  ]
  it.each(unreadable)('that %s is kept, named in a message, and rebuilt', async (_, content, why) => {
    const folder = await twoClaims()
    const whole = await readFile(documentOf(folder), 'utf8')
    await writeFile(documentOf(folder), content)

    const store = await openStore(folder)
    expect(claimIds(store)).toEqual(['c1', 'c2'])
    expect(store.readOnly).toBeNull()
    const [kept = ''] = await keptNames(folder)
    expect(kept).toMatch(/^review\.unreadable-2024-05-01T.*\.json$/)
    expect(store.messages).toEqual([expect.stringContaining(why)])
    expect(store.messages[0]).toContain(kept)
    expect(await readFile(join(dirname(documentOf(folder)), kept))).toEqual(Buffer.from(content))
    await store.close()
    expect(await readFile(documentOf(folder), 'utf8')).toBe(whole)
  })

  it('that is a folder is moved aside as it is', async () => {
    const folder = await twoClaims()
    await rm(documentOf(folder))
    await mkdir(join(documentOf(folder), 'inside'), { recursive: true })
    const store = await openStore(folder)
    const [kept = ''] = await keptNames(folder)
    expect(await readdir(join(dirname(documentOf(folder)), kept))).toEqual(['inside'])
    expect(store.messages).toEqual([expect.stringContaining(kept)])
  })

  it('that is missing or behind is written anew without a word', async () => {
    const folder = await twoClaims()
    const whole = await readFile(documentOf(folder), 'utf8')
    await rm(documentOf(folder))
    const store = await openStore(folder)
    await store.close()
    expect(await readFile(documentOf(folder), 'utf8')).toBe(whole)

    const third = await openStore(folder, undefined, { documentDelayMs: 60_000 })
    await makeClaim(third, 'c3')
    await third.close()
    await writeFile(documentOf(folder), whole)
    const fourth = await openStore(folder)
    await fourth.close()
    expect([...third.messages, ...fourth.messages]).toEqual([])
    expect(JSON.parse(await readFile(documentOf(folder), 'utf8'))).toMatchObject({
      journal: { sequence: 3 },
      records: { claim: { c3: { statement: 'Statement c3' } } },
    })
  })

  it('that was edited by hand is kept and rebuilt: the journal is the record', async () => {
    const folder = await twoClaims()
    const edited = (await readFile(documentOf(folder), 'utf8')).replace('Statement c1', 'Something else')
    await writeFile(documentOf(folder), edited)
    const store = await openStore(folder)
    expect(store.records().claim['c1']?.statement).toBe('Statement c1')
    const [kept = ''] = await keptNames(folder)
    expect(kept).toMatch(/^review\.disagreed-/)
    expect(store.messages).toEqual([expect.stringContaining('changed by something else')])
    expect(await readFile(join(dirname(documentOf(folder)), kept), 'utf8')).toBe(edited)
  })

  it('that knows more than the journal is kept, and gives back what the journal lost, as one action that can be undone', async () => {
    const folder = await twoClaims()
    const [first = ''] = await linesOf(journalOf(folder))
    const ahead = await readFile(documentOf(folder), 'utf8')
    await writeFile(journalOf(folder), `${first}\n`)
    const store = await openStore(folder)
    expect(claimIds(store)).toEqual(['c1', 'c2'])
    const [kept = ''] = await keptNames(folder)
    expect(store.messages).toEqual([
      expect.stringContaining('it knows 2 actions and the journal only 1'),
      expect.stringContaining('lost its end: 1 of 2 actions are in it. What the others came to was put back'),
    ])
    expect(await readFile(join(dirname(documentOf(folder)), kept), 'utf8')).toBe(ahead)
    await store.undo()
    expect(claimIds(store)).toEqual(['c1'])
  })

  it('of a newer Crossread makes the review read-only and is left as it is', async () => {
    const folder = await twoClaims()
    const newer = '{"schema":99,"writer":"w-ada","shape":"unknown"}'
    await writeFile(documentOf(folder), newer)
    const store = await openStore(folder)
    expect(store.readOnly).toContain('written by a newer Crossread')
    expect(claimIds(store)).toEqual(['c1', 'c2'])
    await store.close()
    expect(await readFile(documentOf(folder), 'utf8')).toBe(newer)
    expect(await keptNames(folder)).toEqual([])
  })

  it('that could not be written does not stop anything, and is told', async () => {
    const folder = await temporaryFolder()
    const store = await openStore(folder, undefined, { documentDelayMs: 60_000 })
    await mkdir(documentOf(folder))
    await makeClaim(store, 'c1')
    await store.close()
    expect(store.messages).toEqual([expect.stringContaining(`${documentOf(folder)} could not be written`)])
    await rm(documentOf(folder), { recursive: true })
    expect(claimIds(await openStore(folder))).toEqual(['c1'])
  })

  it('leaves no unfinished copies of an earlier crash beside it', async () => {
    const folder = await twoClaims()
    await writeFile(`${documentOf(folder)}.1234567`, '{ "schema"')
    await writeFile(`${documentOf(folder)}.mine`, 'kept')
    const store = await openStore(folder)
    await store.close()
    const names = await readdir(dirname(documentOf(folder)))
    expect(names.sort()).toEqual(['journal.jsonl', basename(documentOf(folder)), 'review.json.mine'])
  })
})
