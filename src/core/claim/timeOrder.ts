/** Orders records by a time of theirs (ISO 8601); those of one moment by id, so that every reader sees one order. */
export function byTime<R extends { readonly id: string }>(timeOf: (record: R) => string): (a: R, b: R) => number {
  return (a, b) => compareTimes(timeOf(a), timeOf(b)) || compareText(a.id, b.id)
}

/** Oldest first by when they were made. */
export const byCreation = byTime(({ createdAt }: { readonly id: string; readonly createdAt: string }) => createdAt)

/** Oldest first by when they were written down. */
export const byMoment = byTime(({ at }: { readonly id: string; readonly at: string }) => at)

/**
 * Below 0, 0 or above 0 as `a` is before, at or after `b`. Times that we write are in UTC with milliseconds, and in the order of
 * their text; of others, which may carry an offset or another precision, that order would lie.
 */
export function compareTimes(a: string, b: string): number {
  if (isPlain(a) && isPlain(b)) return compareText(a, b)
  const difference = Date.parse(a) - Date.parse(b)
  return Number.isNaN(difference) ? compareText(a, b) : difference
}

/** Below 0, 0 or above 0 as `a` stands before, with or after `b` in the order of UTF-16 code units. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function isPlain(time: string): boolean {
  return time.length === 24 && time.endsWith('Z')
}
