import type { ClaimView, NoteView, ReviewView } from '../../contract/reviewSchemas'
import type { ClaimFilter, Verdict, WorkState } from '../../core/claim/reviewRecord'
import { isUnsettled } from './unsettled'

export const CLAIM_SORTS = ['newest', 'oldest', 'verdict', 'work'] as const
export type ClaimSort = (typeof CLAIM_SORTS)[number]

/** What a list of claims or notes shows; empty and null mean "any". Notes know no verdict and no work. */
export type ReviewFilter = ClaimFilter

/** In place of an assignee's id: whoever looks, so that one saved filter fits every reviewer; and no one at all. */
export const ME = 'me'
export const NOBODY = 'nobody'

export const NO_FILTER: ReviewFilter = {
  verdicts: [],
  work: [],
  assigneeId: null,
  tagIds: [],
  sourceId: null,
  reviewerId: null,
  unsettled: false,
  text: '',
}

export function isFiltering(filter: ReviewFilter): boolean {
  return filter.sourceId !== null || filter.reviewerId !== null || filter.text.trim() !== '' || moreFilters(filter) > 0
}

/** How many of the filter's further parts are set: what is counted where they are folded away. */
export function moreFilters({ verdicts, work, assigneeId, tagIds, unsettled }: ReviewFilter): number {
  return [verdicts.length > 0, work.length > 0, assigneeId !== null, tagIds.length > 0, unsettled].filter(Boolean)
    .length
}

/** Whether two filters show the same, in whatever order their parts were chosen. */
export function sameFilter(a: ReviewFilter, b: ReviewFilter): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b))
}

function inOrder(filter: ReviewFilter): unknown {
  const { verdicts, work, tagIds, assigneeId, sourceId, reviewerId, unsettled, text } = filter
  return [
    verdicts.toSorted(),
    work.toSorted(),
    tagIds.toSorted(),
    assigneeId,
    sourceId,
    reviewerId,
    unsettled,
    text.trim(),
  ]
}

export type Count = {
  readonly id: string
  readonly name: string
  readonly claims: number
  readonly notes: number
}
type Both = { claims: number; notes: number }
export type ReviewCounts = {
  readonly verdicts: Readonly<Record<Verdict, number>>
  readonly work: Readonly<Record<WorkState, number>>
  /** By assignee's id; `nobody` for claims that nobody has. */
  readonly assigned: ReadonlyMap<string, number>
  /** By tag id. */
  readonly tags: ReadonlyMap<string, Readonly<Both>>
  /** Claims of which some cited words changed, are ambiguous or lost, and are not settled. */
  readonly unsettled: number
  /** By source id. */
  readonly sources: ReadonlyMap<string, Readonly<Both>>
  /** Everyone who made or decided something, by name. */
  readonly reviewers: readonly Count[]
}

export function countReview(review: ReviewView | null): ReviewCounts {
  const verdicts = { unverified: 0, verified: 0, disputed: 0 }
  const work = { open: 0, 'in-progress': 0, ready: 0, done: 0 }
  const assigned = new Map<string, number>()
  const tags = new Map<string, Both>()
  const sources = new Map<string, Both>()
  const reviewers = new Map<string, Both & { id: string; name: string }>()
  let unsettled = 0
  for (const claim of review?.claims ?? []) {
    verdicts[claim.verdict] += 1
    work[claim.work.state] += 1
    const assignee = claim.work.assignee?.id ?? NOBODY
    assigned.set(assignee, (assigned.get(assignee) ?? 0) + 1)
    if (hasUnsettled(claim)) unsettled += 1
    for (const id of claim.tagIds) at(tags, id).claims += 1
    for (const id of sourcesOfClaim(claim)) at(sources, id).claims += 1
    for (const [id, name] of reviewersOfClaim(claim)) person(reviewers, id, name).claims += 1
  }
  for (const note of review?.notes ?? []) {
    for (const id of note.tagIds) at(tags, id).notes += 1
    for (const id of sourcesOfNote(note)) at(sources, id).notes += 1
    person(reviewers, note.createdBy.id, note.createdBy.name).notes += 1
  }
  const people = [...reviewers.values()].sort((a, b) => a.name.localeCompare(b.name))
  return {
    verdicts,
    work,
    assigned,
    tags,
    unsettled,
    sources,
    reviewers: people,
  }
}

/** `me` is the id of whoever looks; null while that is not known. */
export function filterClaims(
  claims: readonly ClaimView[],
  filter: ReviewFilter,
  me: string | null = null,
): readonly ClaimView[] {
  const words = searchWords(filter.text)
  const assignee = filter.assigneeId === ME ? me : filter.assigneeId
  return claims.filter(
    (claim) =>
      (filter.verdicts.length === 0 || filter.verdicts.includes(claim.verdict)) &&
      (filter.work.length === 0 || filter.work.includes(claim.work.state)) &&
      (filter.assigneeId === null || (claim.work.assignee?.id ?? NOBODY) === assignee) &&
      filter.tagIds.every((id) => claim.tagIds.includes(id)) &&
      (!filter.unsettled || hasUnsettled(claim)) &&
      (filter.sourceId === null || sourcesOfClaim(claim).has(filter.sourceId)) &&
      (filter.reviewerId === null || reviewersOfClaim(claim).has(filter.reviewerId)) &&
      holdsWords(words, () => claimText(claim)),
  )
}

