import { open, stat } from 'node:fs/promises'
import { renameSources, type SourceNames } from '../../core/claim/renameSources'
import { sameValue } from '../../core/claim/sameValue'
import { listJournals, type JournalPlace, type WriterPlace } from './dataFolder'
import { commonLength } from './journalChain'
import { JOURNAL_START, type JournalEntry, type JournalPosition } from './journalEntry'
import { describeTrouble } from './loadReview'
import { readSourceNames } from './receivedReviews'
import { parseJournal, type JournalReading } from './readJournal'
import { isMissing, plainReason } from './storageFailure'

/** Notices of journals that were replaced: more than these are a folder that some program keeps changing, and say nothing new. */
export const MOST_NOTICES = 5

/** How a file looked when it was read last: a look that finds it so reads nothing. */
type Look = { readonly size: number; readonly mtimeMs: number; readonly ino: number }

type Shelved = {
  readonly place: JournalPlace
  readonly entries: JournalEntry[]
  readonly hashes: string[]
  end: JournalPosition
  /** Bytes of whole lines, and of the last of them with its line end. */
  goodBytes: number
  lastLineBytes: number
  look: Look | null
  /** Null when all of it could be read. */
  trouble: string | null
  isDamaged: boolean
  isTorn: boolean
}

/** What a look at the journals brought. */
export type ShelfNews = {
  /** Actions that were not known before, in the order of each writer. */
  readonly added: readonly JournalEntry[]
  /** True when a journal is not the one any more that it was: everything is to be merged again. */
  readonly anew: boolean
}

/**
 * The journals of a data folder that others write, as far as they were read. Each look reads what was added since, from the
 * last known byte on; a last line that is not whole yet is left for the next look.
 */
export class JournalShelf {
  readonly #dataFolder: string
  readonly #own: WriterPlace | null
  /** The lines of the own journal, which is not read here: a received copy of it brings nothing new. */
  readonly #ownHashes: string[]
  readonly #files = new Map<string, Shelved>()
  #known: Set<string>
  #names: SourceNames = new Map()
  #notices: readonly string[] = []

  constructor(dataFolder: string, own: WriterPlace | null, ownHashes: readonly string[]) {
    this.#dataFolder = dataFolder
    this.#own = own
    this.#ownHashes = [...ownHashes]
    this.#known = new Set(ownHashes)
  }

