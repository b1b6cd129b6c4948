import { failure, success, type Result, type Success } from '../result'
import type { RecordChange } from './recordTable'
import type { Reviewer } from './reviewRecord'

/** What a reviewer did, ready for the journal: its words for Undo, its changes, and whether Undo may take it back. */
export type ReviewAction = {
  /** As Undo names it: "make a claim". */
  readonly label: string
  /** Empty when everything is already as it was asked to be. */
  readonly changes: readonly RecordChange[]
  readonly undoable: boolean
}

/** Why an action cannot be done; the same words as the contract's error codes. */
export type ReviewErrorCode =
  | 'ALREADY_THERE'
  | 'BAD_INPUT'
  | 'CLAIM_MERGED'
  | 'CLAIM_SEALED'
  | 'CLAIM_UNKNOWN'
  | 'CONFIRMATION_UNKNOWN'
  | 'DECISION_UNKNOWN'
  | 'DISAGREEMENT_OPEN'
  | 'EVIDENCE_UNKNOWN'
  | 'FILTER_UNKNOWN'
  | 'NAME_IN_USE'
  | 'NAME_TAKEN'
  | 'NOT_YOURS'
  | 'NO_DISAGREEMENT'
  | 'NOTE_UNKNOWN'
  | 'NOT_RESTORABLE'
  | 'OWN_DECISION'
  | 'REASON_MISSING'
  | 'REPLY_UNKNOWN'
  | 'REVIEWER_UNKNOWN'
  | 'SOURCE_UNKNOWN'
  | 'TAG_UNKNOWN'
  | 'VERDICT_NAME_UNKNOWN'
  | 'VERDICTS_HIDDEN'

export type ReviewFailure = { readonly code: ReviewErrorCode; readonly message: string }
export type ReviewOutcome = Result<ReviewAction, ReviewFailure>

/** When (ISO 8601, UTC) and by whom. */
export type Stamp = { readonly at: string; readonly by: Reviewer }
/** A stamp with the id that the new record gets. */
export type NewStamp = Stamp & { readonly id: string }

/** A refusal, as the builders of changes return it. */
export function refuse(code: ReviewErrorCode, message: string): Result<never, ReviewFailure> {
  return failure({ code, message })
}

/** An action that Undo may take back, as the builders of changes return it. */
export function act(label: string, changes: readonly RecordChange[]): Success<ReviewAction> {
  return success({ label, changes, undoable: true })
}
