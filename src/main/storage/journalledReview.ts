import { invertChanges } from '../../core/claim/applyChanges'
import type { HistoryEntry } from '../../core/claim/historyEntry'
import type { MergeCounts } from '../../core/claim/mergeOutcome'
import type { RecordChange, ReviewRecords } from '../../core/claim/recordTable'
import type { Reviewer } from '../../core/claim/reviewRecord'
import { findBrokenSeal } from '../../core/claim/sealGuard'
import type { NewSiglum } from '../../core/claim/settleSigla'
import type { UndoableAction } from '../../core/claim/undoHistory'
import { WorkbenchError } from '../../contract/errors'
import type { Clock, ColleagueNews, JournalAction, ReviewStore } from '../services/ports'
import { writerPlace } from './dataFolder'
import type { DocumentKeeper } from './documentKeeper'
import { encodeEntry, hashOf, journalLineFormat, type JournalEntry } from './journalEntry'
import { ForeignWriteError, JournalBrokenError, type JournalFile } from './journalFile'
import { describeNews } from './colleagueNews'
import type { JournalShelf, ShelfNews } from './journalShelf'
import { receive } from './receivedReviews'
import { exportReview, outcomeOf, planMerge } from './reviewExchange'
import { readReviewFile, unusable } from './reviewFile'
import type { ReviewState, WayBack } from './reviewState'
import { plainReason } from './storageFailure'
import { parseStored } from './versionedFormat'
import { watchJournals, type WatchFiles } from './watchJournals'
import type { HeldLock } from './writerLock'

/** What only a review that is open for writing has. */
export type WritingParts = { readonly journal: JournalFile; readonly keeper: DocumentKeeper; readonly lock: HeldLock }

type Pending = { readonly way: WayBack; cancelled: WorkbenchError | null }

/**
 * A review over its journal. An action counts in memory as soon as it is asked for, so that the next one builds on it,
 * and resolves when it is on the disk; when its write fails, it and all that were built on it are taken back.
 */
export class JournalledReview implements ReviewStore {
  readonly writerId: string
  readonly #dataFolder: string
  readonly #watchFiles: WatchFiles | null
  readonly #state: ReviewState
  readonly #shelf: JournalShelf
  readonly #clock: Clock
  readonly #messages: string[]
  #writing: WritingParts | null
  #readOnly: string | null
  /** Asked for and not yet on the disk, oldest first. */
  readonly #pending: Pending[] = []
  #queue: Promise<unknown> = Promise.resolve()
  #looking: Promise<unknown> = Promise.resolve()
  #lookTrouble: readonly string[] | null = null

  constructor(parts: {
    writerId: string
    dataFolder: string
    watchFiles: WatchFiles | null
    state: ReviewState
    shelf: JournalShelf
    clock: Clock
    messages: string[]
    writing: WritingParts | null
    readOnly: string | null
  }) {
    this.writerId = parts.writerId
    this.#dataFolder = parts.dataFolder
    this.#watchFiles = parts.watchFiles
    this.#state = parts.state
    this.#shelf = parts.shelf
    this.#clock = parts.clock
    this.#messages = parts.messages
    this.#writing = parts.writing
    this.#readOnly = parts.readOnly
  }

  get readOnly(): string | null {
    return this.#readOnly
  }

