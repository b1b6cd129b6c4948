import { rangesOverlap, type TextRange } from '../text/textRange'
import { type Candidate, judgeRuns } from './buildPassage'
import { type Run, sameWord } from './exactRuns'
import { intAt } from './growingInts'
import { findCandidates, listCandidates } from './matchTexts'
import { Pace } from './pace'
import type { PairOfTexts } from './pairOfTexts'
import type { MatchSettings } from './passageMatch'
import {
  atLeast,
  LEAST_WORDS,
  listingThresholds,
  type PassageFigures,
  scoreOf,
  type Threshold,
  wordingThresholds,
  type WordSpan,
} from './passageRules'
import type { ReadText } from './readText'
import type { WordWeights } from './weights'

/** Shared words that are told at most: the rarest say enough, and two long selections share hundreds. */
export const MOST_WORDS_TOLD = 50
/** Weight (0 to 1) from which a word counts as rare. */
export const RARE_WORD_WEIGHT = 0.6
/** Words of a selection that are compared with each other one by one when nothing else was found: bounds the cost, which is its square. */
export const MOST_WORDS_COMPARED = 1_500
/** Share of the shorter of a selection and a passage that must lie in the other for the selection to be about that passage. */
export const ABOUT_SHARE = 0.5

/** Why two ranges are matched, or which thresholds they missed and by how much; plain JSON. */
export type Explanation = {
  /** Whether the matcher lists a passage there: then all thresholds are met, otherwise one is not. */
  readonly matched: boolean
  /** 0 to 1, of the passage or of what comes nearest to one. */
  readonly score: number
  /** Equal words in a row, at most. */
  readonly longestRun: number
  /** The words that both have, as the first text has them, rarest first. */
  readonly sharedWords: readonly { readonly word: string; readonly weight: number; readonly rare: boolean }[]
  readonly thresholds: readonly Threshold[]
}

/**
 * Why the matcher lists a passage where the two ranges are, or why it lists none: what it judged the passage by, or the wording that
 * comes nearest to one, and each threshold. Matches the whole texts anew, as matchTexts does, so that the answer is the matcher's own.
 */
export function explainPair(
  a: ReadText,
  aRange: TextRange,
  b: ReadText,
  bRange: TextRange,
  settings: MatchSettings,
  weights: WordWeights,
): Explanation {
  const texts = { a, b, weights }
  const asked = { a: wordsWithin(a, aRange), b: wordsWithin(b, bRange) }
  const words = settings.smallestPassageWords
  const listed = listCandidates(texts, findCandidates(texts, words, new Pace(null)), settings, new Pace(null))
  const match = bestAbout(listed, asked)
  if (match !== null) {
    return {
      ...figuresTold(texts, match.figures, { a: match.aWords, b: match.bWords }),
      matched: true,
      thresholds: thresholdsOf(match.figures, settings),
    }
  }
  const nearest = nearestWording(texts, asked, words)
  const thresholds = thresholdsOf(nearest.figures, settings)
  if (thresholds.every(({ met }) => met)) thresholds.push(whyPassedOver(nearest, listed))
  return { ...figuresTold(texts, nearest.figures, asked), matched: false, thresholds }
}

type Spans = { readonly a: WordSpan; readonly b: WordSpan }
type Judged = Pick<Candidate, 'figures' | 'aWords' | 'bWords'>

function thresholdsOf(figures: PassageFigures, settings: MatchSettings): Threshold[] {
  return [...wordingThresholds(figures, settings.smallestPassageWords), ...listingThresholds(figures, settings)]
}

/** The words of which at least a part lies in the range. */
function wordsWithin(text: ReadText, range: TextRange): WordSpan {
  let from = 0
  let high = text.count
  while (from < high) {
    const middle = (from + high) >> 1
    if (intAt(text.ends, middle) <= range.start) from = middle + 1
    else high = middle
  }
  let to = from
  while (to < text.count && rangesOverlap({ start: intAt(text.starts, to), endExclusive: intAt(text.ends, to) }, range))
    to++
  return { from, to }
}

