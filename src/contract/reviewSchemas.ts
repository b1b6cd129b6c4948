import * as v from 'valibot'
import { CHANGE_CLASSES } from '../core/anchor/anchor'
import { idSchema, nullableText, rangeSchema, reviewerSchema, stanceSchema, timeSchema, verdictSchema } from './schemas'

// What the renderer is shown of claims, evidence and notes.
export const citedViewSchema = v.strictObject({
  sourceId: idSchema,
  siglum: v.string(),
  /** The words as they were cited. */
  quote: v.string(),
  /** `gone` when the source is not in the folder any more. */
  state: v.picklist(['exact', 'moved', 'changed', 'ambiguous', 'lost', 'gone']),
  /** Where the words are now; null unless they were found without doubt. */
  range: v.nullable(rangeSchema),
  /** Why it stands so, in words; null when the source is gone. */
  why: nullableText,
  /** What differs from the cited words; empty unless they changed. An empty side was put in or taken out. */
  changes: v.array(v.strictObject({ class: v.picklist(CHANGE_CLASSES), from: v.string(), to: v.string() })),
})
export const decisionViewSchema = v.strictObject({
  id: idSchema,
  verdict: verdictSchema,
  reason: v.string(),
  at: timeSchema,
  by: reviewerSchema,
})
export const evidenceViewSchema = v.strictObject({
  id: idSchema,
  stance: stanceSchema,
  passages: v.array(citedViewSchema),
  createdAt: timeSchema,
  createdBy: reviewerSchema,
})
export const claimViewSchema = v.strictObject({
  id: idSchema,
  statement: v.string(),
  verdict: verdictSchema,
  /** Of the latest decision; empty when there is none. */
  reason: v.string(),
  createdAt: timeSchema,
  createdBy: reviewerSchema,
  updatedAt: timeSchema,
  /** Oldest first. */
  history: v.array(decisionViewSchema),
  evidence: v.array(evidenceViewSchema),
})
export const noteViewSchema = v.strictObject({
  id: idSchema,
  body: v.string(),
  passages: v.array(citedViewSchema),
  createdAt: timeSchema,
  createdBy: reviewerSchema,
  updatedAt: timeSchema,
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
})

export type CitedView = v.InferOutput<typeof citedViewSchema>
export type EvidenceView = v.InferOutput<typeof evidenceViewSchema>
export type ClaimView = v.InferOutput<typeof claimViewSchema>
export type NoteView = v.InferOutput<typeof noteViewSchema>
export type ReviewView = v.InferOutput<typeof reviewViewSchema>
