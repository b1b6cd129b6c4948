/** A stretch of one side of a difference; a gap stands where only the other side has words, which are its text. */
export type MarkedPiece = { readonly kind: 'equal' | 'delete' | 'insert' | 'gap'; readonly text: string }
