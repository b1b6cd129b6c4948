import type { Claim, Note } from '../../core/claim/reviewRecord'
import { byCreation } from '../../contract/reviewPatch'
import type { ClaimView, NoteView } from '../../contract/reviewSchemas'
import { toCitedView } from './citations'
import type { HangingRecords } from './hangingRecords'
import type { CorpusSession } from './session'

/** What claims and notes are shown from. */
export type ReviewScene = {
  readonly session: CorpusSession
  /** What hangs on each of them. */
  readonly hanging: HangingRecords
  /** The letters of sources by id, also of those that are not in the folder any more. */
  readonly sigla: ReadonlyMap<string, string>
}

/** A claim as it is shown, with what hangs on it. */
export function toClaimView({ session, hanging, sigla }: ReviewScene, claim: Claim): ClaimView {
  const evidence = hanging.evidence.of(claim.id)
  const decisions = hanging.decisions.of(claim.id)
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
export function toNoteView({ session, sigla }: ReviewScene, note: Note): NoteView {
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

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
