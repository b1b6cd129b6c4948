import { adjudicate } from '../../core/claim/adjudication'
import { setBlind } from '../../core/claim/blindReview'
import type { Handlers } from '../../contract/router'
import { adjudicationOverview } from './adjudication'
import { changeReview, stamp } from './claims'
import { openSession, type ServiceContext } from './session'
import { shownRecords } from './visibleReview'

/** What is asked about blind review and about where reviewers disagree. */
export function adjudicationHandlers(
  context: ServiceContext,
): Pick<Handlers, 'review.setBlind' | 'adjudication.overview' | 'adjudication.decide'> {
  return {
    'review.setBlind': (input) =>
      changeReview(context, (session, id) => setBlind(session.store.records(), input, stamp(context, id))),
    'adjudication.overview': () => Promise.resolve(adjudicationOverview(openSession(context))),
    'adjudication.decide': (input) =>
      changeReview(context, (session, id) => adjudicate(shownRecords(session), input, stamp(context, id))),
  }
}
