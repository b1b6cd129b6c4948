import type { ComparedPassage } from '../../contract/schemas'
import type { RegionIndex } from './passageGroups'

export const PASSAGE_SORTS = [
  'region',
  'place in the first',
  'place in the second',
  'longest',
  'most different',
] as const
export type PassageSort = (typeof PASSAGE_SORTS)[number]

export const PASSAGE_FILTERS = ['all', 'identical', 'reworded', 'quotations', 'with differences'] as const
export type PassageFilter = (typeof PASSAGE_FILTERS)[number]

/** "Reworded" holds what is not word for word the same, near and far alike; a quotation can be either. */
export function passesFilter(passage: ComparedPassage, filter: PassageFilter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'identical':
      return passage.kind === 'identical'
    case 'reworded':
      return passage.kind !== 'identical'
    case 'quotations':
      return passage.quotation
    case 'with differences':
      return passage.differences > 0
  }
}

export function countByFilter(passages: readonly ComparedPassage[]): Readonly<Record<PassageFilter, number>> {
  const counts = { all: 0, identical: 0, reworded: 0, quotations: 0, 'with differences': 0 }
  for (const passage of passages)
    for (const filter of PASSAGE_FILTERS) if (passesFilter(passage, filter)) counts[filter] += 1
  return counts
}

const NO_REGIONS: RegionIndex = new Map()

export function sortPassages(
  passages: readonly ComparedPassage[],
  sort: PassageSort,
  regions: RegionIndex = NO_REGIONS,
): readonly ComparedPassage[] {
  switch (sort) {
    case 'region':
      return passages.toSorted((p, q) => byRegion(p, q, regions) || byFirst(p, q))
    case 'place in the first':
      return passages.toSorted(byFirst)
    case 'place in the second':
      return passages.toSorted((p, q) => p.b.start - q.b.start || p.a.start - q.a.start)
    case 'longest':
      return passages.toSorted((p, q) => passageLength(q) - passageLength(p) || byFirst(p, q))
    case 'most different':
      return passages.toSorted((p, q) => q.differences - p.differences || p.score - q.score || byFirst(p, q))
  }
}

/** Regions by their place, and what lies in none after all of them. */
function byRegion(p: ComparedPassage, q: ComparedPassage, regions: RegionIndex): number {
  const [one, two] = [regions.get(p.id), regions.get(q.id)]
  if (one === two) return 0
  if (one === undefined || two === undefined) return one === undefined ? 1 : -1
  return one.a.start - two.a.start || one.b.start - two.b.start
}

function byFirst(p: ComparedPassage, q: ComparedPassage): number {
  return p.a.start - q.a.start || p.b.start - q.b.start
}

/** UTF-16 code units of the longer side. */
function passageLength(passage: ComparedPassage): number {
  return Math.max(passage.a.endExclusive - passage.a.start, passage.b.endExclusive - passage.b.start)
}
