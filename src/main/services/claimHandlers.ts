import * as change from '../../core/claim/reviewChanges'
import type { claimEndpoints } from '../../contract/claimEndpoints'
import type { Handlers } from '../../contract/router'
import { addEvidence, changeReview, createClaim, createNote, redo, stamp, undo } from './claims'
import { reviewSince, toReviewView } from './reviewView'
import { openSession, type ServiceContext } from './session'

/** What is asked about claims, evidence and notes. */
export function claimHandlers(context: ServiceContext): Pick<Handlers, keyof typeof claimEndpoints> {
  return {
    'review.get': () => Promise.resolve(toReviewView(openSession(context))),
    'review.since': ({ revision }) => Promise.resolve(reviewSince(openSession(context), revision)),
    'review.undo': () => undo(context),
    'review.redo': () => redo(context),
    'claim.create': (input) => createClaim(context, input),
    'claim.edit': (input) =>
      changeReview(context, (session, id) => change.editStatement(session.store.records(), input, stamp(context, id))),
    'claim.decide': (input) =>
      changeReview(context, (session, id) => change.decide(session.store.records(), input, stamp(context, id))),
    'claim.remove': (input) => changeReview(context, (session) => change.removeClaim(session.store.records(), input)),
    'evidence.add': (input) => addEvidence(context, input),
    'evidence.setStance': (input) =>
      changeReview(context, (session) => change.setStance(session.store.records(), input)),
    'evidence.remove': (input) =>
      changeReview(context, (session) => change.removeEvidence(session.store.records(), input)),
    'note.create': (input) => createNote(context, input),
    'note.edit': (input) =>
      changeReview(context, (session, id) => change.editNote(session.store.records(), input, stamp(context, id))),
    'note.remove': (input) => changeReview(context, (session) => change.removeNote(session.store.records(), input)),
  }
}