  get messages(): readonly string[] {
    const letters = this.#state.renamed.map(describeRenamed)
    return [...new Set([...this.#messages, ...this.#shelf.messages, ...letters, ...(this.#lookTrouble ?? [])])]
  }

  records(): ReviewRecords {
    return this.#state.records
  }

  entries(): readonly HistoryEntry[] {
    return this.#state.entries
  }

  undoLabel(): string | null {
    return this.#state.moment.history.undo?.action.label ?? null
  }

  redoLabel(): string | null {
    return this.#state.moment.history.redo?.action.label ?? null
  }

  async commit(action: JournalAction): Promise<void> {
    if (this.#readOnly !== null) throw readOnlyError(this.#readOnly)
    if (action.changes.length === 0) return
    const conflict = this.#state.findConflict(action.changes)
    if (conflict !== null) {
      throw new WorkbenchError({
        code: 'STORAGE_FAILED',
        message: `Nothing was saved: the ${conflict.type} ${conflict.id} was changed in the meantime. Look at it again, then repeat the change.`,
      })
    }
    await this.#append(action, null)
  }

  async undo(): Promise<void> {
    await this.#revert(this.#state.moment.history.undo?.action ?? null, 'NOTHING_TO_UNDO')
  }

  async redo(): Promise<void> {
    await this.#revert(this.#state.moment.history.redo?.action ?? null, 'NOTHING_TO_REDO')
  }

  refresh(): Promise<ColleagueNews> {
    const looked = this.#looking.then(async () => {
      const before = this.messages.join('\n')
      const { added, anew } = await this.#look()
      if (anew) this.#state.mergeAnew(this.#shelf.entries())
      else this.#state.merge(added)
      return describeNews(added, anew || before !== this.messages.join('\n'))
    })
    this.#looking = looked.catch(() => undefined)
    return looked
  }

  /** A folder that cannot be listed is said, once: a network share that went away comes back. */
  async #look(): Promise<ShelfNews> {
    try {
      const news = await this.#shelf.refresh()
      this.#lookTrouble = null
      return news
    } catch (error) {
      const reason = `The data folder ${this.#dataFolder} cannot be read: ${plainReason(error)}. What colleagues do is not seen.`
      this.#lookTrouble = [reason]
      return { added: [], anew: false }
    }
  }

  async keepLetters(): Promise<void> {
    const changes = this.#state.letterChanges()
    if (changes.length === 0 || this.#readOnly !== null) return
    this.#messages.push(...this.#state.renamed.map(describeRenamed))
    await this.#append({ label: 'give sources letters of their own', changes, undoable: false }, null)
  }

  async exportFile(by: Reviewer): Promise<string> {
    await this.#queue
    return exportReview(this.#parts(), { at: this.#clock.now(), by })
  }

  async mergeFile(content: string): Promise<MergeCounts & { readonly news: ColleagueNews }> {
    if (this.#readOnly !== null) throw readOnlyError(this.#readOnly)
    const read = readReviewFile(content)
    if (!read.ok) {
      const message = `Nothing was merged: ${unusable(read.error)}`
      throw new WorkbenchError({ code: 'STORAGE_UNREADABLE', message })
    }
    await this.refresh()
    const before = this.records()
    const plan = await planMerge(this.#parts(), read.value)
    if (plan.journals.length > 0 || plan.sources.size > 0) {
      await receive(writerPlace(this.#dataFolder, this.writerId), plan)
    }
    const news = await this.refresh()
    return { ...outcomeOf(this.#parts(), read.value, before), news }
  }

  #parts() {
    return { dataFolder: this.#dataFolder, writerId: this.writerId, shelf: this.#shelf, state: this.#state }
  }

  watch(onChange: () => void): { close(): Promise<void> } {
    return watchJournals({ dataFolder: this.#dataFolder, writer: this.writerId }, this.#watchFiles, onChange)
  }

  async close(): Promise<void> {
    const writing = this.#writing
    this.#writing = null
    this.#readOnly ??= 'This review is closed.'
    await this.#queue
    if (writing === null) return
    try {
      await writing.keeper.flush()
      await writing.journal.close()
    } finally {
      await writing.lock.release()
    }
  }

  /** No more changes from now on, and why. The document is left alone too: it may be another program's by now. */
  stopWriting(reason: string): void {
    this.#readOnly ??= reason
    this.#writing?.keeper.disable()
  }

  async #revert(action: UndoableAction | null, code: 'NOTHING_TO_UNDO' | 'NOTHING_TO_REDO'): Promise<void> {
    const word = code === 'NOTHING_TO_UNDO' ? 'undo' : 'redo'
    if (this.#readOnly !== null) throw readOnlyError(this.#readOnly)
    if (action === null) throw new WorkbenchError({ code, message: `There is nothing to ${word}.` })
    const changes = invertChanges(action.changes)
    const conflict = this.#state.findConflict(changes)
    if (conflict !== null) {
      throw new WorkbenchError({ code, message: this.#describeConflict(word, action.label, conflict) })
    }
    const broken = findBrokenSeal(this.records(), changes)
    if (broken !== null) throw new WorkbenchError(broken)
    await this.#append({ label: action.label, changes, undoable: true }, action.sequence)
  }

  #describeConflict(word: string, label: string, conflict: RecordChange): string {
    const writer = this.#state.lastWriter(conflict)
    const who = writer === null || writer === this.writerId ? 'since' : `since by another reviewer (${writer})`
    return `Cannot ${word} “${label}”: the ${conflict.type} ${conflict.id} was changed ${who}, and that would be overwritten.`
  }

  async #append(action: JournalAction, reverts: number | null): Promise<void> {
    const { journal, keeper } = this.#writing ?? { journal: null, keeper: null }
    if (this.#readOnly !== null || journal === null) throw readOnlyError(this.#readOnly ?? 'This review is closed.')
    const entry = this.#compose(action, reverts)
    const line = encodeEntry(entry)
    const way = this.#state.apply(entry, hashOf(line))
    const { end } = this.#state.moment
    this.#shelf.addOwn(end.hash)
    const pending: Pending = { way, cancelled: null }
    this.#pending.push(pending)
    const written = this.#queue.then(async () => {
      if (pending.cancelled !== null) throw pending.cancelled
      try {
        await journal.append(line)
      } catch (error) {
        throw this.#takeBack(error)
      }
      this.#pending.shift()
      keeper.add(entry.changes, end)
    })
    this.#queue = written.catch(() => undefined)
    await written
  }

  /** @throws {WorkbenchError} when the line could not be read again, which would close the journal to all writing */
  #compose(action: JournalAction, reverts: number | null): JournalEntry {
    const { end } = this.#state.moment
    const parsed = parseStored(journalLineFormat, {
      schema: journalLineFormat.latest,
      sequence: end.sequence + 1,
      at: this.#state.dateFor(action.changes, this.#clock.now()),
      writer: this.writerId,
      label: action.label,
      undoable: action.undoable,
      changes: action.changes,
      reverts,
      previous: end.hash,
    })
    if (parsed.ok) return parsed.value
    throw new WorkbenchError({
      code: 'STORAGE_FAILED',
      message: `Nothing was saved: the change is ${parsed.error.message}.`,
    })
  }

  /** Undoes in memory what could not be written, with all that was built on it. */
  #takeBack(error: unknown): WorkbenchError {
    const reason = error instanceof Error ? error.message : String(error)
    if (error instanceof ForeignWriteError || error instanceof JournalBrokenError) {
      this.stopWriting(`No more changes are saved, since ${reason}. Close this review and open it again.`)
    }
    const failed =
      error instanceof WorkbenchError
        ? error
        : new WorkbenchError(
            { code: 'STORAGE_FAILED', message: `The change was not saved: ${reason}.` },
            { cause: error },
          )
    const pending = this.#pending.splice(0)
    this.#state.goBack(pending.map(({ way }) => way))
    this.#shelf.dropOwn(pending.length)
    for (const later of pending.slice(1)) {
      later.cancelled = new WorkbenchError(
        { code: 'STORAGE_FAILED', message: `Not saved, since the change before it was not: ${failed.message}` },
        { cause: failed },
      )
    }
    return failed
  }
}

function describeRenamed({ path, given, siglum }: NewSiglum): string {
  return `The letter ${given} was given to two sources by reviewers who did not know of each other. The one that was imported first keeps it; ${path} is ${siglum} from now on.`
}

function readOnlyError(reason: string): WorkbenchError {
  return new WorkbenchError({ code: 'READ_ONLY', message: reason })
}
