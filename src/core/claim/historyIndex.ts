import { compareEntries, type HistoryEntry } from './historyEntry'
import { fieldChanges, fieldTexts, type FieldChange } from './historyFields'
import { kindsOf, type HistoryKind } from './historyKinds'
import { HistoryNames } from './historyNames'
import { HistoryTimelines } from './historyTimelines'
import { subjectKey, touchedBy, type HistorySubject } from './historyTouches'
import { changeWords, entrySentence } from './historyWords'
import type { JournalStamp } from './mergeReview'

/** What part of the history is asked for; null, '' and empty mean "any". */
export type HistoryFilter = {
  /** Null for the whole corpus. */
  readonly about: HistorySubject | null
  readonly reviewerId: string | null
  readonly kinds: readonly HistoryKind[]
  readonly text: string
}

/** A stretch of the history, latest first. */
export type HistoryPage = {
  readonly positions: readonly number[]
  /** Ask for what is before this next; null at the beginning of the history. */
  readonly next: JournalStamp | null
  /** How many entries fit the filter altogether. */
  readonly total: number
}

/**
 * All entries, oldest first, ready to be told. Making one costs a pass over the changes; words, and what entries are about, are
 * worked out when they are first asked for.
 */
export class HistoryIndex {
  readonly entries: readonly HistoryEntry[]
  readonly timelines: HistoryTimelines
  readonly #nameOf: (writer: string) => string
  readonly #byStamp = new Map<string, number>()
  /** By the position of what was taken back, the latest that took it back. */
  readonly #revertedBy = new Map<number, number>()
  readonly #sentences: (string | undefined)[]
  readonly #searched: (string | undefined)[]
  #about: ReadonlyMap<string, readonly number[]> | null = null

