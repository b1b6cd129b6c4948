import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchPair } from '../../src/core/match/matchPair'
import { DEFAULT_MATCH_SETTINGS, type PassageMatch } from '../../src/core/match/passageMatch'
import { rangeContains, rangesOverlap, sliceRange, type TextRange } from '../../src/core/text/textRange'
import { countWords, tokensOf } from '../../src/core/text/tokens'
import { anyText, madeUpWord } from '../support/textArbitraries'

function match(a: string, b: string, asideA: readonly TextRange[] = [], asideB: readonly TextRange[] = []) {
  return matchPair({ text: a, setAside: asideA }, { text: b, setAside: asideB }, DEFAULT_MATCH_SETTINGS)
}

/** So many different words that the two texts have only what was planted in common. */
const stock = fc.uniqueArray(madeUpWord, { minLength: 160, maxLength: 160 })
const SPACES = [' ', '  ', '\u00a0', ' \u200f', ', ', ' — ', '; ']

/** Joins the words with white space and marks that the picks choose, and the last with the first of a sentence. */
function joinWords(words: readonly string[], picks: readonly number[]): string {
  return words
    .map((word, at) => (at === 0 ? '' : (SPACES[(picks[at % picks.length] ?? 0) % SPACES.length] ?? ' ')) + word)
    .join('')
}

describe('matching of generated texts', () => {
  it('finds every planted run, in any order, with its exact range on both sides', () => {
    const planted = fc.record({
      words: stock,
      lengths: fc.array(fc.integer({ min: 5, max: 14 }), { minLength: 1, maxLength: 5 }),
      order: fc.array(fc.nat(), { minLength: 5, maxLength: 5 }),
      picks: fc.array(fc.nat(6), { minLength: 3, maxLength: 7 }),
      between: fc.constantFrom('\n\n', ' ', '\n'),
    })
    fc.assert(
      fc.property(planted, ({ words, lengths, order, picks, between }) => {
        let next = 0
        const take = (count: number) => words.slice(next, (next += count))
        const runs = lengths.map((length) => joinWords(take(length), picks))
        const shuffled = [...runs].sort((one, two) => (order[runs.indexOf(one)] ?? 0) - (order[runs.indexOf(two)] ?? 0))
        const around = (side: string, parts: readonly string[]) =>
          parts
            .flatMap((part, at) => [Array.from({ length: 9 }, (_, word) => `${side}${at}x${word}`).join(' '), part])
            .join(between)
        const a = around('left', runs)
        const b = around('right', shuffled)
        const expected = runs.map((run) => ({ kind: 'identical', a: run, b: run }))
        const { passages, complete } = match(a, b)
        expect(complete).toBe(true)
        expect(
          passages.map(({ kind, ...ranges }) => ({
            kind,
            a: sliceRange(a, ranges.a),
            b: sliceRange(b, ranges.b),
          })),
        ).toEqual(expected)
        expect(passages.map((passage) => passage.a.start)).toEqual(runs.map((run) => a.indexOf(run)))
        expect(passages.map((passage) => passage.b.start)).toEqual(runs.map((run) => b.indexOf(run)))
      }),
      { numRuns: 300 },
    )
  })

  it('finds planted quotations of eight to ten words though marks, case and two words differ', () => {
    const planted = fc.record({
      words: stock,
      length: fc.integer({ min: 8, max: 10 }),
      changes: fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 2 }),
      picks: fc.array(fc.nat(6), { minLength: 3, maxLength: 7 }),
      marks: fc.constantFrom('“”', '""', '«»', '„“'),
      quotedInB: fc.boolean(),
      fill: fc.integer({ min: 0, max: 60 }),
    })
    fc.assert(
      fc.property(planted, ({ words, length, changes, picks, marks, quotedInB, fill }) => {
        const quote = words.slice(0, length)
        const changed = quote.map((word, at) =>
          changes.includes(at) ? `other${at}` : at % 2 === 0 ? word.toUpperCase() : word,
        )
        const inA = quote.join(' ')
        const inB = joinWords(changed, picks)
        const a = `${words.slice(20, 20 + fill).join(' ')} ${marks.slice(0, 1)}${inA}${marks.slice(1)} ${words[10]}.`
        const b = `${words.slice(90, 90 + fill).join(' ')} ${quotedInB ? `"${inB}"` : inB} ${words[11]}.`
        const { passages } = match(a, b)
        expect(passages.map(({ quotation }) => quotation)).toEqual([true])
        const found = passages[0] as PassageMatch
        const insideOnly = changes.every((at) => at >= 2 && at < length - 2)
        expect(insideOnly ? ['near'] : ['near', 'identical']).toContain(found.kind)
        const place = { start: a.indexOf(inA), endExclusive: a.indexOf(inA) + inA.length }
        expect(rangeContains(place, found.a)).toBe(true)
        // From the first to the last word that was kept, but for one that stands alone beyond two changed ones.
        expect(countWords(a, found.a)).toBeGreaterThanOrEqual(length - 3)
      }),
      { numRuns: 500 },
    )
  })

  it('finds nothing in texts that have nothing in common', () => {
    fc.assert(
      fc.property(fc.array(madeUpWord, { maxLength: 300 }), fc.array(madeUpWord, { maxLength: 300 }), (a, b) => {
        expect(match(a.map((word) => `${word}a`).join(' '), b.map((word) => `${word}b`).join(' '))).toEqual({
          passages: [],
          regions: [],
          complete: true,
        })
      }),
    )
  })

  it('takes a text and itself for one passage', () => {
    fc.assert(
      fc.property(fc.array(madeUpWord, { minLength: 5, maxLength: 400 }), (words) => {
        const text = words.join(' ')
        const whole = { start: 0, endExclusive: text.length }
        expect(match(text, text).passages[0]).toMatchObject({ kind: 'identical', a: whole, b: whole })
      }),
    )
  })
})

