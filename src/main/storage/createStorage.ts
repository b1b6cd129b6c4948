import { hostname as systemHostname } from 'node:os'
import { WorkbenchError, type WorkbenchFailure } from '../../contract/errors'
import { gatherChanges, recordsAfter } from '../../core/claim/mergeReview'
import { failure, success, type Result } from '../../core/result'
import type { Clock, ReviewStore, StoragePort } from '../services/ports'
import { DOCUMENT_DELAY_MS } from './documentKeeper'
import { JournalShelf } from './journalShelf'
import { openReview } from './openReview'
import { readReviewFile, unusable } from './reviewFile'
import { plainReason } from './storageFailure'
import { verifyDataFolder } from './verifyDataFolder'
import type { WatchFiles } from './watchJournals'

export type StorageOptions = {
  readonly clock: Clock
  /** As the lock names this machine; the system's own name when left out. */
  readonly hostname?: string
  /** Milliseconds that `review.json` may lag behind the journal. */
  readonly documentDelayMs?: number
  /** Tells of colleagues' writing at once; without it only looks from time to time do. */
  readonly watchFiles?: WatchFiles
}

/** Storage in data folders, as CONTRACTS.md lays them out. */
export function createStorage(options: StorageOptions): StoragePort {
  const settings = {
    clock: options.clock,
    hostname: options.hostname ?? systemHostname(),
    documentDelayMs: options.documentDelayMs ?? DOCUMENT_DELAY_MS,
    watchFiles: options.watchFiles ?? null,
  }
  return {
    openReview: (place): Promise<Result<ReviewStore, WorkbenchFailure>> =>
      orUnreadable(place.dataFolder, () => openReview(settings, place)),
    readReview: (dataFolder) =>
      orUnreadable(dataFolder, async () => {
        const shelf = new JournalShelf(dataFolder, null, [])
        const { added } = await shelf.refresh()
        return { records: recordsAfter(gatherChanges(added)), messages: shelf.messages }
      }),
    reviewFileTrouble(content) {
      const read = readReviewFile(content)
      return read.ok ? null : `Nothing was merged: ${unusable(read.error)}`
    },
    verify: verifyDataFolder,
  }
}

async function orUnreadable<T>(dataFolder: string, read: () => Promise<T>): Promise<Result<T, WorkbenchFailure>> {
  try {
    return success(await read())
  } catch (error) {
    if (error instanceof WorkbenchError) return failure({ code: error.code, message: error.message })
    return failure({
      code: 'STORAGE_UNREADABLE',
      message: `The data folder ${dataFolder} cannot be read: ${plainReason(error)}.`,
    })
  }
}