  /**
   * `nameOf` names a writer who signed nothing. From the index `before`, what was worked out is kept where these entries only
   * go on after those: then what was told of them is told so still.
   */
  constructor(
    entries: readonly HistoryEntry[],
    nameOf: (writer: string) => string,
    before: HistoryIndex | null = null,
  ) {
    const known = before?.entries.every((entry, position) => entry === entries[position]) === true ? before : null
    this.#sentences = known === null ? [] : known.#sentences.slice()
    this.#searched = known === null ? [] : known.#searched.slice()
    this.entries = entries
    this.timelines = new HistoryTimelines(entries)
    this.#nameOf = nameOf
    entries.forEach((entry, position) => this.#byStamp.set(stampKey(entry.writer, entry.sequence), position))
    entries.forEach((entry, position) => {
      const root = entry.reverts === null ? null : this.positionOf(entry.writer, entry.reverts)
      if (root !== null) this.#revertedBy.set(root, position)
    })
  }

  /** Null when there is no such entry. */
  positionOf(writer: string, sequence: number): number | null {
    return this.#byStamp.get(stampKey(writer, sequence)) ?? null
  }

  /** The name that the writer of an entry went by then. */
  by(position: number): string {
    const writer = this.entries[position]?.writer ?? ''
    return this.timelines.nameAt(writer, position) ?? this.#nameOf(writer)
  }

  /** The sequence of the entry that took this one back; null when none did, or that was taken back itself. */
  revertedBy(position: number): number | null {
    const at = this.#revertedBy.get(position)
    const reverting = at === undefined ? undefined : this.entries[at]
    return at === undefined || reverting === undefined || this.revertedBy(at) !== null ? null : reverting.sequence
  }

  sentence(position: number): string {
    const known = this.#sentences[position]
    if (known !== undefined) return known
    const entry = this.entries[position]
    if (entry === undefined) return ''
    const sentence = entrySentence(entry, this.by(position), this.#names(position), this.#rootOf(entry))
    this.#sentences[position] = sentence
    return sentence
  }

  fields(position: number): { readonly fields: readonly FieldChange[]; readonly leftOut: number } {
    return fieldChanges(this.entries[position]?.changes ?? [], this.#names(position))
  }

  touched(position: number): readonly HistorySubject[] {
    return touchedBy(this.entries[position]?.changes ?? [], this.#names(position))
  }

  /** What a claim, note or source was called just after an entry. */
  subjectName({ type, id }: HistorySubject, position: number): string {
    const names = this.#names(position)
    return type === 'claim' ? names.claim(id) : type === 'note' ? names.note(id) : names.source(id)
  }

  names(position: number): HistoryNames {
    return this.#names(position)
  }

  /** At most `limit` entries that fit, before the given one, latest first. For all pages together each that fits comes once. */
  page(filter: HistoryFilter, before: JournalStamp | null, limit: number): HistoryPage {
    const fitting = this.#fitting(filter)
    const end = before === null ? fitting.length : this.#countBefore(fitting, before)
    const positions = fitting.slice(Math.max(0, end - limit), end).reverse()
    const last = this.entries[positions.at(-1) ?? -1]
    const next =
      last === undefined || end <= limit ? null : { at: last.at, writer: last.writer, sequence: last.sequence }
    return { positions, next, total: fitting.length }
  }

  #fitting({ about, reviewerId, kinds, text }: HistoryFilter): readonly number[] {
    const all = about === null ? this.entries.map((_, position) => position) : this.#positionsAbout(about)
    const wanted = text.trim().toLowerCase().split(/\s+/u).filter(Boolean)
    return all.filter((position) => {
      const entry = this.entries[position]
      if (entry === undefined || (reviewerId !== null && entry.writer !== reviewerId)) return false
      if (kinds.length > 0 && !kindsOf(entry.changes).some((kind) => kinds.includes(kind))) return false
      return wanted.every((word) => this.#searchedText(position).includes(word))
    })
  }

  #searchedText(position: number): string {
    const known = this.#searched[position]
    if (known !== undefined) return known
    const { changes } = this.entries[position] ?? { changes: [] }
    const texts = [this.sentence(position), ...fieldTexts(changes, this.#names(position))]
    const searched = texts
      .join('\n')
      .replace(/[^\S\n]+/gu, ' ')
      .toLowerCase()
    this.#searched[position] = searched
    return searched
  }

  /** A claim's history holds that of the claims that were merged into it, and of the one it was split off from until then. */
  #positionsAbout(subject: HistorySubject): readonly number[] {
    const found = new Set<number>()
    const add = (one: HistorySubject, until: number, seen: ReadonlySet<string>): void => {
      const key = subjectKey(one)
      if (seen.has(key)) return
      const own = this.#aboutIndex().get(key) ?? []
      for (const position of own) if (position < until) found.add(position)
      if (one.type !== 'claim') return
      const ways = new Set([...seen, key])
      for (const position of own) {
        for (const change of this.entries[position]?.changes ?? []) {
          if (change.type === 'merging' && (change.after ?? change.before)?.into === one.id) {
            if (this.timelines.isThere('merging', change.id)) add({ type: 'claim', id: change.id }, until, ways)
          }
          const from = change.type === 'splitting' && change.id === one.id ? change.after?.from : undefined
          if (from !== undefined) add({ type: 'claim', id: from }, Math.min(until, position), ways)
        }
      }
    }
    add(subject, Infinity, new Set())
    return [...found].sort((a, b) => a - b)
  }

  #aboutIndex(): ReadonlyMap<string, readonly number[]> {
    if (this.#about !== null) return this.#about
    const about = new Map<string, number[]>()
    this.entries.forEach((_, position) => {
      for (const subject of this.touched(position)) {
        const positions = about.get(subjectKey(subject))
        if (positions === undefined) about.set(subjectKey(subject), [position])
        else positions.push(position)
      }
    })
    this.#about = about
    return about
  }

  /** What an entry took back in the end, and whether that was to do it again; null when it takes nothing back. */
  #rootOf(entry: HistoryEntry): { readonly words: string; readonly again: boolean } | null {
    let again = true
    let at: number | null = null
    for (let sequence = entry.reverts; sequence !== null; sequence = this.entries[at]?.reverts ?? null) {
      const position = this.positionOf(entry.writer, sequence)
      if (position === null) break
      // Only what came before can be taken back; a journal that says otherwise must not lead in a circle.
      if (at !== null && position >= at) break
      at = position
      again = !again
    }
    const root = at === null ? undefined : this.entries[at]
    return root === undefined || at === null ? null : { words: changeWords(root.changes, this.#names(at)), again }
  }

  #names(position: number): HistoryNames {
    return new HistoryNames(this.timelines, position)
  }

  #countBefore(positions: readonly number[], stamp: JournalStamp): number {
    let low = 0
    let high = positions.length
    while (low < high) {
      const middle = (low + high) >> 1
      const entry = this.entries[positions[middle] ?? -1]
      if (entry !== undefined && compareEntries(entry, stamp) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}

function stampKey(writer: string, sequence: number): string {
  return `${writer}/${sequence}`
}
