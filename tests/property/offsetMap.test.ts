import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCodePointIndex } from '../../src/core/text/codePointIndex'
import { NORMALISE_CHUNK_UNITS, normaliseString, normaliseText } from '../../src/core/text/normaliseText'

// Pieces that normalising treats in different ways, so that short texts meet every case.
const pieces = [
  'a', 'e', 'q', 'o', '<', ' ', '\n', '\r', '\r\n', '\t', '\u00a0', '\u00ad', '\u200d', '\ufeff',
  '\u0301', '\u0323', '\u0307', '\u0302', '\u0338', '\u0344', '\u0340',
  'é', 'ệ', '\u212b', '\u2126', '\u2000', '\u0958', '\u1f71', '\u2329', '\uf900', '\u{2f800}',
  '\u1100', '\u1161', '\u11a8', '가', '각', '\u{16d63}', '\u{16d67}', '\u{16d69}', '\u0dd9', '\u0dcf', '\u09c7', '\u09be',
  '😀', '👩‍🚀', '\u{1d15e}', '\u{1d158}', '\u{1d165}', '\u{11131}', '\u{11127}', 'שׁ', '\u05c1', 'ש', '\u202e', 'ال', '\u0653', '漢',
  '\ud83d', '\ude00',
] // prettier-ignore
const text = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: 'binary', maxLength: 3 })))
  .map((parts) => parts.join(''))

/** A text, and two places in its article. */
const textWithRange = fc
  .tuple(text, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([decoded, a, b]) => {
    const normalised = normaliseText(decoded)
    const [start, endExclusive] = [a, b]
      .map((share) => Math.round(share * normalised.text.length))
      .sort((x, y) => x - y)
    return { decoded, normalised, range: { start: start!, endExclusive: endExclusive! } }
  })

describe('the map between article and decoded file', () => {
  it('gives, for every range, the characters of the file between its offsets', () => {
    fc.assert(
      fc.property(textWithRange, ({ decoded, normalised, range }) => {
        const { start, end } = normalised.offsets.toDecoded(range)
        const characters = Array.from(decoded)
        expect(normalised.offsets.decodedLength).toBe(characters.length)
        expect(normalised.offsets.decodedText(range)).toBe(characters.slice(start, end).join(''))
      }),
      { numRuns: 2000 },
    )
  })

  it('gives characters that normalise to the range, or to the range widened', () => {
    fc.assert(
      fc.property(textWithRange, ({ normalised, range }) => {
        const widened = normalised.offsets.toArticle(normalised.offsets.toDecoded(range))
        expect(widened.start).toBeLessThanOrEqual(range.start)
        expect(widened.endExclusive).toBeGreaterThanOrEqual(range.endExclusive)
        expect(normalised.offsets.toArticle(normalised.offsets.toDecoded(widened))).toEqual(widened)
      }),
      { numRuns: 2000 },
    )
  })

  it('takes every range of the file to an article range that covers it', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (decoded, a, b) => {
        const { offsets } = normaliseText(decoded)
        const [start, end] = [a, b].map((place) => place % (offsets.decodedLength + 1)).sort((x, y) => x - y)
        const back = offsets.toDecoded(offsets.toArticle({ start: start!, end: end! }))
        expect(back.start).toBeLessThanOrEqual(start!)
        expect(back.end).toBeGreaterThanOrEqual(end!)
      }),
      { numRuns: 2000 },
    )
  })

  it('never goes backwards', () => {
    fc.assert(
      fc.property(text, (decoded) => {
        const normalised = normaliseText(decoded)
        let last = 0
        for (let place = 0; place <= normalised.text.length; place += 1) {
          const { start, end } = normalised.offsets.toDecoded({ start: place, endExclusive: place })
          expect(start).toBeLessThanOrEqual(end)
          expect(start).toBeGreaterThanOrEqual(last)
          last = start
        }
      }),
    )
  })

  it('holds across the seams of long texts', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 40, maxLength: 60 }), fc.nat(40), (parts, room) => {
        const filler = 'é😀 '.repeat(Math.floor((NORMALISE_CHUNK_UNITS - room) / 4))
        const decoded = filler + parts.join('') + filler + parts.join('')
        const { text: article, offsets } = normaliseText(decoded)
        const characters = Array.from(decoded)
        for (let start = filler.length - 60; start < filler.length + 60; start += 7) {
          const range = { start, endExclusive: Math.min(article.length, start + filler.length + 30) }
          const { start: from, end: to } = offsets.toDecoded(range)
          expect(offsets.decodedText(range)).toBe(characters.slice(from, to).join(''))
        }
      }),
    )
  })
})

describe('normalising', () => {
  it('is idempotent', () => {
    fc.assert(
      fc.property(text, (decoded) => {
        const once = normaliseString(decoded)
        expect(normaliseString(once)).toBe(once)
        expect(once).not.toContain('\r')
      }),
    )
  })

  it('widens no further than one composed character of the file', () => {
    // For all single code points of the article: what the map gives normalises to text that holds it.
    fc.assert(
      fc.property(text, (decoded) => {
        const { text: article, offsets } = normaliseText(decoded)
        for (let start = 0; start < article.length; start += 1) {
          const range = { start, endExclusive: start + 1 }
          const widened = offsets.toArticle(offsets.toDecoded(range))
          expect(normaliseString(offsets.decodedText(range))).toBe(article.slice(widened.start, widened.endExclusive))
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the index of code points', () => {
  it('agrees with walking the text', () => {
    fc.assert(
      fc.property(text, fc.nat(600), (part, shift) => {
        const decoded = `${'x'.repeat(shift)}${part.repeat(40)}`
        const index = createCodePointIndex(decoded)
        let unit = 0
        let codePoint = 0
        for (const character of decoded) {
          expect(index.toUnit(codePoint)).toBe(unit)
          expect(index.toCodePoint(unit, 'down')).toBe(codePoint)
          expect(index.toCodePoint(unit, 'up')).toBe(codePoint)
          if (character.length === 2) {
            expect(index.toCodePoint(unit + 1, 'down')).toBe(codePoint)
            expect(index.toCodePoint(unit + 1, 'up')).toBe(codePoint + 1)
          }
          unit += character.length
          codePoint += 1
        }
        expect(index.length).toBe(codePoint)
        expect(index.toUnit(codePoint)).toBe(decoded.length)
      }),
      { numRuns: 50 },
    )
  })
})
