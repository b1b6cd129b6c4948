import { applyDecisions, type PlacedDecision, type RangePair } from '../../core/match/applyDecisions'
import { findClusters, type SharedPassage } from '../../core/match/clusters'
import { matchTexts } from '../../core/match/matchTexts'
import { passageOfRanges } from '../../core/match/passageOfRanges'
import { findRepeated, readPage, type Page } from '../../core/match/repeatedFurniture'
import type { MatchControl, MatchSettings, PairMatching } from '../../core/match/passageMatch'
import { compareRanges, type TextRange } from '../../core/text/textRange'
import type { CorpusJob, CorpusPair, CorpusResult, CorpusText } from '../services/ports'
import { ClusterViews } from './corpusClusters'
import { CorpusTexts, identityOf, type IndexedText, type TextToMatch } from './corpusTexts'
import { coveredWords } from './coveredWords'
import { KeptResults } from './keptResults'
import { PairResults, mirrorShared, type PairShared } from './pairResults'

/** Shares of the progress at which reading ends and what is shown is gathered. */
export const READING_SHARE = 0.15
export const MATCHED_SHARE = 0.95

/** A pair of sources that the index finds worth comparing, by their places in the job. */
type Candidate = { readonly a: number; readonly b: number }

/**
 * Matches the sources of a corpus with each other, and remembers from one time to the next what it read and found: only
 * what is new costs anything. One at a time.
 */
