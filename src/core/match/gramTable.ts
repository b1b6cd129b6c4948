import { assert } from '../assert'
import { intAt } from './growingInts'

/** Grams that there is room for at first, a power of two: more takes memory for a small corpus, less moves them more often. */
export const FIRST_SIZE = 1 << 15

/** Numbers that an entry of the table has, beside each other since they are asked for together. */
const ENTRY = 4
/** Places of them in an entry. */
const HASH = 0
/** First posting of the gram plus one; 0 for an entry that is free. A gram that no source has any more keeps its entry with -1. */
const HEAD = 1
/** How many sources have the gram, times KINDS, and its kind. */
const SOURCES = 2
const QUOTED = 3
const KINDS = 4

/** Grams and the slots of the sources that have them: an open-addressed table of hashes over linked lists in flat arrays. */
export class GramTable {
  #mask = FIRST_SIZE - 1
  #used = 0
  #entries = new Int32Array(FIRST_SIZE * ENTRY)
  #postingSlot = new Int32Array(FIRST_SIZE)
  #postingNext = new Int32Array(FIRST_SIZE)
  #postings = 0
  #freePosting = -1

  /** Where the gram stands, made when it is new. Good until the next gram is made. */
  placeOf(hash: number, kind: number): number {
    if (this.#used * 2 > this.#mask) this.#grow()
    const place = this.#search(hash)
    if (intAt(this.#entries, place + HEAD) === 0) {
      this.#entries[place + HASH] = hash
      this.#entries[place + HEAD] = -1
      this.#entries[place + SOURCES] = kind
      this.#used++
    }
    return place
  }

  kindAt(place: number): number {
    return intAt(this.#entries, place + SOURCES) % KINDS
  }

  /** How many sources have the gram. */
  sourcesAt(place: number): number {
    return Math.floor(intAt(this.#entries, place + SOURCES) / KINDS)
  }

  /** How many of them have it between quotation marks. */
  quotedAt(place: number): number {
    return intAt(this.#entries, place + QUOTED)
  }

  /** The slots of the sources that have it, in no order. */
  slotsAt(place: number): number[] {
    const slots: number[] = []
    for (
      let posting = intAt(this.#entries, place + HEAD) - 1;
      posting >= 0;
      posting = intAt(this.#postingNext, posting)
    ) {
      slots.push(intAt(this.#postingSlot, posting))
    }
    return slots
  }

  /** Adds a source that has not been added at this place. */
  add(place: number, slot: number, quoted: number): void {
    const posting = this.#newPosting()
    const head = intAt(this.#entries, place + HEAD)
    this.#postingSlot[posting] = slot
    this.#postingNext[posting] = head < 0 ? -1 : head - 1
    this.#entries[place + HEAD] = posting + 1
    this.#count(place, 1, quoted)
  }

  /** Takes a source away that was added at this place. */
  remove(place: number, slot: number, quoted: number): void {
    let previous = -1
    let posting = intAt(this.#entries, place + HEAD) - 1
    while (posting >= 0 && intAt(this.#postingSlot, posting) !== slot) {
      previous = posting
      posting = intAt(this.#postingNext, posting)
    }
    assert(posting >= 0, 'a source that is removed from a gram has it')
    const next = intAt(this.#postingNext, posting)
    if (previous >= 0) this.#postingNext[previous] = next
    else this.#entries[place + HEAD] = next < 0 ? -1 : next + 1
    this.#postingNext[posting] = this.#freePosting
    this.#freePosting = posting
    this.#count(place, -1, -quoted)
  }

  /** Calls back for each gram that two or more sources have. */
  eachShared(visit: (place: number) => void): void {
    for (let place = 0; place < this.#entries.length; place += ENTRY) if (this.sourcesAt(place) > 1) visit(place)
  }

  #count(place: number, sources: number, quoted: number): void {
    this.#entries[place + SOURCES] = intAt(this.#entries, place + SOURCES) + sources * KINDS
    this.#entries[place + QUOTED] = intAt(this.#entries, place + QUOTED) + quoted
  }

  #search(hash: number): number {
    let place = (hash & this.#mask) * ENTRY
    const end = this.#entries.length
    while (intAt(this.#entries, place + HEAD) !== 0 && intAt(this.#entries, place + HASH) !== hash) {
      place += ENTRY
      if (place === end) place = 0
    }
    return place
  }

  #newPosting(): number {
    if (this.#freePosting >= 0) {
      const posting = this.#freePosting
      this.#freePosting = intAt(this.#postingNext, posting)
      return posting
    }
    if (this.#postings === this.#postingSlot.length) {
      this.#postingSlot = doubled(this.#postingSlot)
      this.#postingNext = doubled(this.#postingNext)
    }
    return this.#postings++
  }

  #grow(): void {
    const old = this.#entries
    this.#mask = this.#mask * 2 + 1
    this.#entries = new Int32Array(old.length * 2)
    for (let from = 0; from < old.length; from += ENTRY) {
      if (intAt(old, from + HEAD) === 0) continue
      const place = this.#search(intAt(old, from + HASH))
      for (let field = 0; field < ENTRY; field++) this.#entries[place + field] = intAt(old, from + field)
    }
  }
}

function doubled(values: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(values.length * 2)
  larger.set(values)
  return larger
}
