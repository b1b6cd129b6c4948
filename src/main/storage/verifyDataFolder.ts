import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { listRecords } from '../../core/claim/recordTable'
import type { RegisteredSource } from '../../core/claim/reviewRecord'
import {
  listFolder,
  listReceived,
  listWriters,
  receivedFolder,
  snapshotsFolder,
  type JournalPlace,
  type WriterPlace,
} from './dataFolder'
import { inspectDocument } from './documentKeeper'
import { hashOf } from './journalEntry'
import { describeTrouble, tryReadJournal } from './loadReview'
import type { JournalReading } from './readJournal'
import { readReceivedIndex, type ReceivedIndex } from './receivedReviews'
import { documentAfter } from './reviewDocument'
import { plainReason } from './storageFailure'

export type StorageCheck = { readonly what: string; readonly ok: boolean; readonly message: string }

/** Follows every journal's chain, received copies too, and takes every snapshot's fingerprint. Writes nothing; what is wrong is a check, not an error. */
export async function verifyDataFolder(dataFolder: string): Promise<readonly StorageCheck[]> {
  const checks: StorageCheck[] = []
  const sources: RegisteredSource[] = []
  const foreign: RegisteredSource[] = []
  try {
    for (const place of await listWriters(dataFolder)) {
      const attempt = await tryReadJournal(place)
      if ('failed' in attempt) {
        checks.push({ what: `journal ${place.writer}`, ok: false, message: attempt.failed })
      } else {
        checks.push(checkJournal(place, attempt.reading, `journal ${place.writer}`))
        checks.push(await checkDocument(place, attempt.reading))
        sources.push(...sourcesIn(place, attempt.reading))
      }
      const received = await checkReceived(place)
      checks.push(...received.checks)
      foreign.push(...received.sources)
    }
    checks.push(...(await checkSnapshots(dataFolder, sources, foreign)))
  } catch (error) {
    checks.push({
      what: 'data folder',
      ok: false,
      message: `The data folder ${dataFolder} cannot be read: ${plainReason(error)}.`,
    })
  }
  return [...checks, summarise(dataFolder, checks)]
}

/** What a writer received in review files: each copy's chain, and that it reaches as far as when it was written. */
async function checkReceived(holder: WriterPlace): Promise<{ checks: StorageCheck[]; sources: RegisteredSource[] }> {
  const checks: StorageCheck[] = []
  const sources: RegisteredSource[] = []
  const { index, check } = await tryReadIndex(holder)
  if (check !== null) checks.push(check)
  const expected = new Map(Object.entries(index?.files ?? {}))
  for (const place of await listReceived(holder)) {
    const name = basename(place.journal)
    const what = `received journal ${name} of ${holder.writer}`
    const attempt = await tryReadJournal(place)
    if ('failed' in attempt) checks.push({ what, ok: false, message: attempt.failed })
    else {
      checks.push(checkReach(checkJournal(place, attempt.reading, what), attempt.reading, expected.get(name)))
      sources.push(...sourcesIn(place, attempt.reading))
    }
    expected.delete(name)
  }
  for (const [name, { writer }] of expected) {
    const message = `The journal of ${writer} that came with a review file is not there any more.`
    checks.push({ what: `received journal ${name} of ${holder.writer}`, ok: false, message })
  }
  return { checks, sources }
}

async function tryReadIndex(holder: WriterPlace): Promise<{ index: ReceivedIndex | null; check: StorageCheck | null }> {
  const what = `list of received reviews of ${holder.writer}`
  try {
    const index = await readReceivedIndex(holder)
    const check = index === null ? null : { what, ok: true, message: 'It can be read.' }
    return { index, check }
  } catch (error) {
    const message = `${receivedFolder(holder)}: ${plainReason(error)}.`
    return { index: null, check: { what, ok: false, message } }
  }
}

