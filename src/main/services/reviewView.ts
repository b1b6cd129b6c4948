import { listRecords } from '../../core/claim/recordTable'
import type { ReviewView } from '../../contract/reviewSchemas'
import { byCreation, toClaimView, toNoteView } from './claimView'
import type { CorpusSession } from './session'

/** Claims and notes as they are shown, oldest first; each anchor resolved against the text as it is now. */
export function toReviewView(session: CorpusSession): ReviewView {
  const records = session.store.records()
  const sigla = new Map(listRecords(records, 'source').map((source) => [source.id, source.siglum]))
  const decisions = groupBy(listRecords(records, 'decision'), (decision) => decision.claimId)
  const evidence = groupBy(listRecords(records, 'evidence'), (one) => one.claimId)
  return {
    claims: listRecords(records, 'claim')
      .toSorted(byCreation)
      .map((claim) => toClaimView(session, claim, decisions.get(claim.id) ?? [], evidence.get(claim.id) ?? [], sigla)),
    notes: listRecords(records, 'note')
      .toSorted(byCreation)
      .map((note) => toNoteView(session, note, sigla)),
    undo: session.store.undoLabel(),
    redo: session.store.redoLabel(),
  }
}

function groupBy<T>(records: readonly T[], keyOf: (record: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const record of records) {
    const group = groups.get(keyOf(record))
    if (group === undefined) groups.set(keyOf(record), [record])
    else group.push(record)
  }
  return groups
}
