import { alignTokens } from '../diff/alignTokens'
import { quotedRanges } from '../text/quotationMarks'
import { rangesOverlap, type TextRange } from '../text/textRange'
import { scanTokens } from '../text/tokens'
import { foldWord, wordKey } from '../text/wordKey'
import { QUOTATION_SHARE } from './buildPassage'
import { NEAR_SHARE } from './passageRules'
import type { MatchKind, PassageMatch } from './passageMatch'

/** The ranges of two texts that a reviewer calls a match, with the kind and score that they would have if they were found. */
export function passageOfRanges(aText: string, a: TextRange, bText: string, b: TextRange): PassageMatch {
  const aWords = wordsOf(aText, a)
  const bWords = wordsOf(bText, b)
  let shared = 0
  for (const { equal, aFrom, aTo } of alignTokens(aWords.keys, bWords.keys)) if (equal) shared += aTo - aFrom
  const score = shared / Math.max(1, aWords.keys.length, bWords.keys.length)
  const spelling = score === 1 && aWords.folded.every((word, place) => word === bWords.folded[place])
  const kind: MatchKind = spelling ? 'identical' : score >= NEAR_SHARE ? 'near' : 'reworded'
  return { kind, quotation: isQuoted(aText, a, aWords) || isQuoted(bText, b, bWords), score, a, b }
}

type Words = {
  readonly ranges: readonly TextRange[]
  readonly keys: readonly string[]
  readonly folded: readonly string[]
}

function wordsOf(text: string, range: TextRange): Words {
  const ranges: TextRange[] = []
  scanTokens(text, range.start, range.endExclusive, (kind, start, endExclusive) => {
    if (kind === 'word') ranges.push({ start, endExclusive })
  })
  const words = ranges.map(({ start, endExclusive }) => text.slice(start, endExclusive))
  return { ranges, keys: words.map(wordKey), folded: words.map(foldWord) }
}

function isQuoted(text: string, range: TextRange, { ranges }: Words): boolean {
  const quoted = quotedRanges(text).filter((one) => rangesOverlap(one, range))
  const inside = ranges.filter((word) => quoted.some((one) => rangesOverlap(one, word)))
  return ranges.length > 0 && inside.length >= ranges.length * QUOTATION_SHARE
}
