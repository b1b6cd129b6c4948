import type { ComparedPassage } from '../../contract/schemas'
import type { TextRange } from '../../core/text/textRange'
import { acrossPassage } from './acrossPassage'

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
}

/**
 * Where the wording of a chosen passage goes on in the panes beyond its two: in each further join the passage that covers
 * most of it. Ends on each side where no passage carries it on.
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
      const passage = mostShared(joins[at] ?? [], range, near)
      if (passage === null) break
      const from = overlap(passage[near], range)
      const to = acrossPassage(passage, from, near)
      const [nearer, further] = by === 1 ? [at, at + 1] : [at + 1, at]
      found.push({ join: at, passage, nearer, further, from, to })
      range = to
    }
  }
  return found
}

function mostShared(passages: readonly ComparedPassage[], range: TextRange, side: 'a' | 'b'): ComparedPassage | null {
  let best: ComparedPassage | null = null
  let most = 0
  for (const passage of passages) {
    const { start, endExclusive } = overlap(passage[side], range)
    if (endExclusive - start <= most) continue
    best = passage
    most = endExclusive - start
  }
  return best
}

function overlap(one: TextRange, two: TextRange): TextRange {
  const start = Math.max(one.start, two.start)
  return { start, endExclusive: Math.max(start, Math.min(one.endExclusive, two.endExclusive)) }
}
