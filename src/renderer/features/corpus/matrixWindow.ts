/** One direction of a grid that scrolls under fixed headings; all lengths in pixels. */
export type Axis = {
  readonly scroll: number
  /** Of the view, headings included. */
  readonly view: number
  readonly head: number
  readonly cell: number
  readonly count: number
}

/** Cells drawn beyond each edge of the view: more hide the edge while scrolling fast, fewer cost less. */
export const OVERSCAN = 4

/** The first place to draw: in view, or a few before it. */
export function firstDrawn({ scroll, cell, count }: Axis): number {
  return cell <= 0 ? 0 : Math.min(count, Math.max(0, Math.floor(scroll / cell) - OVERSCAN))
}

/** The place after the last one to draw. */
export function drawnEnd({ scroll, view, head, cell, count }: Axis): number {
  return cell <= 0 ? 0 : Math.min(count, Math.ceil((scroll + Math.max(0, view - head)) / cell) + OVERSCAN)
}

/** The places to draw, in order: from `from` up to `to`, and `keep` wherever it is, so that the focus is never lost. */
export function drawnPlaces(from: number, to: number, keep: number, count: number): readonly number[] {
  const places = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
  if (keep < 0 || keep >= count) return places
  if (keep < from) return [keep, ...places]
  return keep >= to ? [...places, keep] : places
}

/** Where to scroll so that a place is whole in view, moving as little as possible. */
export function scrollToPlace(place: number, { scroll, view, head, cell }: Axis): number {
  const room = Math.max(cell, view - head)
  const start = place * cell
  if (start < scroll) return start
  return start + cell > scroll + room ? start + cell - room : scroll
}

/** How many whole cells the view shows; a page up or down goes that far. */
export function placesInView({ view, head, cell }: Axis): number {
  return cell <= 0 ? 1 : Math.max(1, Math.floor((view - head) / cell))
}

/** The place that a key leads to from another; null for a key that leads nowhere. */
export function placeByKey(
  key: string,
  ctrl: boolean,
  at: { readonly row: number; readonly column: number },
  extent: { readonly count: number; readonly page: number },
): { readonly row: number; readonly column: number } | null {
  const last = extent.count - 1
  const clamp = (place: number): number => Math.min(last, Math.max(0, place))
  switch (key) {
    case 'ArrowDown':
      return { ...at, row: ctrl ? last : clamp(at.row + 1) }
    case 'ArrowUp':
      return { ...at, row: ctrl ? 0 : clamp(at.row - 1) }
    case 'ArrowRight':
      return { ...at, column: ctrl ? last : clamp(at.column + 1) }
    case 'ArrowLeft':
      return { ...at, column: ctrl ? 0 : clamp(at.column - 1) }
    case 'PageDown':
      return { ...at, row: clamp(at.row + extent.page) }
    case 'PageUp':
      return { ...at, row: clamp(at.row - extent.page) }
    case 'Home':
      return { row: ctrl ? 0 : at.row, column: 0 }
    case 'End':
      return { row: ctrl ? last : at.row, column: last }
    default:
      return null
  }
}
