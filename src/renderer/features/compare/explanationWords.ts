import type { Explanation } from '../../../contract/matchingSchemas'
import { counted } from './passageWords'

type Threshold = Explanation['thresholds'][number]

/** More shared words than these tell nothing new at a glance; the rest is one press away. */
export const WORDS_SHOWN = 12

/** What the two amount to, before the thresholds one by one. */
export function outcomeWords(explanation: Explanation): string {
  const { matched, thresholds } = explanation
  const missed = thresholds.filter((one) => !one.met).length
  if (matched) return 'The matcher lists them: every threshold is passed.'
  if (missed === 0)
    return 'They pass every threshold and are still no match: what they share stands in too little order.'
  return `They are no match: ${missed} of ${counted(thresholds.length, 'threshold')} ${missed === 1 ? 'is' : 'are'} missed.`
}

/** What each threshold of the matcher counts; one that is not here is said by its own name. */
const COUNTED: Readonly<Record<string, string>> = {
  'smallest passage': 'Shared words',
  'words in a row': 'Same words in a row',
  'words not in a row': 'Shared words where they need not stand in a row',
  'share of words': 'Share of the longer side’s words',
  'weight of a short quotation': 'Weight of the words, for so short a quotation',
}
/** Thresholds that are a yes or a no, in words for either. */
const EITHER: Readonly<Record<string, readonly [met: string, missed: string]>> = {
  kinds: ['Its kind is one of those that are listed.', 'Its kind is one that the settings leave out.'],
  counterparts: [
    'Its words are not taken by other passages.',
    'Its words have their counterparts in other passages already.',
  ],
  'reached by the search': [
    'The search came upon it.',
    'Nothing is missing but that the search did not come upon it: you can add it by hand.',
  ],
}

/** A threshold in a plain sentence with its figures, and by how much it was missed. */
export function thresholdWords({ name, needed, value, met }: Threshold): string {
  const either = EITHER[name]
  if (either !== undefined) return either[met ? 0 : 1]
  const said = `${COUNTED[name] ?? capital(name)}: ${figure(value)}.`
  if (needed === 0) return `${said} Any will do.`
  const whole = Number.isInteger(needed) && Number.isInteger(value)
  const least = `At least ${figure(needed)} ${whole && needed !== 1 ? 'are' : 'is'} needed`
  if (met) return `${said} ${least}.`
  const by = figure(needed - value)
  return `${said} ${least}: ${whole ? `${by} too few` : `too low by ${by}`}.`
}

/** The words that both sides have, the heaviest first: those that rest on rare words stand out. */
export function sharedWords(explanation: Explanation): Explanation['sharedWords'] {
  return explanation.sharedWords.toSorted((p, q) => q.weight - p.weight)
}

export function runWords(explanation: Explanation): string {
  const { longestRun } = explanation
  if (longestRun === 0) return 'No word stands in both.'
  return `Longest stretch of the same words: ${counted(longestRun, 'word')}.`
}

/** Two decimals, or as many as it takes to show that it is not nothing. */
export function figure(value: number): string {
  const rounded = Math.round(value * 100) / 100
  return rounded === 0 && value !== 0 ? value.toPrecision(1) : rounded.toLocaleString('en')
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
