import { WorkbenchError } from '../../contract/errors'

const PLAIN_WORDS: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'the system does not allow it',
  EROFS: 'it is on a read-only file system',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would become too large',
  EIO: 'the disk reports an error',
  ENOENT: 'it is not there',
  ENOTDIR: 'a file stands where a folder is expected',
  EISDIR: 'a folder stands where a file is expected',
  EEXIST: 'something of that name is already there',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EBUSY: 'another program is using it',
  ESTALE: 'the network folder is not reachable any more',
  ENAMETOOLONG: 'its path is too long',
}

/** The system's code of an error (`ENOSPC`), or null when it has none. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

/** Why a file could not be used, for people, with the system's code: "the disk is full (ENOSPC)". */
export function plainReason(error: unknown): string {
  const code = systemCode(error)
  if (code === null) return error instanceof Error ? error.message : String(error)
  const words = PLAIN_WORDS[code]
  return words === undefined ? `the system reports ${code}` : `${words} (${code})`
}

export function isMissing(error: unknown): boolean {
  return systemCode(error) === 'ENOENT'
}

/** What a write that did not succeed rejects with: what was tried, where, and why it failed. */
export function storageFailed(what: string, path: string, cause: unknown): WorkbenchError {
  return new WorkbenchError(
    { code: 'STORAGE_FAILED', message: `${what} failed at ${path}: ${plainReason(cause)}.`, details: { path } },
    { cause },
  )
}
