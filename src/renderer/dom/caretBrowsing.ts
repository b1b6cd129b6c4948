import { paragraphAt } from '../../core/text/paragraphs'
import type { TextSurface } from './textSurface'

/** How much of the view a page is; the rest stays in sight to hold on to. */
export const PAGE_SHARE = 0.88

/** A key press as far as caret browsing cares. */
export type CaretKey = {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}
type Step = {
  readonly direction: 'left' | 'right' | 'forward' | 'backward'
  readonly granularity: 'character' | 'word' | 'line' | 'lineboundary'
}
export type CaretCommand =
  | { readonly kind: 'step'; readonly extend: boolean; readonly step: Step }
  | { readonly kind: 'page'; readonly extend: boolean; readonly by: 1 | -1 }
  | { readonly kind: 'edge'; readonly extend: boolean; readonly edge: 'start' | 'end' }
  | { readonly kind: 'all' }

/** What a key asks of the caret, as text editors of the platform have it; null for keys that are not the caret's. */
export function caretCommand(key: CaretKey, mac: boolean): CaretCommand | null {
  const primary = mac ? key.metaKey : key.ctrlKey
  const byWord = mac ? key.altKey : key.ctrlKey
  if (mac ? key.ctrlKey : key.altKey || key.metaKey) return null
  const extend = key.shiftKey
  const step = (direction: Step['direction'], granularity: Step['granularity']): CaretCommand => ({
    kind: 'step',
    extend,
    step: { direction, granularity },
  })
  const edge = (where: 'start' | 'end'): CaretCommand => ({ kind: 'edge', extend, edge: where })
  switch (key.key) {
    case 'ArrowLeft':
      return mac && primary ? step('backward', 'lineboundary') : step('left', byWord ? 'word' : 'character')
    case 'ArrowRight':
      return mac && primary ? step('forward', 'lineboundary') : step('right', byWord ? 'word' : 'character')
    case 'ArrowUp':
      return mac && primary ? edge('start') : step('backward', 'line')
    case 'ArrowDown':
      return mac && primary ? edge('end') : step('forward', 'line')
    case 'Home':
      return primary ? edge('start') : step('backward', 'lineboundary')
    case 'End':
      return primary ? edge('end') : step('forward', 'lineboundary')
    case 'PageUp':
      return primary ? null : { kind: 'page', extend, by: -1 }
    case 'PageDown':
      return primary ? null : { kind: 'page', extend, by: 1 }
    case 'a':
    case 'A':
      return primary && !key.shiftKey ? { kind: 'all' } : null
    default:
      return null
  }
}

/** Carries a command out on the document's selection. Where it would leave the text, the caret stays at the text's edge. */
export function moveCaret(surface: TextSurface, command: CaretCommand, selection: Selection): void {
  const first = surface.paragraphs[0]?.range.start ?? 0
  const last = surface.paragraphs.at(-1)?.range.endExclusive ?? 0
  if (command.kind === 'all') return select(surface, selection, first, last)
  const now = surface.selected(selection)
  if (now === null) return select(surface, selection, first, first)
  if (command.kind === 'edge') {
    const focus = command.edge === 'start' ? first : last
    return select(surface, selection, command.extend ? now.anchor : focus, focus)
  }
  if (command.kind === 'page') return turnPage(surface, command, selection, now)
  const { direction, granularity } = command.step
  selection.modify(command.extend ? 'extend' : 'move', direction, granularity)
  if (surface.selected(selection) !== null && inText(surface, selection)) return
  // It ran out of the text into a label, another pane, or a paragraph that is not laid out: on to the next paragraph by hand.
  const onward = direction === 'right' || direction === 'forward'
  const next = surface.paragraphs[paragraphAt(surface.paragraphs, now.focus) + (onward ? 1 : -1)]?.range
  const focus = next === undefined ? (onward ? last : first) : onward ? next.start : next.endExclusive
  select(surface, selection, command.extend ? now.anchor : focus, focus)
}

/** Scrolls by a page and puts the caret where it stood in the view. */
function turnPage(
  surface: TextSurface,
  command: { readonly extend: boolean; readonly by: 1 | -1 },
  selection: Selection,
  now: { readonly anchor: number; readonly focus: number },
): void {
  const { root } = surface
  const rect = caretRect(surface, now.focus)
  const before = root.scrollTop
  root.scrollTop += command.by * root.clientHeight * PAGE_SHARE
  const moved = root.scrollTop !== before
  const view = root.getBoundingClientRect()
  const x = Math.min(view.right - 4, Math.max(view.left + 4, rect?.left ?? view.left + 40))
  const y = moved
    ? Math.min(view.bottom - 24, Math.max(view.top + 24, rect === null ? view.top + 40 : rect.top + rect.height / 2))
    : command.by === 1
      ? view.bottom - 2
      : view.top + 2
  const hit = document.caretPositionFromPoint(x, y)
  const at = hit === null ? null : surface.offsetOf(hit.offsetNode, hit.offset)
  if (at !== null) select(surface, selection, command.extend ? now.anchor : at, at)
}

/** Puts the caret at an offset, or selects from `anchor` to `focus`. */
export function select(surface: TextSurface, selection: Selection, anchor: number, focus: number): void {
  const [from, to] = [surface.pointAt(anchor), surface.pointAt(focus)]
  if (from !== null && to !== null) selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
}

/** Where the caret stands on the screen; null where it cannot be told. */
export function caretRect(surface: TextSurface, offset: number): DOMRect | null {
  const point = surface.pointAt(offset)
  if (point === null) return null
  const range = document.createRange()
  range.setStart(point.node, point.offset)
  const collapsed = range.getClientRects()[0]
  if (collapsed !== undefined) return collapsed
  const length = point.node.textContent?.length ?? 0
  if (length === 0) return null
  // Beside a space at which the line was broken there is no rectangle: the character before stands in.
  const at = Math.min(point.offset, length - 1)
  range.setStart(point.node, at)
  range.setEnd(point.node, at + 1)
  const beside = range.getBoundingClientRect()
  return new DOMRect(point.offset > at ? beside.right : beside.left, beside.top, 0, beside.height)
}

function inText(surface: TextSurface, selection: Selection): boolean {
  const node = selection.focusNode
  const element = node instanceof Element ? node : (node?.parentElement ?? null)
  const paragraph = element?.closest('[data-text]') ?? null
  return paragraph !== null && surface.root.contains(paragraph)
}
