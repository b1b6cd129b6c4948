import type { SourceTextView, SourceView } from '../../contract/schemas'

/** Texts by source and version: an article's text never changes, so one answer serves until the file is read again. */
export class TextCache {
  readonly #texts = new Map<string, Promise<SourceTextView>>()

  get(source: SourceView | null, ask: () => Promise<SourceTextView>): Promise<SourceTextView> {
    if (source === null) return ask()
    const key = keyOf(source.id, source.textHash)
    const known = this.#texts.get(key)
    if (known !== undefined) return known
    const asked = ask()
    this.#texts.set(key, asked)
    // A failure is not an answer: the next one who asks tries again.
    asked.catch(() => this.#texts.delete(key))
    return asked
  }

  keep(text: SourceTextView): void {
    this.#texts.set(keyOf(text.sourceId, text.textHash), Promise.resolve(text))
  }

  clear(): void {
    this.#texts.clear()
  }
}

function keyOf(sourceId: string, textHash: string): string {
  return `${sourceId} ${textHash}`
}
