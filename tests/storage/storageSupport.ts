import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { WorkbenchError } from '../../src/contract/errors'
import type { ReviewOutcome } from '../../src/core/claim/reviewAction'
import { createClaim, decide } from '../../src/core/claim/reviewChanges'
import type { Reviewer } from '../../src/core/claim/reviewRecord'
import type { Clock, JournalAction, ReviewStore } from '../../src/main/services/ports'
import { watchWriters } from '../../src/main/corpus/watchWriters'
import { createStorage, type StorageOptions } from '../../src/main/storage/createStorage'

export const ADA: Reviewer = { id: 'w-ada', name: 'Ada' }
export const BEN: Reviewer = { id: 'w-ben', name: 'Ben' }
export const MORNING = '2024-05-01T08:00:00.000Z'

/** A real folder, removed after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'crossread-storage-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A clock that goes on by a second with every look. */
export function steppingClock(start = MORNING): Clock {
  let at = Date.parse(start)
  let ids = 0
  return {
    now: () => new Date((at += 1000)).toISOString(),
    newId: () => `id-${++ids}`,
  }
}

/** Opens a review; the test fails when it cannot be opened at all. */
export async function openStore(
  dataFolder: string,
  reviewer: Reviewer = ADA,
  options: Partial<StorageOptions> = {},
): Promise<ReviewStore> {
  const storage = createStorage({
    clock: steppingClock(),
    documentDelayMs: 1,
    watchFiles: watchWriters,
    ...options,
  })
  const opened = await storage.openReview({ dataFolder, reviewer })
  if (!opened.ok) throw new Error(opened.error.message)
  onTestFinished(() => opened.value.close())
  return opened.value
}

/** The action of a builder that must succeed. */
export function actionOf(outcome: ReviewOutcome): JournalAction {
  if (!outcome.ok) throw new Error(outcome.error.message)
  return outcome.value
}

export async function makeClaim(
  store: ReviewStore,
  id: string,
  statement = `Statement ${id}`,
  by = ADA,
): Promise<void> {
  await store.commit(actionOf(createClaim(store.records(), { statement, evidence: [] }, { id, at: MORNING, by })))
}

export async function decideClaim(store: ReviewStore, claimId: string, id: string, by = ADA): Promise<void> {
  const input = { claimId, verdict: 'verified', reason: 'The report says so.' } as const
  await store.commit(actionOf(decide(store.records(), input, { id, at: MORNING, by })))
}

export function claimIds(store: ReviewStore): string[] {
  return Object.keys(store.records().claim).sort()
}

export function journalOf(dataFolder: string, writer = ADA.id): string {
  return join(dataFolder, 'writers', writer, 'journal.jsonl')
}

export function documentOf(dataFolder: string, writer = ADA.id): string {
  return join(dataFolder, 'writers', writer, 'review.json')
}

export async function linesOf(path: string): Promise<string[]> {
  return (await readFile(path, 'utf8')).split('\n').slice(0, -1)
}

/** What a promise is refused with; the test fails when it is not refused, or not by a WorkbenchError. */
export async function refusal(promise: Promise<unknown>): Promise<{ code: string; message: string }> {
  try {
    await promise
  } catch (error) {
    if (error instanceof WorkbenchError) return { code: error.code, message: error.message }
    throw error
  }
  throw new Error('this was expected to be refused, and was not')
}
