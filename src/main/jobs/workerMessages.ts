import type { MatchableText, MatchSettings } from '../../core/match/passageMatch'
import type { PairResult } from '../services/ports'

/** What a worker is given. `cancelled` is one shared 32-bit flag: 1 means stop. */
export type WorkerTask = {
  readonly a: MatchableText
  readonly b: MatchableText
  readonly settings: MatchSettings
  readonly cancelled: SharedArrayBuffer
}

/** What a worker says: how far it is (0 to 1), the result, or what went wrong. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'result'; readonly result: PairResult }
  | { readonly kind: 'failed'; readonly message: string }

/** Whether the shared flag asks the worker to stop. */
export function isCancelled(flag: SharedArrayBuffer): boolean {
  return Atomics.load(new Int32Array(flag), 0) === 1
}
