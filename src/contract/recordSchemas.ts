import * as v from 'valibot'
import {
  DISAGREEMENT_CAUSES,
  MATCH_DECISIONS,
  SETTLEMENTS,
  TAG_COLOURS,
  TAG_SHAPES,
  WORK_STATES,
} from '../core/claim/reviewRecord'
import {
  anchorSchema,
  citedPassageSchema,
  hashSchema,
  idSchema,
  matchSettingsSchema,
  metadataFieldsSchema,
  nullableText,
  offsetSchema,
  reviewerSchema,
  stanceSchema,
  timeSchema,
  verdictSchema,
} from './schemas'

const stamped = { at: timeSchema, by: reviewerSchema }
const pairCitationSchema = v.strictObject({ a: citedPassageSchema, b: citedPassageSchema })

export const remarkTargetSchema = v.strictObject({ type: v.picklist(['claim', 'note']), id: idSchema })
export const settledPassageSchema = v.strictObject({
  type: v.picklist(['evidence', 'note']),
  id: idSchema,
  passage: offsetSchema,
})
export const claimFilterSchema = v.strictObject({
  verdicts: v.array(verdictSchema),
  work: v.array(v.picklist(WORK_STATES)),
  assigneeId: v.nullable(idSchema),
  tagIds: v.array(idSchema),
  sourceId: v.nullable(idSchema),
  reviewerId: v.nullable(idSchema),
  unsettled: v.boolean(),
  text: v.string(),
})

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
    verdictNameId: v.nullable(idSchema),
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
      v.array(
        v.strictObject({
          sha256: hashSchema,
          textHash: hashSchema,
          readAt: timeSchema,
          imported: v.exactOptional(v.literal(true)),
        }),
      ),
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
    ...stamped,
  }),
  verdictName: v.strictObject({ id: idSchema, name: v.string(), means: verdictSchema }),
  work: v.strictObject({
    id: idSchema,
    state: v.picklist(WORK_STATES),
    assignee: v.nullable(reviewerSchema),
    ...stamped,
  }),
  confirmation: v.strictObject({ id: idSchema, claimId: idSchema, decisionId: idSchema, ...stamped }),
  seal: v.strictObject({
    id: idSchema,
    claimId: idSchema,
    sealed: v.boolean(),
    statement: v.string(),
    decisionId: v.nullable(idSchema),
    reason: v.string(),
    ...stamped,
  }),
  reply: v.strictObject({
    id: idSchema,
    on: remarkTargetSchema,
    body: v.string(),
    createdAt: timeSchema,
    createdBy: reviewerSchema,
    updatedAt: timeSchema,
  }),
  thread: v.strictObject({ id: idSchema, resolved: v.boolean(), ...stamped }),
  tag: v.strictObject({
    id: idSchema,
    name: v.string(),
    colour: v.picklist(TAG_COLOURS),
    shape: v.picklist(TAG_SHAPES),
  }),
  tagging: v.strictObject({ id: idSchema, tagId: idSchema, on: remarkTargetSchema }),
  filter: v.strictObject({
    id: idSchema,
    name: v.string(),
    filter: claimFilterSchema,
    createdAt: timeSchema,
    createdBy: reviewerSchema,
  }),
  merging: v.strictObject({ id: idSchema, into: idSchema, reason: v.string(), ...stamped }),
  splitting: v.strictObject({ id: idSchema, from: idSchema, ...stamped }),
  settlement: v.strictObject({
    id: idSchema,
    on: settledPassageSchema,
    what: v.picklist(SETTLEMENTS),
    textHash: hashSchema,
    from: anchorSchema,
    to: v.nullable(anchorSchema),
    ...stamped,
  }),
  adjudication: v.strictObject({
    id: idSchema,
    claimId: idSchema,
    decisionIds: v.array(idSchema),
    cause: v.picklist(DISAGREEMENT_CAUSES),
  }),
  blind: v.strictObject({ id: v.literal('corpus'), on: v.boolean(), ...stamped }),
} as const
