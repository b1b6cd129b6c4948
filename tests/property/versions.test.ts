import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareVersions, type VersionDifference } from '../../src/core/diff/compareVersions'
import { heaviestRising } from '../../src/core/diff/heaviestRising'
import { versionParagraphs } from '../../src/core/diff/versionParagraphs'
import { sliceRange, type TextRange } from '../../src/core/text/textRange'
import { anyText, madeUpWord } from '../support/textArbitraries'

function whole(text: string, bodyStart = 0) {
  return { text, body: { start: bodyStart, endExclusive: text.length } }
}

function compared(from: string, to: string): VersionDifference {
  const difference = compareVersions(whole(from), whole(to))
  if (difference === null) throw new Error('nobody stopped it')
  return difference
}

function wordsIn(paragraph: readonly string[]): string {
  return paragraph.join(' ')
}

const sentence = fc.array(madeUpWord, { minLength: 5, maxLength: 12 }).map(wordsIn)
const article = fc.uniqueArray(sentence, { minLength: 1, maxLength: 12 })

/** A text and another that was made of it by leaving out, putting in, moving, editing, splitting and joining. */
const edited = fc
  .tuple(
    article,
    fc.array(fc.tuple(fc.nat(), fc.constantFrom('cut', 'add', 'move', 'edit', 'split', 'join')), { maxLength: 6 }),
    anyText,
  )
  .map(([paragraphs, edits, more]) => {
    const after = [...paragraphs]
    for (const [seed, edit] of edits) {
      const at = after.length === 0 ? 0 : seed % after.length
      const one = after[at] ?? ''
      if (edit === 'cut') after.splice(at, 1)
      if (edit === 'add') after.splice(at, 0, more)
      if (edit === 'move') after.push(...after.splice(at, 1))
      if (edit === 'edit') after[at] = one.replace(/ \S+/u, ` ${more}`)
      if (edit === 'split')
        after.splice(at, 1, one.slice(0, one.indexOf(' ', one.length / 2)), one.slice(one.indexOf(' ', one.length / 2)))
      if (edit === 'join') after.splice(at, 2, `${one} ${after[at + 1] ?? ''}`)
    }
    return { from: paragraphs.join('\n\n'), to: after.join('\n\n') }
  })
const anyTwo = fc.oneof(
  edited,
  fc.tuple(anyText, anyText).map(([from, to]) => ({ from, to })),
  fc.tuple(fc.array(anyText), fc.array(anyText)).map(([a, b]) => ({ from: a.join('\n'), to: b.join('\n') })),
)

const byStart = (a: TextRange, b: TextRange): number => a.start - b.start

/** The ranges of one side, joined where one ends at the next, as far as they lie in one paragraph. */
function covered(text: string, ranges: readonly TextRange[], paragraphs: readonly TextRange[]): string[] {
  const left = [...ranges].sort(byStart)
  return paragraphs.map(({ start, endExclusive }) => {
    let done = start
    let words = ''
    while (done < endExclusive) {
      const next = left.shift()
      expect(next?.start).toBe(done)
      if (next === undefined) break
      words += sliceRange(text, next)
      done = next.endExclusive
    }
    expect(done).toBe(endExclusive)
    return words
  })
}

