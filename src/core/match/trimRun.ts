import type { Run } from './exactRuns'
import type { ReadText } from './readText'
import { BREAK } from './textBreaks'

/** Times the smallest passage that a run over many short lines (verse, a list) must have to be kept whole. */
export const VERSE_FACTOR = 3
/** Words from which what is cut off at the end of a paragraph is a run of its own, which may be part of another passage. */
export const LEAST_CUT_OFF = 3

/**
 * The run without words that reach over the end of a paragraph, on either side, by fewer than `leastWords`: wording runs on
 * into the next paragraph or it stops. What is cut off comes as runs of its own, down to LEAST_CUT_OFF words; a long run over
 * short lines stays whole.
 */
export function trimAtParagraphs(a: ReadText, b: ReadText, run: Run, leastWords: number): readonly Run[] {
  const edges = paragraphEdges(a, b, run)
  if (edges.length === 2) return [run]
  const piece = (at: number) => (edges[at + 1] ?? 0) - (edges[at] ?? 0)
  const part = (from: number, to: number): Run => {
    const start = edges[from] ?? 0
    return { a: run.a + start, b: run.b + start, length: (edges[to] ?? 0) - start }
  }
  let first = 0
  let last = edges.length - 1
  while (first < last && piece(first) < leastWords) first++
  while (last > first && piece(last - 1) < leastWords) last--
  if (first === last && run.length >= leastWords * VERSE_FACTOR) return [run]
  const runs = first === last ? [] : [part(first, last)]
  for (let at = 0; at + 1 < edges.length; at++) {
    if ((at < first || at >= last) && piece(at) >= LEAST_CUT_OFF) runs.push(part(at, at + 1))
  }
  return runs
}

/** Where paragraphs end within the run, in words from its first, and its two ends. */
function paragraphEdges(a: ReadText, b: ReadText, run: Run): number[] {
  const edges = [0]
  for (let word = 1; word < run.length; word++) {
    if (a.breakBefore[run.a + word] === BREAK.paragraph || b.breakBefore[run.b + word] === BREAK.paragraph) {
      edges.push(word)
    }
  }
  edges.push(run.length)
  return edges
}
