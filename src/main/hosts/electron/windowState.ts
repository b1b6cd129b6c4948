import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { sync as writeFileAtomic } from 'write-file-atomic'

export const MIN_WIDTH = 1024
export const MIN_HEIGHT = 700
export const DEFAULT_WIDTH = 1440
export const DEFAULT_HEIGHT = 900
/** So much of the window must lie on a screen that its title bar can be taken hold of. */
const REACHABLE_PX = 64

const whole = v.pipe(v.number(), v.safeInteger())
const boundsSchema = v.object({ x: whole, y: whole, width: whole, height: whole })
const stateSchema = v.object({
  bounds: v.nullable(boundsSchema),
  maximized: v.boolean(),
  /** The folder that was open last. */
  folder: v.nullable(v.string()),
})

export type Bounds = v.InferOutput<typeof boundsSchema>
export type WindowState = v.InferOutput<typeof stateSchema>

const FRESH: WindowState = { bounds: null, maximized: false, folder: null }

/** How the window stood last; as new when that was never written or cannot be read, since nothing of value is lost. */
export function readWindowState(path: string): WindowState {
  try {
    const parsed = v.safeParse(stateSchema, JSON.parse(readFileSync(path, 'utf8')))
    return parsed.success ? parsed.output : FRESH
  } catch {
    return FRESH
  }
}

/** A place that cannot be written costs the remembered size and nothing else. */
export function writeWindowState(path: string, state: WindowState): void {
  try {
    writeFileAtomic(path, `${JSON.stringify(state)}\n`)
  } catch {
    return
  }
}

/** Size and place for a new window: as remembered where a screen still holds it, else the system's choice of place. */
export function placeWindow(
  remembered: Bounds | null,
  screens: readonly Bounds[],
): { width: number; height: number; x?: number; y?: number } {
  if (remembered === null) return { width: DEFAULT_WIDTH, height: DEFAULT_HEIGHT }
  const width = Math.max(MIN_WIDTH, remembered.width)
  const height = Math.max(MIN_HEIGHT, remembered.height)
  const { x, y } = remembered
  const reachable = screens.some(
    (screen) =>
      x + width >= screen.x + REACHABLE_PX &&
      x <= screen.x + screen.width - REACHABLE_PX &&
      y >= screen.y &&
      y <= screen.y + screen.height - REACHABLE_PX,
  )
  return reachable ? { width, height, x, y } : { width, height }
}
