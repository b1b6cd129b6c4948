import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { crossread, decodedFile, everyFile, folderWith } from '../support/commandLine'
import { brokenPromises, type MatchedPair } from '../support/matchedPair'

// The two body-camera quotations as two of the outlets printed them, in sentences of our own.
const FILES = {
  'a.txt':
    'A report\r\n\r\nAfter the shots an officer called out: “We need to know if you’re okay.” Minutes went by on the lawn.\r\n\r\n“We need to get you medics. But, we can’t over to get you help unless we know you don’t have a weapon,” she said then.\r\n',
  'b.txt':
    'An editorial\n\nThey kept shouting, "We need to know if you’re O.K." and later: "We need to get you medics, but we can’t go over to get you help unless we know you don’t have a weapon."\n',
  'c.txt': 'Nothing of the kind stands in this third text about gardens.\n',
}

async function match(a: string, b: string): Promise<MatchedPair> {
  const { code, out, err } = await crossread(['match', a, b, '--json'])
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out) as MatchedPair
}

describe('crossread match', () => {
  it('finds both quotations of the body camera, with the words that differ', async () => {
    const folder = await folderWith(FILES)
    const pair = await match(join(folder, 'a.txt'), join(folder, 'b.txt'))
    const changes = pair.passages.map((passage) => ({
      text: passage.b.text,
      put: passage.edits.filter((edit) => edit.op === 'insert').map((edit) => edit.text.trim()),
      quotation: passage.quotation,
    }))
    const first = changes.find(({ text }) => text.includes('if you’re O.K'))
    const second = changes.find(({ text }) => text.includes('go over to get you help'))
    expect(first).toMatchObject({ quotation: true })
    expect(first?.put.join(' ')).toContain('O.K')
    expect(second).toMatchObject({ quotation: true })
    expect(second?.put).toContain('go')
  })

  it('keeps the contract to the character, in files with CRLF and curly quotation marks', async () => {
    const folder = await folderWith(FILES)
    const [a, b] = [join(folder, 'a.txt'), join(folder, 'b.txt')]
    const pair = await match(a, b)
    expect(brokenPromises(pair, { a: await decodedFile(a), b: await decodedFile(b) })).toEqual([])
  })

  it('has the fields of the contract in their order, and paths as they were given', async () => {
    const folder = await folderWith(FILES)
    const [a, b] = [join(folder, './a.txt'), `${folder}/./b.txt`]
    const pair = await match(a, b)
    expect(Object.keys(pair)).toEqual(['a', 'b', 'passages', 'regions', 'complete', 'elapsedMs'])
    expect(Object.keys(pair.a)).toEqual(['path', 'sha256', 'textHash', 'length'])
    expect(Object.keys(pair.passages[0] ?? {})).toEqual(['kind', 'quotation', 'score', 'a', 'b', 'edits'])
    expect([pair.a.path, pair.b.path]).toEqual([a, b])
    expect(pair.a.length).toBe(Array.from(await decodedFile(a)).length)
    expect(pair.complete).toBe(true)
    expect(pair.elapsedMs).toBeGreaterThanOrEqual(0)
  })

  it('finds nothing in two files that share nothing, and says so to people', async () => {
    const folder = await folderWith(FILES)
    const [a, c] = [join(folder, 'a.txt'), join(folder, 'c.txt')]
    expect((await match(a, c)).passages).toEqual([])
    expect((await crossread(['match', a, c])).out).toContain('These two share no passage.')
  })

  it('takes a file against itself as one passage, or a few, all identical', async () => {
    const folder = await folderWith(FILES)
    const pair = await match(join(folder, 'c.txt'), join(folder, 'c.txt'))
    expect(pair.passages.length).toBeGreaterThan(0)
    expect(new Set(pair.passages.map((passage) => passage.kind))).toEqual(new Set(['identical']))
    expect(pair.passages.every((passage) => passage.edits.every((edit) => edit.op === 'equal'))).toBe(true)
  })

  it('takes empty files, and says nothing is shared', async () => {
    const folder = await folderWith({ 'a.txt': '', 'b.txt': '\ufeff' })
    expect(await match(join(folder, 'a.txt'), join(folder, 'b.txt'))).toMatchObject({
      a: { length: 0 },
      b: { length: 0 },
      passages: [],
      complete: true,
    })
  })

  it('writes nothing', async () => {
    const folder = await folderWith(FILES)
    const before = await everyFile(folder)
    await match(join(folder, 'a.txt'), join(folder, 'b.txt'))
    expect(await everyFile(folder)).toEqual(before)
  })
})