/** Of the candidates that the two selections are about, the one that has most of them; null when they are about none. */
function bestAbout(candidates: readonly Candidate[], asked: Spans): Candidate | null {
  let best: Candidate | null = null
  let most = 0
  for (const candidate of candidates) {
    const inA = aboutWords(candidate.aWords, asked.a)
    const inB = aboutWords(candidate.bWords, asked.b)
    if (inA === 0 || inB === 0) continue
    if (best === null || Math.min(inA, inB) > most) {
      best = candidate
      most = Math.min(inA, inB)
    }
  }
  return best
}

/** Words that the two have in common; 0 when that is too little of both for the one to be about the other. */
function aboutWords(passage: WordSpan, asked: WordSpan): number {
  const common = Math.min(passage.to, asked.to) - Math.max(passage.from, asked.from)
  const shorter = Math.min(passage.to - passage.from, asked.to - asked.from)
  return common > 0 && common >= shorter * ABOUT_SHARE ? common : 0
}

/** The passage that there would be under the loosest settings, or else the longest run of equal words of the selections. */
function nearestWording(texts: PairOfTexts, asked: Spans, smallestPassageWords: number): Judged {
  for (const words of [smallestPassageWords, LEAST_WORDS]) {
    const found = bestAbout(findCandidates(texts, words, new Pace(null)), asked)
    if (found !== null) return found
  }
  const run = longestRunWithin(texts, asked)
  return judgeRuns(texts, run === null ? [] : [run])
}

function longestRunWithin({ a, b }: PairOfTexts, asked: Spans): Run | null {
  const aTo = Math.min(asked.a.to, asked.a.from + MOST_WORDS_COMPARED)
  const bTo = Math.min(asked.b.to, asked.b.from + MOST_WORDS_COMPARED)
  let best: Run | null = null
  let row = new Int32Array(bTo - asked.b.from + 1)
  let next = new Int32Array(row.length)
  for (let aAt = asked.a.from; aAt < aTo; aAt++) {
    for (let column = 1; column < row.length; column++) {
      const bAt = asked.b.from + column - 1
      const length = sameWord(a, b, aAt, bAt) ? intAt(row, column - 1) + 1 : 0
      next[column] = length
      if (length > (best?.length ?? 0)) best = { a: aAt - length + 1, b: bAt - length + 1, length }
    }
    const done = row
    row = next
    next = done
  }
  return best
}

/** Wording that meets every threshold and is not listed: its words have their counterparts already, or no search came upon it. */
function whyPassedOver(judged: Judged, listed: readonly Candidate[]): Threshold {
  const depth = Math.min(leastCovered(judged.aWords, listed, 'aWords'), leastCovered(judged.bWords, listed, 'bWords'))
  return atLeast(depth > 0 ? 'counterparts' : 'reached by the search', 1, 0)
}

function leastCovered(span: WordSpan, listed: readonly Candidate[], side: 'aWords' | 'bWords'): number {
  let least = Infinity
  for (let word = span.from; word < span.to; word++) {
    least = Math.min(least, listed.filter((one) => one[side].from <= word && word < one[side].to).length)
  }
  return least
}

function figuresTold(
  texts: PairOfTexts,
  figures: PassageFigures,
  spans: Spans,
): Omit<Explanation, 'matched' | 'thresholds'> {
  const { a, b, weights } = texts
  const inB = new Set(b.keys.subarray(spans.b.from, spans.b.to))
  const told = new Map<number, { readonly word: string; readonly weight: number; readonly rare: boolean }>()
  for (let word = spans.a.from; word < spans.a.to; word++) {
    const key = intAt(a.keys, word)
    if (!inB.has(key) || told.has(key)) continue
    const weight = weights.weightOf(key)
    const shown = a.text.slice(intAt(a.starts, word), intAt(a.ends, word))
    told.set(key, { word: shown, weight, rare: weight >= RARE_WORD_WEIGHT })
  }
  const sharedWords = [...told.values()].sort((one, two) => two.weight - one.weight).slice(0, MOST_WORDS_TOLD)
  return { score: scoreOf(figures), longestRun: figures.longestRun, sharedWords }
}
