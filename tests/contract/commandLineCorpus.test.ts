import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { crossread, decodedFile, everyFile, folderWith } from '../support/commandLine'
import { brokenPromises, type Region, type Passage, type Side } from '../support/matchedPair'

type Place = Side & { readonly path: string }
type Corpus = {
  readonly sources: readonly { readonly path: string; readonly furniture: readonly unknown[] }[]
  readonly pairs: readonly { a: string; b: string; passages: readonly Passage[]; regions: readonly Region[] }[]
  readonly clusters: readonly { readonly id: string; readonly members: readonly Place[] }[]
  readonly complete: boolean
  readonly elapsedMs: number
}

const SAID = 'we will not leave the harbour before the lanterns are lit'
const FILES = {
  'a.md': `---\ntitle: First \u{1F50E}\npublished: 2018-04-03\n---\n\nThe keeper told us on Monday: “${SAID}”.\r\n`,
  'b.txt': `Ze\u0301ro hour, a second report begins.\n\n"${SAID}," the keeper said.\n`,
  'c.txt': `Another paper has it that "we will never leave the harbour before the lanterns are lit", and nothing else.\n`,
  'd.txt': 'A text about gardens, in which nobody says anything of the kind.\n',
  'README.md': `Not a source, though it says: ${SAID}.\n`,
}

async function match(folder: string, ...more: string[]): Promise<Corpus> {
  const { code, out, err } = await crossread(['corpus', folder, '--json', ...more])
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out) as Corpus
}

describe('crossread corpus', () => {
  it('lists the sources as crossread sources does, and the pairs that share something', async () => {
    const folder = await folderWith(FILES)
    const corpus = await match(folder)
    expect(corpus.sources).toEqual(JSON.parse((await crossread(['sources', folder, '--json'])).out))
    expect(corpus.pairs.map(({ a, b }) => [a, b])).toEqual([
      ['a.md', 'b.txt'],
      ['a.md', 'c.txt'],
      ['b.txt', 'c.txt'],
    ])
    expect(corpus.complete).toBe(true)
    expect(corpus.elapsedMs).toBeGreaterThan(0)
  })

  it('has the fields of the contract in their order, passages and regions as match has them', async () => {
    const folder = await folderWith(FILES)
    const corpus = await match(folder)
    expect(Object.keys(corpus).slice(0, 5)).toEqual(['sources', 'pairs', 'clusters', 'complete', 'elapsedMs'])
    expect(Object.keys(corpus.pairs[0] ?? {})).toEqual(['a', 'b', 'passages', 'regions'])
    const alone = await crossread(['match', join(folder, 'a.md'), join(folder, 'b.txt'), '--json'])
    const { passages, regions } = JSON.parse(alone.out) as Corpus['pairs'][number]
    expect(corpus.pairs[0]).toEqual({ a: 'a.md', b: 'b.txt', passages, regions })
  })

  it('counts code points of the decoded file, front matter, line ends and accents as they are', async () => {
    const folder = await folderWith(FILES)
    const corpus = await match(folder)
    const decoded = new Map<string, string>()
    for (const { path } of corpus.sources) decoded.set(path, await decodedFile(join(folder, path)))
    for (const pair of corpus.pairs) {
      expect(brokenPromises(pair, { a: decoded.get(pair.a) ?? '', b: decoded.get(pair.b) ?? '' })).toEqual([])
    }
    for (const { path, start, end, text } of corpus.clusters.flatMap(({ members }) => members)) {
      const points = Array.from(decoded.get(path) ?? '')
      expect(points.slice(start, end).join('')).toBe(text)
    }
  })

  it('gathers the same wording of all sources in one cluster, the earliest first', async () => {
    const { clusters } = await match(await folderWith(FILES))
    expect(clusters).toHaveLength(1)
    expect(clusters[0]?.members.map(({ path }) => path)).toEqual(['a.md', 'b.txt', 'c.txt'])
    expect(clusters[0]?.members[2]?.text).toContain('we will never leave the harbour')
    expect(clusters[0]?.id).toMatch(/^[A-Za-z0-9_-]+$/)
  })

  it('says when the time was up, with what it has', async () => {
    const corpus = await match(await folderWith(FILES), '--budget', '0')
    expect(corpus).toMatchObject({
      pairs: [],
      clusters: [],
      complete: false,
      why: expect.stringMatching(/time/) as string,
    })
    expect(corpus.sources).toHaveLength(4)
  })

  it('writes nothing into the folder', async () => {
    const folder = await folderWith(FILES)
    const before = await everyFile(folder)
    await match(folder)
    expect(await everyFile(folder)).toEqual(before)
  })

  it('tells people the pairs and clusters in lines', async () => {
    const { out } = await crossread(['corpus', await folderWith(FILES)])
    expect(out).toMatch(/^4 sources, 3 pairs sharing wording, 1 cluster\n/)
    expect(out).toContain('A and B')
  })

  it('takes a folder without sources', async () => {
    expect(await match(await folderWith({}))).toMatchObject({ sources: [], pairs: [], clusters: [], complete: true })
  })

  it('says what is wrong with a folder that is not there, and with a budget that is none', async () => {
    const missing = await crossread(['corpus', '/no/such/folder', '--json'])
    expect([missing.code, missing.out]).toEqual([1, ''])
    expect(missing.err).toMatch(/^crossread corpus: [^\n]*\/no\/such\/folder[^\n]*\n$/)
    const wrong = await crossread(['corpus', '.', '--budget', 'long'])
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('--budget') as string])
    expect((await crossread(['corpus', '--help'])).out).toContain('--budget <seconds>')
  })
})
