import { intAt } from '../match/growingInts'
import type { AnchorResolution } from './anchor'
import { rangeOfTokens } from './keyedTokens'
import type { AnchorWords } from './readAnchor'
import { countPlaces, type TextIndex } from './textIndex'
import { MOST_NEIGHBOUR_PLACES } from './placeBetween'
import { WHY } from './whyWords'

/** A quote without words, as a place between two words or white space alone, is where its neighbours meet. */
export function resolveWithoutWords(index: TextIndex, words: AnchorWords, exact: string): AnchorResolution {
  const { ids } = words.tokens
  const neighbours = ids.subarray(words.least, words.most)
  const places = neighbours.length === 0 ? { low: 0, high: 0 } : index.find(neighbours)
  if (countPlaces(places) === 0) return { state: 'lost', closest: null, why: WHY.nowhere }
  const spots = Array.from(index.list(places).subarray(0, MOST_NEIGHBOUR_PLACES), (at) => at + words.from - words.least)
  const ranges = spots.map((spot) => {
    const before = rangeOfTokens(index.tokens, spot, spot).start
    const behind = spot < index.tokens.length ? intAt(index.tokens.starts, spot) : index.text.length
    const start = exact === '' ? behind : before
    return { start, endExclusive: Math.min(behind, start + exact.length) }
  })
  const [only] = ranges
  if (only !== undefined && ranges.length === 1) return { state: 'exact', range: only, why: WHY.sameNeighbours }
  return {
    state: 'ambiguous',
    candidates: ranges.map((range) => ({ range, score: 0.5 })),
    why: WHY.sameInSeveral,
  }
}
