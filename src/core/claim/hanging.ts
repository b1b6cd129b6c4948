import { findRecord, listRecords, type RecordMap, type RecordType, type ReviewRecords } from './recordTable'
import type {
  Adjudication,
  BlindReview,
  Claim,
  ClaimMerging,
  ClaimSplitting,
  ClaimWork,
  Confirmation,
  Decision,
  Evidence,
  Reply,
  Seal,
  Tag,
  Tagging,
  Thread,
  VerdictName,
} from './reviewRecord'

/** Records by their ids; null when there is none. */
export type ById<T> = { get(id: string): T | null }
/** Records by what they hang on, in no promised order. */
export type ByOwner<T> = { of(owner: string): readonly T[] }

/** What hangs on claims and notes, found without a search of all records for each of them. */
export type Hanging = {
  readonly claims: ById<Claim>
  readonly decisions: ByOwner<Decision>
  readonly evidence: ByOwner<Evidence>
  readonly confirmations: ByOwner<Confirmation>
  readonly seals: ByOwner<Seal>
  readonly works: ById<ClaimWork>
  readonly threads: ById<Thread>
  readonly replies: ByOwner<Reply>
  readonly taggings: ByOwner<Tagging>
  /** By the claim merged away, and by the one that it was merged into. */
  readonly mergings: ById<ClaimMerging> & ByOwner<ClaimMerging>
  readonly splittings: ById<ClaimSplitting>
  /** The claims that show others, as far as they were looked for: only where the records do not change meanwhile. */
  readonly roots: Map<string, string>
  readonly tags: ById<Tag>
  readonly verdictNames: ById<VerdictName>
  readonly adjudications: ByOwner<Adjudication>
  readonly blind: ById<BlindReview>
}

/** What hangs on what in these records. A table is put in order when something of it is first asked for; linear. */
export function hangingOf(records: ReviewRecords): Hanging {
  return {
    claims: byId(records, 'claim'),
    decisions: byOwner(records, 'decision', ({ claimId }) => claimId),
    evidence: byOwner(records, 'evidence', ({ claimId }) => claimId),
    confirmations: byOwner(records, 'confirmation', ({ claimId }) => claimId),
    seals: byOwner(records, 'seal', ({ claimId }) => claimId),
    works: byId(records, 'work'),
    threads: byId(records, 'thread'),
    replies: byOwner(records, 'reply', ({ on }) => on.id),
    taggings: byOwner(records, 'tagging', ({ on }) => on.id),
    mergings: { ...byId(records, 'merging'), ...byOwner(records, 'merging', ({ into }) => into) },
    splittings: byId(records, 'splitting'),
    roots: new Map(),
    tags: byId(records, 'tag'),
    verdictNames: byId(records, 'verdictName'),
    adjudications: byOwner(records, 'adjudication', ({ claimId }) => claimId),
    blind: byId(records, 'blind'),
  }
}

function byId<T extends RecordType>(records: ReviewRecords, type: T): ById<RecordMap[T]> {
  return { get: (id) => findRecord(records, type, id) }
}

function byOwner<T extends RecordType>(
  records: ReviewRecords,
  type: T,
  ownerOf: (record: RecordMap[T]) => string,
): ByOwner<RecordMap[T]> {
  let groups: Map<string, RecordMap[T][]> | null = null
  return {
    of(owner) {
      groups ??= groupBy(listRecords(records, type), ownerOf)
      return groups.get(owner) ?? []
    },
  }
}

function groupBy<R>(records: readonly R[], keyOf: (record: R) => string): Map<string, R[]> {
  const groups = new Map<string, R[]>()
  for (const record of records) {
    const key = keyOf(record)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [record])
    else group.push(record)
  }
  return groups
}
