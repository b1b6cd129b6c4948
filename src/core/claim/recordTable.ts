import type {
  Adjudication,
  BlindReview,
  Claim,
  ClaimMerging,
  ClaimSplitting,
  ClaimWork,
  Confirmation,
  CorpusSettings,
  Decision,
  Evidence,
  FurnitureRuling,
  MatchDecision,
  MetadataCorrection,
  Note,
  RegisteredSource,
  Reply,
  ReviewerName,
  SavedFilter,
  Seal,
  Settlement,
  Tag,
  Tagging,
  Thread,
  VerdictName,
} from './reviewRecord'

/** What a record of each type is. */
export type RecordMap = {
  readonly claim: Claim
  readonly decision: Decision
  readonly evidence: Evidence
  readonly note: Note
  readonly source: RegisteredSource
  readonly metadata: MetadataCorrection
  readonly furniture: FurnitureRuling
  readonly settings: CorpusSettings
  readonly reviewer: ReviewerName
  readonly matchDecision: MatchDecision
  readonly verdictName: VerdictName
  readonly work: ClaimWork
  readonly confirmation: Confirmation
  readonly seal: Seal
  readonly reply: Reply
  readonly thread: Thread
  readonly tag: Tag
  readonly tagging: Tagging
  readonly filter: SavedFilter
  readonly merging: ClaimMerging
  readonly splitting: ClaimSplitting
  readonly settlement: Settlement
  readonly adjudication: Adjudication
  readonly blind: BlindReview
}
export type RecordType = keyof RecordMap

/** Everything that people said about a corpus, by type and id. */
export type ReviewRecords = { readonly [T in RecordType]: Readonly<Record<string, RecordMap[T]>> }

/** One record of a type before and after a change; `null` is "was not there" or "is not there any more". */
export type ChangeOf<T extends RecordType> = {
  readonly [K in T]: {
    readonly type: K
    readonly id: string
    readonly before: RecordMap[K] | null
    readonly after: RecordMap[K] | null
  }
}[T]
export type RecordChange = ChangeOf<RecordType>

export const NO_RECORDS: ReviewRecords = {
  claim: {},
  decision: {},
  evidence: {},
  note: {},
  source: {},
  metadata: {},
  furniture: {},
  settings: {},
  reviewer: {},
  matchDecision: {},
  verdictName: {},
  work: {},
  confirmation: {},
  seal: {},
  reply: {},
  thread: {},
  tag: {},
  tagging: {},
  filter: {},
  merging: {},
  splitting: {},
  settlement: {},
  adjudication: {},
  blind: {},
}

/**
 * The record of that type and id, or `null` when there is none.
 * Ids such as `constructor` are ordinary ids here: what an object inherits is not a record.
 */
export function findRecord<T extends RecordType>(records: ReviewRecords, type: T, id: string): RecordMap[T] | null {
  const table: ReviewRecords[T] = records[type]
  return Object.hasOwn(table, id) ? (table[id] ?? null) : null
}

/** All records of a type, in no promised order. */
export function listRecords<T extends RecordType>(records: ReviewRecords, type: T): readonly RecordMap[T][] {
  return Object.values<RecordMap[T]>(records[type])
}
