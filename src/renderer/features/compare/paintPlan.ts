import type { ComparedPassage } from '../../../contract/schemas'
import type { TextRange } from '../../../core/text/textRange'
import type { HighlightName } from '../../dom/highlightPainter'

export type Side = 'a' | 'b'
/** A join as one of its two panes sees it. */
export type JoinSide = { readonly side: Side; readonly passages: readonly ComparedPassage[] }
/** The chosen passage and the difference in it that was stepped to, as one of its two panes sees them. */
export type ChosenSide = { readonly side: Side; readonly passage: ComparedPassage; readonly difference: number | null }
export type PaintPlan = Readonly<Partial<Record<HighlightName, readonly TextRange[]>>>
/** A place where the other side has words and this one has none; the tone is the other side's. */
export type MissingWords = { readonly at: number; readonly tone: 'left out' | 'put in' }

/** What of the passages is painted in a pane, of what lies in `window` alone. */
export function planPassages(joins: readonly JoinSide[], chosen: ChosenSide | null, window: TextRange): PaintPlan {
  const pair: TextRange[] = []
  const pale: Record<Side, TextRange[]> = { a: [], b: [] }
  for (const { side, passages } of joins)
    for (const passage of passages) {
      if (!touches(passage[side], window)) continue
      if (passage === chosen?.passage && side === chosen.side) continue
      pair.push(passage[side])
      pale[side].push(...differingRanges(passage, side))
    }
  return {
    pair,
    'left-out-pale': pale.a,
    'put-in-pale': pale.b,
    'pair-on': chosen === null ? [] : [chosen.passage[chosen.side]],
    'left-out': chosen?.side === 'a' ? differingRanges(chosen.passage, 'a') : [],
    'put-in': chosen?.side === 'b' ? differingRanges(chosen.passage, 'b') : [],
    'difference-on': chosen === null ? [] : chosenDifference(chosen),
  }
}

/** Where words of the other side are missing in this one. */
export function missingWords(chosen: ChosenSide | null): readonly MissingWords[] {
  if (chosen === null) return []
  const tone = chosen.side === 'a' ? 'put in' : 'left out'
  return chosen.passage.segments
    .filter((segment) => segment.kind === tone)
    .map((segment) => ({ at: segment[chosen.side].start, tone }))
}

export function touches(range: TextRange, window: TextRange): boolean {
  return range.start < window.endExclusive && window.start < range.endExclusive
}

function differingRanges(passage: ComparedPassage, side: Side): readonly TextRange[] {
  return passage.segments
    .filter((segment) => segment.kind !== 'equal' && segment[side].endExclusive > segment[side].start)
    .map((segment) => segment[side])
}

function chosenDifference(chosen: ChosenSide): readonly TextRange[] {
  const segment = chosen.difference === null ? undefined : chosen.passage.segments[chosen.difference]
  const range = segment?.[chosen.side]
  return range === undefined || range.start === range.endExclusive ? [] : [range]
}
