import type { ComparedPassage } from '../../contract/schemas'
import { isEmptyRange, type TextRange } from '../../core/text/textRange'
import { acrossPassage, type Side } from './acrossPassage'

/** A passage of a further join that carries on the same wording, seen from the chosen pair outwards. */
export type WordingAlong = {
  /** It lies between pane `join` and pane `join + 1`. */
  readonly join: number
  readonly passage: ComparedPassage
  /** The pane nearer to the chosen pair, and the one that the wording goes on into. */
  readonly nearer: number
  readonly further: number
  /** The stretch of the nearer pane that both passages cover, and its counterpart in the further pane. */
  readonly from: TextRange
  readonly to: TextRange
  /** Whether it covers most of the wording there: the further pane is brought to its height. */
  readonly leads: boolean
}

/**
 * Where the wording of a chosen passage goes on in the panes beyond its two: in each further join the passages that cover some
 * of it, the one that covers most first. From there it goes on; it ends on each side where no passage carries it on.
 */
export function wordingAlong(
  joins: readonly (readonly ComparedPassage[])[],
  join: number,
  chosen: ComparedPassage,
): readonly WordingAlong[] {
  const found: WordingAlong[] = []
  for (const by of [1, -1] as const) {
    const near = by === 1 ? 'a' : 'b'
    let range = by === 1 ? chosen.b : chosen.a
    for (let at = join + by; at >= 0 && at < joins.length; at += by) {
      const [nearer, further] = by === 1 ? [at, at + 1] : [at + 1, at]
      const there = covering(joins[at] ?? [], range, near).map(({ passage, from }, index) => {
        const to = acrossPassage(passage, from, near)
        return { join: at, passage, nearer, further, from, to, leads: index === 0 }
      })
      const leading = there[0]
      if (leading === undefined) break
      found.push(...there)
      range = leading.to
    }
  }
  return found
}

function covering(
  passages: readonly ComparedPassage[],
  range: TextRange,
  side: Side,
): readonly { readonly passage: ComparedPassage; readonly from: TextRange }[] {
  return passages
    .map((passage) => ({ passage, from: overlap(passage[side], range) }))
    .filter(({ from }) => !isEmptyRange(from))
    .sort((p, q) => lengthOf(q.from) - lengthOf(p.from))
}

function lengthOf({ start, endExclusive }: TextRange): number {
  return endExclusive - start
}

function overlap(one: TextRange, two: TextRange): TextRange {
  const start = Math.max(one.start, two.start)
  return { start, endExclusive: Math.max(start, Math.min(one.endExclusive, two.endExclusive)) }
}
