import { sliceRange, type TextRange } from '../text/textRange'
import type { AnchorResolution, SoughtAnchor } from './anchor'
import {
  ambiguous,
  ambiguousWordings,
  attach,
  byScore,
  changed,
  LIKE_AT_ALL,
  likenessOf,
  lost,
  MOST_SHOWN,
  rounded,
  toCandidate,
  toPlace,
  type Place,
  type Search,
} from './anchorOutcome'
import { keepsCuts } from './attachedRange'
import { resolveWithoutWords } from './emptyQuote'
import { findInsideWord, isInsideEndlessWord } from './insideWord'
import { rangeOfTokens } from './keyedTokens'
import { likestWordings, type LikeWording } from './likestWording'
import { onlyPushedAway, sameNeighbours, SAME_NEIGHBOURS, weightOf, type Neighbours } from './neighbours'
import { oldPlaceOf, ownPlaces, stoodElsewhere } from './ownPlaces'
import { neighboursMeet, placeBetween, type Between, type TokenSpan } from './placeBetween'
import { findQuote } from './quotePlaces'
import { readAnchor, type AnchorWords } from './readAnchor'
import { countPlaces, TextIndex } from './textIndex'
import { WHY } from './whyWords'

/** How much better than the next one a place's neighbours must fit for it to be the one (0 to 1). */
export const CHOICE_MARGIN = 0.3
/** The weight of words that makes a quote long enough to be recognised among none of its neighbours. */
export const MOVED_LEAST_WEIGHT = 2
/**
 * The same where the old text is not at hand, so that the words may have stood in the other place all along: more loses
 * sentences that moved, less attaches look-alikes that were left behind.
 */
export const MOVED_UNSEEN_LEAST_WEIGHT = 6
/** How many neighbours, by weight, must be on one side of fewer words than that (0 to 1). */
export const SAME_NEIGHBOURS_UNSEEN = 0.75
/** Neighbours on each side that make a place certain whatever stands there now; with fewer, something of the quote must be left. */
export const SURE_NEIGHBOURS = 4
/** How like the quote words must be for it to be changed, between few neighbours, beside one of two, or without any (0 to 1). */
export const LIKE_BETWEEN = 0.3
export const LIKE_BESIDE = 0.6
export const LIKE_ALONE = 0.75
/** The weight of a quote that can be recognised by what is left of it alone; longer ones with less. */
export const ALONE_LEAST_WEIGHT = 5
export const LONG_QUOTE_WEIGHT = 25
export const LIKE_ALONE_LONG = 0.5

/** The text that anchors are looked for in, and where it is known the one that they were cited from. */
export type AnchorTexts = {
  readonly text: string
  /** SHA-256 of the text in UTF-8, lower-case hex. */
  readonly textHash: string
  /** Null where it is not at hand: then words that stood elsewhere all along cannot be told from words that moved. */
  readonly from?: string | null
}

/**
 * Where the quoted words of each anchor are, after the states of AnchorResolution, in the order of the anchors. Only the same
 * words are ever attached, typography aside; nothing is attached for being similar. Each anchor is resolved for itself, through
 * one index of the text: the cost grows with the text, plus a little for each anchor.
 */
export function resolveAnchors(texts: AnchorTexts, anchors: readonly SoughtAnchor[]): AnchorResolution[] {
  const resolve = createResolver(texts)
  return anchors.map(resolve)
}

/** The same for anchors that come one by one: the index is built when the first one needs it, and kept. */
export function createResolver({
  text,
  textHash,
  from = null,
}: AnchorTexts): (anchor: SoughtAnchor) => AnchorResolution {
  let index: TextIndex | null = null
  let old: TextIndex | null = null
  return (anchor) => {
    const { position, quote } = anchor
    if (textHash === anchor.textHash && position !== null && holdsAt(text, position, quote.exact)) {
      const range = { start: position.start, endExclusive: position.endExclusive }
      return { state: 'exact', range, why: WHY.sameText }
    }
    index ??= new TextIndex(text)
    if (from !== null) old ??= new TextIndex(from)
    return resolveIn({ index, old }, anchor)
  }
}

function holdsAt(text: string, position: TextRange, exact: string): boolean {
  return position.endExclusive <= text.length && sliceRange(text, position) === exact
}

