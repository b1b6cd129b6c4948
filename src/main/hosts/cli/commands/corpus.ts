import { performance } from 'node:perf_hooks'
import { corpusJobOf } from '../../../services/corpusMatching'
import type { CorpusResult } from '../../../services/ports'
import type { OpenSource } from '../../../services/session'
import { takePlaces } from '../arguments'
import { DATA_OPTION, JSON_OPTION, type Command, type Given } from '../command'
import { oneLine, UsageError } from '../commandFailure'
import type { CommandLinePorts } from '../commandLinePorts'
import { exportMatching, exportRange } from '../exportMatching'
import { printable, table, write, writeJsonParts } from '../output'
import { readCorpus, type CorpusAsRead } from '../readCorpus'
import { sourceToJson } from '../sourceToJson'

export const corpusCommand: Command = {
  name: 'corpus',
  usage: ['<folder> [--json] [--data <dir>] [--budget <seconds>]'],
  summary: 'match all sources of a folder with each other: pairs, and clusters of the same wording',
  options: {
    json: JSON_OPTION,
    data: DATA_OPTION,
    budget: {
      type: 'string',
      value: '<seconds>',
      help: 'stop matching after so many seconds; what was found until then is printed, and said to be incomplete',
    },
  },
  run,
}

async function run(given: Given, ports: CommandLinePorts): Promise<number> {
  const [folder] = takePlaces(given, ['<folder>'])
  const budgetMs = readBudget(given.text['budget'])
  const corpus = await readCorpus(ports, folder, given.text['data'])
  for (const message of corpus.messages) await write(ports.stderr, `crossread corpus: ${oneLine(message)}\n`)
  const startedMs = performance.now()
  const result = await ports.matchCorpus(
    {
      jobId: 'corpus',
      label: 'Matching all sources',
      ...corpusJobOf(corpus.sources, corpus.records),
      budgetMs,
      // Nothing is written into the folder: see CONTRACTS.md.
      cacheFolder: null,
      withPassages: true,
    },
    () => undefined,
  )
  const elapsedMs = Math.max(0, performance.now() - startedMs)
  if (given.on.has('json')) await writeJsonParts(ports.stdout, toJson(corpus, result, elapsedMs))
  else await write(ports.stdout, listing(corpus, result))
  return 0
}

function readBudget(text: string | undefined): number | null {
  if (text === undefined) return null
  const seconds = /^\d+(?:\.\d+)?$/u.test(text) ? Number(text) : NaN
  if (!Number.isFinite(seconds)) throw new UsageError(`--budget wants a number of seconds, not ${JSON.stringify(text)}`)
  return seconds * 1000
}

function toJson(corpus: CorpusAsRead, result: CorpusResult, elapsedMs: number) {
  const { sources, records } = corpus
  const at = (number: number) => sourceAt(sources, number)
  return {
    sources: sources.map((source) => sourceToJson(source, records)),
    pairs: result.pairs.map(({ a, b }, index) => ({
      a: at(a).reading.path,
      b: at(b).reading.path,
      ...exportMatching(
        at(a).reading.article,
        at(b).reading.article,
        result.matchings[index] ?? { passages: [], regions: [] },
      ),
    })),
    clusters: result.clusters.map(({ id, members }) => ({
      id,
      members: members.map(({ source, range }) => ({
        path: at(source).reading.path,
        ...exportRange(at(source).reading.article, range),
      })),
    })),
    complete: result.complete,
    elapsedMs,
    why: result.why,
    boilerplate: result.boilerplate.map(({ source, range, why }) => ({
      path: at(source).reading.path,
      ...exportRange(at(source).reading.article, range),
      why,
    })),
  }
}

function listing(corpus: CorpusAsRead, result: CorpusResult): string {
  const { sources } = corpus
  const siglumOf = (number: number) => sourceAt(sources, number).registered.siglum
  const counts = [
    countOf(sources.length, 'source'),
    `${countOf(result.pairs.length, 'pair')} sharing wording`,
    countOf(result.clusters.length, 'cluster'),
  ].join(', ')
  const pairs = result.pairs.map(({ a, b, passages, aWords, bWords }) => [
    `${siglumOf(a)} and ${siglumOf(b)}`,
    countOf(passages, 'passage'),
    `${aWords} and ${bWords} words`,
  ])
  const clusters = result.clusters.map(({ members, excerpt, differs }) => [
    [...new Set(members.map(({ source }) => siglumOf(source)))].join(' '),
    differs ? 'differs' : 'alike',
    printable(excerpt),
  ])
  const aside = result.boilerplate.map(
    ({ source, range, why }) =>
      `set aside in ${siglumOf(source)} (${why}): ${printable(exportRange(sourceAt(sources, source).reading.article, range).text)}\n`,
  )
  const note = result.complete ? '' : `\nNot complete: ${result.why ?? 'a limit was reached.'}\n`
  return [`${counts}\n`, section(table(pairs)), section(table(clusters)), section(aside.join('')), note].join('')
}

function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

function section(text: string): string {
  return text === '' ? '' : `\n${text}`
}

function sourceAt(sources: readonly OpenSource[], number: number): OpenSource {
  const source = sources[number]
  if (source === undefined) throw new RangeError(`there is no source number ${number}`)
  return source
}
