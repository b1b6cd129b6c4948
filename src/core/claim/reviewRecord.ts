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
  /** The id of the corpus's own name for the verdict; null when the verdict goes by its plain name. */
  readonly verdictNameId: string | null
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
  /** Every state of it that came in, oldest first. */
  readonly versions: readonly RegisteredVersion[]
}

/** A state of a source. `imported` where a reviewer brought it in: the file in the folder was, and stays, another. */
export type RegisteredVersion = {
  readonly sha256: string
  readonly textHash: string
  readonly readAt: string
  readonly imported?: true
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

/** A verdict that a corpus names for itself, and the one of the three that it means in reports and counts. */
export type VerdictName = { readonly id: string; readonly name: string; readonly means: Verdict }

export const WORK_STATES = ['open', 'in-progress', 'ready', 'done'] as const
/** How far the work on a claim is, whatever its verdict. */
export type WorkState = (typeof WORK_STATES)[number]

/** The state of work on a claim, open and nobody's until there is one. `id` is the claim's. */
export type ClaimWork = {
  readonly id: string
  readonly state: WorkState
  readonly assignee: Reviewer | null
  readonly at: string
  readonly by: Reviewer
}

/** A second reviewer's word that a verdict holds. It is for that decision alone: a later one needs its own. */
export type Confirmation = {
  readonly id: string
  readonly claimId: string
  readonly decisionId: string
  readonly at: string
  readonly by: Reviewer
}

/**
 * A claim sealed, or opened again with a reason; never edited, the latest counts. A seal names the statement and the decision
 * that it is on, so that what a colleague wrote without having seen it changes neither, whatever it is dated.
 */
export type Seal = {
  readonly id: string
  readonly claimId: string
  readonly sealed: boolean
  /** The words that were sealed; those that stood when it is an opening. */
  readonly statement: string
  /** The decision that stood; null when there was none. */
  readonly decisionId: string | null
  readonly reason: string
  readonly at: string
  readonly by: Reviewer
}

/** What replies and tags hang on. */
export type RemarkTarget = { readonly type: 'claim' | 'note'; readonly id: string }

/** An answer under a claim or a note. */
export type Reply = {
  readonly id: string
  readonly on: RemarkTarget
  readonly body: string
  readonly createdAt: string
  readonly createdBy: Reviewer
  readonly updatedAt: string
}

/** Whether the replies under a claim or a note are settled. `id` is the claim's or note's. */
export type Thread = { readonly id: string; readonly resolved: boolean; readonly at: string; readonly by: Reviewer }

export const TAG_COLOURS = ['blue', 'green', 'ochre', 'red', 'violet', 'teal', 'rose', 'grey'] as const
export type TagColour = (typeof TAG_COLOURS)[number]
export const TAG_SHAPES = ['circle', 'square', 'triangle', 'diamond', 'star', 'hexagon', 'cross', 'ring'] as const
export type TagShape = (typeof TAG_SHAPES)[number]

/** A label of the corpus; told apart by its shape where colour cannot be seen. */
export type Tag = {
  readonly id: string
  readonly name: string
  readonly colour: TagColour
  readonly shape: TagShape
}

/** A tag on a claim or a note. */
export type Tagging = { readonly id: string; readonly tagId: string; readonly on: RemarkTarget }

/** What a list of claims shows; empty and null mean "any". */
export type ClaimFilter = {
  readonly verdicts: readonly Verdict[]
  readonly work: readonly WorkState[]
  readonly assigneeId: string | null
  readonly tagIds: readonly string[]
  readonly sourceId: string | null
  readonly reviewerId: string | null
  /** Only claims of which some cited words changed, are ambiguous or lost, and are not settled. */
  readonly unsettled: boolean
  readonly text: string
}

/** A filter under a name, for all reviewers of the corpus. */
export type SavedFilter = {
  readonly id: string
  readonly name: string
  readonly filter: ClaimFilter
  readonly createdAt: string
  readonly createdBy: Reviewer
}

/** A claim that was merged into another, which shows its evidence and history too. `id` is that of the claim merged away. */
export type ClaimMerging = {
  readonly id: string
  readonly into: string
  readonly reason: string
  readonly at: string
  readonly by: Reviewer
}

/** Where a claim that was split off came from. `id` is the new claim's. */
export type ClaimSplitting = { readonly id: string; readonly from: string; readonly at: string; readonly by: Reviewer }

export const SETTLEMENTS = ['follow', 'keep'] as const
/** follow: the words at `to` are cited from now on; keep: the words as they were cited stand, though the source reads otherwise. */
export type SettlementKind = (typeof SETTLEMENTS)[number]

/**
 * What a reviewer decided about cited words that changed, are ambiguous or lost in the text with hash `textHash`; the
 * latest counts, and a later text that differs there asks again.
 */
export type Settlement = {
  readonly id: string
  readonly on: { readonly type: 'evidence' | 'note'; readonly id: string; readonly passage: number }
  readonly what: SettlementKind
  readonly textHash: string
  readonly from: Anchor
  readonly to: Anchor | null
  readonly at: string
  readonly by: Reviewer
}

export const DISAGREEMENT_CAUSES = [
  'evidence-missed',
  'evidence-read-differently',
  'statement-ambiguous',
  'standard-differs',
  'mistake',
  'other',
] as const
/** Why two reviewers came to different verdicts, as the one who adjudicates sees it. */
export type DisagreementCause = (typeof DISAGREEMENT_CAUSES)[number]

/** A decision that settles a disagreement: which decisions it settles, and why they differed. `id` is the decision's. */
export type Adjudication = {
  readonly id: string
  readonly claimId: string
  readonly decisionIds: readonly string[]
  readonly cause: DisagreementCause
}

/** Whether reviewers see each other's verdicts only after their own. There is one, with id `corpus`. */
export type BlindReview = {
  readonly id: 'corpus'
  readonly on: boolean
  readonly at: string
  readonly by: Reviewer
}

/** The current name of a writer's reviewer. `id` is the writer's. */
export type ReviewerName = { readonly id: string; readonly name: string }
