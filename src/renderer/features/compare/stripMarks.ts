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

/** All marks as one path of at most one piece a pixel: thousands of passages must not be thousands of shapes. */
export function stripPath(
  marks: readonly StripMark[],
  lane: { readonly left: number; readonly width: number; readonly height: number },
): string {
  const rows = Math.ceil(lane.height) + THINNEST_MARK
  const covered = new Uint8Array(rows + 1)
  for (const { top, height } of marks) covered.fill(1, Math.round(top), Math.min(rows, Math.round(top + height)))
  const pieces: string[] = []
  for (let row = 0, start = -1; row <= rows; row += 1) {
    if (covered[row] === 1 && start === -1) start = row
    if (covered[row] === 1 || start === -1) continue
    pieces.push(`M${lane.left} ${start}h${lane.width}v${row - start}h-${lane.width}z`)
    start = -1
  }
  return pieces.join('')
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
