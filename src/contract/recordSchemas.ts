import * as v from 'valibot'
import { MATCH_DECISIONS } from '../core/claim/reviewRecord'
import {
  anchorSchema,
  citedPassageSchema,
  hashSchema,
  idSchema,
  matchSettingsSchema,
  metadataFieldsSchema,
  nullableText,
  reviewerSchema,
  stanceSchema,
  timeSchema,
  verdictSchema,
} from './schemas'

const pairCitationSchema = v.strictObject({ a: citedPassageSchema, b: citedPassageSchema })

/** The reviewer's records, as they stand in the journal. */
export const recordSchemas = {
  claim: v.strictObject({
    id: idSchema,
    statement: v.string(),
    createdAt: timeSchema,
    createdBy: reviewerSchema,
    updatedAt: timeSchema,
  }),
  decision: v.strictObject({
    id: idSchema,
    claimId: idSchema,
    verdict: verdictSchema,
    reason: v.string(),
    at: timeSchema,
    by: reviewerSchema,
  }),
  evidence: v.strictObject({
    id: idSchema,
    claimId: idSchema,
    stance: stanceSchema,
    passages: v.pipe(v.array(citedPassageSchema), v.minLength(1)),
    createdAt: timeSchema,
    createdBy: reviewerSchema,
  }),
  note: v.strictObject({
    id: idSchema,
    body: v.string(),
    passages: v.pipe(v.array(citedPassageSchema), v.minLength(1)),
    createdAt: timeSchema,
    createdBy: reviewerSchema,
    updatedAt: timeSchema,
  }),
  source: v.strictObject({
    id: idSchema,
    siglum: v.pipe(v.string(), v.regex(/^[A-Z]+$/)),
    path: v.pipe(v.string(), v.minLength(1)),
    importedAt: timeSchema,
    versions: v.pipe(
      v.array(v.strictObject({ sha256: hashSchema, textHash: hashSchema, readAt: timeSchema })),
      v.minLength(1),
    ),
  }),
  metadata: v.strictObject({ id: idSchema, fields: metadataFieldsSchema }),
  furniture: v.strictObject({ id: idSchema, sourceId: idSchema, anchor: anchorSchema, furniture: v.boolean() }),
  settings: v.strictObject({ id: v.literal('corpus'), name: nullableText, match: matchSettingsSchema }),
  reviewer: v.strictObject({ id: idSchema, name: v.string() }),
  matchDecision: v.strictObject({
    id: idSchema,
    what: v.picklist(MATCH_DECISIONS),
    removed: v.array(pairCitationSchema),
    added: v.array(pairCitationSchema),
    at: timeSchema,
    by: reviewerSchema,
  }),
} as const
