import { diffArrays, diffWords } from 'diff'
import DiffMatchPatch from 'diff-match-patch'
import fastDiff from 'fast-diff'
import { lcs } from 'fast-myers-diff'
import { diffIndices } from 'node-diff3'
import { matchPair } from '../../src/core/match/matchPair'
import { DEFAULT_MATCH_SETTINGS } from '../../src/core/match/passageMatch'
import { findEightGrams } from './eightGrams'
import type { Stretch } from './stretches'
import { readWords, scanWordsOnly, type Words } from './words'

/**
 * What is measured. `compare` is timed, from the two strings to whatever the program answers; what it calls gives, untimed,
 * the stretches that are the same in both.
 */
export type Subject = { readonly name: string; readonly compare: (a: string, b: string) => () => Stretch[] }

export const FLOOR = 'tokenise once'
export const OURS = 'Crossread'
export const GRAMS = '8-gram index'

export const SUBJECTS: readonly Subject[] = [
  {
    name: FLOOR,
    compare(a, b) {
      const words = scanWordsOnly(a) + scanWordsOnly(b)
      return () => (words < 0 ? [{ a: { start: 0, endExclusive: 0 }, b: { start: 0, endExclusive: 0 } }] : [])
    },
  },
  {
    name: OURS,
    compare(a, b) {
      const { passages } = matchPair({ text: a, setAside: [] }, { text: b, setAside: [] }, DEFAULT_MATCH_SETTINGS)
      return () => passages.map((passage) => ({ a: passage.a, b: passage.b }))
    },
  },
  {
    name: GRAMS,
    compare(a, b) {
      const found = findEightGrams([readWords(a), readWords(b)])
      return () => found.get('0 1') ?? []
    },
  },
  {
    name: 'diff diffWords',
    compare(a, b) {
      const changes = diffWords(a, b)
      return () =>
        ofVisibleParts(
          a,
          b,
          changes.map(({ value, added, removed }) => [added ? 1 : removed ? -1 : 0, value]),
        )
    },
  },
  {
    name: 'diff diffArrays',
    compare(a, b) {
      const [aWords, bWords] = [readWords(a), readWords(b)]
      const changes = diffArrays([...aWords.keys], [...bWords.keys])
      return () =>
        ofCounts(
          aWords,
          bWords,
          changes.map(({ count, added, removed }) => [added ? 1 : removed ? -1 : 0, count]),
        )
    },
  },
  {
    name: 'diff-match-patch',
    compare(a, b) {
      const changes = new DiffMatchPatch().diff_main(a, b)
      return () => ofParts(changes.map(([side, value]) => [side, value]))
    },
  },
  {
    name: 'fast-diff',
    compare(a, b) {
      const changes = fastDiff(a, b)
      return () => ofParts(changes)
    },
  },
  {
    name: 'fast-myers-diff',
    compare(a, b) {
      const [aWords, bWords] = [readWords(a), readWords(b)]
      const common = [...lcs([...aWords.keys], [...bWords.keys])]
      return () => common.map(([at, bt, count]) => ({ a: aWords.range(at, count), b: bWords.range(bt, count) }))
    },
  },
  {
    name: 'node-diff3',
    compare(a, b) {
      const [aWords, bWords] = [readWords(a), readWords(b)]
      const changes = diffIndices([...aWords.keys], [...bWords.keys])
      return () => {
        const counts: [number, number][] = []
        let at = 0
        for (const { buffer1, buffer2 } of changes) {
          counts.push([0, buffer1[0] - at], [-1, buffer1[1]], [1, buffer2[1]])
          at = buffer1[0] + buffer1[1]
        }
        return ofCounts(aWords, bWords, [...counts, [0, aWords.keys.length - at]])
      }
    },
  },
]

/** -1 only in the first text, 1 only in the second, 0 in both. */
type Part<Amount> = readonly [number, Amount]

function ofParts(parts: readonly Part<string>[]): Stretch[] {
  const stretches: Stretch[] = []
  let [at, bt] = [0, 0]
  for (const [side, { length }] of parts) {
    if (side === 0)
      stretches.push({ a: { start: at, endExclusive: at + length }, b: { start: bt, endExclusive: bt + length } })
    if (side <= 0) at += length
    if (side >= 0) bt += length
  }
  return stretches
}

function ofCounts(a: Words, b: Words, parts: readonly Part<number>[]): Stretch[] {
  const stretches: Stretch[] = []
  let [at, bt] = [0, 0]
  for (const [side, count] of parts) {
    if (side === 0 && count > 0) stretches.push({ a: a.range(at, count), b: b.range(bt, count) })
    if (side <= 0) at += count
    if (side >= 0) bt += count
  }
  return stretches
}

/** `diffWords` takes what is equal from the second text, where white space may differ: what can be seen is counted. */
function ofVisibleParts(a: string, b: string, parts: readonly Part<string>[]): Stretch[] {
  const [aPlaces, bPlaces] = [visiblePlaces(a), visiblePlaces(b)]
  const counted = parts.map(([side, value]): Part<number> => [side, visiblePlaces(value).length])
  const words = (places: readonly number[]): Words => ({
    keys: [],
    range: (from, count) => ({ start: places[from]!, endExclusive: places[from + count - 1]! + 1 }),
  })
  return ofCounts(words(aPlaces), words(bPlaces), counted)
}

function visiblePlaces(text: string): number[] {
  const places: number[] = []
  for (const { index } of text.matchAll(/\S/g)) places.push(index)
  return places
}
