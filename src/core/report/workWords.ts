import type { TagShape, Verdict, WorkState } from '../claim/reviewRecord'
import type {
  ReportClaim,
  ReportDecision,
  ReportMarks,
  ReportModel,
  ReportRemarks,
  ReportReply,
  ReportTag,
  ReportWork,
} from './reportModel'
import { reviewerWords, shorten } from './reportWords'

const WORK_WORDS: Readonly<Record<WorkState, string>> = {
  open: 'open',
  'in-progress': 'in progress',
  ready: 'ready for review',
  done: 'done',
}

/** A sign for each shape of tag, so that tags are told apart without colour. */
const SHAPE_SIGNS: Readonly<Record<TagShape, string>> = {
  circle: '●',
  square: '■',
  triangle: '▲',
  diamond: '◆',
  star: '★',
  hexagon: '⬢',
  cross: '✚',
  ring: '○',
}

/** `disputed`, or `disputed (Misleading)` where the corpus has a name of its own for it. */
export function verdictWords(verdict: Verdict, name: string | null): string {
  return name === null ? verdict : `${verdict} (${name})`
}

/** What is known of the work on a claim and of where it came from, as label and value; what nobody said is left out. */
export function claimFacts(claim: ReportClaim): readonly (readonly [label: string, value: string])[] {
  return [...disagreementFacts(claim), ...workFacts(claim), ...originFacts(claim), ...tagFacts(claim)]
}

/** The tags as one label and value; empty when there are none. */
export function tagFacts({ tags }: Pick<ReportRemarks, 'tags'>): readonly (readonly [label: string, value: string])[] {
  return tags.length === 0 ? [] : [['Tags', tags.map(tagWords).join(', ')]]
}

/** The corpus's own names for verdicts, each with what it counts as. */
export function verdictNameFacts({
  verdictNames,
}: Pick<ReportModel, 'verdictNames'>): readonly (readonly [label: string, value: string])[] {
  if (verdictNames.length === 0) return []
  return [['Names for verdicts', verdictNames.map(({ name, means }) => `${name} (counts as ${means})`).join(', ')]]
}

/** `◆ Call back`. */
export function tagWords({ shape, name }: ReportTag): string {
  return `${SHAPE_SIGNS[shape]} ${name}`
}

/** `ready for review, assigned to Ada`; empty when nobody said anything of it. */
export function workWords({ work }: Pick<ReportWork, 'work'>): string {
  if (work === null) return ''
  const assigned = work.assignee === null ? '' : `, assigned to ${reviewerWords(work.assignee)}`
  return `${WORK_WORDS[work.state]}${assigned}`
}

/** `by Ben, 2024-05-01T08:00:00.000Z` for each who confirmed the verdict; empty when nobody did. */
export function confirmationWords({ confirmations }: Pick<ReportWork, 'confirmations'>): string {
  return confirmations.map(({ by, at }) => `by ${reviewerWords(by)}, ${at}`).join('; ')
}

/** What is to be said of a decision or a piece of evidence beside its own words, a phrase each. */
export function markWords(marks: ReportMarks, claim: ReportClaim, kind: 'decision' | 'evidence'): readonly string[] {
  const { afterSeal, fromClaimId } = marks
  const counts = kind === 'decision' ? ', and does not count' : ''
  return [
    ...(afterSeal ? [`written while the claim was sealed, by a reviewer who had not seen that${counts}`] : []),
    ...(fromClaimId === null ? [] : [fromWords(claim, fromClaimId)]),
  ]
}

/** Who replied and when; the words of the reply stand for themselves. */
export function replyWords(reply: ReportReply, claim: ReportClaim | null): string {
  const { createdAt, createdBy, updatedAt, fromClaimId } = reply
  const edited = updatedAt === createdAt ? '' : `, last edited ${updatedAt}`
  const from = fromClaimId === null || claim === null ? '' : `, ${fromWords(claim, fromClaimId)}`
  return `${reviewerWords(createdBy)}, ${createdAt}${edited}${from}`
}

/** Whether the replies are settled, in a sentence; empty when there are none. */
export function settledWords({ replies, resolved }: ReportRemarks): string {
  if (replies.length === 0) return ''
  return resolved === null
    ? 'Nobody has settled these replies.'
    : `Settled by ${reviewerWords(resolved.by)}, ${resolved.at}.`
}

/** A decision as one line of text: `2024-05-01T08:00:00.000Z verified by Ada: reason`. */
export function decisionWords(decision: ReportDecision, claim: ReportClaim): string {
  const { at, verdict, verdictName, by, reason } = decision
  const marks = markWords(decision, claim, 'decision')
  const marked = marks.length === 0 ? '' : ` [${marks.join('; ')}]`
  return `${at} ${verdictWords(verdict, verdictName)} by ${reviewerWords(by)}${marked}: ${reason}`
}

function disagreementFacts({ disagreement }: ReportWork): readonly (readonly [string, string])[] {
  if (disagreement === null) return []
  const said = disagreement.map(({ by, verdict }) => `${reviewerWords(by)} says ${verdict}`)
  return [['Reviewers disagree', `${said.join(', ')}; until that is settled the claim counts as unverified`]]
}

function workFacts(claim: ReportClaim): readonly (readonly [string, string])[] {
  const { work, sealed } = claim
  return [
    ...(claim.confirmations.length === 0 ? [] : [['Verdict confirmed', confirmationWords(claim)] as const]),
    ...(work === null ? [] : [['Work', workWords(claim)] as const]),
    ...(sealed === null ? [] : [['Sealed', `by ${reviewerWords(sealed.by)}, ${sealed.at}: ${sealed.reason}`] as const]),
    ...(sealed === null || sealed.wordedAnew === null
      ? []
      : [['Worded anew by a reviewer who had not seen the seal', sealed.wordedAnew] as const]),
  ]
}

function originFacts({ mergedFrom, splitFrom }: ReportWork): readonly (readonly [string, string])[] {
  return [
    ...mergedFrom.map(
      ({ statement, by, at, reason }) =>
        ['Merged into this claim', `“${statement}”, by ${reviewerWords(by)}, ${at}: ${reason}`] as const,
    ),
    ...(splitFrom === null ? [] : [['Split off from', splitWords(splitFrom)] as const]),
  ]
}

function splitWords({ statement }: NonNullable<ReportWork['splitFrom']>): string {
  return statement === '' ? 'a claim that was removed since' : `“${statement}”`
}

function fromWords({ mergedFrom }: ReportClaim, fromClaimId: string): string {
  const merged = mergedFrom.find(({ claimId }) => claimId === fromClaimId)
  return `from the merged claim “${shorten(merged?.statement ?? fromClaimId)}”`
}
