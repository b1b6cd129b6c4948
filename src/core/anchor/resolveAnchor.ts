import type { Anchor, AnchorResolution } from './anchor'
import { resolveAnchors } from './resolveAnchors'

/** One anchor of what `resolveAnchors` resolves together; for several in one text that reads the text only once. */
export function resolveAnchor(text: string, textHash: string, anchor: Anchor): AnchorResolution {
  const [resolution] = resolveAnchors({ text, textHash }, [anchor])
  return resolution ?? { state: 'lost', closest: null, why: '' }
}
