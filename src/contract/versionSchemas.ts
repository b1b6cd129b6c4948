import * as v from 'valibot'
import { VERSION_ROW_KINDS } from '../core/diff/versionRows'
import {
  candidateSchema,
  citationPlaceSchema,
  citedChangeSchema,
  citedStateSchema,
  settledSchema,
} from './citedSchemas'
import { hashSchema, idSchema, nullableText, offsetSchema, rangeSchema, segmentSchema, timeSchema } from './schemas'

// What the renderer is shown of the versions of a source, and of what a new one did to what is cited.

export const sourceVersionSchema = v.strictObject({
  /** A version is a text: files with other bytes and the same text are readings of one version. */
  textHash: hashSchema,
  /** Of the latest reading. */
  sha256: hashSchema,
  readAt: timeSchema,
  /** True when the latest reading was brought in by a reviewer, and was not in the folder. */
  imported: v.boolean(),
  /** When it was read for the first time: earlier than `readAt` where the file went back to it. */
  firstReadAt: timeSchema,
  /** How often it came in. */
  readings: offsetSchema,
  /** Of the whole text; 0 when it is not readable. `length` counts code points of the decoded file or extracted text. */
  words: offsetSchema,
  length: offsetSchema,
  /** The one that is shown and that is cited from. */
  current: v.boolean(),
  readable: v.boolean(),
  /** Why it is not readable; null when it is. */
  why: nullableText,
  /** How many passages of evidence and notes are cited in it. */
  citedBy: offsetSchema,
})

export const versionTextSchema = v.strictObject({
  sourceId: idSchema,
  textHash: hashSchema,
  text: v.string(),
  /** The text without front matter. */
  body: rangeSchema,
})

export const versionRowSchema = v.strictObject({
  kind: v.picklist(VERSION_ROW_KINDS),
  /** Its place in each of the two texts; null where it is not. */
  from: v.nullable(rangeSchema),
  to: v.nullable(rangeSchema),
  /** Part of a paragraph that was split in two, or of one that two were joined to; null for whole paragraphs. */
  part: v.nullable(v.picklist(['split', 'joined'])),
  /** True when the two differ in typography alone: white space, the form of quotation marks, what is not seen. */
  typography: v.boolean(),
  /** Word-level differences, `a` in the earlier text; together they tile both ranges. */
  segments: v.array(segmentSchema),
})

export const consequenceSchema = v.strictObject({
  on: citationPlaceSchema,
  /** Null for a note. */
  claimId: v.nullable(idSchema),
  /** The claim's statement, or the note. */
  words: v.string(),
  /** How it stood in the earlier text: `exact` and `moved` had it. */
  before: citedStateSchema,
  state: citedStateSchema,
  /** The words as they stood in the earlier text; as they are cited, where they did not. */
  quote: v.string(),
  /** What stands there in the later text: the same words, or others; null where nothing is found. */
  nowText: nullableText,
  nowRange: v.nullable(rangeSchema),
  candidates: v.array(candidateSchema),
  changes: v.array(citedChangeSchema),
  why: nullableText,
  /** What was decided about it in the later text. */
  settled: v.nullable(settledSchema),
  /** True unless the words stand in the later text as in the earlier one. */
  touched: v.boolean(),
})

const touchedCountSchema = v.strictObject({ all: offsetSchema, touched: offsetSchema })

export const versionComparisonSchema = v.strictObject({
  sourceId: idSchema,
  from: hashSchema,
  to: hashSchema,
  /** In reading order of the later text; what was removed stands where it stood. */
  rows: v.array(versionRowSchema),
  counts: v.strictObject({
    same: offsetSchema,
    changed: offsetSchema,
    moved: offsetSchema,
    movedAndChanged: offsetSchema,
    added: offsetSchema,
    removed: offsetSchema,
  }),
  /** Those that were touched first, then in order of the text. */
  consequences: v.array(consequenceSchema),
  /** Rulings about page furniture, and decisions about matched passages. */
  rulings: touchedCountSchema,
  matchDecisions: touchedCountSchema,
})

/** A citation that somebody has to look at: its words are not in the present text as they were cited, and nobody settled that. */
export const unsettledSchema = v.strictObject({
  on: citationPlaceSchema,
  claimId: v.nullable(idSchema),
  /** The claim's statement, or the note. */
  words: v.string(),
  /** A sealed claim is shown and cannot be settled. */
  sealed: v.boolean(),
  sourceId: idSchema,
  siglum: v.string(),
  /** The present text, which settling has to name. */
  textHash: hashSchema,
  /** When the present text came in. */
  versionReadAt: timeSchema,
  state: v.picklist(['changed', 'ambiguous', 'lost']),
  quote: v.string(),
  nowText: nullableText,
  /** Where other words stand now. */
  range: v.nullable(rangeSchema),
  candidates: v.array(candidateSchema),
  changes: v.array(citedChangeSchema),
  why: nullableText,
})

export type SourceVersion = v.InferOutput<typeof sourceVersionSchema>
export type VersionText = v.InferOutput<typeof versionTextSchema>
export type VersionComparison = v.InferOutput<typeof versionComparisonSchema>
export type Consequence = v.InferOutput<typeof consequenceSchema>
export type UnsettledView = v.InferOutput<typeof unsettledSchema>
