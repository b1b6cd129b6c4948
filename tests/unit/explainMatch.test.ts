import { describe, expect, it } from 'vitest'
import { explainPair } from '../../src/core/match/explainMatch'
import { DEFAULT_MATCH_SETTINGS, type MatchSettings } from '../../src/core/match/passageMatch'
import { readText } from '../../src/core/match/readText'
import { Vocabulary } from '../../src/core/match/vocabulary'
import { generalWeights } from '../../src/core/match/weights'
import type { TextRange } from '../../src/core/text/textRange'

function explain(
  a: string,
  b: string,
  settings: Partial<MatchSettings> = {},
  ranges: { a?: TextRange; b?: TextRange } = {},
) {
  const vocabulary = new Vocabulary()
  const readA = readText({ text: a, setAside: [] }, vocabulary)
  const readB = readText({ text: b, setAside: [] }, vocabulary)
  return explainPair(
    readA,
    ranges.a ?? { start: 0, endExclusive: a.length },
    readB,
    ranges.b ?? { start: 0, endExclusive: b.length },
    { ...DEFAULT_MATCH_SETTINGS, ...settings },
    generalWeights(vocabulary),
  )
}

function missed(explanation: ReturnType<typeof explain>) {
  return explanation.thresholds.filter(({ met }) => !met).map(({ name, needed, value }) => [name, needed, value])
}

describe('why two selections match', () => {
  it('names the shared words, the rarest first, as the first text has them', () => {
    const explanation = explain(
      'They said the Harbourmaster sold % lanterns today',
      'Yes, the harbourmaster sold percent lanterns there',
    )
    expect(explanation.matched).toBe(true)
    expect(explanation.longestRun).toBe(5)
    expect(
      explanation.sharedWords
        .map(({ word }) => word)
        .slice(0, 2)
        .sort(),
    ).toEqual(['Harbourmaster', 'lanterns'])
    expect(explanation.sharedWords.at(-1)).toEqual({ word: 'the', weight: 0, rare: false })
    expect(explanation.thresholds.every(({ met }) => met)).toBe(true)
  })

  it('tells which thresholds a quotation of four words passed', () => {
    const { matched, thresholds } = explain(
      'It was “a lantern without oil” he said.',
      'Then a lantern without oil fell.',
    )
    expect(matched).toBe(true)
    expect(thresholds.map(({ name, needed }) => [name, needed])).toEqual([
      ['smallest passage', 4],
      ['weight of a short quotation', 0.4],
      ['score', 0],
      ['kinds', 1],
    ])
  })
})

describe('why two selections do not match', () => {
  it('tells how many words are missing', () => {
    const explanation = explain('Only these four words stand', 'Yes these four words fell')
    expect(explanation.matched).toBe(false)
    expect(missed(explanation).slice(0, 2)).toEqual([
      ['smallest passage', 5, 3],
      ['words in a row', 5, 3],
    ])
  })

  it('tells by how much the score, or the kind, was missed', () => {
    const a = 'he left at the end of the month'
    const b = 'they met at the end of the road'
    const byScore = missed(explain(a, b, { leastScore: 0.5 }))
    expect(byScore.map(([name, needed]) => [name, needed])).toEqual([['score', 0.5]])
    expect(byScore[0]?.[2]).toBeLessThan(0.25)
    expect(missed(explain(a, b, { kinds: ['near'] }))).toEqual([['kinds', 1, 0]])
  })

  it('says that a repeated phrase has its counterparts already', () => {
    const phrase = 'a spokesman for the town council'
    const a = `${phrase} apple.\n${phrase} pear.`
    const b = `${phrase} plum.\n${phrase} fig.`
    const explanation = explain(
      a,
      b,
      {},
      { a: { start: 0, endExclusive: phrase.length }, b: { start: b.lastIndexOf(phrase), endExclusive: b.length } },
    )
    expect([explanation.matched, missed(explanation)]).toEqual([false, [['counterparts', 1, 0]]])
  })

  it('has nothing to tell of selections without a common word', () => {
    expect(explain('one two three', 'alpha beta gamma')).toMatchObject({
      matched: false,
      score: 0,
      longestRun: 0,
      sharedWords: [],
    })
    expect(explain('', '…').matched).toBe(false)
  })
})
