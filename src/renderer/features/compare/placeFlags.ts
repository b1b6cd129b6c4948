/** Height that one flag takes in the margin, as a share of the root's text size. */
export const FLAG_STEP_REM = 1.4

/** Puts each flag at its line, or below the one before where they would lie over each other. `top` is in pixels. */
export function placeFlags<T>(
  flags: readonly { readonly mark: T; readonly top: number }[],
): readonly { readonly mark: T; readonly top: number }[] {
  if (flags.length === 0) return []
  const step = FLAG_STEP_REM * parseFloat(getComputedStyle(document.documentElement).fontSize)
  let free = -Infinity
  return flags
    .toSorted((a, b) => a.top - b.top)
    .map(({ mark, top }) => {
      const placed = Math.max(top, free)
      free = placed + step
      return { mark, top: placed }
    })
}
