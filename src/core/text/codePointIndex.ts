/** Code units between two stored counts. Smaller is quicker to look up, larger takes less memory (4 bytes a block). */
export const CODE_POINT_BLOCK_UNITS = 512

/** Translates between UTF-16 offsets and code point offsets of one text. */
export interface CodePointIndex {
  /** Code points in the whole text. */
  readonly length: number
  /** Code points before the UTF-16 offset; an offset inside a surrogate pair counts as before it, or with `up` as after it. */
  toCodePoint(unitOffset: number, side: 'down' | 'up'): number
  /** The UTF-16 offset of a code point; `length` gives the end of the text. */
  toUnit(codePoint: number): number
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

/** True when `offset` lies between the two halves of a surrogate pair. */
export function splitsPair(text: string, offset: number): boolean {
  return (
    offset > 0 &&
    offset < text.length &&
    isLowSurrogate(text.charCodeAt(offset)) &&
    isHighSurrogate(text.charCodeAt(offset - 1))
  )
}

/** How many surrogate pairs end in `[from, to)` of the text. A surrogate without its other half is a code point by itself. */
function pairsEndingIn(text: string, from: number, to: number): number {
  let pairs = 0
  for (let offset = from; offset < to; offset += 1) {
    if (isLowSurrogate(text.charCodeAt(offset)) && splitsPair(text, offset)) pairs += 1
  }
  return pairs
}

/** For each block, how many pairs end before it; null when the text has none, as most have. */
function countPairs(text: string): Uint32Array | null {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return null
  const counts = new Uint32Array(Math.ceil(text.length / CODE_POINT_BLOCK_UNITS) + 1)
  for (let block = 1; block < counts.length; block += 1) {
    const from = (block - 1) * CODE_POINT_BLOCK_UNITS
    const to = Math.min(text.length, from + CODE_POINT_BLOCK_UNITS)
    counts[block] = (counts[block - 1] ?? 0) + pairsEndingIn(text, from, to)
  }
  return counts
}

/** Builds the index in one pass over the text; each look-up reads at most one block. */
export function createCodePointIndex(text: string): CodePointIndex {
  const counts = countPairs(text)
  if (counts === null) {
    return { length: text.length, toCodePoint: (unitOffset) => unitOffset, toUnit: (codePoint) => codePoint }
  }
  const pairsBefore = (unitOffset: number): number => {
    const block = Math.floor(unitOffset / CODE_POINT_BLOCK_UNITS)
    return (counts[block] ?? 0) + pairsEndingIn(text, block * CODE_POINT_BLOCK_UNITS, unitOffset)
  }
  return {
    length: text.length - (counts[counts.length - 1] ?? 0),
    toCodePoint(unitOffset, side) {
      // A pair counts once its low half is behind us, so inside a pair the plain count is already the one after it.
      const after = unitOffset - pairsBefore(unitOffset)
      return side === 'down' && splitsPair(text, unitOffset) ? after - 1 : after
    },
    toUnit(codePoint) {
      let low = 0
      let high = counts.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if (middle * CODE_POINT_BLOCK_UNITS - (counts[middle] ?? 0) <= codePoint) low = middle
        else high = middle - 1
      }
      let offset = low * CODE_POINT_BLOCK_UNITS
      let left = codePoint - (offset - (counts[low] ?? 0))
      // A count at a block's start inside a pair is the one after the pair, so that is where to go on from.
      if (splitsPair(text, offset)) offset += 1
      for (; left > 0; left -= 1) offset += splitsPair(text, offset + 1) ? 2 : 1
      return offset
    },
  }
}