export function filterNotes(notes: readonly NoteView[], filter: ReviewFilter): readonly NoteView[] {
  const words = searchWords(filter.text)
  return notes.filter(
    (note) =>
      filter.tagIds.every((id) => note.tagIds.includes(id)) &&
      (!filter.unsettled || note.passages.some(isUnsettled)) &&
      (filter.sourceId === null || sourcesOfNote(note).has(filter.sourceId)) &&
      (filter.reviewerId === null || note.createdBy.id === filter.reviewerId) &&
      holdsWords(words, () =>
        [note.body, ...bodies(note.replies), ...note.passages.map((passage) => passage.quote)].join('\n'),
      ),
  )
}

const unsettledClaims = new WeakMap<ClaimView, boolean>()

/** Whether some of the cited words changed, are ambiguous or lost, and no reviewer has settled that yet. */
function hasUnsettled(claim: ClaimView): boolean {
  const known = unsettledClaims.get(claim)
  if (known !== undefined) return known
  const unsettled = claim.evidence.some((evidence) => evidence.passages.some(isUnsettled))
  unsettledClaims.set(claim, unsettled)
  return unsettled
}

/** Disputed first when sorting by verdict: they are what a reviewer still has to talk about. */
const VERDICT_ORDER: Readonly<Record<Verdict, number>> = {
  disputed: 0,
  unverified: 1,
  verified: 2,
}

/** What waits for somebody first, what is done last. */
const WORK_ORDER: Readonly<Record<WorkState, number>> = {
  ready: 0,
  'in-progress': 1,
  open: 2,
  done: 3,
}

export function sortClaims(claims: readonly ClaimView[], sort: ClaimSort): readonly ClaimView[] {
  const newest = (a: ClaimView, b: ClaimView): number => compareText(b.createdAt, a.createdAt)
  if (sort === 'newest') return claims.toSorted(newest)
  if (sort === 'oldest') return claims.toSorted((a, b) => newest(b, a))
  if (sort === 'work')
    return claims.toSorted((a, b) => WORK_ORDER[a.work.state] - WORK_ORDER[b.work.state] || newest(a, b))
  return claims.toSorted((a, b) => VERDICT_ORDER[a.verdict] - VERDICT_ORDER[b.verdict] || newest(a, b))
}

/** The claims that hold every word, those that were worked on last first: what the evidence picker offers. */
export function suggestClaims(claims: readonly ClaimView[], query: string): readonly ClaimView[] {
  const words = searchWords(query)
  return claims
    .filter((claim) => holdsWords(words, () => claim.statement))
    .toSorted((a, b) => compareText(lastTouched(b), lastTouched(a)))
}

/** The later of the claim's own change, its latest decision and its latest evidence. */
function lastTouched(claim: ClaimView): string {
  const times = [...claim.history.map((decision) => decision.at), ...claim.evidence.map((one) => one.createdAt)]
  return times.reduce((latest, time) => (time > latest ? time : latest), claim.updatedAt)
}

const sourcesOfClaims = new WeakMap<ClaimView, ReadonlySet<string>>()
const reviewersOfClaims = new WeakMap<ClaimView, ReadonlyMap<string, string>>()

/** Remembered for as long as the claim is shown as it is: every change of one counts them all. */
export function sourcesOfClaim(claim: ClaimView): ReadonlySet<string> {
  const known = sourcesOfClaims.get(claim)
  if (known !== undefined) return known
  const ids = new Set(claim.evidence.flatMap((evidence) => evidence.passages.map((passage) => passage.sourceId)))
  sourcesOfClaims.set(claim, ids)
  return ids
}

function sourcesOfNote(note: NoteView): ReadonlySet<string> {
  return new Set(note.passages.map((passage) => passage.sourceId))
}

/** Id to latest name of everyone who made the claim, decided it or added evidence. */
function reviewersOfClaim(claim: ClaimView): ReadonlyMap<string, string> {
  const known = reviewersOfClaims.get(claim)
  if (known !== undefined) return known
  const people = [
    claim.createdBy,
    ...claim.evidence.map((evidence) => evidence.createdBy),
    ...claim.replies.map((reply) => reply.createdBy),
    ...claim.history.map((decision) => decision.by),
  ]
  const names = new Map(people.map((by) => [by.id, by.name]))
  reviewersOfClaims.set(claim, names)
  return names
}

function claimText(claim: ClaimView): string {
  return [
    claim.statement,
    ...claim.history.map((decision) => decision.reason),
    ...bodies(claim.replies),
    ...claim.evidence.flatMap((evidence) => evidence.passages.map((passage) => passage.quote)),
  ].join('\n')
}

function bodies(replies: ClaimView['replies']): readonly string[] {
  return replies.map((reply) => reply.body)
}

/** Times are compared as text: all are ISO 8601 in UTC. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function searchWords(query: string): readonly string[] {
  return fold(query)
    .split(/\s+/u)
    .filter((word) => word !== '')
}

function holdsWords(words: readonly string[], text: () => string): boolean {
  if (words.length === 0) return true
  const folded = fold(text())
  return words.every((word) => folded.includes(word))
}

/** Without case, accents and curled quotation marks, so that what is typed finds what is printed. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[‘’ʼ]/gu, "'").replace(/[“”„]/gu, '"').toLowerCase()
}

function at(map: Map<string, Both>, id: string): Both {
  const found = map.get(id) ?? { claims: 0, notes: 0 }
  map.set(id, found)
  return found
}

function person(map: Map<string, Both & { id: string; name: string }>, id: string, name: string): Both {
  const found = map.get(id) ?? { id, name, claims: 0, notes: 0 }
  map.set(id, found)
  return found
}
