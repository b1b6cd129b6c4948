import { assert } from '../assert'
import { success } from '../result'
import { findRecord, listRecords, type ReviewRecords } from './recordTable'
import { refuse, type NewStamp, type ReviewOutcome } from './reviewAction'
import type { MatchDecision, MatchDecisionKind, PairCitation } from './reviewRecord'
import { sameValue } from './sameValue'

// What a reviewer decides about matched passages, as changes. As in reviewChanges, no clock.

type Counts = {
  readonly removed: readonly [number, number]
  readonly added: readonly [number, number]
  readonly words: string
}

/** How many pairs each kind of decision takes away and puts in, from and to. */
const COUNTS: Readonly<Record<MatchDecisionKind, Counts>> = {
  reject: { removed: [1, 1], added: [0, 0], words: 'Rejecting takes one match away and adds none.' },
  add: { removed: [0, 0], added: [1, 1], words: 'Adding adds one match and takes none away.' },
  split: { removed: [1, 1], added: [2, Infinity], words: 'Splitting makes two or more matches of one.' },
  join: { removed: [2, Infinity], added: [1, 1], words: 'Joining makes one match of two or more.' },
}

const LABELS: Readonly<Record<MatchDecisionKind, string>> = {
  reject: 'reject a match',
  add: 'add a match',
  split: 'split a match',
  join: 'join matches',
}

/**
 * Decides about matched passages of two sources. Fails with BAD_INPUT (numbers of pairs that do not fit the kind of decision,
 * pairs of other sources or within one) or SOURCE_UNKNOWN.
 */
export function decideMatch(
  records: ReviewRecords,
  input: Pick<MatchDecision, 'what' | 'removed' | 'added'>,
  stamp: NewStamp,
): ReviewOutcome {
  assert(findRecord(records, 'matchDecision', stamp.id) === null, `a match decision ${stamp.id} is already there`)
  const { what, removed, added } = input
  const counts = COUNTS[what]
  if (!within(removed.length, counts.removed) || !within(added.length, counts.added))
    return refuse('BAD_INPUT', counts.words)
  const pairs = [...removed, ...added]
  for (const id of pairs.flatMap(({ a, b }) => [a.sourceId, b.sourceId])) {
    if (findRecord(records, 'source', id) === null)
      return refuse('SOURCE_UNKNOWN', `The cited source ${id} is not in this corpus.`)
  }
  if (pairs.some(({ a, b }) => a.sourceId === b.sourceId))
    return refuse('BAD_INPUT', 'A match joins passages of two sources, not of one.')
  if (new Set(pairs.map(sourcesKey)).size > 1)
    return refuse('BAD_INPUT', 'A decision is about the matches of the same two sources.')
  const after: MatchDecision = { id: stamp.id, what, removed, added, at: stamp.at, by: stamp.by }
  const changes = [{ type: 'matchDecision', id: stamp.id, before: null, after }] as const
  return success({ label: LABELS[what], changes, undoable: true })
}

/** The decision of the same kind about the same pairs that stands already; null when none does. */
export function standingDecision(
  records: ReviewRecords,
  { what, removed, added }: Pick<MatchDecision, 'what' | 'removed' | 'added'>,
): MatchDecision | null {
  const same = (one: MatchDecision) =>
    one.what === what && sameValue(one.removed, removed) && sameValue(one.added, added)
  return listRecords(records, 'matchDecision').find(same) ?? null
}

/** Takes a decision back, whenever it was made. Fails with DECISION_UNKNOWN. */
export function withdrawMatch(records: ReviewRecords, input: { readonly decisionId: string }): ReviewOutcome {
  const before = findRecord(records, 'matchDecision', input.decisionId)
  if (before === null)
    return refuse('DECISION_UNKNOWN', `There is no decision ${input.decisionId}: it may have been withdrawn.`)
  const changes = [{ type: 'matchDecision', id: before.id, before, after: null }] as const
  return success({ label: 'withdraw a decision about a match', changes, undoable: true })
}

function within(count: number, [least, most]: readonly [number, number]): boolean {
  return count >= least && count <= most
}

/** The same for the same two sources, whichever is `a`. Ids hold no space. */
function sourcesKey({ a, b }: PairCitation): string {
  return [a.sourceId, b.sourceId].sort().join(' ')
}
