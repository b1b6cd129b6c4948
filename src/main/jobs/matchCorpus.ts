import { applyDecisions, type DecidedMatching } from '../../core/match/applyDecisions'
import { findClusters, type SharedPassage } from '../../core/match/clusters'
import { matchPair } from '../../core/match/matchPair'
import { passageOfRanges } from '../../core/match/passageOfRanges'
import type { MatchControl } from '../../core/match/passageMatch'
import type { CorpusJob, CorpusPair, CorpusResult } from '../services/ports'
import { toCluster } from './corpusClusters'
import { coveredWords } from './coveredWords'

/** Matches all sources of a corpus with each other, here and at once. `nowMs` is a clock in milliseconds from any zero. */
export function matchCorpus(job: CorpusJob, control: MatchControl, nowMs: () => number): CorpusResult {
  const startedMs = nowMs()
  const { sources, budgetMs } = job
  const total = (sources.length * (sources.length - 1)) / 2
  const pairs: CorpusPair[] = []
  const matchings: DecidedMatching[] = []
  const shared: SharedPassage[] = []
  let done = 0
  let late = false
  for (const [a, aText] of sources.entries()) {
    for (const [offset, bText] of sources.slice(a + 1).entries()) {
      const b = a + 1 + offset
      late ||= control.shouldStop() || (budgetMs !== null && nowMs() - startedMs >= budgetMs)
      if (late) break
      const matching = matchPair(aText, bText, job.settings, null)
      const decisions = job.decisions.find((one) => one.a === a && one.b === b)?.decisions ?? []
      const decided = applyDecisions(matching, decisions, (pair) =>
        passageOfRanges(aText.text, pair.a, bText.text, pair.b),
      )
      done++
      control.onProgress(done / total)
      if (decided.passages.length === 0 && decided.regions.length === 0) continue
      pairs.push({
        a,
        b,
        passages: decided.passages.length,
        regions: decided.regions.length,
        aWords: coveredWords(
          aText.text,
          decided.passages.map((passage) => passage.a),
        ),
        bWords: coveredWords(
          bText.text,
          decided.passages.map((passage) => passage.b),
        ),
      })
      matchings.push(decided)
      for (const passage of decided.passages) shared.push({ aSource: a, bSource: b, a: passage.a, b: passage.b })
    }
  }
  const clusters = findClusters(shared, (source) => sources[source]?.id ?? '').map((places) =>
    toCluster(sources, places),
  )
  return {
    pairs,
    matchings: job.withPassages ? matchings : [],
    clusters,
    boilerplate: [],
    complete: !late && matchings.every(({ complete }) => complete),
    why: late ? `The time was up after ${done} of ${total} pairs.` : null,
    elapsedMs: Math.max(0, nowMs() - startedMs),
    matched: done,
    kept: 0,
  }
}
