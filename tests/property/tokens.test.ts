import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paragraphsOf } from '../../src/core/text/paragraphs'
import { quotedRanges } from '../../src/core/text/quotationMarks'
import { sliceRange } from '../../src/core/text/textRange'
import { countWords, tokensOf } from '../../src/core/text/tokens'
import { foldWord, wordKey } from '../../src/core/text/wordKey'
import { anyText } from '../support/textArbitraries'

describe('tokens of any text', () => {
  it('tile it: none is empty, each begins where the one before ends', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tokens = tokensOf(text)
        expect(tokens.map((token) => sliceRange(text, token)).join('')).toBe(text)
        expect(tokens.every(({ start, endExclusive }) => start < endExclusive)).toBe(true)
        expect(tokens.map(({ start }) => start)).toEqual(
          [0, ...tokens.map((token) => token.endExclusive)].slice(0, tokens.length),
        )
      }),
      { numRuns: 1_000 },
    )
  })

  it('never split a surrogate pair, nor a base from its marks', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { start } of tokensOf(text).slice(1)) {
          expect(/[\ud800-\udbff]$/.test(text.slice(0, start)) && /^[\udc00-\udfff]/.test(text.slice(start))).toBe(
            false,
          )
          // A mark at the beginning of a line has no base.
          if (!/[\n\r\u2028]$/.test(text.slice(0, start))) expect(text.slice(start)).not.toMatch(/^\p{M}/u)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('are white space where, and only where, nothing else is in them', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const token of tokensOf(text)) {
          expect(token.kind === 'space').toBe(/^\p{White_Space}+$/u.test(sliceRange(text, token)))
        }
        expect(countWords(text)).toBe(tokensOf(text).filter(({ kind }) => kind === 'word').length)
      }),
      { numRuns: 1_000 },
    )
  })

  it('have keys that do not change when they are keyed again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const token of tokensOf(text)) {
          const word = sliceRange(text, token)
          if (token.kind === 'word') expect(wordKey(wordKey(word))).toBe(wordKey(word))
          expect(foldWord(foldWord(word))).toBe(foldWord(word))
        }
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('paragraphs and quotations of any text', () => {
  it('lie in order, without overlap, and begin and end at something to read', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const ranges of [paragraphsOf(text), quotedRanges(text)]) {
          let end = 0
          for (const range of ranges) {
            expect(range.start).toBeGreaterThanOrEqual(end)
            expect(sliceRange(text, range)).toMatch(/^\S(?:[^]*\S)?$/u)
            end = range.endExclusive
          }
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('hold every visible character in one paragraph', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const kept = paragraphsOf(text).map((range) => sliceRange(text, range))
        expect(kept.join('').replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''))
        expect(kept.every((paragraph) => !paragraph.includes('\n'))).toBe(true)
      }),
    )
  })
})
