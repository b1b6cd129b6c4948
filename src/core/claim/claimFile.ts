import { standingOf, type ClaimStanding } from './claimStanding'
import type { Hanging } from './hanging'
import { mergingsUnder, rootOf } from './mergedClaims'
import type {
  Claim,
  ClaimMerging,
  ClaimSplitting,
  ClaimWork,
  Confirmation,
  Decision,
  Evidence,
  Note,
  RemarkTarget,
  Reply,
  Seal,
  Tagging,
  Thread,
  Verdict,
} from './reviewRecord'
import { sealedWhen, standingDecision, standingSeal } from './sealState'
import { byCreation, byMoment, compareText, compareTimes } from './timeOrder'

/** Which claim something came from that was merged into the one that shows it; null for what is its own. */
type From = { readonly fromClaimId: string | null }
/** Whether it was written while a seal stood that its reviewer had not seen. */
type Sealed = { readonly afterSeal: boolean }

export type FiledDecision = Decision & From & Sealed
export type FiledEvidence = Evidence & From & Sealed
export type FiledReply = Reply & From

/** What people said about a claim or a note beside it. */
export type Remarks = {
  /** Oldest first. */
  readonly replies: readonly FiledReply[]
  /** Who settled the replies; null when nobody did, or when somebody replied after that. */
  readonly resolved: Thread | null
  /** Each once, in order of the tags' ids. */
  readonly tagIds: readonly string[]
}

/** A claim with everything that hangs on it, and on the claims that were merged into it. */
export type ClaimFile = Remarks &
  Pick<ClaimStanding, 'opinions' | 'disagreement' | 'adjudication'> & {
    readonly claim: Claim
    /** As it was sealed, or as it is worded now. */
    readonly statement: string
    /** Of the decision that counts; `unverified` when there is none, and while reviewers who decided independently disagree. */
    readonly verdict: Verdict
    /** The decision that counts: never one of a claim that was merged into this one. */
    readonly standing: Decision | null
    /** Every verdict given, oldest first. */
    readonly history: readonly FiledDecision[]
    /** In the order it was added. */
    readonly evidence: readonly FiledEvidence[]
    /** Of the decision that counts, by other reviewers than who decided; oldest first. */
    readonly confirmations: readonly Confirmation[]
    /** Null when nobody has said how far the work is: then it is open, and nobody's. */
    readonly work: ClaimWork | null
    readonly seal: Seal | null
    /** The claims merged into this one, and into those. */
    readonly mergedFrom: readonly { readonly claim: Claim; readonly merging: ClaimMerging }[]
    readonly splitFrom: ClaimSplitting | null
  }

export type NoteFile = Remarks & { readonly note: Note }

/** The file of a claim; null when there is no such claim, or when it was merged into another, which shows it. */
export function fileClaim(hanging: Hanging, claimId: string): ClaimFile | null {
  const claim = hanging.claims.get(claimId)
  if (claim === null || rootOf(hanging, claimId) !== claimId) return null
  const mergings = mergingsUnder(hanging, claimId)
  const members = [null, ...mergings]
  const seals = hanging.seals.of(claimId)
  const own = hanging.decisions.of(claimId).toSorted(byMoment)
  const { decision, afterSeal } = standingDecision(own, seals)
  const seal = standingSeal(seals)
  const judged = standingOf({
    decisions: own.filter(({ id }) => !afterSeal.has(id)),
    adjudications: hanging.adjudications.of(claimId),
    independent: hanging.blind.get('corpus') !== null,
  })
  // What was sealed holds, also where a journal that comes late shows that somebody had decided otherwise.
  const standing = seal === null ? judged.decision : decision
  const { opinions, disagreement, adjudication } = judged
  return {
    claim,
    statement: seal?.statement ?? claim.statement,
    verdict: standing?.verdict ?? 'unverified',
    standing,
    opinions,
    disagreement,
    adjudication,
    history: [
      ...own.map((one) => ({ ...one, afterSeal: afterSeal.has(one.id), fromClaimId: null })),
      ...mergings.flatMap(({ id }) => decisionsBeforeMerging(hanging, id)),
    ].sort(byMoment),
    evidence: members.flatMap((merging) => evidenceOfMember(hanging, claimId, merging)).sort(byCreation),
    confirmations: confirmationsOf(hanging, standing),
    work: hanging.works.get(claimId),
    seal,
    ...remarksOn(hanging, 'claim', claimId, mergings),
    mergedFrom: mergings.flatMap((merging) => {
      const merged = hanging.claims.get(merging.id)
      return merged === null ? [] : [{ claim: merged, merging }]
    }),
    splitFrom: hanging.splittings.get(claimId),
  }
}

/** A note with what people said about it. */
export function fileNote(hanging: Pick<Hanging, 'replies' | 'taggings' | 'threads' | 'tags'>, note: Note): NoteFile {
  return { note, ...remarksOn(hanging, 'note', note.id, []) }
}

function decisionsBeforeMerging(hanging: Hanging, claimId: string): readonly FiledDecision[] {
  const decisions = hanging.decisions.of(claimId).toSorted(byMoment)
  const { afterSeal } = standingDecision(decisions, hanging.seals.of(claimId))
  return decisions.map((one) => ({ ...one, afterSeal: afterSeal.has(one.id), fromClaimId: claimId }))
}

function evidenceOfMember(hanging: Hanging, rootId: string, merging: ClaimMerging | null): readonly FiledEvidence[] {
  const claimId = merging?.id ?? rootId
  const ownSeals = hanging.seals.of(claimId)
  const rootSeals = hanging.seals.of(rootId)
  return hanging.evidence.of(claimId).map((one) => {
    const underRoot = merging !== null && compareTimes(one.createdAt, merging.at) >= 0
    const seal = sealedWhen(ownSeals, one.createdAt) ?? (underRoot ? sealedWhen(rootSeals, one.createdAt) : null)
    return { ...one, afterSeal: seal !== null, fromClaimId: merging?.id ?? null }
  })
}

function confirmationsOf(hanging: Hanging, standing: Decision | null): readonly Confirmation[] {
  if (standing === null) return []
  return hanging.confirmations
    .of(standing.claimId)
    .filter((one) => one.decisionId === standing.id && one.by.id !== standing.by.id)
    .toSorted(byMoment)
}

function remarksOn(
  { replies, taggings, threads, tags }: Pick<Hanging, 'replies' | 'taggings' | 'threads' | 'tags'>,
  type: RemarkTarget['type'],
  id: string,
  mergings: readonly ClaimMerging[],
): Remarks {
  const ids = [id, ...mergings.map((merging) => merging.id)]
  const filed = ids
    .flatMap((one) => replies.of(one))
    .filter(({ on }) => on.type === type)
    .map((reply) => ({ ...reply, fromClaimId: reply.on.id === id ? null : reply.on.id }))
    .sort(byCreation)
  const thread = threads.get(id)
  const isSettled = thread?.resolved === true && filed.every(({ createdAt }) => compareTimes(createdAt, thread.at) <= 0)
  const tagged = (one: Tagging): boolean => one.on.type === type && tags.get(one.tagId) !== null
  const tagIds = new Set(
    ids.flatMap((one) =>
      taggings
        .of(one)
        .filter(tagged)
        .map(({ tagId }) => tagId),
    ),
  )
  return { replies: filed, resolved: isSettled ? thread : null, tagIds: [...tagIds].sort(compareText) }
}
