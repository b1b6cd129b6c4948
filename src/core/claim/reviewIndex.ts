import { fileClaim, fileNote, type ClaimFile, type NoteFile } from './claimFile'
import { hangingOf } from './hanging'
import { listRecords, type ReviewRecords } from './recordTable'
import type { Decision, Evidence, Verdict } from './reviewRecord'
import { byCreation, byMoment } from './timeOrder'

/** The review put in order, once, so that a list of claims costs no search for each of them. */
export type ReviewIndex = {
  /** In the order they were made, without those that were merged into others; look one up by its id. */
  readonly claims: ReadonlyMap<string, ClaimFile>
  /** In the order they were written. */
  readonly notes: readonly NoteFile[]
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
  const hanging = hangingOf(records)
  const files = new Map<string, ClaimFile>()
  const claimsOfSource = new Map<string, Set<string>>()
  for (const { id } of listRecords(records, 'claim').toSorted(byCreation)) {
    const file = fileClaim(hanging, id)
    if (file === null) continue
    files.set(id, file)
    for (const one of file.evidence) cite(claimsOfSource, one, id)
  }
  const notes = listRecords(records, 'note')
    .toSorted(byCreation)
    .map((note) => fileNote(hanging, note))
  const notesOfSource = new Map<string, Set<string>>()
  for (const { note } of notes) cite(notesOfSource, note, note.id)
  return { claims: files, notes, claimsOfSource: asLists(claimsOfSource), notesOfSource: asLists(notesOfSource) }
}

/**
 * The verdict of the decision that counts, or `unverified` when there is none, also for a claim that is not there or was merged
 * into another. Searches all records: for many claims use {@link buildReviewIndex}.
 */
export function verdictOf(records: ReviewRecords, claimId: string): Verdict {
  return fileClaim(hangingOf(records), claimId)?.verdict ?? 'unverified'
}

/** The claim's own decisions, oldest first. Searches all decisions: for many claims use {@link buildReviewIndex}. */
export function historyOf(records: ReviewRecords, claimId: string): readonly Decision[] {
  return listRecords(records, 'decision')
    .filter((decision) => decision.claimId === claimId)
    .sort(byMoment)
}

/** The claim's own evidence in the order it was added. Searches all evidence: for many claims use {@link buildReviewIndex}. */
export function evidenceOf(records: ReviewRecords, claimId: string): readonly Evidence[] {
  return listRecords(records, 'evidence')
    .filter((evidence) => evidence.claimId === claimId)
    .sort(byCreation)
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
