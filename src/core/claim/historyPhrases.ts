import type { HistoryNames } from './historyNames'
import type { RecordMap, RecordType } from './recordTable'

// What the words for each type of record are made of.

export type Written<T extends RecordType> = { readonly id: string; readonly after: RecordMap[T] }
export type Rewritten<T extends RecordType> = Written<T> & { readonly before: RecordMap[T] }

/** How the history speaks of records of one type. All verbs are in the past and without their subject. */
export type Phrases<T extends RecordType> = {
  readonly one: string
  readonly many: string
  /** One of them by name: `the claim “Four shots were fired”`. */
  readonly thing: (record: RecordMap[T], names: HistoryNames) => string
  /** Records that were not there before; never empty. */
  readonly added: (changes: readonly Written<T>[], names: HistoryNames) => string
  readonly changed: (changes: readonly Rewritten<T>[], names: HistoryNames) => string
}

/** What is the same for all; null when it differs, or nothing is there. */
export function shared<R, V>(records: readonly R[], valueOf: (record: R) => V): V | null {
  const [first, ...others] = records.map(valueOf)
  return first !== undefined && others.every((other) => other === first) ? first : null
}

/** `: the reason`, or nothing where there is none. */
export function because(reason: string | null): string {
  return reason === null || reason.trim() === '' ? '' : `: ${reason.replace(/\s+/gu, ' ').trim()}`
}
