import type { Explanation } from '../../../contract/matchingSchemas'
import { counted } from './passageWords'

type Threshold = Explanation['thresholds'][number]

/** More shared words than these tell nothing new at a glance; the rest is one press away. */
export const WORDS_SHOWN = 12

/** What the two amount to, before the thresholds one by one. */
export function outcomeWords(explanation: Explanation): string {
  const { matched, thresholds } = explanation
  const missed = thresholds.filter((one) => !one.met).length
  if (matched) return 'Taken by themselves they are a match: every threshold is passed.'
  if (missed === 0)
    return 'They pass every threshold and are still no match: what they share stands in too little order.'
  return `They are no match: ${missed} of ${counted(thresholds.length, 'threshold')} ${missed === 1 ? 'is' : 'are'} missed.`
}

/** A threshold in a plain sentence with its figures, and by how much it was missed. */
export function thresholdWords({ name, needed, value, met }: Threshold): string {
  const said = `${capital(name)}: ${figure(value)}.`
  const least = met ? value >= needed : value < needed
  if (least && needed === 0) return `${said} Any will do.`
  const limit = least ? `At least ${figure(needed)}` : `At most ${figure(needed)}`
  const whole = Number.isInteger(needed) && Number.isInteger(value)
  const verb = whole && needed !== 1 ? 'are' : 'is'
  if (met) return `${said} ${limit} ${verb} ${least ? 'needed' : 'allowed'}.`
  const by = figure(Math.abs(needed - value))
  const short = whole ? `${by} too ${least ? 'few' : 'many'}` : `too ${least ? 'low' : 'high'} by ${by}`
  return `${said} ${limit} ${verb} ${least ? 'needed' : 'allowed'}: ${short}.`
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
