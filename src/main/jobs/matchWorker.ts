import { performance } from 'node:perf_hooks'
import { parentPort } from 'node:worker_threads'
import { assert } from '../../core/assert'
import { comparePair } from './comparePair'
import { CorpusMatcher } from './corpusMatcher'
import { explainTexts } from './explainTexts'
import { followVersions } from './followVersions'
import { forgetKept } from './keptResults'
import { ReceivedTexts } from './textsToSend'
import { isCancelled, type WorkerMessage, type WorkerTask } from './workerMessages'

/** Least step of progress that is told, so that a quick job does not flood the main thread with messages. */
export const PROGRESS_STEP = 0.02

assert(parentPort !== null, 'matchWorker runs in a worker thread')
const port = parentPort
const nowMs = () => performance.now()
const matcher = new CorpusMatcher(nowMs)
const received = new ReceivedTexts()

port.on('message', (task: WorkerTask) => {
  try {
    work(task)
  } catch (error) {
    say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
})

function work(task: WorkerTask): void {
  let told = 0
  const control = {
    shouldStop: () => isCancelled(task.cancelled),
    onProgress(done: number) {
      if (done - told < PROGRESS_STEP) return
      told = done
      say({ kind: 'progress', done })
    },
  }
  switch (task.kind) {
    case 'pair':
      say({ kind: 'pair', result: comparePair(task, control, nowMs) })
      return
    case 'explain':
      say({ kind: 'explain', result: explainTexts(task) })
      return
    case 'corpus': {
      const sources = received.receive(task.sources)
      say({ kind: 'corpus', result: matcher.match({ ...task.job, sources }, control) })
      // After the answer: nobody has to wait for the disk.
      matcher.keep()
      return
    }
    case 'versions':
      say({ kind: 'versions', result: followVersions(task, control) })
      return
    case 'forget':
      matcher.forget()
      say({ kind: 'forget', removed: forgetKept(task.cacheFolder) })
  }
}

function say(message: WorkerMessage): void {
  port.postMessage(message)
}
