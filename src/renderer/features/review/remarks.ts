import type { RemarkTarget } from '../../../core/claim/reviewRecord'
import type { ReviewState } from '../../state/review.svelte'

/** Begins a reply under a claim or note. */
export function askReply(review: ReviewState, on: RemarkTarget): void {
  review.begin({ kind: 'reply', id: `reply-${on.id}`, on: { ...on } })
}

/** What hangs on the claim or note that is chosen; null when none is, or it is gone. */
export function chosenThread(review: ReviewState): { on: RemarkTarget; replies: number; resolved: boolean } | null {
  const on = review.remarked
  const remarked = on === null ? null : on.type === 'claim' ? review.claims.get(on.id) : review.notes.get(on.id)
  if (on === null || remarked === null) return null
  return { on, replies: remarked.replies.length, resolved: remarked.resolved !== null }
}
