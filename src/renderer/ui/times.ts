const SAME_DAY = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' })
const OTHER_DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })
const FULL = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' })

/** The time of day when it was today, else the date, as the reviewer's system writes them. `iso` is ISO 8601. */
export function shortTime(iso: string, now: Date): string {
  const time = new Date(iso)
  return time.toDateString() === now.toDateString() ? SAME_DAY.format(time) : OTHER_DAY.format(time)
}

export function fullTime(iso: string): string {
  return FULL.format(new Date(iso))
}
