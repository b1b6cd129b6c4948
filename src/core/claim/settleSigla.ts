import { compareCodeUnits, siglumAt, siglumPlace } from '../text/sigla'
import { listRecords, type ReviewRecords } from './recordTable'
import type { RegisteredSource } from './reviewRecord'

/** A source whose letter had another source first, and the letter that it has instead. */
export type NewSiglum = { readonly id: string; readonly path: string; readonly given: string; readonly siglum: string }

/**
 * The records with a letter of its own for each source. Two writers apart may give the same letter to different sources: it
 * stays with the one that was imported first (then by path, then id), the others get letters after the highest that was
 * ever given, in the same order. So everyone who has read the same journals sees the same letters.
 */
export function settleSigla(records: ReviewRecords): {
  readonly records: ReviewRecords
  readonly renamed: readonly NewSiglum[]
} {
  const sources = listRecords(records, 'source').toSorted(byImport)
  const taken = new Set<string>()
  const twice = sources.filter(({ siglum }) => taken.size === taken.add(siglum).size)
  if (twice.length === 0) return { records, renamed: [] }
  let next = sources.reduce((highest, { siglum }) => Math.max(highest, (siglumPlace(siglum) ?? -1) + 1), 0)
  const renamed = twice.map((source) => ({
    id: source.id,
    path: source.path,
    given: source.siglum,
    siglum: siglumAt(next++),
  }))
  const settled = new Map<string, RegisteredSource>(Object.entries(records.source))
  for (const { id, siglum } of renamed) {
    const source = settled.get(id)
    if (source !== undefined) settled.set(id, { ...source, siglum })
  }
  return { records: { ...records, source: Object.fromEntries(settled) }, renamed }
}

function byImport(a: RegisteredSource, b: RegisteredSource): number {
  return (
    compareCodeUnits(a.importedAt, b.importedAt) || compareCodeUnits(a.path, b.path) || compareCodeUnits(a.id, b.id)
  )
}
