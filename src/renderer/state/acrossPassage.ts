import type { ComparedPassage } from '../../contract/schemas'
import type { TextRange } from '../../core/text/textRange'

export type Side = 'a' | 'b'

/**
 * The stretch of the other side that stands for a stretch of one side of a passage. Where words were replaced, all that
 * stands for them; words that only the other side has are counted when they lie inside, not at the edges.
 */
export function acrossPassage(passage: ComparedPassage, stretch: TextRange, side: Side): TextRange {
  const other = side === 'a' ? 'b' : 'a'
  const first = passage.segments.findLast((segment) => segment[side].start <= stretch.start) ?? passage.segments[0]
  const last = passage.segments.find((segment) => segment[side].endExclusive >= stretch.endExclusive)
  if (first === undefined) return passage[other]
  const within = (offset: number): number =>
    Math.min(passage[other].endExclusive, Math.max(passage[other].start, offset))
  const shift = (segment: typeof first, offset: number): number =>
    Math.min(segment[other].endExclusive, segment[other].start + Math.max(0, offset - segment[side].start))
  const start = within(first.kind === 'equal' ? shift(first, stretch.start) : first[other].start)
  const end =
    last === undefined
      ? passage[other].endExclusive
      : within(last.kind === 'equal' ? shift(last, stretch.endExclusive) : last[other].endExclusive)
  return { start, endExclusive: Math.max(start, end) }
}