/** Two texts with much in common, and ranges of the first that are set aside. */
const related = fc
  .record({
    parts: fc.array(anyText, { minLength: 1, maxLength: 6 }),
    own: anyText,
    order: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
    asides: fc.array(fc.tuple(fc.nat(400), fc.nat(30)), { maxLength: 3 }),
  })
  .map(({ parts, own, order, asides }) => {
    const a = [...parts, own].join(' ')
    const b = [
      own,
      ...parts
        .map((part, at) => ({ part, at: order[at] ?? 0 }))
        .sort((one, two) => one.at - two.at)
        .map(({ part }) => part),
    ].join('\n')
    const aside = asides.map(([start, length]) => ({
      start: Math.min(start, a.length),
      endExclusive: Math.min(start + length, a.length),
    }))
    return { a, b, aside }
  })

/** Two texts of sentences of a small stock of words, in paragraphs: much is shared by chance, some of it twice. */
const planted = fc
  .tuple(fc.array(anyText, { maxLength: 3 }), fc.array(fc.nat(30), { minLength: 20, maxLength: 160 }))
  .map(([own, words]): [string, string] => {
    const said = words.map((word, at) => `w${word}${at % 9 === 8 ? '.' : ''}`)
    const half = Math.floor(said.length / 2)
    return [
      [said.join(' '), ...own].join('\n\n'),
      [...own.slice(1), [...said.slice(half), ...said.slice(0, half)].join(' ')].join('\n\n'),
    ]
  })

/** Words of the text, read as a whole, that lie in the range. */
function wordsWithin(text: string, range: TextRange): number {
  return tokensOf(text).filter((token) => token.kind === 'word' && rangeContains(range, token)).length
}

describe('passages of any two texts', () => {
  it('begin and end at words, share enough of them, and leave alone what is set aside', () => {
    fc.assert(
      fc.property(related, ({ a, b, aside }) => {
        for (const passage of match(a, b, aside).passages) {
          // A whole quotation may be a word shorter, and a number of two words counts as one.
          const least = DEFAULT_MATCH_SETTINGS.smallestPassageWords - (passage.quotation ? 1 : 0)
          expect(wordsWithin(b, passage.b)).toBeGreaterThanOrEqual(least)
          // What is set aside may cut a word, and the rest of it is then one.
          if (aside.length === 0) expect(wordsWithin(a, passage.a)).toBeGreaterThanOrEqual(least)
          expect(aside.some((range) => range.start < range.endExclusive && rangesOverlap(range, passage.a))).toBe(false)
          expect(passage.score).toBeGreaterThan(0)
          expect(passage.score).toBeLessThanOrEqual(1)
          for (const [text, range] of [
            [a, passage.a],
            [b, passage.b],
          ] as const) {
            expect(sliceRange(text, range)).not.toMatch(/^\p{White_Space}|\p{White_Space}$/u)
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  it('begin and end where tokens do', () => {
    fc.assert(
      fc.property(related, ({ a, b }) => {
        const edges = (text: string) => {
          const tokens = tokensOf(text)
          return {
            starts: new Set(tokens.map(({ start }) => start)),
            ends: new Set(tokens.map((token) => token.endExclusive)),
          }
        }
        const inA = edges(a)
        const inB = edges(b)
        for (const passage of match(a, b).passages) {
          expect(inA.starts).toContain(passage.a.start)
          expect(inB.starts).toContain(passage.b.start)
          expect(inA.ends).toContain(passage.a.endExclusive)
          expect(inB.ends).toContain(passage.b.endExclusive)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('are the same, mirrored, when the texts are given in the other order', () => {
    fc.assert(
      fc.property(related, ({ a, b, aside }) => {
        if (a === b) return
        const there = match(a, b, aside).passages.map((passage) => JSON.stringify(passage))
        const back = match(b, a, [], aside).passages.map((one) => JSON.stringify({ ...one, a: one.b, b: one.a }))
        expect(back.sort()).toEqual(there.sort())
      }),
      { numRuns: 500 },
    )
  })

  it('are only shifted by an unrelated paragraph that is put in front of one text', () => {
    const front = 'Xqzzv wkkrj qwwyx.\n\n'
    fc.assert(
      fc.property(planted, ([a, b]) => {
        const before = match(a, b).passages
        expect(match(front + a, b).passages).toEqual(
          before.map((passage) => ({
            ...passage,
            a: { start: passage.a.start + front.length, endExclusive: passage.a.endExclusive + front.length },
          })),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('are sorted, and none lies within another on both sides', () => {
    fc.assert(
      fc.property(related, ({ a, b }) => {
        const { passages } = match(a, b)
        const sorted = [...passages].sort((one, two) => one.a.start - two.a.start || one.b.start - two.b.start)
        expect(passages).toEqual(sorted)
        for (const inner of passages) {
          const holders = passages.filter((outer) => rangeContains(outer.a, inner.a) && rangeContains(outer.b, inner.b))
          expect(holders).toEqual([inner])
        }
      }),
      { numRuns: 500 },
    )
  })
})
