import type { RegisteredSource } from '../claim/reviewRecord'
import { latestOfFile } from '../claim/sourceVersions'
import { compareCodeUnits } from './sigla'

/** A file as it is in the folder now. */
export type PresentFile = { readonly path: string; readonly sha256: string }

/** What the files of the folder are to the sources that were registered. */
export type RecognisedSources = {
  /** By path as it is now. A source whose `path` differs was renamed. */
  readonly known: ReadonlyMap<string, RegisteredSource>
  /** Files never registered, in code-unit order. */
  readonly added: readonly string[]
  /** Registered sources whose file is gone. */
  readonly missing: readonly RegisteredSource[]
}

/**
 * A file is the source registered under its path; else the one whose path is gone and whose latest bytes it has (a
 * renamed file: the first such source by time of import, then path); else it is new.
 */
export function recogniseSources(
  registered: readonly RegisteredSource[],
  present: readonly PresentFile[],
): RecognisedSources {
  const byPath = new Map(registered.map((source) => [source.path, source]))
  const known = new Map<string, RegisteredSource>()
  const unknown: PresentFile[] = []
  for (const file of [...present].sort((a, b) => compareCodeUnits(a.path, b.path))) {
    const source = byPath.get(file.path)
    if (source === undefined) unknown.push(file)
    else known.set(file.path, source)
  }
  const presentPaths = new Set(present.map((file) => file.path))
  const gone = registered
    .filter((source) => !presentPaths.has(source.path))
    .sort((a, b) => compareCodeUnits(a.importedAt, b.importedAt) || compareCodeUnits(a.path, b.path))
  const taken = new Set<RegisteredSource>()
  const added: string[] = []
  for (const file of unknown) {
    const renamed = gone.find((source) => !taken.has(source) && latestOfFile(source)?.sha256 === file.sha256)
    if (renamed === undefined) {
      added.push(file.path)
    } else {
      taken.add(renamed)
      known.set(file.path, renamed)
    }
  }
  return { known, added, missing: gone.filter((source) => !taken.has(source)) }
}
