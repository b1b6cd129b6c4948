import { assert } from '../assert'
import { intAt } from './growingInts'

/** Grams that there is room for at first, a power of two: more takes memory for a small corpus, less moves them more often. */
export const FIRST_SIZE = 1 << 15

/** Grams and the slots of the sources that have them: an open-addressed table of hashes over linked lists in flat arrays. */
export class GramTable {
  #mask = FIRST_SIZE - 1
  #used = 0
  #hashes = new Int32Array(this.#mask + 1)
  /** First posting of the gram plus one; 0 for a place that is free. A gram that no source has any more keeps its place with -1. */
  #heads = new Int32Array(this.#mask + 1)
  #kinds = new Uint8Array(this.#mask + 1)
  #sources = new Int32Array(this.#mask + 1)
  #quoted = new Int32Array(this.#mask + 1)
  #postingSlot = new Int32Array(FIRST_SIZE)
  #postingNext = new Int32Array(FIRST_SIZE)
  #postings = 0
  #freePosting = -1

  /** Where the gram stands, made when it is new. Good until the next gram is made. */
  placeOf(hash: number, kind: number): number {
    if (this.#used * 2 > this.#mask) this.#grow()
    const place = this.#search(hash)
    if (intAt(this.#heads, place) === 0) {
      this.#hashes[place] = hash
      this.#heads[place] = -1
      this.#kinds[place] = kind
      this.#used++
    }
    return place
  }

  kindAt(place: number): number {
    return this.#kinds[place] ?? 0
  }

  /** How many sources have the gram. */
  sourcesAt(place: number): number {
    return intAt(this.#sources, place)
  }

  /** How many of them have it between quotation marks. */
  quotedAt(place: number): number {
    return intAt(this.#quoted, place)
  }

  /** The slots of the sources that have it, in no order. */
  slotsAt(place: number): number[] {
    const slots: number[] = []
    for (let posting = intAt(this.#heads, place) - 1; posting >= 0; posting = intAt(this.#postingNext, posting)) {
      slots.push(intAt(this.#postingSlot, posting))
    }
    return slots
  }

  /** Adds a source that has not been added at this place. */
  add(place: number, slot: number, quoted: number): void {
    const posting = this.#newPosting()
    const head = intAt(this.#heads, place)
    this.#postingSlot[posting] = slot
    this.#postingNext[posting] = head < 0 ? -1 : head - 1
    this.#heads[place] = posting + 1
    this.#sources[place] = this.sourcesAt(place) + 1
    this.#quoted[place] = this.quotedAt(place) + quoted
  }

  /** Takes a source away that was added at this place. */
  remove(place: number, slot: number, quoted: number): void {
    let previous = -1
    let posting = intAt(this.#heads, place) - 1
    while (posting >= 0 && intAt(this.#postingSlot, posting) !== slot) {
      previous = posting
      posting = intAt(this.#postingNext, posting)
    }
    assert(posting >= 0, 'a source that is removed from a gram has it')
    const next = intAt(this.#postingNext, posting)
    if (previous >= 0) this.#postingNext[previous] = next
    else this.#heads[place] = next < 0 ? -1 : next + 1
    this.#postingNext[posting] = this.#freePosting
    this.#freePosting = posting
    this.#sources[place] = this.sourcesAt(place) - 1
    this.#quoted[place] = this.quotedAt(place) - quoted
  }

  /** Calls back for each gram that two or more sources have. */
  eachShared(visit: (place: number) => void): void {
    for (let place = 0; place <= this.#mask; place++) if (this.sourcesAt(place) > 1) visit(place)
  }

  #search(hash: number): number {
    let place = hash & this.#mask
    while (intAt(this.#heads, place) !== 0 && intAt(this.#hashes, place) !== hash) place = (place + 1) & this.#mask
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
    const old = {
      hashes: this.#hashes,
      heads: this.#heads,
      kinds: this.#kinds,
      sources: this.#sources,
      quoted: this.#quoted,
    }
    const size = (this.#mask + 1) * 2
    this.#mask = size - 1
    this.#hashes = new Int32Array(size)
    this.#heads = new Int32Array(size)
    this.#kinds = new Uint8Array(size)
    this.#sources = new Int32Array(size)
    this.#quoted = new Int32Array(size)
    for (let from = 0; from < old.heads.length; from++) {
      if (intAt(old.heads, from) === 0) continue
      const place = this.#search(intAt(old.hashes, from))
      this.#hashes[place] = intAt(old.hashes, from)
      this.#heads[place] = intAt(old.heads, from)
      this.#kinds[place] = old.kinds[from] ?? 0
      this.#sources[place] = intAt(old.sources, from)
      this.#quoted[place] = intAt(old.quoted, from)
    }
  }
}

function doubled(values: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(values.length * 2)
  larger.set(values)
  return larger
}
