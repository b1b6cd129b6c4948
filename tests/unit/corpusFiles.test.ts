import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCorpus } from '../../src/main/corpus/createCorpus'
import { sha256Of } from '../../src/main/corpus/hashing'
import { LARGEST_FILE_BYTES } from '../../src/main/corpus/readSource'
import { safeName } from '../../src/main/corpus/safeName'

const corpus = createCorpus()
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossread-files-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const add = (name: string, content: string | Uint8Array = 'Words.') =>
  corpus.addFile(folder, name, Buffer.from(content))

describe('a safe name', () => {
  it.each([
    ['report.txt', 'report.txt'],
    ['../../etc/passwd', 'passwd.txt'],
    ['C:\\Users\\me\\Story.HTML', 'Story.html'],
    ['  a  b .md', 'a b.md'],
    ['.hidden.txt', 'hidden.txt'],
    ['..', 'source.txt'],
    ['', 'source.txt'],
    ['README.md', 'source-README.md'],
    ['readme', 'source-readme.txt'],
    ['con.txt', 'source-con.txt'],
    ['LPT1.x.txt', 'source-LPT1.x.txt'],
    ['a<b>:"c|?*.txt', 'a b c.txt'],
    ['a\0b\nc\u202etxt.exe', 'a b c txt.exe.txt'],
    ['notes.log', 'notes.log.txt'],
    ['trailing. . ', 'trailing.txt'],
    ['cafe\u0301 😀.txt', 'café 😀.txt'],
  ])('of %j is %j', (name, safe) => {
    expect(safeName(name)).toBe(safe)
  })

  it('is short enough for any file system, and not cut inside a character', () => {
    const name = safeName(`${'😀'.repeat(200)}.md`)
    expect(Buffer.byteLength(name)).toBeLessThan(200)
    expect(name).toMatch(/^(?:😀)+\.md$/u)
  })
})

describe('adding a file', () => {
  it('gives its path, keeps its bytes and replaces nothing', async () => {
    expect(await add('a.txt', 'one')).toEqual({ ok: true, value: 'a.txt' })
    expect(await add('a.txt', 'two')).toEqual({ ok: true, value: 'a (2).txt' })
    expect(await add('a.txt', 'three')).toEqual({ ok: true, value: 'a (3).txt' })
    expect(readdirSync(folder).sort()).toEqual(['a (2).txt', 'a (3).txt', 'a.txt'])
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('one')
  })

  it('gives every one of many its own name when they come at once', async () => {
    const added = await Promise.all(Array.from({ length: 20 }, (_, number) => add('a.txt', `text ${number}`)))
    expect(new Set(added.map((one) => (one.ok ? one.value : ''))).size).toBe(20)
    expect(new Set(readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))).size).toBe(20)
  })

  it('refuses what could not be opened, names it, and leaves nothing behind', async () => {
    const refusals = [
      await add('report.pdf'),
      await add('a.txt', Buffer.from([0, 1, 2])),
      await add('a.txt', Buffer.alloc(LARGEST_FILE_BYTES + 1, 'a')),
    ]
    expect(refusals.map((one) => (one.ok ? null : one.error))).toEqual([
      {
        code: 'SOURCE_NOT_ADDED',
        message: '“report.pdf” was not added: it is a PDF document (.pdf), and Crossread reads .txt, .md and .html.',
      },
      {
        code: 'SOURCE_NOT_ADDED',
        message:
          '“a.txt” was not added. It is named .txt, but looks like binary data (the first NUL byte is number 1).',
      },
      { code: 'TOO_LARGE', message: '“a.txt” was not added. It is 20.0 MB, and Crossread opens files of up to 20 MB.' },
    ])
    expect(readdirSync(folder)).toEqual([])
  })

  it('says what is wrong with the folder', async () => {
    const gone = join(folder, 'gone')
    expect(await corpus.addFile(gone, 'a.txt', Buffer.from('x'))).toMatchObject({
      error: {
        code: 'SOURCE_NOT_ADDED',
        message: `“a.txt” was not added: ${gone} could not be written into, since it is not there.`,
      },
    })
  })
})

describe('snapshots', () => {
  const bytes = Buffer.from('The bytes as they came in.')
  const hash = sha256Of(bytes)

  it('are kept once under their hash and given back', async () => {
    const data = join(folder, '.crossread')
    expect(await corpus.readSnapshot(data, hash)).toBeNull()
    await Promise.all([1, 2, 3].map(() => corpus.saveSnapshot(data, hash, bytes)))
    expect(readdirSync(join(data, 'snapshots'))).toEqual([hash])
    expect(Buffer.from((await corpus.readSnapshot(data, hash))!)).toEqual(bytes)
  })

  it('are never written over, and not shown as the original when they were changed', async () => {
    mkdirSync(join(folder, 'snapshots'))
    writeFileSync(join(folder, 'snapshots', hash), 'changed')
    await corpus.saveSnapshot(folder, hash, bytes)
    expect(readFileSync(join(folder, 'snapshots', hash), 'utf8')).toBe('changed')
    expect(await corpus.readSnapshot(folder, hash)).toBeNull()
  })

  it('refuse a hash that is none and bytes that have another', async () => {
    await expect(corpus.saveSnapshot(folder, '../../x', bytes)).rejects.toThrow('not a SHA-256')
    await expect(corpus.saveSnapshot(folder, sha256Of('other'), bytes)).rejects.toThrow('another SHA-256')
  })

  it('reject with words when the data folder cannot be written', async () => {
    writeFileSync(join(folder, 'file'), '')
    await expect(corpus.saveSnapshot(join(folder, 'file'), hash, bytes)).rejects.toMatchObject({
      name: 'WorkbenchError',
      code: 'STORAGE_FAILED',
    })
  })
})

describe('watching', () => {
  /** Watches, once the watches stand, and gives a function that resolves at the next call back after `act` was done. */
  async function listen() {
    let calls = 0
    let tell = () => {}
    const began = new Promise<void>((resolve) => (tell = resolve))
    const watching = corpus.watch(folder, () => {
      calls += 1
      tell()
    })
    await began
    async function hear(act: () => void): Promise<void> {
      const heard = new Promise<void>((resolve) => (tell = resolve))
      act()
      await heard
    }
    return { hear, calls: () => calls, close: () => watching.close() }
  }

  let number = 0
  const write = (path: string) => writeFileSync(join(folder, path), `${(number += 1)}`)
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

  it('hears of a new, a changed and a removed source', async () => {
    const { hear, close } = await listen()
    await hear(() => write(`new ${number}.txt`))
    await hear(() => write('same.txt'))
    await hear(() => write('same.txt'))
    await hear(() => rmSync(join(folder, 'same.txt')))
    await close()
  })

  it('tells once of its own accord when it has begun, since the folder may have changed before', async () => {
    const { calls, close } = await listen()
    await pause(600)
    expect(calls()).toBe(1)
    await close()
  })

  it('hears nothing of its own data folder, nor anything after it was closed', async () => {
    const { hear, calls, close } = await listen()
    await hear(() => write(`new ${number}.txt`))
    // The last change may be told a second time, late.
    await pause(600)
    const before = calls()
    mkdirSync(join(folder, '.crossread'))
    for (let time = 0; time < 5; time += 1) {
      write(`.crossread/${time}.txt`)
      write('.hidden.txt')
      await pause(150)
    }
    await pause(600)
    expect(calls()).toBe(before)
    await close()
    write('late.txt')
    await pause(600)
    expect(calls()).toBe(before)
  })
})
