import type { ClaimView, NoteView, ReviewView } from '../../contract/reviewSchemas'
import type { Verdict } from '../../core/claim/reviewRecord'

export const CLAIM_SORTS = ['newest', 'oldest', 'verdict'] as const
export type ClaimSort = (typeof CLAIM_SORTS)[number]

/** What a list of claims or notes shows; empty and null mean "any". */
export type ReviewFilter = {
  readonly verdicts: readonly Verdict[]
  readonly sourceId: string | null
  readonly reviewerId: string | null
  readonly text: string
}

export const NO_FILTER: ReviewFilter = { verdicts: [], sourceId: null, reviewerId: null, text: '' }

export function isFiltering(filter: ReviewFilter): boolean {
  return (
    filter.verdicts.length > 0 || filter.sourceId !== null || filter.reviewerId !== null || filter.text.trim() !== ''
  )
}

export type Count = { readonly id: string; readonly name: string; readonly claims: number; readonly notes: number }
export type ReviewCounts = {
  readonly verdicts: Readonly<Record<Verdict, number>>
  /** By source id. */
  readonly sources: ReadonlyMap<string, { readonly claims: number; readonly notes: number }>
  /** Everyone who made or decided something, by name. */
  readonly reviewers: readonly Count[]
}

export function countReview(review: ReviewView | null): ReviewCounts {
  const verdicts = { unverified: 0, verified: 0, disputed: 0 }
  const sources = new Map<string, { claims: number; notes: number }>()
  const reviewers = new Map<string, { id: string; name: string; claims: number; notes: number }>()
  for (const claim of review?.claims ?? []) {
    verdicts[claim.verdict] += 1
    for (const id of sourcesOfClaim(claim)) at(sources, id).claims += 1
    for (const [id, name] of reviewersOfClaim(claim)) person(reviewers, id, name).claims += 1
  }
  for (const note of review?.notes ?? []) {
    for (const id of sourcesOfNote(note)) at(sources, id).notes += 1
    person(reviewers, note.createdBy.id, note.createdBy.name).notes += 1
  }
  return { verdicts, sources, reviewers: [...reviewers.values()].sort((a, b) => a.name.localeCompare(b.name)) }
}

export function filterClaims(claims: readonly ClaimView[], filter: ReviewFilter): readonly ClaimView[] {
  const words = searchWords(filter.text)
  return claims.filter(
    (claim) =>
      (filter.verdicts.length === 0 || filter.verdicts.includes(claim.verdict)) &&
      (filter.sourceId === null || sourcesOfClaim(claim).has(filter.sourceId)) &&
      (filter.reviewerId === null || reviewersOfClaim(claim).has(filter.reviewerId)) &&
      holdsWords(words, () => claimText(claim)),
  )
}

export function filterNotes(notes: readonly NoteView[], filter: ReviewFilter): readonly NoteView[] {
  const words = searchWords(filter.text)
  return notes.filter(
    (note) =>
      (filter.sourceId === null || sourcesOfNote(note).has(filter.sourceId)) &&
      (filter.reviewerId === null || note.createdBy.id === filter.reviewerId) &&
      holdsWords(words, () => [note.body, ...note.passages.map((passage) => passage.quote)].join('\n')),
  )
}

/** Disputed first when sorting by verdict: they are what a reviewer still has to talk about. */
const VERDICT_ORDER: Readonly<Record<Verdict, number>> = { disputed: 0, unverified: 1, verified: 2 }

export function sortClaims(claims: readonly ClaimView[], sort: ClaimSort): readonly ClaimView[] {
  const newest = (a: ClaimView, b: ClaimView): number => b.createdAt.localeCompare(a.createdAt)
  if (sort === 'newest') return claims.toSorted(newest)
  if (sort === 'oldest') return claims.toSorted((a, b) => newest(b, a))
  return claims.toSorted((a, b) => VERDICT_ORDER[a.verdict] - VERDICT_ORDER[b.verdict] || newest(a, b))
}

/** The claims that hold every word, those that were worked on last first: what the evidence picker offers. */
export function suggestClaims(claims: readonly ClaimView[], query: string): readonly ClaimView[] {
  const words = searchWords(query)
  return claims
    .filter((claim) => holdsWords(words, () => claim.statement))
    .toSorted((a, b) => lastTouched(b).localeCompare(lastTouched(a)))
}

/** The later of the claim's own change, its latest decision and its latest evidence. */
function lastTouched(claim: ClaimView): string {
  const times = [...claim.history.map((decision) => decision.at), ...claim.evidence.map((one) => one.createdAt)]
  return times.reduce((latest, time) => (time > latest ? time : latest), claim.updatedAt)
}

export function sourcesOfClaim(claim: ClaimView): ReadonlySet<string> {
  return new Set(claim.evidence.flatMap((evidence) => evidence.passages.map((passage) => passage.sourceId)))
}

function sourcesOfNote(note: NoteView): ReadonlySet<string> {
  return new Set(note.passages.map((passage) => passage.sourceId))
}

/** Id to latest name of everyone who made the claim, decided it or added evidence. */
function reviewersOfClaim(claim: ClaimView): ReadonlyMap<string, string> {
  const people = [
    claim.createdBy,
    ...claim.evidence.map((evidence) => evidence.createdBy),
    ...claim.history.map((decision) => decision.by),
  ]
  return new Map(people.map((by) => [by.id, by.name]))
}

function claimText(claim: ClaimView): string {
  return [
    claim.statement,
    ...claim.history.map((decision) => decision.reason),
    ...claim.evidence.flatMap((evidence) => evidence.passages.map((passage) => passage.quote)),
  ].join('\n')
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

function at<T extends { claims: number; notes: number }>(
  map: Map<string, T | { claims: number; notes: number }>,
  id: string,
): { claims: number; notes: number } {
  const found = map.get(id) ?? { claims: 0, notes: 0 }
  map.set(id, found)
  return found
}

function person(map: Map<string, Count & { claims: number; notes: number }>, id: string, name: string) {
  const found = map.get(id) ?? { id, name, claims: 0, notes: 0 }
  map.set(id, found)
  return found
}
