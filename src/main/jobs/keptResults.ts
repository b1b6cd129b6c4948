import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ENGINE_VERSION } from '../../core/match/engineVersion'
import type { MatchSettings } from '../../core/match/passageMatch'
import { countKept, parseKept, writeKept } from './keptFormat'
import type { PairResults } from './pairResults'

/** Settings whose results are kept beside the present ones: more lets a reviewer go back and forth, less takes less disk. */
export const SETTINGS_KEPT = 3

/**
 * Results of matching on the disk, under `cache/matching/<settings>/<first text>.json`: a file holds what its text shares with
 * those that come after it in the order of identities, so that a source that comes or goes touches its own pairs only. All of
 * it is derived: what cannot be read, or was made by another version, is as good as not there, and a disk that takes nothing
 * is no error.
 */
export class KeptResults {
  readonly cacheFolder: string
  readonly settingsKey: string

  constructor(cacheFolder: string, settings: MatchSettings) {
    const { smallestPassageWords, leastScore, kinds } = settings
    const told = JSON.stringify([ENGINE_VERSION, smallestPassageWords, leastScore, [...kinds].sort()])
    this.cacheFolder = cacheFolder
    this.settingsKey = createHash('sha256').update(told).digest('hex').slice(0, 16)
  }

  /** Adds what is kept of these texts, `lengths` by identity, and gives those of which anything was kept. */
  load(identities: Iterable<string>, lengths: ReadonlyMap<string, number>, into: PairResults): void {
    for (const first of identities) {
      const content = readOrNull(this.#pathOf(first))
      if (content === null) continue
      for (const [second, shared] of parseKept(content, first, lengths) ?? []) into.set(first, second, shared)
    }
  }

  /** Writes what these texts share, each file whole or not at all. */
  save(changed: Iterable<string>, results: PairResults): void {
    for (const first of changed) writeWhole(this.#pathOf(first), writeKept(first, results.of(first)))
  }

  /** Removes files of texts that are not in the corpus any more, and of settings that were not used for long. */
  prune(identities: ReadonlySet<string>): void {
    for (const name of namesIn(this.#folder())) {
      if (!identities.has(name.replace(/\.json$/u, ''))) remove(join(this.#folder(), name))
    }
    const others = namesIn(matchingFolder(this.cacheFolder)).filter((name) => name !== this.settingsKey)
    const byAge = others
      .map((name) => join(matchingFolder(this.cacheFolder), name))
      .sort((one, two) => changedAt(two) - changedAt(one))
    for (const path of byAge.slice(SETTINGS_KEPT)) remove(path)
  }

  #folder(): string {
    return join(matchingFolder(this.cacheFolder), this.settingsKey)
  }

  #pathOf(identity: string): string {
    return join(this.#folder(), `${identity}.json`)
  }
}

/** Throws all kept results away; gives how many pairs they were of. */
export function forgetKept(cacheFolder: string): number {
  const folder = matchingFolder(cacheFolder)
  let removed = 0
  for (const settings of namesIn(folder)) {
    for (const name of namesIn(join(folder, settings))) removed += countKept(readOrNull(join(folder, settings, name)))
  }
  remove(folder)
  return removed
}

function matchingFolder(cacheFolder: string): string {
  return join(cacheFolder, 'matching')
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function changedAt(path: string): number {
  try {
    return statSync(path).mtimeMs
  } catch {
    return 0
  }
}

function writeWhole(path: string, content: string): void {
  const unfinished = `${path}.${randomUUID()}`
  try {
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(unfinished, content)
    renameSync(unfinished, path)
  } catch {
    remove(unfinished)
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // What cannot be removed is ignored when it is read.
  }
}
