import type { RecordChange, RecordMap, RecordType } from './recordTable'
import type { CitedPassage, PairCitation } from './reviewRecord'

/** Under which id, and at which path, a source is known here that another corpus knows by another id. */
export type SourceNames = ReadonlyMap<string, { readonly id: string; readonly path: string }>

/** A change as it reads where these sources have other ids; the very change when it names none of them. */
export function renameSources(change: RecordChange, names: SourceNames): RecordChange {
  if (names.size === 0) return change
  const id = change.type === 'source' || change.type === 'metadata' ? idOf(change.id, names) : change.id
  const before = change.before === null ? null : renameIn(change.before, names)
  const after = change.after === null ? null : renameIn(change.after, names)
  if (id === change.id && before === change.before && after === change.after) return change
  // eslint-disable-next-line no-restricted-syntax -- what is renamed keeps its type, which a union of changes cannot say
  return { ...change, id, before, after } as RecordChange
}

function renameIn(record: RecordMap[RecordType], names: SourceNames): RecordMap[RecordType] {
  if ('versions' in record) {
    const known = names.get(record.id)
    return known === undefined ? record : { ...record, id: known.id, path: known.path }
  }
  if ('fields' in record) return { ...record, id: idOf(record.id, names) }
  if ('passages' in record) return { ...record, passages: record.passages.map((cited) => renameCited(cited, names)) }
  if ('anchor' in record) return { ...record, sourceId: idOf(record.sourceId, names) }
  if ('removed' in record) {
    return {
      ...record,
      removed: record.removed.map((pair) => renamePair(pair, names)),
      added: record.added.map((pair) => renamePair(pair, names)),
    }
  }
  if ('filter' in record && record.filter.sourceId !== null) {
    return { ...record, filter: { ...record.filter, sourceId: idOf(record.filter.sourceId, names) } }
  }
  return record
}

function renamePair(pair: PairCitation, names: SourceNames): PairCitation {
  return { a: renameCited(pair.a, names), b: renameCited(pair.b, names) }
}

function renameCited(cited: CitedPassage, names: SourceNames): CitedPassage {
  return { ...cited, sourceId: idOf(cited.sourceId, names) }
}

function idOf(id: string, names: SourceNames): string {
  return names.get(id)?.id ?? id
}

/** A source as both sides can know it. */
export type KnownSource = {
  readonly id: string
  readonly path: string
  readonly versions: readonly { readonly sha256: string }[]
}

/**
 * Which of their sources are ours under another id: those at the same path, else those of which a version has the same
 * bytes as a version of exactly one of ours that none of theirs is yet. A source that is nobody's stays their own.
 */
export function recogniseForeign(theirs: readonly KnownSource[], ours: readonly KnownSource[]): SourceNames {
  const ourIds = new Set(ours.map(({ id }) => id))
  const theirIds = new Set(theirs.map(({ id }) => id))
  const foreign = theirs.filter(({ id }) => !ourIds.has(id))
  const free = new Map(ours.filter(({ id }) => !theirIds.has(id)).map((source) => [source.id, source]))
  const names = new Map<string, { id: string; path: string }>()
  function take(source: KnownSource, found: KnownSource | undefined): void {
    if (found === undefined) return
    free.delete(found.id)
    names.set(source.id, { id: found.id, path: found.path })
  }
  for (const source of foreign)
    take(
      source,
      [...free.values()].find(({ path }) => path === source.path),
    )
  for (const source of foreign) {
    if (names.has(source.id)) continue
    const bytes = new Set(source.versions.map(({ sha256 }) => sha256))
    const same = [...free.values()].filter(({ versions }) => versions.some(({ sha256 }) => bytes.has(sha256)))
    if (same.length === 1) take(source, same[0])
  }
  return names
}
