import { decidersOf, hintOf, ratingsOf, revisedOpinions } from '../../core/claim/adjudication'
import { cohensKappa, krippendorffsAlpha, percentAgreement, type CountTable } from '../../core/claim/agreement'
import type { ClaimFile } from '../../core/claim/claimFile'
import { findRecord } from '../../core/claim/recordTable'
import { buildReviewIndex } from '../../core/claim/reviewIndex'
import { VERDICTS, type Decision, type Reviewer, type Verdict } from '../../core/claim/reviewRecord'
import { compareText } from '../../core/claim/timeOrder'
import type {
  AdjudicationOverview,
  AgreementView,
  DisagreementView,
  OpinionView,
  SettledView,
} from '../../contract/adjudicationEndpoints'
import type { CorpusSession } from './session'
import { hiddenVerdicts, shownRecords } from './visibleReview'

/** Where reviewers agree and disagree, as far as the one who asks may see. */
export function adjudicationOverview(session: CorpusSession): AdjudicationOverview {
  const records = shownRecords(session)
  const files = [...buildReviewIndex(records).claims.values()]
  const me = session.store.writerId
  const hidden = hiddenVerdicts(session)
  const unseen = files.filter((file) => hidden.has(file.claim.id) || isForOthersOnly(file, me))
  const several = files.filter((file) => file.opinions.length > 1)
  return {
    blind: findRecord(records, 'blind', 'corpus'),
    reviewers: inOrder(decidersOf(files), me),
    agreement: agreementOf(files, me),
    revised: several.reduce((sum, file) => sum + revisedOpinions(file), 0),
    disagreements: files.flatMap((file) =>
      file.disagreement === null ? [] : [toDisagreement(file, file.disagreement)],
    ),
    agreed: several.filter(({ opinions }) => new Set(opinions.map(({ verdict }) => verdict)).size === 1).length,
    settled: files.flatMap(toSettled).sort((a, b) => compareText(b.at, a.at)),
    waiting: {
      forYou: unseen.length,
      firstForYou: unseen[0]?.claim.id ?? null,
      decidedBy: countReviewers(
        unseen.flatMap((file) => hidden.get(file.claim.id)?.reviewers ?? file.opinions.map(({ by }) => by)),
      ),
      forOthers: files.filter(({ opinions }) => opinions.length === 1 && opinions[0]?.by.id === me).length,
    },
  }
}

function isForOthersOnly({ opinions }: ClaimFile, me: string): boolean {
  return opinions.length > 0 && opinions.every(({ by }) => by.id !== me)
}

/** The one who asks first, then by name, so that a table reads the same way every time. */
function inOrder<T extends Reviewer>(reviewers: readonly T[], me: string): T[] {
  const rank = ({ id }: Reviewer): number => (id === me ? 0 : 1)
  return reviewers.toSorted((a, b) => rank(a) - rank(b) || compareText(a.name, b.name) || compareText(a.id, b.id))
}

function agreementOf(files: readonly ClaimFile[], me: string): AgreementView {
  const ratings = ratingsOf(files)
  const reviewers = inOrder(decidersOf(files), me)
  const [first, second, ...more] = reviewers
  const pairs = percentAgreement(ratings)
  if (first === undefined || second === undefined) return { ...pairs, kappa: null, alpha: null }
  if (more.length > 0) return { ...pairs, kappa: null, alpha: plain(krippendorffsAlpha(ratings, VERDICTS)) }
  const raters: [Reviewer, Reviewer] = [nameOnly(first), nameOnly(second)]
  return { ...pairs, kappa: { ...plain(cohensKappa(ratings, [first.id, second.id], VERDICTS)), raters }, alpha: null }
}

/** A measure as the contract has it: a table that belongs to whoever gets it. */
function plain<T extends { readonly table: CountTable<Verdict> }>(measure: T) {
  const { values, counts } = measure.table
  return { ...measure, table: { values: [...values], counts: counts.map((row) => [...row]) } }
}

function toDisagreement(file: ClaimFile, decisions: readonly Decision[]): DisagreementView {
  return {
    claimId: file.claim.id,
    statement: file.statement,
    hint: hintOf(decisions, file.evidence),
    sealed: file.seal !== null,
    decisions: decisions.map((decision) => toOpinion(file, decision)),
  }
}

function toOpinion({ evidence, opinions }: ClaimFile, decision: Decision): OpinionView {
  return {
    decisionId: decision.id,
    reviewer: decision.by,
    verdict: decision.verdict,
    verdictNameId: decision.verdictNameId,
    reason: decision.reason,
    at: decision.at,
    adjudication: !opinions.some(({ id }) => id === decision.id),
    added: evidence.filter(({ createdBy }) => createdBy.id === decision.by.id).map(({ id }) => id),
    unseen: evidence.filter(({ createdAt }) => createdAt > decision.at).map(({ id }) => id),
  }
}

function toSettled({ claim, statement, standing, adjudication }: ClaimFile): SettledView[] {
  if (adjudication === null || standing === null) return []
  const { verdict, verdictNameId, reason, at, by } = standing
  return [{ claimId: claim.id, statement, cause: adjudication.cause, verdict, verdictNameId, reason, at, by }]
}

function countReviewers(reviewers: readonly Reviewer[]): AdjudicationOverview['waiting']['decidedBy'] {
  const counts = new Map<string, Reviewer & { decided: number }>()
  for (const reviewer of reviewers) {
    const known = counts.get(reviewer.id)
    if (known === undefined) counts.set(reviewer.id, { ...nameOnly(reviewer), decided: 1 })
    else known.decided += 1
  }
  return [...counts.values()]
}

function nameOnly({ id, name }: Reviewer): Reviewer {
  return { id, name }
}
