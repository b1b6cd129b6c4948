import { textRange, type TextRange } from '../../core/text/textRange'
import { paragraphAt, type Paragraph } from '../../core/text/paragraphs'

/** A place in the document tree, as Range and Selection have it. */
export type DomPoint = { readonly node: Node; readonly offset: number }

/**
 * A text set as paragraphs, and the exact map between its offsets and places in the document.
 * Every paragraph's element holds its characters and nothing else: one text node, or, where spans are painted,
 * several whose characters join to the same.
 */
export class TextSurface {
  readonly root: HTMLElement
  readonly paragraphs: readonly Paragraph[]
  readonly #elements: readonly HTMLElement[]
  readonly #indexes = new Map<Node, number>()

  /** `elements[i]` holds the text of `paragraphs[i]`. */
  constructor(root: HTMLElement, paragraphs: readonly Paragraph[], elements: readonly HTMLElement[]) {
    this.root = root
    this.paragraphs = paragraphs
    this.#elements = elements
    for (const [index, element] of elements.entries()) this.#indexes.set(element, index)
  }

  element(index: number): HTMLElement | null {
    return this.#elements[index] ?? null
  }

  /** Null when there is no text at all. An offset between two paragraphs is the end of the one before. */
  pointAt(offset: number): DomPoint | null {
    const index = paragraphAt(this.paragraphs, offset)
    const paragraph = this.paragraphs[index]
    const element = this.#elements[index]
    if (paragraph === undefined || element === undefined) return null
    const length = paragraph.range.endExclusive - paragraph.range.start
    return pointInside(element, Math.min(Math.max(0, offset - paragraph.range.start), length))
  }

  /** The text offset of a place in the document; places outside any paragraph go to the nearest text. Null when outside this surface. */
  offsetOf(node: Node, offset: number): number | null {
    if (!this.root.contains(node)) return null
    for (let at: Node | null = node; at !== null && at !== this.root; at = at.parentNode) {
      const index = this.#indexes.get(at)
      const paragraph = index === undefined ? undefined : this.paragraphs[index]
      if (paragraph !== undefined) return paragraph.range.start + charactersBefore(at, node, offset)
    }
    return this.#nearest(node, offset)
  }

  /** The parts of `range` that are set, one a paragraph. */
  parts(range: TextRange): readonly { readonly paragraph: number; readonly range: TextRange }[] {
    const parts: { paragraph: number; range: TextRange }[] = []
    for (let index = paragraphAt(this.paragraphs, range.start); index < this.paragraphs.length; index += 1) {
      const paragraph = this.paragraphs[index]
      if (paragraph === undefined || paragraph.range.start >= range.endExclusive) break
      const start = Math.max(range.start, paragraph.range.start)
      const end = Math.min(range.endExclusive, paragraph.range.endExclusive)
      if (start < end) parts.push({ paragraph: index, range: textRange(start, end) })
    }
    return parts
  }

  /** A live DOM range from the start to the end of `range`; null when there is no text. */
  domRange(range: TextRange): Range | null {
    const start = this.pointAt(range.start)
    const end = this.pointAt(range.endExclusive)
    if (start === null || end === null) return null
    const made = document.createRange()
    made.setStart(start.node, start.offset)
    made.setEnd(end.node, end.offset)
    return made
  }

  /** What the document's selection covers of this surface: where it was begun and where it was carried to. Null when it lies elsewhere. */
  selected(selection: Selection | null): { readonly anchor: number; readonly focus: number } | null {
    if (selection === null || selection.anchorNode === null || selection.focusNode === null) return null
    const anchor = this.offsetOf(selection.anchorNode, selection.anchorOffset)
    const focus = this.offsetOf(selection.focusNode, selection.focusOffset)
    return anchor === null || focus === null ? null : { anchor, focus }
  }

  #nearest(node: Node, offset: number): number | null {
    const probe = document.createRange()
    probe.setStart(node, offset)
    let last: number | null = this.paragraphs[0]?.range.start ?? null
    for (const [index, element] of this.#elements.entries()) {
      const paragraph = this.paragraphs[index]
      if (paragraph === undefined || probe.comparePoint(element, 0) > 0) break
      last = paragraph.range.endExclusive
    }
    return last
  }
}

function pointInside(element: HTMLElement, offset: number): DomPoint {
  const only = element.firstChild
  if (only !== null && only === element.lastChild && only.nodeType === Node.TEXT_NODE) return { node: only, offset }
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let left = offset
  let node = walker.nextNode()
  let last: Node = element
  while (node !== null) {
    const length = node.textContent?.length ?? 0
    if (left <= length) return { node, offset: left }
    left -= length
    last = node
    node = walker.nextNode()
  }
  return { node: last, offset: last === element ? 0 : (last.textContent?.length ?? 0) }
}

function charactersBefore(element: Node, node: Node, offset: number): number {
  if (node.nodeType === Node.TEXT_NODE && node.parentNode === element && element.childNodes.length === 1) return offset
  const range = document.createRange()
  range.setStart(element, 0)
  range.setEnd(node, offset)
  return range.toString().length
}
