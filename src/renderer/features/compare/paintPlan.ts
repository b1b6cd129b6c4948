import type { ComparedPassage, ComparedRegion, MatchDecisionView, SourceTextView } from '../../../contract/schemas'
import type { Verdict } from '../../../core/claim/reviewRecord'
import { withoutOuterSpace } from '../../../core/text/paragraphs'
import type { TextRange } from '../../../core/text/textRange'
import type { HighlightName } from '../../dom/highlightPainter'
import type { Side } from '../../state/acrossPassage'
import type { ReviewMark } from '../../state/reviewMarks'

/** A join as one of its two panes sees it. */
export type JoinSide = {
  readonly join: number
  readonly side: Side
  readonly passages: readonly ComparedPassage[]
  readonly regions: readonly ComparedRegion[]
  readonly decisions: readonly MatchDecisionView[]
}
/** What is to be painted in one pane, and the stretch of its text that is worth painting. */
export type PaintScene = {
  readonly text: string
  readonly joins: readonly Pick<JoinSide, 'side' | 'passages'>[]
  readonly chosen: ChosenSide | null
  readonly window: TextRange
}
/** The chosen passage and the difference in it that was stepped to, as one of its two panes sees them. */
export type ChosenSide = { readonly side: Side; readonly passage: ComparedPassage; readonly difference: number | null }
export type PaintPlan = Readonly<Partial<Record<HighlightName, readonly TextRange[]>>>
/** A place where the other side has words and this one has none; `here` when it was stepped to. */
export type MissingWords = { readonly at: number; readonly tone: 'left out' | 'put in'; readonly here: boolean }

export type PaneScene = Omit<PaintScene, 'text'> & {
  readonly text: SourceTextView
  readonly marks: readonly ReviewMark[]
  readonly hits: readonly TextRange[]
  readonly hit: TextRange | null
  readonly revealed: TextRange | null
  /** The chosen wording as it goes on in this pane. */
  readonly along: readonly TextRange[]
  /** What was selected here before the reviewer went to another pane. */
  readonly held: TextRange | null
}

/** All that is painted in a pane, of what lies in the window alone. */
export function planPane(scene: PaneScene): PaintPlan {
  const { text, window, marks, hits, hit, revealed, along, held } = scene
  const near = marks.filter((mark) => touches(mark.range, window))
  const stands = near.filter((mark) => mark.differs === undefined)
  const differs = (how: ReviewMark['differs']): readonly TextRange[] =>
    near.filter((mark) => mark.differs === how).map((mark) => mark.range)
  const claims = (verdict: Verdict): readonly TextRange[] =>
    stands.filter((mark) => mark.kind === 'claim' && mark.verdict === verdict).map((mark) => mark.range)
  return {
    ...planPassages({ ...scene, text: text.text }),
    furniture: text.furniture.map((mark) => mark.range).filter((range) => touches(range, window)),
    'claim-unverified': claims('unverified'),
    'claim-verified': claims('verified'),
    'claim-disputed': claims('disputed'),
    note: stands.filter((mark) => mark.kind === 'note').map((mark) => mark.range),
    differs: differs('unsettled'),
    'differs-kept': differs('kept'),
    find: hits.filter((range) => touches(range, window)),
    'find-on': hit === null ? [] : [hit],
    revealed: revealed === null ? [] : [revealed],
    'pair-along': along,
    held: held === null ? [] : [held],
  }
}

/** What of the passages is painted in a pane, of what lies in the window alone. */
export function planPassages({ text, joins, chosen, window }: PaintScene): PaintPlan {
  const pair: TextRange[] = []
  const own = chosen === null ? null : chosen.passage[chosen.side]
  const pale: Record<Side, TextRange[]> = { a: [], b: [] }
  for (const { side, passages } of joins)
    for (const passage of passages) {
      if (!touches(passage[side], window)) continue
      if (passage === chosen?.passage && side === chosen.side) continue
      pair.push(passage[side])
      // In the chosen passage its own differences alone are shown, not those of others that overlap it.
      pale[side].push(...differingRanges(passage, side, text).filter((range) => own === null || !touches(range, own)))
    }
  return {
    pair,
    'left-out-pale': pale.a,
    'put-in-pale': pale.b,
    'pair-on': chosen === null ? [] : [chosen.passage[chosen.side]],
    'left-out': chosen?.side === 'a' ? differingRanges(chosen.passage, 'a', text) : [],
    'put-in': chosen?.side === 'b' ? differingRanges(chosen.passage, 'b', text) : [],
  }
}

/** Where words of the other side are missing in this one. */
export function missingWords(chosen: ChosenSide | null): readonly MissingWords[] {
  if (chosen === null) return []
  const tone = chosen.side === 'a' ? 'put in' : 'left out'
  return chosen.passage.segments.flatMap((segment, index) =>
    segment.kind === tone ? [{ at: segment[chosen.side].start, tone, here: index === chosen.difference }] : [],
  )
}

export function touches(range: TextRange, window: TextRange): boolean {
  return range.start < window.endExclusive && window.start < range.endExclusive
}

/** Without the spaces around the words: what is missing is "go", and a coloured gap after it says nothing. */
function differingRanges(passage: ComparedPassage, side: Side, text: string): readonly TextRange[] {
  return passage.segments
    .filter((segment) => segment.kind !== 'equal')
    .flatMap((segment) => withoutOuterSpace(text, segment[side]) ?? [])
}

/** The difference that was stepped to, where this side has words for it; null where it has none. */
export function differenceRange(chosen: ChosenSide | null, text: string): TextRange | null {
  const segment = chosen === null || chosen.difference === null ? undefined : chosen.passage.segments[chosen.difference]
  return segment === undefined || chosen === null ? null : withoutOuterSpace(text, segment[chosen.side])
}
