import type { ComparedPassage } from '../../contract/schemas'
import type { TextRange } from '../../core/text/textRange'
import type { Side } from './acrossPassage'
import { middleOf, moveCut, piecesOf, proposeCuts, type Cut, type Piece, type TwoTexts } from './cutPassage'

/** A passage that is about to be split, and where; `side` is the one in which the reviewer said so, the other is proposed. */
export type Split = {
  readonly passage: ComparedPassage
  readonly texts: TwoTexts
  readonly cuts: readonly Cut[]
  readonly side: Side
}
/** Where the reviewer is in one of the two texts: a caret, or words to be cut out. */
export type CutHere = { readonly side: Side; readonly marked: TextRange }

/** The split that is being prepared; nothing is decided until it is confirmed. */
export class Splitting {
  #split = $state.raw<Split | null>(null)
  readonly #pieces = $derived.by(() =>
    this.#split === null ? null : piecesOf(this.#split.passage, this.#split.texts, this.#split.cuts),
  )

  get split(): Split | null {
    return this.#split
  }

  /** Null when a piece would have no words on one side: then it cannot be split there. */
  get pieces(): readonly Piece[] | null {
    return this.#pieces
  }

  /** Proposes cuts at the caret or around the selection, else near the middle. False when the passage is too short to be cut. */
  begin(passage: ComparedPassage, texts: TwoTexts, here: CutHere | null): boolean {
    const { side, marked } = here ?? { side: 'a' as const, marked: { start: -1, endExclusive: -1 } }
    const asked = proposeCuts(passage, texts, side, [marked.start, marked.endExclusive])
    const cuts = asked.length > 0 ? asked : proposeCuts(passage, texts, 'a', [middleOf(texts.a, passage.a)])
    if (cuts.length === 0) return false
    this.#split = { passage, texts, cuts, side: asked.length > 0 ? side : 'a' }
    return true
  }

  move(cut: number, side: Side, by: 1 | -1): void {
    const split = this.#split
    if (split !== null)
      this.#split = { ...split, cuts: moveCut(split.passage, split.texts, split.cuts, { cut, side, by }) }
  }

  end(): void {
    this.#split = null
  }
}