function checkReach(
  check: StorageCheck,
  { hashes }: JournalReading,
  expected: ReceivedIndex['files'][string] | undefined,
): StorageCheck {
  if (!check.ok) return check
  if (expected === undefined) return { ...check, ok: false, message: 'It stands in no list of what was received.' }
  const { sequence, hash } = expected.end
  if (hashes[sequence - 1] === hash) return check
  return { ...check, ok: false, message: `Its action ${sequence} is not the one that was received.` }
}

function sourcesIn(place: JournalPlace, { end, entries }: JournalReading): readonly RegisteredSource[] {
  return listRecords(documentAfter(place.writer, end, entries).records, 'source')
}

function checkJournal(place: JournalPlace, reading: JournalReading, what: string): StorageCheck {
  const trouble = describeTrouble(place, reading)
  if (reading.damage !== null) return { what, ok: false, message: trouble ?? '' }
  const actions = count(reading.end.sequence, 'action')
  if (trouble !== null) {
    const message = `${trouble} A crash in the middle of a write leaves it so: the ${actions} before it are whole, and opening the folder puts the rest aside.`
    return { what, ok: false, message }
  }
  return { what, ok: true, message: `${actions}, each following the one before.` }
}

async function checkDocument(place: WriterPlace, reading: JournalReading): Promise<StorageCheck> {
  const what = `review ${place.writer}`
  const expected = documentAfter(place.writer, reading.end, reading.entries)
  const state = await inspectDocument(place.document, reading, expected)
  switch (state.kind) {
    case 'current':
      return { what, ok: true, message: 'It is the state after the journal.' }
    case 'behind':
    case 'missing':
      return { what, ok: true, message: `It is ${state.kind}, and is written anew from the journal on opening.` }
    case 'newer':
    case 'unreadable':
    case 'ahead':
    case 'disagrees':
      return { what, ok: false, message: `${place.document} is not the state after the journal: ${state.why}.` }
  }
}

const SHA256_NAME = /^[0-9a-f]{64}$/

async function checkSnapshots(
  dataFolder: string,
  sources: readonly RegisteredSource[],
  foreign: readonly RegisteredSource[],
): Promise<StorageCheck[]> {
  const folder = snapshotsFolder(dataFolder)
  const names = await listFolder(folder)
  const checks: StorageCheck[] = []
  for (const name of names.filter((one) => SHA256_NAME.test(one))) {
    const what = `snapshot ${name}`
    try {
      const ok = hashOf(await readFile(join(folder, name))) === name
      const message = ok
        ? 'The bytes have their fingerprint.'
        : 'The bytes are not those that were kept under this fingerprint.'
      checks.push({ what, ok, message })
    } catch (error) {
      checks.push({ what, ok: false, message: `The snapshot cannot be read: ${plainReason(error)}.` })
    }
  }
  const kept = new Set(names)
  for (const source of sources) {
    for (const { sha256, readAt } of source.versions) {
      if (kept.has(sha256)) continue
      kept.add(sha256)
      const message = `The bytes of source ${source.siglum} (${source.path}) as read at ${readAt} are not there.`
      checks.push({ what: `snapshot ${sha256}`, ok: false, message })
    }
  }
  for (const { path, versions } of foreign) {
    for (const { sha256 } of versions) {
      if (kept.has(sha256)) continue
      kept.add(sha256)
      const message = `${path} came with a review file, which carries no bytes of sources.`
      checks.push({ what: `snapshot ${sha256}`, ok: true, message })
    }
  }
  return checks
}

function summarise(dataFolder: string, checks: readonly StorageCheck[]): StorageCheck {
  const what = 'data folder'
  const failed = checks.filter((check) => !check.ok).length
  if (failed > 0)
    return { what, ok: false, message: `${failed} of ${count(checks.length, 'check')} failed in ${dataFolder}.` }
  if (checks.length === 0) return { what, ok: true, message: `Nothing is kept in ${dataFolder} yet.` }
  return { what, ok: true, message: `All ${count(checks.length, 'check')} passed in ${dataFolder}.` }
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
