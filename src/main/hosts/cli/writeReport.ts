import { open, realpath, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { InputError } from './commandFailure'
import { reasonOf } from './reasonOf'
import type { CorpusAsRead } from './readCorpus'

/** How far into a file we look for the words that make it a report of ours, in bytes. */
export const REPORT_SIGN_WITHIN = 2048
const REPORT_SIGN = 'Crossread report'

/**
 * Writes the whole report or nothing: a file that was there before stays as it was until the new one is on the disk.
 * Files of the corpus and of its review are refused, since originals are never changed.
 * @throws {InputError} when the place is refused or cannot be written
 */
export async function writeReport(corpus: CorpusAsRead, out: string, content: string): Promise<void> {
  const path = await settle(out)
  if (await isFolder(path)) throw new InputError(`${out} is a folder; name a file to write the report into`)
  if (isInside(await real(corpus.dataFolder), path))
    throw new InputError(`${out} lies in the data folder of the review, which keeps no reports; choose another place`)
  if ((await isSource(corpus, path)) && !(await isReport(path)))
    throw new InputError(`${out} is a source of this corpus, and sources are never changed; choose another file`)
  try {
    await writeFileAtomic(path, content, { encoding: 'utf8' })
  } catch (error) {
    throw new InputError(`${out} cannot be written: ${reasonOf(error)}`, { cause: error })
  }
}

/** The place with links in it followed, so that no other name of a source passes for another file. */
async function settle(out: string): Promise<string> {
  const path = resolve(out)
  try {
    return await realpath(path)
  } catch {
    try {
      return join(await realpath(dirname(path)), basename(path))
    } catch (error) {
      throw new InputError(`${out} cannot be written: ${dirname(path)}: ${reasonOf(error)}`, { cause: error })
    }
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}

async function isSource(corpus: CorpusAsRead, path: string): Promise<boolean> {
  const folder = await real(corpus.folder)
  const known = [...corpus.sources.map((source) => source.reading.path), ...corpus.setAside.map((file) => file.path)]
  for (const one of known) if ((await real(join(folder, one))) === path) return true
  return false
}

/** A report that was written into the folder before is read as a source, but may be written again. */
async function isReport(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(REPORT_SIGN_WITHIN), 0, REPORT_SIGN_WITHIN, 0)
    return buffer.toString('utf8', 0, bytesRead).includes(REPORT_SIGN)
  } finally {
    await file.close()
  }
}

async function real(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    return path
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}
