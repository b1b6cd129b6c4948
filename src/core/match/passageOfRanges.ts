import { alignTokens } from '../diff/alignTokens'
import type { TextRange } from '../text/textRange'
import { QUOTATION_SHARE } from './buildPassage'
import { intAt } from './growingInts'
import type { PassageMatch } from './passageMatch'
import { kindOf, scoreOf } from './passageRules'
import { readText, type ReadText } from './readText'
import { Vocabulary } from './vocabulary'
import { generalWeights } from './weights'

/** The ranges of two texts that a reviewer calls a match, with the kind and score that they would have if they were found. */
export function passageOfRanges(aText: string, aRange: TextRange, bText: string, bRange: TextRange): PassageMatch {
  const vocabulary = new Vocabulary()
  const weights = generalWeights(vocabulary)
  const a = readRange(aText, aRange, vocabulary)
  const b = readRange(bText, bRange, vocabulary)
  let shared = 0
  let weight = 0
  let longestRun = 0
  for (const { equal, aFrom, aTo } of alignTokens(keysOf(a), keysOf(b))) {
    if (!equal) continue
    shared += aTo - aFrom
    longestRun = Math.max(longestRun, aTo - aFrom)
    for (let word = aFrom; word < aTo; word++) weight += weights.weightOf(intAt(a.keys, word))
  }
  const longer = Math.max(1, a.count, b.count)
  const quotation = isQuoted(a) || isQuoted(b)
  const alike = shared === longer && a.spellings.every((spelling, word) => spelling === b.spellings[word])
  const figures = { shared, weight, longer, longestRun, quotation, wholeQuotations: 0, alike } as const
  return { kind: kindOf(figures), quotation, score: scoreOf(figures), a: aRange, b: bRange }
}

function readRange(text: string, range: TextRange, vocabulary: Vocabulary): ReadText {
  const before = { start: 0, endExclusive: range.start }
  const after = { start: range.endExclusive, endExclusive: text.length }
  return readText({ text, setAside: [before, after] }, vocabulary)
}

function keysOf(text: ReadText): string[] {
  return Array.from(text.keys, String)
}

function isQuoted({ quotation, count }: ReadText): boolean {
  let quoted = 0
  for (let word = 0; word < count; word++) if (intAt(quotation, word) > 0) quoted++
  return count > 0 && quoted >= count * QUOTATION_SHARE
}
