/** Remembers where the reviewer was, so that leaving a form puts the focus, and selected words, back there. */
export class FocusReturn {
  #element: HTMLElement | null = null
  #selected: Range | null = null

  remember(): void {
    const active = document.activeElement
    // Starting one form from inside another must still lead back to the text.
    if (!(active instanceof HTMLElement) || active === document.body || active.closest('form') !== null) return
    this.#element = active
    const selection = document.getSelection()
    this.#selected = selection !== null && !selection.isCollapsed ? selection.getRangeAt(0).cloneRange() : null
  }

  /** True when the focus could be put back. */
  restore(options: { readonly selection: boolean }): boolean {
    const element = this.#element
    const selected = this.#selected
    this.#element = null
    this.#selected = null
    if (element === null || !element.isConnected) return false
    element.focus({ preventScroll: true })
    if (options.selection && selected !== null && selected.startContainer.isConnected) {
      const selection = document.getSelection()
      selection?.removeAllRanges()
      selection?.addRange(selected)
    }
    return document.activeElement === element
  }
}

/** A row that a virtual list is still bringing in exists after a few frames; more, and it was filtered away meanwhile. */
const MOST_FRAMES = 20

/** Gives the focus to the first element that fits as soon as it is there and can be seen. */
export function focusSoon(selector: string, frames = MOST_FRAMES): void {
  requestAnimationFrame(() => {
    const element = document.querySelector<HTMLElement>(selector)
    if (element !== null && element.checkVisibility({ visibilityProperty: true }))
      element.focus({ preventScroll: true })
    else if (frames > 1) focusSoon(selector, frames - 1)
  })
}

/** Gives the focus to the element now, or as soon as the panel around it has opened; then calls `onFocus`. */
export function focusWhenShown(element: HTMLElement, onFocus: () => void, frames = MOST_FRAMES): void {
  element.focus()
  if (document.activeElement === element) onFocus()
  else if (frames > 1) requestAnimationFrame(() => focusWhenShown(element, onFocus, frames - 1))
}
