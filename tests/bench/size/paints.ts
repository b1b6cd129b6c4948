import type { Page } from '@playwright/test'

/** Milliseconds of several of one kind. */
export type Spread = { readonly count: number; readonly p50: number; readonly p95: number; readonly most: number }

/** Frames for one figure, and how far each scrolls: about as quickly as one turns pages. */
export const FRAMES = 240
const STEP_PX = 90
/** Between two keys, in milliseconds: a quick typist's pace. */
const PACE_MS = 40

export function spread(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): number => Number((sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1))
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), most: at(1) }
}

/** Scrolls the element a step a frame and gives the time between the frames. */
export async function framesWhileScrolling(page: Page, selector: string): Promise<Spread> {
  const times = await page.locator(selector).evaluate(
    async (scroller, { frames, step }) => {
      const between: number[] = []
      let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
      for (let frame = 0; frame < frames; frame++) {
        scroller.scrollTop += step
        const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
        between.push(now - last)
        last = now
      }
      return between
    },
    { frames: FRAMES, step: STEP_PX },
  )
  return spread(times)
}

/** From the moment the system stamped a key until the frame that answers it was handed on. */
export async function paintsOf(page: Page, presses: number, press: () => Promise<void>): Promise<Spread> {
  await page.evaluate(() => {
    const waits: number[] = []
    Reflect.set(window, 'waits', waits)
    const heard = (event: KeyboardEvent): void => {
      // Shift is a key of its own, and answered by nothing.
      if (event.key === 'Shift') return
      requestAnimationFrame(() => {
        const after = new MessageChannel()
        after.port1.onmessage = () => waits.push(performance.now() - event.timeStamp)
        after.port2.postMessage(null)
      })
    }
    window.addEventListener('keydown', heard, { capture: true })
  })
  for (let index = 0; index < presses; index++) {
    await press()
    await page.waitForTimeout(PACE_MS)
  }
  await page.waitForTimeout(100)
  return spread(await page.evaluate(() => Reflect.get(window, 'waits') as number[]))
}
