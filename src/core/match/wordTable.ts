import { intAt } from './growingInts'

/** The hash of no units. */
export const EMPTY_HASH = 0x811c9dc5 | 0
const HASH_FACTOR = 0x01000193

/** The hash of a word with one more UTF-16 unit, from EMPTY_HASH on (FNV-1a, Fowler, Noll and Vo). */
export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, HASH_FACTOR)
}

/** The hash of the UTF-16 units of `text` from `start` up to `end`. */
export function hashWord(text: string, start: number, end: number): number {
  let hash = EMPTY_HASH
  for (let at = start; at < end; at++) hash = hashUnit(hash, text.charCodeAt(at))
  return hash
}

/** What is known of a word that stands in a text: the numbers of its spelling, its key and its stem, and its NUMBER_PART. */
export type WordNumbers = {
  readonly spelling: number
  readonly key: number
  readonly stem: number
  readonly part: number
}

const HASH = 0
const LENGTH = 1
const SPELLING = 2
const KEY = 3
const STEM = 4
const PART = 5
const UNITS = 6

/** What is known of each of many words, asked for by where a word stands in a text: no string is made to look one up. */
export class WordTable {
  private words = 0
  /** Where the record of a word begins, from 1, at the place that its hash says or one of the next; at most half full. */
  private slots = new Int32Array(4_096)
  /** The records, one after the other: the hash and the length of the word, its numbers, its UTF-16 units. Read together, they cost one wait for memory. */
  private records = new Int32Array(32_768)
  private used = 0

  /** Where the record of the word of `text` from `start` up to `end` is, whose hash is `hash`; -1 when it has none. */
  find(text: string, start: number, end: number, hash: number): number {
    const { slots, records } = this
    const mask = slots.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const record = intAt(slots, slot) - 1
      if (record < 0) return -1
      if (intAt(records, record + HASH) !== hash || intAt(records, record + LENGTH) !== end - start) continue
      let at = start
      let unit = record + UNITS
      while (at < end && intAt(records, unit) === text.charCodeAt(at)) {
        at++
        unit++
      }
      if (at === end) return record
    }
  }

  spellingAt(record: number): number {
    return intAt(this.records, record + SPELLING)
  }

  keyAt(record: number): number {
    return intAt(this.records, record + KEY)
  }

  stemAt(record: number): number {
    return intAt(this.records, record + STEM)
  }

  partAt(record: number): number {
    return intAt(this.records, record + PART)
  }

  /** Adds a word that has no record yet; returns where its record is. */
  add(word: string, hash: number, { spelling, key, stem, part }: WordNumbers): number {
    while (this.used + UNITS + word.length > this.records.length) this.records = widened(this.records)
    const record = this.used
    this.records[record + HASH] = hash
    this.records[record + LENGTH] = word.length
    this.records[record + SPELLING] = spelling
    this.records[record + KEY] = key
    this.records[record + STEM] = stem
    this.records[record + PART] = part
    for (let at = 0; at < word.length; at++) this.records[record + UNITS + at] = word.charCodeAt(at)
    this.used += UNITS + word.length
    this.words++
    if (this.words * 2 > this.slots.length) this.widenSlots()
    else this.place(record, hash)
    return record
  }

  private place(record: number, hash: number): void {
    const mask = this.slots.length - 1
    let slot = hash & mask
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask
    this.slots[slot] = record + 1
  }

  private widenSlots(): void {
    this.slots = new Int32Array(this.slots.length * 4)
    for (let record = 0; record < this.used;) {
      this.place(record, intAt(this.records, record + HASH))
      record += UNITS + intAt(this.records, record + LENGTH)
    }
  }
}

function widened(values: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(values.length * 2)
  wider.set(values)
  return wider
}
