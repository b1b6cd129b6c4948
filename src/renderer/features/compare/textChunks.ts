import type { Paragraph } from '../../../core/text/paragraphs'

/**
 * Characters that are laid out together in a long text: more lays out much that is not seen, and less asks the browser more
 * often whether each piece is near the view, which costs on every frame.
 */
export const CHUNK_CHARACTERS = 4000
/** Characters of a line, to guess how tall a paragraph is that is not laid out. */
const LINE_GUESS = 58

/** Paragraphs that are laid out together, or not at all while they are far from the view. */
export type TextChunk = {
  /** The place of the first one among all. */
  readonly first: number
  readonly paragraphs: readonly Paragraph[]
  /** Lines that they take, as a guess. */
  readonly lines: number
}

export function chunksOf(paragraphs: readonly Paragraph[]): readonly TextChunk[] {
  const chunks: TextChunk[] = []
  let first = 0
  let characters = 0
  let lines = 0
  for (const [index, { range }] of paragraphs.entries()) {
    characters += range.endExclusive - range.start
    lines += Math.ceil((range.endExclusive - range.start) / LINE_GUESS)
    if (characters < CHUNK_CHARACTERS && index < paragraphs.length - 1) continue
    chunks.push({ first, paragraphs: paragraphs.slice(first, index + 1), lines })
    first = index + 1
    characters = 0
    lines = 0
  }
  return chunks
}
