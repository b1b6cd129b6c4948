import type { Chain } from './chainRuns'
import type { Run } from './exactRuns'
import { intAt } from './growingInts'
import { growEnds, reachMarks } from './growRuns'
import type { PairOfTexts } from './pairOfTexts'
import type { PassageMatch } from './passageMatch'
import { rangesOfWords } from './passageRanges'
import {
  fewestWords,
  kindOf,
  LOOSE_SHARE,
  type PassageFigures,
  scoreOf,
  shareOf,
  type WordSpan,
  wordingThresholds,
} from './passageRules'
import type { ReadText } from './readText'
import { countShared } from './sharedWords'

/** Words that the runs of a chain must have before it is worth growing: fewer meet everywhere by chance. */
export const LEAST_CHAINED_WORDS = 3
/** Share of a side's words between quotation marks from which the passage counts as a quotation. */
export const QUOTATION_SHARE = 0.6

/** A passage with its extent in words and what it is judged by, for choosing among passages. */
export type Candidate = {
  readonly passage: PassageMatch
  readonly figures: PassageFigures
  readonly aWords: WordSpan
  readonly bWords: WordSpan
}

/** The passage that a chain makes; null when it shares too little to be one. */
export function buildPassage(texts: PairOfTexts, chain: Chain, smallestPassageWords: number): Candidate | null {
  const { a, b } = texts
  let words = 0
  for (const run of chain) words += run.length
  if (words < LEAST_CHAINED_WORDS) return null
  const grown = growEnds(a, b, chain, smallestPassageWords)
  if (grown.length === 1 && (grown[0]?.length ?? 0) < fewestWords(smallestPassageWords)) return null
  const reaching = reachMarks(a, b, grown)
  // Up to the marks only where what lies there is changed, not where it is something else.
  if (reaching.length > grown.length) {
    const whole = judgeRuns(texts, reaching)
    if (shareOf(whole.figures) >= LOOSE_SHARE) return candidateOf(texts, whole, smallestPassageWords)
  }
  return candidateOf(texts, judgeRuns(texts, grown), smallestPassageWords)
}

type Judged = { readonly figures: PassageFigures; readonly aWords: WordSpan; readonly bWords: WordSpan }

/** What the passage from the first to the last of the runs is judged by. */
export function judgeRuns({ a, b, weights }: PairOfTexts, runs: readonly Run[]): Judged {
  const first = runs[0] ?? { a: 0, b: 0, length: 0 }
  const last = runs.at(-1) ?? first
  const aWords = { from: first.a, to: last.a + last.length }
  const bWords = { from: first.b, to: last.b + last.length }
  const shared = countShared(a, b, runs, weights)
  let longestRun = 0
  for (const { length } of runs) longestRun = Math.max(longestRun, length)
  const longer = Math.max(aWords.to - aWords.from, bWords.to - bWords.from)
  const figures = {
    shared: shared.words,
    weight: shared.weight,
    longer,
    longestRun,
    quotation: isQuoted(a, aWords) || isQuoted(b, bWords),
    wholeQuotations: wholeQuotations(a, aWords, b, bWords),
    alike: shared.words === longer && sameSpelling(a, b, aWords, bWords),
  }
  return { figures, aWords, bWords }
}

function candidateOf(
  { a, b }: PairOfTexts,
  { figures, aWords, bWords }: Judged,
  smallestPassageWords: number,
): Candidate | null {
  if (figures.shared < fewestWords(smallestPassageWords)) return null
  if (!wordingThresholds(figures, smallestPassageWords).every(({ met }) => met)) return null
  const { quotation } = figures
  const ranges = rangesOfWords(a, aWords, b, bWords)
  return { passage: { kind: kindOf(figures), quotation, score: scoreOf(figures), ...ranges }, figures, aWords, bWords }
}

function isQuoted(text: ReadText, { from, to }: WordSpan): boolean {
  let quoted = 0
  for (let word = from; word < to; word++) if (intAt(text.quotation, word) > 0) quoted++
  return quoted >= (to - from) * QUOTATION_SHARE
}

function wholeQuotations(a: ReadText, aWords: WordSpan, b: ReadText, bWords: WordSpan): 0 | 1 | 2 {
  const inB = isWholeQuotation(b, bWords)
  return isWholeQuotation(a, aWords) ? (inB ? 2 : 1) : inB ? 1 : 0
}

function isWholeQuotation(text: ReadText, { from, to }: WordSpan): boolean {
  const quotation = intAt(text.quotation, from)
  if (quotation === 0 || intAt(text.quotation, to - 1) !== quotation) return false
  const before = from === 0 ? 0 : intAt(text.quotation, from - 1)
  const after = to >= text.count ? 0 : intAt(text.quotation, to)
  return before !== quotation && after !== quotation
}

function sameSpelling(a: ReadText, b: ReadText, aWords: WordSpan, bWords: WordSpan): boolean {
  if (aWords.to - aWords.from !== bWords.to - bWords.from) return false
  for (let word = 0; word < aWords.to - aWords.from; word++) {
    if (a.spellings[aWords.from + word] !== b.spellings[bWords.from + word]) return false
  }
  return true
}
