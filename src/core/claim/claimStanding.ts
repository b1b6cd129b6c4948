import type { Adjudication, Decision } from './reviewRecord'

/** What bears on the verdict of one claim. */
export type Judged = {
  /** The claim's own decisions as far as seals let them count, oldest first. */
  readonly decisions: readonly Decision[]
  readonly adjudications: readonly Adjudication[]
  /** Whether reviewers of this corpus decide, or once decided, without seeing each other's verdicts. */
  readonly independent: boolean
}

/** How the verdict on a claim stands, all reviewers together. */
export type ClaimStanding = {
  /** The decision that gives the verdict; null when there is none, or while reviewers disagree. */
  readonly decision: Decision | null
  /** What each reviewer says: the latest that is not an adjudication, oldest first. */
  readonly opinions: readonly Decision[]
  /** What stands against each other, oldest first; an adjudication that was contradicted since is among it. Null when nobody disagrees. */
  readonly disagreement: readonly Decision[] | null
  /** The adjudication that counts; null when there is none, or it was contradicted since. */
  readonly adjudication: Adjudication | null
}

/**
 * How the verdict on a claim stands. Where reviewers decide independently, two whose opinions differ disagree, and no verdict
 * counts until one of them comes round or the disagreement is adjudicated: the later of two who did not know of each other is
 * no better for being later. Elsewhere each sees what there is and changes it on purpose, so the latest counts. An
 * adjudication holds until an opinion that it did not know of differs from it.
 */
export function standingOf({ decisions, adjudications, independent }: Judged): ClaimStanding {
  const adjudicating = new Map(adjudications.map((one) => [one.id, one]))
  const opinions = latestOfEach(decisions.filter(({ id }) => !adjudicating.has(id)))
  if (!independent) return { decision: decisions.at(-1) ?? null, opinions, disagreement: null, adjudication: null }
  const ruling = decisions.findLast(({ id }) => adjudicating.has(id)) ?? null
  const adjudication = ruling === null ? null : (adjudicating.get(ruling.id) ?? null)
  if (ruling !== null && adjudication !== null) {
    const known = new Set(adjudication.decisionIds)
    const holds = opinions.every(({ id, verdict }) => verdict === ruling.verdict || known.has(id))
    if (holds) return { decision: ruling, opinions, disagreement: null, adjudication }
    return {
      decision: null,
      opinions,
      disagreement: decisions.filter((one) => one === ruling || opinions.includes(one)),
      adjudication: null,
    }
  }
  const verdicts = new Set(opinions.map(({ verdict }) => verdict))
  const disagreement = verdicts.size > 1 ? opinions : null
  const decision = disagreement === null ? (opinions.at(-1) ?? null) : null
  return { decision, opinions, disagreement, adjudication: null }
}

function latestOfEach(decisions: readonly Decision[]): readonly Decision[] {
  const latest = new Map<string, Decision>()
  for (const decision of decisions) {
    // Taken out first, so that the map stays in the order of time.
    latest.delete(decision.by.id)
    latest.set(decision.by.id, decision)
  }
  return [...latest.values()]
}
