import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { generateCorpus } from '../support/generator/generateCorpus'
import { codePoints } from '../support/generator/render'

describe('a corpus of a thousand articles', () => {
  it('is the same for the same seed, with names of its own and every range inside its text', () => {
    const options = { seed: 11, sources: 1000, words: 800 }
    const corpus = generateCorpus(options)
    const hashOf = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')
    expect(hashOf(generateCorpus(options))).toBe(hashOf(corpus))
    expect(new Set(corpus.articles.map(({ path }) => path)).size).toBe(1000)
    const lengths = new Map(corpus.articles.map(({ path, text }) => [path, codePoints(text)]))
    for (const { path, end } of corpus.truth.passages) expect(end).toBeLessThanOrEqual(lengths.get(path)!)
  })

  it('has clusters of many sources', () => {
    const { truth } = generateCorpus({ seed: 11, sources: 1000, words: 200 })
    const members = new Map<string, number>()
    for (const { origin } of truth.passages) members.set(origin, (members.get(origin) ?? 0) + 1)
    expect(Math.max(...members.values())).toBeGreaterThan(7)
  })
})
