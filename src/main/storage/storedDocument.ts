import { readFile, readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Low, type Adapter } from 'lowdb'
import writeFileAtomic from 'write-file-atomic'
import { makeFolder } from './durableFile'
import { isMissing, plainReason } from './storageFailure'
import { parseStored, type UnreadableObject, type VersionedFormat } from './versionedFormat'

/** A document is there and cannot be used. It is not overwritten: who opens it decides what becomes of it. */
export class UnreadableDocumentError extends Error {
  override readonly name = 'UnreadableDocumentError'
  readonly kind: UnreadableObject['kind']

  constructor(unreadable: UnreadableObject, options?: ErrorOptions) {
    super(unreadable.message, options)
    this.kind = unreadable.kind
  }
}

/**
 * Reads and writes one JSON document for lowdb: checked and brought to its latest schema on reading, replaced whole on
 * writing. Our own, since lowdb's presets write nothing while NODE_ENV is `test`, and its file adapter passes on whatever
 * JSON it finds and fails on an empty file with a bare SyntaxError.
 */
export class VersionedJsonFile<T> implements Adapter<T> {
  readonly #path: string
  readonly #format: VersionedFormat<T>

  constructor(path: string, format: VersionedFormat<T>) {
    this.#path = path
    this.#format = format
  }

  /** Null when there is no such file. @throws {UnreadableDocumentError} */
  async read(): Promise<T | null> {
    const stored = await this.#readJson()
    if (stored === undefined) return null
    const parsed = parseStored(this.#format, stored)
    if (!parsed.ok) throw new UnreadableDocumentError(parsed.error)
    return parsed.value
  }

  async write(document: T): Promise<void> {
    await makeFolder(dirname(this.#path))
    await writeFileAtomic(this.#path, `${JSON.stringify(document, null, 2)}\n`)
  }

  async #readJson(): Promise<unknown> {
    let text: string
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(this.#path))
    } catch (error) {
      if (isMissing(error)) return undefined
      const message = error instanceof TypeError ? 'it is not text in UTF-8' : plainReason(error)
      throw new UnreadableDocumentError({ kind: 'invalid', message }, { cause: error })
    }
    if (text.trim() === '') throw new UnreadableDocumentError({ kind: 'invalid', message: 'it is empty' })
    try {
      const stored: unknown = JSON.parse(text)
      return stored
    } catch (error) {
      throw new UnreadableDocumentError({ kind: 'invalid', message: 'it is not whole JSON' }, { cause: error })
    }
  }
}

/** A lowdb document over {@link VersionedJsonFile}; `initial` is what it holds until it is read. */
export function createDocument<T>(path: string, format: VersionedFormat<T>, initial: T): Low<T> {
  return new Low(new VersionedJsonFile(path, format), initial)
}

/** Removes what a crash in the middle of an atomic write left beside a document. Only for who holds its lock. */
export async function removeUnfinishedWrites(path: string): Promise<void> {
  const prefix = `${basename(path)}.`
  for (const name of await readdir(dirname(path))) {
    if (name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length))) await rm(join(dirname(path), name))
  }
}
