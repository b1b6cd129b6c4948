import type { Anchor, AnchorResolution } from '../../core/anchor/anchor'
import { resolveAnchor } from '../../core/anchor/resolveAnchor'
import type { Article } from '../../core/text/article'

const found = new WeakMap<Article, WeakMap<Anchor, AnchorResolution>>()

/**
 * Where the anchored words are in the article. Remembered: the review is shown anew after every change, and looking
 * thousands of passages up again in a text that is another than they were cited from would take longer than the change.
 */
export function placeOf(article: Article, anchor: Anchor): AnchorResolution {
  const ofArticle = found.get(article) ?? new WeakMap<Anchor, AnchorResolution>()
  found.set(article, ofArticle)
  const resolution = ofArticle.get(anchor) ?? resolveAnchor(article.text, article.textHash, anchor)
  ofArticle.set(anchor, resolution)
  return resolution
}
