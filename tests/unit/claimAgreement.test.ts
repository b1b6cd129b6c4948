import { describe, expect, it } from 'vitest'
import {
  cohensKappa,
  krippendorffsAlpha,
  percentAgreement,
  type CountTable,
  type Ratings,
} from '../../src/core/claim/agreement'

/** A line for each rater, a column for each unit; a dot where there is no rating. */
function ratings(...lines: readonly string[]): Ratings<string>[] {
  const rows = lines.map((line) => line.split(' '))
  return (rows[0] ?? []).map(
    (_, unit) =>
      new Map(
        rows.flatMap((row, rater) => {
          const value = row[unit] ?? '.'
          return value === '.' ? [] : [[`rater ${rater}`, value] as const]
        }),
      ),
  )
}

/** As many units as the table counts, rated by two. */
function unitsOf({ values, counts }: CountTable<string>): Ratings<string>[] {
  return counts.flatMap((row, down) =>
    row.flatMap((count, across) =>
      Array.from(
        { length: count },
        () =>
          new Map([
            ['a', values[down] ?? ''],
            ['b', values[across] ?? ''],
          ]),
      ),
    ),
  )
}

// Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), parts A, B and C.
const BINARY = ratings('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0')
const NOMINAL = ratings('a a b b d c c c e d d a', 'b a b b b c c c e d d d')
const FOUR_OBSERVERS = ratings(
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
)

describe('Krippendorff’s alpha', () => {
  it('is what its author computes by hand for two observers of two values, and of five', () => {
    expect(krippendorffsAlpha(BINARY, ['0', '1']).value).toBeCloseTo(0.095, 3)
    expect(krippendorffsAlpha(NOMINAL, ['a', 'b', 'c', 'd', 'e']).value).toBeCloseTo(0.692, 3)
  })

  it('is what its author computes for four observers who left ratings out, with the same coincidences', () => {
    const alpha = krippendorffsAlpha(FOUR_OBSERVERS, ['1', '2', '3', '4', '5'])
    expect(alpha.value).toBeCloseTo(0.743, 3)
    // The last unit has one rating, which pairs with nothing.
    expect(alpha).toMatchObject({ units: 11, ratings: 40 })
    const third = 1 / 3
    const expected = [
      [7, 4 * third, third, third, 0],
      [4 * third, 10, 4 * third, third, 0],
      [third, 4 * third, 8, third, 0],
      [third, third, third, 4, 0],
      [0, 0, 0, 0, 3],
    ]
    expect(alpha.table.counts.map((row) => row.map((count) => count.toFixed(9)))).toEqual(
      expected.map((row) => row.map((count) => count.toFixed(9))),
    )
  })

  it('is not there where nothing can be paired, or only one value was ever given', () => {
    expect(krippendorffsAlpha(ratings('1 .', '. 2'), ['1', '2'])).toMatchObject({ value: null, why: 'no-overlap' })
    expect(krippendorffsAlpha(ratings('1 1', '1 1'), ['1', '2'])).toMatchObject({ value: null, why: 'no-variation' })
    expect(krippendorffsAlpha([], ['1', '2'])).toMatchObject({ value: null, why: 'no-overlap', units: 0, ratings: 0 })
  })
})

describe('Cohen’s kappa', () => {
  it('is 0.4 for the textbook table of 50 proposals, 35 of them judged alike where chance gives 25', () => {
    const table = {
      values: ['yes', 'no'],
      counts: [
        [20, 5],
        [10, 15],
      ],
    }
    const kappa = cohensKappa(unitsOf(table), ['a', 'b'], table.values)
    expect(kappa).toMatchObject({ units: 50, observed: 0.7, expected: 0.5, table })
    expect(kappa.value).toBeCloseTo(0.4, 12)
  })

  it('is 0.21 for two doctors and 20 patients of whom they judge 14 alike', () => {
    const table = {
      values: ['yes', 'no'],
      counts: [
        [12, 2],
        [4, 2],
      ],
    }
    const kappa = cohensKappa(unitsOf(table), ['a', 'b'], table.values)
    expect(kappa.expected).toBeCloseTo(0.62, 12)
    expect(kappa.value).toBeCloseTo(0.08 / 0.38, 12)
  })

  it('counts only what both rated', () => {
    const units = [...ratings('yes no .', 'yes . no'), ...ratings('yes no', 'no no')]
    expect(cohensKappa(units, ['rater 0', 'rater 1'], ['yes', 'no'])).toMatchObject({ units: 3 })
  })

  it('is not there where they rated nothing in common, or where both only ever gave one and the same value', () => {
    const raters = ['rater 0', 'rater 1'] as const
    expect(cohensKappa(ratings('1 .', '. 2'), raters, ['1', '2'])).toMatchObject({ value: null, why: 'no-overlap' })
    expect(cohensKappa(ratings('1 1 1', '1 1 1'), raters, ['1', '2'])).toMatchObject({
      value: null,
      why: 'no-variation',
      observed: 1,
    })
    expect(cohensKappa(ratings('1 1 1', '2 2 2'), raters, ['1', '2'])).toMatchObject({ value: 0, observed: 0 })
  })
})

describe('the share of agreeing pairs', () => {
  it('counts each pair of ratings of a unit once, and leaves out what one alone rated', () => {
    expect(percentAgreement(ratings('1 1 1 .', '1 2 1 2', '1 2 . .'))).toEqual({
      units: 3,
      ratings: 8,
      pairs: 7,
      agreeing: 5,
      share: 5 / 7,
    })
    expect(percentAgreement(ratings('1', '.'))).toEqual({ units: 0, ratings: 0, pairs: 0, agreeing: 0, share: null })
  })
})
