import type { Anchor, AnchorResolution } from '../../core/anchor/anchor'
import { createResolver } from '../../core/anchor/resolveAnchors'
import type { Article } from '../../core/text/article'

type Places = {
  readonly resolve: (anchor: Anchor) => AnchorResolution
  readonly found: WeakMap<Anchor, AnchorResolution>
}

const places = new WeakMap<Article, Places>()

/**
 * Where the anchored words are in the article. Remembered: the review is shown anew after every change, and looking
 * thousands of passages up again in a text that is another than they were cited from would take longer than the change.
 * All passages of an article are looked up in one index of it.
 */
export function placeOf(article: Article, anchor: Anchor): AnchorResolution {
  const { resolve, found } = places.get(article) ?? prepare(article)
  const resolution = found.get(anchor) ?? resolve(anchor)
  found.set(anchor, resolution)
  return resolution
}

function prepare(article: Article): Places {
  const prepared = { resolve: createResolver(article), found: new WeakMap<Anchor, AnchorResolution>() }
  places.set(article, prepared)
  return prepared
}
