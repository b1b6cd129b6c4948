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

/** As hashKeys for three keys; most of all that is hashed. */
function hashOfThree(first: number, second: number, third: number): number {
  const hash = Math.imul(Math.imul(Math.imul(3 ^ first, HASH_FACTOR) ^ second, HASH_FACTOR) ^ third, HASH_FACTOR)
  return hash ^ (hash >>> 15)
}

/** For each word a hash of its key and the next two; 0 where they do not stand together. */
export function hashTrigrams(keys: Int32Array, breakBefore: Uint8Array): Int32Array {
  const hashes = new Int32Array(keys.length)
  let first = keys.length > 0 ? intAt(keys, 0) : 0
  let second = keys.length > 1 ? intAt(keys, 1) : 0
  let apart = keys.length > 1 && breakBefore[1] === BREAK.barrier
  for (let word = 0; word + 2 < keys.length; word++) {
    const third = intAt(keys, word + 2)
    const nextApart = breakBefore[word + 2] === BREAK.barrier
    if (!apart && !nextApart) hashes[word] = hashOfThree(first, second, third) || 1
    first = second
    second = third
    apart = nextApart
  }
  return hashes
}

/** A hash of the key of a word and the next, which must exist; 0 where they do not stand together. */
export function hashBigram({ keys, breakBefore }: KeysAndBreaks, word: number): number {
  if (breakBefore[word + 1] === BREAK.barrier) return 0
  const hash = Math.imul(Math.imul(2 ^ intAt(keys, word), HASH_FACTOR) ^ intAt(keys, word + 1), HASH_FACTOR)
  return hash ^ (hash >>> 15) || 1
}
