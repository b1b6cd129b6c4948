import type { HistoryEntry } from './historyEntry'
import { recordKey } from './mergeReview'
import type { ChangeOf, RecordChange, RecordMap, RecordType } from './recordTable'

type Moment = { readonly position: number; readonly change: RecordChange }
type Signature = { readonly position: number; readonly name: string }

/**
 * What every record was at every time, by the place of the change among all entries, so that an old entry is told with the
 * words of its day: a claim that was reworded since is called what it was called then.
 */
export class HistoryTimelines {
  readonly #moments = new Map<string, Moment[]>()
  readonly #signatures = new Map<string, Signature[]>()

  /** The entries oldest first, as `compareEntries` has them; a position is a place in this list. */
  constructor(entries: readonly HistoryEntry[]) {
    entries.forEach((entry, position) => {
      for (const change of entry.changes) {
        push(this.#moments, recordKey(change), { position, change })
        const name = nameSigned(change, entry.writer)
        const last = this.#signatures.get(entry.writer)?.at(-1)
        if (name !== null && name !== last?.name) push(this.#signatures, entry.writer, { position, name })
      }
    })
  }

  /** The record as it was just after the entry at `position`; as it last was where it was gone, null when nobody ever wrote it. */
  recordAt<T extends RecordType>(type: T, id: string, position: number): RecordMap[T] | null {
    const moments = this.#moments.get(recordKey({ type, id })) ?? []
    for (const { change } of moments.slice(0, countUpTo(moments, position)).reverse()) {
      const record = isOfType(change, type) ? (change.after ?? change.before) : null
      if (record !== null) return record
    }
    // A colleague whose clock runs behind may speak of what was made later.
    const later = moments[0]?.change
    return later !== undefined && isOfType(later, type) ? (later.before ?? later.after) : null
  }

  /** Whether the record was there at some time before the entry at `position`. */
  wasThereBefore(type: RecordType, id: string, position: number): boolean {
    const moments = this.#moments.get(recordKey({ type, id })) ?? []
    const first = moments[0]
    return first !== undefined && first.position < position
  }

  /** The latest entry up to `position` that took the record away; null when none did. */
  lastRemoval(type: RecordType, id: string, position: number): number | null {
    const moments = this.#moments.get(recordKey({ type, id })) ?? []
    const removal = moments.slice(0, countUpTo(moments, position)).findLast(({ change }) => change.after === null)
    return removal?.position ?? null
  }

  /** Whether the last entry about the record left it there. */
  isThere(type: RecordType, id: string): boolean {
    const last = this.#moments.get(recordKey({ type, id }))?.at(-1)
    return last !== undefined && last.change.after !== null
  }

  /** The name under which a writer signed at that time, or first signed after it; null when the writer signed nothing. */
  nameAt(writer: string, position: number): string | null {
    const signatures = this.#signatures.get(writer) ?? []
    const upTo = countUpTo(signatures, position)
    return (signatures[upTo - 1] ?? signatures[0])?.name ?? null
  }
}

/** Whether a change is of a record of this type. */
export function isOfType<T extends RecordType>(change: RecordChange, type: T): change is RecordChange & ChangeOf<T> {
  return change.type === type
}

function nameSigned({ type, id, after }: RecordChange, writer: string): string | null {
  if (after === null) return null
  if (type === 'reviewer') return id === writer && 'name' in after ? after.name : null
  const by = 'by' in after ? after.by : 'createdBy' in after ? after.createdBy : null
  return by?.id === writer && by.name.trim() !== '' ? by.name : null
}

/** How many are at `position` or before it. */
function countUpTo(list: readonly { readonly position: number }[], position: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.position ?? Infinity) <= position) low = middle + 1
    else high = middle
  }
  return low
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
