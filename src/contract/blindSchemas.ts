import * as v from 'valibot'
import { idSchema, offsetSchema, reviewerSchema, timeSchema, verdictSchema } from './schemas'

/** Whether review is blind, and who said so when; null when nobody ever did. It binds everyone. */
export const blindViewSchema = v.nullable(
  v.strictObject({ id: v.literal('corpus'), on: v.boolean(), at: timeSchema, by: reviewerSchema }),
)

/** What a claim shows of verdicts that do not agree, or that are not to be seen yet. */
export const independentEntries = {
  /** Decisions of others that are shown after one's own; 0 when nothing is hidden. */
  hiddenDecisions: offsetSchema,
  /** Who gave those. */
  hiddenReviewers: v.array(reviewerSchema),
  /** What stands against each other, oldest first, while reviewers who decided independently disagree: then the verdict is `unverified`. */
  disagreement: v.nullable(
    v.strictObject({
      verdicts: v.array(
        v.strictObject({
          decisionId: idSchema,
          reviewer: reviewerSchema,
          verdict: verdictSchema,
          verdictNameId: v.nullable(idSchema),
        }),
      ),
    }),
  ),
}
