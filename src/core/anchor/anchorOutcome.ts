import { sliceRange } from '../text/textRange'
import type { AnchorCandidate, AnchorChange, AnchorResolution } from './anchor'
import { attachedRange, keepsCuts } from './attachedRange'
import { findChanges } from './findChanges'
import { rangeOfTokens } from './keyedTokens'
import type { LikeWording } from './likestWording'
import { neighboursAt, scoreOf, weightOf, type Neighbours } from './neighbours'
import type { TokenSpan } from './placeBetween'
import { findQuote } from './quotePlaces'
import type { AnchorWords } from './readAnchor'
import type { TextIndex } from './textIndex'
import { WHY } from './whyWords'

/** How like the quote other words must be to count as its words changed rather than as others in their place (0 to 1). */
export const LIKE_AT_ALL = 0.25
/** What is looked for, and in which texts. */
export type Search = {
  readonly index: TextIndex
  readonly old: { readonly index: TextIndex; readonly old: TextIndex; readonly place: number } | null
  readonly words: AnchorWords
}
/** Where the same words stand. */
export type Place = { readonly at: number; readonly neighbours: Neighbours; readonly score: number }

/** Candidates that are shown, at most. */
export const MOST_SHOWN = 20
/** A place with its neighbours. */
export function toPlace({ index, words }: Search, at: number): Place {
  const neighbours = neighboursAt(index, words, at)
  return { at, neighbours, score: scoreOf(neighbours) }
}

/** How like the words of a place are to the quoted ones, order aside, 0 to 1. */
export function likenessOf({ index, words }: Pick<Search, 'index' | 'words'>, { from, to }: TokenSpan): number {
  const left = new Map<string, number>()
  let all = 0
  for (const key of words.tokens.keys.slice(words.from, words.to)) {
    left.set(key, (left.get(key) ?? 0) + 1)
    all += weightOf(key)
  }
  let same = 0
  for (const key of index.tokens.keys.slice(from, to)) {
    const count = left.get(key) ?? 0
    all += weightOf(key)
    if (count === 0) continue
    left.set(key, count - 1)
    same += 2 * weightOf(key)
  }
  return all === 0 ? 0 : same / all
}

/** The words are attached to the place. */
export function attach(search: Search, place: Place, state: 'exact' | 'moved', why: string): AnchorResolution {
  return { state, range: attachedRange(search.index, search.words, place.at), why }
}

/** The place is certain and its words are others; exact when nothing but what stands beside them is. */
export function changed(search: Search, place: TokenSpan): AnchorResolution {
  const { changes, span } = findChanges(search.index, search.words, place)
  const range = rangeOfTokens(search.index.tokens, span.from, span.to)
  if (changes.length === 0) {
    if (keepsCuts(search.index, search.words, span.from)) {
      return attach(search, toPlace(search, span.from), 'exact', WHY.putInBeside)
    }
    const to = sliceRange(search.index.text, range)
    const spelling: AnchorChange = { class: 'wording', from: search.words.exact, to }
    return { state: 'changed', range, changes: [spelling], why: WHY.changed([spelling]) }
  }
  return { state: 'changed', range, changes, why: WHY.changed(changes) }
}

/** Several places hold the words. */
export function ambiguous(search: Search, places: readonly Place[], why: string): AnchorResolution {
  const shown = places.toSorted(byScore).slice(0, MOST_SHOWN)
  return { state: 'ambiguous', candidates: shown.map((place) => toCandidate(search, place)), why }
}

/** Several places hold words that are like them. */
export function ambiguousWordings(search: Search, wordings: readonly LikeWording[]): AnchorResolution {
  const candidates = wordings.map((wording) => wordingCandidate(search, wording))
  return { state: 'ambiguous', candidates, why: WHY.severalAlike }
}

/** Lost, with the closest thing: the same words in a place that is not theirs, or else the likest ones. */
export function lost(search: Search, likest: readonly LikeWording[], why: string): AnchorResolution {
  const { index, words } = search
  const [same] = findQuote(index, words).places
  if (same !== undefined) {
    return { state: 'lost', closest: toCandidate(search, toPlace(search, same)), why: WHY.leftBehind }
  }
  const [closest] = likest.filter(({ inner }) => inner >= LIKE_AT_ALL).toSorted((one, other) => other.inner - one.inner)
  return { state: 'lost', closest: closest === undefined ? null : wordingCandidate(search, closest), why }
}

/** A place that may be meant. */
export function toCandidate({ index, words }: Search, place: Place): AnchorCandidate {
  // Words that are the same are half of it; the other half is how far their neighbours are.
  return { range: attachedRange(index, words, place.at), score: rounded(0.5 + place.score / 2) }
}

function wordingCandidate({ index }: Search, { from, to, left, right, inner }: LikeWording): AnchorCandidate {
  const around = ((left ?? right ?? 0) + (right ?? left ?? 0)) / 2
  return { range: rangeOfTokens(index.tokens, from, to), score: rounded(inner / 2 + around / 2) }
}

/** The best place first, then the first. */
export function byScore(one: Place, other: Place): number {
  return other.score - one.score || one.at - other.at
}

/** To three digits: more would look surer than it is. */
export function rounded(score: number): number {
  return Math.round(score * 1_000) / 1_000
}
