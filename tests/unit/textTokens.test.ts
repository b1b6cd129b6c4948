import { describe, expect, it } from 'vitest'
import { paragraphsOf } from '../../src/core/text/paragraphs'
import { sliceRange } from '../../src/core/text/textRange'
import { countWords, isInsideWord, tokensOf } from '../../src/core/text/tokens'
import { wordKey } from '../../src/core/text/wordKey'

const words = (text: string) =>
  tokensOf(text)
    .filter(({ kind }) => kind === 'word')
    .map((token) => sliceRange(text, token))
const all = (text: string) => tokensOf(text).map((token) => sliceRange(text, token))

describe('tokens', () => {
  it.each([
    ["we can't, they can’t", ['we', "can't", 'they', 'can’t']],
    ["the officers' cameras", ['the', 'officers', 'cameras']],
    ['a 22-year-old', ['a', '22', 'year', 'old']],
    ["if you're O.K.” he said", ['if', "you're", 'O.K.', 'he', 'said']],
    ['in the U.S. at 5:26 p.m. today', ['in', 'the', 'U.S.', 'at', '5:26', 'p.m.', 'today']],
    ['$2.4 million, 28,000 names, 5%.', ['2.4', 'million', '28,000', 'names', '5', '%']],
    ['It ended. So I left.', ['It', 'ended', 'So', 'I', 'left']],
    ['Is it plan B. Nobody knew', ['Is', 'it', 'plan', 'B', 'Nobody', 'knew']],
    ['read example.com now', ['read', 'example', 'com', 'now']],
    ['“I”m seeing', ['I', 'm', 'seeing']],
    ['東京 ไทย', ['東', '京', 'ไ', 'ท', 'ย']],
    ['שלום עולם', ['שלום', 'עולם']],
    ['don’\u00adt ‘東京', ['don’\u00adt', '東', '京']],
    ['soft\u00adhy\u200bphen', ['soft\u00adhy\u200bphen']],
  ])('reads the words of %j', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  it('keeps what a reader sees as one character in one piece', () => {
    expect(all('e\u0301 👩‍👩‍👧 🇫🇷🇩🇪 👍🏽 \u0301x a\u0323')).toEqual([
      'e\u0301',
      ' ',
      '👩‍👩‍👧',
      ' ',
      '🇫🇷',
      '🇩🇪',
      ' ',
      '👍🏽',
      ' \u0301',
      'x',
      ' ',
      'a\u0323',
    ])
  })

  it('takes repeated dots and dashes for one mark, and other marks one by one', () => {
    expect(all('so...--"?!')).toEqual(['so', '...', '--', '"', '?', '!'])
  })

  it('reads a range of a text as if nothing stood around it', () => {
    expect(tokensOf('don’t', { start: 3, endExclusive: 5 })).toEqual([
      { kind: 'punctuation', start: 3, endExclusive: 4 },
      { kind: 'word', start: 4, endExclusive: 5 },
    ])
    expect(countWords('one two three', { start: 4, endExclusive: 13 })).toBe(2)
  })

  it('knows which places lie inside a word or number', () => {
    const text = 'of 28,000 p.m. the'
    const inside = [...Array(text.length + 1).keys()].filter((offset) => isInsideWord(text, offset))
    expect(inside).toEqual([1, 4, 5, 6, 7, 8, 11, 12, 13, 16, 17])
  })
})

describe('word keys', () => {
  it.each([
    ['O.K.', 'okay'],
    ['OK', 'okay'],
    ['We’re', "we're"],
    ['28,000', '28000'],
    ['Eight', '8'],
    ['%', 'percent'],
    ['co\u00adoperate', 'cooperate'],
    ['STRASSE', 'straße'],
    ['ﬁre', 'fire'],
    ['p.m.', 'PM'],
  ])('reads %s and %s as one word', (one, other) => {
    expect(wordKey(one)).toBe(wordKey(other))
  })

  it.each([
    ['resume', 'résumé'],
    ['2.4', '24'],
    ['were', "we're"],
    ['20', '21'],
  ])('tells %s from %s', (one, other) => {
    expect(wordKey(one)).not.toBe(wordKey(other))
  })
})

describe('paragraphs', () => {
  it('are the lines that hold something, without the white space around them', () => {
    const text = '\n  One line.\u00a0\r\n\n \t\nAnother\u2028third'
    expect(paragraphsOf(text).map((range) => sliceRange(text, range))).toEqual(['One line.', 'Another', 'third'])
  })

  it('of a range end with the range', () => {
    const text = 'first line\nsecond line'
    expect(paragraphsOf(text, { start: 6, endExclusive: 17 }).map((range) => sliceRange(text, range))).toEqual([
      'line',
      'second',
    ])
  })
})
