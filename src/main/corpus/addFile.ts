import { join } from 'node:path'
import type { Result } from '../../core/result'
import { failure, success } from '../../core/result'
import type { WorkbenchFailure } from '../../contract/errors'
import { explainSystemError, systemCode } from './fileFailures'
import { extensionOf, formatOf, otherKindOf } from './fileKinds'
import { quoted } from './problems'
import { readSource } from './readSource'
import { numberedName, safeName } from './safeName'
import { writeOnce } from './writeOnce'

/** Names tried before giving up; nobody has as many copies of one file. */
export const MOST_NAMES_TRIED = 1000

/** Adds a file to the folder under a safe, free name and gives its path. Nothing is replaced. */
export async function addFile(
  folder: string,
  name: string,
  bytes: Uint8Array,
): Promise<Result<string, WorkbenchFailure>> {
  const refused = whyRefused(name, bytes)
  if (refused !== null) return failure(refused)
  const wanted = safeName(name)
  try {
    for (let number = 1; number <= MOST_NAMES_TRIED; number += 1) {
      const free = numberedName(wanted, number)
      if (await writeOnce(join(folder, free), bytes)) return success(free)
    }
  } catch (error) {
    return failure(notWritten(folder, name, error))
  }
  return failure(notAdded(name, `there are ${MOST_NAMES_TRIED} files of that name already`))
}

function whyRefused(name: string, bytes: Uint8Array): WorkbenchFailure | null {
  const kind = formatOf(name.trim()) === null ? otherKindOf(name.trim()) : null
  if (kind !== null)
    return notAdded(name, `it is ${kind} (${extensionOf(name.trim())}), and Crossread reads .txt, .md and .html`)
  const read = readSource(safeName(name), bytes)
  if (read.ok) return null
  const message = `${quoted(name)} was not added. ${read.error.message.replace(/^Not opened: it/, 'It')}`
  return { code: read.error.code === 'TOO_LARGE' ? 'TOO_LARGE' : 'SOURCE_NOT_ADDED', message }
}

function notAdded(name: string, why: string): WorkbenchFailure {
  return { code: 'SOURCE_NOT_ADDED', message: `${quoted(name)} was not added: ${why}.` }
}

function notWritten(folder: string, name: string, error: unknown): WorkbenchFailure {
  const isReadOnly = ['EACCES', 'EPERM', 'EROFS'].includes(systemCode(error))
  if (!isReadOnly) return notAdded(name, `${folder} could not be written into, since ${explainSystemError(error)}`)
  return {
    code: 'READ_ONLY',
    message: `${quoted(name)} was not added: the folder ${folder} cannot be written into (${explainSystemError(error)}).`,
  }
}
