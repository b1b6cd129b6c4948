import { describe, expect, it } from 'vitest'
import { sliceRange } from '../../src/core/text/textRange'
import { generatedProse, makePair, type Shape } from '../bench/benchTexts'
import { drawChart } from '../bench/chart'
import { readPlan } from '../bench/plan'
import { judge } from '../bench/stretches'
import { SUBJECTS } from '../bench/subjects'

const range = (start: number, endExclusive: number) => ({ start, endExclusive })
const pairOf = (shape: Shape) => makePair(generatedProse(3), shape, 600, 3)!

describe('the texts that are measured on', () => {
  it('share whole passages in the opposite order', () => {
    const { a, b, planted } = pairOf('shared')
    expect(planted.length).toBeGreaterThan(1)
    for (const both of planted) expect(sliceRange(a, both.a)).toBe(sliceRange(b, both.b))
    expect(planted.map((both) => both.b.start)).toEqual(
      planted.map((both) => both.b.start).sort((one, two) => two - one),
    )
  })

  it('are copied lightly edited, paragraph by paragraph', () => {
    const { a, b, planted } = pairOf('edited')
    expect(planted.at(-1)!.a.endExclusive).toBe(a.length)
    expect(planted.at(-1)!.b.endExclusive).toBe(b.length)
    const same = planted.filter((both) => sliceRange(a, both.a) === sliceRange(b, both.b))
    expect(same.length).toBeGreaterThan(0)
    expect(same.length).toBeLessThan(planted.length)
  })
})

describe('what a program finds', () => {
  const pair = { a: 'x'.repeat(100), b: 'x'.repeat(100), planted: [{ a: range(0, 50), b: range(50, 100) }] }

  it('is the share of the planted characters that it pairs with the right place', () => {
    expect(judge([{ a: range(0, 25), b: range(50, 75) }], pair)).toEqual({ found: 0.5, astray: 0 })
    expect(judge([{ a: range(0, 50), b: range(50, 100) }], pair)).toEqual({ found: 1, astray: 0 })
  })

  it('goes astray when the other place is a wrong one', () => {
    expect(judge([{ a: range(0, 50), b: range(0, 50) }], pair)).toEqual({ found: 0, astray: 0.5 })
  })

  it('is nothing where only a few characters are lined up', () => {
    expect(judge([{ a: range(0, 19), b: range(50, 69) }], pair)).toEqual({ found: 0, astray: 0 })
  })

  it('is nearly all of an edited copy, for every program that lines texts up', () => {
    const copy = pairOf('edited')
    for (const { name, compare } of SUBJECTS.slice(1)) {
      const { found } = judge(compare(copy.a, copy.b)(), copy)
      expect(found, name).toBeGreaterThan(0.8)
    }
  })
})

describe('the bench', () => {
  it('says what is wrong with its arguments', () => {
    expect(readPlan(['--fast'], '/', '/')).toContain("Unknown option '--fast'")
    expect(readPlan(['--only', 'speed'], '/', '/')).toContain('--only wants pairs or corpora, not "speed".')
  })

  it('finds named files from where it was called', () => {
    expect(readPlan(['--texts', 'news', '--json', 'out.json'], '/here', '/project')).toMatchObject({
      folder: expect.stringMatching(/here.news$/) as string,
      json: expect.stringMatching(/here.out\.json$/) as string,
    })
  })

  it('draws a line for each program, and a hollow point where one was ended', () => {
    const measure = { medianMs: 5, lowerMs: 4, upperMs: 6, rounds: 3 }
    const finding = { found: 1, astray: 0 }
    const rows = SUBJECTS.flatMap(({ name: subject }, index) =>
      [1000, 10_000].map((words) => ({
        texts: 'generated' as const,
        shape: 'shared' as const,
        words,
        subject,
        skipped: false,
        outcome:
          index > 6 && words > 1000
            ? ({ kind: 'over', limitMs: 20_000 } as const)
            : ({ kind: 'pair', measure, floor: measure, finding, characters: 1 } as const),
      })),
    )
    const chart = drawChart(rows, 20_000, 'a < b')
    expect(chart).toContain('a &lt; b')
    expect(chart.match(/<circle class="hollow"/g)).toHaveLength(2)
    for (const { name } of SUBJECTS.slice(1)) expect(chart).toContain(`>${name}`)
    expect(chart).not.toMatch(/NaN|undefined|Infinity/)
  })
})
