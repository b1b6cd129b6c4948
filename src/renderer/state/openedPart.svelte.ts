/** Which of several parts of the page is open, one at a time: opened by a button beside it, or by a command from anywhere. */
export class OpenedPart {
  #what = $state<string | null>(null)

  /** Null when none is. */
  get what(): string | null {
    return this.#what
  }

  open(what: string): void {
    this.#what = what
  }

  close(): void {
    this.#what = null
  }
}
