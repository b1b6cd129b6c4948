import type { Anchor } from '../anchor/anchor'
import type { MatchSettings } from '../match/passageMatch'
import type { SourceMetadata } from '../text/metadata'

export const VERDICTS = ['unverified', 'verified', 'disputed'] as const
export type Verdict = (typeof VERDICTS)[number]

export const STANCES = ['supports', 'contradicts', 'qualifies', 'repeats'] as const
export type Stance = (typeof STANCES)[number]

/** A person on one installation. `id` is the writer's and never changes; the name is as it was at the time. */
export type Reviewer = { readonly id: string; readonly name: string }

/** A passage of a source, cited so that it can be found again. */
export type CitedPassage = { readonly sourceId: string; readonly anchor: Anchor }

/** A statement to be checked. Its verdict is that of its latest decision, or unverified when there is none. */
export type Claim = {
  readonly id: string
  readonly statement: string
  readonly createdAt: string
  readonly createdBy: Reviewer
  readonly updatedAt: string
}

/** One verdict given, with its reason; never edited, so that together they are the claim's history. */
export type Decision = {
  readonly id: string
  readonly claimId: string
  readonly verdict: Verdict
  readonly reason: string
  readonly at: string
  readonly by: Reviewer
}

/** One passage, or a matched pair of passages, with its stance towards a claim. */
export type Evidence = {
  readonly id: string
  readonly claimId: string
  readonly stance: Stance
  readonly passages: readonly CitedPassage[]
  readonly createdAt: string
  readonly createdBy: Reviewer
}

/** A reviewer's annotation on one passage or on a pair. */
export type Note = {
  readonly id: string
  readonly body: string
  readonly passages: readonly CitedPassage[]
  readonly createdAt: string
  readonly createdBy: Reviewer
  readonly updatedAt: string
}

/** A source as it was registered: its letter is given once and never again. */
export type RegisteredSource = {
  readonly id: string
  readonly siglum: string
  readonly path: string
  readonly importedAt: string
  /** Every state of the file that was read, oldest first. */
  readonly versions: readonly { readonly sha256: string; readonly textHash: string; readonly readAt: string }[]
}

/** Metadata that a reviewer corrected; fields that are absent stay as the source gives them. `id` is the source's. */
export type MetadataCorrection = { readonly id: string; readonly fields: Partial<SourceMetadata> }

/** A reviewer's ruling that a stretch of a source is, or is not, page furniture. */
export type FurnitureRuling = {
  readonly id: string
  readonly sourceId: string
  readonly anchor: Anchor
  readonly furniture: boolean
}

/** What all share about the corpus. There is one, with id `corpus`. */
export type CorpusSettings = { readonly id: 'corpus'; readonly name: string | null; readonly match: MatchSettings }

export const MATCH_DECISIONS = ['reject', 'add', 'split', 'join'] as const
/** reject: no match; add: one that was not found; split: one match is several; join: several are one. */
export type MatchDecisionKind = (typeof MATCH_DECISIONS)[number]

/** Two passages that are, or are not, a match; which is `a` says nothing. */
export type PairCitation = { readonly a: CitedPassage; readonly b: CitedPassage }

/** What a reviewer decided about the matched passages of two sources; applied after matching, however often that is done again. */
export type MatchDecision = {
  readonly id: string
  readonly what: MatchDecisionKind
  readonly removed: readonly PairCitation[]
  readonly added: readonly PairCitation[]
  readonly at: string
  readonly by: Reviewer
}

/** The current name of a writer's reviewer. `id` is the writer's. */
export type ReviewerName = { readonly id: string; readonly name: string }

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
}
