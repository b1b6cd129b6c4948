/** Numbers that an array may have to be kept: a longer one is made anew each time, so that no text holds memory for good. */
export const MOST_KEPT = 1 << 20

/** Room for whole numbers that is used again: a new array of the size of a text costs as much as walking through it. */
export class KeptInts {
  private values = new Int32Array(1_024)

  /** An array of `length` zeros, good until the next is asked for. */
  zeros(length: number): Int32Array {
    if (length > MOST_KEPT) return new Int32Array(length)
    if (length > this.values.length) this.values = new Int32Array(Math.min(MOST_KEPT, length * 2))
    else this.values.fill(0, 0, length)
    return this.values.subarray(0, length)
  }
}
