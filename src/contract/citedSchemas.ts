import * as v from 'valibot'
import { CHANGE_CLASSES } from '../core/anchor/anchor'
import { SETTLEMENTS } from '../core/claim/reviewRecord'
import {
  hashSchema,
  idSchema,
  nullableText,
  offsetSchema,
  rangeSchema,
  reviewerSchema,
  shareSchema,
  timeSchema,
} from './schemas'

// What the renderer is shown of a passage that is cited: its words, where they are now, and what was decided about them.

export const CITED_STATES = ['exact', 'moved', 'changed', 'ambiguous', 'lost', 'gone'] as const
export const citedStateSchema = v.picklist(CITED_STATES)

/** Which citation: the passage with that index of a claim's evidence or of a note. */
export const citationPlaceSchema = v.strictObject({
  type: v.picklist(['evidence', 'note']),
  id: idSchema,
  passage: offsetSchema,
})
/** What differs from the cited words; an empty side was put in or taken out. */
export const citedChangeSchema = v.strictObject({
  class: v.picklist(CHANGE_CLASSES),
  from: v.string(),
  to: v.string(),
})
export const candidateSchema = v.strictObject({ range: rangeSchema, text: v.string(), score: shareSchema })
export const settledSchema = v.strictObject({ what: v.picklist(SETTLEMENTS), at: timeSchema, by: reviewerSchema })
export const settlementViewSchema = v.strictObject({
  what: v.picklist(SETTLEMENTS),
  /** The words that were cited until then. */
  fromText: v.string(),
  /** The words that stood there; null where none did. */
  toText: nullableText,
  at: timeSchema,
  by: reviewerSchema,
})

export const citedViewSchema = v.strictObject({
  sourceId: idSchema,
  siglum: v.string(),
  /** Its index among the passages of its evidence or note. */
  passage: offsetSchema,
  /** The words as they are cited: as first chosen, or as a reviewer followed them. */
  quote: v.string(),
  /** `gone` when the source is not in the folder any more. */
  state: citedStateSchema,
  /** Where the words are now; null unless they were found without doubt. */
  range: v.nullable(rangeSchema),
  /** Why it stands so, in words; null when the source is gone. */
  why: nullableText,
  /** Empty unless the words changed. */
  changes: v.array(citedChangeSchema),
  /** The words that stand there now, and where; null unless they changed. */
  nowText: nullableText,
  nowRange: v.nullable(rangeSchema),
  /** Where the words may be when that is ambiguous; the closest thing, if any, when they are lost; otherwise empty. */
  candidates: v.array(candidateSchema),
  /** The text that the words were cited in; `readAt` is null when that text was never registered. */
  citedAt: v.strictObject({ textHash: hashSchema, readAt: v.nullable(timeSchema) }),
  /** The decision that holds in the present text; null when there is none, or when it has to be made again. */
  settled: v.nullable(settledSchema),
  /** Every decision about these words, oldest first. */
  history: v.array(settlementViewSchema),
})

export type CitationPlace = v.InferOutput<typeof citationPlaceSchema>