  /** What is wrong with journals, for people. */
  get messages(): readonly string[] {
    const troubles = [...this.#files.values()].flatMap(({ trouble }) => trouble ?? [])
    return [...troubles, ...this.#notices, ...this.#forks()]
  }

  /** A line that this program wrote. */
  addOwn(hash: string): void {
    this.#ownHashes.push(hash)
    this.#known.add(hash)
  }

  /** Takes back the last lines that this program meant to write. */
  dropOwn(count: number): void {
    for (const hash of this.#ownHashes.splice(this.#ownHashes.length - count, count)) this.#known.delete(hash)
  }

  /** Every action that others took, each once. */
  entries(): readonly JournalEntry[] {
    const seen = new Set(this.#ownHashes)
    const entries: JournalEntry[] = []
    for (const file of this.#files.values()) {
      file.entries.forEach((entry, place) => {
        const hash = file.hashes[place] ?? ''
        if (seen.size !== seen.add(hash).size) entries.push(this.#renamed(entry))
      })
    }
    return entries
  }

  /** Looks at every journal. @throws when the folder cannot be listed */
  async refresh(): Promise<ShelfNews> {
    const added: JournalEntry[] = []
    const names = await readSourceNames(this.#dataFolder)
    let anew = !sameValue([...names], [...this.#names])
    this.#names = names
    const present = new Set<string>()
    for (const place of await listJournals(this.#dataFolder)) {
      if (place.journal === this.#own?.journal) continue
      present.add(place.journal)
      const before = this.#files.get(place.journal)
      const file = before ?? emptyFile(place)
      this.#files.set(place.journal, file)
      const read = await readFurther(file)
      if (read.replaced !== null) {
        anew = true
        this.#notice(read.replaced)
      }
      added.push(...this.#notKnown(file, read.from))
    }
    for (const [path, { place, entries }] of this.#files) {
      if (present.has(path)) continue
      this.#files.delete(path)
      if (entries.length === 0) continue
      anew = true
      this.#notice(`The journal ${path} of the writer ${place.writer} is not there any more.`)
    }
    if (anew) this.#known = new Set([...this.#ownHashes, ...[...this.#files.values()].flatMap(({ hashes }) => hashes)])
    return { added, anew }
  }

  #notice(notice: string): void {
    this.#notices = [...this.#notices.filter((other) => other !== notice), notice].slice(-MOST_NOTICES)
  }

  #notKnown(file: Shelved, from: number): JournalEntry[] {
    const fresh = file.entries.slice(from).filter((_, place) => {
      const hash = file.hashes[from + place] ?? ''
      return this.#known.size !== this.#known.add(hash).size
    })
    return fresh.map((entry) => this.#renamed(entry))
  }

  #renamed(entry: JournalEntry): JournalEntry {
    if (this.#names.size === 0) return entry
    return { ...entry, changes: entry.changes.map((change) => renameSources(change, this.#names)) }
  }

  /** The lines of a writer's journal in each file that carries it, as hashes. */
  chainsOf(writer: string): readonly (readonly string[])[] {
    const own = this.#own?.writer === writer ? [this.#ownHashes] : []
    const others = [...this.#files.values()].filter(({ place }) => place.writer === writer)
    return [...own, ...others.map(({ hashes }) => hashes)]
  }

  /** By which names sources go here that others know by other ids. */
  get names(): SourceNames {
    return this.#names
  }

  /** Every file that was read, without the own journal. */
  get places(): readonly JournalPlace[] {
    return [...this.#files.values()].map(({ place }) => place)
  }

  /** One writer's journal in files that go on in different ways: an installation was copied and both went on working. */
  #forks(): string[] {
    const chains = new Map<string, (readonly string[])[]>()
    if (this.#own !== null) chains.set(this.#own.writer, [this.#ownHashes])
    for (const { place, hashes } of this.#files.values()) {
      chains.set(place.writer, [...(chains.get(place.writer) ?? []), hashes])
    }
    return [...chains].flatMap(([writer, [first = [], ...others]]) => {
      const common = Math.min(...others.map((other) => commonLength(first, other)).filter((length) => length !== -1))
      if (!Number.isFinite(common)) return []
      return `The journal of the writer ${writer} goes on in more than one way after action ${common}: an installation was copied, and both went on working. Everything in all of them is kept and shown.`
    })
  }
}

function emptyFile(place: JournalPlace): Shelved {
  return {
    place,
    entries: [],
    hashes: [],
    end: JOURNAL_START,
    goodBytes: 0,
    lastLineBytes: 0,
    look: null,
    trouble: null,
    isDamaged: false,
    isTorn: false,
  }
}

/** Reads what is new in a file; `from` is the number of actions that were known and still stand. */
async function readFurther(file: Shelved): Promise<{ from: number; replaced: string | null }> {
  const known = file.entries.length
  try {
    const { size, mtimeMs, ino } = await stat(file.place.journal)
    const { look } = file
    if (look?.size === size && look.mtimeMs === mtimeMs && look.ino === ino) {
      // Still not whole at a second look: the program that wrote it was stopped.
      if (file.isTorn) file.trouble = describeTorn(file.place)
      return { from: known, replaced: null }
    }
    const isFirst = look === null
    if (!isFirst && !file.isDamaged && size >= file.goodBytes && (await readTail(file, size))) {
      file.look = { size, mtimeMs, ino }
      return { from: known, replaced: null }
    }
    const replaced = isFirst || file.isDamaged ? null : describeReplaced(file)
    await readWhole(file, size)
    file.look = { size, mtimeMs, ino }
    if (isFirst && file.isTorn) file.trouble = describeTorn(file.place)
    return { from: 0, replaced }
  } catch (error) {
    if (isMissing(error)) return { from: known, replaced: null }
    file.trouble = `The journal ${file.place.journal} cannot be read: ${plainReason(error)}. What this writer did is not shown.`
    return { from: known, replaced: null }
  }
}

/** Goes on after the last known line, which is read again; false when it is not where it was. */
async function readTail(file: Shelved, size: number): Promise<boolean> {
  const { entries, hashes, end, goodBytes, lastLineBytes } = file
  const start = goodBytes - lastLineBytes
  const before = { sequence: Math.max(0, end.sequence - 1), hash: hashes.at(-2) ?? JOURNAL_START.hash }
  const reading = parseJournal(await readBytes(file.place.journal, start, size), file.place.writer, before)
  const knownLines = Math.min(1, entries.length)
  if (knownLines === 1 && reading.hashes[0] !== end.hash) return false
  if (reading.damage !== null && reading.entries.length === knownLines) return false
  file.goodBytes = start
  take(file, {
    ...reading,
    entries: reading.entries.slice(knownLines),
    hashes: reading.hashes.slice(knownLines),
  })
  return true
}

async function readWhole(file: Shelved, size: number): Promise<void> {
  const reading = parseJournal(await readBytes(file.place.journal, 0, size), file.place.writer)
  file.entries.length = 0
  file.hashes.length = 0
  file.goodBytes = 0
  file.lastLineBytes = 0
  take(file, reading)
}

function take(file: Shelved, reading: JournalReading): void {
  file.entries.push(...reading.entries)
  file.hashes.push(...reading.hashes)
  file.end = reading.end
  file.goodBytes += reading.goodBytes
  file.lastLineBytes = reading.lastLineBytes
  file.isDamaged = reading.damage !== null
  file.isTorn = reading.torn !== null && reading.damage === null
  const trouble = reading.damage === null ? null : describeTrouble(file.place, reading)
  file.trouble = trouble === null ? null : `${trouble} What follows there is not shown.`
}

async function readBytes(path: string, start: number, end: number): Promise<Uint8Array> {
  const handle = await open(path, 'r')
  try {
    const bytes = Buffer.alloc(Math.max(0, end - start))
    let length = 0
    while (length < bytes.length) {
      const { bytesRead } = await handle.read(bytes, length, bytes.length - length, start + length)
      if (bytesRead === 0) break
      length += bytesRead
    }
    return bytes.subarray(0, length)
  } finally {
    await handle.close()
  }
}

function describeTorn({ journal }: JournalPlace): string {
  return `The last line of the journal ${journal} is incomplete. What follows there is not shown.`
}

function describeReplaced({ place, entries }: Shelved): string {
  return `The journal ${place.journal} of the writer ${place.writer}, ${entries.length} actions long, was replaced or made shorter by another program. It was read anew.`
}
