import type { ComparedPassage } from '../../../contract/schemas'
import type { TextRange } from '../../../core/text/textRange'
import type { Desk } from '../../state/desk.svelte'

/** A passage that stands at a place of a pane, and how to choose it. */
export type PassageThere = { readonly range: TextRange; readonly choose: () => void }

/**
 * What a click or Enter at an offset of a pane chooses: the shortest passage there; when that is chosen already,
 * the next longer one, and after the longest the shortest again. Null when there is none.
 */
export function passagesAt(desk: Desk, pane: number, offset: number): PassageThere | null {
  const there = [...standing(desk, pane, 'a', offset), ...standing(desk, pane - 1, 'b', offset)].sort(
    (p, q) => p.range.endExclusive - p.range.start - (q.range.endExclusive - q.range.start),
  )
  const chosen = there.findIndex((one) => one.join === desk.activeJoin && one.passage.id === desk.chosen?.id)
  const next = there[(chosen + 1) % there.length]
  if (next === undefined) return null
  return {
    range: next.range,
    choose: () => {
      desk.activateJoin(next.join)
      desk.choose(next.passage.id, pane)
    },
  }
}

function standing(
  desk: Desk,
  join: number,
  side: 'a' | 'b',
  offset: number,
): { join: number; passage: ComparedPassage; range: TextRange }[] {
  return (desk.joins[join]?.passages ?? [])
    .filter((passage) => passage[side].start <= offset && offset <= passage[side].endExclusive)
    .map((passage) => ({ join, passage, range: passage[side] }))
}
