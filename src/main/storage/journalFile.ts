import { open, stat, writeFile, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { JournalReading } from './readJournal'
import { flushFolder, freeNameBeside, makeFolder } from './durableFile'
import { isMissing, plainReason, storageFailed } from './storageFailure'

/** The file is not as this program left it: going on would damage what another program wrote, or write into nowhere. */
export class ForeignWriteError extends Error {
  override readonly name = 'ForeignWriteError'
}

/** A write failed and could not be taken back: where the journal ends is not known any more. */
export class JournalBrokenError extends Error {
  override readonly name = 'JournalBrokenError'
}

const LINE_END = Buffer.from('\n')

/** A journal open for writing at its end. One call at a time. */
export class JournalFile {
  readonly #path: string
  readonly #handle: FileHandle
  /** Bytes of whole, flushed lines. */
  #length: number

  private constructor(path: string, handle: FileHandle, length: number) {
    this.#path = path
    this.#handle = handle
    this.#length = length
  }

  /**
   * Opens a journal that was read, and makes its end whole: bytes of a line that was cut off by a crash are moved into a
   * file beside it (`tornKept`), and a missing last line end is put in.
   */
  static async open(
    path: string,
    reading: JournalReading,
    at: string,
  ): Promise<{ journal: JournalFile; tornKept: string | null }> {
    await makeFolder(dirname(path))
    let tornKept: string | null = null
    if (reading.torn !== null) {
      tornKept = await keepTorn(path, reading.torn, at)
      await cutFile(path, reading.goodBytes)
    }
    const handle = await open(path, 'a')
    try {
      const journal = new JournalFile(path, handle, reading.goodBytes)
      if (reading.missingLineEnd) {
        await journal.#write(LINE_END)
        journal.#length += LINE_END.length
      }
      await handle.sync()
      await flushFolder(dirname(path))
      return { journal, tornKept }
    } catch (error) {
      await handle.close()
      throw error
    }
  }

  /**
   * Adds a line and resolves when it is on the disk. When it fails the file is again as it was before.
   * @throws {ForeignWriteError | JournalBrokenError | WorkbenchError} the last with STORAGE_FAILED
   */
  async append(line: Uint8Array): Promise<void> {
    try {
      await this.#write(Buffer.concat([line, LINE_END]))
      await this.#handle.datasync()
    } catch (error) {
      if (error instanceof ForeignWriteError) throw error
      await this.#takeBack(error)
      throw storageFailed('Saving the change', this.#path, error)
    }
    this.#length += line.length + LINE_END.length
  }

  async close(): Promise<void> {
    await this.#handle.close()
  }

  async #write(bytes: Uint8Array): Promise<void> {
    await this.#expectUntouched()
    const { bytesWritten } = await this.#handle.write(bytes)
    // A disk that fills up takes a part and reports no error.
    if (bytesWritten !== bytes.length) throw new Error(`only ${bytesWritten} of ${bytes.length} bytes could be written`)
  }

  // By path and by handle: a file that was removed or replaced still takes writes through the handle, into nowhere.
  async #expectUntouched(): Promise<void> {
    const named = await stat(this.#path).catch((error: unknown) => {
      if (isMissing(error)) throw new ForeignWriteError(`the journal ${this.#path} was removed by another program`)
      throw error
    })
    const opened = await this.#handle.stat()
    if (named.size === this.#length && opened.size === this.#length) return
    throw new ForeignWriteError(`the journal ${this.#path} was changed by another program`)
  }

  async #takeBack(cause: unknown): Promise<void> {
    try {
      await cutFile(this.#path, this.#length)
    } catch (error) {
      throw new JournalBrokenError(
        `a write to ${this.#path} failed (${plainReason(cause)}) and could not be taken back (${plainReason(error)})`,
        { cause },
      )
    }
  }
}

// Through a handle of its own: Windows does not let one that only appends make a file shorter.
async function cutFile(path: string, length: number): Promise<void> {
  const handle = await open(path, 'r+')
  try {
    await handle.truncate(length)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function keepTorn(path: string, torn: Uint8Array, at: string): Promise<string> {
  const kept = await freeNameBeside(path, 'torn', at, '.txt')
  await writeFile(kept, torn, { flag: 'wx', flush: true })
  await flushFolder(dirname(path))
  return kept
}
