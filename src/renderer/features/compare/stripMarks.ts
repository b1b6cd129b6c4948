import type { TextRange } from '../../../core/text/textRange'

/** A mark of the overview strip, in pixels from its top. */
export type StripMark = { readonly top: number; readonly height: number; readonly range: TextRange }

/** Thinner than this nothing is seen or hit (pixels). */
export const THINNEST_MARK = 3
/** How far beside a mark a click still means it (pixels). */
export const CLICK_REACH = 5

export function stripMark(top: number, bottom: number, range: TextRange): StripMark {
  return { top, height: Math.max(THINNEST_MARK, bottom - top), range }
}

/** All marks as one path: thousands of passages must not be thousands of elements. */
export function stripPath(marks: readonly StripMark[], left: number, width: number): string {
  return marks.map(({ top, height }) => `M${left} ${top.toFixed(1)}h${width}v${height.toFixed(1)}h-${width}z`).join('')
}

/** The mark at a height, else the nearest within reach; null when there is none. Of several, the smallest. */
export function nearestMark(marks: readonly StripMark[], y: number): StripMark | null {
  let best: StripMark | null = null
  let bestDistance = CLICK_REACH
  for (const mark of marks) {
    const distance = Math.max(0, mark.top - y, y - mark.top - mark.height)
    const better = distance < bestDistance || (distance === bestDistance && mark.height < (best?.height ?? Infinity))
    if (!better) continue
    best = mark
    bestDistance = distance
  }
  return best
}
