import * as v from 'valibot'
import { changeErrors, endpoint, writeErrors } from './endpoint'
import { claimFilterSchema, remarkTargetSchema } from './recordSchemas'
import { createdSchema, reviewPatchSchema } from './reviewPatch'
import { idSchema, replyBodySchema, reasonSchema, statementSchema, verdictSchema } from './schemas'
import { tagColourSchema, tagNameSchema, tagShapeSchema, workStateSchema } from './workSchemas'

/** The most claims that one action may be about. */
export const MOST_AT_ONCE = 10_000

const selection = v.pipe(v.array(idSchema), v.minLength(1), v.maxLength(MOST_AT_ONCE))
const remarkErrors = ['CLAIM_UNKNOWN', 'CLAIM_MERGED', 'NOTE_UNKNOWN', ...writeErrors] as const

/** What a renderer may ask to work on claims. What is asked of many is done as one, or not at all. */
export const workEndpoints = {
  /** What is absent stays as it is; an assignee of null is nobody. */
  'claim.setWork': endpoint(
    v.strictObject({
      claimIds: selection,
      state: v.optional(workStateSchema),
      assigneeId: v.optional(v.nullable(idSchema)),
    }),
    reviewPatchSchema,
    ['CLAIM_UNKNOWN', 'CLAIM_MERGED', 'REVIEWER_UNKNOWN', ...writeErrors],
  ),
  'claim.confirm': endpoint(v.strictObject({ claimId: idSchema, decisionId: idSchema }), reviewPatchSchema, [
    'DECISION_UNKNOWN',
    'OWN_DECISION',
    ...changeErrors,
  ]),
  'claim.withdrawConfirmation': endpoint(v.strictObject({ confirmationId: idSchema }), reviewPatchSchema, [
    'CONFIRMATION_UNKNOWN',
    'NOT_YOURS',
    ...changeErrors,
  ]),
  'claim.seal': endpoint(v.strictObject({ claimIds: selection, reason: reasonSchema }), reviewPatchSchema, [
    'CLAIM_UNKNOWN',
    'CLAIM_MERGED',
    'REASON_MISSING',
    'DISAGREEMENT_OPEN',
    'VERDICTS_HIDDEN',
    ...writeErrors,
  ]),
  'claim.reopen': endpoint(v.strictObject({ claimId: idSchema, reason: reasonSchema }), reviewPatchSchema, [
    'CLAIM_UNKNOWN',
    'CLAIM_MERGED',
    'REASON_MISSING',
    ...writeErrors,
  ]),
  'claim.decideAll': endpoint(
    v.strictObject({
      claimIds: selection,
      verdict: verdictSchema,
      verdictNameId: v.optional(v.nullable(idSchema)),
      reason: reasonSchema,
    }),
    reviewPatchSchema,
    ['REASON_MISSING', 'VERDICT_NAME_UNKNOWN', ...changeErrors],
  ),
  'claim.removeAll': endpoint(v.strictObject({ claimIds: selection }), reviewPatchSchema, changeErrors),
  'claim.merge': endpoint(
    v.strictObject({ into: idSchema, claimIds: selection, reason: reasonSchema }),
    reviewPatchSchema,
    ['REASON_MISSING', ...changeErrors],
  ),
  'claim.unmerge': endpoint(v.strictObject({ claimId: idSchema }), reviewPatchSchema, [
    'CLAIM_UNKNOWN',
    'CLAIM_SEALED',
    ...writeErrors,
  ]),
  /** The new claim takes these pieces of evidence over. */
  'claim.split': endpoint(
    v.strictObject({
      claimId: idSchema,
      statement: statementSchema,
      evidenceIds: v.pipe(v.array(idSchema), v.maxLength(MOST_AT_ONCE)),
    }),
    createdSchema,
    ['EVIDENCE_UNKNOWN', ...changeErrors],
  ),

  'reply.create': endpoint(
    v.strictObject({ on: remarkTargetSchema, body: replyBodySchema }),
    createdSchema,
    remarkErrors,
  ),
  'reply.edit': endpoint(v.strictObject({ replyId: idSchema, body: replyBodySchema }), reviewPatchSchema, [
    'REPLY_UNKNOWN',
    'NOT_YOURS',
    ...writeErrors,
  ]),
  'reply.remove': endpoint(v.strictObject({ replyId: idSchema }), reviewPatchSchema, [
    'REPLY_UNKNOWN',
    'NOT_YOURS',
    ...writeErrors,
  ]),
  'thread.setResolved': endpoint(
    v.strictObject({ on: remarkTargetSchema, resolved: v.boolean() }),
    reviewPatchSchema,
    remarkErrors,
  ),

  'tag.create': endpoint(
    v.strictObject({ name: tagNameSchema, colour: tagColourSchema, shape: tagShapeSchema }),
    createdSchema,
    ['NAME_TAKEN', ...writeErrors],
  ),
  'tag.edit': endpoint(
    v.strictObject({
      tagId: idSchema,
      name: v.optional(tagNameSchema),
      colour: v.optional(tagColourSchema),
      shape: v.optional(tagShapeSchema),
    }),
    reviewPatchSchema,
    ['TAG_UNKNOWN', 'NAME_TAKEN', ...writeErrors],
  ),
  'tag.remove': endpoint(v.strictObject({ tagId: idSchema }), reviewPatchSchema, ['TAG_UNKNOWN', ...writeErrors]),
  'tag.put': endpoint(
    v.strictObject({
      tagId: idSchema,
      on: v.pipe(v.array(remarkTargetSchema), v.minLength(1), v.maxLength(MOST_AT_ONCE)),
      present: v.boolean(),
    }),
    reviewPatchSchema,
    ['TAG_UNKNOWN', ...remarkErrors],
  ),

  /** Saves a new filter, or the one with that id anew. */
  'filter.save': endpoint(
    v.strictObject({ id: v.optional(idSchema), name: tagNameSchema, filter: claimFilterSchema }),
    createdSchema,
    ['FILTER_UNKNOWN', 'NAME_TAKEN', ...writeErrors],
  ),
  'filter.remove': endpoint(v.strictObject({ filterId: idSchema }), reviewPatchSchema, [
    'FILTER_UNKNOWN',
    ...writeErrors,
  ]),

  'verdictName.create': endpoint(v.strictObject({ name: tagNameSchema, means: verdictSchema }), createdSchema, [
    'NAME_TAKEN',
    ...writeErrors,
  ]),
  'verdictName.edit': endpoint(
    v.strictObject({
      verdictNameId: idSchema,
      name: v.optional(tagNameSchema),
      means: v.optional(verdictSchema),
    }),
    reviewPatchSchema,
    ['VERDICT_NAME_UNKNOWN', 'NAME_TAKEN', 'NAME_IN_USE', ...writeErrors],
  ),
  'verdictName.remove': endpoint(v.strictObject({ verdictNameId: idSchema }), reviewPatchSchema, [
    'VERDICT_NAME_UNKNOWN',
    'NAME_IN_USE',
    ...writeErrors,
  ]),
} as const
