import { mkdir, open, rename, stat } from 'node:fs/promises'
import { dirname, join, parse } from 'node:path'
import { isMissing } from './storageFailure'

/** Makes a folder with those above it and flushes each new name into the folder that holds it. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true })
  if (first === undefined) return
  // A folder that the disk does not list yet would take its files with it when the power fails.
  for (let made = folder; ; made = dirname(made)) {
    await flushFolder(dirname(made))
    if (made === first || dirname(made) === made) return
  }
}

/** Flushes what a folder lists. Windows has no such call, and some network folders refuse it: both do it by themselves. */
export async function flushFolder(folder: string): Promise<void> {
  let handle
  try {
    handle = await open(folder, 'r')
    await handle.sync()
  } catch {
    return
  } finally {
    await handle?.close()
  }
}

/** A time as part of a file name. */
export function timeInName(at: string): string {
  return at.replaceAll(':', '-')
}

/** A name beside `path` that is free: `review.unreadable-<time>.json`, with a number when that one is taken. */
export async function freeNameBeside(path: string, word: string, at: string, extension?: string): Promise<string> {
  const { dir, name, ext } = parse(path)
  for (let count = 1; ; count++) {
    const number = count === 1 ? '' : `-${count}`
    const candidate = join(dir, `${name}.${word}-${timeInName(at)}${number}${extension ?? ext}`)
    if (!(await exists(candidate))) return candidate
  }
}

/** Moves what cannot be used out of the way, whatever it is, and gives the path where it is kept. */
export async function keepAside(path: string, word: string, at: string): Promise<string> {
  const kept = await freeNameBeside(path, word, at)
  await rename(path, kept)
  await flushFolder(dirname(path))
  return kept
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}
