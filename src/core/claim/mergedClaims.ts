import type { Hanging } from './hanging'
import type { ClaimMerging } from './reviewRecord'
import { sealedWhen, standingSeal } from './sealState'
import { byMoment } from './timeOrder'

// Each claim is merged into one other at most, but writers who have not heard of each other can merge in a ring, or into a claim
// that another sealed or removed. What counts follows from the records alone, so that every reader sees the same.

type Known = Pick<Hanging, 'claims' | 'mergings' | 'seals'>

/**
 * The merging of a claim as far as it counts for itself: not into a claim that is not there, and not one of sealed claims by
 * somebody who had not seen the seal. Null when there is none. It may still close a ring.
 */
export function mergingOf(known: Known, claimId: string): ClaimMerging | null {
  const merging = known.mergings.get(claimId)
  if (merging === null || merging.into === claimId) return null
  if (known.claims.get(claimId) === null || known.claims.get(merging.into) === null) return null
  // Whoever sealed the claim saw it by itself, whatever a colleague's merging is dated.
  if (standingSeal(known.seals.of(claimId)) !== null) return null
  const sealed = [claimId, merging.into].some((id) => sealedWhen(known.seals.of(id), merging.at) !== null)
  return sealed ? null : merging
}

/**
 * The claim that a claim is shown under: itself when it is not merged away. Of mergings in a ring the latest does not count, as
 * it would have been refused had the others been known. For all claims together it grows with the number of mergings.
 */
export function rootOf(known: Known & Pick<Hanging, 'roots'>, claimId: string): string {
  const path: ClaimMerging[] = []
  const places = new Map<string, number>()
  let root: string | undefined
  for (let id = claimId; root === undefined;) {
    const place = places.get(id)
    root = known.roots.get(id) ?? (place === undefined ? undefined : latestOf(path.slice(place)))
    if (root !== undefined) break
    const merging = mergingOf(known, id)
    if (merging === null) root = id
    else {
      places.set(id, path.length)
      path.push(merging)
      id = merging.into
    }
  }
  for (const { id } of path) known.roots.set(id, root)
  return root
}

/** The mergings of all claims that are shown under a claim that is not merged away, nearest first, then in order of time. */
export function mergingsUnder(known: Known, rootId: string): readonly ClaimMerging[] {
  const under: ClaimMerging[] = []
  const owners = [rootId]
  for (const owner of owners) {
    const direct = known.mergings.of(owner).filter(({ id }) => id !== rootId && mergingOf(known, id) !== null)
    for (const merging of direct.toSorted(byMoment)) {
      under.push(merging)
      owners.push(merging.id)
    }
  }
  return under
}

function latestOf(ring: readonly ClaimMerging[]): string {
  return ring.reduce((latest, one) => (byMoment(latest, one) < 0 ? one : latest)).id
}
