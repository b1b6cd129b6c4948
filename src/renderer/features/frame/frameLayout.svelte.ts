import * as v from 'valibot'

/** Below this width, such as a small window at 200 % zoom, the sources become a drawer too. */
export const TIGHT_BELOW_PX = 760
/** Below this width three and more texts side by side need the room: the list of sources becomes a drawer first, since each pane names its own. */
export const CROWDED_BELOW_PX = 1760
/** Below this width the texts need the room: the right panel becomes a drawer. */
export const NARROW_BELOW_PX = 1200
export const LEFT_WIDTH = { least: 184, usual: 236, most: 420 }
export const RIGHT_WIDTH = { least: 280, usual: 348, most: 560 }
const PLACE = 'crossread.layout'

const layoutSchema = v.object({
  left: v.number(),
  right: v.number(),
  leftOpen: v.boolean(),
  rightOpen: v.boolean(),
})

/** Which columns show and how wide they are; remembered by the window, not by the corpus. */
export class FrameLayout {
  #left = $state(LEFT_WIDTH.usual)
  #right = $state(RIGHT_WIDTH.usual)
  #leftOpen = $state(true)
  #rightOpen = $state(true)
  #drawerOpen = $state(false)
  #narrow = $state(false)
  #tight = $state(false)
  #roomy = $state(true)
  #crowded = $state(false)
  #leftDrawerOpen = $state(false)
  #lastPanel = 'passages'
  #lastAsks = 0

  constructor() {
    const kept = readKept()
    if (kept === null) return
    this.#left = clamp(kept.left, LEFT_WIDTH)
    this.#right = clamp(kept.right, RIGHT_WIDTH)
    this.#leftOpen = kept.leftOpen
    this.#rightOpen = kept.rightOpen
  }

  get left(): number {
    return this.#left
  }
  get right(): number {
    return this.#right
  }
  get leftOpen(): boolean {
    return this.tight ? this.#leftDrawerOpen : this.#leftOpen
  }
  /** True when the right panel can be seen, beside the rest or over it. */
  get rightShown(): boolean {
    return this.#narrow ? this.#drawerOpen : this.#rightOpen
  }
  /** True when the left column lies over the rest too. */
  get tight(): boolean {
    return this.#tight || (this.#crowded && !this.#roomy)
  }
  get narrow(): boolean {
    return this.#narrow
  }

  setLeft(width: number): void {
    this.#left = width
    this.#keep()
  }

  setRight(width: number): void {
    this.#right = width
    this.#keep()
  }

  toggleLeft(): void {
    if (this.tight) this.#leftDrawerOpen = !this.#leftDrawerOpen
    else this.#leftOpen = !this.#leftOpen
    this.#keep()
  }

  toggleRight(): void {
    if (this.rightShown) this.hideRight()
    else this.showRight()
  }

  showRight(): void {
    if (this.#narrow) this.#drawerOpen = true
    else this.#rightOpen = true
    this.#keep()
  }

  hideRight(): void {
    if (this.#narrow) this.#drawerOpen = false
    else this.#rightOpen = false
    this.#keep()
  }

  /** To be told how many texts lie side by side. */
  hold(texts: number): void {
    const crowded = texts > 2
    if (crowded !== this.#crowded) this.#leftDrawerOpen = false
    this.#crowded = crowded
  }

  /** Shows the panel when something new is asked of it: another tab, one more draft or sheet. */
  reveal(panel: string, asks: number): void {
    const asked = (panel !== this.#lastPanel && panel !== 'passages') || asks > this.#lastAsks
    this.#lastPanel = panel
    this.#lastAsks = asks
    if (asked && !this.rightShown) this.showRight()
  }

  /** Follows the window's width until the returned function is called. */
  follow(): () => void {
    const narrow = window.matchMedia(`(width < ${NARROW_BELOW_PX}px)`)
    const tight = window.matchMedia(`(width < ${TIGHT_BELOW_PX}px)`)
    const roomy = window.matchMedia(`(width >= ${CROWDED_BELOW_PX}px)`)
    const update = (): void => {
      this.#roomy = roomy.matches
      this.#narrow = narrow.matches
      this.#tight = tight.matches
    }
    update()
    for (const query of [narrow, tight, roomy]) query.addEventListener('change', update)
    return () => {
      for (const query of [narrow, tight, roomy]) query.removeEventListener('change', update)
    }
  }

  #keep(): void {
    const kept = { left: this.#left, right: this.#right, leftOpen: this.#leftOpen, rightOpen: this.#rightOpen }
    try {
      localStorage.setItem(PLACE, JSON.stringify(kept))
    } catch {
      // Without storage the widths last as long as the window; nothing of the reviewer's is in them.
    }
  }
}

function readKept(): v.InferOutput<typeof layoutSchema> | null {
  try {
    const parsed = v.safeParse(layoutSchema, JSON.parse(localStorage.getItem(PLACE) ?? 'null'))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}

function clamp(width: number, bounds: { readonly least: number; readonly most: number }): number {
  return Math.min(bounds.most, Math.max(bounds.least, width))
}
