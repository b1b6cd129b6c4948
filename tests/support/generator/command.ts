import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { generateCorpus, type CorpusOptions } from './generateCorpus'
import { FolderNotEmpty, writeCorpus } from './writeCorpus'

const USAGE = `npm run corpus:generate -- --seed <number> --sources <number> [--words <number>] [--out <folder>]

Writes articles that share passages, and truth.json, which says what stands where.
  --seed      a whole number from 0 on; the same seed gives the same bytes
  --sources   how many articles, from 1 to 20,000
  --words     median words of an article, from 20 to 20,000 (800)
  --out       a new or empty folder (generated-corpus/seed-<seed>-sources-<sources>)`

type Read = { readonly options: CorpusOptions; readonly out: string } | { readonly problem: string } | 'help'

const RANGES = {
  seed: [0, Number.MAX_SAFE_INTEGER],
  sources: [1, 20_000],
  words: [20, 20_000],
} as const

/** What the command is asked for, or what is wrong with it. Relative folders are found from `cwd`. */
export function readGeneratorArguments(args: readonly string[], cwd: string): Read {
  let values
  try {
    values = parseArgs({
      args: [...args],
      options: {
        seed: { type: 'string' },
        sources: { type: 'string' },
        words: { type: 'string', default: '800' },
        out: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    return { problem: (error as Error).message.split('. ')[0]!.replace(/\.?$/, '.') }
  }
  if (values.help === true) return 'help'
  const numbers = { seed: 0, sources: 0, words: 0 }
  for (const name of ['seed', 'sources', 'words'] as const) {
    const [least, most] = RANGES[name]
    const given = values[name]
    if (given === undefined) return { problem: `--${name} is missing.` }
    const number = /^\d+$/.test(given) ? Number(given) : NaN
    if (!(number >= least && number <= most)) {
      return { problem: `--${name} wants a whole number from ${least} to ${most}, not "${given}".` }
    }
    numbers[name] = number
  }
  if (values.out === '') return { problem: '--out wants a folder.' }
  const out = values.out ?? `generated-corpus/seed-${numbers.seed}-sources-${numbers.sources}`
  return { options: numbers, out: resolve(cwd, out) }
}

/** Runs the command; the exit code is 0 when it is done, 1 when the folder cannot be used, 2 for wrong usage. */
export function runGenerator(
  args: readonly string[],
  cwd: string,
  say: (line: string) => void,
  warn: (line: string) => void,
): number {
  const read = readGeneratorArguments(args, cwd)
  if (read === 'help') {
    say(USAGE)
    return 0
  }
  if ('problem' in read) {
    warn(`${read.problem}\n${USAGE}`)
    return 2
  }
  const corpus = generateCorpus(read.options)
  try {
    writeCorpus(corpus, read.out)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (!(error instanceof FolderNotEmpty) && code === undefined) throw error
    warn((error as Error).message)
    return 1
  }
  const { sources, passages, pairs } = corpus.truth
  say(`${sources.length} articles with ${passages.length} planted passages in ${pairs.length} pairs: ${read.out}`)
  return 0
}
