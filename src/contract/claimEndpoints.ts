import * as v from 'valibot'
import { citeErrors, endpoint, nothing, writeErrors } from './endpoint'
import { reviewViewSchema } from './reviewSchemas'
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

const created = v.strictObject({ id: idSchema, review: reviewViewSchema })

/** What a renderer may ask about claims, evidence and notes. */
export const claimEndpoints = {
  'review.get': endpoint(nothing, reviewViewSchema),
  'claim.create': endpoint(
    v.strictObject({ statement: statementSchema, evidence: v.array(evidenceInputSchema) }),
    created,
    citeErrors,
  ),
  'claim.edit': endpoint(v.strictObject({ claimId: idSchema, statement: statementSchema }), reviewViewSchema, [
    'CLAIM_UNKNOWN',
    ...writeErrors,
  ]),
  'claim.decide': endpoint(
    v.strictObject({ claimId: idSchema, verdict: verdictSchema, reason: reasonSchema }),
    reviewViewSchema,
    ['CLAIM_UNKNOWN', 'REASON_MISSING', ...writeErrors],
  ),
  'claim.remove': endpoint(v.strictObject({ claimId: idSchema }), reviewViewSchema, ['CLAIM_UNKNOWN', ...writeErrors]),
  'evidence.add': endpoint(v.strictObject({ claimId: idSchema, evidence: evidenceInputSchema }), created, [
    'CLAIM_UNKNOWN',
    ...citeErrors,
  ]),
  'evidence.setStance': endpoint(v.strictObject({ evidenceId: idSchema, stance: stanceSchema }), reviewViewSchema, [
    'EVIDENCE_UNKNOWN',
    ...writeErrors,
  ]),
  'evidence.remove': endpoint(v.strictObject({ evidenceId: idSchema }), reviewViewSchema, [
    'EVIDENCE_UNKNOWN',
    ...writeErrors,
  ]),
  'note.create': endpoint(
    v.strictObject({
      body: noteBodySchema,
      passages: v.pipe(v.array(passageInputSchema), v.minLength(1), v.maxLength(8)),
    }),
    created,
    citeErrors,
  ),
  'note.edit': endpoint(v.strictObject({ noteId: idSchema, body: noteBodySchema }), reviewViewSchema, [
    'NOTE_UNKNOWN',
    ...writeErrors,
  ]),
  'note.remove': endpoint(v.strictObject({ noteId: idSchema }), reviewViewSchema, ['NOTE_UNKNOWN', ...writeErrors]),
  'review.undo': endpoint(nothing, reviewViewSchema, ['NOTHING_TO_UNDO', ...writeErrors]),
  'review.redo': endpoint(nothing, reviewViewSchema, ['NOTHING_TO_REDO', ...writeErrors]),
} as const
