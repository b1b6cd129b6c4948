import { listRecords } from './recordTable'
import type { Claim, Decision, Evidence, Note, ReviewRecords, Verdict } from './reviewRecord'

/** A claim with everything that hangs on it. */
export type ClaimFile = {
  readonly claim: Claim
  /** Of the latest decision, or `unverified` when there is none. */
  readonly verdict: Verdict
  /** Every verdict given, oldest first. */
  readonly history: readonly Decision[]
  /** In the order it was added. */
  readonly evidence: readonly Evidence[]
}

/** The review put in order, once, so that a list of claims costs no search for each of them. */
export type ReviewIndex = {
  /** In the order they were made; look one up by its id. */
  readonly claims: ReadonlyMap<string, ClaimFile>
  /** In the order they were written. */
  readonly notes: readonly Note[]
  /** Ids of the claims that cite a source, by the source's id. */
  readonly claimsOfSource: ReadonlyMap<string, readonly string[]>
  /** Ids of the notes on a source, by the source's id. */
  readonly notesOfSource: ReadonlyMap<string, readonly string[]>
}

/**
 * Puts the records in order, in time that grows with their number and not with claims times decisions.
 * Decisions and evidence of a claim that is not there (another reviewer removed it) are left out.
 */
export function buildReviewIndex(records: ReviewRecords): ReviewIndex {
  const claims = [...listRecords(records, 'claim')].sort(byTime(createdAt))
  const decisions = groupByClaim([...listRecords(records, 'decision')].sort(byTime((decision) => decision.at)))
  const evidence = groupByClaim([...listRecords(records, 'evidence')].sort(byTime(createdAt)))
  const notes = [...listRecords(records, 'note')].sort(byTime(createdAt))
  const files = new Map<string, ClaimFile>()
  const claimsOfSource = new Map<string, Set<string>>()
  for (const claim of claims) {
    const history = decisions.get(claim.id) ?? []
    const file = { claim, verdict: latestVerdict(history), history, evidence: evidence.get(claim.id) ?? [] }
    files.set(claim.id, file)
    for (const one of file.evidence) cite(claimsOfSource, one, claim.id)
  }
  const notesOfSource = new Map<string, Set<string>>()
  for (const note of notes) cite(notesOfSource, note, note.id)
  return { claims: files, notes, claimsOfSource: asLists(claimsOfSource), notesOfSource: asLists(notesOfSource) }
}

/** The verdict of the claim's latest decision, or `unverified`, also for a claim that is not there. Searches all decisions. */
export function verdictOf(records: ReviewRecords, claimId: string): Verdict {
  return latestVerdict(historyOf(records, claimId))
}

/** The claim's decisions, oldest first. Searches all decisions: for many claims use {@link buildReviewIndex}. */
export function historyOf(records: ReviewRecords, claimId: string): readonly Decision[] {
  return listRecords(records, 'decision')
    .filter((decision) => decision.claimId === claimId)
    .sort(byTime((decision) => decision.at))
}

/** The claim's evidence in the order it was added. Searches all evidence: for many claims use {@link buildReviewIndex}. */
export function evidenceOf(records: ReviewRecords, claimId: string): readonly Evidence[] {
  return listRecords(records, 'evidence')
    .filter((evidence) => evidence.claimId === claimId)
    .sort(byTime(createdAt))
}

function latestVerdict(history: readonly Decision[]): Verdict {
  return history.at(-1)?.verdict ?? 'unverified'
}

function createdAt(record: { readonly id: string; readonly createdAt: string }): string {
  return record.createdAt
}

// Times of one millisecond are told apart by id, so that every reader sees one order.
function byTime<R extends { readonly id: string }>(timeOf: (record: R) => string): (a: R, b: R) => number {
  return (a, b) => compareText(timeOf(a), timeOf(b)) || compareText(a.id, b.id)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function groupByClaim<R extends { readonly claimId: string }>(
  records: readonly R[],
): ReadonlyMap<string, readonly R[]> {
  const groups = new Map<string, R[]>()
  for (const record of records) {
    const group = groups.get(record.claimId)
    if (group === undefined) groups.set(record.claimId, [record])
    else group.push(record)
  }
  return groups
}

function cite(
  index: Map<string, Set<string>>,
  citing: { readonly passages: readonly { readonly sourceId: string }[] },
  id: string,
): void {
  for (const { sourceId } of citing.passages) {
    const ids = index.get(sourceId)
    if (ids === undefined) index.set(sourceId, new Set([id]))
    else ids.add(id)
  }
}

function asLists(index: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, readonly string[]> {
  return new Map([...index].map(([key, ids]) => [key, [...ids]]))
}
