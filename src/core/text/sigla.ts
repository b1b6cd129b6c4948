import { assert } from '../assert'

/** The siglum at a place in the order A, B, … Z, AA, AB, …, counted from 0. @throws {BugError} when it is no whole number from 0 */
export function siglumAt(place: number): string {
  assert(Number.isInteger(place) && place >= 0, `no siglum at place ${place}`)
  let siglum = ''
  for (let left = place + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    siglum = String.fromCharCode(65 + ((left - 1) % 26)) + siglum
  }
  return siglum
}

/** The place of a siglum in that order, counted from 0; null when it is none. */
export function siglumPlace(siglum: string): number | null {
  if (!/^[A-Z]{1,9}$/.test(siglum)) return null
  let place = 0
  for (const letter of siglum) place = place * 26 + letter.charCodeAt(0) - 64
  return place - 1
}

/**
 * Sigla for paths that were never registered, in code-unit order of the path, going on after the highest that was ever
 * given: a source that is gone keeps its letter, so an old report never names another source by it.
 */
export function assignSigla(
  registered: readonly { readonly siglum: string }[],
  paths: readonly string[],
): ReadonlyMap<string, string> {
  let next = 0
  for (const { siglum } of registered) next = Math.max(next, (siglumPlace(siglum) ?? -1) + 1)
  const sigla = new Map<string, string>()
  for (const path of [...new Set(paths)].sort(compareCodeUnits)) {
    sigla.set(path, siglumAt(next))
    next += 1
  }
  return sigla
}

/** Sorts by UTF-16 code units, the same on every machine, whatever its language. */
export function compareCodeUnits(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
