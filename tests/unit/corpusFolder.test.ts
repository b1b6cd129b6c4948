import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCorpus } from '../../src/main/corpus/createCorpus'
import { MOST_UNSUPPORTED_LISTED } from '../../src/main/corpus/findFiles'
import { sha256Of, sourceIdOf } from '../../src/main/corpus/hashing'
import { LARGEST_FILE_BYTES } from '../../src/main/corpus/readSource'

const corpus = createCorpus()
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossread-corpus-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function put(path: string, content: string | Uint8Array = `Words of ${path}.`) {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}

async function read(control = {}) {
  const reading = await corpus.readFolder(folder, control)
  if (!reading.ok) throw new Error(reading.error.message)
  return reading.value
}

/** Root may read everything, so as root the reading is done under the id of nobody. */
async function asOrdinaryUser<T>(act: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return act()
  chmodSync(folder, 0o755)
  process.seteuid?.(65_534)
  try {
    return await act()
  } finally {
    process.seteuid?.(0)
  }
}

const asideCodes = (files: readonly { path: string; code: string }[]) => files.map(({ path, code }) => [path, code])

describe('opening a folder', () => {
  it('finds the sources in all folders, in code-unit order, whatever the case of their extension', async () => {
    for (const path of ['b.TXT', 'a/b/c.md', 'a.txt', 'Z.htm', 'a/é ü.Html', 'node_modules/x.txt']) put(path)
    const { sources, setAside } = await read()
    expect(sources.map(({ path }) => path)).toEqual([
      'Z.htm',
      'a.txt',
      'a/b/c.md',
      'a/é ü.Html',
      'b.TXT',
      'node_modules/x.txt',
    ])
    expect(sources.map(({ format }) => format)).toEqual(['html', 'text', 'markdown', 'html', 'text', 'text'])
    expect(setAside).toEqual([])
  })

  it('passes over README, dot names and what is under a dot folder', async () => {
    for (const path of [
      'README.md',
      'readme-first.txt',
      '.hidden.txt',
      '.crossread/x.txt',
      'a/.git/y.txt',
      'Thumbs.db',
      'kept.txt',
    ])
      put(path)
    put('readme/inside.txt')
    const { sources, setAside } = await read()
    expect([sources.map(({ path }) => path), setAside]).toEqual([['kept.txt', 'readme/inside.txt'], []])
  })

  it('opens what it can and lists the rest with reasons', async () => {
    put('good.txt')
    put('empty.txt', '')
    put('data.txt', Buffer.from([1, 0, 2, 0, 3]))
    put('report.pdf', '%PDF-1.4')
    put('large.txt', Buffer.alloc(LARGEST_FILE_BYTES + 1, 'a'))
    put('picture.png', 'x')
    mkdirSync(join(folder, 'folder.txt'))
    put('folder.txt/in.txt')
    const { sources, setAside } = await read()
    expect(sources.map(({ path, problems }) => [path, problems.map(({ code }) => code)])).toEqual([
      ['empty.txt', ['EMPTY']],
      ['folder.txt/in.txt', []],
      ['good.txt', []],
    ])
    expect(asideCodes(setAside)).toEqual([
      ['data.txt', 'BINARY'],
      ['folder.txt', 'UNREADABLE'],
      ['large.txt', 'TOO_LARGE'],
      ['picture.png', 'UNSUPPORTED'],
      ['report.pdf', 'UNSUPPORTED'],
    ])
    for (const { message } of setAside) expect(message).toMatch(/^[A-Z][^\n]+\.$/)
  })

  it('names the other one of two files with the same bytes, or the same text', async () => {
    put('a.txt', 'Same words.\n')
    put('b.txt', 'Same words.\n')
    put('c.txt', 'Same words.\r\n')
    put('d.txt', '')
    put('e.txt', '')
    const { sources } = await read()
    expect(sources.map(({ problems }) => problems.map(({ message }) => message))).toEqual([
      [],
      ['It is a copy of a.txt, byte for byte.'],
      ['It has the same text as a.txt, in other bytes.'],
      ['The file is empty: it has no bytes.'],
      ['The file is empty: it has no bytes.'],
    ])
  })

  it('sets links aside that lead outside, nowhere or in a circle, and reads one that leads to a source', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'crossread-outside-'))
    writeFileSync(join(outside, 'secret.txt'), 'Not of this corpus.')
    put('a/real.txt')
    put('b/other.txt')
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'leak.txt'))
    symlinkSync(outside, join(folder, 'leak'))
    symlinkSync('..', join(folder, 'a/up'))
    symlinkSync('../b', join(folder, 'a/side'))
    symlinkSync('missing.txt', join(folder, 'broken.txt'))
    symlinkSync('loop.txt', join(folder, 'loop.txt'))
    symlinkSync('a/real.txt', join(folder, 'good.txt'))
    const { sources, setAside } = await read()
    expect(sources.map(({ path }) => path)).toEqual(['a/real.txt', 'b/other.txt', 'good.txt'])
    expect(asideCodes(setAside)).toEqual([
      ['a/side', 'LINK_FOLDER'],
      ['a/up', 'LINK_CIRCULAR'],
      ['broken.txt', 'UNREADABLE'],
      ['leak', 'LINK_OUTSIDE'],
      ['leak.txt', 'LINK_OUTSIDE'],
      ['loop.txt', 'UNREADABLE'],
    ])
    expect(setAside.find(({ path }) => path === 'broken.txt')?.message).toContain('to missing.txt')
    rmSync(outside, { recursive: true })
  })

  it.skipIf(process.platform === 'win32')('says that permission is denied', async () => {
    put('locked.txt')
    put('vault/in.txt')
    chmodSync(join(folder, 'locked.txt'), 0o000)
    chmodSync(join(folder, 'vault'), 0o000)
    const { setAside } = await asOrdinaryUser(read)
    chmodSync(join(folder, 'vault'), 0o755)
    expect(setAside.map(({ message }) => message)).toEqual([
      'Not opened: permission is denied.',
      'The folder could not be read: permission is denied.',
    ])
  })

  it('sums up the rest of very many files that it cannot open', async () => {
    for (let number = 0; number < MOST_UNSUPPORTED_LISTED + 5; number += 1) put(`${number}.jpg`, '')
    const { setAside } = await read()
    expect(setAside).toHaveLength(MOST_UNSUPPORTED_LISTED + 1)
    expect(setAside.at(-1)?.message).toContain('5 more files')
  })

  it('fails on a folder that is missing or a file', async () => {
    put('a.txt')
    for (const [path, why] of [
      ['nowhere', 'it is not there'],
      ['a.txt', 'it is a file, not a folder'],
    ]) {
      const place = join(folder, path ?? '')
      expect(await corpus.readFolder(place)).toEqual({
        ok: false,
        error: { code: 'FOLDER_UNREADABLE', message: `The folder ${place} cannot be opened: ${why}.` },
      })
    }
    expect(await corpus.listPaths(join(folder, 'nowhere'))).toEqual([])
  })

  it('tells how far it is, and stops when it is told to', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) put(`${name}.txt`)
    const progress: number[] = []
    await read({ onProgress: (done: number) => progress.push(done) })
    expect([progress.length, progress.at(-1)]).toEqual([6, 1])
    const controller = new AbortController()
    const cancelled = await corpus.readFolder(folder, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    })
    expect(cancelled).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
  })

  it('writes nothing', async () => {
    put('a.txt')
    const before = statSync(folder).mtimeMs
    await read()
    expect([readdirSync(folder), statSync(folder).mtimeMs]).toEqual([['a.txt'], before])
  })
})

