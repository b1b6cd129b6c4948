import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffEdits, diffSegments } from '../../src/core/diff/diffPassage'
import { sliceRange, type TextRange } from '../../src/core/text/textRange'
import { anyText } from '../support/textArbitraries'

/** Two texts that have much in common, as two versions of a passage do. */
const versions = fc
  .tuple(anyText, anyText, anyText, anyText, anyText)
  .chain(([start, middle, end, other, more]) =>
    fc.constantFrom(
      [start + middle + end, start + other + end],
      [start + middle + end, start + end],
      [start + middle + other + end, start + other + more + end],
      [start, other],
      [middle, middle.toUpperCase()],
    ),
  )
  .map(([a = '', b = '']) => ({ a, b }))

const all = (text: string): TextRange => ({ start: 0, endExclusive: text.length })

describe('edits of any two texts', () => {
  it('replay to both, to the character', () => {
    fc.assert(
      fc.property(versions, ({ a, b }) => {
        const edits = diffEdits(a, b)
        expect(edits.map(({ op, text }) => (op === 'insert' ? '' : text)).join('')).toBe(a)
        expect(edits.map(({ op, text }) => (op === 'delete' ? '' : text)).join('')).toBe(b)
        expect(edits.every(({ text }) => text !== '')).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  it('are one equal step when the texts are the same', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(diffEdits(text, text)).toEqual(text === '' ? [] : [{ op: 'equal', text }])
      }),
    )
  })
})

describe('segments of any two ranges', () => {
  it('tile both in order', () => {
    fc.assert(
      fc.property(versions, fc.nat(5), fc.nat(5), ({ a, b }, aBefore, bBefore) => {
        const aText = `${'x'.repeat(aBefore)}\n${a}\ny`
        const bText = `${'x'.repeat(bBefore)}\n${b}\ny`
        const aRange = { start: aBefore + 1, endExclusive: aBefore + 1 + a.length }
        const bRange = { start: bBefore + 1, endExclusive: bBefore + 1 + b.length }
        let aAt = aRange.start
        let bAt = bRange.start
        for (const segment of diffSegments(aText, aRange, bText, bRange)) {
          expect([segment.a.start, segment.b.start]).toEqual([aAt, bAt])
          expect(segment.a.endExclusive).toBeGreaterThanOrEqual(aAt)
          expect(segment.b.endExclusive).toBeGreaterThanOrEqual(bAt)
          aAt = segment.a.endExclusive
          bAt = segment.b.endExclusive
        }
        expect([aAt, bAt]).toEqual([aRange.endExclusive, bRange.endExclusive])
      }),
      { numRuns: 1_000 },
    )
  })

  it('are equal only where nothing but white space, the form of marks, composition and what is invisible differs', () => {
    const read = (text: string) =>
      text
        .replaceAll(/\p{Cf}|\s/gu, '')
        .normalize('NFC')
        .replaceAll(/[“”„‟«»＂]/g, '"')
        .replaceAll(/[‘’‚‛＇]/g, "'")
    fc.assert(
      fc.property(versions, ({ a, b }) => {
        for (const segment of diffSegments(a, all(a), b, all(b))) {
          const inA = sliceRange(a, segment.a)
          const inB = sliceRange(b, segment.b)
          if (segment.kind === 'equal') expect(read(inA)).toBe(read(inB))
          else expect(inA).not.toBe(inB)
          if (segment.kind === 'put in') expect(inA).toBe('')
          if (segment.kind === 'left out') expect(inB).toBe('')
          if (segment.kind === 'replaced') expect([inA, inB]).not.toContain('')
        }
      }),
      { numRuns: 1_000 },
    )
  })
})
