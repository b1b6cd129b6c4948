import { assert } from '../assert'
import { GramTable } from './gramTable'
import { intAt } from './growingInts'
import { GRAM, type SourceGrams } from './sourceGrams'

/** Sources up to which no long or quoted gram is too common: comparing all of so few with each other takes seconds at worst. */
export const UNCAPPED_SOURCES = 200
/** Sources that a long gram may stand in, in a larger corpus: wording that more have pairs none of them. More costs its square. */
export const MOST_SOURCES = 64
/** The same for wording that most of its sources have between quotation marks, which is what reviewers look for. */
export const MOST_SOURCES_QUOTED = 200
/** Sources that a short gram or a rare word may stand in, in a corpus of any size. */
export const MOST_SOURCES_SHORT = 16
/** Points from which two sources are compared. */
export const CANDIDATE_POINTS = 6
/** Points of a short gram outside quotation marks: two make a candidate. */
export const SHORT_POINTS = 3
/** Points of a rare word: six make a candidate. */
export const WORD_POINTS = 1

/**
 * Which sources of a corpus are worth comparing: those that share a long gram, a quoted one, two short ones or several rare
 * words, after the constants above. Depends on the sources that are in it and not on the order in which they came or went;
 * a source costs in proportion to its words when it is added or removed, and four bytes for each other source.
 */
export class CorpusIndex {
  readonly #table = new GramTable()
  /** Grams of each slot; null for a slot that is free. */
  readonly #grams: (SourceGrams | null)[] = []
  readonly #free: number[] = []
  /** Points of each slot with each lower one. */
  readonly #points: Int32Array[] = []
  #count = 0

  /** Adds a source and gives its slot: a small number of its own, which a source that was removed may have had. */
  add(grams: SourceGrams): number {
    const slot = this.#free.pop() ?? this.#grams.length
    this.#grams[slot] = grams
    this.#points[slot] ??= new Int32Array(slot)
    this.#setCount(this.#count + 1)
    for (let at = 0; at < grams.hashes.length; at++) {
      const place = this.#table.placeOf(intAt(grams.hashes, at), grams.kinds[at] ?? 0)
      const before = this.#pointsAt(place)
      const sources = this.#table.sourcesAt(place)
      this.#table.add(place, slot, grams.quoted[at] ?? 0)
      const after = this.#pointsAt(place)
      // Wording that is too common is counted and not gone through: its sources would be as many as the corpus.
      if (sources === 0 || (before === 0 && after === 0)) continue
      const slots = this.#table.slotsAt(place).filter((one) => one !== slot)
      if (after !== before) this.#givePairs(slots, after - before)
      if (after !== 0) for (const other of slots) this.#give(slot, other, after)
    }
    return slot
  }

  /** Takes a source out as if it had never been added. */
  remove(slot: number): void {
    const grams = this.#grams[slot]
    assert(grams !== null && grams !== undefined, 'a source that is removed was added')
    for (let at = 0; at < grams.hashes.length; at++) {
      const place = this.#table.placeOf(intAt(grams.hashes, at), grams.kinds[at] ?? 0)
      const before = this.#pointsAt(place)
      this.#table.remove(place, slot, grams.quoted[at] ?? 0)
      const after = this.#pointsAt(place)
      if (before === 0 && after === 0) continue
      const slots = this.#table.slotsAt(place)
      if (after !== before) this.#givePairs(slots, after - before)
      if (before !== 0) for (const other of slots) this.#give(slot, other, -before)
    }
    this.#grams[slot] = null
    this.#free.push(slot)
    this.#setCount(this.#count - 1)
  }

  isCandidate(one: number, other: number): boolean {
    return intAt(this.#points[Math.max(one, other)] ?? new Int32Array(0), Math.min(one, other)) >= CANDIDATE_POINTS
  }

  /** What sharing the gram is worth, from how many sources have it. */
  #pointsAt(place: number): number {
    const sources = this.#table.sourcesAt(place)
    const quoted = this.#table.quotedAt(place)
    const most = quoted * 2 >= sources ? MOST_SOURCES_QUOTED : MOST_SOURCES
    const isCommon = sources > most && this.#count > UNCAPPED_SOURCES
    switch (this.#table.kindAt(place)) {
      case GRAM.long:
        return isCommon ? 0 : CANDIDATE_POINTS
      case GRAM.quoted:
        return isCommon || quoted === 0 ? 0 : CANDIDATE_POINTS
      case GRAM.short:
        return sources > MOST_SOURCES_SHORT ? 0 : quoted > 0 ? CANDIDATE_POINTS : SHORT_POINTS
      default:
        return sources > MOST_SOURCES_SHORT ? 0 : WORD_POINTS
    }
  }

  /** The caps depend on the number of sources at one number only: there all is counted anew. */
  #setCount(count: number): void {
    const crossed = count > UNCAPPED_SOURCES !== this.#count > UNCAPPED_SOURCES
    this.#count = count
    if (!crossed) return
    for (const points of this.#points) points.fill(0)
    this.#table.eachShared((place) => this.#givePairs(this.#table.slotsAt(place), this.#pointsAt(place)))
  }

  #givePairs(slots: readonly number[], points: number): void {
    if (points === 0) return
    for (const [at, slot] of slots.entries()) {
      for (let other = 0; other < at; other++) this.#give(slot, slots[other] ?? slot, points)
    }
  }

  #give(one: number, other: number, points: number): void {
    const row = this.#points[Math.max(one, other)]
    const column = Math.min(one, other)
    if (row !== undefined) row[column] = intAt(row, column) + points
  }
}
