import { hiddenChanges } from '../../core/claim/blindReview'
import type { HistoryEntry } from '../../core/claim/historyEntry'
import { HistoryIndex } from '../../core/claim/historyIndex'
import type { ReviewRecords } from '../../core/claim/recordTable'
import type { ReviewStore } from './ports'
import type { CorpusSession } from './session'

type Known = {
  readonly entries: readonly HistoryEntry[]
  readonly records: ReviewRecords
  readonly index: HistoryIndex
}
const known = new WeakMap<ReviewStore, Known>()

/** The history as the reviewer of this installation may see it; the same until something is done. */
export function openHistory({ store }: Pick<CorpusSession, 'store'>): HistoryIndex {
  const entries = store.entries()
  const records = store.records()
  const before = known.get(store)
  if (before?.entries === entries && before.records === records) return before.index
  const index = new HistoryIndex(visibleEntries(entries, records, store.writerId), nameless, before?.index)
  known.set(store, { entries, records, index })
  return index
}

/** The history with all that blind review hides, to be built upon and never shown. */
export function wholeHistory({ store }: Pick<CorpusSession, 'store'>): HistoryIndex {
  return new HistoryIndex(store.entries(), nameless)
}

/** While review is blind, without the changes that tell what others decided; an entry that did nothing else is left out. */
function visibleEntries(
  entries: readonly HistoryEntry[],
  records: ReviewRecords,
  writerId: string,
): readonly HistoryEntry[] {
  const hides = hiddenChanges(records, writerId)
  if (hides === null) return entries
  return entries.flatMap((entry) => {
    const changes = entry.changes.filter((change) => !hides(change))
    if (changes.length === entry.changes.length) return [entry]
    // Its label was given for all of it, and may name the verdict.
    return changes.length === 0 ? [] : [{ ...entry, changes, label: 'change the review' }]
  })
}

function nameless(writer: string): string {
  return `A reviewer without a name (${writer})`
}
