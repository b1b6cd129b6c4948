import type { RegisteredSource } from '../../core/claim/reviewRecord'
import type { FurnitureMark } from '../../core/text/article'
import { WorkbenchError } from '../../contract/errors'
import type { WorkbenchEvent } from '../../contract/events'
import type { Preferences } from '../../contract/schemas'
import type { InTurn } from './oneAtATime'
import type {
  Clock,
  CorpusCluster,
  CorpusPort,
  HostPort,
  JobsPort,
  ReadSource,
  ReviewStore,
  SetAsideFile,
  StoragePort,
} from './ports'

/** Who works here, on this installation; kept outside of any corpus. */
export interface InstallationPort {
  readonly writerId: string
  readonly messages: readonly string[]
  reviewerName(): string
  setReviewerName(name: string): Promise<void>
  preferences(): Preferences
  setPreferences(preferences: Partial<Preferences>): Promise<Preferences>
}

/** Texts of a source before the present one, under their hashes. */
export type EarlierTexts = ReadonlyMap<string, string>

/** A source of the open corpus: as it was registered, and as it was read. */
export type OpenSource = {
  readonly registered: RegisteredSource
  readonly reading: ReadSource
  readonly state: 'current' | 'changed' | 'missing'
  readonly readAt: string
  /** Of the file that this was read from, or in whose place a version that a reviewer brought in is shown. */
  readonly fileSha256: string
  /** Texts that were replaced lately: something may have been cited from them that is not written down yet. */
  readonly earlier: EarlierTexts
}

/** The corpus that is open now. Replaced as a whole when its sources change. */
export type CorpusSession = {
  readonly folder: string
  readonly dataFolder: string
  readonly store: ReviewStore
  readonly sources: ReadonlyMap<string, OpenSource>
  readonly setAside: readonly SetAsideFile[]
  readonly watcher: { close(): Promise<void> } | null
}

/** The clusters of the last matching, and what the numbers of their sources stand for. */
export type MatchedCorpus = {
  readonly sources: readonly { readonly id: string; readonly textHash: string }[]
  readonly clusters: ReadonlyMap<string, CorpusCluster>
  /** What pages repeat, by the id of the source. */
  readonly repeated: ReadonlyMap<string, { readonly textHash: string; readonly marks: readonly FurnitureMark[] }>
}

/** What services tell the renderers; which revision the review has after a change is added on the way. */
export type ServiceEvent = Exclude<WorkbenchEvent, { kind: 'review-changed' }> | { readonly kind: 'review-changed' }

/** Everything that a use case may need, handed in by the host's composition. */
export interface ServiceContext {
  readonly corpus: CorpusPort
  readonly storage: StoragePort
  readonly jobs: JobsPort
  readonly host: HostPort
  readonly clock: Clock
  readonly installation: InstallationPort
  /** A data folder that the person named instead of `.crossread` beside the sources. */
  readonly dataFolder: string | null
  /** The folder that `dataFolder` was named for: the first that was opened. One data folder holds one review. */
  dataFolderOwner: string | null
  /** The folder of the samples that ship with the program; null when there is none. */
  readonly sampleFolder: string | null
  /** Writes a whole file or nothing. Rejects with STORAGE_FAILED. */
  readonly writeWhole: (path: string, content: string) => Promise<void>
  readonly emit: (event: ServiceEvent) => void
  /** Hears of errors that nobody expected, where there is no caller to hear of them. */
  readonly onBug: (error: unknown, where: string) => void
  /** Everything that replaces the session runs in here. */
  readonly inTurn: InTurn
  /** Folders that are being read, by the id of their job, so that reading can be stopped. */
  readonly readings: Map<string, AbortController>
  /** How many writes are under way: only the last one to end may say that all is saved. */
  writesUnderWay: number
  /** What the last matching of all sources found; null before one. */
  matched: MatchedCorpus | null
  /** The open corpus, or null before one is opened. */
  session: CorpusSession | null
}

/** @throws {WorkbenchError} NO_CORPUS when no folder is open */
export function openSession(context: ServiceContext): CorpusSession {
  if (context.session === null)
    throw new WorkbenchError({ code: 'NO_CORPUS', message: 'No folder is open. Open a folder of sources first.' })
  return context.session
}

/** @throws {WorkbenchError} SOURCE_UNKNOWN */
export function openSource(session: CorpusSession, sourceId: string): OpenSource {
  const source = session.sources.get(sourceId)
  if (source === undefined) {
    throw new WorkbenchError({
      code: 'SOURCE_UNKNOWN',
      message: `There is no source with the id ${sourceId} in ${session.folder}.`,
    })
  }
  return source
}

/** What the last matching of all sources found that the source repeats of other pages; empty when its text is another by now. */
export function repeatedIn(context: Pick<ServiceContext, 'matched'>, source: OpenSource): readonly FurnitureMark[] {
  const known = context.matched?.repeated.get(source.registered.id)
  return known?.textHash === source.reading.article.textHash ? known.marks : []
}
