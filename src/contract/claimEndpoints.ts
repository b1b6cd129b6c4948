import * as v from 'valibot'
import { changeErrors, citeErrors, endpoint, nothing, writeErrors } from './endpoint'
import { createdSchema, reviewPatchSchema } from './reviewPatch'
import { reviewViewSchema, revisionSchema } from './reviewSchemas'
import {
  evidenceInputSchema,
  idSchema,
  noteBodySchema,
  passageInputSchema,
  reasonSchema,
  stanceSchema,
  statementSchema,
  verdictSchema,
} from './schemas'

/** What a renderer may ask about claims, evidence and notes. */
export const claimEndpoints = {
  'review.get': endpoint(nothing, reviewViewSchema),
  /** What changed since a revision that the caller holds; the whole review where that is not known any more. */
  'review.since': endpoint(v.strictObject({ revision: revisionSchema }), reviewPatchSchema),
  'claim.create': endpoint(
    v.strictObject({ statement: statementSchema, evidence: v.array(evidenceInputSchema) }),
    createdSchema,
    citeErrors,
  ),
  'claim.edit': endpoint(
    v.strictObject({ claimId: idSchema, statement: statementSchema }),
    reviewPatchSchema,
    changeErrors,
  ),
  'claim.decide': endpoint(
    v.strictObject({
      claimId: idSchema,
      verdict: verdictSchema,
      verdictNameId: v.optional(v.nullable(idSchema)),
      reason: reasonSchema,
    }),
    reviewPatchSchema,
    ['REASON_MISSING', 'VERDICT_NAME_UNKNOWN', ...changeErrors],
  ),
  'claim.remove': endpoint(v.strictObject({ claimId: idSchema }), reviewPatchSchema, changeErrors),
  'evidence.add': endpoint(v.strictObject({ claimId: idSchema, evidence: evidenceInputSchema }), createdSchema, [
    'CLAIM_UNKNOWN',
    'CLAIM_MERGED',
    'CLAIM_SEALED',
    ...citeErrors,
  ]),
  'evidence.setStance': endpoint(v.strictObject({ evidenceId: idSchema, stance: stanceSchema }), reviewPatchSchema, [
    'EVIDENCE_UNKNOWN',
    'CLAIM_SEALED',
    ...writeErrors,
  ]),
  'evidence.remove': endpoint(v.strictObject({ evidenceId: idSchema }), reviewPatchSchema, [
    'EVIDENCE_UNKNOWN',
    'CLAIM_SEALED',
    ...writeErrors,
  ]),
  'note.create': endpoint(
    v.strictObject({
      body: noteBodySchema,
      passages: v.pipe(v.array(passageInputSchema), v.minLength(1), v.maxLength(8)),
    }),
    createdSchema,
    citeErrors,
  ),
  'note.edit': endpoint(v.strictObject({ noteId: idSchema, body: noteBodySchema }), reviewPatchSchema, [
    'NOTE_UNKNOWN',
    ...writeErrors,
  ]),
  'note.remove': endpoint(v.strictObject({ noteId: idSchema }), reviewPatchSchema, ['NOTE_UNKNOWN', ...writeErrors]),
  'review.undo': endpoint(nothing, reviewPatchSchema, ['NOTHING_TO_UNDO', 'CLAIM_SEALED', ...writeErrors]),
  'review.redo': endpoint(nothing, reviewPatchSchema, ['NOTHING_TO_REDO', 'CLAIM_SEALED', ...writeErrors]),
} as const
