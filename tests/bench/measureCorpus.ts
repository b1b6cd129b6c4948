import { performance } from 'node:perf_hooks'
import { DEFAULT_MATCH_SETTINGS } from '../../src/core/match/passageMatch'
import { createJobs } from '../../src/main/jobs/createJobs'
import { createRandom } from '../support/generator/random'
import type { BenchCorpus, PlantedLink } from './corpusTexts'
import { findEightGrams } from './eightGrams'
import { summarise, timed, type Measure } from './measure'
import { judge, type Finding, type Stretch } from './stretches'
import { FLOOR, OURS, SUBJECTS } from './subjects'
import { readWords, scanWordsOnly } from './words'

export type CorpusMeasure = {
  /** Null for what was tried on a sample of the pairs. */
  readonly totalMs: number | null
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
  const whole = { pairsMeasured: pairs, spread: null, complete: true }
  if (name === FLOOR) {
    const totalMs = summarise(
      [0, 1, 2].map(() => timed(() => corpus.texts.map(({ text }) => scanWordsOnly(text)))),
    ).medianMs
    return { ...whole, totalMs, pairMs: totalMs / pairs, finding: null, peakMegabytes: peak() }
  }
  if (name === OURS) return measureOurs(corpus, workerUrl)
  if (name === '8-gram index') {
    const started = performance.now()
    const found = findEightGrams(corpus.texts.map(({ text }) => readWords(text)))
    const totalMs = performance.now() - started
    const finding = judgeLinks(corpus, (link) => found.get(`${link.a} ${link.b}`) ?? [])
    return { ...whole, totalMs, pairMs: totalMs / pairs, finding, peakMegabytes: peak() }
  }
  return measureSample(name, corpus, samples)
}

async function measureOurs(corpus: BenchCorpus, workerUrl: URL): Promise<CorpusMeasure> {
  const jobs = createJobs({ workerUrl })
  const started = performance.now()
  const result = await jobs.matchCorpus(
    {
      jobId: 'bench',
      label: 'bench',
      sources: corpus.texts,
      settings: DEFAULT_MATCH_SETTINGS,
      decisions: [],
      budgetMs: null,
      cacheFolder: null,
      withPassages: true,
    },
    () => undefined,
  )
  const totalMs = performance.now() - started
  await jobs.close()
  const found = new Map<string, readonly Stretch[]>()
  result.pairs.forEach(({ a, b }, index) => found.set(`${a} ${b}`, result.matchings[index]?.passages ?? []))
  const pairs = (corpus.texts.length * (corpus.texts.length - 1)) / 2
  return {
    totalMs,
    pairMs: totalMs / pairs,
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
  const last = corpus.texts.length - 1
  const drawn = Array.from({ length: samples }, () => [random.between(0, last - 1), last] as const)
  const times = drawn.map(([a, b]) => timed(() => compare(corpus.texts[a]!.text, corpus.texts[b]!.text)))
  const links = random.shuffled(corpus.links).slice(0, samples)
  const finding = judgeLinks({ texts: corpus.texts, links }, ({ a, b }) =>
    compare(corpus.texts[a]!.text, corpus.texts[b]!.text)(),
  )
  const spread = summarise(times)
  const peakMegabytes = peak()
  return {
    totalMs: null,
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
