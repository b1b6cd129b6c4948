import type { ReadText } from './readText'
import { BREAK } from './textBreaks'
import { intAt } from './growingInts'
import { hashKeys } from './ngramHash'

/** Where each sequence of `size` words occurs in one text. */
export type NgramIndex = {
  readonly size: number
  /** The number of the sequence that begins at word `at` of `table`; -1 when the indexed text has it nowhere. */
  readonly find: (table: ReadText, at: number) => number
  readonly sequences: number
  /** The occurrences of sequence `id`, in order, are `positions[firsts[id]]` up to `positions[firsts[id + 1]]`. */
  readonly firsts: Int32Array
  readonly positions: Int32Array
}

/** True when `size` words from `at` on stand together: enough of them, nothing set aside between them. */
function standTogether(table: ReadText, at: number, size: number): boolean {
  if (at + size > table.count) return false
  for (let word = at + 1; word < at + size; word++) if (table.breakBefore[word] === BREAK.barrier) return false
  return true
}

function sameWords(a: Int32Array, aAt: number, b: Int32Array, bAt: number, size: number): boolean {
  for (let word = 0; word < size; word++) if (a[aAt + word] !== b[bAt + word]) return false
  return true
}

/** Places that are indexed between two questions whether to go on. */
export const PLACES_BETWEEN_STEPS = 64

export type NgramsToIndex = {
  readonly table: ReadText
  readonly size: number
  /** The words at which sequences that are worth indexing begin, in order. */
  readonly places: Int32Array
}

/** Indexes places of a text in linear time; `step` is called after each PLACES_BETWEEN_STEPS and stops the work when false (the rest is not indexed). */
export function indexNgrams({ table, size, places }: NgramsToIndex, step: (done: number) => boolean): NgramIndex {
  const { keys } = table
  const count = places.length
  // At most half full, so that looking up stays short.
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(4, count * 2))))
  const mask = slots.length - 1
  const representatives = new Int32Array(count)
  const idOf = new Int32Array(count).fill(-1)
  let sequences = 0

  const slotFor = (other: Int32Array, at: number): number => {
    let slot = hashKeys(other, at, size) & mask
    for (;;) {
      const id = intAt(slots, slot) - 1
      if (id < 0 || sameWords(other, at, keys, intAt(representatives, id), size)) return slot
      slot = (slot + 1) & mask
    }
  }

  for (let place = 0; place < count; place++) {
    if (place % PLACES_BETWEEN_STEPS === 0 && !step(place / count)) break
    const at = intAt(places, place)
    if (!standTogether(table, at, size)) continue
    const slot = slotFor(keys, at)
    if (slots[slot] === 0) {
      representatives[sequences] = at
      slots[slot] = ++sequences
    }
    idOf[place] = intAt(slots, slot) - 1
  }
  const { firsts, positions } = groupPositions(idOf, sequences)
  const find = (other: ReadText, at: number): number =>
    standTogether(other, at, size) ? intAt(slots, slotFor(other.keys, at)) - 1 : -1
  for (let at = 0; at < positions.length; at++) positions[at] = intAt(places, intAt(positions, at))
  return { size, find, sequences, firsts, positions }
}

/** For each number from 0 up to `groups`, the positions that hold it, in order; negative ones belong nowhere. */
function groupPositions(
  groupAt: Int32Array,
  groups: number,
): { readonly firsts: Int32Array; readonly positions: Int32Array } {
  const firsts = new Int32Array(groups + 1)
  for (let at = 0; at < groupAt.length; at++) {
    const group = intAt(groupAt, at)
    if (group >= 0) firsts[group + 1] = intAt(firsts, group + 1) + 1
  }
  for (let group = 0; group < groups; group++) firsts[group + 1] = intAt(firsts, group + 1) + intAt(firsts, group)
  const next = firsts.slice()
  const positions = new Int32Array(intAt(firsts, groups))
  for (let at = 0; at < groupAt.length; at++) {
    const group = intAt(groupAt, at)
    if (group < 0) continue
    positions[intAt(next, group)] = at
    next[group] = intAt(next, group) + 1
  }
  return { firsts, positions }
}
