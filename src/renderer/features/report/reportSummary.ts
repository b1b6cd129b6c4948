import type { ClaimView, ReviewView } from '../../../contract/reviewSchemas'
import type { CorpusView } from '../../../contract/schemas'

export type SummaryLine = { readonly id: string; readonly words: string }
export type ReportSummary = {
  /** What the report will hold. */
  readonly holds: readonly SummaryLine[]
  /** What a reader might take for checked and that was not; the report itself says which. */
  readonly notChecked: readonly SummaryLine[]
}

/** Counts what a report made now would hold, and what was left unchecked. */
export function summarise(corpus: CorpusView, review: ReviewView): ReportSummary {
  const { claims, notes } = review
  const passages = claims.flatMap((claim) => claim.evidence).flatMap((evidence) => evidence.passages)
  const decisions = claims.reduce((sum, claim) => sum + claim.history.length, 0)
  const verdicts = (['verified', 'disputed', 'unverified'] as const)
    .map((verdict) => `${number(claims.filter((claim) => claim.verdict === verdict).length)} ${verdict}`)
    .join(', ')
  return {
    holds: lines([
      [
        'sources',
        corpus.sources.length,
        'source with its details and fingerprint',
        'sources with details and fingerprints',
      ],
      ['claims', claims.length, `claim: ${verdicts}`, `claims: ${verdicts}`],
      ['verdicts', decisions, 'verdict with its reason', 'verdicts with their reasons'],
      ['passages', passages.length, 'passage quoted as evidence', 'passages quoted as evidence'],
      ['notes', notes.length, 'note', 'notes'],
    ]),
    notChecked: lines([
      [
        'unverified',
        count(claims, (claim) => claim.verdict === 'unverified'),
        'claim without a verdict',
        'claims without a verdict',
      ],
      [
        'bare',
        count(claims, (claim) => claim.evidence.length === 0),
        'claim without evidence',
        'claims without evidence',
      ],
      [
        'adrift',
        passages.filter((passage) => passage.state !== 'exact' && passage.state !== 'moved').length,
        'cited passage that is not in its source as it was cited',
        'cited passages that are not in their source as they were cited',
      ],
      ['uncited', uncited(corpus, passages), 'source that no claim cites', 'sources that no claim cites'],
      [
        'changed',
        corpus.sources.filter((source) => source.state !== 'current').length,
        'source that changed or went since it was read',
        'sources that changed or went since they were read',
      ],
      ['aside', corpus.setAside.length, 'file that could not be opened', 'files that could not be opened'],
    ]),
  }
}

type Line = readonly [id: string, count: number, one: string, many: string]

function lines(all: readonly Line[]): readonly SummaryLine[] {
  return all
    .filter(([, count]) => count > 0)
    .map(([id, count, one, many]) => ({ id, words: `${number(count)} ${count === 1 ? one : many}` }))
}

function count(claims: readonly ClaimView[], holds: (claim: ClaimView) => boolean): number {
  return claims.filter(holds).length
}

function uncited(corpus: CorpusView, passages: readonly { readonly sourceId: string }[]): number {
  const cited = new Set(passages.map((passage) => passage.sourceId))
  return corpus.sources.filter((source) => !cited.has(source.id)).length
}

function number(value: number): string {
  return value.toLocaleString()
}
