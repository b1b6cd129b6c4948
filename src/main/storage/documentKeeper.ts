import type { Low } from 'lowdb'
import { applyChanges } from '../../core/claim/applyChanges'
import type { RecordChange } from '../../core/claim/recordTable'
import { sameValue } from '../../core/claim/sameValue'
import type { WriterPlace } from './dataFolder'
import { keepAside } from './durableFile'
import type { JournalPosition } from './journalEntry'
import type { JournalReading } from './readJournal'
import { createDocument, removeUnfinishedWrites, UnreadableDocumentError } from './storedDocument'
import { emptyDocument, reviewDocumentFormat, type ReviewDocument } from './reviewDocument'
import { plainReason } from './storageFailure'

/** Milliseconds that `review.json` waits after a change: more writes it less often, less lets it lag behind the journal for a shorter time. A crash in between costs nothing, since it is rebuilt. */
export const DOCUMENT_DELAY_MS = 300

/**
 * How many times as long as writing it took last `review.json` waits at least: of a large review writing takes long, and this
 * bounds the share of the time that goes into it. More lets it lag behind further.
 */
export const WAIT_PER_WRITE = 25

/** It never waits longer than this, in milliseconds: a short lag is a short rebuild after a crash. */
export const LONGEST_WAIT_MS = 30_000

/** How `review.json` stands to its journal. */
export type DocumentState =
  | { readonly kind: 'current' | 'behind' | 'missing' }
  | { readonly kind: 'newer' | 'unreadable' | 'disagrees'; readonly why: string }
  /** The journal lost its end: the document knows what was in it. */
  | { readonly kind: 'ahead'; readonly why: string; readonly known: ReviewDocument }

/** Compares a document with the state that its journal gives (`expected`). */
export async function inspectDocument(
  path: string,
  journal: JournalReading,
  expected: ReviewDocument,
): Promise<DocumentState> {
  let found: ReviewDocument | null
  try {
    const document = createDocument<ReviewDocument | null>(path, reviewDocumentFormat, null)
    await document.read()
    found = document.data
  } catch (error) {
    if (!(error instanceof UnreadableDocumentError)) throw error
    return { kind: error.kind === 'newer' ? 'newer' : 'unreadable', why: error.message }
  }
  if (found === null) return { kind: 'missing' }
  const { sequence, hash } = found.journal
  if (found.writer !== expected.writer) return { kind: 'disagrees', why: `it belongs to the writer ${found.writer}` }
  if (sequence > journal.end.sequence) {
    const why = `it knows ${sequence} actions and the journal only ${journal.end.sequence}`
    return { kind: 'ahead', why, known: found }
  }
  const hashThen = sequence === 0 ? emptyDocument(found.writer).journal.hash : journal.hashes[sequence - 1]
  if (hash !== hashThen) return { kind: 'disagrees', why: `action ${sequence} in the journal is another than it knew` }
  if (sequence < journal.end.sequence) return { kind: 'behind' }
  if (sameValue(found.records, expected.records)) return { kind: 'current' }
  return { kind: 'disagrees', why: 'its records are not those of the journal: it was changed by something else' }
}

/** Writes `review.json` some time after each change, and on closing. */
export class DocumentKeeper {
  readonly #document: Low<ReviewDocument>
  readonly #delayMs: number
  readonly #onTrouble: (message: string) => void
  readonly #path: string
  readonly #changes: RecordChange[] = []
  #journal: JournalPosition
  #timer: NodeJS.Timeout | null = null
  #writing: Promise<void> = Promise.resolve()
  #lastWriteMs = 0
  #dirty = false
  #disabled = false

  constructor(path: string, current: ReviewDocument, delayMs: number, onTrouble: (message: string) => void) {
    this.#path = path
    this.#document = createDocument(path, reviewDocumentFormat, current)
    this.#journal = current.journal
    this.#delayMs = delayMs
    this.#onTrouble = onTrouble
  }

  /** Leaves the document alone from now on. */
  disable(): void {
    this.#disabled = true
  }

  /** Takes a line that is on the disk: the document will be written after it. */
  add(changes: readonly RecordChange[], journal: JournalPosition): void {
    this.#changes.push(...changes)
    this.#journal = journal
    this.touch()
  }

  /** Has the document written though nothing new was done: it is missing or behind. */
  touch(): void {
    if (this.#disabled) return
    this.#dirty = true
    const wait = Math.max(this.#delayMs, Math.min(LONGEST_WAIT_MS, this.#lastWriteMs * WAIT_PER_WRITE))
    this.#timer ??= setTimeout(() => void this.flush(), wait)
  }

  /** Writes what is not written yet. A failure is told, not thrown: the journal holds everything. */
  async flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#writing = this.#writing.then(() => this.#write())
    await this.#writing
  }

  async #write(): Promise<void> {
    if (!this.#dirty || this.#disabled) return
    this.#dirty = false
    const { writer, records } = this.#document.data
    // Many lines at once: a change costs its line, and not the size of the document.
    const changed = applyChanges(records, this.#changes.splice(0))
    this.#document.data = { schema: 3, writer, journal: this.#journal, records: changed }
    const began = performance.now()
    try {
      await this.#document.write()
      this.#lastWriteMs = performance.now() - began
    } catch (error) {
      this.#dirty = true
      this.#onTrouble(
        `${this.#path} could not be written: ${plainReason(error)}. Nothing is lost: it is rebuilt from the journal.`,
      )
    }
  }
}

/**
 * Makes way for a document that agrees with the journal: what cannot be read or disagrees is kept beside it.
 * `rewrite` is false when the present one is right.
 */
export async function settleDocument(
  place: WriterPlace,
  state: DocumentState,
  at: string,
): Promise<{ rewrite: boolean; message: string | null }> {
  await removeUnfinishedWrites(place.document)
  switch (state.kind) {
    case 'current':
      return { rewrite: false, message: null }
    case 'behind':
    case 'missing':
    case 'newer':
      return { rewrite: state.kind !== 'newer', message: null }
    case 'unreadable':
    case 'ahead':
    case 'disagrees': {
      const word = state.kind === 'unreadable' ? 'unreadable' : 'disagreed'
      const kept = await keepAside(place.document, word, at)
      const what = state.kind === 'unreadable' ? 'could not be read' : 'did not agree with its journal'
      const message = `${place.document} ${what} (${state.why}). It was kept as ${kept} and rebuilt from the journal.`
      return { rewrite: true, message }
    }
  }
}
