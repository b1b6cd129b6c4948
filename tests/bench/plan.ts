import { parseArgs } from 'node:util'
import { resolve } from 'node:path'

/** What a run of the bench measures. */
export type Plan = {
  readonly quick: boolean
  readonly seed: number
  readonly sizes: readonly number[]
  readonly corpora: readonly number[]
  readonly corpusWords: number
  /** Pairs of a corpus that a program without an index is timed on, and judged by. */
  readonly samples: number
  /** A program that takes longer for one comparison is ended. */
  readonly limitMs: number
  readonly corpusLimitMs: number
  readonly effort: { readonly budgetMs: number; readonly mostRounds: number; readonly oneRunMs: number }
  /** Real texts; null when none are named. */
  readonly folder: string | null
  readonly json: string
  /** Null when no chart is drawn. */
  readonly chart: string | null
}

export const USAGE = `npm run bench -- [--quick] [--texts <folder>] [--only pairs|corpora] [--json <file>] [--no-chart]

Measures Crossread beside other programs, and what each of them finds.
  --quick     smaller sizes and limits: under a minute, and no chart
  --texts     a folder of .txt and .md files to measure on as well
  --only      measures pairs of texts alone, or whole corpora
  --json      where the figures go (bench-results/bench.json)
  --no-chart  leaves docs/images/bench.svg as it is`

/** Reads the arguments; a string is what is wrong with them, or the usage. */
export function readPlan(args: readonly string[], cwd: string, root: string): Plan | string {
  let values
  try {
    values = parseArgs({
      args: [...args],
      options: {
        quick: { type: 'boolean', default: false },
        texts: { type: 'string' },
        only: { type: 'string' },
        json: { type: 'string' },
        'no-chart': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    return `${(error as Error).message}\n${USAGE}`
  }
  if (values.help === true) return USAGE
  const { only } = values
  if (only !== undefined && only !== 'pairs' && only !== 'corpora') {
    return `--only wants pairs or corpora, not "${only}".\n${USAGE}`
  }
  const { quick } = values
  const limitMs = quick ? 1_000 : 20_000
  return {
    quick,
    seed: 7,
    sizes: only === 'corpora' ? [] : quick ? [1_000, 10_000] : [1_000, 10_000, 100_000],
    corpora: only === 'pairs' ? [] : quick ? [100] : [100, 300, 1_000],
    corpusWords: 800,
    samples: quick ? 3 : 25,
    limitMs,
    corpusLimitMs: quick ? 30_000 : 120_000,
    effort: { budgetMs: quick ? 200 : 2_000, mostRounds: quick ? 5 : 25, oneRunMs: limitMs / 4 },
    folder: values.texts === undefined ? null : resolve(cwd, values.texts),
    json: values.json === undefined ? resolve(root, 'bench-results/bench.json') : resolve(cwd, values.json),
    chart: quick || only === 'corpora' || values['no-chart'] ? null : resolve(root, 'docs/images/bench.svg'),
  }
}
