import { createHash } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { codePoints, crossread, decodedFile, everyFile, folderWith } from '../support/commandLine'
import { choose, reviewFolder } from '../support/reviewedFolder'

type Source = {
  path: string
  siglum: string
  sha256: string
  textHash: string
  length: number
  words: number
  encoding: string
  title: string | null
  outlet: string | null
  kind: string | null
  furniture: { start: number; end: number; why: string }[]
  problems: { code: string; message: string }[]
}

async function sources(folder: string, ...more: string[]): Promise<Source[]> {
  const { code, out, err } = await crossread(['sources', folder, '--json', ...more])
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out) as Source[]
}

const FRONT = '---\r\ntitle: A day in May\r\noutlet: The Outlet\r\nkind: news\r\n---\r\n'
const FILES = {
  'b.md': `\ufeff${FRONT}Caf\u0065\u0301 👩🏽‍🚀 text\r\nof two lines\r\n`,
  'a/nested.txt': 'Nested title\n\nand some words of its own here\n',
  'README.md': 'not a source',
  '.hidden/x.txt': 'not a source',
  'photo.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]),
}

describe('crossread sources', () => {
  it('lists what counts as a source, with letters in order of path and the fields of the contract in their order', async () => {
    const folder = await folderWith(FILES)
    const found = await sources(folder)
    expect(found.map(({ siglum, path }) => [siglum, path])).toEqual([
      ['A', 'a/nested.txt'],
      ['B', 'b.md'],
    ])
    expect(Object.keys(found[0] ?? {}).slice(0, 16)).toEqual([
      ...['path', 'siglum', 'sha256', 'textHash', 'length', 'words', 'encoding', 'title', 'outlet', 'byline'],
      ...['published', 'url', 'retrieved', 'kind', 'furniture', 'problems'],
    ])
  })

  it('counts length in code points of the decoded file, and hashes bytes and normalised text', async () => {
    const folder = await folderWith(FILES)
    const source = (await sources(folder))[1]
    const decoded = await decodedFile(join(folder, 'b.md'))
    const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')
    expect(source).toMatchObject({
      sha256: sha256(await readFile(join(folder, 'b.md'))),
      textHash: sha256(decoded.replaceAll('\r\n', '\n').normalize('NFC')),
      length: Array.from(decoded).length,
      title: 'A day in May',
      outlet: 'The Outlet',
      kind: 'news',
    })
    expect(source?.encoding).toMatch(/UTF-8/)
  })

  it('places front matter among what takes no part, in the decoded file', async () => {
    const folder = await folderWith(FILES)
    const source = (await sources(folder))[1]
    const decoded = await decodedFile(join(folder, 'b.md'))
    const [front] = source?.furniture ?? []
    expect(codePoints(decoded, front?.start ?? -1, front?.end ?? -1).trim()).toBe(FRONT.trim())
  })

  it('prints the decoded text of one source to the character, and nothing else', async () => {
    const folder = await folderWith(FILES)
    const { code, out, err } = await crossread(['sources', folder, '--text', 'b.md'])
    expect([code, err]).toEqual([0, ''])
    expect(out).toBe(await decodedFile(join(folder, 'b.md')))
  })

  it('prints the extracted text of HTML, as long as the length it gives', async () => {
    const body = `<p>${'Some words of an article that goes on for a while, so that it is found. '.repeat(8)}</p>`
    const folder = await folderWith({
      'page.html': `<!doctype html><title>T</title><nav>Menu</nav><article><h1>T</h1>${body}${body}</article>`,
    })
    const [source] = await sources(folder)
    const { out } = await crossread(['sources', folder, '--text', 'page.html'])
    expect(out).toContain('Some words of an article')
    expect(out).not.toContain('<p>')
    expect(Array.from(out)).toHaveLength(source?.length ?? -1)
  })

  it.each([['missing.txt'], ['README.md'], ['../outside.txt'], ['.hidden/x.txt']])(
    'refuses to print %s, which is no source',
    async (path) => {
      const folder = await folderWith(FILES)
      const { code, out, err } = await crossread(['sources', folder, '--text', path])
      expect([code, out]).toEqual([1, ''])
      expect(err).toContain(path)
    },
  )

  it('gives an empty list for an empty folder', async () => {
    expect(await sources(await folderWith())).toEqual([])
    expect((await crossread(['sources', await folderWith()])).out).toMatch(/^No sources in /)
  })

  it('shows people a line for each source and for each file that was not opened', async () => {
    const { code, out } = await crossread(['sources', await folderWith(FILES)])
    expect(code).toBe(0)
    expect(out).toMatch(/^A {2}a\/nested\.txt +\d+ words {2}UTF-8 +Nested title$/m)
    expect(out).toMatch(/^not opened: photo\.txt: it is named \.txt, but looks like /m)
    expect(out.match(/not opened/gi)).toHaveLength(out.match(/^not opened: /gm)?.length ?? 0)
  })

  it('lets no source steer the terminal', async () => {
    const { out } = await crossread([
      'sources',
      await folderWith({ 'a.txt': '\u001b[2J\u001b]0;owned\u0007 title\u202e\n\nwords' }),
    ])
    expect(out).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u)
  })

  it('keeps the letters, corrections and rulings that reviewers gave', async () => {
    const folder = await folderWith({ 'm.txt': 'The first title\n\nRead also: the menu\n\nSome words of the text.\n' })
    await reviewFolder(folder, async (client) => {
      const passage = await choose(client, 'm.txt', 'Some words')
      await client.call('source.setMetadata', {
        sourceId: passage.sourceId,
        fields: { outlet: 'Corrected', title: 'Mine' },
      })
      await client.call('source.setFurniture', { passage, furniture: true })
    })
    await writeFile(join(folder, 'a.txt'), 'Earlier by name, later by import\n')
    const found = await sources(folder)
    expect(found.map(({ siglum, path }) => [siglum, path])).toEqual([
      ['A', 'm.txt'],
      ['B', 'a.txt'],
    ])
    expect(found[0]).toMatchObject({ outlet: 'Corrected', title: 'Mine' })
    const decoded = await decodedFile(join(folder, 'm.txt'))
    expect(found[0]?.furniture.map(({ start, end }) => codePoints(decoded, start, end))).toContain('Some words')
  })

  it('knows a renamed file by its bytes', async () => {
    const folder = await folderWith({ 'a.txt': 'first source here', 'b.txt': 'second source here' })
    await reviewFolder(folder, async () => {})
    await rename(join(folder, 'a.txt'), join(folder, 'z.txt'))
    expect((await sources(folder)).map(({ siglum, path }) => [siglum, path])).toEqual([
      ['A', 'z.txt'],
      ['B', 'b.txt'],
    ])
  })

  it('reads a review that is kept elsewhere with --data', async () => {
    const folder = await folderWith({ 'm.txt': 'words of a source' })
    const data = join(await folderWith(), 'data')
    await reviewFolder(
      folder,
      async (client) => {
        const { sourceId } = await choose(client, 'm.txt', 'words')
        await client.call('source.setMetadata', { sourceId, fields: { outlet: 'Elsewhere' } })
      },
      data,
    )
    expect((await sources(folder, '--data', data))[0]?.outlet).toBe('Elsewhere')
    expect((await sources(folder))[0]?.outlet).toBeNull()
  })

  it('writes nothing into the folder', async () => {
    const folder = await folderWith(FILES)
    const before = await everyFile(folder)
    await sources(folder)
    await crossread(['sources', folder, '--text', 'b.md'])
    expect(await everyFile(folder)).toEqual(before)
  })
})
