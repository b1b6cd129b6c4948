import type { WorkState } from '../../core/claim/reviewRecord'

/** How the states of work are called, in the order in which a claim goes through them. */
export const WORK_WORDS: Readonly<Record<WorkState, string>> = {
  open: 'open',
  'in-progress': 'in progress',
  ready: 'ready for review',
  done: 'done',
}

/** `1 claim`, `3 claims`, `1,204 claims`. */
export function claimsInWords(number: number): string {
  return `${number.toLocaleString()} ${number === 1 ? 'claim' : 'claims'}`
}
