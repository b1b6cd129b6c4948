import type { ComparedPassage, ComparedRegion } from '../../contract/schemas'
import type { RecordChange, RecordType, ReviewRecords } from '../../core/claim/recordTable'
import type { Reviewer } from '../../core/claim/reviewRecord'
import type { MergeCounts } from '../../core/claim/mergeOutcome'
import type { HistoryEntry } from '../../core/claim/historyEntry'
import type { Anchor } from '../../core/anchor/anchor'
import type { FollowedAnchor } from '../../core/anchor/followAnchors'
import type { VersionDifference } from '../../core/diff/compareVersions'
import type { VersionedText } from '../../core/diff/versionParagraphs'
import type { Explanation } from '../../core/match/explainMatch'
import type { PlacedDecision } from '../../core/match/applyDecisions'
import type { MatchableText, MatchSettings, PairMatching } from '../../core/match/passageMatch'
import type { Result } from '../../core/result'
import type { Article } from '../../core/text/article'
import type { SourceMetadata } from '../../core/text/metadata'
import type { TextRange } from '../../core/text/textRange'
import type { WorkbenchFailure } from '../../contract/errors'

// What services ask of corpus, storage and jobs. Each is implemented in its own folder and handed in by the host.

export type SourceProblem = { readonly code: string; readonly message: string }

/** A file that was read and can be compared. */
export type ReadSource = {
  /** Relative to the corpus folder, with `/`. */
  readonly path: string
  readonly format: 'text' | 'markdown' | 'html'
  readonly sha256: string
  readonly bytes: Uint8Array
  /** As people name it: UTF-8, UTF-8 with byte order mark, UTF-16 LE, UTF-16 BE, Windows-1252. */
  readonly encoding: string
  readonly article: Article
  readonly metadata: SourceMetadata
  readonly titleGuessed: boolean
  /** What a reviewer should know though the file was opened: empty, duplicate, misnamed, characters replaced. */
  readonly problems: readonly SourceProblem[]
}

/** A file that could not be opened as a source, and why. */
export type SetAsideFile = { readonly path: string; readonly code: string; readonly message: string }

export type CorpusReading = { readonly sources: readonly ReadSource[]; readonly setAside: readonly SetAsideFile[] }

export type ReadingControl = {
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, label: string) => void
}

export interface CorpusPort {
  /** Reads every source under the folder, sorted by path. Writes nothing. Fails with FOLDER_UNREADABLE or CANCELLED. */
  readFolder(folder: string, control?: ReadingControl): Promise<Result<CorpusReading, WorkbenchFailure>>
  /** Reads one file of the folder (or, with folder '', any file). */
  readFile(folder: string, path: string): Promise<Result<ReadSource, SetAsideFile>>
  /** Reads a source from bytes that came from elsewhere: a snapshot, an upload. */
  readBytes(path: string, bytes: Uint8Array): Result<ReadSource, SetAsideFile>
  /** Adds a file under a safe, free name and gives its path. Nothing is replaced. */
  addFile(folder: string, name: string, bytes: Uint8Array): Promise<Result<string, WorkbenchFailure>>
  /** Keeps bytes under `snapshots/<sha256>`, once. */
  saveSnapshot(dataFolder: string, sha256: string, bytes: Uint8Array): Promise<void>
  readSnapshot(dataFolder: string, sha256: string): Promise<Uint8Array | null>
  /** SHA-256 of the file's bytes as they are now, null when it is gone or unreadable. */
  fingerprint(folder: string, path: string): Promise<string | null>
  /** The id of a source whose path is new: the same for the same path, whoever opens the folder. */
  sourceIdOf(path: string): string
  /** The paths of all files that would be read, sorted; empty when the folder cannot be read. */
  listPaths(folder: string): Promise<readonly string[]>
  /** The folder's whole path, without a separator at its end: a typed one may start from where the program runs. */
  absolute(folder: string): string
  /** Whether two paths lead to one file that is there, whatever links, case or spelling they have. */
  isSameFile(a: string, b: string): Promise<boolean>
  /** Whether the path, which need not be there yet, is the folder or lies in it, links followed. */
  liesIn(folder: string, path: string): Promise<boolean>
  /** Calls back, gathered, after files of the folder were added, changed or removed, and once when watching has begun. */
  watch(folder: string, onChange: () => void): { close(): Promise<void> }
}

