import type { HiddenVerdicts } from '../../core/claim/blindReview'
import type { ClaimFile } from '../../core/claim/claimFile'
import type { ClaimView } from '../../contract/reviewSchemas'

/** What a claim shows of verdicts that do not agree, or that are not to be seen yet; `hidden` is null where nothing is. */
export function toIndependentView(
  { disagreement }: Pick<ClaimFile, 'disagreement'>,
  hidden: HiddenVerdicts | null,
): Pick<ClaimView, 'hiddenDecisions' | 'hiddenReviewers' | 'disagreement'> {
  return {
    hiddenDecisions: hidden?.decisions ?? 0,
    hiddenReviewers: [...(hidden?.reviewers ?? [])],
    disagreement:
      disagreement === null
        ? null
        : {
            verdicts: disagreement.map(({ id, by, verdict, verdictNameId }) => ({
              decisionId: id,
              reviewer: by,
              verdict,
              verdictNameId,
            })),
          },
  }
}
