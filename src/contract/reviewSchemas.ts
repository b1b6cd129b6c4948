import * as v from 'valibot'
import { blindViewSchema, independentEntries } from './blindSchemas'
import { citedViewSchema } from './citedSchemas'
import { idSchema, nullableText, reviewerSchema, stanceSchema, timeSchema, verdictSchema } from './schemas'
import {
  confirmationViewSchema,
  filterViewSchema,
  markEntries,
  mergedClaimSchema,
  remarkEntries,
  sealViewSchema,
  splitFromSchema,
  tagViewSchema,
  verdictNameViewSchema,
  workViewSchema,
} from './workSchemas'

// What the renderer is shown of claims, evidence and notes.
export const decisionViewSchema = v.strictObject({
  id: idSchema,
  verdict: verdictSchema,
  /** The corpus's own name for it; null when it goes by its plain name. */
  verdictNameId: v.nullable(idSchema),
  reason: v.string(),
  at: timeSchema,
  by: reviewerSchema,
  ...markEntries,
})
export const evidenceViewSchema = v.strictObject({
  id: idSchema,
  stance: stanceSchema,
  passages: v.array(citedViewSchema),
  createdAt: timeSchema,
  createdBy: reviewerSchema,
  ...markEntries,
})
export const claimViewSchema = v.strictObject({
  id: idSchema,
  /** As it was sealed, or as it is worded now. */
  statement: v.string(),
  /** Of the decision that counts, as are the three after it. */
  verdict: verdictSchema,
  verdictNameId: v.nullable(idSchema),
  /** Empty when there is none. */
  reason: v.string(),
  /** Null when there is none. It need not be the last of the history. */
  decisionId: v.nullable(idSchema),
  createdAt: timeSchema,
  createdBy: reviewerSchema,
  updatedAt: timeSchema,
  /** Oldest first. */
  history: v.array(decisionViewSchema),
  evidence: v.array(evidenceViewSchema),
  /** Of the decision that counts, by other reviewers than who decided. */
  confirmations: v.array(confirmationViewSchema),
  work: workViewSchema,
  sealed: v.nullable(sealViewSchema),
  ...remarkEntries,
  /** The claims that were merged into this one, which are not in the list themselves. */
  mergedFrom: v.array(mergedClaimSchema),
  splitFrom: v.nullable(splitFromSchema),
  ...independentEntries,
})
export const noteViewSchema = v.strictObject({
  id: idSchema,
  body: v.string(),
  passages: v.array(citedViewSchema),
  createdAt: timeSchema,
  createdBy: reviewerSchema,
  updatedAt: timeSchema,
  ...remarkEntries,
})
/** Rises with every change of what is shown. */
export const revisionSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
export const reviewViewSchema = v.strictObject({
  revision: revisionSchema,
  claims: v.array(claimViewSchema),
  notes: v.array(noteViewSchema),
  /** What Undo and Redo would do, in words; null when there is nothing. */
  undo: nullableText,
  redo: nullableText,
  /** In order of their names, as are filters and names of verdicts. */
  tags: v.array(tagViewSchema),
  filters: v.array(filterViewSchema),
  verdictNames: v.array(verdictNameViewSchema),
  /** Everyone who is known of the corpus. */
  reviewers: v.array(reviewerSchema),
  blind: blindViewSchema,
})

export type CitedView = v.InferOutput<typeof citedViewSchema>
export type DecisionView = v.InferOutput<typeof decisionViewSchema>
export type EvidenceView = v.InferOutput<typeof evidenceViewSchema>
export type ClaimView = v.InferOutput<typeof claimViewSchema>
export type NoteView = v.InferOutput<typeof noteViewSchema>
export type ReviewView = v.InferOutput<typeof reviewViewSchema>
