/** A row that a virtual list is still bringing in exists after a few frames; more, and it was filtered away meanwhile. */
const MOST_FRAMES = 20

/** Gives the focus to the element with this id as soon as it is there and can be seen. */
export function focusSoon(id: string, frames = MOST_FRAMES): void {
  requestAnimationFrame(() => {
    const element = document.getElementById(id)
    if (element !== null && element.checkVisibility({ visibilityProperty: true }))
      element.focus({ preventScroll: true })
    else if (frames > 1) focusSoon(id, frames - 1)
  })
}
