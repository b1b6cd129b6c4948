import type { TextRange } from '../../core/text/textRange'
import type { WordingAlong } from './wordingAlong'

export type AlignRequest = {
  readonly kind: 'align'
  readonly join: number
  readonly pair: { readonly a: TextRange; readonly b: TextRange }
  /** Where the same wording goes on in further panes: these come along. */
  readonly along: readonly WordingAlong[]
  /** A pane that keeps its place; null moves both. */
  readonly stay: number | null
}
export type RevealRequest = { readonly kind: 'reveal'; readonly pane: number; readonly range: TextRange }
/** What the panes are asked to bring into view. `serial` rises, so that asking twice for the same is two requests. */
export type ViewRequest = { readonly serial: number; readonly what: AlignRequest | RevealRequest }

/** The last thing that the panes were asked to bring into view. */
export class ViewRequests {
  #last = $state.raw<ViewRequest | null>(null)
  #serial = 0

  get last(): ViewRequest | null {
    return this.#last
  }

  ask(what: AlignRequest | RevealRequest): void {
    this.#serial += 1
    this.#last = { serial: this.#serial, what }
  }
}
