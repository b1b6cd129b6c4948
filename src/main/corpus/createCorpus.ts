import { join, resolve } from 'node:path'
import type { CorpusPort } from '../services/ports'
import { addFile } from './addFile'
import { readBytesOf } from './fileFailures'
import { sha256Of, sourceIdOf } from './hashing'
import { findFiles } from './findFiles'
import { isSameFile, liesIn } from './places'
import { readFile, readFolder } from './readFolder'
import { readSource } from './readSource'
import { readSnapshot, saveSnapshot } from './snapshots'
import { watchFolder } from './watchFolder'

/** The corpus as services see it: real files of a real folder. */
export function createCorpus(): CorpusPort {
  return {
    readFolder,
    readFile,
    readBytes: readSource,
    addFile,
    saveSnapshot,
    readSnapshot,
    fingerprint,
    sourceIdOf: (path) => sourceIdOf(path),
    listPaths,
    absolute: (folder) => resolve(folder),
    isSameFile,
    liesIn,
    watch: watchFolder,
  }
}

/** SHA-256 of the file's bytes as they are now; null when it is gone, unreadable or has grown over the limit. */
async function fingerprint(folder: string, path: string): Promise<string | null> {
  const bytes = await readBytesOf(join(folder, path), path)
  return bytes.ok ? sha256Of(bytes.value) : null
}

async function listPaths(folder: string): Promise<readonly string[]> {
  try {
    return (await findFiles(folder)).paths
  } catch {
    return []
  }
}
