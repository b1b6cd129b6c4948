import * as v from 'valibot'
import { TAG_COLOURS, TAG_SHAPES, WORK_STATES } from '../core/claim/reviewRecord'
import { claimFilterSchema } from './recordSchemas'
import { idSchema, nullableText, offsetSchema, reviewerSchema, timeSchema, verdictSchema } from './schemas'

// What the renderer is shown of the work on claims: who does it, who confirmed and sealed, what is said beside it.

const stamped = { at: timeSchema, by: reviewerSchema }
/** The claim that it came from, which was merged into the one that shows it; null for what is its own. */
const fromClaim = { fromClaimId: v.nullable(idSchema) }

export const workStateSchema = v.picklist(WORK_STATES)
export const workViewSchema = v.strictObject({
  state: workStateSchema,
  assignee: v.nullable(reviewerSchema),
  /** Null while nobody has said anything: then it is open, and nobody's. */
  at: v.nullable(timeSchema),
  by: v.nullable(reviewerSchema),
})
export const sealViewSchema = v.strictObject({
  reason: v.string(),
  ...stamped,
  /** What a colleague who had not seen the seal worded the claim as; null when nobody did. */
  wordedAnew: nullableText,
})
export const confirmationViewSchema = v.strictObject({ id: idSchema, decisionId: idSchema, ...stamped })
export const replyViewSchema = v.strictObject({
  id: idSchema,
  body: v.string(),
  createdAt: timeSchema,
  createdBy: reviewerSchema,
  updatedAt: timeSchema,
  ...fromClaim,
})
/** What is said beside a claim or a note. */
export const remarkEntries = {
  /** Oldest first. */
  replies: v.array(replyViewSchema),
  /** Who settled the replies; null when nobody did, or when there is a later reply. */
  resolved: v.nullable(v.strictObject(stamped)),
  tagIds: v.array(idSchema),
}
/** What is told of decisions and evidence beside their own words. */
export const markEntries = {
  /** Written while the claim was sealed, by a colleague who had not seen that; such a decision does not count. */
  afterSeal: v.boolean(),
  ...fromClaim,
}
export const mergedClaimSchema = v.strictObject({
  claimId: idSchema,
  statement: v.string(),
  reason: v.string(),
  ...stamped,
})
export const splitFromSchema = v.strictObject({
  claimId: idSchema,
  /** Empty when that claim is not there any more. */
  statement: v.string(),
})
export const tagNameSchema = v.pipe(
  v.string(),
  v.trim(),
  v.check((name) => /[^\p{Z}\p{C}]/u.test(name), 'the name must have a letter or sign that can be seen'),
  v.maxLength(100, 'the name is longer than 100 characters'),
)
export const tagColourSchema = v.picklist(TAG_COLOURS)
export const tagShapeSchema = v.picklist(TAG_SHAPES)
export const tagViewSchema = v.strictObject({
  id: idSchema,
  name: v.string(),
  colour: tagColourSchema,
  shape: tagShapeSchema,
  /** How many claims and notes have it. */
  uses: offsetSchema,
})
export const filterViewSchema = v.strictObject({
  id: idSchema,
  name: v.string(),
  filter: claimFilterSchema,
  createdAt: timeSchema,
  createdBy: reviewerSchema,
})
export const verdictNameViewSchema = v.strictObject({
  id: idSchema,
  name: v.string(),
  means: verdictSchema,
  /** How many verdicts were given by it; then it can be named anew, and no more. */
  uses: offsetSchema,
})

export type TagView = v.InferOutput<typeof tagViewSchema>
export type FilterView = v.InferOutput<typeof filterViewSchema>
export type VerdictNameView = v.InferOutput<typeof verdictNameViewSchema>
