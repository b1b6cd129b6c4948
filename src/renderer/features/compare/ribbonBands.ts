import type { ComparedPassage } from '../../../contract/schemas'
import type { TextRange } from '../../../core/text/textRange'
import type { PaneGeometry, VerticalBox } from '../../dom/paneGeometry'
import { touches } from './paintPlan'

/** Within this of the view passages are measured exactly; beyond it, from their paragraph's size (pixels). */
export const ROUGH_ERROR = 120
/** How far beyond the view a band is drawn, so that it leaves it at the right slope (pixels). */
export const BEYOND_VIEW = 400

/** One pane as its ribbons see it; `offset` is from the top of the ribbons to the top of its text. */
export type BandSide = {
  readonly geometry: Pick<PaneGeometry, 'roughly' | 'box' | 'textBetween'>
  readonly top: number
  readonly view: number
  readonly offset: number
}
/** A band, in pixels from the top of the ribbons. */
export type Band = { readonly passage: ComparedPassage; readonly a: VerticalBox; readonly b: VerticalBox }

/** The bands of passages that show on at least one side. The document is asked only about those near the views. */
export function visibleBands(
  passages: readonly ComparedPassage[],
  sides: { readonly a: BandSide; readonly b: BandSide },
): readonly Band[] {
  const bands: Band[] = []
  const [seenA, seenB] = [textNear(sides.a), textNear(sides.b)]
  for (const passage of passages) {
    const near = { a: touches(passage.a, seenA), b: touches(passage.b, seenB) }
    if (!near.a && !near.b) continue
    const a = place(sides.a, passage.a, near.a)
    const b = place(sides.b, passage.b, near.b)
    if (shows(sides.a, a) || shows(sides.b, b)) bands.push({ passage, a: clamp(sides.a, a), b: clamp(sides.b, b) })
  }
  return bands
}

export function bandPath({ a, b }: Band, width: number): string {
  const middle = width / 2
  const [p, q, r, s] = [a.top, a.bottom, b.top, b.bottom].map((y) => y.toFixed(1))
  return `M0 ${p}C${middle} ${p} ${middle} ${r} ${width} ${r}V${s}C${middle} ${s} ${middle} ${q} 0 ${q}Z`
}

/** The text that shows, and a little more. */
function textNear(side: BandSide): TextRange {
  return side.geometry.textBetween(side.top - ROUGH_ERROR, side.top + side.view + ROUGH_ERROR)
}

function place(side: BandSide, range: TextRange, exactly: boolean): VerticalBox {
  const box = exactly
    ? side.geometry.box(range)
    : { top: side.geometry.roughly(range.start), bottom: side.geometry.roughly(range.endExclusive) }
  const shift = side.offset - side.top
  return { top: box.top + shift, bottom: box.bottom + shift }
}

function shows(side: BandSide, box: VerticalBox): boolean {
  return box.bottom > side.offset && box.top < side.offset + side.view
}

function clamp(side: BandSide, box: VerticalBox): VerticalBox {
  const within = (y: number): number =>
    Math.min(side.offset + side.view + BEYOND_VIEW, Math.max(side.offset - BEYOND_VIEW, y))
  return { top: within(box.top), bottom: within(box.bottom) }
}
