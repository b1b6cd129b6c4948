/** Seeded random numbers: the same seed gives the same row on every machine. */
export type Random = {
  /** From 0 to below 1. */
  readonly next: () => number
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: <Item>(items: readonly Item[]) => Item
  readonly shuffled: <Item>(items: readonly Item[]) => Item[]
  /** `median` times e to the power of a normal number with this spread. */
  readonly logNormal: (median: number, spread: number) => number
}

/**
 * Numbers by sfc32 (Chris Doty-Humphrey's small fast counter generator, 2010). `stream` names what they are for, so that one more draw in
 * one place changes nothing in another.
 */
export function createRandom(seed: number, stream: string): Random {
  const next = smallFastCounter(hash(seed, stream))
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    between,
    chance: (share) => next() < share,
    pick<Item>(items: readonly Item[]): Item {
      if (items.length === 0) throw new Error(`Nothing to pick from in "${stream}".`)
      return items[between(0, items.length - 1)]!
    },
    shuffled(items) {
      const mixed = [...items]
      for (let last = mixed.length - 1; last > 0; last--) {
        const other = between(0, last)
        ;[mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!]
      }
      return mixed
    },
    logNormal: (median, spread) => median * Math.exp(spread * normal(next)),
  }
}

/** By Box and Muller. */
function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
}

/** FNV-1a of the stream's name, begun with the seed. */
function hash(seed: number, stream: string): number {
  let state = (0x811c9dc5 ^ Math.floor(seed / 0x100000000)) >>> 0
  for (const code of [seed & 0xff, (seed >>> 8) & 0xff, (seed >>> 16) & 0xff, seed >>> 24]) {
    state = Math.imul(state ^ code, 0x01000193) >>> 0
  }
  for (let place = 0; place < stream.length; place++) {
    state = Math.imul(state ^ stream.charCodeAt(place), 0x01000193) >>> 0
  }
  return state
}

function smallFastCounter(start: number): () => number {
  let a = start | 0
  let b = 0x9e3779b9 | 0
  let c = 0x243f6a88 | 0
  let counter = 1
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return (sum >>> 0) / 0x100000000
  }
  // The state is thin at first: let it mix.
  for (let round = 0; round < 15; round++) next()
  return next
}
