import { intAt } from './growingInts'
import { BREAK } from './textBreaks'

const HASH_FACTOR = 0x9e3779b1

type KeysAndBreaks = { readonly keys: Int32Array; readonly breakBefore: Uint8Array }

/** A hash of `size` keys from `at` on. */
export function hashKeys(keys: Int32Array, at: number, size: number): number {
  let hash = size
  for (let word = at; word < at + size; word++) hash = Math.imul(hash ^ intAt(keys, word), HASH_FACTOR)
  return hash ^ (hash >>> 15)
}

/** For each word a hash of its key and the next two; 0 where they do not stand together. */
export function hashTrigrams(keys: Int32Array, breakBefore: Uint8Array): Int32Array {
  const hashes = new Int32Array(keys.length)
  for (let word = 0; word + 2 < keys.length; word++) {
    if (breakBefore[word + 1] === BREAK.barrier || breakBefore[word + 2] === BREAK.barrier) continue
    hashes[word] = hashKeys(keys, word, 3) || 1
  }
  return hashes
}

/** A hash of the key of a word and the next, which must exist; 0 where they do not stand together. */
export function hashBigram({ keys, breakBefore }: KeysAndBreaks, word: number): number {
  return breakBefore[word + 1] === BREAK.barrier ? 0 : hashKeys(keys, word, 2) || 1
}
