import { describe, expect, it } from 'vitest'
import { matchPair } from '../../src/core/match/matchPair'
import { DEFAULT_MATCH_SETTINGS, type MatchSettings } from '../../src/core/match/passageMatch'
import { sliceRange, type TextRange } from '../../src/core/text/textRange'

function match(
  a: string,
  b: string,
  options: Partial<MatchSettings> & { asideA?: readonly TextRange[]; asideB?: readonly TextRange[] } = {},
) {
  const { asideA = [], asideB = [], ...settings } = options
  return matchPair(
    { text: a, setAside: asideA },
    { text: b, setAside: asideB },
    { ...DEFAULT_MATCH_SETTINGS, ...settings },
  )
}

function shown(a: string, b: string, options = {}) {
  return match(a, b, options).passages.map((passage) => ({
    kind: passage.kind,
    quotation: passage.quotation,
    a: sliceRange(a, passage.a),
    b: sliceRange(b, passage.b),
  }))
}

const OFFICER =
  "A female officer adds, \"We need to know if you're okay. We need to get you medics. But, we can't over to get you help unless we know you don't have a weapon.\""
const EDITORIAL =
  'They were shouting “We need to know if you’re O.K.” just after the gunfire ended, and, “We need to get you medics, but we can’t go over to get you help unless we know you don’t have a weapon.”'

describe('matching two texts', () => {
  it('keeps two quotations of one speaker apart and finds both though words differ', () => {
    expect(shown(OFFICER, EDITORIAL)).toEqual([
      {
        kind: 'near',
        quotation: true,
        a: "We need to know if you're okay",
        b: 'We need to know if you’re O.K.',
      },
      {
        kind: 'near',
        quotation: true,
        a: "We need to get you medics. But, we can't over to get you help unless we know you don't have a weapon.",
        b: 'We need to get you medics, but we can’t go over to get you help unless we know you don’t have a weapon.',
      },
    ])
  })

  it('finds passages in any order', () => {
    const first = 'Seven ships waited outside the harbour for the storm to pass.'
    const second = 'Nobody on the quay had expected them before the spring tide.'
    const a = `${first}\n\nSomething else stands here.\n\n${second}`
    const b = `${second}\n\nOther words came between.\n\n${first}`
    expect(shown(a, b)).toEqual([
      { kind: 'identical', quotation: false, a: first, b: first },
      { kind: 'identical', quotation: false, a: second, b: second },
    ])
  })

  it('calls a passage identical when only case, apostrophes, invisible characters and punctuation differ', () => {
    const found = shown('THE mayor’s of\u00adfice, was closed on Monday', "the mayor's office was closed on monday")
    expect(found.map(({ kind }) => kind)).toEqual(['identical'])
  })

  it('joins wording over a few changed words into one passage, whose score is lower for what is not shared', () => {
    const a = 'The council voted on Tuesday night to close the old swimming pool for good'
    const b = 'The council voted late on Tuesday to close the old swimming pool for good'
    const { passages } = match(a, b)
    expect(passages.map(({ kind }) => kind)).toEqual(['near'])
    expect(passages[0]?.score).toBeLessThan(13 / 14)
    expect(passages[0]?.score).toBeGreaterThan(0.75)
  })

  it('finds a short quotation in which two of eight words were changed', () => {
    const a = 'She wrote: “Never again shall this harbour stay dark” and left.'
    const b = 'In her words never once shall this town stay dark for anyone.'
    expect(shown(a, b)).toEqual([
      {
        kind: 'near',
        quotation: true,
        a: 'Never again shall this harbour stay dark',
        b: 'never once shall this town stay dark',
      },
    ])
  })

  it('does not take the same words in another order, or four words, for shared wording', () => {
    expect(match('the storm passed over us', 'us over passed storm the').passages).toEqual([])
    expect(match('all the ships waited there', 'all the ships waited here').passages).toEqual([])
  })

  it('runs on over a paragraph only where enough words stand on both sides of its end', () => {
    const sentence = 'The old harbour wall was never repaired.'
    const next = 'Fishermen moor their boats elsewhere now.'
    expect(shown(`${sentence}\n\n${next}`, `${sentence} ${next}`).map(({ a }) => a)).toEqual([`${sentence}\n\n${next}`])
    expect(shown(`${sentence}\n\nFishermen say so.`, `${sentence} Fishermen moor.`).map(({ a }) => a)).toEqual([
      sentence,
    ])
  })

  it('never matches or covers text that is set aside', () => {
    const a = 'Read also more of our stories here. The harbour wall was never repaired at all.'
    const aside = [{ start: 0, endExclusive: 36 }]
    expect(shown(a, a, { asideA: aside }).map((passage) => passage.a)).toEqual([a.slice(36)])
    const middle = 'The harbour wall was never (advertisement) repaired by anyone in the town.'
    const gap = [{ start: middle.indexOf('('), endExclusive: middle.indexOf(')') + 1 }]
    expect(match(middle, middle, { asideA: gap }).passages.map((passage) => sliceRange(middle, passage.a))).toEqual([
      'The harbour wall was never',
      'repaired by anyone in the town.',
    ])
  })

  it('ends at the mark that closes the sentence when both have one, and takes the sign before a number along', () => {
    const a = 'He paid $400 for it and went home!'
    const b = 'Yes: she got $400 for it and went home.'
    expect(shown(a, b).map(({ a, b }) => [a, b])).toEqual([
      ['$400 for it and went home!', '$400 for it and went home.'],
    ])
    expect(shown('went home for good that night. Later', 'went home for good that night, later')[0]?.a).toBe(
      'went home for good that night. Later',
    )
  })

  it('asks for as many words as the settings say', () => {
    const a = 'eight words stand here in the same order'
    expect(match(a, `${a} again`, { smallestPassageWords: 9 }).passages).toEqual([])
    expect(match(a, `${a} again`, { smallestPassageWords: 8 }).passages).toHaveLength(1)
    expect(match('only three words', 'yes, only three words', { smallestPassageWords: 3 }).passages).toHaveLength(1)
  })

  it('leaves out what scores less than asked for', () => {
    const a = 'The council voted on Tuesday night to close the old pool'
    const b = 'The council voted late on Tuesday to close the old pool'
    expect(match(a, b, { leastScore: 0.99 }).passages).toEqual([])
  })

  it('pairs a stock phrase once for each place, not for each pair of places', () => {
    const phrase = 'a spokesman for the town council'
    const text = (fill: string) => Array.from({ length: 9 }, (_, at) => `${phrase} ${fill}${at}.`).join('\n')
    expect(match(text('x'), text('y')).passages).toHaveLength(9)
  })

  it('reads lines that are cut at a column as one paragraph', () => {
    const lines =
      'the harbour wall was\nnever repaired and the\nships waited outside it\nuntil the storm was\nover and\nthey could enter\nthe bay and\nmoor beside the\nold quay there'
    expect(shown(lines, lines.replaceAll('\n', ' ').replace('ships', 'boats')).map(({ a }) => a)).toEqual([lines])
  })

  it('finds nothing in empty, blank and wordless texts', () => {
    for (const text of ['', ' \n\t', '…!?', '\ud800']) {
      expect(match(text, text)).toEqual({ passages: [], regions: [], complete: true })
    }
  })
})

