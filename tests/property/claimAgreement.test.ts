import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cohensKappa, krippendorffsAlpha, percentAgreement, type Ratings } from '../../src/core/claim/agreement'

// Names of raters and values are text of any kind: astral, combining, right to left, with spaces that do not break.
const VALUES = ['verified', '𝐧o', 'é', 'אמת'] as const
const RATERS = ['ada', 'be\u0301n', '🦉', 'נועה', 'a\u00a0b'] as const

const unit: fc.Arbitrary<Ratings<string>> = fc
  .array(fc.option(fc.constantFrom(...VALUES), { freq: 3 }), { minLength: RATERS.length, maxLength: RATERS.length })
  .map((row) => new Map(row.flatMap((value, at) => (value === null ? [] : [[RATERS[at] ?? '', value] as const]))))
const units = fc.array(unit, { maxLength: 30 })

function rename(given: readonly Ratings<string>[], names: ReadonlyMap<string, string>): Ratings<string>[] {
  return given.map((one) => new Map([...one].map(([rater, value]) => [names.get(rater) ?? rater, value])))
}

function sameNumber(a: number | null, b: number | null): void {
  if (a === null || b === null) expect(a).toBe(b)
  else expect(a).toBeCloseTo(b, 9)
}

describe('agreement', () => {
  it('does not depend on who is who, on the order of units or on what the values are called', () => {
    fc.assert(
      fc.property(
        units,
        fc.shuffledSubarray([...RATERS], { minLength: 5 }),
        fc.shuffledSubarray([...VALUES], { minLength: 4 }),
        (given, raters, values) => {
          const renamed = rename(given, new Map(RATERS.map((rater, at) => [rater, raters[at] ?? rater])))
          const words = new Map<string, string>(VALUES.map((value, at) => [value, values[at] ?? value]))
          const relabelled = renamed
            .toReversed()
            .map((one) => new Map([...one].map(([rater, value]) => [rater, words.get(value) ?? value])))
          const alpha = krippendorffsAlpha(given, VALUES)
          const again = krippendorffsAlpha(relabelled, values)
          sameNumber(alpha.value, again.value)
          expect([again.why, again.units, again.ratings]).toEqual([alpha.why, alpha.units, alpha.ratings])
          expect(percentAgreement(relabelled)).toEqual(percentAgreement(given))
          sameNumber(
            cohensKappa(given, ['ada', '🦉'], VALUES).value,
            cohensKappa(rename(given, new Map()), ['🦉', 'ada'], VALUES).value,
          )
        },
      ),
    )
  })

  it('is complete when all say the same of each unit, and values differ between units', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...VALUES), { minLength: 2, maxLength: 30 }), (said) => {
        const given = said.map((value) => new Map(RATERS.map((rater) => [rater, value])))
        const varied = new Set(said).size > 1
        expect(krippendorffsAlpha(given, VALUES).value).toBe(varied ? 1 : null)
        expect(cohensKappa(given, ['ada', '🦉'], VALUES).value).toBe(varied ? 1 : null)
        expect(percentAgreement(given).share).toBe(1)
      }),
    )
  })

  it('never exceeds 1, and its tables hold every rating that counts', () => {
    fc.assert(
      fc.property(units, (given) => {
        const alpha = krippendorffsAlpha(given, VALUES)
        const kappa = cohensKappa(given, ['ada', '🦉'], VALUES)
        for (const { value } of [alpha, kappa]) expect(value ?? 1).toBeLessThanOrEqual(1 + 1e-12)
        expect(kappa.value ?? 0).toBeGreaterThanOrEqual(-1 - 1e-12)
        expect(alpha.table.counts.flat().reduce((sum, count) => sum + count, 0)).toBeCloseTo(alpha.ratings, 9)
        expect(kappa.table.counts.flat().reduce((sum, count) => sum + count, 0)).toBe(kappa.units)
        expect(alpha.table.counts).toEqual(alpha.table.counts.map((_, at) => alpha.table.counts.map((row) => row[at])))
      }),
    )
  })

  it('is 0 where each value meets each other as often as chance has it', () => {
    const crossed = VALUES.flatMap((a) =>
      VALUES.map(
        (b) =>
          new Map<string, string>([
            ['ada', a],
            ['🦉', b],
          ]),
      ),
    )
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (times) => {
        const given = Array.from({ length: times }, () => crossed).flat()
        expect(cohensKappa(given, ['ada', '🦉'], VALUES).value).toBeCloseTo(0, 12)
        // Alpha allows for small samples: it is a little above 0, less so the more there are.
        expect(krippendorffsAlpha(given, VALUES).value ?? 1).toBeCloseTo(1 / (2 * given.length), 12)
      }),
    )
  })
})