export type JournalAction = {
  /** What was done, in words for Undo: "make a claim". */
  readonly label: string
  readonly changes: readonly RecordChange[]
  /** False for what the program does by itself (registering a source), which Undo passes over. */
  readonly undoable: boolean
}

/** What a look at the journals of others brought. */
export type ColleagueNews = {
  /** False when everything is as it was. */
  readonly changed: boolean
  /** The types of the records that were changed. */
  readonly types: ReadonlySet<RecordType>
  /** True when a journal was replaced, so that anything may be other than before, or a message is new. */
  readonly anew: boolean
  /** Who did how much; the name is null where nothing that they did is signed. */
  readonly colleagues: readonly { readonly id: string; readonly name: string | null; readonly actions: number }[]
}

/** The review of one corpus, open for writing by one writer, or for reading. */
export interface ReviewStore {
  readonly writerId: string
  /** Null when changes are accepted; otherwise why they are not, for people. */
  readonly readOnly: string | null
  /** What happened on opening that the reviewer must hear: a document rebuilt, a damaged one kept aside. */
  readonly messages: readonly string[]
  /** All writers' records, merged: the latest by time, ties by writer id. */
  records(): ReviewRecords
  /** Everything that all writers did, oldest first (ties by writer, then sequence); the same list until something is done. */
  entries(): readonly HistoryEntry[]
  /** Resolves when the change is on the disk. Rejects with a WorkbenchError (READ_ONLY, STORAGE_FAILED) and changes nothing then. */
  commit(action: JournalAction): Promise<void>
  /** Labels of what Undo and Redo would do, or null. */
  undoLabel(): string | null
  redoLabel(): string | null
  undo(): Promise<void>
  redo(): Promise<void>
  /** Looks what others have written since the last look, and merges it. Rejects when the folder cannot be listed. */
  refresh(): Promise<ColleagueNews>
  /** Writes down which letters sources have whose letter another source had first, so that they keep them. Rejects like commit. */
  keepLetters(): Promise<void>
  /** The review as one file, with every writer's journal word for word. */
  exportFile(by: Reviewer): Promise<string>
  /**
   * Takes in what a review file has that is not here yet; nothing of it is written when it is not whole. Merging it again
   * changes nothing. Rejects with a WorkbenchError (READ_ONLY, STORAGE_FAILED, STORAGE_UNREADABLE).
   */
  mergeFile(content: string): Promise<MergeCounts & { readonly news: ColleagueNews }>
  /** Calls back when others may have written something, for `refresh`. */
  watch(onChange: () => void): { close(): Promise<void> }
  /** Flushes and lets go of the lock. */
  close(): Promise<void>
}

export type StoragePlace = { readonly dataFolder: string; readonly reviewer: Reviewer }

export interface StoragePort {
  /** Opens for writing; falls back to reading only (with the reason) when the folder cannot be written or is locked by another window. */
  openReview(place: StoragePlace): Promise<Result<ReviewStore, WorkbenchFailure>>
  /** The merged records without taking a lock or writing anything. */
  readReview(
    dataFolder: string,
  ): Promise<Result<{ records: ReviewRecords; messages: readonly string[] }, WorkbenchFailure>>
  /** Why a review file cannot be merged anywhere, for people; null when it can. */
  reviewFileTrouble(content: string): string | null
  /** Every journal's chain, received copies too, and every snapshot's fingerprint. */
  verify(dataFolder: string): Promise<readonly { what: string; ok: boolean; message: string }[]>
}

export type PairJob = {
  readonly jobId: string
  readonly label: string
  readonly a: MatchableText
  readonly b: MatchableText
  readonly settings: MatchSettings
  readonly decisions: readonly PlacedDecision[]
}
export type PairResult = {
  readonly passages: readonly ComparedPassage[]
  readonly regions: readonly ComparedRegion[]
  readonly complete: boolean
  readonly elapsedMs: number
}

export type ExplainJob = Omit<PairJob, 'decisions'> & { readonly aRange: TextRange; readonly bRange: TextRange }

