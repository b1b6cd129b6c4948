import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createCorpus } from '../../src/main/corpus/createCorpus'
import { CACHED_SOURCES } from '../../src/main/hosts/cli/commands/match'
import { crossread, decodedFile, everyFile, folderWith } from '../support/commandLine'
import { brokenPromises, type MatchedPair } from '../support/matchedPair'

const FILES = {
  'a.txt':
    'A report\r\n\r\nAfter the shots an officer called out: “We need to know if you’re okay.” Minutes went by on the lawn.\r\n\r\n“We need to get you medics. But, we can’t over to get you help unless we know you don’t have a weapon,” she said then.\r\n',
  'b.txt':
    'An editorial\n\nThey kept shouting, "We need to know if you’re O.K." and later: "We need to get you medics, but we can’t go over to get you help unless we know you don’t have a weapon."\n',
  'c.txt': 'Nothing of the kind stands in this third text about gardens.\n',
}

type Line = MatchedPair & { readonly error?: { readonly code: string; readonly message: string } }

async function match(a: string, b: string): Promise<MatchedPair> {
  return JSON.parse((await crossread(['match', a, b, '--json'])).out) as MatchedPair
}

function linesOf(out: string): Line[] {
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
}

describe('crossread match --pairs', () => {
  it('gives one object a line in the order of the rows, goes on after a bad row, and exits with 1', async () => {
    const folder = await folderWith(FILES)
    const [a, b, c] = ['a.txt', 'b.txt', 'c.txt'].map((name) => join(folder, name))
    const list = join(folder, 'pairs.tsv')
    await writeFile(list, `\ufeff${a}\t${b}\r\n${a}\t${folder}/missing.txt\n\nno tab here\n${c}\t${c}\n`)
    const { code, out, err } = await crossread(['match', '--pairs', list, '--jsonl'])
    const lines = linesOf(out)
    expect(code).toBe(1)
    expect(err).toMatch(/^crossread match: [^\n]*pairs\.tsv[^\n]*\n$/)
    expect(lines.map((line) => [line.a.path, line.b.path, line.error?.code ?? null])).toEqual([
      [a, b, null],
      [a, `${folder}/missing.txt`, expect.any(String)],
      ['no tab here', '', 'BAD_ROW'],
      [c, c, null],
    ])
    expect(lines[0]?.passages.length).toBeGreaterThan(1)
    expect(lines[1]?.error?.message).toContain('missing.txt')
    expect(lines[2]?.error?.message).toContain('line 4')
  })

  it('exits with 0 when every row could be matched, as each would be by itself', async () => {
    const folder = await folderWith(FILES)
    const [a, b] = [join(folder, 'a.txt'), join(folder, 'b.txt')]
    const list = join(folder, 'pairs.tsv')
    await writeFile(list, `${a}\t${b}`)
    const { code, out, err } = await crossread(['match', '--pairs', list, '--jsonl'])
    expect([code, err]).toEqual([0, ''])
    const { elapsedMs: _, ...line } = JSON.parse(out) as MatchedPair
    expect(await match(a, b)).toMatchObject(line)
  })

  it('says which list cannot be read', async () => {
    const { code, err } = await crossread(['match', '--pairs', '/no/such/list.tsv', '--jsonl'])
    expect(code).toBe(1)
    expect(err).toBe('crossread match: /no/such/list.tsv cannot be read: there is no such file or folder\n')
  })

  it('keeps the contract of each pair to the character, whichever file comes first, and writes nothing', async () => {
    const folder = await folderWith(FILES)
    const [a, b] = [join(folder, 'a.txt'), join(folder, 'b.txt')]
    const list = join(folder, 'pairs.tsv')
    await writeFile(list, `${a}\t${b}\n${b}\t${a}\n`)
    const before = await everyFile(folder)
    const { out } = await crossread(['match', '--pairs', list, '--jsonl'])
    const texts = { a: await decodedFile(a), b: await decodedFile(b) }
    const [there, back] = linesOf(out)
    if (there === undefined || back === undefined) throw new Error('two rows give two lines')
    expect(brokenPromises(there, texts)).toEqual([])
    expect(brokenPromises(back, { a: texts.b, b: texts.a })).toEqual([])
    expect(await everyFile(folder)).toEqual(before)
  })

  it('reads a file once that is named again and again, and keeps no more than a bounded number', async () => {
    const names = Array.from({ length: CACHED_SOURCES + 5 }, (_, at) => `${at}.txt`)
    const folder = await folderWith(Object.fromEntries(names.map((name) => [name, `text number ${name}`])))
    const list = join(folder, 'pairs.tsv')
    const first = join(folder, '0.txt')
    const rows = [...names, ...names].map((name) => `${first}\t${join(folder, name)}`)
    await writeFile(list, rows.join('\n'))
    const corpus = createCorpus()
    const read = new Map<string, number>()
    const counting = {
      ...corpus,
      readFile(folderGiven: string, path: string) {
        read.set(path, (read.get(path) ?? 0) + 1)
        return corpus.readFile(folderGiven, path)
      },
    }
    expect((await crossread(['match', '--pairs', list, '--jsonl'], { corpus: counting })).code).toBe(0)
    expect(read.get(first)).toBe(1)
    expect(read.get(join(folder, '3.txt'))).toBe(2)
  })
})
