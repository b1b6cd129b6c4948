import type { Run } from './exactRuns'
import type { ReadText } from './readText'
import { BREAK } from './textBreaks'

/** Times the smallest passage that a run over many short lines (verse, a list) must have to be kept whole. */
export const VERSE_FACTOR = 3

/**
 * The run without words that reach over the end of a paragraph, on either side, by fewer than `leastWords`: wording runs on
 * into the next paragraph or it stops. Null when nothing is left; a long run over short lines stays whole.
 */
export function trimAtParagraphs(a: ReadText, b: ReadText, run: Run, leastWords: number): Run | null {
  const bounds: number[] = []
  for (let word = 1; word < run.length; word++) {
    if (a.breakBefore[run.a + word] === BREAK.paragraph || b.breakBefore[run.b + word] === BREAK.paragraph) {
      bounds.push(word)
    }
  }
  if (bounds.length === 0) return run
  const edges = [0, ...bounds, run.length]
  let first = 0
  let last = edges.length - 1
  const piece = (at: number) => (edges[at + 1] ?? 0) - (edges[at] ?? 0)
  while (first < last && piece(first) < leastWords) first++
  while (last > first && piece(last - 1) < leastWords) last--
  if (first === last) return run.length >= leastWords * VERSE_FACTOR ? run : null
  const start = edges[first] ?? 0
  return { a: run.a + start, b: run.b + start, length: (edges[last] ?? 0) - start }
}