// What the corpus is matched from, and what comes of it. Sources are numbered by their place in the job: the order of sigla.

export type CorpusText = MatchableText & {
  readonly id: string
  readonly textHash: string
  readonly outlet: string | null
  /** ISO 8601, whole or only its beginning. */
  readonly published: string | null
  /** What a reviewer ruled to be the article's own words: never taken for boilerplate. */
  readonly kept: readonly TextRange[]
}

export type CorpusJob = {
  readonly jobId: string
  readonly label: string
  readonly sources: readonly CorpusText[]
  readonly settings: MatchSettings
  /** Of the pairs that anything was decided about; `a` comes before `b`. */
  readonly decisions: readonly {
    readonly a: number
    readonly b: number
    readonly decisions: readonly PlacedDecision[]
  }[]
  /** Null for no limit. */
  readonly budgetMs: number | null
  /** Where results are kept from one time to the next; null to keep none. */
  readonly cacheFolder: string | null
  /** Whether the passages and regions of every pair are wanted, and not only their numbers. */
  readonly withPassages: boolean
}

export type CorpusPair = {
  readonly a: number
  readonly b: number
  readonly passages: number
  readonly regions: number
  readonly aWords: number
  readonly bWords: number
}

export type CorpusCluster = {
  readonly id: string
  readonly words: number
  readonly excerpt: string
  readonly differs: boolean
  /** The earliest first where dates are known, else in the order of sources. */
  readonly members: readonly { readonly source: number; readonly range: TextRange }[]
  /** The source that was published first; null where no date is known. */
  readonly first: number | null
}

export type CorpusResult = {
  readonly pairs: readonly CorpusPair[]
  /** For each of `pairs`, when they were asked for; otherwise empty. */
  readonly matchings: readonly Pick<PairMatching, 'passages' | 'regions'>[]
  readonly clusters: readonly CorpusCluster[]
  readonly boilerplate: readonly { readonly source: number; readonly range: TextRange; readonly why: string }[]
  readonly complete: boolean
  readonly why: string | null
  readonly elapsedMs: number
  readonly matched: number
  readonly kept: number
}

/** A version of a source, with the hash of its text. */
export type HashedVersion = VersionedText & { readonly textHash: string }

export type VersionsJob = {
  readonly jobId: string
  readonly label: string
  readonly from: HashedVersion
  readonly to: HashedVersion
  /** Everything that cites the source, and the texts that it was cited in, by hash, as far as they are at hand. */
  readonly anchors: readonly Anchor[]
  readonly texts: ReadonlyMap<string, string>
}
/** What a change of the text did; `followed` in the order of the anchors. */
export type VersionsResult = { readonly difference: VersionDifference; readonly followed: readonly FollowedAnchor[] }

export interface JobsPort {
  /** Runs off the main thread. Rejects with a WorkbenchError (CANCELLED, INTERNAL). */
  matchPair(job: PairJob, onProgress: (done: number) => void): Promise<PairResult>
  /** Why a passage is matched, or which thresholds were missed. Rejects like matchPair. */
  explainPair(job: ExplainJob): Promise<Explanation>
  /** Matches all sources with each other off the main thread. Rejects like matchPair. */
  matchCorpus(job: CorpusJob, onProgress: (done: number) => void): Promise<CorpusResult>
  /** Compares two versions of a source off the main thread. Rejects like matchPair. */
  compareVersions(job: VersionsJob, onProgress: (done: number) => void): Promise<VersionsResult>
  /** Throws away the results that are kept in the cache folder; gives how many there were. */
  forgetMatching(cacheFolder: string): Promise<number>
  /** False when there is no such job any more. */
  cancel(jobId: string): boolean
  close(): Promise<void>
}

/** What only a host can do. */
export interface HostPort {
  readonly kind: 'electron' | 'loopback' | 'direct'
  readonly version: string
  /** Null when this host has no dialogs of the system. */
  readonly dialogs: {
    chooseFolder(): Promise<string | null>
    chooseSavePath(suggestedName: string): Promise<string | null>
  } | null
}

/** Time and randomness come from outside, so that tests can fix them. */
export interface Clock {
  /** ISO 8601 in UTC, with milliseconds. */
  now(): string
  newId(): string
}
