import type { TextRange } from '../../../core/text/textRange'
import { createPainter, type HighlightPainter } from '../../dom/highlightPainter'
import { PaneGeometry } from '../../dom/paneGeometry'
import type { Paragraph } from '../../../core/text/paragraphs'
import type { ScrollExtent } from '../../dom/scrollLink'
import { TextSurface } from '../../dom/textSurface'

/** By how much the text's height must change before overviews are drawn anew, as a share: a long text is laid out while it is scrolled. */
export const OUTLINE_CHANGE = 0.01
/** Painted beyond what is seen, above and below, in heights of the view: more paints less often, less paints less at a time. */
export const PAINTED_MARGIN = 1.5

/** Where in the view the eye is taken to rest, as a share from its top. */
export const EYE_SHARE = 0.3

export type MountedText = {
  readonly sourceId: string
  readonly scroller: HTMLElement
  readonly paragraphs: readonly Paragraph[]
  /** `elements[i]` holds the text of `paragraphs[i]`, inside `scroller`. */
  readonly elements: readonly HTMLElement[]
}

const NOWHERE: TextRange = { start: 0, endExclusive: 0 }

/** One pane's text on the screen: how far it is scrolled, where everything stands, and what paints it. Read once a frame. */
export class PaneView {
  #scrollTop = $state(0)
  #viewHeight = $state(0)
  #layout = $state(0)
  #outline = $state(0)
  #reflow = $state(0)
  #outlineHeight = 0
  #window = $state.raw<TextRange>(NOWHERE)
  #surface = $state.raw<TextSurface | null>(null)
  #revealed = $state.raw<TextRange | null>(null)
  #geometry: PaneGeometry | null = null
  #painter: HighlightPainter | null = null
  #scroller: HTMLElement | null = null
  #frame = 0
  #fadeTimer: ReturnType<typeof setTimeout> | undefined
  #windowBounds = { top: 0, bottom: 0 }
  #width = 0
  /** The offset that stands where the eye is taken to rest. */
  #readingAt = 0
  #stale = false
  #sourceId = $state<string | null>(null)

  /** Whose text this is; null while nothing is mounted. */
  get sourceId(): string | null {
    return this.#sourceId
  }
  /** As of the last frame, in pixels. */
  get scrollTop(): number {
    return this.#scrollTop
  }
  get viewHeight(): number {
    return this.#viewHeight
  }
  /** Rises with every change of layout: what is derived from the geometry reads it first. */
  get layout(): number {
    return this.#layout
  }
  /** Rises when the text as a whole changes its height so much that an overview of it shows. */
  get outline(): number {
    return this.#outline
  }
  /** Rises when lines break elsewhere: the pane or its letters have another size. */
  get reflow(): number {
    return this.#reflow
  }
  /** The text that is worth painting: what shows, and some above and below. */
  get window(): TextRange {
    return this.#window
  }
  get surface(): TextSurface | null {
    return this.#surface
  }
  get revealed(): TextRange | null {
    return this.#revealed
  }
  get geometry(): PaneGeometry | null {
    return this.#geometry
  }
  get painter(): HighlightPainter | null {
    return this.#painter
  }
  get scroller(): HTMLElement | null {
    return this.#scroller
  }

  /** Where the pane stands now, not as of the last frame. */
  get extent(): ScrollExtent {
    const scroller = this.#scroller
    if (scroller === null) return { view: 0, most: 0, at: 0 }
    const view = scroller.clientHeight
    return { view, most: Math.max(0, scroller.scrollHeight - view), at: scroller.scrollTop }
  }

  /** Takes a text that was just set. Returns what takes everything down again. */
  mount({ sourceId, scroller, paragraphs, elements }: MountedText): () => void {
    this.#sourceId = sourceId
    const surface = new TextSurface(scroller, paragraphs, elements)
    const painter = createPainter(surface)
    this.#scroller = scroller
    this.#geometry = new PaneGeometry(scroller, surface)
    this.#painter = painter
    this.#surface = surface
    this.#outlineHeight = 0
    this.#width = 0
    this.#measure()
    const sizes = new ResizeObserver(() => this.#later(true))
    sizes.observe(scroller)
    const paper = elements[0]?.closest('.paper')
    if (paper) sizes.observe(paper)
    void document.fonts.ready.then(() => this.#later(true))
    return () => {
      sizes.disconnect()
      cancelAnimationFrame(this.#frame)
      clearTimeout(this.#fadeTimer)
      painter.dispose()
      this.#sourceId = null
      this.#surface = null
      this.#geometry = null
      this.#painter = null
      this.#scroller = null
      this.#revealed = null
    }
  }

  /** To be called with every scroll event. */
  scrolled(): void {
    this.#later(false)
  }

  scrollTo(top: number): void {
    if (this.#scroller !== null) this.#scroller.scrollTop = top
  }

  /** Whether a point of the window lies on the words of a range, not beside a short line of them. */
  isAt(range: TextRange, x: number, y: number): boolean {
    const rects = this.#surface?.domRange(range)?.getClientRects() ?? []
    return [...rects].some(
      (rect) => x >= rect.left - 2 && x <= rect.right + 2 && y >= rect.top - 4 && y <= rect.bottom + 4,
    )
  }

  /** Marks a stretch for a moment. */
  reveal(range: TextRange, forMs: number): void {
    clearTimeout(this.#fadeTimer)
    this.#revealed = range
    this.#fadeTimer = setTimeout(() => (this.#revealed = null), forMs)
  }

  #later(stale: boolean): void {
    this.#stale ||= stale
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => (this.#stale ? this.#measure() : this.#read()))
  }

  #measure(): void {
    if (this.#geometry === null) return
    this.#stale = false
    this.#geometry.measure()
    this.#keepPlace()
    const height = this.#geometry.textBottom
    if (Math.abs(height - this.#outlineHeight) > this.#outlineHeight * OUTLINE_CHANGE) {
      this.#outlineHeight = height
      this.#outline += 1
    }
    this.#windowBounds = { top: 0, bottom: 0 }
    this.#read()
    this.#layout += 1
  }

  /** Lines break elsewhere in another width or size of text: what was being read stays where it was. */
  #keepPlace(): void {
    const [scroller, geometry] = [this.#scroller, this.#geometry]
    const width = scroller?.querySelector('[data-text]')?.clientWidth ?? 0
    const before = this.#width
    this.#width = width
    if (before === 0 || before === width) return
    this.#reflow += 1
    if (scroller !== null && geometry !== null && scroller.scrollTop > 0)
      scroller.scrollTop = geometry.roughly(this.#readingAt) - scroller.clientHeight * EYE_SHARE
  }

  #read(): void {
    const [scroller, geometry] = [this.#scroller, this.#geometry]
    if (scroller === null || geometry === null) return
    const [top, view] = [scroller.scrollTop, scroller.clientHeight]
    this.#scrollTop = top
    this.#viewHeight = view
    this.#readingAt = geometry.offsetNear(top + view * EYE_SHARE)
    if (top >= this.#windowBounds.top && top + view <= this.#windowBounds.bottom) return
    const margin = view * PAINTED_MARGIN
    this.#windowBounds = { top: top - margin, bottom: top + view + margin }
    this.#window = geometry.textBetween(this.#windowBounds.top, this.#windowBounds.bottom)
  }
}
