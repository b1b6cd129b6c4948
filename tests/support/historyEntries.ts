import type { Anchor } from '../../src/core/anchor/anchor'
import type { HistoryEntry } from '../../src/core/claim/historyEntry'
import type { RecordChange, RecordMap, RecordType } from '../../src/core/claim/recordTable'
import type { CitedPassage } from '../../src/core/claim/reviewRecord'

export const ANN = { id: 'w-ann', name: 'Ann' }
export const BEN = { id: 'w-ben', name: 'Ben' }

export function anchor(exact: string): Anchor {
  const position = { start: 0, endExclusive: exact.length }
  return { textHash: 'a'.repeat(64), position, quote: { prefix: '', exact, suffix: '' } }
}

export function cited(sourceId: string, exact: string): CitedPassage {
  return { sourceId, anchor: anchor(exact) }
}

/** A record that was not there before. */
export function added<T extends RecordType>(type: T, record: RecordMap[T]): RecordChange {
  return { type, id: record.id, before: null, after: record } as RecordChange
}

export function changed<T extends RecordType>(type: T, before: RecordMap[T], after: RecordMap[T]): RecordChange {
  return { type, id: before.id, before, after } as RecordChange
}

export function removed<T extends RecordType>(type: T, record: RecordMap[T]): RecordChange {
  return { type, id: record.id, before: record, after: null } as RecordChange
}

/** Entries of a minute each, from eight in the morning on; sequences count up for each writer. */
export class Diary {
  readonly entries: HistoryEntry[] = []
  readonly #sequences = new Map<string, number>()

  write(writer: { readonly id: string }, changes: readonly RecordChange[], reverts: number | null = null): number {
    const sequence = (this.#sequences.get(writer.id) ?? 0) + 1
    this.#sequences.set(writer.id, sequence)
    const at = new Date(Date.parse('2026-05-01T08:00:00.000Z') + this.entries.length * 60_000).toISOString()
    this.entries.push({ writer: writer.id, sequence, at, label: 'do', undoable: true, changes, reverts })
    return sequence
  }
}
