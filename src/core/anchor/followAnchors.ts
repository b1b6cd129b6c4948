import type { Anchor, AnchorResolution } from './anchor'
import { describeAnchor } from './describeAnchor'
import { createResolver } from './resolveAnchors'

/** A text and its hash: SHA-256 in UTF-8, lower-case hex. */
export type HashedText = { readonly text: string; readonly textHash: string }

/** What a change of a text did to an anchor. */
export type FollowedAnchor = {
  readonly before: AnchorResolution
  readonly after: AnchorResolution
  /** The words as they stood before; as they are anchored, where they did not stand there. */
  readonly quote: string
  /** True unless the words stand in the later text as in the earlier one. */
  readonly touched: boolean
}

/**
 * What became of anchors between two texts: where an anchor's words stand in the earlier one, those very words are looked for
 * in the later one; where they do not, the anchor itself is. `texts` are the ones that anchors were cited in, by hash.
 */
export function followAnchors(
  {
    from,
    to,
    texts,
  }: { readonly from: HashedText; readonly to: HashedText; readonly texts: ReadonlyMap<string, string> },
  anchors: readonly Anchor[],
): FollowedAnchor[] {
  const follow = createResolver({ ...to, from: from.text })
  const inFrom = resolversOf(from, texts)
  const inTo = resolversOf(to, texts)
  return anchors.map((anchor) => {
    const before = inFrom(anchor)
    if (before.state === 'exact' || before.state === 'moved') {
      const stood = describeAnchor(from.text, from.textHash, before.range)
      const after = follow(stood)
      return { before, after, quote: stood.quote.exact, touched: !isAttached(after) }
    }
    const after = inTo(anchor)
    return {
      before,
      after,
      quote: anchor.quote.exact,
      touched: !isAttached(after) && !readsAlike(before, after, from, to),
    }
  })
}

/** Looks anchors up in one text, each with the text that it was cited in where that is at hand. */
function resolversOf(present: HashedText, texts: ReadonlyMap<string, string>): (anchor: Anchor) => AnchorResolution {
  const resolvers = new Map<string, (anchor: Anchor) => AnchorResolution>()
  return (anchor) => {
    const key = texts.has(anchor.textHash) ? anchor.textHash : ''
    const resolve = resolvers.get(key) ?? createResolver({ ...present, from: texts.get(anchor.textHash) ?? null })
    resolvers.set(key, resolve)
    return resolve(anchor)
  }
}

function isAttached({ state }: AnchorResolution): boolean {
  return state === 'exact' || state === 'moved'
}

/** True when both say the same of words that are in neither text. */
function readsAlike(before: AnchorResolution, after: AnchorResolution, from: HashedText, to: HashedText): boolean {
  if (before.state !== after.state) return false
  if (before.state !== 'changed' || after.state !== 'changed') return true
  const [was, is] = [before.range, after.range]
  return from.text.slice(was.start, was.endExclusive) === to.text.slice(is.start, is.endExclusive)
}
