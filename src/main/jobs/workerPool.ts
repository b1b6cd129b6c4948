import { Worker } from 'node:worker_threads'
import { WorkbenchError } from '../../contract/errors'
import { isCancelled, type WorkerMessage, type WorkerTask } from './workerMessages'

/** What a job is called when it fails, and how it is cancelled. */
export type Named = { readonly jobId: string; readonly label: string }

type TaskContent = WorkerTask extends infer Task ? (Task extends WorkerTask ? Omit<Task, 'cancelled'> : never) : never

export type PoolJob = {
  readonly job: Named
  /** Asked for when a worker is free; `isNew` when that worker has done nothing before. */
  readonly task: (isNew: boolean) => TaskContent
  readonly onProgress: (done: number) => void
}

type Running = PoolJob & {
  readonly flag: SharedArrayBuffer
  readonly resolve: (message: WorkerMessage) => void
  readonly reject: (error: WorkbenchError) => void
}

/** Worker threads, as many at once as `size`; jobs that find none free wait in line. */
export class WorkerPool {
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

  /** Rejects with a WorkbenchError: CANCELLED, INTERNAL. */
  run(job: PoolJob): Promise<WorkerMessage> {
    return new Promise((resolve, reject) => {
      if (this.#closed) {
        reject(cancelledError(job.job))
        return
      }
      this.#waiting.push({ ...job, flag: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT), resolve, reject })
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
    Atomics.store(new Int32Array(running.flag), 0, 1)
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
    const idle = this.#idle.pop()
    const worker = idle ?? this.#newWorker()
    this.#busy.set(worker, next)
    worker.ref()
    worker.postMessage({ ...next.task(idle === undefined), cancelled: next.flag })
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
    if (isCancelled(running.flag)) running.reject(cancelledError(running.job))
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

export function failedError(job: Named, why: string, cause?: unknown): WorkbenchError {
  const message = `${job.label} failed: ${why}. Nothing that was saved is lost; please try again.`
  return new WorkbenchError({ code: 'INTERNAL', message }, { cause })
}
