import * as v from 'valibot'
import { DISAGREEMENT_HINTS } from '../core/claim/adjudication'
import { DISAGREEMENT_CAUSES } from '../core/claim/reviewRecord'
import { endpoint, nothing, writeErrors } from './endpoint'
import { reviewPatchSchema } from './reviewPatch'
import { blindViewSchema } from './blindSchemas'
import { idSchema, offsetSchema, reasonSchema, reviewerSchema, shareSchema, timeSchema, verdictSchema } from './schemas'

const causeSchema = v.picklist(DISAGREEMENT_CAUSES)
const countTable = v.strictObject({
  values: v.array(verdictSchema),
  /** A row for each value, in their order. */
  counts: v.array(v.array(v.pipe(v.number(), v.minValue(0)))),
})
/** Null, with why, where a coefficient is not defined. */
const coefficient = {
  value: v.nullable(v.pipe(v.number(), v.maxValue(1.000001))),
  why: v.nullable(v.picklist(['no-overlap', 'no-variation'])),
}
const kappaSchema = v.strictObject({
  ...coefficient,
  /** Whose verdicts stand in the rows of the table, and whose in its columns. */
  raters: v.tuple([reviewerSchema, reviewerSchema]),
  units: offsetSchema,
  observed: v.nullable(shareSchema),
  expected: v.nullable(shareSchema),
  table: countTable,
})
const alphaSchema = v.strictObject({
  ...coefficient,
  units: offsetSchema,
  ratings: offsetSchema,
  observedDisagreement: v.nullable(shareSchema),
  expectedDisagreement: v.nullable(shareSchema),
  /** The coincidences: how often a verdict met another on the same claim. */
  table: countTable,
})
const agreementSchema = v.strictObject({
  /** Claims with two opinions or more. */
  units: offsetSchema,
  ratings: offsetSchema,
  pairs: offsetSchema,
  agreeing: offsetSchema,
  share: v.nullable(shareSchema),
  /** Only where there are two reviewers. */
  kappa: v.nullable(kappaSchema),
  /** Only where there are more. */
  alpha: v.nullable(alphaSchema),
})
const opinionSchema = v.strictObject({
  decisionId: idSchema,
  reviewer: reviewerSchema,
  verdict: verdictSchema,
  verdictNameId: v.nullable(idSchema),
  reason: v.string(),
  at: timeSchema,
  /** Whether it is an earlier adjudication, which somebody contradicted since. */
  adjudication: v.boolean(),
  /** The evidence of the claim that this reviewer added. */
  added: v.array(idSchema),
  /** The evidence that was added after this was decided. */
  unseen: v.array(idSchema),
})
const disagreementSchema = v.strictObject({
  claimId: idSchema,
  statement: v.string(),
  hint: v.picklist(DISAGREEMENT_HINTS),
  /** A sealed claim is opened again before it is adjudicated. */
  sealed: v.boolean(),
  /** Oldest first. */
  decisions: v.array(opinionSchema),
})
const settledSchema = v.strictObject({
  claimId: idSchema,
  statement: v.string(),
  cause: causeSchema,
  verdict: verdictSchema,
  verdictNameId: v.nullable(idSchema),
  reason: v.string(),
  at: timeSchema,
  by: reviewerSchema,
})
const decidersSchema = v.array(v.strictObject({ ...reviewerSchema.entries, decided: offsetSchema }))
export const overviewSchema = v.strictObject({
  blind: blindViewSchema,
  /** Everyone with an opinion that may be seen, and on how many claims. */
  reviewers: decidersSchema,
  agreement: agreementSchema,
  /** Opinions that were another verdict before somebody else's stood there. */
  revised: offsetSchema,
  disagreements: v.array(disagreementSchema),
  /** Claims on which two or more say the same. */
  agreed: offsetSchema,
  /** Adjudicated, the latest first. */
  settled: v.array(settledSchema),
  waiting: v.strictObject({
    /** Claims that others decided and the one who asks did not. */
    forYou: offsetSchema,
    /** One of them; null when there is none. */
    firstForYou: v.nullable(idSchema),
    /** Who decided those, and how many; never how. */
    decidedBy: decidersSchema,
    /** Claims that only the one who asks decided. */
    forOthers: offsetSchema,
  }),
})

/** What a renderer may ask about blind review and about where reviewers disagree. */
export const adjudicationEndpoints = {
  /** For everyone, and journalled. */
  'review.setBlind': endpoint(v.strictObject({ on: v.boolean() }), reviewPatchSchema, writeErrors),
  'adjudication.overview': endpoint(nothing, overviewSchema),
  /** One decision on a claim on which reviewers disagree, with the cause as the one who adjudicates sees it. */
  'adjudication.decide': endpoint(
    v.strictObject({
      claimId: idSchema,
      verdict: verdictSchema,
      /** The corpus's own name for the verdict; null or left out for the plain one. */
      verdictNameId: v.optional(v.nullable(idSchema), null),
      cause: causeSchema,
      reason: reasonSchema,
    }),
    reviewPatchSchema,
    [
      'CLAIM_UNKNOWN',
      'CLAIM_MERGED',
      'CLAIM_SEALED',
      'NO_DISAGREEMENT',
      'REASON_MISSING',
      'VERDICT_NAME_UNKNOWN',
      ...writeErrors,
    ],
  ),
} as const

export type AdjudicationOverview = v.InferOutput<typeof overviewSchema>
export type AgreementView = v.InferOutput<typeof agreementSchema>
export type DisagreementView = v.InferOutput<typeof disagreementSchema>
export type OpinionView = v.InferOutput<typeof opinionSchema>
export type SettledView = v.InferOutput<typeof settledSchema>
