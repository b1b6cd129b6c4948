import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignVariants } from '../../src/core/diff/alignVariants'
import { diffSegments } from '../../src/core/diff/diffPassage'
import { anyText } from '../support/textArbitraries'

/** Variants that have pieces in common, in every make. */
const variants = fc
  .tuple(
    fc.array(anyText, { minLength: 3, maxLength: 5 }),
    fc.array(fc.array(fc.nat(4), { maxLength: 5 }), { minLength: 1, maxLength: 6 }),
  )
  .map(([pieces, makes]) => makes.map((make) => make.map((piece) => pieces[piece] ?? '').join(' ')))
const withBase = variants.chain((texts) => fc.tuple(fc.constant(texts), fc.nat(texts.length - 1)))

describe('the variants of any passage', () => {
  it('fill the columns of every row without gap or overlap, and their words join to the text', () => {
    fc.assert(
      fc.property(withBase, ([texts, base]) => {
        const { columns, rows } = alignVariants(texts, base)
        expect(rows.length).toBe(texts.length)
        rows.forEach((cells, row) => {
          const text = texts[row] ?? ''
          let column = 0
          for (const cell of cells) {
            expect(cell.from).toBe(column)
            expect(cell.to).toBeGreaterThan(cell.from)
            column = cell.to
          }
          expect(column).toBe(columns)
          if (columns > 0)
            expect(cells.map(({ range }) => text.slice(range.start, range.endExclusive)).join('')).toBe(text)
        })
      }),
    )
  })

  it('call a row the same exactly where the pair alone shows no difference', () => {
    fc.assert(
      fc.property(withBase, ([texts, base]) => {
        const baseText = texts[base] ?? ''
        const whole = (text: string) => ({ start: 0, endExclusive: text.length })
        const { rows } = alignVariants(texts, base)
        texts.forEach((text, row) => {
          const alone = diffSegments(baseText, whole(baseText), text, whole(text)).filter(
            ({ kind }) => kind !== 'equal',
          )
          const cells = (rows[row] ?? []).filter(({ kind }) => kind !== 'same' && kind !== 'none')
          expect(cells.map(({ kind }) => kind)).toEqual(alone.map(({ kind }) => kind))
        })
      }),
    )
  })

  it('give the same columns in whatever order the sources stand', () => {
    fc.assert(
      fc.property(variants, (texts) => {
        const turned = texts.toReversed()
        const straight = alignVariants(texts, 0)
        const back = alignVariants(turned, turned.length - 1)
        expect(back.columns).toBe(straight.columns)
        expect(back.rows.toReversed()).toEqual(straight.rows)
      }),
    )
  })
})