type Texts = { readonly index: TextIndex; readonly old: TextIndex | null }
function resolveIn({ index, old }: Texts, anchor: SoughtAnchor): AnchorResolution {
  const words = readAnchor(anchor, index.vocabulary)
  if (words.from === words.to) return resolveWithoutWords(index, words, anchor.quote.exact)
  const inside = isInsideEndlessWord(words, anchor.quote) ? findInsideWord(index.text, anchor.quote) : null
  if (inside !== null) return inside
  const oldPlace = old === null ? null : oldPlaceOf(old, anchor, words)
  const search = { index, words, old: old === null || oldPlace === null ? null : { index, old, place: oldPlace } }
  const found = findQuote(index, words)
  const own = search.old === null ? found.places : ownPlaces(search.old, words, found.places)
  const places = own.filter((at) => keepsCuts(index, words, at)).map((at) => toPlace(search, at))
  const chosen = choosePlace(search, places)
  if (chosen !== null) return chosen
  const between = placeBetween(index, words)
  return (
    (isSure(between) ? resolveBetween(search, places, between) : null) ??
    (isTakenOut(between) ? null : nearlyChosen(search, places)) ??
    resolveBetween(search, places, between) ??
    resolveApart(search, places, found.places.length === 0 && found.total > 0, between)
  )
}

/** The place whose neighbours are the quote's; ambiguous when several are so; null when none is. */
function choosePlace(search: Search, places: readonly Place[]): AnchorResolution | null {
  const whole = places.filter(({ neighbours }) => neighbours.whole)
  const [only] = whole
  if (only !== undefined && whole.length === 1) return attach(search, only, 'exact', WHY.sameNeighbours)
  return whole.length > 1 ? ambiguous(search, whole, WHY.sameInSeveral) : null
}

/** The same, of places whose neighbours were edited. */
function nearlyChosen(search: Search, places: readonly Place[]): AnchorResolution | null {
  const ranked = places.toSorted(byScore)
  const [best, next] = ranked
  if (best === undefined || !sameNeighbours(best.neighbours)) return null
  if (next !== undefined && best.score - next.score < CHOICE_MARGIN) return null
  return attach(search, best, 'exact', WHY.nearlySameNeighbours)
}

/** True when what stood before and behind the words now stands together: nothing beside a look-alike makes it theirs. */
function isTakenOut(between: Between | null): boolean {
  return between !== null && between.from === between.to && isSure(between)
}

function isSure(between: Between | null): boolean {
  return between !== null && between.neighbours >= SURE_NEIGHBOURS
}

/** What the old neighbours say when they stand together in one place only; null when they say nothing. */
function resolveBetween(search: Search, places: readonly Place[], between: Between | null): AnchorResolution | null {
  if (between === null) return null
  const { words } = search
  const length = words.to - words.from
  const inside = places.filter(({ at }) => at >= between.from && at + length <= between.to)
  const [only] = inside
  if (only !== undefined && inside.length === 1) return attach(search, only, 'exact', WHY.putInBeside)
  if (only !== undefined) return ambiguous(search, inside, WHY.severalBetween)
  if (between.from === between.to || places.some(({ at }) => at < between.to && at + length > between.from)) return null
  const like = likenessOf(search, between)
  if (between.neighbours < SURE_NEIGHBOURS && like < LIKE_BETWEEN && !isWholeContext(words, between)) return null
  if (like < LIKE_AT_ALL && weightOfQuote(words) >= ALONE_LEAST_WEIGHT) {
    const range = rangeOfTokens(search.index.tokens, between.from, between.to)
    return { state: 'lost', closest: { range, score: rounded(like) }, why: WHY.replaced }
  }
  return changed(search, between)
}

function weightOfQuote({ tokens, from, to }: AnchorWords): number {
  return tokens.keys.slice(from, to).reduce((sum, key) => sum + weightOf(key), 0)
}

function isWholeContext(words: AnchorWords, { neighbours }: Between): boolean {
  return neighbours >= Math.max(words.from - words.least, words.most - words.to)
}

/** What is left when no neighbours name the place: the words elsewhere, or words that are like them. */
function resolveApart(
  search: Search,
  places: readonly Place[],
  crowded: boolean,
  between: Between | null,
): AnchorResolution {
  const { index, words } = search
  const deleted = between !== null && between.from === between.to
  const surely = deleted && neighboursMeet(index, words, between.from)
  const likest = surely ? [] : likestWordings(index, words).filter((wording) => isCertain(search, wording))
  const [likeliest] = likest
  const isThere = likeliest !== undefined && isAmongNeighbours(likeliest)
  if (crowded) return unsureOfMany(search, likeliest)
  const beside = isTakenOut(between) ? [] : places.filter(({ neighbours }) => touches(search, neighbours))
  const ranked = (beside.length > 0 ? beside : places).toSorted(byScore)
  const [best, next] = ranked
  if (best !== undefined && (next === undefined || best.score - next.score >= CHOICE_MARGIN)) {
    if (beside.includes(best)) {
      const pushed = onlyPushedAway(index, words, best.at)
      return attach(search, best, pushed ? 'exact' : 'moved', pushed ? WHY.putInBeside : WHY.moved)
    }
    if (isThere) return changed(search, likeliest)
    if (places.length === 1) return movedOrLost(search, best, deleted)
  }
  if (best !== undefined) return ambiguous(search, ranked, WHY.severalPlaces)
  if (isThere) return changed(search, likeliest)
  return resolveAlone(search, likest, deleted)
}

