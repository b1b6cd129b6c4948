import { describe, expect, it } from 'vitest'
import { findRegions } from '../../src/core/match/findRegions'
import { Pace } from '../../src/core/match/pace'
import { numberWords } from '../../src/core/match/pairWords'
import { readText } from '../../src/core/match/readText'
import { Extender } from '../../src/core/match/regionExtent'
import { findPieces, LEAST_WORK, WORK_PER_WORD } from '../../src/core/match/regionPieces'
import { findSeeds } from '../../src/core/match/regionSeeds'
import { Vocabulary } from '../../src/core/match/vocabulary'
import { generalWeights } from '../../src/core/match/weights'

function read(a: string, b: string) {
  const vocabulary = new Vocabulary()
  const of = (text: string) => readText({ text, setAside: [] }, vocabulary)
  return { a: of(a), b: of(b), weights: generalWeights(vocabulary) }
}

/** What the work of finding the pieces of two texts comes to: seeds tried and words looked at. */
function costOf(a: string, b: string) {
  const texts = read(a, b)
  const pair = numberWords(texts.a, texts.b, texts.weights)
  const extender = new Extender(pair)
  const pace = new Pace(null)
  const pieces = findPieces(pair, extender, pace)
  return { seeds: findSeeds(pair).length, work: extender.work, words: texts.a.count + texts.b.count, pieces, pace }
}

/** Words of a made-up vocabulary in an order that looks like chance and is always the same. */
function strewn(count: number, vocabulary: number, seed: number): string {
  let state = seed
  const words = Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return `w${(state >>> 8) % vocabulary}`
  })
  return words.join(' ')
}

const HOSTILE: readonly (readonly [string, (words: number) => readonly [string, string]])[] = [
  ['one word', (words) => ['tick '.repeat(words), `${'tick '.repeat(words)}tock`]],
  ['two words by turns', (words) => ['tick tock '.repeat(words / 2), 'tock tick '.repeat(words / 2)]],
  [
    'one paragraph',
    (words) => [`${strewn(100, 90, 3)}. `.repeat(words / 100), `${strewn(100, 90, 3)}. `.repeat(words / 125)],
  ],
  ['few words in any order', (words) => [strewn(words, 400, 1), strewn(words, 400, 2)]],
  ['many words in any order', (words) => [strewn(words, words / 4, 1), strewn(words, words / 4, 2)]],
  ['a text and itself with one word more', (words) => [strewn(words, words, 5), `${strewn(words, words, 5)} more`]],
]

describe('the cost of finding regions', () => {
  it.each(HOSTILE)('stays within a fixed number of words looked at for each word: %s', (_, textsOf) => {
    for (const words of [2_000, 10_000]) {
      const { work, words: total, seeds } = costOf(...textsOf(words))
      // One piece more may be grown when the bound is reached, by a number of turns that is fixed.
      expect(work).toBeLessThanOrEqual(LEAST_WORK + (WORK_PER_WORD + 60) * total)
      expect(seeds).toBeLessThanOrEqual(4 * total)
    }
  })

  it.each(HOSTILE)('grows no faster than the texts: %s', (_, textsOf) => {
    const small = costOf(...textsOf(5_000))
    const large = costOf(...textsOf(10_000))
    expect(large.work).toBeLessThanOrEqual(Math.max(LEAST_WORK, small.work * 3))
  })

  it('finds the one piece that a long text and a slightly longer one share', () => {
    const text = strewn(10_000, 10_000, 5)
    const texts = read(text, `${text} more`)
    const regions = findRegions(texts.a, texts.b, [], texts.weights, new Pace(null))
    expect(regions).toHaveLength(1)
    expect((regions[0]?.a.endExclusive ?? 0) - (regions[0]?.a.start ?? 0)).toBeGreaterThan(text.length * 0.95)
  })

  it('finds nothing when it is stopped', () => {
    const text = strewn(10_000, 10_000, 5)
    const texts = read(text, `${text} more`)
    const pace = new Pace({ shouldStop: () => true, onProgress: () => undefined })
    pace.beginPart(1)
    expect(findRegions(texts.a, texts.b, [], texts.weights, pace)).toEqual([])
  })
})
