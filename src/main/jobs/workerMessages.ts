import type { Explanation } from '../../core/match/explainMatch'
import type { CorpusJob, CorpusResult, CorpusText, PairResult, VersionsResult } from '../services/ports'
import type { PairToCompare } from './comparePair'
import type { TextsToExplain } from './explainTexts'
import type { VersionsToCompare } from './followVersions'

/** A source of a corpus job as it is sent: its text only when the worker does not have it from the time before. */
export type SentText = Omit<CorpusText, 'text'> & { readonly text: string | null }

/** What a worker is given. `cancelled` is one shared 32-bit flag: 1 means stop. */
export type WorkerTask = { readonly cancelled: SharedArrayBuffer } & (
  | ({ readonly kind: 'pair' } & PairToCompare)
  | ({ readonly kind: 'explain' } & TextsToExplain)
  | { readonly kind: 'corpus'; readonly job: Omit<CorpusJob, 'sources'>; readonly sources: readonly SentText[] }
  | ({ readonly kind: 'versions' } & VersionsToCompare)
  | { readonly kind: 'forget'; readonly cacheFolder: string }
)

/** What a worker says: how far it is (0 to 1), the result, or what went wrong. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'pair'; readonly result: PairResult }
  | { readonly kind: 'explain'; readonly result: Explanation }
  | { readonly kind: 'corpus'; readonly result: CorpusResult }
  | { readonly kind: 'versions'; readonly result: VersionsResult }
  | { readonly kind: 'forget'; readonly removed: number }
  | { readonly kind: 'failed'; readonly message: string }

/** Whether the shared flag asks the worker to stop. */
export function isCancelled(flag: SharedArrayBuffer): boolean {
  return Atomics.load(new Int32Array(flag), 0) === 1
}
