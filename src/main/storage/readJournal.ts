import { readFile } from 'node:fs/promises'
import { failure, success, type Result } from '../../core/result'
import { hashOf, JOURNAL_START, journalLineFormat, type JournalEntry, type JournalPosition } from './journalEntry'
import { isMissing } from './storageFailure'
import { parseStored, type UnreadableObject } from './versionedFormat'

/** The first line of a journal that cannot be trusted, and why; lines count from 1. */
export type JournalDamage = { readonly line: number; readonly kind: 'damaged' | 'newer'; readonly message: string }

export type JournalReading = {
  /** The whole lines from the first on, each following the one before. */
  readonly entries: readonly JournalEntry[]
  /** Hash of each of these lines, in the same order. */
  readonly hashes: readonly string[]
  /** Where the last of them leaves the journal. */
  readonly end: JournalPosition
  /** Bytes that they take, line ends included. */
  readonly goodBytes: number
  /** Bytes of the last of them, its line end included; 0 when there is none. */
  readonly lastLineBytes: number
  /** True when the last of them is whole but for its line end. */
  readonly missingLineEnd: boolean
  /** Bytes after them that are no line: a write was cut off by a crash. */
  readonly torn: Uint8Array | null
  readonly damage: JournalDamage | null
  /** What can still be read after the damage: shown, never built upon. */
  readonly afterDamage: readonly JournalEntry[]
}

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

/** Reads a journal and follows its chain; a file that is not there is an empty journal. Other failures of the disk throw. */
export async function readJournal(path: string, writer: string): Promise<JournalReading> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    if (!isMissing(error)) throw error
    bytes = new Uint8Array()
  }
  return parseJournal(bytes, writer)
}

type Line = { readonly start: number; readonly bytes: Uint8Array; readonly ended: boolean; readonly end: number }

/** Follows the lines of a journal of that writer; `from` is where the bytes go on, when they are not the whole of it. */
export function parseJournal(bytes: Uint8Array, writer: string, from: JournalPosition = JOURNAL_START): JournalReading {
  const entries: JournalEntry[] = []
  const hashes: string[] = []
  let end = from
  let goodBytes = 0
  let lastLineBytes = 0
  let missingLineEnd = false
  let torn: Uint8Array | null = null
  let damage: JournalDamage | null = null
  const afterDamage: JournalEntry[] = []
  let number = from.sequence
  for (const line of splitLines(bytes)) {
    number++
    const parsed = parseLine(line.bytes)
    if (damage !== null) {
      if (parsed.ok && parsed.value.writer === writer) afterDamage.push(parsed.value)
      continue
    }
    const checked = parsed.ok ? checkChain(parsed.value, writer, end) : parsed
    if (checked.ok) {
      end = { sequence: checked.value.sequence, hash: hashOf(line.bytes) }
      entries.push(checked.value)
      hashes.push(end.hash)
      goodBytes = line.end
      lastLineBytes = line.end - line.start
      missingLineEnd = !line.ended
    } else if (checked.error.kind === 'no json' && line.end === bytes.length) {
      torn = bytes.subarray(line.start)
    } else {
      const kind = checked.error.kind === 'newer' ? 'newer' : 'damaged'
      damage = { line: number, kind, message: checked.error.message }
      if (parsed.ok && parsed.value.writer === writer) afterDamage.push(parsed.value)
    }
  }
  return { entries, hashes, end, goodBytes, lastLineBytes, missingLineEnd, torn, damage, afterDamage }
}

// A line may end in CR LF where Git or an editor carried the folder over Windows: the CR belongs to the line end.
function* splitLines(bytes: Uint8Array): Generator<Line> {
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(LINE_FEED, start)
    const ended = found !== -1
    const last = ended ? found : bytes.length
    const content = ended && last > start && bytes[last - 1] === CARRIAGE_RETURN ? last - 1 : last
    const end = ended ? found + 1 : bytes.length
    yield { start, bytes: bytes.subarray(start, content), ended, end }
    start = end
  }
}

type LineFailure = { readonly kind: 'no json' | UnreadableObject['kind']; readonly message: string }

function parseLine(bytes: Uint8Array): Result<JournalEntry, LineFailure> {
  let stored: unknown
  try {
    stored = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return failure({ kind: 'no json', message: 'it is not JSON in UTF-8' })
  }
  return parseStored(journalLineFormat, stored)
}

function checkChain(entry: JournalEntry, writer: string, end: JournalPosition): Result<JournalEntry, LineFailure> {
  const wrong =
    entry.writer !== writer
      ? `it belongs to the writer ${entry.writer}`
      : entry.sequence !== end.sequence + 1
        ? `it has number ${entry.sequence} where ${end.sequence + 1} was expected`
        : entry.previous !== end.hash
          ? 'it does not carry the hash of the line before: a line was changed, removed or put in'
          : null
  return wrong === null ? success(entry) : failure({ kind: 'invalid', message: wrong })
}
