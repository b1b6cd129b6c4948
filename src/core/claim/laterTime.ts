const LAST_TIME = '9999-12-31T23:59:59.999Z'

/**
 * `at`, or one millisecond after `other` when `at` is not later: what follows something must also sort after it,
 * though two clocks disagree or a clock was set back. Both are ISO 8601 in UTC with milliseconds, as is the result;
 * past the year 9999 it stays at its last millisecond.
 */
export function timeAfter(at: string, other: string | null): string {
  if (other === null || at > other) return at
  const parsed = Date.parse(other)
  if (Number.isNaN(parsed)) return at
  const later = new Date(parsed + 1).toISOString()
  return later > other ? later : LAST_TIME
}
