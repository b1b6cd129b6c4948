import { FocusReturn } from './focusReturn'

/** What can be opened below the list of passages; one at a time. */
export type SheetKind = 'why' | 'why not' | 'split' | 'decisions' | 'settings'

/** Which sheet lies below the list of passages, and how often one was asked for. */
export class PairSheet {
  readonly #focus = new FocusReturn()
  #kind = $state<SheetKind | null>(null)
  #asked = $state(0)

  get kind(): SheetKind | null {
    return this.#kind
  }

  /** Rises with every sheet that is asked for: a panel that is put away opens for it. */
  get asked(): number {
    return this.#asked
  }

  open(kind: SheetKind): void {
    if (this.#kind === null) this.#focus.remember()
    this.#kind = kind
    this.#asked += 1
  }

  /** The focus goes back to where the sheet was asked for, with the words that were selected there. */
  close(): void {
    if (this.#kind === null) return
    this.#kind = null
    this.#focus.restore({ selection: true })
  }

  toggle(kind: SheetKind): void {
    if (this.#kind === kind) this.close()
    else this.open(kind)
  }

  /** What it was about is gone; the focus stays where it is. */
  drop(): void {
    this.#kind = null
  }
}
