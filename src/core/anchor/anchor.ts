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

/** An anchor to be found: one that came from elsewhere may have a quote alone, and no place in any text of ours. */
export type SoughtAnchor = Omit<Anchor, 'position'> & { readonly position: TextRange | null }

/**
 * What differs between the anchored words and those that stand there now. `wording` is whatever has no class of its own;
 * `capitals` and `punctuation` are words, or marks, that differ in nothing else.
 */
export const CHANGE_CLASSES = [
  'number',
  'time',
  'date',
  'amount',
  'unit',
  'negation',
  'modal',
  'hedge',
  'speaker',
  'name',
  'quotation',
  'wording',
  'capitals',
  'punctuation',
] as const
export type ChangeClass = (typeof CHANGE_CLASSES)[number]

/** One difference; `from` or `to` is empty where something was put in or taken out. */
export type AnchorChange = { readonly class: ChangeClass; readonly from: string; readonly to: string }

/** A place that may be meant. `score` (0 to 1) orders what is shown and decides nothing. */
export type AnchorCandidate = { readonly range: TextRange; readonly score: number }

/**
 * exact: the same words among the same neighbours; moved: the same words elsewhere, and only there;
 * changed: the place is certain and the words are not the same; ambiguous: several places fit; lost: none does, and
 * `closest` is what is most like it. Only exact and moved are attached. `why` says it in words.
 */
export type AnchorResolution =
  | { readonly state: 'exact' | 'moved'; readonly range: TextRange; readonly why: string }
  | {
      readonly state: 'changed'
      readonly range: TextRange
      readonly changes: readonly AnchorChange[]
      readonly why: string
    }
  | { readonly state: 'ambiguous'; readonly candidates: readonly AnchorCandidate[]; readonly why: string }
  | { readonly state: 'lost'; readonly closest: AnchorCandidate | null; readonly why: string }
