import type { HiddenVerdicts } from '../claim/blindReview'
import { findRecord, listRecords, type ReviewRecords } from '../claim/recordTable'
import { buildReviewIndex } from '../claim/reviewIndex'
import type { CitedPassage, Reviewer, Settlement } from '../claim/reviewRecord'
import { citationKey, settlementsByCitation, standingAnchor, type CitationPlace } from '../claim/settlements'
import { byCreation, compareText } from '../claim/timeOrder'
import { diffEdits } from '../diff/diffPassage'
import type { MatchSettings } from '../match/passageMatch'
import { findGaps } from './findGaps'
import { reportSegments } from './markedPassages'
import type {
  ReportClaim,
  ReportModel,
  ReportNote,
  ReportPassage,
  ReportSettlement,
  ReportSource,
  ResolvedPassage,
} from './reportModel'
import { tellClaim, tellNote, type Told } from './tellClaim'

export type ReportInput = {
  readonly corpus: ReportModel['corpus']
  readonly program: ReportModel['program']
  /** ISO 8601. */
  readonly madeAt: string
  readonly settings: MatchSettings
  readonly sources: readonly Omit<ReportSource, 'citations'>[]
  readonly setAside: ReportModel['setAside']
  readonly records: ReviewRecords
  /** What blind review hides of claims from whoever the report is made for, by claim id; nothing when absent. */
  readonly hidden?: ReadonlyMap<string, HiddenVerdicts>
  /** Finds a cited passage again in its source as it is now. */
  readonly resolve: (passage: CitedPassage, on: CitationPlace) => ResolvedPassage
}

/** Gathers what a report says. The same input gives the same report, to the character. */
export function buildReport(input: ReportInput): ReportModel {
  const { records } = input
  const told = { records, passagesOf: createPassages(input) }
  const index = buildReviewIndex(records)
  const claims = [...index.claims.values()].map((file, place) => tellClaim(told, file, place + 1))
  const notes = index.notes.map((file, place) => tellNote(told, file, place + 1))
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
      sealed: claims.filter((claim) => claim.sealed !== null).length,
      confirmed: claims.filter((claim) => claim.confirmations.length > 0).length,
      replies: [...claims, ...notes].reduce((sum, one) => sum + one.replies.length, 0),
      evidence: evidence.length,
      passages: evidence.reduce((sum, one) => sum + one.passages.length, 0),
      notes: notes.length,
    },
    reviewers: gatherReviewers(claims, notes),
    sources,
    setAside: input.setAside,
    claims,
    notes,
    verdictNames: listRecords(records, 'verdictName').toSorted((a, b) => compareText(a.name, b.name)),
    notChecked: findGaps({
      claims,
      notes,
      sources,
      setAside: input.setAside,
      hidden: input.hidden ?? new Map(),
      strayEvidence: listRecords(records, 'evidence')
        .toSorted(byCreation)
        .filter((one) => findRecord(records, 'claim', one.claimId) === null),
    }),
  }
}

function createPassages({ sources, records, resolve }: ReportInput): Told['passagesOf'] {
  const byId = new Map(sources.map((source) => [source.id, source]))
  const settlements = settlementsByCitation(records)
  return (type, { id, passages }) =>
    passages.map((passage, index) => {
      const on = { type, id, passage: index }
      const source = byId.get(passage.sourceId)
      const registered = findRecord(records, 'source', passage.sourceId)
      const resolved = resolve(passage, on)
      const history = settlements.get(citationKey(on)) ?? []
      const { quote, textHash } = standingAnchor(history, passage)
      const settled = history.find((one) => one.id === resolved.settledBy)
      return {
        ...resolved,
        sourceId: passage.sourceId,
        siglum: source?.siglum ?? registered?.siglum ?? '?',
        path: source?.path ?? registered?.path ?? '',
        title: source?.metadata.title ?? null,
        outlet: source?.metadata.outlet ?? null,
        cited: { exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix, textHash },
        settled: settled === undefined ? null : tellSettlement(settled),
        settlements: history.map(tellSettlement),
        ...changeOf(quote.exact, resolved),
      }
    })
}

function tellSettlement({ what, from, to, at, by }: Settlement): ReportSettlement {
  return { what, fromText: from.quote.exact, toText: to?.quote.exact ?? null, at, by }
}

function changeOf(
  exact: string,
  { state, text }: Pick<ResolvedPassage, 'state' | 'text'>,
): Pick<ReportPassage, 'change' | 'changeSegments'> {
  return state === 'changed' && text !== null
    ? { change: diffEdits(exact, text), changeSegments: reportSegments(exact, text) }
    : { change: null, changeSegments: null }
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
    for (const { by } of [...claim.confirmations, ...claim.mergedFrom]) add(by)
    if (claim.sealed !== null) add(claim.sealed.by)
    if (claim.work !== null) add(claim.work.by)
    const assignee = claim.work?.assignee ?? null
    if (assignee !== null) add(assignee)
  }
  for (const note of notes) add(note.createdBy)
  for (const { passages } of [...claims.flatMap(({ evidence }) => evidence), ...notes])
    for (const { settlements } of passages) for (const { by } of settlements) add(by)
  for (const { replies } of [...claims, ...notes]) for (const reply of replies) add(reply.createdBy)
  return [...seen.values()].sort((a, b) => compareText(a.id, b.id) || compareText(a.name, b.name))
}
