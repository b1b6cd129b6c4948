import { findRecord, listRecords } from '../claim/recordTable'
import type { CitedPassage, Claim, Decision, Evidence, Note, ReviewRecords, Reviewer } from '../claim/reviewRecord'
import { diffEdits } from '../diff/diffPassage'
import type { MatchSettings } from '../match/passageMatch'
import { findGaps } from './findGaps'
import { reportSegments } from './markedPassages'
import type {
  PairDifference,
  ReportClaim,
  ReportDecision,
  ReportEvidence,
  ReportModel,
  ReportNote,
  ReportPassage,
  ReportSource,
  ResolvedPassage,
} from './reportModel'
import { quotedText } from './reportWords'

export type ReportInput = {
  readonly corpus: ReportModel['corpus']
  readonly program: ReportModel['program']
  /** ISO 8601. */
  readonly madeAt: string
  readonly settings: MatchSettings
  readonly sources: readonly Omit<ReportSource, 'citations'>[]
  readonly setAside: ReportModel['setAside']
  readonly records: ReviewRecords
  /** Finds a cited passage again in its source as it is now. */
  readonly resolve: (passage: CitedPassage) => ResolvedPassage
}

/** Gathers what a report says. The same input gives the same report, to the character. */
export function buildReport(input: ReportInput): ReportModel {
  const passages = createPassages(input)
  const decisions = groupByClaim(listRecords(input.records, 'decision'))
  const evidenceOf = groupByClaim(listRecords(input.records, 'evidence'))
  const claims = inOrder(listRecords(input.records, 'claim')).map((claim, index) =>
    buildClaim({
      claim,
      number: index + 1,
      history: orderDecisions(decisions.get(claim.id) ?? []),
      evidence: inOrder(evidenceOf.get(claim.id) ?? []).map((one) => buildEvidence(one, passages(one.passages))),
    }),
  )
  const notes = inOrder(listRecords(input.records, 'note')).map((note, index) => buildNote(note, index + 1, passages))
  const sources = countCitations(input.sources, claims)
  const evidence = claims.flatMap((claim) => claim.evidence)
  return {
    corpus: input.corpus,
    program: input.program,
    madeAt: input.madeAt,
    settings: input.settings,
    counts: {
      sources: sources.length,
      setAside: input.setAside.length,
      claims: claims.length,
      byVerdict: {
        unverified: claims.filter((claim) => claim.verdict === 'unverified').length,
        verified: claims.filter((claim) => claim.verdict === 'verified').length,
        disputed: claims.filter((claim) => claim.verdict === 'disputed').length,
      },
      evidence: evidence.length,
      passages: evidence.reduce((sum, one) => sum + one.passages.length, 0),
      notes: notes.length,
    },
    reviewers: gatherReviewers(claims, notes),
    sources,
    setAside: input.setAside,
    claims,
    notes,
    notChecked: findGaps({
      claims,
      notes,
      sources,
      setAside: input.setAside,
      strayEvidence: inOrder(listRecords(input.records, 'evidence')).filter(
        (one) => findRecord(input.records, 'claim', one.claimId) === null,
      ),
    }),
  }
}

type Passages = (cited: readonly CitedPassage[]) => readonly ReportPassage[]

function createPassages({ sources, records, resolve }: ReportInput): Passages {
  const byId = new Map(sources.map((source) => [source.id, source]))
  return (cited) =>
    cited.map((passage) => {
      const source = byId.get(passage.sourceId)
      const registered = findRecord(records, 'source', passage.sourceId)
      const resolved = resolve(passage)
      const { quote, textHash } = passage.anchor
      return {
        ...resolved,
        sourceId: passage.sourceId,
        siglum: source?.siglum ?? registered?.siglum ?? '?',
        path: source?.path ?? registered?.path ?? '',
        title: source?.metadata.title ?? null,
        outlet: source?.metadata.outlet ?? null,
        cited: { exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix, textHash },
        ...changeOf(quote.exact, resolved),
      }
    })
}

