import type { TextRange } from '../../core/text/textRange'
import { paragraphAt } from '../../core/text/paragraphs'
import type { TextSurface } from './textSurface'

/** Top and bottom in pixels from the top of the pane's content, whatever is scrolled. */
export type VerticalBox = { readonly top: number; readonly bottom: number }

/**
 * Where the text stands in its pane, measured once a layout and remembered: scrolling asks the document nothing.
 * `measure()` is called after every change of layout.
 */
export class PaneGeometry {
  readonly #scroller: HTMLElement
  readonly #surface: TextSurface
  #tops: Float64Array = new Float64Array(0)
  readonly #boxes = new Map<string, VerticalBox>()
  /** Of chunks when they were last laid out, from their tops, and how tall they were then. */
  readonly #measured = new WeakMap<Element, { readonly height: number; readonly offsets: readonly number[] }>()

  constructor(scroller: HTMLElement, surface: TextSurface) {
    this.#scroller = scroller
    this.#surface = surface
  }

  measure(): void {
    const { paragraphs } = this.#surface
    this.#boxes.clear()
    // One more than there are paragraphs: each ends where the next begins, which asks for half as much.
    this.#tops = new Float64Array(paragraphs.length + 1)
    for (let index = 0; index < paragraphs.length;) {
      const chunk = this.#surface.element(index)?.parentElement?.parentElement
      index += chunk ? this.#measureChunk(chunk, index) : 1
    }
  }

  /** The rows of a chunk from the paragraph `first` on; gives how many they are. A chunk out of sight keeps its size, and is not laid out to be measured. */
  #measureChunk(chunk: HTMLElement, first: number): number {
    const rows = chunk.childElementCount
    const { offsetTop: top, offsetHeight: height } = chunk
    this.#tops[first + rows] = top + height
    const firstRow = this.#surface.element(first)?.parentElement
    if (firstRow?.checkVisibility({ contentVisibilityAuto: true }) === true) {
      const offsets = Array.from({ length: rows }, (_, row) => this.#rowOffset(first + row))
      this.#measured.set(chunk, { height, offsets })
    }
    const known = this.#measured.get(chunk)
    const offsets = known?.height === height ? known.offsets : this.#guessOffsets(first, rows, height)
    for (const [row, offset] of offsets.entries()) this.#tops[first + row] = top + offset
    return rows
  }

