import { changeSentence } from '../../core/anchor/changeSentence'
import { decideMatch, standingDecision, withdrawMatch } from '../../core/claim/matchDecisions'
import { listRecords, type ReviewRecords } from '../../core/claim/recordTable'
import type { CitedPassage, MatchDecision, PairCitation } from '../../core/claim/reviewRecord'
import type { PlacedDecision, RangePair } from '../../core/match/applyDecisions'
import type { TextRange } from '../../core/text/textRange'
import type { MatchDecisionInput } from '../../contract/matchingSchemas'
import type { MatchDecisionView } from '../../contract/schemas'
import { commitAction } from './changeReview'
import { cite } from './citations'
import { stamp } from './claims'
import { placeOf } from './placeOf'
import { openSession, type OpenSource, type ServiceContext } from './session'

/**
 * Keeps what a reviewer decided about matched passages, and gives the decision's id. Deciding what stands already changes
 * nothing: a call that comes twice, one right behind the other, is one decision.
 */
export function decideAboutMatch(context: ServiceContext, input: MatchDecisionInput): Promise<{ id: string }> {
  return context.inTurn(async () => {
    const session = openSession(context)
    const citePair = ({ a, b }: MatchDecisionInput['removed'][number]): PairCitation => ({
      a: cite(session, a),
      b: cite(session, b),
    })
    const cited = { what: input.what, removed: input.removed.map(citePair), added: input.added.map(citePair) }
    const standing = standingDecision(session.store.records(), cited)
    if (standing !== null) return { id: standing.id }
    const id = context.clock.newId()
    await commitAction(context, session, decideMatch(session.store.records(), cited, stamp(context, id)))
    return { id }
  })
}

export async function withdrawDecision(context: ServiceContext, decisionId: string): Promise<Record<never, never>> {
  const session = openSession(context)
  await commitAction(context, session, withdrawMatch(session.store.records(), { decisionId }))
  return {}
}

/** The decisions about two sources, oldest first: as they are shown, and those that are found again, as they are applied. */
export type DecisionsOfPair = { readonly views: MatchDecisionView[]; readonly placed: PlacedDecision[] }

/** Looks the passages of the decisions about these two sources up in their present texts; `a` and `b` as they are given here. */
export function decisionsOf(
  decisions: readonly MatchDecision[],
  { a, b }: { readonly a: OpenSource; readonly b: OpenSource },
): DecisionsOfPair {
  const views: MatchDecisionView[] = []
  const placed: PlacedDecision[] = []
  for (const decision of decisions) {
    const removed = decision.removed.map((pair) => placePair(pair, a, b))
    const added = decision.added.map((pair) => placePair(pair, a, b))
    const found = { id: decision.id, removed: removed.flatMap(whole), added: added.flatMap(whole) }
    const isPlaced = found.removed.length === removed.length && found.added.length === added.length
    if (isPlaced) placed.push(found)
    const { id, what, at, by } = decision
    views.push({ id, what, state: isPlaced ? 'placed' : 'lost', removed, added, at, by })
  }
  return { views, placed }
}

/** The decisions by the two sources that they are about, under {@link pairKey}; oldest first. */
export function decisionsByPair(records: ReviewRecords): ReadonlyMap<string, readonly MatchDecision[]> {
  const byPair = new Map<string, MatchDecision[]>()
  const inOrder = listRecords(records, 'matchDecision').toSorted(
    (one, two) => compareText(one.at, two.at) || compareText(one.id, two.id),
  )
  for (const decision of inOrder) {
    const first = decision.removed[0] ?? decision.added[0]
    if (first === undefined) continue
    const key = pairKey(first.a.sourceId, first.b.sourceId)
    const others = byPair.get(key)
    if (others === undefined) byPair.set(key, [decision])
    else others.push(decision)
  }
  return byPair
}

/** The same for the same two sources, whichever comes first. Ids hold no space. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}

type PlacedPair = MatchDecisionView['removed'][number]

function placePair(pair: PairCitation, a: OpenSource, b: OpenSource): PlacedPair {
  const turned = pair.a.sourceId === b.registered.id
  const inA = turned ? pair.b : pair.a
  const inB = turned ? pair.a : pair.b
  const [placeA, placeB] = [placeIn(a, inA), placeIn(b, inB)]
  return {
    a: placeA.range,
    b: placeB.range,
    aText: inA.anchor.quote.exact,
    bText: inB.anchor.quote.exact,
    aWhy: placeA.why,
    bWhy: placeB.why,
  }
}

type Placed = { readonly range: TextRange; readonly why: null } | { readonly range: null; readonly why: string }

function placeIn(source: OpenSource, { anchor }: CitedPassage): Placed {
  const resolution = placeOf(source, anchor)
  if (resolution.state === 'exact' || resolution.state === 'moved') return { range: resolution.range, why: null }
  if (resolution.state !== 'changed' || resolution.changes.length === 0) return { range: null, why: resolution.why }
  return { range: null, why: resolution.changes.map((change) => `${changeSentence(change)}.`).join(' ') }
}

function whole({ a, b }: PlacedPair): RangePair[] {
  return a === null || b === null ? [] : [{ a, b }]
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