describe('reading one file', () => {
  it('gives the same as opening the folder', async () => {
    put('a/b.txt', '\ufeffWörds\r\n')
    const { sources } = await read()
    const one = await corpus.readFile(folder, 'a/b.txt')
    expect(one.ok && [one.value.path, one.value.sha256, one.value.article.textHash]).toEqual([
      'a/b.txt',
      sources[0]?.sha256,
      sources[0]?.article.textHash,
    ])
  })

  it('reads any file by the path it is given, without a folder', async () => {
    put('a.txt')
    const path = join(folder, 'a.txt')
    const one = await corpus.readFile('', path)
    expect(one.ok && one.value.path).toBe(path)
  })

  it('does not leave the folder', async () => {
    put('corpus/a.txt')
    put('secret.txt')
    symlinkSync('../secret.txt', join(folder, 'corpus/link.txt'))
    for (const path of ['../secret.txt', 'x/../../secret.txt', 'link.txt']) {
      const one = await corpus.readFile(join(folder, 'corpus'), path)
      expect(one.ok).toBe(false)
    }
    expect(await corpus.readFile(folder, 'none.txt')).toMatchObject({
      error: { code: 'UNREADABLE', message: 'Not opened: it is not there.' },
    })
  })

  it('fingerprints the bytes as they are now', async () => {
    put('a.txt', 'one')
    expect(await corpus.fingerprint(folder, 'a.txt')).toBe(sha256Of('one'))
    put('a.txt', 'two')
    expect(await corpus.fingerprint(folder, 'a.txt')).toBe(sha256Of(readFileSync(join(folder, 'a.txt'))))
    expect(await corpus.fingerprint(folder, 'gone.txt')).toBeNull()
  })
})

describe('source ids', () => {
  it('are the same for the same path everywhere, and another one when that is held by a renamed source', () => {
    expect(sourceIdOf('a.txt')).toBe(sha256Of('a.txt').slice(0, 16))
    const second = sourceIdOf('a.txt', (id) => id === sourceIdOf('a.txt'))
    expect(second).toMatch(/^[0-9a-f]{16}$/)
    expect(second).not.toBe(sourceIdOf('a.txt'))
  })
})
