import { fileClaim, fileNote, type ClaimFile, type FiledEvidence, type Remarks } from '../../core/claim/claimFile'
import type { Claim, Note } from '../../core/claim/reviewRecord'
import type { ClaimView, DecisionView, EvidenceView, NoteView } from '../../contract/reviewSchemas'
import { toCitedView } from './citations'
import type { HangingRecords } from './hangingRecords'
import { toIndependentView } from './independentView'
import type { CorpusSession } from './session'
import { hiddenVerdicts } from './visibleReview'

/** What claims and notes are shown from. */
export type ReviewScene = {
  readonly session: CorpusSession
  /** What hangs on each of them. */
  readonly hanging: HangingRecords
  /** The letters of sources by id, also of those that are not in the folder any more. */
  readonly sigla: ReadonlyMap<string, string>
}

/** A claim as it is shown, with what hangs on it; null when it was merged into another, which shows it. */
export function toClaimView(scene: ReviewScene, claim: Claim): ClaimView | null {
  const { hanging } = scene
  const file = fileClaim(hanging, claim.id)
  if (file === null) return null
  const { standing, seal } = file
  const moments = [standing?.at ?? '', seal?.at ?? '', ...file.evidence.map(({ createdAt }) => createdAt)]
  return {
    id: claim.id,
    statement: file.statement,
    verdict: file.verdict,
    verdictNameId: knownName(hanging, standing?.verdictNameId ?? null),
    reason: standing?.reason ?? '',
    decisionId: standing?.id ?? null,
    createdAt: claim.createdAt,
    createdBy: claim.createdBy,
    updatedAt: moments.reduce((a, b) => (a > b ? a : b), claim.updatedAt),
    history: file.history.map(
      ({ id, verdict, verdictNameId, reason, at, by, afterSeal, fromClaimId }): DecisionView => ({
        id,
        verdict,
        verdictNameId: knownName(hanging, verdictNameId),
        reason,
        at,
        by,
        afterSeal,
        fromClaimId,
      }),
    ),
    evidence: file.evidence.map((one) => toEvidenceView(scene, one)),
    ...toWork(file),
    ...toRemarks(file),
    ...toOrigins(hanging, file),
    ...toIndependentView(file, hiddenVerdicts(scene.session).get(claim.id) ?? null),
  }
}

/** A note as it is shown. */
export function toNoteView(scene: ReviewScene, note: Note): NoteView {
  const { id, body, createdAt, createdBy, updatedAt } = note
  return {
    id,
    body,
    passages: note.passages.map((cited, passage) => toCitedView(scene, { on: { type: 'note', id, passage }, cited })),
    createdAt,
    createdBy,
    updatedAt,
    ...toRemarks(fileNote(scene.hanging, note)),
  }
}

function toEvidenceView(scene: ReviewScene, evidence: FiledEvidence): EvidenceView {
  const { id, stance, passages, createdAt, createdBy, afterSeal, fromClaimId } = evidence
  return {
    id,
    stance,
    passages: passages.map((cited, passage) => toCitedView(scene, { on: { type: 'evidence', id, passage }, cited })),
    createdAt,
    createdBy,
    afterSeal,
    fromClaimId,
  }
}

function toWork({ claim, work, seal, confirmations }: ClaimFile): Pick<ClaimView, 'work' | 'sealed' | 'confirmations'> {
  return {
    confirmations: confirmations.map(({ id, decisionId, at, by }) => ({ id, decisionId, at, by })),
    work: {
      state: work?.state ?? 'open',
      assignee: work?.assignee ?? null,
      at: work?.at ?? null,
      by: work?.by ?? null,
    },
    sealed:
      seal === null
        ? null
        : {
            reason: seal.reason,
            at: seal.at,
            by: seal.by,
            wordedAnew: claim.statement === seal.statement ? null : claim.statement,
          },
  }
}

function toRemarks({ replies, resolved, tagIds }: Remarks): Pick<NoteView, 'replies' | 'resolved' | 'tagIds'> {
  return {
    replies: replies.map(({ id, body, createdAt, createdBy, updatedAt, fromClaimId }) => ({
      id,
      body,
      createdAt,
      createdBy,
      updatedAt,
      fromClaimId,
    })),
    resolved: resolved === null ? null : { at: resolved.at, by: resolved.by },
    tagIds: [...tagIds],
  }
}

function toOrigins(
  hanging: HangingRecords,
  { mergedFrom, splitFrom }: ClaimFile,
): Pick<ClaimView, 'mergedFrom' | 'splitFrom'> {
  return {
    mergedFrom: mergedFrom.map(({ claim, merging }) => ({
      claimId: claim.id,
      statement: claim.statement,
      reason: merging.reason,
      at: merging.at,
      by: merging.by,
    })),
    splitFrom:
      splitFrom === null
        ? null
        : { claimId: splitFrom.from, statement: hanging.claims.get(splitFrom.from)?.statement ?? '' },
  }
}

/** A name that was removed by a colleague is not shown: the verdict goes by its plain name. */
function knownName({ verdictNames }: HangingRecords, id: string | null): string | null {
  return id === null || verdictNames.get(id) === null ? null : id
}
