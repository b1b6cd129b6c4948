import { intAt } from '../match/growingInts'
import type { AnchorWords } from './readAnchor'
import { countPlaces, type TextIndex } from './textIndex'

/** Neighbouring words and marks, on each side, that tell whether neighbours are the same: more notices edits farther off. */
export const NEAR_TOKENS = 8
/** Words that may have been put in between the quote and its neighbours, in tokens, for these to be seen as still beside it. */
export const NEAR_SLACK = 16
/** How far an old neighbour may have been pushed away by words put in between, in tokens, and still be the one before, or behind. */
export const PUSHED_MOST = 500
/** How many neighbours, by weight, must be there to be called the same (0 to 1). */
export const SAME_NEIGHBOURS = 0.5
/** What marks, short words and longer words weigh: a comma is beside everything. */
export const MARK_WEIGHT = 0.2
export const SHORT_WORD_WEIGHT = 0.6
export const SHORT_WORD_LENGTH = 3

/** How far the neighbours of a place are those of the quote. */
export type Neighbours = {
  /** Share of the neighbours that are there, 0 to 1; null where the anchor has none on this side. */
  readonly left: number | null
  readonly right: number | null
  /** True when all that the anchor knows of is there, word for word. */
  readonly whole: boolean
}

/** What stands outside the text: no word, known or unknown. */
const NO_WORD = -3
const WORD = /[\p{L}\p{N}]/u

/** What a word or mark says about a place. */
export function weightOf(key: string): number {
  if (!WORD.test(key)) return MARK_WEIGHT
  return key.length <= SHORT_WORD_LENGTH && !/\d/u.test(key) ? SHORT_WORD_WEIGHT : 1
}

/** Compares the neighbours of the quote with those of the place whose words begin at token `at`. */
export function neighboursAt(index: TextIndex, words: AnchorWords, at: number): Neighbours {
  const behind = at + words.to - words.from
  const left = sideOf(index, words, { first: words.from - 1, last: words.least, at: at - 1, step: -1 })
  const right = sideOf(index, words, { first: words.to, last: words.most - 1, at: behind, step: 1 })
  const edgeLeft = words.atStart ? (at === 0 ? 1 : 0) : null
  const edgeRight = words.atEnd ? (behind === index.tokens.length ? 1 : 0) : null
  const shares = { left: left.share ?? edgeLeft, right: right.share ?? edgeRight }
  const whole = left.whole && right.whole && shares.left !== 0 && shares.right !== 0
  return { ...shares, whole }
}

/** True when the neighbours on both sides are the same, as far as the anchor knows of any. */
export function sameNeighbours({ left, right }: Neighbours): boolean {
  return (left ?? 1) >= SAME_NEIGHBOURS && (right ?? 1) >= SAME_NEIGHBOURS
}

/** 0 to 1; places without any known neighbour are in the middle. */
export function scoreOf({ left, right }: Neighbours): number {
  if (left === null && right === null) return SAME_NEIGHBOURS
  return ((left ?? right ?? 0) + (right ?? left ?? 0)) / 2
}

/**
 * True when the neighbours of one side are whole and those of the other still stand, once, on their side and not far off:
 * words were put in between.
 */
export function onlyPushedAway(index: TextIndex, words: AnchorWords, at: number): boolean {
  const { left, right } = neighboursAt(index, words, at)
  if ((right ?? 0) === 1 && (left ?? 1) < SAME_NEIGHBOURS) {
    const place = onlyPlace(index, words, words.least, words.from)
    return place !== null && place < at && at - place <= PUSHED_MOST
  }
  if ((left ?? 0) === 1 && (right ?? 1) < SAME_NEIGHBOURS) {
    const place = onlyPlace(index, words, words.to, words.most)
    return place !== null && place > at && place - at <= PUSHED_MOST
  }
  return false
}

function onlyPlace(index: TextIndex, { tokens }: AnchorWords, from: number, to: number): number | null {
  if (to <= from) return null
  const places = index.find(tokens.ids.subarray(from, to))
  return countPlaces(places) === 1 ? intAt(index.list(places), 0) : null
}

type Side = { readonly first: number; readonly last: number; readonly at: number; readonly step: 1 | -1 }

/** One side, from the quote outwards. */
function sideOf(index: TextIndex, words: AnchorWords, { first, last, at, step }: Side) {
  const count = (last - first) * step + 1
  if (count <= 0) return { share: null, whole: true }
  const { ids } = words.tokens
  const known = index.tokens.ids
  const { length } = index.tokens
  const wordAt = (place: number) => (place >= 0 && place < length ? intAt(known, place) : NO_WORD)
  let run = 0
  while (run < count && intAt(ids, first + run * step) === wordAt(at + run * step)) run++
  const near = Math.min(count, NEAR_TOKENS)
  if (run >= near) return { share: 1, whole: run === count }
  const wanted = Array.from({ length: near }, (_, nth) => first + nth * step)
  const there = Array.from({ length: near + NEAR_SLACK }, (_, nth) => wordAt(at + nth * step))
  const weights = wanted.map((token) => weightOf(words.tokens.keys[token] ?? ''))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const found = heaviestCommon(
    wanted.map((token) => intAt(ids, token)),
    weights,
    there,
  )
  // A comma alone says nothing, and a neighbour that says nothing is none.
  return { share: total < SHORT_WORD_WEIGHT ? null : Math.min(1, found / total), whole: false }
}

/** The weight of the heaviest sequence that both have in order; quadratic, for a few words. */
function heaviestCommon(wanted: readonly number[], weights: readonly number[], there: readonly number[]): number {
  let row = new Array<number>(there.length + 1).fill(0)
  wanted.forEach((word, nth) => {
    const next = [0]
    there.forEach((other, place) => {
      const taken = word === other ? (row[place] ?? 0) + (weights[nth] ?? 0) : 0
      next.push(Math.max(taken, row[place + 1] ?? 0, next[place] ?? 0))
    })
    row = next
  })
  return row.at(-1) ?? 0
}