describe('the difference of any two versions', () => {
  it('has every paragraph of both once, and the words of its segments rebuild them', () => {
    fc.assert(
      fc.property(anyTwo, ({ from, to }) => {
        const { rows } = compared(from, to)
        for (const row of rows) {
          const first = row.segments[0]
          const last = row.segments.at(-1)
          if (row.from !== null)
            expect([first?.a.start, last?.a.endExclusive]).toEqual([row.from.start, row.from.endExclusive])
          if (row.to !== null)
            expect([first?.b.start, last?.b.endExclusive]).toEqual([row.to.start, row.to.endExclusive])
        }
        for (const [text, side] of [
          [from, 'a'],
          [to, 'b'],
        ] as const) {
          const ranges = rows.flatMap(({ segments }) => segments.map((segment) => segment[side]))
          const paragraphs = versionParagraphs(whole(text)).map(({ range }) => range)
          const words = covered(
            text,
            ranges.filter(({ start, endExclusive }) => start < endExclusive),
            paragraphs,
          )
          expect(words).toEqual(paragraphs.map((range) => sliceRange(text, range)))
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('stands in reading order of the later one, with as many rows of each kind as it counts', () => {
    fc.assert(
      fc.property(anyTwo, ({ from, to }) => {
        const { rows, counts } = compared(from, to)
        const places = rows.flatMap((row) => (row.to === null ? [] : [row.to.start]))
        expect(places).toEqual([...places].sort((a, b) => a - b))
        for (const [kind, count] of Object.entries(counts))
          expect(rows.filter((row) => row.kind === kind)).toHaveLength(count)
      }),
    )
  })

  it('says the same only of words that are the same, typography aside', () => {
    fc.assert(
      fc.property(anyTwo, ({ from, to }) => {
        for (const row of compared(from, to).rows) {
          if (row.kind !== 'same' && row.kind !== 'moved') continue
          expect(row.segments.every(({ kind }) => kind === 'equal')).toBe(true)
          const words = [row.from, row.to].map((range, side) =>
            range === null ? '' : sliceRange(side === 0 ? from : to, range),
          )
          if (!row.typography) expect(words[0]).toBe(words[1])
        }
      }),
    )
  })
})

describe('one and the same text', () => {
  it('differs nowhere from itself', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          article.map((paragraphs) => paragraphs.join('\n')),
        ),
        (text) => {
          for (const row of compared(text, text).rows) expect([row.kind, row.typography]).toEqual(['same', false])
        },
      ),
      { numRuns: 500 },
    )
  })

  it('has paragraphs that moved and nothing else when they were put in another order', () => {
    const shuffled = article.chain((paragraphs) =>
      fc.shuffledSubarray(paragraphs, { minLength: paragraphs.length }).map((after) => ({ paragraphs, after })),
    )
    fc.assert(
      fc.property(shuffled, ({ paragraphs, after }) => {
        const { rows, counts } = compared(paragraphs.join('\n'), after.join('\n'))
        expect(rows).toHaveLength(paragraphs.length)
        expect(counts.same + counts.moved).toBe(paragraphs.length)
        expect(counts.moved > 0).toBe(paragraphs.join('\n') !== after.join('\n'))
      }),
    )
  })
})

describe('the heaviest rising series', () => {
  it('is as heavy as the heaviest of all that could be chosen', () => {
    const pairs = fc
      .uniqueArray(fc.nat({ max: 20 }), { maxLength: 9 })
      .chain((places) =>
        fc
          .array(fc.integer({ min: 1, max: 9 }), { minLength: places.length, maxLength: places.length })
          .map((weights) => ({ places, weights })),
      )
    fc.assert(
      fc.property(pairs, ({ places, weights }) => {
        const chosen = heaviestRising(places, weights)
        const rising = chosen.map((index) => places[index] ?? 0)
        expect(rising).toEqual([...rising].sort((a, b) => a - b))
        expect(new Set(chosen).size).toBe(chosen.length)
        const sum = chosen.reduce((all, index) => all + (weights[index] ?? 0), 0)
        expect(sum).toBe(heaviestByTrying(places, weights))
      }),
      { numRuns: 500 },
    )
  })
})

function heaviestByTrying(places: readonly number[], weights: readonly number[]): number {
  let best = 0
  for (let set = 0; set < 2 ** places.length; set += 1) {
    const chosen = places.flatMap((place, index) =>
      (set >> index) & 1 ? [{ place, weight: weights[index] ?? 0 }] : [],
    )
    const rises = chosen.every(({ place }, index) => index === 0 || (chosen[index - 1]?.place ?? 0) < place)
    if (rises)
      best = Math.max(
        best,
        chosen.reduce((sum, { weight }) => sum + weight, 0),
      )
  }
  return best
}
