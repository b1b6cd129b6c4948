import * as v from 'valibot'
import { lostRecords } from '../../core/claim/lostRecords'
import { WorkbenchError } from '../../contract/errors'
import { idSchema } from '../../contract/schemas'
import type { Clock, ReviewStore, StoragePlace } from '../services/ports'
import { writerPlace, type WriterPlace } from './dataFolder'
import { DocumentKeeper, inspectDocument, settleDocument } from './documentKeeper'
import { makeFolder } from './durableFile'
import { JOURNAL_START, type JournalEntry } from './journalEntry'
import { JournalFile } from './journalFile'
import { JournalledReview } from './journalledReview'
import { JournalShelf } from './journalShelf'
import { describeTrouble, tryReadJournal } from './loadReview'
import type { JournalReading } from './readJournal'
import { documentAfter, type ReviewDocument } from './reviewDocument'
import { ReviewState } from './reviewState'
import { plainReason, systemCode } from './storageFailure'
import type { WatchFiles } from './watchJournals'
import { lockWriter, type HeldLock, type LockHolder } from './writerLock'

export type StorageSettings = {
  readonly clock: Clock
  readonly hostname: string
  readonly documentDelayMs: number
  readonly watchFiles: WatchFiles | null
}

/** Why nothing may be written; `inUse` when another program may be writing right now. */
type Refusal = { readonly reason: string; readonly inUse: boolean }

const LOCK_LOST =
  'Another program has taken over this review, since this one gave no sign of life. Close it here and open it again.'

/** Opens a review for writing where that can be, else for reading with the reason. @throws when the folder cannot be listed */
export async function openReview(settings: StorageSettings, place: StoragePlace): Promise<ReviewStore> {
  const writer = v.safeParse(idSchema, place.reviewer.id)
  if (!writer.success) {
    throw new WorkbenchError({ code: 'BAD_INPUT', message: `“${place.reviewer.id}” cannot be the id of a writer.` })
  }
  const own = writerPlace(place.dataFolder, writer.output)
  const onLost: { call: () => void } = { call: () => undefined }
  let lost = false
  const lock = await tryLock(own, settings.hostname, () => {
    lost = true
    onLost.call()
  })
  if (!('held' in lock)) return openForReading(settings, place.dataFolder, own, lock)
  try {
    const opened = await openForWriting(settings, place.dataFolder, own, lock.held)
    if (!(opened instanceof JournalledReview)) {
      await lock.held.release()
      return await openForReading(settings, place.dataFolder, own, opened)
    }
    onLost.call = () => opened.stopWriting(LOCK_LOST)
    if (lost) opened.stopWriting(LOCK_LOST)
    return opened
  } catch (error) {
    await lock.held.release()
    throw error
  }
}

async function openForWriting(
  settings: StorageSettings,
  dataFolder: string,
  own: WriterPlace,
  lock: HeldLock,
): Promise<JournalledReview | Refusal> {
  const attempt = await tryReadJournal(own)
  if ('failed' in attempt) return { reason: `${attempt.failed} ${READING_ONLY}`, inUse: false }
  const { reading } = attempt
  if (reading.damage !== null) {
    return { reason: `${describeTrouble(own, reading) ?? ''} Nothing was overwritten. ${READING_ONLY}`, inUse: false }
  }
  const messages: string[] = []
  const shelf = new JournalShelf(dataFolder, own, reading.hashes)
  const state = new ReviewState(own.writer, reading.entries, reading.end)
  state.merge((await shelf.refresh()).added)
  const current = documentAfter(own.writer, reading.end, reading.entries)
  const documentState = await inspectDocument(own.document, reading, current)
  if (documentState.kind === 'newer') {
    return { reason: `${own.document} was ${documentState.why}. ${READING_ONLY}`, inUse: false }
  }
  const isWhole = documentState.kind !== 'ahead'
  const journal = await tryOpenJournal(settings, { own, reading, isWhole }, messages)
  if ('reason' in journal) return journal
  const { clock, watchFiles } = settings
  const shared = { writerId: own.writer, dataFolder, watchFiles, state, shelf, clock, messages }
  const keeper = new DocumentKeeper(own.document, current, settings.documentDelayMs, (message) => {
    if (!messages.includes(message)) messages.push(message)
  })
  try {
    const settled = await settleDocument(own, documentState, settings.clock.now())
    if (settled.message !== null) messages.push(settled.message)
    if (settled.rewrite && reading.end.sequence > 0) keeper.touch()
  } catch (error) {
    keeper.disable()
    messages.push(`${own.document} could not be put right: ${plainReason(error)}. The journal holds everything.`)
  }
  const review = new JournalledReview({ ...shared, writing: { journal, keeper, lock }, readOnly: null })
  if (documentState.kind === 'ahead') {
    messages.push(await putBack(review, own, { known: documentState.known, journalled: current }))
  }
  return review
}

