import type { Anchor } from '../anchor/anchor'
import { assert } from '../assert'
import { refuseWhereSealed } from './claimGuard'
import { hangingOf } from './hanging'
import { timeAfter } from './laterTime'
import { findRecord, listRecords, type ReviewRecords } from './recordTable'
import { act, refuse, type NewStamp, type ReviewOutcome } from './reviewAction'
import type { CitedPassage, Settlement, SettlementKind } from './reviewRecord'
import { byMoment } from './timeOrder'

// What reviewers decide about cited words that changed, as changes. As in reviewChanges, no clock.

/** A passage of evidence or of a note. */
export type CitationPlace = Settlement['on']

export type SettlementInput = {
  readonly on: CitationPlace
  readonly what: SettlementKind
  /** The hash of the text that was looked at. */
  readonly textHash: string
  /** What stands there: what is cited from now on, or what is not followed; null to keep words that are nowhere. */
  readonly to: Anchor | null
}

const LABELS: Readonly<Record<SettlementKind, string>> = {
  follow: 'follow cited words',
  keep: 'keep words as they were cited',
}

/**
 * Settles cited words. The evidence or note stays as it is: what it cites now is the last place that was followed, and the
 * settlements are its history. Dated after those that were there, also when a colleague's clock runs ahead.
 * Fails with EVIDENCE_UNKNOWN, NOTE_UNKNOWN, CLAIM_SEALED or BAD_INPUT (nothing to follow).
 */
export function settle(records: ReviewRecords, input: SettlementInput, stamp: NewStamp): ReviewOutcome {
  assert(findRecord(records, 'settlement', stamp.id) === null, `a settlement ${stamp.id} is already there`)
  const { on, what, textHash, to } = input
  const cited = citedAt(records, on)
  if (cited === null) return citationUnknown(on)
  const sealed = on.type === 'evidence' ? refuseWhereSealed(hangingOf(records), claimOf(records, on)) : null
  if (sealed !== null) return sealed
  if (what === 'follow' && to === null) return refuse('BAD_INPUT', 'Choose the words to follow.')
  const before = settlementsOn(listRecords(records, 'settlement'), on)
  const after: Settlement = {
    id: stamp.id,
    on: { type: on.type, id: on.id, passage: on.passage },
    what,
    textHash,
    from: standingAnchor(before, cited),
    to,
    at: timeAfter(stamp.at, before.at(-1)?.at ?? null),
    by: stamp.by,
  }
  return act(LABELS[what], [{ type: 'settlement', id: after.id, before: null, after }])
}

/** The passage of evidence or of a note, as it was first cited; null when there is none. */
export function citedAt(records: ReviewRecords, { type, id, passage }: CitationPlace): CitedPassage | null {
  return findRecord(records, type, id)?.passages[passage] ?? null
}

/** The settlements of one citation among those given, oldest first. */
function settlementsOn(settlements: readonly Settlement[], on: CitationPlace): readonly Settlement[] {
  return settlements.filter((one) => citationKey(one.on) === citationKey(on)).toSorted(byMoment)
}

/** The same for the same citation. Ids hold no space. */
export function citationKey({ type, id, passage }: CitationPlace): string {
  return `${type} ${id} ${passage}`
}

/** All settlements, oldest first, by the {@link citationKey} of what they settle. */
export function settlementsByCitation(records: ReviewRecords): ReadonlyMap<string, readonly Settlement[]> {
  const byCitation = new Map<string, Settlement[]>()
  for (const one of listRecords(records, 'settlement').toSorted(byMoment)) {
    const key = citationKey(one.on)
    const others = byCitation.get(key)
    if (others === undefined) byCitation.set(key, [one])
    else others.push(one)
  }
  return byCitation
}

/** What is cited now: the last place that was followed, or what was first cited. */
export function standingAnchor(history: readonly Settlement[], { anchor }: Pick<CitedPassage, 'anchor'>): Anchor {
  const followed = history.findLast(({ what, to }) => what === 'follow' && to !== null)
  return followed?.to ?? anchor
}

function claimOf(records: ReviewRecords, { id }: CitationPlace): string {
  return findRecord(records, 'evidence', id)?.claimId ?? ''
}

function citationUnknown({ type, id, passage }: CitationPlace): ReviewOutcome {
  const what = `${type === 'note' ? 'note' : 'evidence'} ${id}`
  const message = `There is no passage ${passage + 1} of ${what}: it may have been removed.`
  return refuse(type === 'note' ? 'NOTE_UNKNOWN' : 'EVIDENCE_UNKNOWN', message)
}
