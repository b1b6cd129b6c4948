import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeAnchor } from '../../src/core/anchor/describeAnchor'
import { resolveAnchor } from '../../src/core/anchor/resolveAnchor'
import { resolveAnchors } from '../../src/core/anchor/resolveAnchors'
import { splitsCharacter } from '../../src/core/text/characters'
import { anyText, madeUpWord } from '../support/textArbitraries'

const OLD = '0'.repeat(64)
const NEW = '1'.repeat(64)

/** Words as they are not repeated, with the white space and marks of real texts between them. */
const between = fc.constantFrom(
  ' ',
  '\u00a0',
  '\n',
  '\n\n',
  ', ',
  '. ',
  ' — ',
  ' “',
  '” ',
  ' 👩🏽‍🚀 ',
  ' \u200f',
  '\u00ad ',
)
const article = fc.array(fc.tuple(madeUpWord, between), { minLength: 12, maxLength: 50 }).chain((parts) =>
  fc.record({
    parts: fc.constant(parts),
    from: fc.integer({ min: 0, max: parts.length - 5 }),
    count: fc.integer({ min: 1, max: 4 }),
  }),
)

type Cited = { readonly text: string; readonly start: number; readonly end: number }
function cite({ parts, from, count }: { parts: [string, string][]; from: number; count: number }): Cited {
  const before = parts.slice(0, from).map(([word, space]) => word + space)
  const words = parts.slice(from, from + count)
  const quoted = words.map(([word, space], nth) => (nth < words.length - 1 ? word + space : word)).join('')
  const after = parts.slice(from + count).map(([word, space]) => space + word)
  const start = before.join('').length
  const text = `${before.join('')}${quoted}${words.at(-1)![1]}${after.join('')}`
  return { text, start, end: start + quoted.length }
}

/** One cut, or one piece put in, that touches neither the quote nor the blank beside it. */
const edit = fc.record({
  before: fc.boolean(),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(40),
  put: anyText,
})
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

function apply({ text, start, end }: Cited, { before, at, cut, put }: Edit): Cited | null {
  const [low, high] = before ? [0, start - 2] : [end + 2, text.length]
  if (high <= low) return null
  const from = low + Math.floor(at * (high - low))
  const to = Math.min(high, from + cut)
  const whole = (offset: number) => !splitsCharacter(text, offset)
  if (!whole(from) || !whole(to)) return null
  const inserted = ` ${put} `
  const by = before ? inserted.length - (to - from) : 0
  return { text: text.slice(0, from) + inserted + text.slice(to), start: start + by, end: end + by }
}

describe('an anchor among many', () => {
  it('is never lost by what is put in or cut out elsewhere, and never found where its words are not', () => {
    fc.assert(
      fc.property(article.map(cite), edit, (cited, change) => {
        const next = apply(cited, change)
        fc.pre(next !== null)
        const range = { start: cited.start, endExclusive: cited.end }
        const found = resolveAnchor(next.text, NEW, describeAnchor(cited.text, OLD, range))
        expect(['exact', 'moved', 'ambiguous']).toContain(found.state)
        const places =
          'candidates' in found ? found.candidates.map((one) => one.range) : 'range' in found ? [found.range] : []
        expect(places).toContainEqual({ start: next.start, endExclusive: next.end })
      }),
      { numRuns: 2_000 },
    )
  })

  it('is resolved alike whatever the order, and alike by itself', () => {
    const many = fc.tuple(
      anyText,
      anyText,
      fc.array(fc.tuple(fc.nat(200), fc.nat(60)), { minLength: 1, maxLength: 12 }),
    )
    fc.assert(
      fc.property(many, fc.boolean(), ([text, more, spots], withOld) => {
        fc.pre(text.length > 0)
        const anchors = spots.map(([at, length]) => {
          let start = at % text.length
          while (splitsCharacter(text, start)) start++
          let endExclusive = Math.min(text.length, start + length)
          while (splitsCharacter(text, endExclusive)) endExclusive++
          return describeAnchor(text, OLD, { start, endExclusive })
        })
        const texts = { text: more + text.slice(5), textHash: NEW, from: withOld ? text : null }
        const together = resolveAnchors(texts, anchors)
        expect(resolveAnchors(texts, anchors.toReversed()).toReversed()).toEqual(together)
        expect(anchors.flatMap((anchor) => resolveAnchors(texts, [anchor]))).toEqual(together)
      }),
      { numRuns: 500 },
    )
  })

  it('is exact where it was when the text is read anew, without being told that it is the same', () => {
    fc.assert(
      fc.property(article.map(cite), ({ text, start, end }) => {
        const range = { start, endExclusive: end }
        const [found] = resolveAnchors({ text, textHash: NEW, from: text }, [describeAnchor(text, OLD, range)])
        expect(found).toMatchObject({ state: 'exact', range })
      }),
      { numRuns: 1_000 },
    )
  })

  it('holds when every mark, dash and blank takes another form', () => {
    const retyped = (text: string) =>
      text
        .replaceAll(/[“”]/gu, '"')
        .replaceAll('—', '-')
        .replaceAll(/[\u00ad\u200f]/gu, '')
        .replaceAll(/\s+/gu, ' ')
        .normalize('NFD')
    fc.assert(
      fc.property(article.map(cite), ({ text, start, end }) => {
        const next = retyped(text)
        const found = resolveAnchor(next, NEW, describeAnchor(text, OLD, { start, endExclusive: end }))
        expect(['exact', 'ambiguous']).toContain(found.state)
        if (found.state !== 'exact') return
        expect(next.slice(found.range.start, found.range.endExclusive).trim()).toBe(
          retyped(text.slice(start, end)).trim(),
        )
      }),
      { numRuns: 1_000 },
    )
  })
})
