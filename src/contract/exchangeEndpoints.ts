import * as v from 'valibot'
import { endpoint, nothing, writeErrors } from './endpoint'
import { idSchema, offsetSchema } from './schemas'

/** A field that both sides changed apart: both values stand in the journals, and the later one is shown. */
export const mergeConflictSchema = v.strictObject({
  id: idSchema,
  type: v.string(),
  field: v.string(),
  ours: v.unknown(),
  theirs: v.unknown(),
  /** Names of reviewers. */
  oursBy: v.string(),
  theirsBy: v.string(),
  /** Which of the two counts, being the later. */
  shown: v.picklist(['ours', 'theirs']),
  /** What the record is, for people: claim “The river rose”. */
  about: v.string(),
})
export type MergeConflictView = v.InferOutput<typeof mergeConflictSchema>

/** What merging a review file did; the numbers are of records. */
export const mergeResultSchema = v.strictObject({
  added: offsetSchema,
  updated: offsetSchema,
  unchanged: offsetSchema,
  conflicts: v.array(mergeConflictSchema),
})
export type MergeResult = v.InferOutput<typeof mergeResultSchema>

/** Reviews that travel as one file. */
export const exchangeEndpoints = {
  'review.exportFile': endpoint(nothing, v.strictObject({ fileName: v.string(), content: v.string() }), [
    'STORAGE_FAILED',
  ]),
  /** Asks where to save the review file with the system's dialog and writes there; null when the person cancels. */
  'review.saveFile': endpoint(nothing, v.nullable(v.strictObject({ path: v.string() })), [
    'NOT_AVAILABLE_HERE',
    'STORAGE_FAILED',
  ]),
  /** Takes in what a review file has that is not here yet; all of it or, when it is damaged, nothing. */
  'review.mergeFile': endpoint(
    v.strictObject({ name: v.pipe(v.string(), v.minLength(1), v.maxLength(255)), content: v.string() }),
    mergeResultSchema,
    ['STORAGE_UNREADABLE', ...writeErrors],
  ),
} as const
