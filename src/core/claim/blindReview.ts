import { success } from '../result'
import { hangingOf } from './hanging'
import { rootOf } from './mergedClaims'
import { findRecord, listRecords, type RecordChange, type ReviewRecords } from './recordTable'
import type { ReviewOutcome, Stamp } from './reviewAction'
import type { BlindReview, ClaimMerging, Decision, Reviewer, Seal } from './reviewRecord'
import { byMoment, compareText } from './timeOrder'

// Blind review hides what others decided from a reviewer who has not decided the claim. It hides it in the program only:
// journals are plain text, and whoever opens the files reads everything.

/** What of a claim a reviewer is not shown yet: how many decisions, and whose. */
export type HiddenVerdicts = { readonly decisions: number; readonly reviewers: readonly Reviewer[] }

/** What blind review leaves to see for one reviewer. */
export type VisibleReview = {
  /** The same object as came in when nothing is hidden; so is each table, and each record, of which nothing is. */
  readonly records: ReviewRecords
  /** By the claim's id; only claims with decisions that are hidden. */
  readonly hidden: ReadonlyMap<string, HiddenVerdicts>
}

/** Turns blind review on or off, for everyone. No changes when it stands so already. */
export function setBlind(records: ReviewRecords, input: { readonly on: boolean }, stamp: Stamp): ReviewOutcome {
  const before = findRecord(records, 'blind', 'corpus')
  const label = input.on ? 'turn blind review on' : 'turn blind review off'
  if ((before?.on ?? false) === input.on) return success({ label, changes: [], undoable: true })
  const after: BlindReview = { id: 'corpus', on: input.on, at: stamp.at, by: stamp.by }
  return success({ label, changes: [{ type: 'blind', id: 'corpus', before, after }], undoable: true })
}

/** Whether a record as it was or is must not be shown to the reviewer. */
export type HidesChange = (change: RecordChange) => boolean

/**
 * What of a history must not be shown to a reviewer: verdicts of others, and what they said about them, on claims that the
 * reviewer has not decided. Null when blind review is off, and nothing is hidden. Linear in the decisions, then constant a change.
 */
export function hiddenChanges(records: ReviewRecords, writerId: string | null): HidesChange | null {
  const isOpen = openClaims(records, writerId)
  if (isOpen === null) return null
  return (change) => {
    if (change.type === 'adjudication') {
      const said = change.after ?? change.before
      return said !== null && !isOpen(said.claimId)
    }
    const by = signerOf(change)
    const claimId = claimDiscussedBy(change)
    return claimId !== null && by?.id !== writerId && !isOpen(claimId)
  }
}

/** The reviewer whose words a change is; null for what is not signed or says nothing of a verdict. */
function signerOf(change: RecordChange): Reviewer | null {
  switch (change.type) {
    case 'decision':
    case 'confirmation':
    case 'seal':
    case 'thread':
    case 'merging':
      return (change.after ?? change.before)?.by ?? null
    case 'reply':
      return (change.after ?? change.before)?.createdBy ?? null
    default:
      return null
  }
}

/** The claim whose verdict the changed record may tell; null when it tells none. */
function claimDiscussedBy(change: RecordChange): string | null {
  switch (change.type) {
    case 'decision':
    case 'confirmation':
    case 'seal':
      return (change.after ?? change.before)?.claimId ?? null
    case 'thread':
    case 'merging':
      return change.id
    case 'reply': {
      const on = (change.after ?? change.before)?.on
      return on?.type === 'claim' ? on.id : null
    }
    default:
      return null
  }
}

/**
 * The records as one reviewer (a writer's id; null for somebody who is none) may see them: while review is blind, of claims
 * that this reviewer has not decided, without what others decided, confirmed, adjudicated and replied, and without the
 * reasons of their seals and mergings. Statements, evidence, notes, tags and the state of work are shared. Linear.
 */
