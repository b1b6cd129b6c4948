import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeAnchor } from '../../src/core/anchor/describeAnchor'
import { followAnchors } from '../../src/core/anchor/followAnchors'
import { anyText, madeUpWord } from '../support/textArbitraries'

const sentence = fc.array(madeUpWord, { minLength: 5, maxLength: 10 }).map((words) => `${words.join(' ')}.`)
const paragraphs = fc.uniqueArray(sentence, { minLength: 2, maxLength: 8 })

const hashed = (text: string, textHash: string) => ({ text, textHash })
const NONE: ReadonlyMap<string, string> = new Map()

/** A text, some of its paragraphs as anchors, and the same text with other words put in before, between and behind them. */
const withInsertions = fc
  .tuple(paragraphs, fc.array(sentence, { minLength: 9, maxLength: 9 }))
  .filter(([own, more]) => own.every((one) => !more.includes(one)))
  .map(([own, more]) => {
    const from = own.join('\n\n')
    const anchors = own.map((one) => {
      const start = from.indexOf(one)
      return describeAnchor(from, 'a', { start, endExclusive: start + one.length })
    })
    const to = own.map((one, index) => `${more[index] ?? ''}\n\n${one}`).join('\n\n') + `\n\n${more[8] ?? ''}`
    return { from, to, anchors, own }
  })

describe('anchors followed from one version to another', () => {
  it('are touched nowhere when the text stays the same', () => {
    const chosen = anyText
      .filter((text) => text.trim() !== '')
      .chain((text) =>
        fc.tuple(fc.nat({ max: text.length - 1 }), fc.nat({ max: text.length })).map(([a, b]) => ({
          text,
          range: { start: Math.min(a, b), endExclusive: Math.max(a, b, Math.min(a, b) + 1) },
        })),
      )
    fc.assert(
      fc.property(chosen, ({ text, range }) => {
        const anchor = describeAnchor(text, 'a', range)
        const version = hashed(text, 'a')
        expect(followAnchors({ from: version, to: version, texts: NONE }, [anchor])).toMatchObject([
          { touched: false, quote: text.slice(range.start, range.endExclusive), after: { state: 'exact', range } },
        ])
      }),
    )
  })

  it('are not touched by what is put in around them, whatever order they come in', () => {
    fc.assert(
      fc.property(withInsertions, ({ from, to, anchors, own }) => {
        const texts = { from: hashed(from, 'a'), to: hashed(to, 'b'), texts: NONE }
        const followed = followAnchors(texts, anchors)
        for (const [index, { touched, after }] of followed.entries()) {
          expect(touched).toBe(false)
          const range = after.state === 'exact' || after.state === 'moved' ? after.range : { start: 0, endExclusive: 0 }
          expect(to.slice(range.start, range.endExclusive)).toBe(own[index])
        }
        expect(followAnchors(texts, anchors.toReversed())).toEqual(followed.toReversed())
      }),
    )
  })

  it('are touched where their words are taken out, and nowhere else', () => {
    fc.assert(
      fc.property(withInsertions, fc.nat(), ({ from, anchors, own }, seed) => {
        const gone = seed % own.length
        const left = own.filter((_, index) => index !== gone).join('\n\n')
        const texts = { from: hashed(from, 'a'), to: hashed(left, 'b'), texts: NONE }
        const touched = followAnchors(texts, anchors).map((one) => one.touched)
        expect(touched).toEqual(own.map((_, index) => index === gone))
      }),
    )
  })
})
