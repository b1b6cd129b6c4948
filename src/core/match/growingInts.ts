/** A list of whole numbers that grows without an object for each: a long article has millions of words. */
export class GrowingInts {
  private values: Int32Array
  private used = 0

  constructor(expected = 1_024) {
    this.values = new Int32Array(Math.max(16, expected))
  }

  get length(): number {
    return this.used
  }

  push(value: number): void {
    if (this.used === this.values.length) {
      const wider = new Int32Array(this.values.length * 2)
      wider.set(this.values)
      this.values = wider
    }
    this.values[this.used++] = value
  }

  /** Overwrites the number that was pushed last; there must be one. */
  replaceLast(value: number): void {
    this.values[this.used - 1] = value
  }

  at(index: number): number {
    return intAt(this.values, index)
  }

  /** What was pushed, in order. */
  toArray(): Int32Array {
    return this.values.subarray(0, this.used)
  }
}

/** The number at `index`, 0 outside the array: typed arrays of the matcher are only read where they are filled. */
export function intAt(values: Int32Array, index: number): number {
  return values[index] ?? 0
}

/** The number at `index`, 0 outside the array. Apart from intAt, since one function that reads both kinds reads both slowly. */
export function byteAt(values: Uint8Array, index: number): number {
  return values[index] ?? 0
}
