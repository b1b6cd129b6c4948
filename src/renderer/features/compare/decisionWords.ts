import type { MatchDecisionView } from '../../../contract/schemas'

const DONE: Readonly<Record<MatchDecisionView['what'], string>> = {
  reject: 'Rejected',
  add: 'Added',
  split: 'Split',
  join: 'Joined',
}

const days = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })

/** "Rejected", "Added", "Split", "Joined". */
export function decisionName(decision: MatchDecisionView): string {
  return DONE[decision.what]
}

/** "Ada Reviewer, 3 May 2026". */
export function decidedBy(decision: MatchDecisionView): string {
  const name = decision.by.name.trim() === '' ? 'a reviewer' : decision.by.name
  return `${name}, ${days.format(new Date(decision.at))}`
}

/** As it is said beside a match: "Split by hand by Ada Reviewer, 3 May 2026". */
export function decisionWords(decision: MatchDecisionView): string {
  return `${decisionName(decision)} by hand by ${decidedBy(decision)}`
}
