import type { TextRange } from '../text/textRange'

/**
 * How a passage is found again: position and quote, after the W3C Web Annotation Data Model
 * (TextPositionSelector, section 4.2.5; TextQuoteSelector, section 4.2.4), with the hash of the text that was cited.
 * Positions are UTF-16 offsets of the article's text.
 */
export type Anchor = {
  readonly textHash: string
  readonly position: TextRange
  readonly quote: { readonly prefix: string; readonly exact: string; readonly suffix: string }
}

/**
 * exact: the same words among the same neighbours; moved: the same words elsewhere, and only there;
 * changed: the place is certain and the words are not the same; ambiguous: several places fit; lost: none does.
 * Only exact and moved are attached.
 */
export type AnchorResolution =
  | { readonly state: 'exact' | 'moved'; readonly range: TextRange }
  | { readonly state: 'changed'; readonly range: TextRange }
  | { readonly state: 'ambiguous'; readonly candidates: readonly TextRange[] }
  | { readonly state: 'lost' }
