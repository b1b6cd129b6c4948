import { describe, expect, it } from 'vitest'
import { BugError } from '../../src/core/assert'
import { createArticle } from '../../src/core/text/createArticle'
import { NORMALISE_CHUNK_UNITS, normaliseText } from '../../src/core/text/normaliseText'
import { countWords } from '../../src/core/text/words'

/** What the map gives for the first place where `words` stand in the article. */
function whereIs(decoded: string, words: string) {
  const { text, offsets } = normaliseText(decoded)
  const start = text.indexOf(words)
  const range = { start, endExclusive: start + words.length }
  return { ...offsets.toDecoded(range), text: offsets.decodedText(range) }
}

describe('the offset map', () => {
  it('counts an emoji as one character and a line end of two as two', () => {
    expect(whereIs('😀\r\nword', 'word')).toEqual({ start: 3, end: 7, text: 'word' })
    expect(whereIs('one\r\n\r\ntwo\rthree', 'two\nthree')).toEqual({ start: 7, end: 16, text: 'two\rthree' })
  })

  it('gives back the accents as the file has them', () => {
    expect(whereIs('a cafe\u0301 here', 'café')).toEqual({ start: 2, end: 7, text: 'cafe\u0301' })
    expect(whereIs('10 \u212b and', '\u00c5')).toEqual({ start: 3, end: 4, text: '\u212b' })
  })

  it('widens a range that cuts a decomposed letter, an emoji or a line end to all of it', () => {
    const hangul = normaliseText('\u1112\u1161\u11ab글')
    expect(hangul.text).toBe('한글')
    expect(hangul.offsets.toArticle({ start: 1, end: 2 })).toEqual({ start: 0, endExclusive: 1 })
    const emoji = normaliseText('😀😀')
    expect(emoji.offsets.toDecoded({ start: 1, endExclusive: 3 })).toEqual({ start: 0, end: 2 })
    const lines = normaliseText('a\r\nb')
    expect(lines.offsets.toArticle({ start: 2, end: 3 })).toEqual({ start: 1, endExclusive: 2 })
    // One letter of the file that is two in NFC.
    const split = normaliseText('x\u0958y')
    expect(split.offsets.decodedText({ start: 2, endExclusive: 3 })).toBe('\u0958')
  })

  it('does not widen over marks that normalising left alone', () => {
    const { offsets } = normaliseText('q\u0307 e\u0301\u0489')
    expect(offsets.toDecoded({ start: 0, endExclusive: 1 })).toEqual({ start: 0, end: 1 })
    expect(offsets.toDecoded({ start: 3, endExclusive: 4 })).toEqual({ start: 3, end: 5 })
    expect(offsets.toDecoded({ start: 4, endExclusive: 5 })).toEqual({ start: 5, end: 6 })
  })

  it('agrees with normalising by pieces for every code point of Unicode between two letters', () => {
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const character = String.fromCodePoint(code)
      const decoded = `e${character}\u0323a`
      if (character.normalize('NFC') === character && !/\p{M}|\r/u.test(character)) continue
      const { text, offsets } = normaliseText(decoded)
      const last = { start: text.length - 1, endExclusive: text.length }
      expect(offsets.toDecoded(last), `U+${code.toString(16)}`).toEqual({ start: 3, end: 4 })
      expect(offsets.toDecoded({ start: 0, endExclusive: text.length })).toEqual({ start: 0, end: 4 })
    }
  })

  it('is not led astray where one stretch of work ends and the next begins', () => {
    for (const piece of ['\r\n', 'e\u0301', '\u1112\u1161\u11ab', '😀\u0301', '漢\r\n\u0301']) {
      for (let shift = 0; shift < 5; shift += 1) {
        const decoded = `${'a'.repeat(NORMALISE_CHUNK_UNITS - shift)}${piece}b`
        const { text, offsets } = normaliseText(decoded)
        const last = { start: text.length - 1, endExclusive: text.length }
        expect([offsets.decodedText(last), offsets.toDecoded(last).end]).toEqual(['b', Array.from(decoded).length])
      }
    }
  })

  it('holds an empty range at a border and refuses one outside the text', () => {
    const { offsets } = normaliseText('ab')
    expect(offsets.toDecoded({ start: 2, endExclusive: 2 })).toEqual({ start: 2, end: 2 })
    expect(() => offsets.toDecoded({ start: 1, endExclusive: 3 })).toThrow(BugError)
    expect(() => offsets.toArticle({ start: 0, end: 3 })).toThrow(BugError)
  })
})

describe('an article', () => {
  it('lists its front matter first and looks for furniture in the body alone', () => {
    const normalised = normaliseText('---\ntitle: x\nAdvertisement\n---\nWords.\nAdvertisement\n')
    const article = createArticle(normalised, 'hash', normalised.text.indexOf('Words'))
    expect(
      article.furniture.map(({ range, why }) => [normalised.text.slice(range.start, range.endExclusive), why]),
    ).toEqual([
      ['---\ntitle: x\nAdvertisement\n---\n', 'front matter'],
      ['Advertisement', 'advertisement'],
    ])
    expect(countWords(article.text, article.body, article.furniture)).toBe(1)
  })
})

describe('counting words', () => {
  const words = (text: string) => countWords(text, { start: 0, endExclusive: text.length })

  it('counts what a reader would', () => {
    expect(words("don't — O.K., 20,000 shots; 22-year-old café e\u0301te\u0301 soft\u00adly")).toBe(8)
    expect(words('')).toBe(0)
    expect(words('… “ ” —')).toBe(0)
    expect(words('שלום עולם')).toBe(2)
  })

  it('counts Han and kana by character, since nothing stands between their words', () => {
    expect(words('東京へ go')).toBe(4)
  })
})
