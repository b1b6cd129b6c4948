import type { Anchor, AnchorResolution } from '../../core/anchor/anchor'
import { createResolver } from '../../core/anchor/resolveAnchors'
import type { Article } from '../../core/text/article'
import type { OpenSource } from './session'

type Places = {
  readonly resolve: (anchor: Anchor) => AnchorResolution
  readonly found: WeakMap<Anchor, AnchorResolution>
}

/** By the text that the anchors were cited from; under null where that is not at hand. */
const places = new WeakMap<Article, Map<string | null, Places>>()

/**
 * Where the anchored words are in the source's present text. The text that they were cited from tells words that moved from
 * a look-alike that was left behind, wherever the source still has it.
 * Remembered: the review is shown anew after every change, and looking thousands of passages up again in a text that is
 * another than they were cited from would take longer than the change. All passages that were cited from one text are
 * looked up in one index of it and one of the present text.
 */
export function placeOf(
  { reading, earlier }: Pick<OpenSource, 'reading' | 'earlier'>,
  anchor: Anchor,
): AnchorResolution {
  const { article } = reading
  const from = earlier.get(anchor.textHash) ?? null
  const { resolve, found } = placesIn(article, from === null ? null : anchor.textHash, from)
  const resolution = found.get(anchor) ?? resolve(anchor)
  found.set(anchor, resolution)
  return resolution
}

function placesIn(article: Article, textHash: string | null, from: string | null): Places {
  const byText = places.get(article) ?? new Map<string | null, Places>()
  places.set(article, byText)
  const known = byText.get(textHash)
  if (known !== undefined) return known
  const { text, textHash: present } = article
  const prepared = { resolve: createResolver({ text, textHash: present, from }), found: new WeakMap() }
  byText.set(textHash, prepared)
  return prepared
}
