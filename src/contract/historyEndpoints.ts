import * as v from 'valibot'
import { HISTORY_KINDS } from '../core/claim/historyKinds'
import { RECORD_TYPES } from '../core/claim/historyWords'
import { endpoint, writeErrors } from './endpoint'
import { reviewPatchSchema } from './reviewPatch'
import { idSchema, nullableText, offsetSchema, timeSchema } from './schemas'

const sequenceSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
const recordTypeSchema = v.picklist(RECORD_TYPES)
const stampSchema = v.strictObject({ at: timeSchema, writer: idSchema, sequence: sequenceSchema })
const subjectSchema = v.strictObject({ type: v.picklist(['claim', 'note', 'source']), id: idSchema })

const fieldChangeSchema = v.strictObject({
  /** Which record, in words: the claim “Four shots were fired”. */
  of: v.string(),
  field: v.string(),
  /** Null where the record was not there, or had no value. */
  before: nullableText,
  after: nullableText,
  /** How the words of `before` become those of `after`; null where one of them is missing. */
  edits: v.nullable(v.array(v.strictObject({ op: v.picklist(['equal', 'delete', 'insert']), text: v.string() }))),
})

const historyEntrySchema = v.strictObject({
  writer: idSchema,
  sequence: sequenceSchema,
  at: timeSchema,
  /** The name that the writer went by then. */
  by: v.string(),
  /** As Undo named it. */
  label: v.string(),
  /** What happened, in plain words; begins with `by` unless it was the program's own doing. */
  sentence: v.string(),
  kinds: v.array(v.picklist(HISTORY_KINDS)),
  details: v.array(fieldChangeSchema),
  /** How many fields more it changed than `details` shows. */
  detailsLeftOut: offsetSchema,
  /** What it is about, by the names of that time. `present` is whether it is there now. */
  touched: v.array(v.strictObject({ ...subjectSchema.entries, name: v.string(), present: v.boolean() })),
  touchedLeftOut: offsetSchema,
  /** The sequence of the action of the same writer that this one takes back. */
  reverts: v.nullable(sequenceSchema),
  /** The sequence of the action that took this one back, unless that was taken back itself. */
  revertedBy: v.nullable(sequenceSchema),
  /** What it removed that is not there now; what hangs on it comes back with it. */
  restorable: v.array(v.strictObject({ type: recordTypeSchema, id: idSchema, what: v.string() })),
  restorableLeftOut: offsetSchema,
})

/** The history of the corpus, and bringing back what was removed. */
export const historyEndpoints = {
  /** What happened, latest first; `before` is the `next` of the page before this one. */
  'history.list': endpoint(
    v.strictObject({
      about: v.variant('type', [
        v.strictObject({ type: v.literal('corpus') }),
        v.strictObject({ type: v.literal('claim'), id: idSchema }),
        v.strictObject({ type: v.literal('note'), id: idSchema }),
        v.strictObject({ type: v.literal('source'), id: idSchema }),
      ]),
      /** Only what this writer did; null for all. */
      reviewerId: v.nullable(idSchema),
      /** Entries of any of these kinds; empty for all. */
      kinds: v.array(v.picklist(HISTORY_KINDS)),
      /** Entries with all of these words. */
      text: v.pipe(v.string(), v.maxLength(1000)),
      before: v.nullable(stampSchema),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)),
    }),
    v.strictObject({
      entries: v.array(historyEntrySchema),
      next: v.nullable(stampSchema),
      total: offsetSchema,
      /** Everyone who did something in this corpus, by the name they went by last. */
      writers: v.array(v.strictObject({ id: idSchema, name: v.string(), entries: offsetSchema })),
    }),
  ),
  /**
   * Brings back a record that the entry removed (`what` null: all that it removed), with everything that was removed along with
   * it and hangs on it, and with what it hangs on itself where that is gone too.
   */
  'history.restore': endpoint(
    v.strictObject({
      writer: idSchema,
      sequence: sequenceSchema,
      what: v.nullable(v.strictObject({ type: recordTypeSchema, id: idSchema })),
    }),
    reviewPatchSchema,
    ['ENTRY_UNKNOWN', 'ALREADY_THERE', 'NOT_RESTORABLE', 'CLAIM_SEALED', 'NAME_TAKEN', ...writeErrors],
  ),
} as const

export type HistoryEntryView = v.InferOutput<typeof historyEntrySchema>
export type FieldChangeView = v.InferOutput<typeof fieldChangeSchema>
export type HistoryStamp = v.InferOutput<typeof stampSchema>
