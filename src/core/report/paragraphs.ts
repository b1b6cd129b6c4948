import type { TextRange } from '../text/textRange'

/** Where each paragraph of the body starts, in article offsets: a paragraph is a line that is not blank. */
export function paragraphStarts(text: string, body: TextRange): readonly number[] {
  const starts: number[] = []
  for (let start = body.start; start < body.endExclusive;) {
    const found = text.indexOf('\n', start)
    const end = found === -1 || found >= body.endExclusive ? body.endExclusive : found
    if (text.slice(start, end).trim() !== '') starts.push(start)
    start = end + 1
  }
  return starts
}

/** The paragraph that holds `offset`, counted from 1; null before the first one, as in front matter. */
export function paragraphAt(starts: readonly number[], offset: number): number | null {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((starts[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low === 0 ? null : low
}
