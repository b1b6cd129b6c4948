import type { AnchorChange, AnchorResolution } from '../anchor/anchor'
import type {
  Reviewer,
  SettlementKind,
  Stance,
  TagColour,
  TagShape,
  Verdict,
  VerdictName,
  WorkState,
} from '../claim/reviewRecord'
import type { Edit } from '../diff/passageDiff'
import type { MatchSettings } from '../match/passageMatch'
import type { SourceMetadata } from '../text/metadata'
import type { ReportSegment } from './markedPassages'

// What a report says, before it has a form. Every renderer gets this and nothing else, so all formats tell the same.
// Offsets in here are the exported kind: Unicode code points of the decoded file or extracted text, half-open.

/** How a cited passage stands today; `gone` when its source is not in the corpus any more. */
export type CitedState = AnchorResolution['state'] | 'gone'

/** What a reviewer decided about cited words that were not in the source as they were cited. */
export type ReportSettlement = {
  readonly what: SettlementKind
  /** The words that were cited until then. */
  readonly fromText: string
  /** The words that stood there; null where none did. */
  readonly toText: string | null
  readonly at: string
  readonly by: Reviewer
}

/** A cited passage as it was found again. All places are null, and the texts null or empty, when it was not found. */
export type ResolvedPassage = {
  readonly state: CitedState
  /** Why it is so, in words; null when the source is gone. */
  readonly why: string | null
  /** Each difference from the cited words, by its class; empty unless the state is `changed`. */
  readonly changes: readonly AnchorChange[]
  /** Code points of the decoded file, inclusive. */
  readonly start: number | null
  /** Code points of the decoded file, exclusive. */
  readonly end: number | null
  /** Counted from 1 in the source's body, as the margin of the compare view does; null before the body. */
  readonly paragraph: number | null
  /** The decoded file between `start` and `end`, to the character. */
  readonly text: string | null
  /** What stands before and after it in the decoded file. */
  readonly prefix: string
  readonly suffix: string
  /** The id of the settlement that holds in the present text; null when there is none. */
  readonly settledBy: string | null
}

/** A source as the report lists it. */
export type ReportSource = {
  readonly id: string
  readonly siglum: string
  readonly path: string
  readonly format: 'text' | 'markdown' | 'html'
  readonly sha256: string
  readonly textHash: string
  /** Code points of the decoded file or extracted text. */
  readonly length: number
  readonly words: number
  readonly encoding: string
  readonly metadata: SourceMetadata
  readonly titleGuessed: boolean
  readonly problems: readonly { readonly code: string; readonly message: string }[]
  readonly state: 'current' | 'changed' | 'missing'
  readonly importedAt: string
  readonly readAt: string
  /** How many passages of it are cited as evidence. */
  readonly citations: number
}

export type ReportPassage = ResolvedPassage & {
  readonly sourceId: string
  /** `?` for a source that nothing is known of any more. */
  readonly siglum: string
  /** Empty for a source that nothing is known of any more. */
  readonly path: string
  readonly title: string | null
  readonly outlet: string | null
  /** The words as they are cited, first or as followed last, in the article's normalised text, with the hash of that text. */
  readonly cited: {
    readonly exact: string
    readonly prefix: string
    readonly suffix: string
    readonly textHash: string
  }
  /** The decision that holds in the present text; null when there is none. */
  readonly settled: ReportSettlement | null
  /** Every decision about these words, oldest first. */
  readonly settlements: readonly ReportSettlement[]
  /** From the cited words to those that stand there now; null unless the state is `changed`. */
  readonly change: readonly Edit[] | null
  /** The same as it is shown, the words as cited in `a`. */
  readonly changeSegments: readonly ReportSegment[] | null
}

/** How the two passages of a pair differ; both are null where there are not two. */
export type PairDifference = {
  /** From the first passage to the second, to the character. */
  readonly difference: readonly Edit[] | null
  /** As it is shown, the first passage in `a`. */
  readonly segments: readonly ReportSegment[] | null
}

/** What is told of decisions and evidence beside their own words. */
export type ReportMarks = {
  /** Written while the claim was sealed, by a reviewer who had not seen that; such a decision does not count. */
  readonly afterSeal: boolean
  /** The claim that it came from, which was merged into this one; null for what is its own. */
  readonly fromClaimId: string | null
}

type Stamped = { readonly at: string; readonly by: Reviewer }

export type ReportTag = {
  readonly id: string
  readonly name: string
  readonly colour: TagColour
  readonly shape: TagShape
}

export type ReportReply = {
  readonly id: string
  readonly body: string
  readonly createdAt: string
  readonly createdBy: Reviewer
  readonly updatedAt: string
  readonly fromClaimId: string | null
}

/** What people said beside a claim or a note. */
export type ReportRemarks = {
  /** Oldest first. */
  readonly replies: readonly ReportReply[]
  /** Who settled the replies; null when nobody did. */
  readonly resolved: Stamped | null
  readonly tags: readonly ReportTag[]
}

