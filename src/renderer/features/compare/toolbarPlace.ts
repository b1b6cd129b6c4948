/** Room kept between the selection and its toolbar, in pixels: closer hides descenders, farther loses the connection. */
export const TOOLBAR_GAP = 8

export type Box = { readonly left: number; readonly top: number; readonly bottom: number }
export type Size = { readonly width: number; readonly height: number }
export type ToolbarPlace =
  { readonly kind: 'floating'; readonly left: number; readonly top: number } | { readonly kind: 'docked' }

/**
 * Where the toolbar of a selection goes, in pixels of the view: above it, else below it, where neither has room at the
 * pane's foot. It never lies over the selection.
 */
export function toolbarPlace(selection: Box, toolbar: Size, view: Size): ToolbarPlace {
  const left = Math.max(TOOLBAR_GAP, Math.min(selection.left, view.width - toolbar.width - TOOLBAR_GAP))
  const above = selection.top - toolbar.height - TOOLBAR_GAP
  if (above >= 0 && selection.top <= view.height) return { kind: 'floating', left, top: above }
  const below = selection.bottom + TOOLBAR_GAP
  if (below + toolbar.height <= view.height && selection.bottom >= 0) return { kind: 'floating', left, top: below }
  return { kind: 'docked' }
}
