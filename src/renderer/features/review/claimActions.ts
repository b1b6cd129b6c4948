import type { ClaimView } from '../../../contract/reviewSchemas'
import { WORK_STATES, type Verdict } from '../../../core/claim/reviewRecord'
import type { ClaimWork } from '../../state/claimWork.svelte'
import type { ReviewState } from '../../state/review.svelte'
import { WORK_WORDS } from '../../state/workWords'
import type { MenuEntry } from '../../ui/menuEntry'
import { nameOf } from './words'

/** The drafts of what is asked about a selection: one at a time, so that what is asked is always about what is picked now. */
const SELECTION = 'selection'

/** The states of work, the one that all these claims have marked. */
export function stateEntries(work: ClaimWork, claims: readonly ClaimView[]): readonly MenuEntry[] {
  return WORK_STATES.map((state) => ({
    id: state,
    label: WORK_WORDS[state],
    checked: claims.every((claim) => claim.work.state === state),
    run: () => void work.setState(claims, state),
  }))
}

/** Everyone who may have these claims, and nobody. */
export function assigneeEntries(work: ClaimWork, claims: readonly ClaimView[]): readonly MenuEntry[] {
  const all = (id: string | null): boolean => claims.every((claim) => (claim.work.assignee?.id ?? null) === id)
  return [
    ...work.reviewers.map((one) => ({
      id: one.id,
      label: one.id === work.me?.id ? `${nameOf(one)} (you)` : nameOf(one),
      checked: all(one.id),
      run: () => void work.assign(claims, one),
    })),
    { id: 'nobody', label: 'Nobody', checked: all(null), run: () => void work.assign(claims, null) },
  ]
}

/** Every tag; one that all these claims have is taken off, any other is put on all. */
export function tagEntries(work: ClaimWork, claims: readonly ClaimView[]): readonly MenuEntry[] {
  return work.tags.map((tag) => {
    const on = claims.every((claim) => claim.tagIds.includes(tag.id))
    const targets = claims.map(({ id }) => ({ type: 'claim' as const, id }))
    return { id: tag.id, label: tag.name, checked: on, run: () => void work.putTag(tag, targets, !on) }
  })
}

/** Asks for the reason of a verdict: of one claim in its place, of several beside the selection. */
export function askVerdict(review: ReviewState, verdict: Verdict, verdictNameId: string | null): void {
  const [only, ...more] = review.targets
  if (only === undefined) return
  if (more.length === 0) review.decide(only.id, verdict, verdictNameId)
  else review.begin({ kind: 'decisions', id: SELECTION, claimIds: idsOf(review.targets), verdict, verdictNameId })
}

/** Asks why these claims are sealed; why one that is sealed is opened again. */
export function askSeal(review: ReviewState, claims: readonly ClaimView[]): void {
  const [only, ...more] = claims
  if (only === undefined) return
  if (more.length > 0) review.begin({ kind: 'seal', id: SELECTION, claimIds: idsOf(claims) })
  else if (only.sealed === null) review.begin({ kind: 'seal', id: `seal-${only.id}`, claimIds: [only.id] })
  else review.begin({ kind: 'reopen', id: `reopen-${only.id}`, claimId: only.id })
}

/** Asks which claim the others go into, and why. */
export function askMerge(review: ReviewState, claims: readonly ClaimView[]): void {
  const [only, ...more] = claims
  if (only === undefined) return
  const [id, into] = more.length > 0 ? [SELECTION, only.id] : [`merge-${only.id}`, null]
  review.begin({ kind: 'merge', id, claimIds: idsOf(claims), into })
}

function idsOf(claims: readonly ClaimView[]): string[] {
  return claims.map((claim) => claim.id)
}

/** Asks what the new claim says, and which evidence goes with it. */
export function askSplit(review: ReviewState, claim: ClaimView): void {
  review.begin({ kind: 'split', id: `split-${claim.id}`, claimId: claim.id, evidenceIds: [] })
}
