import type { Writable } from 'node:stream'
import type { MatchableText, MatchSettings, PairMatching } from '../../../core/match/passageMatch'
import type { InstallationPort } from '../../services/session'
import type { Clock, CorpusJob, CorpusPort, CorpusResult, StoragePort } from '../../services/ports'

export type ServeRequest = {
  readonly folder: string
  /** Null for any free port. */
  readonly port: number | null
  readonly dataFolder: string | null
  readonly onAddress: (url: string) => void
  readonly signal: AbortSignal
}

/** What the command line needs from outside. Reading ports, but for `report --out`, `merge` and `serve`, which write. */
export type CommandLinePorts = {
  readonly corpus: CorpusPort
  readonly storage: Pick<StoragePort, 'openReview' | 'readReview' | 'reviewFileTrouble' | 'verify'>
  /** Who writes here; not looked at, and not made, by commands that only read. */
  readonly openInstallation: () => Promise<Pick<InstallationPort, 'writerId' | 'reviewerName'>>
  readonly clock: Pick<Clock, 'now'>
  /** Matches on the calling thread; a text that is kept is read once. */
  readonly matchPair: (
    a: MatchableText,
    b: MatchableText,
    settings: MatchSettings,
  ) => PairMatching & { readonly elapsedMs: number }
  /** Matches all sources of a job, as the jobs of a window do. Rejects with a WorkbenchError. */
  readonly matchCorpus: (job: CorpusJob, onProgress: (done: number) => void) => Promise<CorpusResult>
  /** Runs until the signal ends it. @throws {WorkbenchError} when it cannot start */
  readonly serve: (request: ServeRequest) => Promise<void>
  readonly version: string
  readonly stdout: Writable
  readonly stderr: Writable
  /** Asks a running command to end. */
  readonly signal: AbortSignal
}
