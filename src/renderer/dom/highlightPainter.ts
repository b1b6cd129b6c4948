import type { TextRange } from '../../core/text/textRange'
import type { TextSurface } from './textSurface'

/** What can be painted, lowest first: where two lie over each other, the later one's colour is seen. */
export const HIGHLIGHTS = [
  'furniture',
  'pair',
  'claim-unverified',
  'claim-verified',
  'claim-disputed',
  'note',
  'differs',
  'differs-kept',
  'held',
  'pair-along',
  'left-out-pale',
  'put-in-pale',
  'pair-on',
  'left-out',
  'put-in',
  'revealed',
  'find',
  'find-on',
] as const
export type HighlightName = (typeof HIGHLIGHTS)[number]

/** Colours stretches of a text without changing it. */
export interface HighlightPainter {
  /** Replaces whatever this painter had painted under the name. */
  paint(name: HighlightName, ranges: readonly TextRange[]): void
  dispose(): void
}

export function createPainter(surface: TextSurface): HighlightPainter {
  return 'highlights' in CSS ? new CssPainter(surface) : new SpanPainter(surface)
}

/** Paints through the CSS Custom Highlight API; the rules stand in features/compare/highlights.css. */
class CssPainter implements HighlightPainter {
  readonly #surface: TextSurface
  readonly #painted = new Map<HighlightName, readonly AbstractRange[]>()

  constructor(surface: TextSurface) {
    this.#surface = surface
  }

  paint(name: HighlightName, ranges: readonly TextRange[]): void {
    const before = this.#painted.get(name) ?? []
    if (before.length === 0 && ranges.length === 0) return
    const highlight = registered(name)
    for (const range of before) highlight.delete(range)
    const after = ranges.flatMap((range) => this.#surface.parts(range).map((part) => this.#staticRange(part.range)))
    for (const range of after) if (range !== null) highlight.add(range)
    this.#painted.set(
      name,
      after.filter((range) => range !== null),
    )
  }

  dispose(): void {
    for (const name of this.#painted.keys()) this.paint(name, [])
  }

  /** Static ones: the text never changes, and live ones would cost on every change of the page. */
  #staticRange(range: TextRange): StaticRange | null {
    const start = this.#surface.pointAt(range.start)
    const end = this.#surface.pointAt(range.endExclusive)
    if (start === null || end === null) return null
    return new StaticRange({
      startContainer: start.node,
      startOffset: start.offset,
      endContainer: end.node,
      endOffset: end.offset,
    })
  }
}

/** The registry belongs to the whole page, so all panes share one highlight a name. */
function registered(name: HighlightName): Highlight {
  const known = CSS.highlights.get(name)
  if (known !== undefined) return known
  const highlight = new Highlight()
  highlight.priority = HIGHLIGHTS.indexOf(name)
  CSS.highlights.set(name, highlight)
  return highlight
}

/** For engines without highlights: each paragraph's text in spans with the class `hl-<name>`, its characters unchanged. */
class SpanPainter implements HighlightPainter {
  readonly #surface: TextSurface
  readonly #painted = new Map<HighlightName, readonly TextRange[]>()

  constructor(surface: TextSurface) {
    this.#surface = surface
  }

  paint(name: HighlightName, ranges: readonly TextRange[]): void {
    const before = this.#painted.get(name) ?? []
    this.#painted.set(name, ranges)
    const touched = [...before, ...ranges].flatMap((range) => this.#surface.parts(range).map((part) => part.paragraph))
    for (const paragraph of new Set(touched)) this.#set(paragraph)
  }

  dispose(): void {
    for (const name of [...this.#painted.keys()]) this.paint(name, [])
  }

  #set(index: number): void {
    const element = this.#surface.element(index)
    const paragraph = this.#surface.paragraphs[index]
    if (element === null || paragraph === undefined) return
    const text = element.textContent
    const inside = this.#inside(paragraph.range)
    if (inside.length === 0) {
      element.textContent = text
      return
    }
    const bounds = [0, text.length, ...inside.flatMap(({ start, end }) => [start, end])]
    const cuts = [...new Set(bounds)].sort((a, b) => a - b)
    const pieces = cuts.slice(0, -1).map((start, at) => {
      const names = inside.filter((one) => one.start <= start && start < one.end).map((one) => one.name)
      return piece(text.slice(start, cuts[at + 1]), names)
    })
    element.replaceChildren(...pieces)
  }

  #inside(paragraph: TextRange): { name: HighlightName; start: number; end: number }[] {
    return HIGHLIGHTS.flatMap((name) =>
      (this.#painted.get(name) ?? [])
        .filter((range) => range.start < paragraph.endExclusive && paragraph.start < range.endExclusive)
        .map((range) => ({
          name,
          start: Math.max(0, range.start - paragraph.start),
          end: Math.min(range.endExclusive, paragraph.endExclusive) - paragraph.start,
        })),
    )
  }
}

function piece(text: string, names: readonly HighlightName[]): Node {
  if (names.length === 0) return document.createTextNode(text)
  const span = document.createElement('span')
  span.className = names.map((name) => `hl-${name}`).join(' ')
  span.textContent = text
  return span
}
