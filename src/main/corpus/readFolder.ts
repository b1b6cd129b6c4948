import { realpath, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Result } from '../../core/result'
import { failure, success } from '../../core/result'
import { compareCodeUnits } from '../../core/text/sigla'
import type { WorkbenchFailure } from '../../contract/errors'
import type { CorpusReading, ReadingControl, ReadSource, SetAsideFile } from '../services/ports'
import { explainSystemError, readBytesOf } from './fileFailures'
import { findFiles, isWithin } from './findFiles'
import { problem, setAside } from './problems'
import { readSource } from './readSource'

/** Files read at the same time. More would be little quicker on one disk and hold more bytes at once. */
export const FILES_AT_ONCE = 4
/** Bytes of all sources together. A corpus is held in memory, and beyond this the program would slow down or end. */
export const LARGEST_CORPUS_BYTES = 512 * 1024 * 1024

/** Reads every source under the folder. Writes nothing. */
export async function readFolder(
  folder: string,
  control: ReadingControl = {},
): Promise<Result<CorpusReading, WorkbenchFailure>> {
  const unreadable = await whyUnreadable(folder)
  if (unreadable !== null) return failure(folderUnreadable(folder, unreadable))
  try {
    const found = await findFiles(folder, control.signal)
    const reading = await readFiles(folder, found.paths, control)
    if (control.signal?.aborted === true) return failure(cancelled(folder))
    const aside = [...found.setAside, ...reading.setAside].sort((a, b) => compareCodeUnits(a.path, b.path))
    return success({ sources: nameDuplicates(reading.sources), setAside: aside })
  } catch (error) {
    return failure(folderUnreadable(folder, explainSystemError(error)))
  }
}

/** Reads one file of the folder; with folder '', any file, by its path as it is given. */
export async function readFile(folder: string, path: string): Promise<Result<ReadSource, SetAsideFile>> {
  const file = folder === '' ? resolve(path) : join(folder, path)
  if (folder !== '') {
    const outside = await whyOutside(folder, path, file)
    if (outside !== null) return failure(outside)
  }
  const bytes = await readBytesOf(file, path)
  return bytes.ok ? readSource(path, bytes.value) : bytes
}

async function whyOutside(folder: string, path: string, file: string): Promise<SetAsideFile | null> {
  try {
    if (isWithin(resolve(folder), resolve(file)) && isWithin(await realpath(folder), await realpath(file))) return null
    return setAside(path, 'LINK_OUTSIDE', 'Not opened: it leads outside the folder.')
  } catch (error) {
    return setAside(path, 'UNREADABLE', `Not opened: ${explainSystemError(error)}.`)
  }
}

async function whyUnreadable(folder: string): Promise<string | null> {
  try {
    return (await stat(folder)).isDirectory() ? null : 'it is a file, not a folder'
  } catch (error) {
    return explainSystemError(error)
  }
}

function folderUnreadable(folder: string, why: string): WorkbenchFailure {
  return { code: 'FOLDER_UNREADABLE', message: `The folder ${folder} cannot be opened: ${why}.` }
}

function cancelled(folder: string): WorkbenchFailure {
  return { code: 'CANCELLED', message: `Opening ${folder} was cancelled.` }
}

type Outcome = Result<ReadSource, SetAsideFile>

/** Reads a few files at a time and lets other work in between any two, so that a large corpus does not freeze the rest. */
async function readFiles(folder: string, paths: readonly string[], control: ReadingControl): Promise<CorpusReading> {
  const outcomes: Outcome[] = []
  let next = 0
  let done = 0
  let bytesRead = 0
  async function work(): Promise<void> {
    for (let place = next++; place < paths.length && control.signal?.aborted !== true; place = next++) {
      const path = paths[place] ?? ''
      const bytes = await readBytesOf(join(folder, path), path)
      if (bytes.ok) bytesRead += bytes.value.byteLength
      outcomes[place] = !bytes.ok
        ? bytes
        : bytesRead > LARGEST_CORPUS_BYTES
          ? failure(noRoom(path))
          : readSource(path, bytes.value)
      done += 1
      control.onProgress?.(done / paths.length, path)
      await setImmediate()
    }
  }
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, work))
  const sources: ReadSource[] = []
  const aside: SetAsideFile[] = []
  for (const outcome of outcomes) {
    if (outcome.ok) sources.push(outcome.value)
    else aside.push(outcome.error)
  }
  return { sources, setAside: aside }
}

function noRoom(path: string): SetAsideFile {
  const most = LARGEST_CORPUS_BYTES / 1024 / 1024
  return setAside(path, 'TOO_LARGE', `Not opened: the corpus holds ${most} MB already; split it into several folders.`)
}

/** Each source that has the bytes, or else the text, of one before it says so. */
function nameDuplicates(sources: readonly ReadSource[]): readonly ReadSource[] {
  const byBytes = new Map<string, string>()
  const byText = new Map<string, string>()
  return sources.map((source) => {
    if (source.problems.some(({ code }) => code === 'EMPTY')) return source
    const sameBytes = byBytes.get(source.sha256)
    const sameText = byText.get(source.article.textHash)
    if (sameBytes === undefined) byBytes.set(source.sha256, source.path)
    if (sameText === undefined) byText.set(source.article.textHash, source.path)
    if (sameBytes === undefined && sameText === undefined) return source
    const message =
      sameBytes === undefined
        ? `It has the same text as ${sameText}, in other bytes.`
        : `It is a copy of ${sameBytes}, byte for byte.`
    return { ...source, problems: [...source.problems, problem('DUPLICATE', message)] }
  })
}
