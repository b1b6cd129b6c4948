import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { dirname } from 'node:path'
import { drawChart } from './chart'
import { SHAPES, type Shape } from './benchTexts'
import { readPlan, type Plan } from './plan'
import type { CorpusRow, PairRow } from './rows'
import { runChild, type Outcome } from './runChild'
import { LEAST_STRETCH } from './stretches'
import { FLOOR, GRAMS, OURS, SUBJECTS } from './subjects'
import { corpusTable, pairTable } from './tables'

/** Runs the whole bench. Whatever cannot run is said and left out: a bench never fails a build. */
export async function runBench(args: readonly string[], cwd: string, root: string): Promise<void> {
  const plan = readPlan(args, cwd, root)
  if (typeof plan === 'string') return console.log(plan)
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`
  console.log(
    `${machine}. Processor time; a comparison that takes over ${plan.limitMs / 1000} s by the clock is ended.`,
  )
  console.log(
    'found: the share of the planted characters that are paired with the right place; astray: the share of all characters ' +
      `that are paired with a wrong one. Stretches of under ${LEAST_STRETCH} characters do not count.`,
  )
  const pairs: PairRow[] = []
  const corpora: CorpusRow[] = []
  const shownPlan = { ...plan, folder: null, json: null, chart: null }
  // After each table, so that a run that is broken off has left what it measured.
  const keep = () => write(plan.json, `${JSON.stringify({ machine, plan: shownPlan, pairs, corpora }, null, 1)}\n`)
  await measurePairs(plan, pairs, keep)
  if (plan.chart !== null && pairs.length > 0) write(plan.chart, drawChart(pairs, plan.limitMs, machine))
  await measureCorpora(plan, corpora, keep)
  console.log(`\nWritten: ${[plan.json, plan.chart].filter((path) => path !== null).join(', ')}`)
}

async function measurePairs(plan: Plan, rows: PairRow[], keep: () => void): Promise<void> {
  if (plan.sizes.length === 0) return
  for (const texts of ['generated', 'real'] as const) {
    if (texts === 'real' && plan.folder === null) {
      console.log('\nReal texts: skipped, no folder was named with --texts.')
      break
    }
    if (texts === 'real' && !existsSync(plan.folder ?? '')) {
      console.log(`\nReal texts: skipped, there is no folder ${plan.folder}.`)
      break
    }
    for (const shape of SHAPES) {
      for (const words of plan.sizes) {
        const measured = await measureShape(plan, rows, texts, shape, words)
        rows.push(...measured)
        console.log(pairTable(measured, plan.limitMs))
        keep()
      }
    }
  }
}

async function measureShape(
  plan: Plan,
  before: readonly PairRow[],
  texts: PairRow['texts'],
  shape: Shape,
  words: number,
): Promise<PairRow[]> {
  const measured: PairRow[] = []
  for (const { name: subject } of SUBJECTS) {
    const wasOver = before.some(
      (row) => row.texts === texts && row.shape === shape && row.subject === subject && row.outcome.kind === 'over',
    )
    const folder = texts === 'real' ? plan.folder : null
    const job = { kind: 'pair', subject, shape, words, seed: plan.seed, folder, effort: plan.effort } as const
    const outcome: Outcome = wasOver ? { kind: 'over', limitMs: plan.limitMs } : await runChild(job, plan.limitMs)
    measured.push({ texts, shape, words, subject, outcome, skipped: wasOver })
  }
  return measured
}

async function measureCorpora(plan: Plan, rows: CorpusRow[], keep: () => void): Promise<void> {
  for (const sources of plan.corpora) {
    const measured: CorpusRow[] = []
    for (const { name: subject } of SUBJECTS) {
      // A sample costs the same whatever the corpus: once is enough.
      if (sources !== plan.corpora[0] && ![FLOOR, OURS, GRAMS].includes(subject)) continue
      const job = {
        kind: 'corpus',
        subject,
        sources,
        words: plan.corpusWords,
        seed: plan.seed,
        samples: plan.samples,
      } as const
      measured.push({ sources, subject, outcome: await runChild(job, plan.corpusLimitMs) })
    }
    console.log(corpusTable(measured, plan))
    rows.push(...measured)
    keep()
  }
}

function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}
