import type { FiledDecision, FiledEvidence, ClaimFile, NoteFile, Remarks } from '../claim/claimFile'
import { findRecord, type ReviewRecords } from '../claim/recordTable'
import type { CitedPassage } from '../claim/reviewRecord'
import type { CitationPlace } from '../claim/settlements'
import { diffEdits } from '../diff/diffPassage'
import { reportSegments } from './markedPassages'
import type {
  PairDifference,
  ReportClaim,
  ReportDecision,
  ReportEvidence,
  ReportNote,
  ReportPassage,
  ReportRemarks,
  ReportWork,
} from './reportModel'
import { quotedText } from './reportWords'

type Citing = { readonly id: string; readonly passages: readonly CitedPassage[] }

/** What claims and notes are told from. */
export type Told = {
  readonly records: ReviewRecords
  /** Looks cited passages up. */
  readonly passagesOf: (type: CitationPlace['type'], citing: Citing) => readonly ReportPassage[]
}

/** What a report says of a claim; `number` is its place in the list, from 1. */
export function tellClaim(told: Told, file: ClaimFile, number: number): ReportClaim {
  const { claim, standing } = file
  return {
    id: claim.id,
    number,
    statement: file.statement,
    verdict: file.verdict,
    verdictName: nameOf(told.records, standing?.verdictNameId ?? null),
    reason: standing?.reason ?? '',
    decidedBy: standing?.by ?? null,
    decidedAt: standing?.at ?? null,
    createdAt: claim.createdAt,
    createdBy: claim.createdBy,
    updatedAt: claim.updatedAt,
    history: file.history.map((one) => tellDecision(told.records, one)),
    evidence: file.evidence.map((one) => tellEvidence(told, one)),
    ...tellWork(told.records, file),
    ...tellRemarks(told.records, file),
  }
}

/** What a report says of a note; `number` is its place in the list, from 1. */
export function tellNote(told: Told, file: NoteFile, number: number): ReportNote {
  const { id, body, createdAt, createdBy, updatedAt } = file.note
  const passages = told.passagesOf('note', file.note)
  const remarks = tellRemarks(told.records, file)
  return { id, number, body, createdAt, createdBy, updatedAt, passages, ...differenceOf(passages), ...remarks }
}

function tellDecision(records: ReviewRecords, decision: FiledDecision): ReportDecision {
  const { id, verdict, verdictNameId, reason, at, by, afterSeal, fromClaimId } = decision
  return { id, verdict, verdictName: nameOf(records, verdictNameId), reason, at, by, afterSeal, fromClaimId }
}

function tellEvidence({ passagesOf }: Told, evidence: FiledEvidence): ReportEvidence {
  const { id, stance, createdAt, createdBy, afterSeal, fromClaimId } = evidence
  const passages = passagesOf('evidence', evidence)
  return { id, stance, createdAt, createdBy, afterSeal, fromClaimId, passages, ...differenceOf(passages) }
}

/** Of the passages as they stand now, or as cited where they are lost. */
function differenceOf(passages: readonly ReportPassage[]): PairDifference {
  const [first, second, ...more] = passages
  if (first === undefined || second === undefined || more.length > 0) return { difference: null, segments: null }
  const [a, b] = [quotedText(first), quotedText(second)]
  return { difference: diffEdits(a, b), segments: reportSegments(a, b) }
}

function tellWork(records: ReviewRecords, file: ClaimFile): ReportWork {
  const { claim, work, seal, splitFrom } = file
  return {
    work: work === null ? null : { state: work.state, assignee: work.assignee, at: work.at, by: work.by },
    sealed:
      seal === null
        ? null
        : {
            reason: seal.reason,
            at: seal.at,
            by: seal.by,
            wordedAnew: claim.statement === seal.statement ? null : claim.statement,
          },
    confirmations: file.confirmations.map(({ at, by }) => ({ at, by })),
    disagreement: file.disagreement?.map(({ verdict, by }) => ({ verdict, by })) ?? null,
    mergedFrom: file.mergedFrom.map(({ claim: { id, statement }, merging: { reason, at, by } }) => ({
      claimId: id,
      statement,
      reason,
      at,
      by,
    })),
    splitFrom:
      splitFrom === null
        ? null
        : { claimId: splitFrom.from, statement: findRecord(records, 'claim', splitFrom.from)?.statement ?? '' },
  }
}

function tellRemarks(records: ReviewRecords, { replies, resolved, tagIds }: Remarks): ReportRemarks {
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
    tags: tagIds.flatMap((id) => findRecord(records, 'tag', id) ?? []),
  }
}

function nameOf(records: ReviewRecords, verdictNameId: string | null): string | null {
  return verdictNameId === null ? null : (findRecord(records, 'verdictName', verdictNameId)?.name ?? null)
}