export class CorpusMatcher {
  readonly #nowMs: () => number
  #texts: CorpusTexts | null = null
  #results = new PairResults()
  readonly #clusters = new ClusterViews()
  #settingsKey = ''
  #pages: ReadonlyMap<string, Page> = new Map()
  /** Where results are kept on the disk, and the texts whose file was looked into. */
  #kept: { readonly place: KeptResults; readonly looked: Set<string> } | null = null
  /** Texts of which a result was found since it was last kept. */
  readonly #changed = new Set<string>()

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs
  }

  /** Forgets everything but what lies on the disk. */
  forget(): void {
    this.#texts = null
    this.#kept = null
    this.#results = new PairResults()
    this.#changed.clear()
  }

  /** When the control or the budget stops it, the result is not complete, and what was matched until then is remembered. */
  match(job: CorpusJob, control: MatchControl): CorpusResult {
    const startedMs = this.#nowMs()
    const elapsed = () => Math.max(0, this.#nowMs() - startedMs)
    const isLate = () => control.shouldStop() || (job.budgetMs !== null && elapsed() >= job.budgetMs)
    const texts = this.#prepare(job)
    let read = 0
    const repeated = this.#findRepeated(job.sources)
    const indexed = texts.replace(toMatch(job.sources, repeated), () => {
      control.onProgress((READING_SHARE * read++) / job.sources.length)
      return !isLate()
    })
    if (indexed === null) {
      const why = `The time was up when ${read - 1} of ${job.sources.length} sources were read.`
      return { ...NOTHING, why, elapsedMs: elapsed() }
    }
    this.#recall(indexed)
    const candidates = findCandidates(texts, indexed)
    const missing = candidates.filter(({ a, b }) => this.#known(indexed, a, b) === null)
    let matched = 0
    while (matched < missing.length && !isLate()) {
      const pair = missing[matched++]
      if (pair !== undefined) this.#matchPair(texts, indexed, pair, job.settings)
      control.onProgress(READING_SHARE + ((MATCHED_SHARE - READING_SHARE) * matched) / missing.length)
    }
    const gathered = { ...this.#gather(job, indexed, candidates), boilerplate: repeated }
    control.onProgress(1)
    const late = matched < missing.length
    return {
      ...gathered,
      complete: gathered.complete && !late,
      why: late ? `The time was up after ${matched} of ${missing.length} pairs.` : whyIncomplete(gathered.complete),
      elapsedMs: elapsed(),
      matched,
      kept: candidates.length - missing.length,
    }
  }

  /** Writes to the disk what was found since the last time, where a job said that results are kept. */
  keep(): void {
    if (this.#kept === null || this.#texts === null) return
    const { place } = this.#kept
    place.save(this.#changed, this.#results)
    if (this.#changed.size > 0) place.prune(new Set(this.#texts.identities()))
    this.#changed.clear()
  }

  /** The texts as they were read before, and results of the same settings only. */
  #prepare({ settings, cacheFolder }: CorpusJob): CorpusTexts {
    const key = JSON.stringify([settings.smallestPassageWords, settings.leastScore, [...settings.kinds].sort()])
    if (key !== this.#settingsKey) {
      this.#results = new PairResults()
      this.#changed.clear()
      this.#kept = null
    }
    this.#settingsKey = key
    if (this.#kept?.place.cacheFolder !== (cacheFolder ?? undefined)) {
      this.#kept = cacheFolder === null ? null : { place: new KeptResults(cacheFolder, settings), looked: new Set() }
    }
    if (this.#texts?.leastWords !== settings.smallestPassageWords) {
      this.#texts = new CorpusTexts(settings.smallestPassageWords)
    }
    return this.#texts
  }

  /** What the pages repeat; a page is read once. */
  #findRepeated(sources: readonly CorpusText[]): Repeated {
    const pages = new Map<string, Page>()
    const told = sources.map(({ text, textHash, setAside, outlet, kept }) => {
      const identity = identityOf(textHash, setAside)
      const page = this.#pages.get(identity) ?? readPage(text, setAside)
      pages.set(identity, page)
      return { page, outlet, kept }
    })
    this.#pages = pages
    return findRepeated(told).map(({ page, range, why }) => ({ source: page, range, why }))
  }

  /** Lets go of results of texts that are gone, and takes from the disk those of texts that are new. */
  #recall(indexed: readonly IndexedText[]): void {
    const lengths = new Map(indexed.map(({ identity, read }) => [identity, read.text.length]))
    this.#results.keepOnly(lengths)
    for (const identity of this.#changed) if (!lengths.has(identity)) this.#changed.delete(identity)
    if (this.#kept === null) return
    const { place, looked } = this.#kept
    const unseen = [...lengths.keys()].filter((identity) => !looked.has(identity))
    place.load(unseen, lengths, this.#results)
    for (const identity of unseen) looked.add(identity)
  }

  #matchPair(texts: CorpusTexts, indexed: readonly IndexedText[], pair: Candidate, settings: MatchSettings): void {
    const sides = [indexed[pair.a], indexed[pair.b]]
    const [one, two] = sides
    if (one === undefined || two === undefined) return
    const [a, b] = one.identity <= two.identity ? [one, two] : [two, one]
    if (this.#results.get(a.identity, b.identity) !== null) return
    const matching = matchTexts(a.read, b.read, settings, texts.weights, null)
    this.#results.set(a.identity, b.identity, withWords(matching, a.read.text, b.read.text))
    this.#changed.add(a.identity)
  }

  /** What the two share, `a` and `b` as in the job; null when it was not matched yet. */
  #known(indexed: readonly IndexedText[], a: number, b: number): PairShared | null {
    const first = indexed[a]?.identity ?? ''
    const second = indexed[b]?.identity ?? ''
    return first <= second ? this.#results.get(first, second) : this.#results.get(second, first)
  }

  #gather(job: CorpusJob, indexed: readonly IndexedText[], candidates: readonly Candidate[]) {
    const { sources, withPassages } = job
    const pairs: CorpusPair[] = []
    const matchings: PairMatching[] = []
    const shared: SharedPassage[] = []
    let complete = true
    for (const { pair, decisions } of withDecisions(candidates, job.decisions)) {
      const known = this.#known(indexed, pair.a, pair.b) ?? EMPTY
      complete &&= known.complete
      if (known.passages.length === 0 && known.regions.length === 0 && decisions.length === 0) continue
      const { a, b } = pair
      const turned = (indexed[a]?.identity ?? '') > (indexed[b]?.identity ?? '')
      // Turning passages round is dear, and numbers alone do not need it.
      const asIs = turned && decisions.length === 0 && !withPassages
      const inOrder = turned && !asIs ? mirrorShared(known) : known
      const found = decide(inOrder, decisions, sources[a]?.text ?? '', sources[b]?.text ?? '')
      if (found.passages.length === 0 && found.regions.length === 0) continue
      const [first, second] = asIs ? [b, a] : [a, b]
      const [aWords, bWords] = asIs ? [found.bWords, found.aWords] : [found.aWords, found.bWords]
      pairs.push({ a, b, passages: found.passages.length, regions: found.regions.length, aWords, bWords })
      if (withPassages) matchings.push(found)
      for (const passage of found.passages) {
        shared.push({ aSource: first, bSource: second, a: passage.a, b: passage.b })
      }
    }
    const clusters = findClusters(shared, (source) => sources[source]?.id ?? '')
    return {
      pairs,
      matchings,
      clusters: this.#clusters.show(sources, clusters),
      complete,
    }
  }
}

const EMPTY: PairShared = { passages: [], regions: [], complete: true, aWords: 0, bWords: 0 }
const NOTHING = { pairs: [], matchings: [], clusters: [], boilerplate: [], complete: false, matched: 0, kept: 0 }

type Repeated = CorpusResult['boilerplate']

/** The sources as they are matched: without what pages repeat. */
function toMatch(sources: readonly CorpusText[], repeated: Repeated): TextToMatch[] {
  const bySource = new Map<number, TextRange[]>()
  for (const { source, range } of repeated) bySource.set(source, [...(bySource.get(source) ?? []), range])
  return sources.map(({ text, textHash, setAside }, source) => {
    const all = [...setAside, ...(bySource.get(source) ?? [])].sort(compareRanges)
    return { identity: identityOf(textHash, all), text, setAside: all }
  })
}

function whyIncomplete(complete: boolean): string | null {
  return complete ? null : 'In some pairs wording repeats so often that not all places of it are listed.'
}

function findCandidates(texts: CorpusTexts, indexed: readonly IndexedText[]): Candidate[] {
  const candidates: Candidate[] = []
  for (const [a, one] of indexed.entries()) {
    for (let b = a + 1; b < indexed.length; b++) {
      const other = indexed[b]
      if (other !== undefined && texts.isCandidate(one, other)) candidates.push({ a, b })
    }
  }
  return candidates
}

type DecidedPair = { readonly pair: Candidate; readonly decisions: readonly PlacedDecision[] }

/** The candidates, and the pairs that were none and that something was decided about, each with its decisions. */
function withDecisions(candidates: readonly Candidate[], decided: CorpusJob['decisions']): DecidedPair[] {
  const left = new Map(decided.map((one) => [`${one.a} ${one.b}`, one]))
  const pairs = candidates.map((pair) => {
    if (left.size === 0) return { pair, decisions: [] }
    const key = `${pair.a} ${pair.b}`
    const decisions = left.get(key)?.decisions ?? []
    left.delete(key)
    return { pair, decisions }
  })
  return [...pairs, ...[...left.values()].map(({ a, b, decisions }) => ({ pair: { a, b }, decisions }))]
}

function decide(shared: PairShared, decisions: readonly PlacedDecision[], aText: string, bText: string): PairShared {
  if (decisions.length === 0) return shared
  const describe = (pair: RangePair) => passageOfRanges(aText, pair.a, bText, pair.b)
  return withWords(applyDecisions(shared, decisions, describe), aText, bText)
}

function withWords(matching: PairMatching, aText: string, bText: string): PairShared {
  const { passages, regions, complete } = matching
  return {
    passages,
    regions,
    complete,
    aWords: coveredWords(
      aText,
      passages.map(({ a }) => a),
    ),
    bWords: coveredWords(
      bText,
      passages.map(({ b }) => b),
    ),
  }
}
