import type { ComparedPassage } from '../../../contract/schemas'
import { sliceRange } from '../../../core/text/textRange'

/** Words of a stretch that is the same which are shown on either side of a cut; more tell the context, fewer fit the card. */
export const CONTEXT_WORDS = 12

export type WitnessPiece =
  | { readonly kind: 'same'; readonly text: string }
  /** The middle of a long stretch that is the same: read out, shown as an ellipsis. */
  | { readonly kind: 'cut'; readonly text: string }
  | { readonly kind: 'differs'; readonly text: string; readonly spoken: string }
  /** The other side has words here. */
  | { readonly kind: 'missing'; readonly tone: 'ins' | 'del' }

/** One side of a passage, piece by piece; unless `whole`, stretches that are the same are cut in their middle. */
export function witnessPieces(
  passage: ComparedPassage,
  text: string,
  side: 'a' | 'b',
  whole: boolean,
): readonly WitnessPiece[] {
  const last = passage.segments.length - 1
  return passage.segments.flatMap((segment, index): readonly WitnessPiece[] => {
    const words = sliceRange(text, segment[side])
    if (segment.kind === 'equal')
      return whole ? [{ kind: 'same', text: words }] : shorten(words, index === 0, index === last)
    if (words === '') return [{ kind: 'missing', tone: side === 'a' ? 'ins' : 'del' }]
    return [
      { kind: 'same', text: words.slice(0, words.length - words.trimStart().length) },
      { kind: 'differs', text: words.trim(), spoken: spoken(segment.kind) },
      { kind: 'same', text: words.slice(words.trimEnd().length) },
    ]
  })
}

function spoken(kind: 'left out' | 'put in' | 'replaced'): string {
  return kind === 'replaced' ? 'differs: ' : `${kind}: `
}

/** Keeps the words next to a difference; the first stretch has one after it alone, the last one before it alone. */
function shorten(words: string, first: boolean, last: boolean): readonly WitnessPiece[] {
  const tokens = words.match(/\s*\S+\s*/gu) ?? []
  const head = first && !last ? CONTEXT_WORDS / 2 : CONTEXT_WORDS
  const tail = last && !first ? CONTEXT_WORDS / 2 : CONTEXT_WORDS
  if (tokens.length <= head + tail + 4) return [{ kind: 'same', text: words }]
  return [
    { kind: 'same', text: tokens.slice(0, head).join('') },
    { kind: 'cut', text: tokens.slice(head, tokens.length - tail).join('') },
    { kind: 'same', text: tokens.slice(tokens.length - tail).join('') },
  ]
}
