import { performance } from 'node:perf_hooks'
import { parentPort } from 'node:worker_threads'
import { assert } from '../../core/assert'
import { comparePair } from './comparePair'
import { matchCorpus } from './matchCorpus'
import { isCancelled, type WorkerMessage, type WorkerTask } from './workerMessages'

/** Least step of progress that is told, so that a quick job does not flood the main thread with messages. */
export const PROGRESS_STEP = 0.02

assert(parentPort !== null, 'matchWorker runs in a worker thread')
const port = parentPort

port.on('message', (task: WorkerTask) => say(work(task)))

function work(task: WorkerTask): WorkerMessage {
  let told = 0
  const control = {
    shouldStop: () => isCancelled(task.cancelled),
    onProgress(done: number) {
      if (done - told < PROGRESS_STEP) return
      told = done
      say({ kind: 'progress', done })
    },
  }
  const nowMs = () => performance.now()
  try {
    if (task.kind === 'pair') return { kind: 'pair', result: comparePair(task, control, nowMs) }
    return { kind: 'corpus', result: matchCorpus(task.job, control, nowMs) }
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}

function say(message: WorkerMessage): void {
  port.postMessage(message)
}
