import type { Locator, Page } from '@playwright/test'
import { expect } from './workbench'

/** As many looks at the same place as count for standing still. */
const STILL = 3

/** The words that a highlight covers in one pane, from top to bottom; as the engine's own registry has them. */
export async function painted(pane: Locator, name: string): Promise<string[]> {
  return pane.evaluate((element, highlightName) => {
    const ranges = [...(CSS.highlights.get(highlightName) ?? [])].filter((range) =>
      element.contains(range.startContainer),
    )
    const live = ranges.map((range) => {
      const found = document.createRange()
      found.setStart(range.startContainer, range.startOffset)
      found.setEnd(range.endContainer, range.endOffset)
      return found
    })
    live.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
    return live.map(String)
  }, name)
}

/** How far below the top of the window the first of these words stands, in pixels. */
export async function heightOf(pane: Locator, words: string): Promise<number> {
  return (await placeOf(pane, words)).from.top
}

/** Selects words as a hand does: pressed before the first, released after the last. */
export async function dragOver(page: Page, pane: Locator, words: string): Promise<void> {
  await bringIntoView(pane, words)
  const { from, to } = await placeOf(pane, words)
  await page.mouse.move(from.left + 0.5, (from.top + from.bottom) / 2)
  await page.mouse.down()
  await page.mouse.move((from.left + to.right) / 2, (to.top + to.bottom) / 2, { steps: 3 })
  await page.mouse.move(to.right - 0.5, (to.top + to.bottom) / 2, { steps: 3 })
  await page.mouse.up()
  expect(await page.evaluate(() => String(document.getSelection()))).toBe(words)
}

/** To the middle, away from messages at the bottom; then waits until nothing glides any more. */
async function bringIntoView(pane: Locator, words: string): Promise<void> {
  const paragraph = pane.locator('[data-text]', { hasText: words }).first()
  await paragraph.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const tops: number[] = []
  await expect
    .poll(async () => {
      tops.push(await heightOf(pane, words))
      return tops.length > STILL && new Set(tops.slice(-STILL)).size === 1
    })
    .toBe(true)
}

type Box = { left: number; right: number; top: number; bottom: number }

async function placeOf(pane: Locator, words: string): Promise<{ from: Box; to: Box }> {
  return pane.evaluate((element, wanted) => {
    for (const paragraph of element.querySelectorAll('[data-text]')) {
      const at = paragraph.textContent.indexOf(wanted)
      const node = paragraph.firstChild
      if (at === -1 || node === null) continue
      const boxOf = (index: number): Box => {
        const range = document.createRange()
        range.setStart(node, index)
        range.setEnd(node, index + 1)
        const { left, right, top, bottom } = range.getBoundingClientRect()
        return { left, right, top, bottom }
      }
      return { from: boxOf(at), to: boxOf(at + wanted.length - 1) }
    }
    throw new Error(`The pane does not hold “${wanted}”.`)
  }, words)
}
