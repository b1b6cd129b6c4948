import type { TextRange } from '../../src/core/text/textRange'
import { scanTokens } from '../../src/core/text/tokens'
import { wordKey } from '../../src/core/text/wordKey'

/** The words of a text, for programs that compare lists. */
export type Words = {
  readonly keys: readonly string[]
  /** From a word on, so many words. */
  readonly range: (from: number, count: number) => TextRange
}

export function readWords(text: string): Words {
  const keys: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  scanTokens(text, 0, text.length, (kind, start, end) => {
    if (kind !== 'word') return
    keys.push(wordKey(text.slice(start, end)))
    starts.push(start)
    ends.push(end)
  })
  return { keys, range: (from, count) => ({ start: starts[from]!, endExclusive: ends[from + count - 1]! }) }
}

/** Reads the words and keeps nothing: the least that any comparison of words costs. */
export function scanWordsOnly(text: string): number {
  let words = 0
  scanTokens(text, 0, text.length, (kind) => {
    if (kind === 'word') words++
  })
  return words
}
