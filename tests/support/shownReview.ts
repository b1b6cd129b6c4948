import type {
  CitedView,
  ClaimView,
  DecisionView,
  EvidenceView,
  NoteView,
  ReviewView,
} from '../../src/contract/reviewSchemas'

// What is shown of a review, for tests of what shows it: plain values, and whatever a test is about in their place.

export const ADA = { id: 'w1', name: 'Ada' }
export const BO = { id: 'w2', name: 'Bo' }
const AT = '2026-01-01T00:00:00.000Z'

export function shownCited(fields: Partial<CitedView> = {}): CitedView {
  return {
    sourceId: 'a',
    siglum: 'A',
    passage: 0,
    quote: 'the café',
    state: 'exact',
    range: null,
    why: null,
    changes: [],
    nowText: null,
    nowRange: null,
    candidates: [],
    citedAt: { textHash: '0'.repeat(64), readAt: null },
    settled: null,
    history: [],
    ...fields,
  }
}

export function shownDecision(fields: Partial<DecisionView> = {}): DecisionView {
  return {
    id: 'd',
    verdict: 'verified',
    verdictNameId: null,
    reason: 'r',
    at: AT,
    by: ADA,
    afterSeal: false,
    fromClaimId: null,
    ...fields,
  }
}

export function shownEvidence(fields: Partial<EvidenceView> = {}): EvidenceView {
  return {
    id: 'e',
    stance: 'supports',
    passages: [],
    createdAt: AT,
    createdBy: ADA,
    afterSeal: false,
    fromClaimId: null,
    ...fields,
  }
}

export function shownClaim(fields: Partial<ClaimView> = {}): ClaimView {
  return {
    id: '1',
    statement: 's',
    verdict: 'unverified',
    verdictNameId: null,
    reason: '',
    decisionId: null,
    createdAt: AT,
    createdBy: ADA,
    updatedAt: AT,
    history: [],
    evidence: [],
    confirmations: [],
    work: { state: 'open', assignee: null, at: null, by: null },
    sealed: null,
    replies: [],
    resolved: null,
    tagIds: [],
    mergedFrom: [],
    splitFrom: null,
    hiddenDecisions: 0,
    hiddenReviewers: [],
    disagreement: null,
    ...fields,
  }
}

export function shownNote(fields: Partial<NoteView> = {}): NoteView {
  return {
    id: '1',
    body: 'b',
    passages: [],
    createdAt: AT,
    createdBy: BO,
    updatedAt: AT,
    replies: [],
    resolved: null,
    tagIds: [],
    ...fields,
  }
}

export function shownReview(fields: Partial<ReviewView> = {}): ReviewView {
  return {
    revision: 1,
    claims: [],
    notes: [],
    undo: null,
    redo: null,
    tags: [],
    filters: [],
    verdictNames: [],
    reviewers: [ADA, BO],
    blind: null,
    ...fields,
  }
}
