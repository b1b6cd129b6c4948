import { readFile } from 'node:fs/promises'
import { recordKey } from '../../core/claim/mergeReview'
import type { GivenValue } from '../../core/claim/mergeRecord'
import { conflictsWith, countMerged, type MergeCounts, type RecordName } from '../../core/claim/mergeOutcome'
import { listRecords, type ReviewRecords } from '../../core/claim/recordTable'
import { recogniseForeign, renameSources } from '../../core/claim/renameSources'
import type { Reviewer } from '../../core/claim/reviewRecord'
import { writerPlace, type JournalPlace, type WriterPlace } from './dataFolder'
import { isBeginningOf } from './journalChain'
import type { JournalShelf } from './journalShelf'
import { parseJournal } from './readJournal'
import { planReceiving, type ReceivingPlan } from './receivedReviews'
import { composeReviewFile, type ReadReviewFile } from './reviewFile'
import type { ReviewState } from './reviewState'
import { isMissing, storageFailed } from './storageFailure'

type OpenReview = {
  readonly dataFolder: string
  readonly writerId: string
  readonly shelf: JournalShelf
  readonly state: ReviewState
}

type Carried = { readonly writer: string; readonly hashes: readonly string[]; readonly lines: readonly string[] }

/** The review as one file: every writer's journal as far as it is whole, once. @throws when a journal cannot be read */
export async function exportReview(review: OpenReview, stamp: { at: string; by: Reviewer }): Promise<string> {
  const own = writerPlace(review.dataFolder, review.writerId)
  const carried: Carried[] = []
  for (const place of new Map([own, ...review.shelf.places].map((one) => [one.journal, one])).values()) {
    const chain = await readLines(place)
    if (chain.lines.length > 0) carried.push(chain)
  }
  const whole = carried.filter((one, place) => !carried.some((other, index) => isCarriedBy(one, other, index < place)))
  const journals = whole.map(({ writer, hashes, lines }) => ({
    writer,
    end: { sequence: lines.length, hash: hashes.at(-1) ?? '' },
    lines,
  }))
  return composeReviewFile(review.state.records, journals, stamp)
}

/** What of a review file is to be written; the sources that both have under other ids are recognised. */
export async function planMerge(review: OpenReview, file: ReadReviewFile): Promise<ReceivingPlan> {
  const own = writerPlace(review.dataFolder, review.writerId)
  const journals = await planReceiving(own, file.journals, (writer) => review.shelf.chainsOf(writer))
  const sources = recogniseForeign(file.review.sources, listRecords(review.state.records, 'source'))
  return { journals, sources }
}

/** What a merge of the file came to, once everything in it is in the review. */
export function outcomeOf(review: OpenReview, file: ReadReviewFile, before: ReviewRecords): MergeCounts {
  const { histories, records } = review.state
  const names = new Map<string, RecordName>()
  const theirs = new Set<string>()
  for (const entry of file.journals.flatMap(({ reading }) => reading.entries)) {
    theirs.add(`${entry.writer} ${entry.at}`)
    for (const change of entry.changes) {
      const { type, id } = renameSources(change, review.shelf.names)
      names.set(recordKey({ type, id }), { type, id })
    }
  }
  const isTheirs = ({ writer, at }: GivenValue): boolean => theirs.has(`${writer} ${at}`)
  const conflicts = [...names].flatMap(([key, name]) =>
    conflictsWith(name, histories.get(key) ?? [], { own: review.writerId, isTheirs }),
  )
  return { ...countMerged(names.values(), before, records), conflicts }
}

function isCarriedBy(one: Carried, other: Carried, isEarlier: boolean): boolean {
  if (one === other || one.writer !== other.writer || !isBeginningOf(one.hashes, other.hashes)) return false
  return one.hashes.length < other.hashes.length || isEarlier
}

async function readLines(place: JournalPlace | WriterPlace): Promise<Carried> {
  const bytes = await readFile(place.journal).catch((error: unknown) => {
    if (isMissing(error)) return Buffer.alloc(0)
    throw storageFailed('Reading a journal for export', place.journal, error)
  })
  const { entries, hashes } = parseJournal(bytes, place.writer)
  // A line end of Windows is no part of a line, and no hash covers it.
  const lines = bytes.toString('utf8').split('\n', entries.length)
  return { writer: place.writer, hashes, lines: lines.map((line) => line.replace(/\r$/, '')) }
}
