import type { Decision, Seal } from './reviewRecord'
import { byMoment, compareTimes } from './timeOrder'

/**
 * The seal that stands on a claim, given all seals and openings of it; null when it is open. Of several without an opening
 * between, the first: whoever sealed it again had not heard of that one.
 */
export function standingSeal(seals: readonly Seal[]): Seal | null {
  return seals.length === 0 ? null : lastOfRuns(seals)
}

/** The seal that stood at a time, or that was set at that very time; null when the claim was open. */
export function sealedWhen(seals: readonly Seal[], at: string): Seal | null {
  return seals.length === 0 ? null : lastOfRuns(seals.filter((seal) => compareTimes(seal.at, at) <= 0))
}

/** When a claim was last sealed or opened; null when it never was. */
export function lastSealing(seals: readonly Seal[]): string | null {
  return seals.reduce<string | null>((last, { at }) => (last === null || compareTimes(at, last) > 0 ? at : last), null)
}

/** The decision that counts, and the ids of those that do not, since a seal stood that their reviewers had not seen. */
export type Standing = { readonly decision: Decision | null; readonly afterSeal: ReadonlySet<string> }

/**
 * What counts of a claim's own decisions, oldest first in `history`. The latest does, save one that was given while a seal stood:
 * its reviewer had not seen it, and it does not count later either. While a claim is sealed the decision that the seal names
 * counts, also where one comes to light that is dated before the seal.
 */
export function standingDecision(history: readonly Decision[], seals: readonly Seal[]): Standing {
  if (seals.length === 0) return { decision: history.at(-1) ?? null, afterSeal: new Set() }
  const behind = history.filter(({ at }) => sealedWhen(seals, at) !== null)
  const afterSeal = new Set(behind.map(({ id }) => id))
  const latest = history.findLast(({ id }) => !afterSeal.has(id)) ?? null
  const seal = standingSeal(seals)
  if (seal === null) return { decision: latest, afterSeal }
  if (seal.decisionId === null) return { decision: null, afterSeal }
  return { decision: history.find(({ id }) => id === seal.decisionId) ?? latest, afterSeal }
}

function lastOfRuns(seals: readonly Seal[]): Seal | null {
  let standing: Seal | null = null
  for (const seal of seals.toSorted(byMoment)) {
    if (!seal.sealed) standing = null
    else standing ??= seal
  }
  return standing
}