/** How the work on a claim stands, and where the claim came from. */
export type ReportWork = {
  /** Null when nobody has said anything of it. */
  readonly work: (Stamped & { readonly state: WorkState; readonly assignee: Reviewer | null }) | null
  /** `wordedAnew` is what a reviewer who had not seen the seal made of the statement; null when nobody did. */
  readonly sealed: (Stamped & { readonly reason: string; readonly wordedAnew: string | null }) | null
  /** Of the verdict that counts, by others than who gave it. */
  readonly confirmations: readonly Stamped[]
  /** What stands against each other while reviewers who decided independently disagree; null otherwise. */
  readonly disagreement: readonly { readonly verdict: Verdict; readonly by: Reviewer }[] | null
  readonly mergedFrom: readonly (Stamped & {
    readonly claimId: string
    readonly statement: string
    readonly reason: string
  })[]
  /** The statement is empty when that claim is not there any more. */
  readonly splitFrom: { readonly claimId: string; readonly statement: string } | null
}

export type ReportEvidence = ReportMarks &
  PairDifference & {
    readonly id: string
    readonly stance: Stance
    readonly createdAt: string
    readonly createdBy: Reviewer
    readonly passages: readonly ReportPassage[]
  }

export type ReportDecision = ReportMarks & {
  readonly id: string
  readonly verdict: Verdict
  /** The corpus's own name for it; null when it goes by its plain name. */
  readonly verdictName: string | null
  readonly reason: string
  readonly at: string
  readonly by: Reviewer
}

export type ReportClaim = ReportRemarks &
  ReportWork & {
    readonly id: string
    /** From 1, in the order of making. */
    readonly number: number
    /** As it was sealed, or as it is worded now. */
    readonly statement: string
    /** Of the decision that counts. */
    readonly verdict: Verdict
    readonly verdictName: string | null
    /** Of the decision that counts; empty when there is none. */
    readonly reason: string
    /** Who gave the decision that counts, and when; null when there is none. */
    readonly decidedBy: Reviewer | null
    readonly decidedAt: string | null
    readonly createdAt: string
    readonly createdBy: Reviewer
    readonly updatedAt: string
    /** Oldest first. */
    readonly history: readonly ReportDecision[]
    readonly evidence: readonly ReportEvidence[]
  }

export type ReportNote = ReportRemarks &
  PairDifference & {
    readonly id: string
    /** From 1, in the order of making. */
    readonly number: number
    readonly body: string
    readonly createdAt: string
    readonly createdBy: Reviewer
    readonly updatedAt: string
    readonly passages: readonly ReportPassage[]
  }

export const GAP_KINDS = [
  'claim-unverified',
  'claim-without-evidence',
  'verdict-without-evidence',
  'claim-edited-after-verdict',
  'evidence-after-verdict',
  'written-after-seal',
  'reviewers-disagree',
  'verdicts-hidden',
  'work-unfinished',
  'replies-open',
  'evidence-changed',
  'evidence-lost',
  'evidence-without-claim',
  'note-passage-changed',
  'source-not-cited',
  'source-changed',
  'title-guessed',
  'file-set-aside',
] as const
/** A way in which something was not checked. */
export type GapKind = (typeof GAP_KINDS)[number]

export type ReportGap = {
  readonly kind: GapKind
  /** What it means, in a sentence for people. */
  readonly message: string
  readonly about: readonly {
    readonly type: 'claim' | 'evidence' | 'note' | 'source' | 'file'
    /** The record's id; the path for a file. */
    readonly id: string
    /** For people: `Claim 3: …`, `B: path`. */
    readonly label: string
  }[]
}

export type ReportModel = {
  readonly corpus: { readonly name: string; readonly folder: string }
  readonly program: { readonly name: string; readonly version: string }
  /** ISO 8601. */
  readonly madeAt: string
  readonly settings: MatchSettings
  readonly counts: {
    readonly sources: number
    readonly setAside: number
    readonly claims: number
    readonly byVerdict: Readonly<Record<Verdict, number>>
    readonly sealed: number
    readonly confirmed: number
    readonly replies: number
    readonly evidence: number
    readonly passages: number
    readonly notes: number
  }
  /** Everyone whose words or verdicts are in here, by id. */
  readonly reviewers: readonly Reviewer[]
  /** In the order of their sigla. */
  readonly sources: readonly ReportSource[]
  readonly setAside: readonly { readonly path: string; readonly code: string; readonly message: string }[]
  readonly claims: readonly ReportClaim[]
  readonly notes: readonly ReportNote[]
  /** The corpus's own names for verdicts, and the verdict that each counts as. */
  readonly verdictNames: readonly VerdictName[]
  /** Kinds in the order of GAP_KINDS; a kind that nothing falls under is left out. */
  readonly notChecked: readonly ReportGap[]
}