/** What is like the quote where neither its words nor its neighbours name a place. */
function resolveAlone(search: Search, beside: readonly LikeWording[], deleted: boolean): AnchorResolution {
  const { index, words } = search
  // The neighbours may lie far apart by now, and lead away from words that went by themselves.
  const alone = likestWordings(index, { ...words, least: words.from, most: words.to })
  if (deleted) return lost(search, alone, WHY.deleted)
  const certain = beside.length > 0 ? beside : alone.filter((wording) => isCertain(search, wording))
  const [likeliest, rival] = certain
  if (likeliest === undefined) {
    const all = { from: 0, to: index.tokens.length }
    if (words.isWholeText && likenessOf(search, all) >= LIKE_ALONE_LONG) return changed(search, all)
    return lost(search, alone, WHY.nowhere)
  }
  if (rival !== undefined && rival.inner > likeliest.inner - CHOICE_MARGIN) return ambiguousWordings(search, certain)
  return changed(search, likeliest)
}

/** True when the neighbours of one side are the quote's; beside few words whose old text nobody has, nearly all of them. */
function touches({ old, words }: Search, { left, right }: Neighbours): boolean {
  const least =
    old === null && weightOfQuote(words) < MOVED_UNSEEN_LEAST_WEIGHT ? SAME_NEIGHBOURS_UNSEEN : SAME_NEIGHBOURS
  return (left ?? 0) >= least || (right ?? 0) >= least
}

function isAmongNeighbours({ left, right }: LikeWording): boolean {
  return (left ?? 0) >= SAME_NEIGHBOURS && (right ?? 0) >= SAME_NEIGHBOURS
}

/** True when other words stand there, and it cannot be but the quote's place. */
function isCertain({ index, words, old }: Search, wording: LikeWording): boolean {
  const { from, to, left, right, inner } = wording
  if (from === to) return false
  if (isAmongNeighbours(wording)) return inner >= LIKE_AT_ALL || weightOfQuote(words) < ALONE_LEAST_WEIGHT
  if (old !== null && stoodElsewhere(old, words, wording)) return false
  const weight = index.tokens.keys.slice(from, to).reduce((sum, key) => sum + weightOf(key), 0)
  const beside = (left ?? 0) >= SAME_NEIGHBOURS || (right ?? 0) >= SAME_NEIGHBOURS
  if (beside && inner >= LIKE_BESIDE) return true
  if (weight >= LONG_QUOTE_WEIGHT && inner >= LIKE_ALONE_LONG) return true
  return weight >= ALONE_LEAST_WEIGHT && inner >= LIKE_ALONE
}

/** The words stand in one other place, among other neighbours: long enough, they are the same ones; one or two words are not. */
function movedOrLost(search: Search, place: Place, deleted: boolean): AnchorResolution {
  const { left, right } = place.neighbours
  if (left === null && right === null) return attach(search, place, 'exact', WHY.onlyPlace)
  const least = search.old === null ? MOVED_UNSEEN_LEAST_WEIGHT : MOVED_LEAST_WEIGHT
  if (weightOfQuote(search.words) >= least) return attach(search, place, 'moved', WHY.moved)
  const closest = toCandidate(search, place)
  return { state: 'lost', closest, why: deleted ? WHY.deletedShort : WHY.tooShort }
}

/** A word that stands in very many places, none of them among its neighbours. */
function unsureOfMany(search: Search, likeliest: LikeWording | undefined): AnchorResolution {
  const { index, words } = search
  if (likeliest !== undefined && isAmongNeighbours(likeliest)) {
    if (isQuote(search, likeliest)) return attach(search, toPlace(search, likeliest.from), 'exact', WHY.putInBeside)
    return changed(search, likeliest)
  }
  const all = index.list(index.find(words.tokens.ids.subarray(words.from, words.to)))
  const shown = Array.from(all.subarray(0, MOST_SHOWN), (at) => toPlace(search, at))
  return ambiguous(search, shown, WHY.inVeryMany(all.length))
}

function isQuote({ index, words }: Search, { from, to }: TokenSpan): boolean {
  if (to - from !== words.to - words.from) return false
  return (
    countPlaces(index.find(index.tokens.ids.subarray(from, to))) > 0 && likenessOf({ index, words }, { from, to }) === 1
  )
}
