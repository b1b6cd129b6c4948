import * as v from 'valibot'
import { reviewViewSchema, revisionSchema, type ReviewView } from './reviewSchemas'
import { idSchema } from './schemas'

/**
 * What became of the review between two revisions: of claims and notes only those that are new or others than before, oldest
 * first, and whatever else there is, whole. Whoever holds a revision from `since` on can take it over.
 */
export const reviewPatchSchema = v.strictObject({
  /** Null when this is the whole review, and nothing that was known of it counts any more. */
  since: v.nullable(revisionSchema),
  ...reviewViewSchema.entries,
  removedClaims: v.array(idSchema),
  removedNotes: v.array(idSchema),
})
export type ReviewPatch = v.InferOutput<typeof reviewPatchSchema>

/** What an endpoint answers that makes something new: its id, and what became of the review. */
export const createdSchema = v.strictObject({ id: idSchema, review: reviewPatchSchema })
export type Created = v.InferOutput<typeof createdSchema>

/** The review after the patch; the one that came in when it knew all that already. Null when what lies between is not known. */
export function applyPatch(review: ReviewView | null, patch: ReviewPatch): ReviewView | null {
  const { since, removedClaims, removedNotes, ...after } = patch
  if (since === null) return after
  if (review === null || review.revision < since) return null
  if (review.revision >= patch.revision) return review
  return {
    ...after,
    claims: withChanges(review.claims, patch.claims, removedClaims),
    notes: withChanges(review.notes, patch.notes, removedNotes),
  }
}

type Dated = { readonly id: string; readonly createdAt: string }

/** Oldest first; of one millisecond by id, so that every reader sees one order. */
export function byCreation(a: Dated, b: Dated): number {
  return compareText(a.createdAt, b.createdAt) || compareText(a.id, b.id)
}

function withChanges<T extends Dated>(before: T[], changed: readonly T[], removed: readonly string[]): T[] {
  if (changed.length === 0 && removed.length === 0) return before
  const fresh = new Map(changed.map((one) => [one.id, one]))
  const gone = new Set(removed)
  const after: T[] = []
  for (const one of before) {
    const other = fresh.get(one.id)
    if (other?.createdAt === one.createdAt) {
      after.push(other)
      fresh.delete(one.id)
    } else if (other === undefined && !gone.has(one.id)) after.push(one)
  }
  if (fresh.size === 0) return after
  const last = after.at(-1)
  const added = [...fresh.values()].sort(byCreation)
  // By far most often what is new is the latest, and stands at its place already.
  const isInOrder = last === undefined || added.every((one) => byCreation(last, one) < 0)
  after.push(...added)
  return isInOrder ? after : after.sort(byCreation)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
