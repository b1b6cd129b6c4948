import { compareRangePairs, type RangePair } from './applyDecisions'
import type { PairMatching } from './passageMatch'

/** The same matching with the two texts exchanged, in the order that it has then. */
export function mirrorMatching({ passages, regions, complete }: PairMatching): PairMatching {
  const turned = passages.map(mirrored)
  const sorted = turned.toSorted(compareRangePairs)
  const places = new Map(sorted.map((passage, place) => [passage, place]))
  const placeOf = (index: number) => {
    const passage = turned[index]
    return passage === undefined ? [] : (places.get(passage) ?? [])
  }
  return {
    passages: sorted,
    regions: regions
      .map((region) => ({
        ...mirrored(region),
        passages: region.passages.flatMap(placeOf).sort((one, two) => one - two),
      }))
      .sort(compareRangePairs),
    complete,
  }
}

function mirrored<T extends RangePair>(pair: T): T {
  return { ...pair, a: pair.b, b: pair.a }
}
