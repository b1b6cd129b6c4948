import { describe, expect, it } from 'vitest'
import {
  arrangeClusters,
  isFilteringClusters,
  NO_CLUSTER_FILTER,
  type ClusterFilter,
  type ClusterSort,
  type ListedCluster,
} from '../../../src/renderer/state/clusterList'

function cluster(id: string, sources: readonly string[], changes: Partial<ListedCluster> = {}): ListedCluster {
  return {
    id,
    words: 10,
    members: sources.length,
    sources: [...sources],
    excerpt: 'the head of the audit office',
    first: null,
    differs: false,
    ...changes,
  }
}

const list = [
  cluster('two', ['a', 'b'], { words: 30, first: { sourceId: 'a', published: '2019' } }),
  cluster('four', ['a', 'b', 'c', 'd'], { differs: true, excerpt: '“We don’t know,” said Björn.' }),
  cluster('three', ['b', 'c', 'd'], { first: { sourceId: 'c', published: '2018-04-03' } }),
]

function ids(filter: Partial<ClusterFilter>, sort: ClusterSort = 'most sources'): string {
  return arrangeClusters(list, { ...NO_CLUSTER_FILTER, ...filter }, sort)
    .map(({ id }) => id)
    .join(' ')
}

describe('the list of clusters', () => {
  it('puts most sources first, or the longest, or the earliest with the undated last', () => {
    expect(ids({})).toBe('four three two')
    expect(ids({}, 'longest')).toBe('two four three')
    expect(ids({}, 'earliest')).toBe('three two four')
  })

  it('narrows to a source, to a number of sources, and to wording that differs', () => {
    expect([ids({ sourceId: 'd' }), ids({ leastSources: 4 }), ids({ differs: true })]).toEqual([
      'four three',
      'four',
      'four',
    ])
    expect(ids({ sourceId: 'x' })).toBe('')
  })

  it('finds what is typed plainly in what is printed with curls and accents, all words in any order', () => {
    expect([ids({ text: "know don't" }), ids({ text: 'bjorn' }), ids({ text: 'audit zebra' })]).toEqual([
      'four',
      'four',
      '',
    ])
  })

  it('says whether anything is filtered at all', () => {
    const filtering = (change: Partial<ClusterFilter>) => isFilteringClusters({ ...NO_CLUSTER_FILTER, ...change })
    expect([filtering({}), filtering({ text: ' ' }), filtering({ text: 'x' }), filtering({ leastSources: 3 })]).toEqual(
      [false, false, true, true],
    )
  })
})
