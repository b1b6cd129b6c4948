/**
 * What reviewers said about one claim, or any other unit: a value for each of them who said anything. Who said nothing
 * is not in it.
 */
export type Ratings<V extends string> = ReadonlyMap<string, V>

/** How often values were given together: `counts[i][j]` of `values[i]` with `values[j]`. */
export type CountTable<V extends string> = {
  readonly values: readonly V[]
  readonly counts: readonly (readonly number[])[]
}

export type NoCoefficient = 'no-overlap' | 'no-variation'
/**
 * A coefficient from -1 (or lower) to 1, 0 being what chance alone would give; or null, and why there is none:
 * `no-overlap` when no unit has two ratings, `no-variation` when only one value was ever given, so that chance alone
 * would agree as well.
 */
export type Coefficient =
  { readonly value: number; readonly why: null } | { readonly value: null; readonly why: NoCoefficient }

/** Pairs of ratings of one unit by two raters, and how many of them are the same. */
export type PercentAgreement = {
  /** Units with two ratings or more: the others cannot agree or differ. */
  readonly units: number
  /** Ratings of those units. */
  readonly ratings: number
  readonly pairs: number
  readonly agreeing: number
  /** From 0 to 1; null when there is no pair. */
  readonly share: number | null
}

/** How many of the pairs of ratings agree. Linear in the ratings and values. */
export function percentAgreement<V extends string>(units: readonly Ratings<V>[]): PercentAgreement {
  const sum = { units: 0, ratings: 0, pairs: 0, agreeing: 0 }
  for (const unit of units) {
    if (unit.size < 2) continue
    sum.units += 1
    sum.ratings += unit.size
    sum.pairs += pairsOf(unit.size)
    for (const times of tally(unit.values()).values()) sum.agreeing += pairsOf(times)
  }
  return { ...sum, share: sum.pairs === 0 ? null : sum.agreeing / sum.pairs }
}

export type Kappa<V extends string> = Coefficient & {
  /** Units that both rated. */
  readonly units: number
  /** Share of them on which both said the same; null without a unit. */
  readonly observed: number | null
  /** The share that two raters who use each value as often as these do would agree on by chance; null without a unit. */
  readonly expected: number | null
  /** The first rater's values down, the second's across, in the order of `values`. */
  readonly table: CountTable<V>
}

/**
 * Cohen's kappa of two raters over the units that both rated: (observed - expected) / (1 - expected).
 * Source: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960).
 */
export function cohensKappa<V extends string>(
  units: readonly Ratings<V>[],
  raters: readonly [string, string],
  values: readonly V[],
): Kappa<V> {
  const place = placesOf(values)
  const counts = emptyCounts(values.length)
  let total = 0
  for (const unit of units) {
    const down = placeOf(place, unit.get(raters[0]))
    const across = placeOf(place, unit.get(raters[1]))
    if (down === null || across === null) continue
    add(counts, down, across, 1)
    total += 1
  }
  const table = { values, counts }
  if (total === 0) return { value: null, why: 'no-overlap', units: 0, observed: null, expected: null, table }
  const same = sum(values.map((_, at) => cell(counts, at, at)))
  const byChance = sum(values.map((_, at) => sum(counts[at] ?? []) * sum(counts.map((row) => row[at] ?? 0))))
  const shares = { units: total, observed: same / total, expected: byChance / total ** 2, table }
  // Compared as whole numbers, since a quotient may miss 1 by a rounding.
  if (byChance === total ** 2) return { value: null, why: 'no-variation', ...shares }
  return { value: (same * total - byChance) / (total ** 2 - byChance), why: null, ...shares }
}

export type Alpha<V extends string> = Coefficient & {
  /** Units with two ratings or more. */
  readonly units: number
  /** Ratings of those units: what can be paired. */
  readonly ratings: number
  /** Share of values that meet another one within their unit; null without a unit. */
  readonly observedDisagreement: number | null
  /** The same if all ratings were mixed; null without a unit. */
  readonly expectedDisagreement: number | null
  /** The matrix of coincidences: symmetric, its sum is `ratings`; a unit of m ratings gives each ordered pair 1 / (m - 1). */
  readonly table: CountTable<V>
}

/**
 * Krippendorff's alpha for nominal values, any number of raters and missing ratings: 1 - observed / expected disagreement.
 * Units with fewer than two ratings do not count. Linear in units times values squared.
 * Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), part C.
 */
export function krippendorffsAlpha<V extends string>(units: readonly Ratings<V>[], values: readonly V[]): Alpha<V> {
  const place = placesOf(values)
  const counts = emptyCounts(values.length)
  const each = values.map(() => 0)
  const number = { units: 0, ratings: 0 }
  for (const unit of units) {
    if (unit.size < 2) continue
    number.units += 1
    number.ratings += unit.size
    const times = [...tally(unit.values())].map(([value, count]) => ({ at: placeOf(place, value) ?? 0, count }))
    for (const one of times) {
      each[one.at] = (each[one.at] ?? 0) + one.count
      for (const other of times) {
        const pairs = one.count * (one === other ? other.count - 1 : other.count)
        add(counts, one.at, other.at, pairs / (unit.size - 1))
      }
    }
  }
  const table = { values, counts }
  const n = number.ratings
  if (n === 0)
    return { value: null, why: 'no-overlap', ...number, observedDisagreement: null, expectedDisagreement: null, table }
  const differing = sum(counts.map((row, down) => sum(row.filter((_, across) => across !== down))))
  const mixed = n ** 2 - sum(each.map((count) => count ** 2))
  const shares = { ...number, observedDisagreement: differing / n, expectedDisagreement: mixed / (n * (n - 1)), table }
  if (mixed === 0) return { value: null, why: 'no-variation', ...shares }
  return { value: 1 - ((n - 1) * differing) / mixed, why: null, ...shares }
}

function pairsOf(count: number): number {
  return (count * (count - 1)) / 2
}

function tally<V>(values: Iterable<V>): ReadonlyMap<V, number> {
  const counts = new Map<V, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

function placesOf<V extends string>(values: readonly V[]): ReadonlyMap<V, number> {
  return new Map(values.map((value, at) => [value, at]))
}

function placeOf<V>(places: ReadonlyMap<V, number>, value: V | undefined): number | null {
  return value === undefined ? null : (places.get(value) ?? null)
}

function emptyCounts(size: number): number[][] {
  return Array.from({ length: size }, () => Array.from({ length: size }, () => 0))
}

function add(counts: number[][], down: number, across: number, count: number): void {
  const row = counts[down]
  if (row !== undefined) row[across] = (row[across] ?? 0) + count
}

function cell(counts: readonly (readonly number[])[], down: number, across: number): number {
  return counts[down]?.[across] ?? 0
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
