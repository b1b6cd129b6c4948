import { mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { assert } from '../../core/assert'
import { WorkbenchError } from '../../contract/errors'
import { explainSystemError, systemCode } from './fileFailures'
import { sha256Of } from './hashing'
import { writeOnce } from './writeOnce'

/** The folder of `.crossread` that keeps the bytes of every source version, each under its SHA-256. */
export const SNAPSHOT_FOLDER = 'snapshots'

function snapshotFile(dataFolder: string, sha256: string): string {
  assert(/^[0-9a-f]{64}$/.test(sha256), `not a SHA-256: ${sha256}`)
  return join(dataFolder, SNAPSHOT_FOLDER, sha256)
}

/** Keeps the bytes, once; what is kept is never written again. @throws {WorkbenchError} when it cannot be written */
export async function saveSnapshot(dataFolder: string, sha256: string, bytes: Uint8Array): Promise<void> {
  const file = snapshotFile(dataFolder, sha256)
  assert(sha256Of(bytes) === sha256, `the bytes to be kept as ${sha256} have another SHA-256`)
  try {
    if (await isKept(file, bytes.byteLength)) return
    await mkdir(join(dataFolder, SNAPSHOT_FOLDER), { recursive: true })
    await writeOnce(file, bytes)
  } catch (error) {
    const isReadOnly = ['EACCES', 'EPERM', 'EROFS'].includes(systemCode(error))
    const message = `The original of a source could not be kept in ${dataFolder}: ${explainSystemError(error)}.`
    throw new WorkbenchError({ code: isReadOnly ? 'READ_ONLY' : 'STORAGE_FAILED', message }, { cause: error })
  }
}

/** Looked up first: opening a folder of a thousand sources must not write each of them to the disk once more. */
async function isKept(file: string, byteLength: number): Promise<boolean> {
  try {
    return (await stat(file)).size === byteLength
  } catch {
    return false
  }
}

/** The bytes as they came in; null when there are none, or others than their name says (they are not the original). */
export async function readSnapshot(dataFolder: string, sha256: string): Promise<Uint8Array | null> {
  try {
    const bytes = await readFile(snapshotFile(dataFolder, sha256))
    return sha256Of(bytes) === sha256 ? bytes : null
  } catch (error) {
    if (systemCode(error) !== '') return null
    throw error
  }
}
