import type { PassageInput, SourceTextView } from '../../contract/schemas'
import { withoutOuterSpace } from '../../core/text/paragraphs'
import { sameRange, type TextRange } from '../../core/text/textRange'

/**
 * What the reviewer marked: the words selected now, and of every open text the last that were. Going to another pane keeps
 * them, so that two stretches can be asked about together; taking the selection back in its own pane lets go of them.
 */
export class Selections {
  #live = $state.raw<{ readonly pane: number; readonly passage: PassageInput } | null>(null)
  #held = $state.raw<Readonly<Record<string, PassageInput>>>({})

  get passage(): PassageInput | null {
    return this.#live?.passage ?? null
  }
  get pane(): number | null {
    return this.#live?.pane ?? null
  }

  /** The last words that were selected in this source, or are now; null when there are none. */
  of(sourceId: string): PassageInput | null {
    return this.#held[sourceId] ?? null
  }

  /** `marked` is null when the selection is not in this pane any more, and empty when it was taken back here. */
  select(pane: number, text: SourceTextView | null, marked: TextRange | null): void {
    const range = marked === null || text === null ? null : withoutOuterSpace(text.text, marked)
    if (range === null || text === null) {
      if (this.#live?.pane === pane) this.#live = null
      if (marked !== null && text !== null) this.forget(text.sourceId)
      return
    }
    const { sourceId, textHash } = text
    const before = this.#live
    if (before?.pane === pane && before.passage.sourceId === sourceId && sameRange(before.passage.range, range)) return
    const passage = { sourceId, textHash, range }
    this.#live = { pane, passage }
    this.#held = { ...this.#held, [sourceId]: passage }
  }

  /** Lets go of what was selected in a source. */
  forget(sourceId: string): void {
    if (this.#live?.passage.sourceId === sourceId) this.#live = null
    if (this.#held[sourceId] === undefined) return
    this.#held = Object.fromEntries(Object.entries(this.#held).filter(([id]) => id !== sourceId))
  }

  /** Panes were put, moved or closed: numbers mean other panes now, and closed texts hold nothing. */
  keepOnly(sourceIds: readonly string[]): void {
    this.#live = null
    this.#held = Object.fromEntries(Object.entries(this.#held).filter(([id]) => sourceIds.includes(id)))
  }
}
