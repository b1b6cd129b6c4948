import { NO_RECORDS, type ReviewRecords } from '../../src/core/claim/recordTable'
import type { Claim, Decision, Evidence, Reply, Reviewer, Seal, Verdict } from '../../src/core/claim/reviewRecord'

export const ADA: Reviewer = { id: 'w-ada', name: 'Ada' }
export const BEN: Reviewer = { id: 'w-ben', name: 'Ben' }
export const CY: Reviewer = { id: 'w-cy', name: 'Cy' }

export function minute(at: number): string {
  return `2024-05-01T08:${String(at).padStart(2, '0')}:00.000Z`
}

export function claim(id: string): Claim {
  return { id, statement: `Statement of ${id}`, createdAt: minute(0), createdBy: ADA, updatedAt: minute(0) }
}

export function decision(id: string, claimId: string, by: Reviewer, verdict: Verdict, at: number): Decision {
  return { id, claimId, verdict, verdictNameId: null, reason: `${by.name} says ${verdict}`, at: minute(at), by }
}

export function evidence(id: string, claimId: string, by: Reviewer, at: number): Evidence {
  const quote = { prefix: '', exact: 'x', suffix: '' }
  const anchor = { textHash: 'a'.repeat(64), position: { start: 0, endExclusive: 1 }, quote }
  const passages = [{ sourceId: 's', anchor }]
  return { id, claimId, stance: 'contradicts', passages, createdAt: minute(at), createdBy: by }
}

export function reply(id: string, claimId: string, by: Reviewer): Reply {
  const [createdAt, updatedAt] = [minute(9), minute(9)]
  return { id, on: { type: 'claim', id: claimId }, body: 'It is false.', createdAt, createdBy: by, updatedAt }
}

export function seal(id: string, claimId: string, by: Reviewer, decisionId: string | null, at: number): Seal {
  const reason = 'Since it is false.'
  return { id, claimId, sealed: true, statement: `Statement of ${claimId}`, decisionId, reason, at: minute(at), by }
}

export function table<T extends { readonly id: string }>(...records: readonly T[]): Readonly<Record<string, T>> {
  return Object.fromEntries(records.map((record) => [record.id, record]))
}

/** These records, reviewed blind since before anything was decided. */
export function blind(records: Partial<ReviewRecords>, on = true): ReviewRecords {
  return { ...NO_RECORDS, blind: { corpus: { id: 'corpus', on, at: minute(0), by: ADA } }, ...records }
}