export function visibleReview(records: ReviewRecords, writerId: string | null): VisibleReview {
  const isOpen = openClaims(records, writerId)
  if (isOpen === null) return { records, hidden: new Map() }
  const isShown = (claimId: string, by: Reviewer): boolean => by.id === writerId || isOpen(claimId)
  const decision = filterTable(records.decision, ({ claimId, by }) => isShown(claimId, by))
  const confirmation = filterTable(records.confirmation, ({ decisionId }) => Object.hasOwn(decision, decisionId))
  const adjudication = filterTable(records.adjudication, ({ claimId }) => isOpen(claimId))
  const reply = filterTable(records.reply, ({ on, createdBy }) => on.type === 'note' || isShown(on.id, createdBy))
  const thread = filterTable(records.thread, ({ id, by }) => Object.hasOwn(records.note, id) || isShown(id, by))
  const seal = mapTable(records.seal, (one) => (isShown(one.claimId, one.by) ? one : sealWithoutReason(one)))
  const merging = mapTable(records.merging, (one) => (isShown(one.id, one.by) ? one : mergingWithoutReason(one)))
  const visible = { ...records, decision, confirmation, adjudication, reply, thread, seal, merging }
  const isSame =
    decision === records.decision &&
    confirmation === records.confirmation &&
    adjudication === records.adjudication &&
    reply === records.reply &&
    thread === records.thread &&
    seal === records.seal &&
    merging === records.merging
  return { records: isSame ? records : visible, hidden: countHidden(records, decision) }
}

/** {@link visibleReview} without what is hidden. */
export function visibleRecords(records: ReviewRecords, writerId: string | null): ReviewRecords {
  return visibleReview(records, writerId).records
}

/** Whether everything said about a claim is open to the reviewer; null when it is for all claims, since review is not blind. */
function openClaims(records: ReviewRecords, writerId: string | null): ((claimId: string) => boolean) | null {
  if (findRecord(records, 'blind', 'corpus')?.on !== true) return null
  const decided = new Set<string>()
  for (const { claimId, by } of listRecords(records, 'decision')) if (by.id === writerId) decided.add(claimId)
  const hanging = hangingOf(records)
  // Whoever decided the claim that shows a merged one has no other way left to decide that one.
  return (claimId) => decided.has(claimId) || decided.has(rootOf(hanging, claimId))
}

function countHidden(
  records: ReviewRecords,
  visible: Readonly<Record<string, Decision>>,
): ReadonlyMap<string, HiddenVerdicts> {
  if (visible === records.decision) return new Map()
  const byClaim = new Map<string, Decision[]>()
  const hanging = hangingOf(records)
  for (const decision of listRecords(records, 'decision')) {
    if (Object.hasOwn(visible, decision.id)) continue
    const claimId = rootOf(hanging, decision.claimId)
    const others = byClaim.get(claimId)
    if (others === undefined) byClaim.set(claimId, [decision])
    else others.push(decision)
  }
  return new Map(
    [...byClaim].map(([id, decisions]) => [id, { decisions: decisions.length, reviewers: reviewersOf(decisions) }]),
  )
}

/** Everyone who gave one of these decisions, under the name of their latest, by id. */
export function reviewersOf(decisions: readonly Decision[]): readonly Reviewer[] {
  const people = new Map([...decisions].sort(byMoment).map(({ by }) => [by.id, by]))
  return [...people.values()].sort((a, b) => compareText(a.id, b.id))
}

type Table<T> = Readonly<Record<string, T>>

function filterTable<T>(table: Table<T>, keep: (record: T) => boolean): Table<T> {
  const entries = Object.entries(table)
  const kept = entries.filter(([, record]) => keep(record))
  return kept.length === entries.length ? table : Object.fromEntries(kept)
}

function mapTable<T>(table: Table<T>, change: (record: T) => T): Table<T> {
  let changed = false
  const entries = Object.entries(table).map(([id, record]): [string, T] => {
    const after = change(record)
    changed ||= after !== record
    return [id, after]
  })
  return changed ? Object.fromEntries(entries) : table
}

// Kept, so that what did not change is the same object the next time too.
const sealsWithoutReason = new WeakMap<Seal, Seal>()
const mergingsWithoutReason = new WeakMap<ClaimMerging, ClaimMerging>()

function sealWithoutReason(seal: Seal): Seal {
  return withoutReason(sealsWithoutReason, seal)
}

function mergingWithoutReason(merging: ClaimMerging): ClaimMerging {
  return withoutReason(mergingsWithoutReason, merging)
}

function withoutReason<T extends { readonly reason: string }>(known: WeakMap<T, T>, record: T): T {
  if (record.reason === '') return record
  const kept = known.get(record) ?? { ...record, reason: '' }
  known.set(record, kept)
  return kept
}
