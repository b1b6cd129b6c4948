import type { Article } from './article'
import { findFurniture } from './furniture'
import type { NormalisedText } from './normaliseText'
import { textRange } from './textRange'

/** Why the front matter is set aside; it is no furniture of the page, and no part of the article either. */
export const FRONT_MATTER_REASON = 'front matter'

/**
 * The article of a normalised text whose body begins at `bodyStart` (0 where there is no front matter).
 * The hash comes from outside, since the core has none: SHA-256 of `normalised.text` in UTF-8, lower-case hex.
 */
export function createArticle(normalised: NormalisedText, textHash: string, bodyStart: number): Article {
  const { text, offsets } = normalised
  const body = textRange(bodyStart, text.length)
  const frontMatter = bodyStart === 0 ? [] : [{ range: textRange(0, bodyStart), why: FRONT_MATTER_REASON }]
  return { text, textHash, body, furniture: [...frontMatter, ...findFurniture(text, body)], offsets }
}
