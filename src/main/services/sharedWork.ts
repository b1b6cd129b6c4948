import { hangingOf } from '../../core/claim/hanging'
import { knownReviewers } from '../../core/claim/knownReviewers'
import { listRecords, type ReviewRecords } from '../../core/claim/recordTable'
import { countTags } from '../../core/claim/tags'
import { compareText } from '../../core/claim/timeOrder'
import type { ReviewView } from '../../contract/reviewSchemas'

type SharedWork = Pick<ReviewView, 'tags' | 'filters' | 'verdictNames' | 'reviewers'>

/** What all share to work on claims: tags, filters and names of verdicts in order of their names, and everyone who is known. */
export function toSharedWork(records: ReviewRecords): SharedWork {
  const tags = listRecords(records, 'tag')
  const names = listRecords(records, 'verdictName')
  const tagged = tags.length === 0 ? null : countedTags(records)
  return {
    tags: tags.toSorted(byName).map((tag) => ({ ...tag, uses: tagged?.get(tag.id) ?? 0 })),
    filters: listRecords(records, 'filter')
      .toSorted(byName)
      .map(({ filter, ...saved }) => ({
        ...saved,
        filter: {
          ...filter,
          verdicts: [...filter.verdicts],
          work: [...filter.work],
          tagIds: [...filter.tagIds],
        },
      })),
    verdictNames: names.toSorted(byName).map((one) => ({ ...one, uses: countUses(records, one.id) })),
    reviewers: [...knownReviewers(records)],
  }
}

const COUNTED_FROM = ['claim', 'note', 'merging', 'seal'] as const
type Counted = { readonly tables: readonly object[]; readonly counts: ReadonlyMap<string, number> }
const counted = new WeakMap<ReviewRecords['tagging'], Counted>()

/** The counts that are known, while nothing changed that they are taken from. */
function countedTags(records: ReviewRecords): ReadonlyMap<string, number> {
  const tables = COUNTED_FROM.map((type) => records[type])
  const known = counted.get(records.tagging)
  if (known?.tables.every((table, place) => table === tables[place]) === true) return known.counts
  const counts = countTags(records, hangingOf(records))
  counted.set(records.tagging, { tables, counts })
  return counts
}

function countUses(records: ReviewRecords, verdictNameId: string): number {
  return listRecords(records, 'decision').filter((decision) => decision.verdictNameId === verdictNameId).length
}

type Named = { readonly id: string; readonly name: string }

function byName(a: Named, b: Named): number {
  return compareText(a.name.toLowerCase(), b.name.toLowerCase()) || compareText(a.id, b.id)
}
