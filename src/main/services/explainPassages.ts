import { passageOfRanges } from '../../core/match/passageOfRanges'
import { scanTokens } from '../../core/text/tokens'
import { wordKey } from '../../core/text/wordKey'
import type { Explanation } from '../../contract/matchingSchemas'
import type { PassageInput } from '../../contract/schemas'
import { cite } from './citations'
import { openSession, openSource, type ServiceContext } from './session'
import { matchSettingsOf } from './sourceViews'

/**
 * Why two passages match, or why they do not.
 * @throws {WorkbenchError} SOURCE_UNKNOWN, STALE_TEXT, RANGE_OUTSIDE_TEXT
 */
export function explainPassages(context: ServiceContext, input: { a: PassageInput; b: PassageInput }): Explanation {
  const session = openSession(context)
  const settings = matchSettingsOf(session.store.records())
  cite(session, input.a)
  cite(session, input.b)
  const aText = openSource(session, input.a.sourceId).reading.article.text
  const bText = openSource(session, input.b.sourceId).reading.article.text
  const { score } = passageOfRanges(aText, input.a.range, bText, input.b.range)
  const aWords = wordsIn(aText, input.a)
  const bWords = wordsIn(bText, input.b)
  const shared = [...new Set(aWords)].filter((word) => bWords.includes(word))
  const needed = settings.smallestPassageWords
  const enough = shared.length >= needed
  return {
    matched: enough && score >= settings.leastScore,
    score,
    longestRun: longestRun(aWords, bWords),
    sharedWords: shared.map((word) => ({ word, weight: 1, rare: false })),
    thresholds: [
      { name: 'shared words', needed, value: shared.length, met: enough },
      { name: 'score', needed: settings.leastScore, value: score, met: score >= settings.leastScore },
    ],
  }
}

function wordsIn(text: string, { range }: PassageInput): string[] {
  const words: string[] = []
  scanTokens(text, range.start, range.endExclusive, (kind, start, end) => {
    if (kind === 'word') words.push(wordKey(text.slice(start, end)))
  })
  return words
}

function longestRun(a: readonly string[], b: readonly string[]): number {
  let longest = 0
  let row: number[] = []
  for (const word of a) {
    const next = b.map((other, place) => (other === word ? (row[place - 1] ?? 0) + 1 : 0))
    for (const run of next) longest = Math.max(longest, run)
    row = next
  }
  return longest
}
