import { findRecord } from '../../core/claim/recordTable'
import type { ReviewPatch } from '../../contract/reviewPatch'
import type { ReviewView } from '../../contract/reviewSchemas'
import type { ReviewStore } from './ports'
import type { CorpusSession } from './session'
import { toSharedWork } from './sharedWork'
import { ShownReview, type BesideClaims } from './shownReview'
import { shownRecords } from './visibleReview'

const shown = new WeakMap<ReviewStore, ShownReview>()

/** Claims and notes as they are shown, oldest first; each anchor resolved against the text as it is now. */
export function toReviewView(session: CorpusSession): ReviewView {
  return shownOf(session).whole(session)
}

/** What became of the review since a revision; the whole where that revision is not known. */
export function reviewSince(session: CorpusSession, revision: number): ReviewPatch {
  return shownOf(session).since(session, revision)
}

/** The revision of the review as it is now. */
export function revisionOf(session: CorpusSession): number {
  return shownOf(session).follow(session)
}

function shownOf({ store }: CorpusSession): ShownReview {
  const known = shown.get(store) ?? new ShownReview(besideClaims)
  shown.set(store, known)
  return known
}

function besideClaims(session: CorpusSession): BesideClaims {
  const { store } = session
  const blind = findRecord(store.records(), 'blind', 'corpus')
  return { undo: store.undoLabel(), redo: store.redoLabel(), ...toSharedWork(shownRecords(session)), blind }
}
