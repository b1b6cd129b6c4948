import type { ComparedPassage, ComparedRegion } from '../../contract/schemas'
import { rangeContains } from '../../core/text/textRange'

/** Which region each passage lies in. */
export type RegionIndex = ReadonlyMap<string, ComparedRegion>

export function indexRegions(passages: readonly ComparedPassage[], regions: readonly ComparedRegion[]): RegionIndex {
  const index = new Map<string, ComparedRegion>()
  for (const region of regions)
    for (const at of region.passages) {
      const passage = passages[at]
      if (passage !== undefined) index.set(passage.id, region)
    }
  // What a reviewer split, joined or added inside a region belongs to it as well.
  for (const passage of passages.filter((one) => one.decisionId !== null && !index.has(one.id))) {
    const around = regions.find((one) => rangeContains(one.a, passage.a) && rangeContains(one.b, passage.b))
    if (around !== undefined) index.set(passage.id, around)
  }
  return index
}

/** A row of the list: the head of what follows, or a passage. */
export type PassageRow =
  | {
      readonly kind: 'region'
      readonly id: string
      readonly region: ComparedRegion
      readonly number: number
      readonly count: number
    }
  | { readonly kind: 'singles'; readonly id: string }
  | { readonly kind: 'passage'; readonly id: string; readonly passage: ComparedPassage }

/**
 * The listed passages under the heads of their regions, then those outside of all. Regions without a passage have their head
 * alone; `bare` leaves them out, as a filter does.
 */
export function groupRows(
  listed: readonly ComparedPassage[],
  regions: readonly ComparedRegion[],
  index: RegionIndex,
  bare: boolean,
): readonly PassageRow[] {
  const rows: PassageRow[] = []
  const ordered = byPlace(regions)
  for (const [at, region] of ordered.entries()) {
    const inside = listed.filter((passage) => index.get(passage.id) === region)
    if (inside.length === 0 && (bare || region.passages.length > 0)) continue
    const head = { kind: 'region', id: regionId(region), region, number: at + 1, count: inside.length } as const
    rows.push(head, ...inside.map(passageRow))
  }
  const singles = listed.filter((passage) => !index.has(passage.id))
  if (rows.length > 0 && singles.length > 0) rows.push({ kind: 'singles', id: 'singles' })
  return [...rows, ...singles.map(passageRow)]
}

export function plainRows(listed: readonly ComparedPassage[]): readonly PassageRow[] {
  return listed.map(passageRow)
}

/** By place in the first text: the order in which regions are numbered. */
export function byPlace(regions: readonly ComparedRegion[]): readonly ComparedRegion[] {
  return regions.toSorted((p, q) => p.a.start - q.a.start || p.b.start - q.b.start)
}

export function regionId(region: ComparedRegion): string {
  return `region-${region.a.start}-${region.a.endExclusive}-${region.b.start}-${region.b.endExclusive}`
}

function passageRow(passage: ComparedPassage): PassageRow {
  return { kind: 'passage', id: passage.id, passage }
}
