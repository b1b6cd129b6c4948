/**
 * Whether two plain JSON values are the same, whatever the order of their keys.
 * A key that holds `undefined` counts as absent, since JSON does not write it.
 */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
    return a.every((one, place) => sameValue(one, b[place]))
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const left = presentEntries(a)
  const right = new Map(presentEntries(b))
  return left.length === right.size && left.every(([key, value]) => right.has(key) && sameValue(value, right.get(key)))
}

function presentEntries(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, one]) => one !== undefined)
}
