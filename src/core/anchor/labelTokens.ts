import type { ChangeClass } from './anchor'
import { QUOTATION_KEY } from './anchorKey'
import * as words from './changeWords'

/** Words, at most, that name a speaker before or behind `said`. */
export const SPEAKER_WORDS = 4

const WORD = /[\p{L}\p{N}]/u
const BEGINS_WITH_DIGIT = /^\p{N}/u
const CLOCK = /^\d{1,2}[:.]\d{2}(?:[:.]\d{2})?$/u
const YEAR = /^(?:1[5-9]|20|21)\d\d(?:s|'s)?$/u
const CAPITAL = /^\p{Lu}/u
const ENDS_SENTENCE = /^[.!?:\u2026]$/u
const POSSESSIVE = /(?<=\p{L}{2})'s$/u
const NOT = /n't$/u
const PICTURE = /\p{Extended_Pictographic}/u

/** What each word or mark is, so far as it decides the class of a difference; `knows` tells that the text has a word. */
export function labelTokens(keys: readonly string[], knows: (word: string) => boolean): ChangeClass[] {
  const lower = keys.map((key) => key.toLowerCase())
  const labels = keys.map((key, at) => labelAlone(key, at, lower, keys))
  keys.forEach((key, at) => {
    if (labels[at] === 'number') labels[at] = numberClass(at, lower, labels)
    if (labels[at] === 'wording' && isName(key, at, keys, knows)) labels[at] = 'name'
  })
  labelAmounts(lower, labels)
  lower.forEach((word, at) => {
    if (words.CUES.has(word)) labelSpeaker(at, lower, labels)
    if (word === 'according' && lower[at + 1] === 'to') labelOnward(at + 2, lower, labels)
  })
  return labels
}

function labelAlone(key: string, at: number, lower: readonly string[], keys: readonly string[]): ChangeClass {
  const word = (lower[at] ?? '').replace(POSSESSIVE, '')
  const before = lower[at - 1] ?? ''
  if (key === QUOTATION_KEY) return 'quotation'
  if (words.CURRENCY_SIGNS.has(key) || words.CURRENCIES.has(word)) return 'amount'
  if (words.NEGATIONS.has(word) || NOT.test(word)) return 'negation'
  if (words.TIME_WORDS.has(word)) return 'time'
  if (words.DAYS.has(word) || words.NEAR_DAYS.has(word) || isMonth(key, at, lower, keys)) return 'date'
  if (BEGINS_WITH_DIGIT.test(key) || words.NUMBER_WORDS.has(word)) return 'number'
  if (words.UNITS.has(word)) return 'unit'
  if (words.MODALS.has(word)) return 'modal'
  if (words.HEDGES.has(word) || (words.BOUNDS.has(word) && before === 'at')) return 'hedge'
  if (word === 'up' && lower[at + 1] === 'to') return 'hedge'
  return WORD.test(key) || PICTURE.test(key) ? 'wording' : 'punctuation'
}

function isMonth(key: string, at: number, lower: readonly string[], keys: readonly string[]): boolean {
  const word = lower[at] ?? ''
  if (!words.MONTHS.has(word) || !CAPITAL.test(key)) return false
  const besides = [lower[at - 1] ?? '', lower[at + 1] ?? '']
  if (besides.some((beside) => BEGINS_WITH_DIGIT.test(beside)) || words.BEFORE_MONTHS.has(besides[0] ?? '')) return true
  // June Abara is no month, and neither is `May` without anything that says so.
  return !words.DOUBTFUL_MONTHS.has(word) && !CAPITAL.test(keys[at + 1] ?? '')
}

function numberClass(at: number, lower: readonly string[], labels: readonly ChangeClass[]): ChangeClass {
  const word = lower[at] ?? ''
  const next = lower[at + 1] ?? ''
  if (words.TIME_WORDS.has(next) || (CLOCK.test(word) && word.includes(':'))) return 'time'
  if (words.TIME_WORDS.has(lower[at + 2] ?? '') && next === '-') return 'time'
  const afterMonth = labels[at - 1] === 'date' && words.MONTHS.has(lower[at - 1] ?? '')
  if (afterMonth || words.MONTHS.has(next) || (next === 'of' && words.MONTHS.has(lower[at + 2] ?? ''))) {
    return labels[at - 1] === 'date' || labels[at + 1] === 'date' || labels[at + 2] === 'date' ? 'date' : 'number'
  }
  if (YEAR.test(word) && !words.UNITS.has(next) && !words.CURRENCIES.has(next)) {
    return words.CURRENCY_SIGNS.has(lower[at - 1] ?? '') ? 'amount' : isYear(at, lower, labels) ? 'date' : 'number'
  }
  return 'number'
}

/** A year stands after a month, a word of time, or alone: not before what it would count. */
function isYear(at: number, lower: readonly string[], labels: readonly ChangeClass[]): boolean {
  const before = lower[at - 1] ?? ''
  if (labels[at - 1] === 'date' || labels[at - 2] === 'date' || words.BEFORE_MONTHS.has(before)) return true
  const next = lower[at + 1]
  return next === undefined || !WORD.test(next)
}

/** Numbers with a currency before or behind, and the words of size between them, are amounts. */
function labelAmounts(lower: readonly string[], labels: ChangeClass[]): void {
  lower.forEach((word, at) => {
    if (words.CURRENCY_SIGNS.has(word)) {
      for (let next = at + 1; next <= at + 2; next++) {
        const isPart = next === at + 1 ? labels[next] === 'number' : words.SCALES.has(lower[next] ?? '')
        if (isPart) labels[next] = 'amount'
      }
    }
    if (words.CURRENCIES.has(word)) {
      for (let back = at - 1; back >= at - 4 && (labels[back] === 'number' || lower[back] === '-'); back--) {
        labels[back] = 'amount'
      }
    }
  })
}

function isName(key: string, at: number, keys: readonly string[], knows: (word: string) => boolean): boolean {
  if (!CAPITAL.test(key) || key === 'I' || key.startsWith("I'")) return false
  const before = keys[at - 1]
  const begins = before === undefined || ENDS_SENTENCE.test(before) || before === QUOTATION_KEY
  const lower = key.toLowerCase()
  if (!begins) return !words.STARTERS.has(lower)
  return !words.STARTERS.has(lower) && !words.CUES.has(lower) && !knows(lower)
}

function labelSpeaker(cue: number, lower: readonly string[], labels: ChangeClass[]): void {
  let back = cue - 1
  while (words.BESIDE_CUES.has(lower[back] ?? '') || isSetApart(labels[back])) back--
  // “…,” said the mayor: the speaker stands behind the verb.
  if (lower[back] === QUOTATION_KEY) return labelOnward(cue + 1, lower, labels)
  // The mayor, Greta Lind, said: office and name are both the speaker.
  if (lower[back] === ',') back = labelBackward(back - 1, lower, labels)
  if (lower[back] === ',') back--
  labelBackward(back, lower, labels)
}

/** Labels up to SPEAKER_WORDS words, going back; the place before them. */
function labelBackward(from: number, lower: readonly string[], labels: ChangeClass[]): number {
  let at = from
  while (from - at < SPEAKER_WORDS && isSpeakerWord(at, lower, labels)) labels[at--] = 'speaker'
  return at
}

function labelOnward(from: number, lower: readonly string[], labels: ChangeClass[]): void {
  for (let at = from; at < from + SPEAKER_WORDS && isSpeakerWord(at, lower, labels); at++) labels[at] = 'speaker'
}

function isSetApart(label: ChangeClass | undefined): boolean {
  return label === 'negation' || label === 'modal' || label === 'hedge'
}

function isSpeakerWord(at: number, lower: readonly string[], labels: readonly ChangeClass[]): boolean {
  const label = labels[at]
  if (label !== 'wording' && label !== 'name' && label !== 'speaker') return false
  return !words.BEFORE_SPEAKERS.has(lower[at] ?? '') && !words.CUES.has(lower[at] ?? '')
}
