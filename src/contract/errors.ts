/** Every way a call can fail that a caller is expected to handle. Codes are stable; messages are for people. */
export const ERROR_CODES = [
  'BAD_INPUT',
  'UNKNOWN_ENDPOINT',
  'NOT_ALLOWED',
  'NOT_AVAILABLE_HERE',
  'NO_CORPUS',
  'FOLDER_UNREADABLE',
  'SOURCE_UNKNOWN',
  'SOURCE_UNREADABLE',
  'SOURCE_NOT_ADDED',
  'VERSION_UNKNOWN',
  'VERSION_UNREADABLE',
  'STALE_TEXT',
  'RANGE_OUTSIDE_TEXT',
  'CLAIM_UNKNOWN',
  'CLAIM_MERGED',
  'CLAIM_SEALED',
  'EVIDENCE_UNKNOWN',
  'NOTE_UNKNOWN',
  'DECISION_UNKNOWN',
  'CONFIRMATION_UNKNOWN',
  'REPLY_UNKNOWN',
  'TAG_UNKNOWN',
  'FILTER_UNKNOWN',
  'VERDICT_NAME_UNKNOWN',
  'REVIEWER_UNKNOWN',
  'OWN_DECISION',
  'NO_DISAGREEMENT',
  'DISAGREEMENT_OPEN',
  'VERDICTS_HIDDEN',
  'NOT_YOURS',
  'NAME_TAKEN',
  'NAME_IN_USE',
  'ENTRY_UNKNOWN',
  'ALREADY_THERE',
  'NOT_RESTORABLE',
  'CLUSTER_UNKNOWN',
  'REASON_MISSING',
  'NOTHING_TO_UNDO',
  'NOTHING_TO_REDO',
  'READ_ONLY',
  'STORAGE_LOCKED',
  'STORAGE_UNREADABLE',
  'STORAGE_FAILED',
  'CANCELLED',
  'TOO_LARGE',
  'INTERNAL',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** An error as it crosses a boundary: plain JSON. `message` says what is wrong and where, in one or two sentences. */
export type WorkbenchFailure = {
  readonly code: ErrorCode
  readonly message: string
  readonly details?: Readonly<Record<string, unknown>> | undefined
}

/** The one error class of services and renderer. */
export class WorkbenchError extends Error {
  override readonly name = 'WorkbenchError'
  readonly code: ErrorCode
  readonly details: Readonly<Record<string, unknown>> | undefined

  constructor(failure: WorkbenchFailure, options?: ErrorOptions) {
    super(failure.message, options)
    this.code = failure.code
    this.details = failure.details
  }
}
