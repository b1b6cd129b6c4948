import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { DEFAULT_MATCH_SETTINGS, type MatchSettings } from '../../src/core/match/passageMatch'
import { sha256Of } from '../../src/main/corpus/hashing'
import { CorpusMatcher } from '../../src/main/jobs/corpusMatcher'
import { forgetKept, SETTINGS_KEPT } from '../../src/main/jobs/keptResults'
import type { CorpusText } from '../../src/main/services/ports'

const TEXTS = [
  'The keeper told us: “We will not leave the harbour before the lanterns are lit.”',
  '"We will not leave the harbour before the lanterns are lit," he said.',
  'She wrote that “we will never leave the harbour before the lanterns are lit”, and left.',
].map((text, at): CorpusText => {
  return { id: `s-${at}`, text, textHash: sha256Of(text), setAside: [], outlet: null, published: null, kept: [] }
})

function newCache(): string {
  const folder = mkdtempSync(join(tmpdir(), 'crossread-kept-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'cache')
}

/** Matches as after a start of the program, and keeps the results. */
function match(cacheFolder: string, settings: MatchSettings = DEFAULT_MATCH_SETTINGS, sources = TEXTS) {
  const matcher = new CorpusMatcher(() => 0)
  const job = { jobId: 'j', label: 'Matching', sources, settings, decisions: [], budgetMs: null, cacheFolder }
  const result = matcher.match({ ...job, withPassages: true }, { shouldStop: () => false, onProgress: () => undefined })
  matcher.keep()
  return result
}

function filesIn(cacheFolder: string): string[] {
  const matching = join(cacheFolder, 'matching')
  return readdirSync(matching).flatMap((settings) =>
    readdirSync(join(matching, settings)).map((name) => join(matching, settings, name)),
  )
}

const DAMAGE: readonly { what: string; damage: (content: string) => string }[] = [
  { what: 'cut off', damage: (content) => content.slice(0, -20) },
  { what: 'empty', damage: () => '' },
  { what: 'other JSON', damage: () => '{"pairs":[]}' },
  { what: 'of another engine', damage: (content) => content.replace(/"engine":\d+/u, '"engine":0') },
  { what: 'about another text', damage: (content) => content.replace(/"first":"./u, '"first":"x') },
  { what: 'with a range outside its text', damage: (content) => content.replace(/,\d+,\d+\]\]/u, ',1,99999]]') },
  {
    what: 'with a score that is none',
    damage: (content) => content.replace(/"(identical|near)",(\d),[\d.]+/gu, '"$1",$2,7'),
  },
]

describe('results that are kept on the disk', () => {
  it('are used after a new start, for the same texts and settings', () => {
    const cache = newCache()
    const first = match(cache)
    expect([first.matched, first.kept]).toEqual([3, 0])
    const { pairs, clusters, matched, kept } = match(cache)
    expect([matched, kept]).toEqual([0, 3])
    expect({ pairs, clusters }).toEqual({ pairs: first.pairs, clusters: first.clusters })
  })

  it.each(DAMAGE)('are matched anew, and written anew, when a file is $what', ({ damage }) => {
    const cache = newCache()
    const first = match(cache)
    const before = new Map(filesIn(cache).map((path) => [path, readFileSync(path, 'utf8')]))
    for (const [path, content] of before) {
      expect(damage(content)).not.toBe(content)
      writeFileSync(path, damage(content))
    }
    const again = match(cache)
    expect([again.matched, again.pairs, again.matchings]).toEqual([3, first.pairs, first.matchings])
    expect(new Map(filesIn(cache).map((path) => [path, readFileSync(path, 'utf8')]))).toEqual(before)
  })

  it('are kept for each settings, the last few of them', () => {
    const cache = newCache()
    match(cache)
    const longer = { ...DEFAULT_MATCH_SETTINGS, smallestPassageWords: 8 }
    expect(match(cache, longer).matched).toBe(3)
    expect([match(cache).matched, match(cache, longer).matched]).toEqual([0, 0])
    for (let words = 9; words < 16; words++) match(cache, { ...DEFAULT_MATCH_SETTINGS, smallestPassageWords: words })
    expect(readdirSync(join(cache, 'matching'))).toHaveLength(SETTINGS_KEPT + 1)
  })

  it('go when their text goes, and are counted when they are thrown away', () => {
    const cache = newCache()
    match(cache)
    const changed = TEXTS.map((source, at) => {
      const text = `${source.text} Now it says more.`
      return at === 0 ? { ...source, text, textHash: sha256Of(text) } : source
    })
    expect(match(cache, DEFAULT_MATCH_SETTINGS, changed).matched).toBe(2)
    const present = changed.map(({ textHash }) => textHash)
    for (const path of filesIn(cache)) expect(present.some((hash) => path.includes(hash))).toBe(true)
    expect(forgetKept(cache)).toBeGreaterThanOrEqual(3)
    expect([forgetKept(cache), readdirSync(cache)]).toEqual([0, []])
  })

  it('are done without where the disk takes nothing', () => {
    const cache = newCache()
    writeFileSync(join(cache, '..', 'file'), '')
    expect(match(join(cache, '..', 'file')).pairs).toHaveLength(3)
    expect(forgetKept('/no/such/folder')).toBe(0)
  })
})
