import { mirrorMatching } from '../../core/match/mirrorMatching'
import type { PairMatching } from '../../core/match/passageMatch'

/** What two texts share, and how many words of each lie in it. */
export type PairShared = PairMatching & { readonly aWords: number; readonly bWords: number }

/** What pairs of texts share, by the identities of the two; `a` is the one whose identity comes first. */
export class PairResults {
  readonly #byFirst = new Map<string, Map<string, PairShared>>()

  get(first: string, second: string): PairShared | null {
    return this.#byFirst.get(first)?.get(second) ?? null
  }

  set(first: string, second: string, shared: PairShared): void {
    const others = this.#byFirst.get(first)
    if (others === undefined) this.#byFirst.set(first, new Map([[second, shared]]))
    else others.set(second, shared)
  }

  /** All results whose first text is this one. */
  of(first: string): ReadonlyMap<string, PairShared> {
    return this.#byFirst.get(first) ?? new Map<string, PairShared>()
  }

  /** Forgets the results of texts that are not in the corpus any more. */
  keepOnly(identities: { readonly has: (identity: string) => boolean }): void {
    for (const [first, others] of this.#byFirst) {
      if (!identities.has(first)) this.#byFirst.delete(first)
      else for (const second of others.keys()) if (!identities.has(second)) others.delete(second)
    }
  }
}

/** As {@link mirrorMatching}, with the words exchanged. */
export function mirrorShared(shared: PairShared): PairShared {
  return { ...mirrorMatching(shared), aWords: shared.bWords, bWords: shared.aWords }
}
