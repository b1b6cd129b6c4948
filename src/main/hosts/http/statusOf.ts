import type { ErrorCode } from '../../../contract/errors'

/** The HTTP status of each code, for logs and tools; the page reads the envelope. */
const STATUS: Readonly<Record<ErrorCode, number>> = {
  BAD_INPUT: 400,
  NOT_ALLOWED: 403,
  UNKNOWN_ENDPOINT: 404,
  NO_CORPUS: 409,
  SOURCE_UNKNOWN: 404,
  CLAIM_UNKNOWN: 404,
  EVIDENCE_UNKNOWN: 404,
  NOTE_UNKNOWN: 404,
  DECISION_UNKNOWN: 404,
  CLUSTER_UNKNOWN: 404,
  STALE_TEXT: 409,
  READ_ONLY: 409,
  STORAGE_LOCKED: 409,
  CANCELLED: 409,
  NOTHING_TO_UNDO: 409,
  NOTHING_TO_REDO: 409,
  TOO_LARGE: 413,
  FOLDER_UNREADABLE: 422,
  SOURCE_UNREADABLE: 422,
  SOURCE_NOT_ADDED: 422,
  RANGE_OUTSIDE_TEXT: 422,
  REASON_MISSING: 422,
  INTERNAL: 500,
  STORAGE_UNREADABLE: 500,
  NOT_AVAILABLE_HERE: 501,
  STORAGE_FAILED: 507,
}

export function statusOf(code: ErrorCode): number {
  return STATUS[code]
}
