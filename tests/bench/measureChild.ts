import * as v from 'valibot'
import { generatedProse, makePair, proseOfFolder } from './benchTexts'
import { makeCorpus } from './corpusTexts'
import { FIRST_DONE, jobSchema, READY, type Answer, type Job } from './jobs'
import { measureTogether } from './measure'
import { measureCorpus } from './measureCorpus'
import { judge } from './stretches'
import { SUBJECTS } from './subjects'
import { scanWordsOnly } from './words'

// One process for each measure, so that one that takes too long can be ended and none inherits another's heap.
const job = v.parse(jobSchema, JSON.parse(process.argv[2] ?? ''))
const answer = await (job.kind === 'pair' ? measurePair(job) : measureWhole(job))
process.stdout.write(`${JSON.stringify(answer)}\n`)

function measurePair(wanted: Job & { kind: 'pair' }): Answer {
  const { subject: name, shape, words, seed, folder, effort } = wanted
  const subject = SUBJECTS.find((one) => one.name === name)!
  const pair = makePair(folder === null ? generatedProse(seed) : proseOfFolder(folder), shape, words, seed)
  if (pair === null) return { kind: 'nothing', reason: `the folder has no ${words} words for each side` }
  process.stdout.write(`${READY}\n`)
  const { a, b } = pair
  let stretches = subject.compare('', '')
  const { subject: measure, floor } = measureTogether(
    () => (stretches = subject.compare(a, b)),
    () => scanWordsOnly(a) + scanWordsOnly(b),
    effort,
    () => process.stdout.write(`${FIRST_DONE}\n`),
  )
  return { kind: 'pair', measure, floor, finding: judge(stretches(), pair), characters: a.length + b.length }
}

async function measureWhole({ subject, sources, words, seed, samples }: Job & { kind: 'corpus' }): Promise<Answer> {
  const corpus = makeCorpus(seed, sources, words)
  process.stdout.write(`${READY}\n`)
  const workerUrl = new URL('./matchWorker.mjs', import.meta.url)
  return { kind: 'corpus', ...(await measureCorpus(subject, corpus, workerUrl, samples)) }
}
