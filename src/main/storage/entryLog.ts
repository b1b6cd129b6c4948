import { compareEntries, type HistoryEntry } from '../../core/claim/historyEntry'

/**
 * All writers' actions in order, oldest first. It holds the very entries that the journals were read into, whose records
 * the review holds too, so that a history costs a list and not a second copy of the review.
 */
export class EntryLog {
  #entries: HistoryEntry[]
  /** What was given out last; a list that was given out never changes. */
  #given: readonly HistoryEntry[] | null = null

  constructor(entries: Iterable<HistoryEntry>) {
    this.#entries = inOrder([...entries])
  }

  /** The same list until something is added or taken back. */
  get all(): readonly HistoryEntry[] {
    this.#given ??= [...this.#entries]
    return this.#given
  }

  add(entries: Iterable<HistoryEntry>): void {
    let sorted = true
    for (const entry of entries) {
      const last = this.#entries.at(-1)
      sorted &&= last === undefined || compareEntries(last, entry) < 0
      this.#entries.push(entry)
    }
    // A colleague's entries arrive late as often as not; what is nearly sorted is sorted in linear time.
    if (!sorted) this.#entries = inOrder(this.#entries)
    this.#given = null
  }

  /** Takes back what could not be written. */
  remove(entry: HistoryEntry): void {
    const at = this.#entries.lastIndexOf(entry)
    if (at >= 0) this.#entries.splice(at, 1)
    this.#given = null
  }
}

/** One that came twice, such as with a merged review file, is told once. */
function inOrder(entries: HistoryEntry[]): HistoryEntry[] {
  entries.sort(compareEntries)
  return entries.filter((entry, place) => {
    const before = entries[place - 1]
    return before === undefined || compareEntries(before, entry) !== 0
  })
}