  #rowOffset(index: number): number {
    return this.#surface.element(index)?.parentElement?.offsetTop ?? 0
  }

  /** By the share of characters: off by some lines, until it is laid out. */
  #guessOffsets(first: number, rows: number, height: number): readonly number[] {
    const { paragraphs } = this.#surface
    const start = paragraphs[first]?.range.start ?? 0
    const length = Math.max(1, (paragraphs[first + rows - 1]?.range.endExclusive ?? start) - start)
    return Array.from({ length: rows }, (_, row) => {
      const at = paragraphs[first + row]?.range.start ?? start
      return ((at - start) / length) * height
    })
  }

  /** Where the last paragraph ends; the empty room below it is not counted. */
  get textBottom(): number {
    return this.#tops.at(-1) ?? 0
  }

  /** The first and the last paragraph that show between two heights. */
  paragraphsBetween(top: number, bottom: number): { readonly first: number; readonly last: number } {
    const most = Math.max(0, this.#tops.length - 2)
    const first = Math.min(most, Math.max(0, firstBelow(this.#tops, top) - 1))
    return { first, last: Math.min(most, Math.max(first, firstBelow(this.#tops, bottom) - 1)) }
  }

  /** The text that shows between two heights. */
  textBetween(top: number, bottom: number): TextRange {
    const { first, last } = this.paragraphsBetween(top, bottom)
    const start = this.#surface.paragraphs[first]?.range.start ?? 0
    return { start, endExclusive: this.#surface.paragraphs[last]?.range.endExclusive ?? start }
  }

  /** The height of an offset, from its paragraph's size alone: off by a line at most, and asks the document nothing. */
  roughly(offset: number): number {
    const index = paragraphAt(this.#surface.paragraphs, offset)
    const paragraph = this.#surface.paragraphs[index]
    if (paragraph === undefined) return 0
    const { start, endExclusive } = paragraph.range
    const share = endExclusive === start ? 0 : Math.min(1, Math.max(0, (offset - start) / (endExclusive - start)))
    const top = this.#tops[index] ?? 0
    return top + share * ((this.#tops[index + 1] ?? top) - top)
  }

  /** The offset that stands at a height, from its paragraph's size alone: the other way of `roughly`. */
  offsetNear(height: number): number {
    const index = this.paragraphsBetween(height, height).first
    const range = this.#surface.paragraphs[index]?.range
    if (range === undefined) return 0
    const top = this.#tops[index] ?? 0
    const share = Math.min(1, Math.max(0, (height - top) / Math.max(1, (this.#tops[index + 1] ?? top) - top)))
    return Math.round(range.start + share * (range.endExclusive - range.start))
  }

  /** The exact box of a range, from the first line's top to the last line's bottom. Lays the paragraph out where it was not. */
  box(range: TextRange): VerticalBox {
    const key = `${range.start} ${range.endExclusive}`
    const known = this.#boxes.get(key)
    if (known !== undefined) return known
    const box = this.boxNow(range)
    this.#boxes.set(key, box)
    return box
  }

  /** As `box`, but measured at this moment, whatever was remembered. */
  boxNow(range: TextRange): VerticalBox {
    const parts = this.#surface.parts(range)
    const [first, last] = [parts[0], parts.at(-1)]
    if (first === undefined || last === undefined) {
      const top = this.roughly(range.start)
      return { top, bottom: top }
    }
    const origin = this.#origin().top
    const top = this.#clientBox(first.range)
    const bottom = last === first ? top : this.#clientBox(last.range)
    return { top: (top?.top ?? origin) - origin, bottom: (bottom?.bottom ?? origin) - origin }
  }

  /** As a rectangle in the pane's content, line by line. */
  rects(range: TextRange): readonly DOMRect[] {
    const rects = this.#surface.domRange(range)?.getClientRects() ?? []
    return [...rects].map((rect) => this.toContent(rect))
  }

  /** A rectangle of the window as it lies in the pane's content. */
  toContent(rect: DOMRect): DOMRect {
    const { left, top } = this.#origin()
    return new DOMRect(rect.left - left, rect.top - top, rect.width, rect.height)
  }

  /** The gap between two words at an offset: the middle of the space there, and the line's bottom. Null where nothing is set. */
  gapAt(offset: number): { readonly x: number; readonly bottom: number } | null {
    const before = this.#character(offset - 1)
    const after = this.#character(offset)
    const space = [before, after].find((one) => one !== null && one.blank)
    // A space at which the line was broken has no width: the mark goes after the last word, not before the next line.
    if (space)
      return { x: Math.max((space.rect.left + space.rect.right) / 2, space.rect.left + 2), bottom: space.rect.bottom }
    if (after !== null) return { x: after.rect.left, bottom: after.rect.bottom }
    return before === null ? null : { x: before.rect.right, bottom: before.rect.bottom }
  }

  #character(offset: number): { readonly rect: DOMRect; readonly blank: boolean } | null {
    if (offset < 0) return null
    const range = { start: offset, endExclusive: offset + 1 }
    if (this.#surface.parts(range).length === 0) return null
    const set = this.#surface.domRange(range)
    const rect = this.rects(range)[0]
    return set === null || rect === undefined ? null : { rect, blank: set.toString().trim() === '' }
  }

  #clientBox(range: TextRange): DOMRect | null {
    return this.#surface.domRange(range)?.getBoundingClientRect() ?? null
  }

  #origin(): { readonly left: number; readonly top: number } {
    const box = this.#scroller.getBoundingClientRect()
    return { left: box.left - this.#scroller.scrollLeft, top: box.top - this.#scroller.scrollTop }
  }
}

/** The first index whose value is greater than `limit`; the length when none is. Values rise. */
function firstBelow(values: Float64Array, limit: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] ?? 0) > limit) high = middle
    else low = middle + 1
  }
  return low
}
