import { visibleReview, type HiddenVerdicts, type VisibleReview } from '../../core/claim/blindReview'
import type { ReviewRecords } from '../../core/claim/recordTable'
import { sameValue } from '../../core/claim/sameValue'
import type { ReviewStore } from './ports'
import type { CorpusSession } from './session'

type Known = { readonly records: ReviewRecords; readonly visible: VisibleReview }
const known = new WeakMap<ReviewStore, Known>()

/**
 * The records that the reviewer of this installation may see: what is shown, searched, reported and told takes them from
 * here, while what is changed is changed in all of them. The same objects until the records change.
 */
export function shownRecords(session: Pick<CorpusSession, 'store'>): ReviewRecords {
  return visibleOf(session).records
}

/** What blind review hides of claims from the reviewer of this installation; an entry stays the same object while it says the same. */
export function hiddenVerdicts(session: Pick<CorpusSession, 'store'>): ReadonlyMap<string, HiddenVerdicts> {
  return visibleOf(session).hidden
}

function visibleOf({ store }: Pick<CorpusSession, 'store'>): VisibleReview {
  const records = store.records()
  const before = known.get(store)
  if (before?.records === records) return before.visible
  const fresh = visibleReview(records, store.writerId)
  const visible = { ...fresh, hidden: keepSame(before?.visible.hidden, fresh.hidden) }
  known.set(store, { records, visible })
  return visible
}

function keepSame(
  before: ReadonlyMap<string, HiddenVerdicts> | undefined,
  now: ReadonlyMap<string, HiddenVerdicts>,
): ReadonlyMap<string, HiddenVerdicts> {
  if (before === undefined || before.size === 0) return now
  return new Map(
    [...now].map(([id, hidden]) => {
      const other = before.get(id)
      return [id, other !== undefined && sameValue(other, hidden) ? other : hidden]
    }),
  )
}
