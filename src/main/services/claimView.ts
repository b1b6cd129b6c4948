import type { Claim, Decision, Evidence, Note } from '../../core/claim/reviewRecord'
import type { ClaimView, NoteView } from '../../contract/reviewSchemas'
import { toCitedView } from './citations'
import type { CorpusSession } from './session'

/** A claim as it is shown, with what hangs on it. */
export function toClaimView(
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

/** A note as it is shown. */
export function toNoteView(session: CorpusSession, note: Note, sigla: ReadonlyMap<string, string>): NoteView {
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

/** Oldest first; of one millisecond by id, so that every reader sees one order. */
export function byCreation(a: Created, b: Created): number {
  return compareText(a.createdAt, b.createdAt) || compareText(a.id, b.id)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
