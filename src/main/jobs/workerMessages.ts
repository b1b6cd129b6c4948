import type { CorpusJob, CorpusResult } from '../services/ports'
import type { PairResult } from '../services/ports'
import type { PairToCompare } from './comparePair'

/** What a worker is given. `cancelled` is one shared 32-bit flag: 1 means stop. */
export type WorkerTask = { readonly cancelled: SharedArrayBuffer } & (
  ({ readonly kind: 'pair' } & PairToCompare) | { readonly kind: 'corpus'; readonly job: CorpusJob }
)

/** What a worker says: how far it is (0 to 1), the result, or what went wrong. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'pair'; readonly result: PairResult }
  | { readonly kind: 'corpus'; readonly result: CorpusResult }
  | { readonly kind: 'failed'; readonly message: string }

/** Whether the shared flag asks the worker to stop. */
export function isCancelled(flag: SharedArrayBuffer): boolean {
  return Atomics.load(new Int32Array(flag), 0) === 1
}
