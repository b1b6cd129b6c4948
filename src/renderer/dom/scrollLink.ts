/** A place of one text and the place of the other that belongs beside it, in pixels of their contents; `weight` is how much they share. */
export type ScrollAnchor = { readonly from: number; readonly to: number; readonly weight: number }

/** How tall a pane's view is, how far it can scroll, and where it stands (pixels). */
export type ScrollExtent = { readonly view: number; readonly most: number; readonly at: number }

/** After this many pixels of scrolling, half of a displacement that alignment has left is gone: shorter jerks, longer drifts. */
export const DISPLACEMENT_HALF_LIFE = 400

/**
 * The heaviest chain of anchors that rises on both sides: a passage that was moved cannot be followed without scrolling back,
 * so it is left out. O(n²) in anchors, which callers keep below a few hundred.
 */
export function risingChain(anchors: readonly ScrollAnchor[]): readonly ScrollAnchor[] {
  const sorted = anchors.toSorted((p, q) => p.from - q.from || p.to - q.to)
  const best: number[] = []
  const before: number[] = []
  let end = -1
  for (const [index, anchor] of sorted.entries()) {
    best[index] = anchor.weight
    before[index] = -1
    for (let other = 0; other < index; other += 1) {
      const earlier = sorted[other]
      if (earlier === undefined || earlier.from >= anchor.from || earlier.to >= anchor.to) continue
      const weight = (best[other] ?? 0) + anchor.weight
      if (weight <= (best[index] ?? 0)) continue
      best[index] = weight
      before[index] = other
    }
    if (end === -1 || (best[index] ?? 0) > (best[end] ?? 0)) end = index
  }
  const chain: ScrollAnchor[] = []
  for (let at = end; at !== -1; at = before[at] ?? -1) {
    const anchor = sorted[at]
    if (anchor !== undefined) chain.push(anchor)
  }
  return chain.reverse()
}

/** Straight lines between the anchors, from the two tops to the two ends. */
export function interpolate(chain: readonly ScrollAnchor[], at: number, fromEnd: number, toEnd: number): number {
  let [x0, y0] = [0, 0]
  for (const anchor of chain) {
    if (at < anchor.from) return between(at, x0, y0, anchor.from, anchor.to)
    x0 = anchor.from
    y0 = anchor.to
  }
  return between(at, x0, y0, Math.max(fromEnd, x0), Math.max(toEnd, y0))
}

function between(at: number, x0: number, y0: number, x1: number, y1: number): number {
  return x1 <= x0 ? y0 : y0 + ((at - x0) / (x1 - x0)) * (y1 - y0)
}

/** The height of the content that the eye is taken to rest on: the view's top at the very top, its bottom at the very end. */
export function eyeLine(extent: ScrollExtent): number {
  return extent.most <= 0 ? 0 : extent.at + extent.view * (extent.at / extent.most)
}

/** Where to scroll so that the eye rests on `line`. */
export function scrollForEye(line: number, extent: ScrollExtent): number {
  return extent.most <= 0 ? 0 : Math.min(extent.most, Math.max(0, (line * extent.most) / (extent.most + extent.view)))
}

/** What is left of a displacement after `moved` more pixels of scrolling. */
export function fade(displacement: number, moved: number): number {
  const left = displacement * 0.5 ** (Math.abs(moved) / DISPLACEMENT_HALF_LIFE)
  return Math.abs(left) < 0.5 ? 0 : left
}

/**
 * The height, from the top of the view, at which two boxes can stand side by side: as near to `wanted` as both can scroll.
 * Where there is no such height, the highest that both can reach.
 */
export function commonHeight(wanted: number, tops: readonly number[], extents: readonly ScrollExtent[]): number {
  const least = Math.max(...tops.map((top, pane) => top - (extents[pane]?.most ?? 0)))
  const most = Math.min(...tops)
  return Math.min(most, Math.max(least, wanted))
}
