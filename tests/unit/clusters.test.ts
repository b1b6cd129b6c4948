import { describe, expect, it } from 'vitest'
import { findClusters, type SharedPassage } from '../../src/core/match/clusters'

type Place = readonly [source: number, start: number, end: number]

function shares([aSource, aStart, aEnd]: Place, [bSource, bStart, bEnd]: Place): SharedPassage {
  const range = (start: number, endExclusive: number) => ({ start, endExclusive })
  return { aSource, bSource, a: range(aStart, aEnd), b: range(bStart, bEnd) }
}

function clustersOf(passages: readonly SharedPassage[]): Place[][] {
  return findClusters(passages, (source) => `s-${source}`).map((places) =>
    places.map(({ source, range }) => [source, range.start, range.endExclusive]),
  )
}

describe('clusters', () => {
  it('gather the same wording of all sources, one member a place, though its ranges differ a little from pair to pair', () => {
    const clusters = clustersOf([
      shares([0, 0, 100], [1, 50, 150]),
      shares([1, 52, 150], [2, 10, 108]),
      shares([0, 0, 90], [2, 10, 100]),
      shares([0, 3, 100], [3, 0, 97]),
    ])
    expect(clusters).toHaveLength(1)
    expect(clusters[0]?.map(([source]) => source)).toEqual([0, 1, 2, 3])
  })

  it('keep a quotation apart from the paragraph that it stands in', () => {
    const clusters = clustersOf([
      shares([0, 0, 400], [1, 0, 400]),
      shares([0, 100, 140], [2, 10, 50]),
      shares([1, 100, 140], [2, 10, 50]),
    ])
    expect(clusters).toEqual([
      [
        [0, 100, 140],
        [1, 100, 140],
        [2, 10, 50],
      ],
      [
        [0, 0, 400],
        [1, 0, 400],
      ],
    ])
  })

  it('leave out a piece that another cluster shows already, member for member', () => {
    const clusters = clustersOf([
      shares([0, 0, 50], [1, 0, 55]),
      shares([1, 0, 55], [2, 0, 50]),
      shares([0, 0, 22], [2, 0, 22]),
    ])
    expect(clusters).toEqual([
      [
        [0, 0, 50],
        [1, 0, 55],
        [2, 0, 50],
      ],
    ])
  })

  it('do not drift: what a chain of neighbours ties together is no cluster', () => {
    // Each passage shares 60 of 100 with the next: the last has nothing of the first.
    const chain = [0, 1, 2, 3, 4, 5].map((at) => shares([at, 40, 140], [at + 1, 0, 100]))
    for (const members of clustersOf(chain)) expect(members.length).toBeLessThanOrEqual(3)
  })

  it('take in what half of the members have, though the centre has it not', () => {
    const clusters = clustersOf([
      shares([0, 0, 100], [1, 0, 100]),
      shares([0, 0, 100], [2, 0, 100]),
      shares([0, 0, 100], [3, 0, 100]),
      shares([4, 0, 100], [1, 0, 100]),
      shares([4, 0, 100], [2, 0, 100]),
      shares([5, 0, 100], [3, 0, 100]),
    ])
    expect(clusters[0]?.map(([source]) => source)).toEqual([0, 1, 2, 3, 4])
  })

  it('have a place twice where one source says it twice, and need two sources', () => {
    expect(clustersOf([shares([0, 0, 50], [1, 0, 50]), shares([0, 200, 250], [1, 0, 50])])).toEqual([
      [
        [0, 0, 50],
        [0, 200, 250],
        [1, 0, 50],
      ],
    ])
    expect(clustersOf([])).toEqual([])
  })
})
