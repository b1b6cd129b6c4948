import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readText } from '../../src/core/match/readText'
import { scanWords } from '../../src/core/match/scanWords'
import { Vocabulary } from '../../src/core/match/vocabulary'
import { hashWord } from '../../src/core/match/wordTable'
import { scanTokens } from '../../src/core/text/tokens'
import { anyText } from '../support/textArbitraries'

const plainText = fc.string({
  unit: fc.constantFrom(...'aBz', ...'\'’.,:;!?-—“”"%$', ...' \n\t\u00a0', '0', '5', 'é', '\u0301', '\u00ad', '😀'),
  maxLength: 40,
})

describe('reading words quickly', () => {
  it('finds the words that the tokeniser finds, and hashes what they are', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, plainText), fc.nat(5), (text, from) => {
        const start = Math.min(from, text.length)
        const words: [number, number, number][] = []
        scanTokens(text, start, text.length, (kind, at, end) => {
          if (kind === 'word') words.push([at, end, hashWord(text, at, end)])
        })
        const read: [number, number, number][] = []
        scanWords(text, start, text.length, {
          word: (at, end, hash) => read.push([at, end, hash]) > 0,
          space: () => {},
        })
        expect(read).toEqual(words)
      }),
      { numRuns: 3_000 },
    )
  })

  it('gives the same numbers to a text whatever was read before it with the same vocabulary', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, text) => {
        const fresh = readText({ text, setAside: [] }, new Vocabulary())
        const shared = new Vocabulary()
        readText({ text: before, setAside: [] }, shared)
        const later = readText({ text, setAside: [] }, shared)
        const shape = (numbers: Int32Array) => [...numbers].map((number) => numbers.indexOf(number))
        expect(shape(later.keys)).toEqual(shape(fresh.keys))
        expect(shape(later.spellings)).toEqual(shape(fresh.spellings))
        expect(shape(later.stems)).toEqual(shape(fresh.stems))
        expect([later.starts, later.ends, later.sentences]).toEqual([fresh.starts, fresh.ends, fresh.sentences])
      }),
    )
  })

  it('numbers sentences in order, and never lets one run over a paragraph', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = readText({ text, setAside: [] }, new Vocabulary())
        for (let word = 1; word < read.count; word++) {
          const rise = (read.sentences[word] ?? 0) - (read.sentences[word - 1] ?? 0)
          expect(rise === 0 || rise === 1).toBe(true)
          if (read.breakBefore[word] !== 0) expect(rise).toBe(1)
        }
        expect(read.sentenceFirsts.at(-1)).toBe(read.count)
      }),
    )
  })
})
