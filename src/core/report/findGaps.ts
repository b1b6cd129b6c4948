import type { HiddenVerdicts } from '../claim/blindReview'
import type { Evidence } from '../claim/reviewRecord'
import { shorten } from './reportWords'
import {
  GAP_KINDS,
  type GapKind,
  type ReportClaim,
  type ReportGap,
  type ReportModel,
  type ReportNote,
  type ReportPassage,
  type ReportRemarks,
  type ReportSource,
} from './reportModel'

const MESSAGES: Readonly<Record<GapKind, string>> = {
  'claim-unverified': 'Claims that stand as unverified: nothing is decided about them.',
  'claim-without-evidence': 'Claims for which no passage is cited.',
  'verdict-without-evidence': 'Claims that were called verified or disputed though no passage is cited for them.',
  'claim-edited-after-verdict': 'Claims whose statement was edited after the verdict: it was given on other words.',
  'evidence-after-verdict': 'Claims that got evidence after their verdict: it was given without knowing of it.',
  'written-after-seal':
    'Claims on which a reviewer who had not seen their seal decided, cited or worded something: it stands above, and does not count.',
  'reviewers-disagree':
    'Claims on which reviewers who decided independently disagree: they count as unverified until that is settled.',
  'verdicts-hidden':
    'Claims that others decided and whoever made this report did not: review is blind, so those verdicts are not in here.',
  'work-unfinished': 'Claims on which work was begun and is not done.',
  'replies-open': 'Claims and notes with replies that nobody has settled.',
  'evidence-changed': 'Evidence whose words have changed in the source since they were cited.',
  'evidence-lost':
    'Evidence that could not be found again without doubt: its words are lost, in several places, or the source is gone.',
  'evidence-without-claim': 'Evidence whose claim was removed; it is not shown above.',
  'note-passage-changed': 'Notes on passages that have changed or could not be found again.',
  'source-not-cited': 'Sources from which no evidence is cited.',
  'source-changed': 'Sources whose file has changed or gone since it was read.',
  'title-guessed': 'Sources whose title was taken from their first line, since nothing states it.',
  'file-set-aside': 'Files of the folder that could not be opened, and so were not read at all.',
}

type Findings = {
  readonly claims: readonly ReportClaim[]
  readonly notes: readonly ReportNote[]
  readonly sources: readonly ReportSource[]
  readonly setAside: ReportModel['setAside']
  /** Claims of which blind review hides verdicts, by id. */
  readonly hidden: ReadonlyMap<string, HiddenVerdicts>
  /** Evidence of claims that are not there any more. */
  readonly strayEvidence: readonly Evidence[]
}
type About = ReportGap['about'][number]

/** Everything that a reader might take for checked and that was not. Kinds that nothing falls under are left out. */
export function findGaps(findings: Findings): readonly ReportGap[] {
  const about: Readonly<Record<GapKind, readonly About[]>> = {
    ...findClaimGaps(findings.claims),
    ...findWorkGaps(findings),
    ...findEvidenceGaps(findings),
    ...findSourceGaps(findings),
  }
  return GAP_KINDS.filter((kind) => about[kind].length > 0).map((kind) => ({
    kind,
    message: MESSAGES[kind],
    about: about[kind],
  }))
}

type WorkGap = Extract<
  GapKind,
  'written-after-seal' | 'reviewers-disagree' | 'verdicts-hidden' | 'work-unfinished' | 'replies-open'
>
type ClaimGap = Extract<GapKind, `claim-${string}` | 'verdict-without-evidence' | 'evidence-after-verdict'>
type SourceGap = Extract<GapKind, `source-${string}` | 'title-guessed' | 'file-set-aside'>

function findClaimGaps(claims: readonly ReportClaim[]): Record<ClaimGap, readonly About[]> {
  const pick = (holds: (claim: ReportClaim) => boolean): readonly About[] => claims.filter(holds).map(describeClaim)
  const undecided = new Set(claims.filter((claim) => claim.history.length === 0).map((claim) => claim.id))
  return {
    'claim-unverified': pick((claim) => claim.verdict === 'unverified').map(({ label, ...one }) => ({
      ...one,
      label: undecided.has(one.id) ? `${label} (no verdict was given)` : label,
    })),
    'claim-without-evidence': pick((claim) => claim.evidence.length === 0),
    'verdict-without-evidence': pick((claim) => claim.verdict !== 'unverified' && claim.evidence.length === 0),
    'claim-edited-after-verdict': pick((claim) => isLater(claim.updatedAt, claim.decidedAt)),
    'evidence-after-verdict': pick((claim) =>
      claim.evidence.some((one) => isLater(cameAt(claim, one), claim.decidedAt)),
    ),
  }
}

