/** What a word may be in a number that is written with several (`twenty-one`, `1.5 million`). */
export const NUMBER_PART = {
  none: 0,
  /** A number by itself. */
  value: 1,
  /** `twenty` to `ninety`, in words. */
  tens: 2,
  /** `one` to `nine`, in words. */
  unit: 3,
  /** `hundred`, `thousand`, `million`, … */
  scale: 4,
} as const

const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
])
const NINE = 57
const NUMBER = /^\d{1,12}(?:\.\d{1,6})?$/u
const IN_WORDS = /^[a-z]+$/u

/** The NUMBER_PART that a spelling with this key may be. */
export function numberPart(folded: string, key: string): number {
  if (SCALES.has(folded)) return NUMBER_PART.scale
  // Asked of every new word, of which few begin with a digit.
  if (!(key.charCodeAt(0) <= NINE) || !NUMBER.test(key)) return NUMBER_PART.none
  if (!IN_WORDS.test(folded)) return NUMBER_PART.value
  const value = Number(key)
  if (value >= 20 && value % 10 === 0) return NUMBER_PART.tens
  return value >= 1 && value <= 9 ? NUMBER_PART.unit : NUMBER_PART.value
}

/** True when the two words, of which the second follows, may be one number; `hyphen` tells that a hyphen joins them. */
export function joinsNumber(first: number, second: number, hyphen: boolean): boolean {
  if (second === NUMBER_PART.scale) return first !== NUMBER_PART.none && first !== NUMBER_PART.scale
  return hyphen && first === NUMBER_PART.tens && second === NUMBER_PART.unit
}

/** The key of two words that are one number (`20` and `1` are `21`, `1.5` and `million` are `1500000`); null when it is no whole number. */
export function joinedNumber(firstKey: string, secondKey: string): string | null {
  const scale = SCALES.get(secondKey)
  const value = scale === undefined ? Number(firstKey) + Number(secondKey) : Number(firstKey) * scale
  const whole = Math.round(value)
  return Math.abs(value - whole) < 1e-6 && Number.isSafeInteger(whole) ? String(whole) : null
}
