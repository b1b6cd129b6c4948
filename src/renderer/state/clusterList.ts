import type { CorpusMatching } from '../../contract/matchingSchemas'
import { compareCodeUnits } from '../../core/text/sigla'
import { foldForSearch } from '../../core/text/searchFold'
import { sortableDate } from './corpusMatrix'

export type ListedCluster = CorpusMatching['clusters'][number]

export const CLUSTER_SORTS = ['most sources', 'longest', 'earliest'] as const
export type ClusterSort = (typeof CLUSTER_SORTS)[number]

/** What the list of clusters shows; empty and null mean "any". */
export type ClusterFilter = {
  readonly text: string
  readonly sourceId: string | null
  /** Only those whose sources do not all have the same words. */
  readonly differs: boolean
  /** Two is every cluster: one source alone is none. */
  readonly leastSources: number
}

export const NO_CLUSTER_FILTER: ClusterFilter = { text: '', sourceId: null, differs: false, leastSources: 2 }

export function isFilteringClusters(filter: ClusterFilter): boolean {
  return filter.text.trim() !== '' || filter.sourceId !== null || filter.differs || filter.leastSources > 2
}

/** Those that fit, in order; of equal ones, that which came first stays first. */
export function arrangeClusters(
  clusters: readonly ListedCluster[],
  filter: ClusterFilter,
  sort: ClusterSort,
): readonly ListedCluster[] {
  const words = foldForSearch(filter.text)
    .split(' ')
    .filter((word) => word !== '')
  const { sourceId } = filter
  const fitting = clusters.filter(
    (cluster) =>
      cluster.sources.length >= filter.leastSources &&
      (!filter.differs || cluster.differs) &&
      (sourceId === null || cluster.sources.includes(sourceId)) &&
      holdsWords(cluster.excerpt, words),
  )
  return fitting.toSorted(COMPARE[sort])
}

const COMPARE: Readonly<Record<ClusterSort, (one: ListedCluster, two: ListedCluster) => number>> = {
  'most sources': (one, two) => two.sources.length - one.sources.length || two.words - one.words,
  longest: (one, two) => two.words - one.words || two.sources.length - one.sources.length,
  earliest: (one, two) => compareFirst(one, two) || two.sources.length - one.sources.length,
}

/** The earliest first, those without a date last. */
function compareFirst(one: ListedCluster, two: ListedCluster): number {
  const [a, b] = [sortableDate(one.first?.published ?? null), sortableDate(two.first?.published ?? null)]
  if (a === '' || b === '') return (a === '' ? 1 : 0) - (b === '' ? 1 : 0)
  return compareCodeUnits(a, b)
}

function holdsWords(excerpt: string, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const folded = foldForSearch(excerpt)
  return words.every((word) => folded.includes(word))
}
