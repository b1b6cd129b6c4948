import { availableParallelism } from 'node:os'
import { performance } from 'node:perf_hooks'
import type { MatchControl } from '../../core/match/passageMatch'
import type { CorpusJob, JobsPort } from '../services/ports'
import { comparePair } from './comparePair'
import { CorpusMatcher } from './corpusMatcher'
import { explainTexts } from './explainTexts'
import { followVersions } from './followVersions'
import { forgetKept } from './keptResults'
import { textsToSend } from './textsToSend'
import type { WorkerMessage } from './workerMessages'
import { failedError, WorkerPool, type Named } from './workerPool'

export type JobsOptions = {
  /** The built worker; null runs every job on the calling thread. */
  readonly workerUrl: URL | null
  /** How many jobs run at once; one fewer than the cores when it is left out, so that the window stays fluid. */
  readonly workers?: number
}

const FORGETTING: Named = { jobId: 'forget-matching', label: 'Forgetting what was matched' }

const ignore = () => undefined

/** Runs matching in worker threads, as many at once as `workers`; the others wait in line. */
export function createJobs({ workerUrl, workers }: JobsOptions): JobsPort {
  return workerUrl === null ? jobsInPlace() : jobsInWorkers(workerUrl, workers ?? defaultWorkers())
}

function defaultWorkers(): number {
  return Math.max(1, availableParallelism() - 1)
}

function jobsInPlace(): JobsPort {
  const nowMs = () => performance.now()
  const matcher = new CorpusMatcher(nowMs)
  return {
    matchPair: (job, onProgress) => runHere(job, onProgress, (control) => comparePair(job, control, nowMs)),
    explainPair: (job) => runHere(job, ignore, () => explainTexts(job)),
    matchCorpus: (job, onProgress) =>
      runHere(job, onProgress, (control) => {
        const result = matcher.match(job, control)
        matcher.keep()
        return result
      }),
    compareVersions: (job, onProgress) => runHere(job, onProgress, (control) => followVersions(job, control)),
    forgetMatching: (cacheFolder) =>
      runHere(FORGETTING, ignore, () => {
        matcher.forget()
        return forgetKept(cacheFolder)
      }),
    cancel: () => false,
    close: () => Promise.resolve(),
  }
}

async function runHere<T>(
  job: Named,
  onProgress: (done: number) => void,
  work: (control: MatchControl) => T,
): Promise<T> {
  // Not within the call itself, so that a fault in here rejects like one in a worker.
  await Promise.resolve()
  try {
    return work({ shouldStop: () => false, onProgress })
  } catch (cause) {
    throw failedError(job, cause instanceof Error ? cause.message : String(cause), cause)
  }
}

function jobsInWorkers(workerUrl: URL, workers: number): JobsPort {
  const pool = new WorkerPool(workerUrl, workers)
  // Of its own, since it remembers what it read; a comparison that somebody waits for does not stand behind it.
  const corpusPool = new WorkerPool(workerUrl, 1)
  let sent: ReadonlySet<string> = new Set()
  const corpusTask = (job: CorpusJob, isNew: boolean) => {
    const { sources, ...rest } = job
    const known = isNew ? new Set<string>() : sent
    sent = new Set(sources.map(({ textHash }) => textHash))
    return { kind: 'corpus', job: rest, sources: textsToSend(sources, known) } as const
  }
  return {
    async matchPair(job, onProgress) {
      const { a, b, settings, decisions } = job
      const task = () => ({ kind: 'pair', a, b, settings, decisions }) as const
      return answerOf(job, 'pair', await pool.run({ job, task, onProgress })).result
    },
    async explainPair(job) {
      const { a, b, aRange, bRange, settings } = job
      const task = () => ({ kind: 'explain', a, b, aRange, bRange, settings }) as const
      return answerOf(job, 'explain', await pool.run({ job, task, onProgress: ignore })).result
    },
    async matchCorpus(job, onProgress) {
      const task = (isNew: boolean) => corpusTask(job, isNew)
      return answerOf(job, 'corpus', await corpusPool.run({ job, task, onProgress })).result
    },
    async compareVersions(job, onProgress) {
      const { from, to, anchors, texts } = job
      const task = () => ({ kind: 'versions', from, to, anchors, texts }) as const
      return answerOf(job, 'versions', await pool.run({ job, task, onProgress })).result
    },
    async forgetMatching(cacheFolder) {
      const task = () => ({ kind: 'forget', cacheFolder }) as const
      const answer = await corpusPool.run({ job: FORGETTING, task, onProgress: ignore })
      return answerOf(FORGETTING, 'forget', answer).removed
    },
    cancel: (jobId) => pool.cancel(jobId) || corpusPool.cancel(jobId),
    close: async () => {
      await Promise.all([pool.close(), corpusPool.close()])
    },
  }
}

function answerOf<K extends WorkerMessage['kind']>(
  job: Named,
  kind: K,
  answer: WorkerMessage,
): Extract<WorkerMessage, { readonly kind: K }> {
  if (isAnswer(answer, kind)) return answer
  throw failedError(job, 'its worker answered something else')
}

function isAnswer<K extends WorkerMessage['kind']>(
  answer: WorkerMessage,
  kind: K,
): answer is Extract<WorkerMessage, { readonly kind: K }> {
  return answer.kind === kind
}
