import type { AgreementView } from '../../../contract/adjudicationEndpoints'
import type { DisagreementHint } from '../../../core/claim/adjudication'
import type { DisagreementCause, Verdict } from '../../../core/claim/reviewRecord'

/** From fewer claims than this, a coefficient is said to rest on little: one more claim may move it by tenths. */
export const FEW_CLAIMS = 30

/** A sign that says the same as the colour, for whoever does not see it. */
export const VERDICT_SIGNS: Readonly<Record<Verdict, string>> = { unverified: '◌', verified: '✓', disputed: '≠' }

export const HINT_WORDS: Readonly<Record<DisagreementHint, { readonly title: string; readonly meaning: string }>> = {
  'other-evidence': {
    title: 'Decided on different evidence',
    meaning: 'A passage was added between the verdicts, so not everyone had it.',
  },
  'verified-disputed': {
    title: 'Verified against disputed',
    meaning: 'They had the same evidence and decided against each other.',
  },
  'decided-unverified': {
    title: 'Decided against left unverified',
    meaning: 'They had the same evidence, and one of them found it too little.',
  },
}

export const CAUSE_WORDS: Readonly<Record<DisagreementCause, { readonly title: string; readonly meaning: string }>> = {
  'evidence-missed': { title: 'Evidence was missed', meaning: 'One did not have a passage, or overlooked it.' },
  'evidence-read-differently': { title: 'Evidence was read differently', meaning: 'The same passage, two readings.' },
  'statement-ambiguous': { title: 'The statement is ambiguous', meaning: 'It can be read in more than one way.' },
  'standard-differs': { title: 'Standards differ', meaning: 'One asks for more proof than another.' },
  mistake: { title: 'A mistake', meaning: 'One verdict was a slip.' },
  other: { title: 'Something else', meaning: 'Say in the reason what it was.' },
}

/** A reviewer who has given no name yet is still somebody. */
export function nameOf(reviewer: { readonly name: string }): string {
  return reviewer.name.trim() === '' ? 'unnamed reviewer' : reviewer.name
}

/** "Ada", "Ada and Ben", "Ada, Ben and Cy". */
export function namesOf(reviewers: readonly { readonly name: string }[]): string {
  const names = reviewers.map(nameOf)
  const last = names.at(-1) ?? 'nobody'
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

export function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString()} ${number === 1 ? one : many}`
}

/** "80 %"; whole percent, but never 0 % or 100 % for what is not quite that. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100)
  if (rounded === 100 && share < 1) return 'more than 99 %'
  if (rounded === 0 && share > 0) return 'less than 1 %'
  return `${rounded} %`
}

/** Two digits after the point, with the sign that print has: "−0.08". */
export function coefficient(value: number): string {
  const written = Math.abs(value).toFixed(2)
  return value < 0 && Number(written) > 0 ? `−${written}` : written
}

/** How far the reviewers agree, as a sentence with its counts. */
export function agreementSentence(agreement: AgreementView, reviewers: readonly { readonly name: string }[]): string {
  const { units, pairs, agreeing, share } = agreement
  if (share === null) return 'No claim has been decided by two reviewers that you can see.'
  if (reviewers.length === 2)
    return `${namesOf(reviewers)} have both decided ${count(units, 'claim', 'claims')} and agree on ${agreeing.toLocaleString()}: ${percent(share)}.`
  const verdicts = `${namesOf(reviewers)} gave ${count(agreement.ratings, 'verdict', 'verdicts')} on ${count(units, 'claim', 'claims')} that two or more of them decided`
  return `${verdicts}. Of the ${count(pairs, 'pair', 'pairs')} of verdicts on one claim, ${agreeing.toLocaleString()} are the same: ${percent(share)}.`
}

type Measured = { readonly value: number | null; readonly why: 'no-overlap' | 'no-variation' | null }

/** Why a coefficient is not there. */
export function absenceWords({ why }: Measured): string {
  return why === 'no-variation'
    ? 'only one verdict was ever given on these claims, so chance alone would agree as well'
    : 'no claim was decided by two reviewers'
}