function changeOf(exact: string, { state, text }: ResolvedPassage): Pick<ReportPassage, 'change' | 'changeSegments'> {
  return state === 'changed' && text !== null
    ? { change: diffEdits(exact, text), changeSegments: reportSegments(exact, text) }
    : { change: null, changeSegments: null }
}

/** Of the passages as they stand now, or as cited where they are lost. */
function differenceOf(passages: readonly ReportPassage[]): PairDifference {
  const [first, second, ...more] = passages
  if (first === undefined || second === undefined || more.length > 0) return { difference: null, segments: null }
  const [a, b] = [quotedText(first), quotedText(second)]
  return { difference: diffEdits(a, b), segments: reportSegments(a, b) }
}

type ClaimParts = {
  readonly claim: Claim
  readonly number: number
  readonly history: readonly ReportDecision[]
  readonly evidence: readonly ReportEvidence[]
}

function buildClaim({ claim, number, history, evidence }: ClaimParts): ReportClaim {
  const latest = history.at(-1)
  return {
    id: claim.id,
    number,
    statement: claim.statement,
    verdict: latest?.verdict ?? 'unverified',
    reason: latest?.reason ?? '',
    decidedBy: latest?.by ?? null,
    decidedAt: latest?.at ?? null,
    createdAt: claim.createdAt,
    createdBy: claim.createdBy,
    updatedAt: claim.updatedAt,
    history,
    evidence,
  }
}

function orderDecisions(decisions: readonly Decision[]): readonly ReportDecision[] {
  return decisions
    .map(({ id, verdict, reason, at, by }) => ({ id, verdict, reason, at, by }))
    .sort((a, b) => compareTimes(a.at, b.at) || compareText(a.id, b.id))
}

function groupByClaim<T extends { readonly claimId: string }>(
  records: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const record of records) {
    const group = groups.get(record.claimId)
    if (group === undefined) groups.set(record.claimId, [record])
    else group.push(record)
  }
  return groups
}

function buildEvidence(evidence: Evidence, passages: readonly ReportPassage[]): ReportEvidence {
  const { id, stance, createdAt, createdBy } = evidence
  return { id, stance, createdAt, createdBy, passages, ...differenceOf(passages) }
}

function buildNote(note: Note, number: number, passagesOf: Passages): ReportNote {
  const { id, body, createdAt, createdBy, updatedAt } = note
  const passages = passagesOf(note.passages)
  return { id, number, body, createdAt, createdBy, updatedAt, passages, ...differenceOf(passages) }
}

function countCitations(
  sources: readonly Omit<ReportSource, 'citations'>[],
  claims: readonly ReportClaim[],
): readonly ReportSource[] {
  const counts = new Map<string, number>()
  for (const claim of claims)
    for (const evidence of claim.evidence)
      for (const { sourceId } of evidence.passages) counts.set(sourceId, (counts.get(sourceId) ?? 0) + 1)
  return sources
    .map((source) => ({ ...source, citations: counts.get(source.id) ?? 0 }))
    .sort((a, b) => a.siglum.length - b.siglum.length || compareText(a.siglum, b.siglum) || compareText(a.path, b.path))
}

function gatherReviewers(claims: readonly ReportClaim[], notes: readonly ReportNote[]): readonly Reviewer[] {
  const seen = new Map<string, Reviewer>()
  const add = (reviewer: Reviewer): void => void seen.set(`${reviewer.id}\n${reviewer.name}`, reviewer)
  for (const claim of claims) {
    add(claim.createdBy)
    for (const decision of claim.history) add(decision.by)
    for (const evidence of claim.evidence) add(evidence.createdBy)
  }
  for (const note of notes) add(note.createdBy)
  return [...seen.values()].sort((a, b) => compareText(a.id, b.id) || compareText(a.name, b.name))
}

function inOrder<T extends { readonly id: string; readonly createdAt: string }>(records: readonly T[]): readonly T[] {
  return [...records].sort((a, b) => compareTimes(a.createdAt, b.createdAt) || compareText(a.id, b.id))
}

/** Times may carry other offsets than Z or other precisions, so text order would lie. */
function compareTimes(a: string, b: string): number {
  const difference = Date.parse(a) - Date.parse(b)
  return Number.isNaN(difference) ? compareText(a, b) : difference
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
