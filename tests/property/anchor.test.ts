import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeAnchor } from '../../src/core/anchor/describeAnchor'
import { resolveAnchor } from '../../src/core/anchor/resolveAnchor'
import { splitsCharacter } from '../../src/core/text/characters'
import type { TextRange } from '../../src/core/text/textRange'
import { anyText, madeUpWord } from '../support/textArbitraries'

const OLD = '0'.repeat(64)
const NEW = '1'.repeat(64)

/** A text and a range of it that splits no character, as a selection does not. */
const cited = anyText
  .filter((text) => text.length > 0)
  .chain((text) => fc.record({ text: fc.constant(text), one: fc.nat(text.length), other: fc.nat(text.length) }))
  .map(({ text, one, other }) => {
    const whole = (offset: number) => {
      let at = offset
      while (at < text.length && splitsCharacter(text, at)) at++
      return at
    }
    const [start = 0, endExclusive = 0] = [whole(one), whole(other)].sort((a, b) => a - b)
    return { text, range: { start, endExclusive } }
  })

/** An article of made-up words in which every word stands once, and a range of whole words. */
const article = fc
  .uniqueArray(madeUpWord, { minLength: 12, maxLength: 60 })
  .chain((words) =>
    fc.record({ words: fc.constant(words), from: fc.nat(words.length - 4), count: fc.integer({ min: 2, max: 4 }) }),
  )
  .map(({ words, from, count }) => {
    const numbered = words.map((word, at) => (at % 3 === 0 ? String(1_000 + at) : word))
    const text = numbered.join(' ')
    const start = numbered.slice(0, from).join(' ').length + (from > 0 ? 1 : 0)
    const quote = numbered.slice(from, from + count).join(' ')
    return { text, quote, range: { start, endExclusive: start + quote.length } }
  })

/** A text without what typography alone makes of it. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\s\p{Cf}]/gu, '')
    .replaceAll(/''|["'“”‘’«»„]/gu, '"')
    .replaceAll(/[-—]+/gu, '-')
    .replaceAll(/[.…]{2,}|…/gu, '…')
    .replaceAll('ﬁ', 'fi')
}

const shift = (range: TextRange, by: number): TextRange => ({
  start: range.start + by,
  endExclusive: range.endExclusive + by,
})

describe('an anchor', () => {
  it('leads back to its own range in the same text', () => {
    fc.assert(
      fc.property(cited, ({ text, range }) => {
        expect(resolveAnchor(text, OLD, describeAnchor(text, OLD, range))).toMatchObject({ state: 'exact', range })
      }),
      { numRuns: 1_000 },
    )
  })

  it('splits no character in its neighbours', () => {
    fc.assert(
      fc.property(cited, ({ text, range }) => {
        const { prefix, exact, suffix } = describeAnchor(text, OLD, range).quote
        expect(text.slice(range.start - prefix.length, range.endExclusive + suffix.length)).toBe(
          prefix + exact + suffix,
        )
        expect(splitsCharacter(text, range.start - prefix.length)).toBe(false)
        expect(splitsCharacter(text, range.endExclusive + suffix.length)).toBe(false)
        expect(prefix.length <= 32 && suffix.length <= 32).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  it('moves with text that is put in before it, by exactly that length', () => {
    fc.assert(
      fc.property(article, anyText, ({ text, range }, before) => {
        const above = `${before.replaceAll(/\d/g, '')}\n\n`
        const found = resolveAnchor(above + text, NEW, describeAnchor(text, OLD, range))
        expect(found).toMatchObject({ state: 'exact', range: shift(range, above.length) })
      }),
      { numRuns: 500 },
    )
  })

  it('only ever attaches to the very words', () => {
    fc.assert(
      fc.property(cited, anyText, anyText, ({ text, range }, before, after) => {
        const next = before + text.slice(Math.floor(range.start / 2)) + after
        const found = resolveAnchor(next, NEW, describeAnchor(text, OLD, range))
        if (found.state !== 'exact' && found.state !== 'moved') return
        expect(plain(next.slice(found.range.start, found.range.endExclusive))).toBe(
          plain(text.slice(range.start, range.endExclusive)),
        )
      }),
      { numRuns: 1_000 },
    )
  })

  it('is never exact or moved when a digit changed or a negation was put in', () => {
    const meddle = fc.constantFrom(
      (quote: string) => quote.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)),
      (quote: string) => quote.replace(/\d(?!\d)/, '$&5'),
      (quote: string) => quote.replace(/\d/, '7$&'),
      (quote: string) => quote.replace(' ', ' never '),
    )
    fc.assert(
      fc.property(article, meddle, ({ text, quote, range }, change) => {
        const changed = change(quote)
        fc.pre(changed !== quote)
        const next = text.slice(0, range.start) + changed + text.slice(range.endExclusive)
        const found = resolveAnchor(next, NEW, describeAnchor(text, OLD, range))
        expect(['changed', 'lost']).toContain(found.state)
        if (found.state === 'changed') expect(next.slice(found.range.start, found.range.endExclusive)).toBe(changed)
      }),
      { numRuns: 500 },
    )
  })
})
