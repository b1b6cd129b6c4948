import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Result } from '../../core/result'
import { failure, success } from '../../core/result'
import type { SetAsideFile } from '../services/ports'
import { setAside } from './problems'
import { LARGEST_FILE_BYTES, tooLarge } from './readSource'

/** The code that the operating system gave an error, such as ENOENT; empty when it gave none. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** Why a file or folder could not be read or written, in words for people. */
export function explainSystemError(error: unknown): string {
  const code = systemCode(error)
  switch (code) {
    case 'ENOENT':
      return 'it is not there'
    case 'EACCES':
    case 'EPERM':
      return 'permission is denied'
    case 'EROFS':
      return 'the disk is read-only'
    case 'EISDIR':
      return 'it is a folder'
    case 'ENOTDIR':
      return 'it is not a folder'
    case 'ELOOP':
      return 'its links lead in a circle'
    case 'ENAMETOOLONG':
      return 'its name is too long'
    case 'ENOSPC':
      return 'the disk is full'
    case 'EDQUOT':
      return 'the disk quota is used up'
    case 'EMFILE':
    case 'ENFILE':
      return 'too many files are open'
    case 'EBUSY':
      return 'another program is using it'
    case 'EIO':
      return 'the disk reported an error'
    default:
      return code === '' ? 'an unexpected error occurred' : `the system reports ${code}`
  }
}

/** The bytes of an ordinary file, or why it is set aside; a file over the limit is not read. */
export async function readBytesOf(file: string, path: string): Promise<Result<Uint8Array, SetAsideFile>> {
  try {
    // Without O_NONBLOCK, opening a named pipe waits for a writer, for ever.
    const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const before = await handle.stat()
      if (!before.isFile()) return failure(setAside(path, 'UNREADABLE', notOrdinary(before.isDirectory())))
      if (before.size > LARGEST_FILE_BYTES) return failure(tooLarge(path, before.size))
      return success(await handle.readFile())
    } finally {
      await handle.close()
    }
  } catch (error) {
    return failure(setAside(path, 'UNREADABLE', `Not opened: ${explainSystemError(error)}.`))
  }
}

function notOrdinary(isFolder: boolean): string {
  return isFolder
    ? 'Not opened: it is a folder, though it is named like a file.'
    : 'Not opened: it is no ordinary file (a pipe, socket or device).'
}
