import type { ReviewAction, ReviewFailure } from '../../core/claim/reviewAction'
import * as change from '../../core/claim/reviewChanges'
import type { Result } from '../../core/result'
import type { ReviewView } from '../../contract/reviewSchemas'
import type { EvidenceInput, PassageInput } from '../../contract/schemas'
import { commitAction, currentReviewer, whileSaving } from './changeReview'
import { cite } from './citations'
import { withTextsCitedAgain } from './earlierTexts'
import { toReviewView } from './reviewView'
import { openSession, type CorpusSession, type ServiceContext } from './session'

type Created = { id: string; review: ReviewView }
type Make = (session: CorpusSession, id: string) => Result<ReviewAction, ReviewFailure>

export function createClaim(
  context: ServiceContext,
  input: { statement: string; evidence: EvidenceInput[] },
): Promise<Created> {
  return create(context, (session, id) => {
    const evidence = input.evidence.map((one) => ({
      id: context.clock.newId(),
      stance: one.stance,
      passages: one.passages.map((passage) => cite(session, passage)),
    }))
    return change.createClaim(session.store.records(), { statement: input.statement, evidence }, stamp(context, id))
  })
}

export function addEvidence(
  context: ServiceContext,
  input: { claimId: string; evidence: EvidenceInput },
): Promise<Created> {
  return create(context, (session, id) => {
    const passages = input.evidence.passages.map((passage) => cite(session, passage))
    const asked = { claimId: input.claimId, stance: input.evidence.stance, passages }
    return change.addEvidence(session.store.records(), asked, stamp(context, id))
  })
}

export function createNote(
  context: ServiceContext,
  input: { body: string; passages: PassageInput[] },
): Promise<Created> {
  return create(context, (session, id) => {
    const passages = input.passages.map((passage) => cite(session, passage))
    return change.createNote(session.store.records(), { body: input.body, passages }, stamp(context, id))
  })
}

/** Does what `make` says and shows the review after it. */
export async function changeReview(context: ServiceContext, make: Make): Promise<ReviewView> {
  return (await create(context, make)).review
}

export async function undo(context: ServiceContext): Promise<ReviewView> {
  const session = openSession(context)
  await whileSaving(context, () => session.store.undo())
  const shown = await withTextsCitedAgain(context, session)
  context.emit({ kind: 'corpus-changed' })
  return toReviewView(shown)
}

export async function redo(context: ServiceContext): Promise<ReviewView> {
  const session = openSession(context)
  await whileSaving(context, () => session.store.redo())
  const shown = await withTextsCitedAgain(context, session)
  context.emit({ kind: 'corpus-changed' })
  return toReviewView(shown)
}

/** When, by whom, and the id of what is new. */
export function stamp(context: ServiceContext, id: string) {
  return { id, at: context.clock.now(), by: currentReviewer(context) }
}

async function create(context: ServiceContext, make: Make): Promise<Created> {
  const session = openSession(context)
  const id = context.clock.newId()
  await commitAction(context, session, make(session, id))
  return { id, review: toReviewView(session) }
}
