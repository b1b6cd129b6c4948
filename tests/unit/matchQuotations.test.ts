import { describe, expect, it } from 'vitest'
import { matchPair } from '../../src/core/match/matchPair'
import { DEFAULT_MATCH_SETTINGS, type MatchSettings, type PassageMatch } from '../../src/core/match/passageMatch'
import { sliceRange } from '../../src/core/text/textRange'

function match(a: string, b: string, settings: Partial<MatchSettings> = {}): readonly PassageMatch[] {
  return matchPair({ text: a, setAside: [] }, { text: b, setAside: [] }, { ...DEFAULT_MATCH_SETTINGS, ...settings })
    .passages
}

function shown(a: string, b: string): [string, string, string][] {
  return match(a, b).map((passage) => [sliceRange(a, passage.a), sliceRange(b, passage.b), passage.kind])
}

describe('short quotations', () => {
  it('are found from four words on when they stand whole between marks', () => {
    const a = 'The old keeper called it “a lantern without oil” last spring.'
    const b = 'Nobody else would say “a lantern without oil” about this.'
    expect(shown(a, b)).toEqual([['a lantern without oil', 'a lantern without oil', 'identical']])
    const unmarked = 'Nobody else would say a lantern without oil about this.'
    expect(shown(a, unmarked)).toEqual([['a lantern without oil', 'a lantern without oil', 'identical']])
    expect(shown(a.replace(/[“”]/gu, ''), unmarked)).toEqual([])
  })

  it('of four stock words need the marks in both texts', () => {
    const quoted = 'He told them “we do not have” over and over.'
    expect(shown(quoted, 'Later we do not have anything.')).toEqual([])
    expect(shown(quoted, 'She answered “we do not have” to each.')).toHaveLength(1)
  })

  it('reach to the marks when the words before them are changed in both', () => {
    const a = 'He said: “I did not know that the harbour wall had fallen.”'
    const b = 'In the paper: “I didn’t know that the harbour wall had fallen.”'
    expect(shown(a, b)).toEqual([
      ['I did not know that the harbour wall had fallen.', 'I didn’t know that the harbour wall had fallen.', 'near'],
    ])
    const end = (last: string, speaker = 'They wrote') => `${speaker} “nobody repaired the harbour wall ${last}”.`
    expect(shown(end('last winter'), end('in winter', 'Editors have never'))[0]?.slice(0, 2)).toEqual([
      'nobody repaired the harbour wall last winter',
      'nobody repaired the harbour wall in winter',
    ])
  })

  it('that one text cut short go as far as both have words', () => {
    const whole = '“Our lantern keepers never slept during that storm,” he said.'
    const cut = 'The keepers “never slept during that storm,” he said.'
    expect(shown(whole, cut)[0]?.[0]).toMatch(/^(?:keepers )?never slept during that storm/u)
    expect(shown(whole, 'He “never slept during that storm.”')[0]?.slice(0, 2)).toEqual([
      'never slept during that storm',
      'never slept during that storm',
    ])
  })

  it('are not taken up to the marks where something else stands there', () => {
    const a = 'He said: “Go away now, the harbour wall had fallen down.”'
    const b = 'She said: “Come back here, the harbour wall had fallen down.”'
    expect(shown(a, b)[0]?.[0]).toBe('the harbour wall had fallen down.')
  })
})

describe('the score', () => {
  it('is low for stock words and high for as many rare ones', () => {
    const stock = match('he left at the end of the month', 'they met at the end of the road')[0]
    const rare = match(
      'with zebra lantern harbourmaster oboe quartz in it',
      'for zebra lantern harbourmaster oboe quartz he came',
    )[0]
    expect(stock?.score).toBeLessThan(0.25)
    expect(rare?.score).toBeGreaterThan(0.75)
  })

  it('decides together with the settings what is listed', () => {
    const a = 'he left at the end of the month'
    const b = 'they met at the end of the road'
    expect(match(a, b, { leastScore: 0.3 })).toEqual([])
    expect(match(a, b, { kinds: ['near', 'reworded'] })).toEqual([])
    expect(match(a, b, { kinds: ['identical'] })).toHaveLength(1)
  })
})

describe('spellings', () => {
  it('that differ make a passage near, not identical', () => {
    const a = 'The organisers travelled two hundred miles to the city centre'
    const b = 'The organizers traveled 200 miles to the city center'
    expect(shown(a, b)).toEqual([[a, b, 'near']])
  })
})
