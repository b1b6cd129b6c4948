import { availableParallelism } from 'node:os'
import { performance } from 'node:perf_hooks'
import { DEFAULT_MATCH_SETTINGS } from '../../src/core/match/passageMatch'
import { createJobs } from '../../src/main/jobs/createJobs'
import type { CorpusJob, CorpusText } from '../../src/main/services/ports'
import { createRandom } from '../support/generator/random'
import { makeCorpus, type BenchCorpus, type PlantedLink } from './corpusTexts'
import { findEightGrams } from './eightGrams'
import { processorTime, summarise, type Measure } from './measure'
import { judge, type Finding, type Stretch } from './stretches'
import { FLOOR, GRAMS, OURS, SUBJECTS } from './subjects'
import { readWords, scanWordsOnly } from './words'

/** Of a sample, so many come first and do not count. */
const WARM_UP_PAIRS = 2
/** Of the corpus that the one more source is taken from. */
const OTHER_SEED = 9_999

export type CorpusMeasure = {
  /** By the clock on the wall; null for what was tried on a sample of the pairs. */
  readonly totalMs: number | null
  /** How long one more source takes after that, by the clock; null where all would begin anew. */
  readonly addMs: number | null
  /** Of all cores. */
  readonly processorMs: number
  /** Processor time. */
  readonly pairMs: number
  readonly pairsMeasured: number
  readonly finding: Finding | null
  readonly peakMegabytes: number
  readonly spread: Measure | null
  readonly complete: boolean
}

/** Measures one program; one without an index on so many pairs, and judges it by as many that have something in common. */
export async function measureCorpus(
  name: string,
  corpus: BenchCorpus,
  workerUrl: URL,
  samples: number,
): Promise<CorpusMeasure> {
  const { length } = corpus.texts
  const pairs = (length * (length - 1)) / 2
  const whole = { addMs: null, pairsMeasured: pairs, spread: null, complete: true }
  if (name === FLOOR) {
    const { result: _, ...times } = await bothTimes(() => corpus.texts.map(({ text }) => scanWordsOnly(text)))
    return { ...whole, ...times, pairMs: times.processorMs / pairs, finding: null, peakMegabytes: peak() }
  }
  if (name === OURS) return measureOurs(corpus, workerUrl)
  if (name === GRAMS) {
    const { result, ...times } = await bothTimes(() => findEightGrams(corpus.texts.map(({ text }) => readWords(text))))
    const finding = judgeLinks(corpus, (link) => result.get(`${link.a} ${link.b}`) ?? [])
    return { ...whole, ...times, pairMs: times.processorMs / pairs, finding, peakMegabytes: peak() }
  }
  return measureSample(name, corpus, samples)
}

async function bothTimes<Result>(run: () => Result | Promise<Result>) {
  const started = performance.now()
  const before = process.cpuUsage()
  const result = await run()
  const { user, system } = process.cpuUsage(before)
  return { result, totalMs: performance.now() - started, processorMs: (user + system) / 1000 }
}

function jobOf(sources: readonly CorpusText[]): CorpusJob {
  return {
    jobId: 'bench',
    label: 'bench',
    sources,
    settings: DEFAULT_MATCH_SETTINGS,
    decisions: [],
    budgetMs: null,
    cacheFolder: null,
    withPassages: true,
  }
}

/** All pairs by the program's own workers, and then once more with one source more. */
async function measureOurs(corpus: BenchCorpus, workerUrl: URL): Promise<CorpusMeasure> {
  const jobs = createJobs({ workerUrl, workers: availableParallelism() })
  const { result, ...times } = await bothTimes(() => jobs.matchCorpus(jobOf(corpus.texts), () => undefined))
  const [other] = makeCorpus(OTHER_SEED, 1, 800).texts
  const more = [...corpus.texts, { ...other!, id: 'another', textHash: 'another' }]
  const { totalMs: addMs } = await bothTimes(() => jobs.matchCorpus(jobOf(more), () => undefined))
  await jobs.close()
  const found = new Map<string, readonly Stretch[]>()
  result.pairs.forEach(({ a, b }, index) => found.set(`${a} ${b}`, result.matchings[index]?.passages ?? []))
  const pairs = (corpus.texts.length * (corpus.texts.length - 1)) / 2
  return {
    ...times,
    addMs,
    pairMs: times.processorMs / pairs,
    pairsMeasured: pairs,
    finding: judgeLinks(corpus, (link) => found.get(`${link.a} ${link.b}`) ?? []),
    peakMegabytes: peak(),
    spread: null,
    complete: result.complete,
  }
}

function measureSample(name: string, corpus: BenchCorpus, samples: number): CorpusMeasure {
  const { compare } = SUBJECTS.find((subject) => subject.name === name)!
  const random = createRandom(1, 'sampled pairs')
  const drawn = Array.from({ length: samples + WARM_UP_PAIRS }, () => random.shuffled(corpus.texts).slice(0, 2))
  const times = drawn.map(([a, b]) => processorTime(() => compare(a!.text, b!.text))).slice(WARM_UP_PAIRS)
  const links = random.shuffled(corpus.links).slice(0, samples)
  const finding = judgeLinks({ texts: corpus.texts, links }, ({ a, b }) =>
    compare(corpus.texts[a]!.text, corpus.texts[b]!.text)(),
  )
  const spread = summarise(times)
  const peakMegabytes = peak()
  return {
    totalMs: null,
    addMs: null,
    processorMs: times.reduce((sum, time) => sum + time, 0),
    pairMs: spread.medianMs,
    pairsMeasured: samples,
    finding,
    peakMegabytes,
    spread,
    complete: true,
  }
}

/** Over all planted links together; what is paired elsewhere in a linked pair counts as astray. */
function judgeLinks({ texts, links }: BenchCorpus, stretchesOf: (link: PlantedLink) => readonly Stretch[]): Finding {
  let [hits, wanted, astray, characters] = [0, 0, 0, 0]
  for (const link of links) {
    const pair = { a: texts[link.a]!.text, b: texts[link.b]!.text, planted: link.ranges }
    const { found, astray: off } = judge(stretchesOf(link), pair)
    const size = link.ranges.reduce((sum, { a, b }) => sum + a.endExclusive - a.start + b.endExclusive - b.start, 0)
    hits += (found ?? 0) * size
    wanted += size
    astray += off * (pair.a.length + pair.b.length)
    characters += pair.a.length + pair.b.length
  }
  return { found: wanted === 0 ? null : hits / wanted, astray: characters === 0 ? 0 : astray / characters }
}

function peak(): number {
  return process.resourceUsage().maxRSS / 1024
}