/** When evidence came to the claim: with a claim that was merged into it, or by itself. */
function cameAt(claim: ReportClaim, { createdAt, fromClaimId }: ReportClaim['evidence'][number]): string {
  const merged = claim.mergedFrom.find(({ claimId }) => claimId === fromClaimId)
  return merged !== undefined && isLater(merged.at, createdAt) ? merged.at : createdAt
}

function findWorkGaps({ claims, notes, hidden }: Findings): Record<WorkGap, readonly About[]> {
  const pick = (holds: (claim: ReportClaim) => boolean): readonly About[] => claims.filter(holds).map(describeClaim)
  const isOpen = ({ replies, resolved }: ReportRemarks): boolean => replies.length > 0 && resolved === null
  return {
    'written-after-seal': pick(
      ({ history, evidence, sealed }) =>
        [...history, ...evidence].some((one) => one.afterSeal) || (sealed !== null && sealed.wordedAnew !== null),
    ),
    'reviewers-disagree': pick(({ disagreement }) => disagreement !== null),
    'verdicts-hidden': pick(({ id }) => hidden.has(id)),
    'work-unfinished': pick(({ work }) => work !== null && work.state !== 'done'),
    'replies-open': [...pick(isOpen), ...notes.filter(isOpen).map(describeNote)],
  }
}

function findEvidenceGaps({
  claims,
  notes,
  strayEvidence,
}: Findings): Record<Exclude<GapKind, ClaimGap | WorkGap | SourceGap>, readonly About[]> {
  const pick = (holds: (passage: ReportPassage) => boolean): readonly About[] =>
    claims.flatMap((claim) =>
      claim.evidence
        .filter((evidence) => evidence.passages.some(holds))
        .map((evidence) => ({
          type: 'evidence' as const,
          id: evidence.id,
          label: `Claim ${claim.number}: ${describePassages(evidence.passages.filter(holds))}`,
        })),
    )
  return {
    'evidence-changed': pick(isChanged),
    'evidence-lost': pick(isLost),
    'evidence-without-claim': strayEvidence.map(({ id, passages }) => ({
      type: 'evidence',
      id,
      label: passages.map((passage) => `“${shorten(passage.anchor.quote.exact)}”`).join(', '),
    })),
    'note-passage-changed': notes
      .filter((note) => note.passages.some((passage) => isChanged(passage) || isLost(passage)))
      .map(describeNote),
  }
}

function findSourceGaps({ sources, setAside }: Findings): Record<SourceGap, readonly About[]> {
  const pick = (holds: (source: ReportSource) => boolean): readonly About[] =>
    sources
      .filter(holds)
      .map((source) => ({ type: 'source' as const, id: source.id, label: `${source.siglum}: ${source.path}` }))
  return {
    'source-not-cited': pick((source) => source.citations === 0),
    'source-changed': pick((source) => source.state !== 'current'),
    'title-guessed': pick((source) => source.titleGuessed),
    'file-set-aside': setAside.map(({ path, message }) => ({ type: 'file', id: path, label: `${path}: ${message}` })),
  }
}

// What a reviewer settled was looked at, and is told with the passage.
function isChanged({ state, settled }: ReportPassage): boolean {
  return state === 'changed' && settled === null
}

function isLost({ state, settled }: ReportPassage): boolean {
  return state === 'gone' || ((state === 'lost' || state === 'ambiguous') && settled === null)
}

function isLater(time: string, than: string | null): boolean {
  return than !== null && Date.parse(time) > Date.parse(than)
}

function describeClaim(claim: ReportClaim): About {
  return { type: 'claim', id: claim.id, label: `Claim ${claim.number}: ${shorten(claim.statement)}` }
}

function describeNote(note: ReportNote): About {
  return { type: 'note', id: note.id, label: `Note ${note.number}: ${shorten(note.body)}` }
}

function describePassages(passages: readonly ReportPassage[]): string {
  return passages.map((passage) => `${passage.siglum} “${shorten(passage.cited.exact)}”`).join(', ')
}
