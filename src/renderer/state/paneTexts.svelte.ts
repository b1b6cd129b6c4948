import type { SourceTextView } from '../../contract/schemas'
import type { WorkbenchError } from '../../contract/errors'
import { sameRange } from '../../core/text/textRange'
import { toFailure } from './join.svelte'
import type { Workbench } from './workbench.svelte'

/** What a pane shows: its text, or why it has none yet. */
export type PaneText =
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly text: SourceTextView }
  | { readonly kind: 'failed'; readonly failure: WorkbenchError }

const LOADING: PaneText = { kind: 'loading' }

/** The texts of the sources that lie in panes, by source. */
export class PaneTexts {
  readonly #workbench: Workbench
  readonly #onChange: (sourceId: string) => void
  #bySource = $state.raw<Readonly<Record<string, PaneText>>>({})
  #wanted: readonly string[] = []

  /** `onChange` hears of a text that is not the one shown before, not of a text shown for the first time. */
  constructor(workbench: Workbench, onChange: (sourceId: string) => void) {
    this.#workbench = workbench
    this.#onChange = onChange
  }

  get(sourceId: string): PaneText {
    return this.#bySource[sourceId] ?? LOADING
  }

  /** Lets go of all other texts and fetches those that are missing. */
  want(sourceIds: readonly string[]): void {
    this.#wanted = sourceIds.filter((id, index) => sourceIds.indexOf(id) === index)
    this.#bySource = Object.fromEntries(Object.entries(this.#bySource).filter(([id]) => this.#wanted.includes(id)))
    for (const id of this.#wanted) if (this.#bySource[id] === undefined) void this.load(id)
  }

  clear(): void {
    this.#wanted = []
    this.#bySource = {}
  }

  async reload(): Promise<void> {
    await Promise.all(this.#wanted.map((id) => this.load(id)))
  }

  async load(sourceId: string): Promise<void> {
    try {
      // Not Workbench.text: that is cached by the text's hash, and rulings on furniture change what is shown without it.
      const text = await this.#workbench.client.call('source.text', { sourceId })
      if (this.#wanted.includes(sourceId)) this.accept(text)
    } catch (error) {
      if (this.#wanted.includes(sourceId)) this.#put(sourceId, { kind: 'failed', failure: toFailure(error) })
    }
  }

  accept(text: SourceTextView): void {
    const before = this.get(text.sourceId)
    if (before.kind === 'loaded' && sameText(before.text, text)) return
    this.#put(text.sourceId, { kind: 'loaded', text })
    if (before.kind === 'loaded') this.#onChange(text.sourceId)
  }

  #put(sourceId: string, text: PaneText): void {
    this.#bySource = { ...this.#bySource, [sourceId]: text }
  }
}

function sameText(a: SourceTextView, b: SourceTextView): boolean {
  return (
    a.textHash === b.textHash &&
    a.furniture.length === b.furniture.length &&
    a.furniture.every((mark, index) => {
      const other = b.furniture[index]
      return other !== undefined && sameRange(mark.range, other.range)
    })
  )
}
