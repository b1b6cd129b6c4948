import { availableParallelism } from 'node:os'
import { performance } from 'node:perf_hooks'
import { Worker } from 'node:worker_threads'
import { WorkbenchError } from '../../contract/errors'
import type { MatchControl } from '../../core/match/passageMatch'
import type { JobsPort } from '../services/ports'
import { comparePair } from './comparePair'
import { matchCorpus } from './matchCorpus'
import { isCancelled, type WorkerMessage, type WorkerTask } from './workerMessages'

export type JobsOptions = {
  /** The built worker; null runs every job on the calling thread. */
  readonly workerUrl: URL | null
  /** How many jobs run at once; one fewer than the cores when it is left out, so that the window stays fluid. */
  readonly workers?: number
}

/** What a job is called when it fails, and how it is cancelled. */
type Named = { readonly jobId: string; readonly label: string }

type Running = {
  readonly job: Named
  readonly task: WorkerTask
  readonly onProgress: (done: number) => void
  readonly resolve: (message: WorkerMessage) => void
  readonly reject: (error: WorkbenchError) => void
}

/** Runs matching in worker threads, as many at once as `workers`; the others wait in line. */
export function createJobs(options: JobsOptions): JobsPort {
  const pool =
    options.workerUrl === null ? null : new WorkerPool(options.workerUrl, options.workers ?? defaultWorkers())
  const nowMs = () => performance.now()
  return {
    async matchPair(job, onProgress) {
      if (pool === null) return runHere(job, onProgress, (control) => comparePair(job, control, nowMs))
      const { a, b, settings, decisions } = job
      const answer = await pool.run(job, { kind: 'pair', a, b, settings, decisions, cancelled: newFlag() }, onProgress)
      if (answer.kind === 'pair') return answer.result
      throw failedError(job, 'its worker answered something else')
    },
    async matchCorpus(job, onProgress) {
      if (pool === null) return runHere(job, onProgress, (control) => matchCorpus(job, control, nowMs))
      const answer = await pool.run(job, { kind: 'corpus', job, cancelled: newFlag() }, onProgress)
      if (answer.kind === 'corpus') return answer.result
      throw failedError(job, 'its worker answered something else')
    },
    forgetMatching: () => Promise.resolve(0),
    cancel: (jobId) => pool?.cancel(jobId) ?? false,
    close: async () => pool?.close(),
  }
}

function newFlag(): SharedArrayBuffer {
  return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
}

function defaultWorkers(): number {
  return Math.max(1, availableParallelism() - 1)
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

class WorkerPool {
  readonly #url: URL
  readonly #size: number
  readonly #idle: Worker[] = []
  readonly #busy = new Map<Worker, Running>()
  readonly #waiting: Running[] = []
  #closed = false

  constructor(url: URL, size: number) {
    this.#url = url
    this.#size = size
  }

  run(job: Named, task: WorkerTask, onProgress: (done: number) => void): Promise<WorkerMessage> {
    return new Promise((resolve, reject) => {
      if (this.#closed) {
        reject(cancelledError(job))
        return
      }
      this.#waiting.push({ job, task, onProgress, resolve, reject })
      this.#startNext()
    })
  }

  cancel(jobId: string): boolean {
    const waiting = this.#waiting.findIndex((one) => one.job.jobId === jobId)
    if (waiting !== -1) {
      for (const one of this.#waiting.splice(waiting, 1)) one.reject(cancelledError(one.job))
      return true
    }
    const running = [...this.#busy.values()].find((one) => one.job.jobId === jobId)
    if (running === undefined) return false
    Atomics.store(new Int32Array(running.task.cancelled), 0, 1)
    return true
  }

  async close(): Promise<void> {
    this.#closed = true
    for (const one of this.#waiting.splice(0)) one.reject(cancelledError(one.job))
    const workers = [...this.#idle, ...this.#busy.keys()]
    for (const one of this.#busy.values()) one.reject(cancelledError(one.job))
    this.#busy.clear()
    await Promise.all(workers.map((worker) => worker.terminate()))
  }

  #startNext(): void {
    if (this.#busy.size >= this.#size) return
    const next = this.#waiting.shift()
    if (next === undefined) return
    const worker = this.#idle.pop() ?? this.#newWorker()
    this.#busy.set(worker, next)
    worker.ref()
    worker.postMessage(next.task)
  }

  #newWorker(): Worker {
    const worker = new Worker(this.#url)
    worker.on('message', (message: WorkerMessage) => this.#hear(worker, message))
    worker.on('error', (cause) => this.#lose(worker, cause))
    worker.on('exit', () => this.#lose(worker, null))
    return worker
  }

  #hear(worker: Worker, message: WorkerMessage): void {
    const running = this.#busy.get(worker)
    if (running === undefined) return
    if (message.kind === 'progress') {
      running.onProgress(message.done)
      return
    }
    this.#busy.delete(worker)
    this.#idle.push(worker)
    // A worker that waits must not keep a program from ending.
    worker.unref()
    if (isCancelled(running.task.cancelled)) running.reject(cancelledError(running.job))
    else if (message.kind === 'failed') running.reject(failedError(running.job, message.message))
    else running.resolve(message)
    this.#startNext()
  }

  /** A worker that died takes its own job with it and no other. */
  #lose(worker: Worker, cause: unknown): void {
    const running = this.#busy.get(worker)
    this.#busy.delete(worker)
    const idle = this.#idle.indexOf(worker)
    if (idle !== -1) this.#idle.splice(idle, 1)
    if (running === undefined) return
    running.reject(failedError(running.job, stoppedBecause(cause), cause))
    this.#startNext()
  }
}

function stoppedBecause(cause: unknown): string {
  return cause instanceof Error ? `its worker stopped (${cause.message})` : 'its worker stopped'
}

function cancelledError(job: Named): WorkbenchError {
  return new WorkbenchError({ code: 'CANCELLED', message: `${job.label} was stopped.` })
}

function failedError(job: Named, why: string, cause?: unknown): WorkbenchError {
  const message = `${job.label} failed: ${why}. Nothing that was saved is lost; please try again.`
  return new WorkbenchError({ code: 'INTERNAL', message }, { cause })
}