describe('texts made to be costly', () => {
  it('says that something was cut where one word is repeated a hundred thousand times', () => {
    const text = 'word '.repeat(100_000)
    const { passages, complete } = match(text, text)
    expect(complete).toBe(false)
    expect(passages.map(({ a, b }) => [a, b])).toEqual([
      [
        { start: 0, endExclusive: text.length - 1 },
        { start: 0, endExclusive: text.length - 1 },
      ],
    ])
  })

  it('finishes two alternating words, a repeated page, and quotations of one word', () => {
    const page = Array.from({ length: 1_000 }, (_, at) => `w${at}`).join(' ')
    const pairs: [string, string][] = [
      ['one two '.repeat(50_000), 'two one '.repeat(50_000)],
      [`${page} `.repeat(50), `${page} `.repeat(50)],
      ['"word word word word word word" '.repeat(5_000), `"${'word '.repeat(30_000)}"`],
    ]
    for (const [a, b] of pairs) expect(match(a, b).passages.length).toBeGreaterThan(0)
  })
})

describe('following and stopping a matching', () => {
  const long = Array.from({ length: 40_000 }, (_, at) => `w${at % 9_973}`).join(' ')

  it('tells a progress that never falls and ends at 1', () => {
    const told: number[] = []
    const control = { shouldStop: () => false, onProgress: (done: number) => told.push(done) }
    matchPair({ text: long, setAside: [] }, { text: long, setAside: [] }, DEFAULT_MATCH_SETTINGS, control)
    expect(told.length).toBeGreaterThan(5)
    expect(told).toEqual([...told].sort((one, two) => one - two))
    expect(told.at(-1)).toBe(1)
  })

  it('ends with no passages, and says that it is not complete, wherever it is stopped', () => {
    for (const after of [0, 1, 3, 6, 10, 15]) {
      let asked = 0
      const control = { shouldStop: () => asked++ >= after, onProgress: () => {} }
      const stopped = matchPair(
        { text: long, setAside: [] },
        { text: long, setAside: [] },
        DEFAULT_MATCH_SETTINGS,
        control,
      )
      expect(stopped).toEqual({ passages: [], regions: [], complete: false })
    }
  })
})
