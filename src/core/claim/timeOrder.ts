/** Orders records by a time of theirs (ISO 8601, UTC); those of one millisecond by id, so that every reader sees one order. */
export function byTime<R extends { readonly id: string }>(timeOf: (record: R) => string): (a: R, b: R) => number {
  return (a, b) => compareText(timeOf(a), timeOf(b)) || compareText(a.id, b.id)
}

/** Oldest first by when they were made. */
export const byCreation = byTime(({ createdAt }: { readonly id: string; readonly createdAt: string }) => createdAt)

/** Oldest first by when they were written down. */
export const byMoment = byTime(({ at }: { readonly id: string; readonly at: string }) => at)

/** Below 0, 0 or above 0 as `a` stands before, with or after `b` in the order of UTF-16 code units. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
