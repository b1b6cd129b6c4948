import type { ReviewAction, ReviewFailure } from '../../core/claim/reviewAction'
import * as change from '../../core/claim/reviewChanges'
import type { Result } from '../../core/result'
import type { Created, ReviewPatch } from '../../contract/reviewPatch'
import type { EvidenceInput, PassageInput } from '../../contract/schemas'
import { commitAction, currentReviewer, whileSaving } from './changeReview'
import { cite } from './citations'
import { withTextsCitedAgain } from './earlierTexts'
import { reviewSince, revisionOf } from './reviewView'
import { openSession, type CorpusSession, type ServiceContext } from './session'

type Make = (session: CorpusSession, id: string) => Result<ReviewAction, ReviewFailure>

export function createClaim(
  context: ServiceContext,
  input: { statement: string; evidence: EvidenceInput[] },
): Promise<Created> {
  return createInReview(context, (session, id) => {
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
  return createInReview(context, (session, id) => {
    const passages = input.evidence.passages.map((passage) => cite(session, passage))
    const asked = { claimId: input.claimId, stance: input.evidence.stance, passages }
    return change.addEvidence(session.store.records(), asked, stamp(context, id))
  })
}

export function createNote(
  context: ServiceContext,
  input: { body: string; passages: PassageInput[] },
): Promise<Created> {
  return createInReview(context, (session, id) => {
    const passages = input.passages.map((passage) => cite(session, passage))
    return change.createNote(session.store.records(), { body: input.body, passages }, stamp(context, id))
  })
}

/** Does what `make` says and shows what became of the review. */
export async function changeReview(context: ServiceContext, make: Make): Promise<ReviewPatch> {
  return (await createInReview(context, make)).review
}

export function undo(context: ServiceContext): Promise<ReviewPatch> {
  return step(context, (session) => session.store.undo())
}

export function redo(context: ServiceContext): Promise<ReviewPatch> {
  return step(context, (session) => session.store.redo())
}

/** When, by whom, and the id of what is new. */
export function stamp(context: ServiceContext, id: string) {
  return { id, at: context.clock.now(), by: currentReviewer(context) }
}

/** Does what `make` says, and gives the id that it was handed for what is new. */
export async function createInReview(context: ServiceContext, make: Make): Promise<Created> {
  const session = openSession(context)
  const before = revisionOf(session)
  const id = context.clock.newId()
  await commitAction(context, session, make(session, id))
  return { id, review: reviewSince(presentOf(context, session), before) }
}

/** Takes a step of the journal, and reads again the texts that are cited once more after it. */
export async function step(
  context: ServiceContext,
  take: (session: CorpusSession) => Promise<void>,
): Promise<ReviewPatch> {
  const session = openSession(context)
  const before = revisionOf(session)
  await whileSaving(context, () => take(session))
  const shown = await withTextsCitedAgain(context, session)
  context.emit({ kind: 'corpus-changed' })
  return reviewSince(presentOf(context, shown), before)
}

/** The corpus as it is now: sources may have been read anew while a change was on its way to the disk. */
function presentOf({ session }: ServiceContext, before: CorpusSession): CorpusSession {
  return session?.store === before.store ? session : before
}
