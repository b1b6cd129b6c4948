import { listRecords } from '../../core/claim/recordTable'
import type { Claim, Decision, Evidence, Note } from '../../core/claim/reviewRecord'
import type { ClaimView, NoteView, ReviewView } from '../../contract/reviewSchemas'
import { toCitedView } from './citations'
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

function toClaimView(
  session: CorpusSession,
  claim: Claim,
  decisions: readonly Decision[],
  evidence: readonly Evidence[],
  sigla: ReadonlyMap<string, string>,
): ClaimView {
  const history = decisions.toSorted((a, b) => compareText(a.at, b.at) || compareText(a.id, b.id))
  const latest = history.at(-1)
  return {
    id: claim.id,
    statement: claim.statement,
    verdict: latest?.verdict ?? 'unverified',
    reason: latest?.reason ?? '',
    createdAt: claim.createdAt,
    createdBy: claim.createdBy,
    updatedAt: [claim.updatedAt, latest?.at ?? '', ...evidence.map((one) => one.createdAt)].reduce((a, b) =>
      a > b ? a : b,
    ),
    history: history.map(({ id, verdict, reason, at, by }) => ({ id, verdict, reason, at, by })),
    evidence: evidence.toSorted(byCreation).map((one) => ({
      id: one.id,
      stance: one.stance,
      passages: one.passages.map((cited) => toCitedView(session, cited, sigla)),
      createdAt: one.createdAt,
      createdBy: one.createdBy,
    })),
  }
}

function toNoteView(session: CorpusSession, note: Note, sigla: ReadonlyMap<string, string>): NoteView {
  const { id, body, createdAt, createdBy, updatedAt } = note
  return {
    id,
    body,
    passages: note.passages.map((cited) => toCitedView(session, cited, sigla)),
    createdAt,
    createdBy,
    updatedAt,
  }
}

type Created = { readonly id: string; readonly createdAt: string }

function byCreation(a: Created, b: Created): number {
  return compareText(a.createdAt, b.createdAt) || compareText(a.id, b.id)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
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