/** Puts back what a journal that lost its end does not have any more, as one action, and says so. */
async function putBack(
  review: JournalledReview,
  own: WriterPlace,
  { known, journalled }: { known: ReviewDocument; journalled: ReviewDocument },
): Promise<string> {
  const lost = `The journal ${own.journal} lost its end: ${journalled.journal.sequence} of ${known.journal.sequence} actions are in it.`
  const changes = lostRecords({ known: known.records, journalled: journalled.records, shown: review.records() })
  try {
    await review.commit({ label: 'put back what the journal lost', changes, undoable: true })
    return `${lost} What the others came to was put back from review.json as one action; when and how it was done in them is not known any more.`
  } catch (error) {
    return `${lost} What the others came to could not be put back: ${plainReason(error)}.`
  }
}

async function openForReading(
  settings: StorageSettings,
  dataFolder: string,
  own: WriterPlace,
  refusal: Refusal,
): Promise<JournalledReview> {
  const attempt = await tryReadJournal(own)
  const reading = 'reading' in attempt ? attempt.reading : null
  const entries: readonly JournalEntry[] = reading === null ? [] : [...reading.entries, ...reading.afterDamage]
  const messages: string[] = []
  const trouble = reading === null ? null : describeTrouble(own, reading)
  // Another window that is writing has an incomplete last line now and then.
  if (trouble !== null && !(refusal.inUse && reading?.damage === null)) messages.push(trouble)
  if ('failed' in attempt) messages.push(attempt.failed)
  const state = new ReviewState(own.writer, entries, reading?.end ?? JOURNAL_START)
  // While another window writes the own journal, it grows like a colleague's.
  const shelf = new JournalShelf(dataFolder, refusal.inUse ? null : own, reading?.hashes ?? [])
  state.merge((await shelf.refresh()).added)
  return new JournalledReview({
    writerId: own.writer,
    dataFolder,
    watchFiles: settings.watchFiles,
    state,
    shelf,
    clock: settings.clock,
    messages,
    writing: null,
    readOnly: refusal.reason,
  })
}

async function tryOpenJournal(
  settings: StorageSettings,
  { own, reading, isWhole }: { own: WriterPlace; reading: JournalReading; isWhole: boolean },
  messages: string[],
): Promise<JournalFile | Refusal> {
  try {
    const { journal, tornKept } = await JournalFile.open(own.journal, reading, settings.clock.now())
    if (tornKept !== null) {
      const what = `The last line of the journal ${own.journal} was cut off`
      messages.push(
        isWhole
          ? `${what} in the middle of a write. It was kept as ${tornKept}; every change that was said to be saved is there.`
          : `${what}. It was kept as ${tornKept}.`,
      )
    }
    return journal
  } catch (error) {
    return {
      reason: `The journal ${own.journal} cannot be written: ${plainReason(error)}. ${READING_ONLY}`,
      inUse: false,
    }
  }
}

async function tryLock(
  own: WriterPlace,
  hostname: string,
  onLost: () => void,
): Promise<{ readonly held: HeldLock } | Refusal> {
  try {
    await makeFolder(own.folder)
    const lock = await lockWriter(own.folder, hostname, onLost)
    return 'held' in lock ? lock : { reason: lockedReason(lock.holder), inUse: true }
  } catch (error) {
    if (systemCode(error) === 'ELOCKED') return { reason: OTHER_WINDOW, inUse: true }
    const reason = `The data folder ${own.folder} cannot be written: ${plainReason(error)}. ${READING_ONLY}`
    return { reason, inUse: false }
  }
}

const READING_ONLY = 'The review is open for reading only.'
const OTHER_WINDOW = `This review is open in another window of Crossread. Close it there to make changes here. ${READING_ONLY}`

function lockedReason(holder: LockHolder): string {
  if (holder.where === 'here') return OTHER_WINDOW
  return `This review is open on the computer “${holder.hostname}”. Close it there to make changes here; if that computer is gone, delete the folder ${holder.path}. ${READING_ONLY}`
}
