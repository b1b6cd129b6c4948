import { hangingOf } from './hanging'
import { reviewersOf } from './blindReview'
import type { ClaimFile } from './claimFile'
import { findOpenFile } from './claimGuard'
import { decideAll } from './verdicts'
import { refuse, type NewStamp, type ReviewOutcome } from './reviewAction'
import type { ReviewRecords } from './recordTable'
import type { Adjudication, Decision, DisagreementCause, Evidence, Reviewer, Verdict } from './reviewRecord'

export const DISAGREEMENT_HINTS = ['other-evidence', 'verified-disputed', 'decided-unverified'] as const
/**
 * What kind of disagreement it looks like, before anybody judged it. other-evidence: evidence was added between the
 * decisions, so that not all reviewers had it; verified-disputed: they decided against each other; decided-unverified: one
 * left open what another decided.
 */
export type DisagreementHint = (typeof DISAGREEMENT_HINTS)[number]

/** What a disagreement looks like from the decisions and the evidence alone. */
export function hintOf(decisions: readonly Decision[], evidence: readonly Evidence[]): DisagreementHint {
  const times = decisions.map(({ at }) => at).sort()
  const [first, last] = [times[0] ?? '', times.at(-1) ?? '']
  if (evidence.some(({ createdAt }) => createdAt > first && createdAt <= last)) return 'other-evidence'
  return decisions.some(({ verdict }) => verdict === 'unverified') ? 'decided-unverified' : 'verified-disputed'
}

/**
 * Settles a disagreement: one decision with its reason, and an adjudication that says which decisions it settles and why
 * they differed. Fails as a verdict does, and with NO_DISAGREEMENT. `visible` is what the one who adjudicates may see:
 * nobody settles what is hidden from them.
 */
export function adjudicate(
  visible: ReviewRecords,
  input: {
    readonly claimId: string
    readonly verdict: Verdict
    readonly verdictNameId: string | null
    readonly cause: DisagreementCause
    readonly reason: string
  },
  stamp: NewStamp,
): ReviewOutcome {
  const { claimId, cause } = input
  const file = findOpenFile(hangingOf(visible), claimId)
  if (!file.ok) return file
  const { disagreement, opinions } = file.value
  if (disagreement === null)
    return refuse(
      'NO_DISAGREEMENT',
      'There is nothing to adjudicate: no two verdicts on this claim that you can see differ.',
    )
  const decided = decideAll(visible, { ...input, claims: [{ claimId, decisionId: stamp.id }] }, stamp)
  if (!decided.ok) return decided
  const after: Adjudication = {
    id: stamp.id,
    claimId,
    decisionIds: [...new Set([...opinions, ...disagreement].map(({ id }) => id))].sort(),
    cause,
  }
  return {
    ok: true,
    value: {
      ...decided.value,
      label: 'adjudicate a claim',
      changes: [...decided.value.changes, { type: 'adjudication', id: stamp.id, before: null, after }],
    },
  }
}

/** What each reviewer says of each claim, as the measures of agreement want it. */
export function ratingsOf(files: Iterable<ClaimFile>): readonly ReadonlyMap<string, Verdict>[] {
  return Array.from(files, ({ opinions }) => new Map(opinions.map(({ by, verdict }) => [by.id, verdict])))
}

/** Everyone who has an opinion on a claim, by id, and on how many. */
export function decidersOf(files: Iterable<ClaimFile>): readonly (Reviewer & { readonly decided: number })[] {
  const opinions = Array.from(files, (file) => file.opinions).flat()
  const counts = new Map<string, number>()
  for (const { by } of opinions) counts.set(by.id, (counts.get(by.id) ?? 0) + 1)
  return reviewersOf(opinions).map((reviewer) => ({ ...reviewer, decided: counts.get(reviewer.id) ?? 0 }))
}

/**
 * How many opinions on a claim were another verdict before somebody else's stood there: what agreement counts is each
 * reviewer's latest word, and these may have been given in sight of the others.
 */
export function revisedOpinions({ history, opinions }: ClaimFile): number {
  return opinions.filter((opinion) =>
    history.some(
      ({ by, verdict, at }) =>
        by.id === opinion.by.id &&
        verdict !== opinion.verdict &&
        at < opinion.at &&
        history.some((other) => other.by.id !== opinion.by.id && other.at < opinion.at),
    ),
  ).length
}
