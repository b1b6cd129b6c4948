import { type Run, sameWord } from './exactRuns'
import { intAt } from './growingInts'
import type { ReadText } from './readText'
import type { WordWeights } from './weights'

/** How many words two passages share in order, and what those weigh in all. */
export type SharedWords = { readonly words: number; readonly weight: number }

/** Words of the runs, and of the gaps between them in order. */
export function countShared(a: ReadText, b: ReadText, runs: readonly Run[], weights: WordWeights): SharedWords {
  let words = 0
  let weight = 0
  let previous: Run | null = null
  for (const run of runs) {
    if (previous !== null) {
      const gap = {
        aFrom: previous.a + previous.length,
        aTo: run.a,
        bFrom: previous.b + previous.length,
        bTo: run.b,
      }
      const common = commonInOrder(a, b, gap, weights)
      words += common.words
      weight += common.weight
    }
    for (let word = run.a; word < run.a + run.length; word++) weight += weights.weightOf(intAt(a.keys, word))
    words += run.length
    previous = run
  }
  return { words, weight }
}

/** Stretches of words of two texts. */
export type Gap = { readonly aFrom: number; readonly aTo: number; readonly bFrom: number; readonly bTo: number }

// A word counts this much, its weight (0 to 1) is added: so one number is maximised, the words first, and both can be read from it.
const WORD = 4_096

/** The longest common subsequence of two gaps (Wagner and Fischer 1974), the rarest one among equals. Costs the product of their lengths. */
export function commonInOrder(a: ReadText, b: ReadText, gap: Gap, weights: WordWeights): SharedWords {
  if (gap.aFrom >= gap.aTo || gap.bFrom >= gap.bTo) return { words: 0, weight: 0 }
  let row = new Float64Array(gap.bTo - gap.bFrom + 1)
  let next = new Float64Array(row.length)
  for (let aAt = gap.aFrom; aAt < gap.aTo; aAt++) {
    const worth = WORD + weights.weightOf(intAt(a.keys, aAt))
    for (let column = 1; column < row.length; column++) {
      const passed = Math.max(row[column] ?? 0, next[column - 1] ?? 0)
      const equal = sameWord(a, b, aAt, gap.bFrom + column - 1)
      next[column] = equal ? Math.max(passed, (row[column - 1] ?? 0) + worth) : passed
    }
    const done = row
    row = next
    next = done
  }
  const best = row[row.length - 1] ?? 0
  const words = Math.floor(best / WORD)
  return { words, weight: best - words * WORD }
}
