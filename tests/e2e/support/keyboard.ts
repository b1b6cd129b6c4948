import type { Locator, Page } from '@playwright/test'
import { expect } from './workbench'

/** More presses than this to get somewhere is a program that nobody would use by keyboard. */
const MOST_PRESSES = 60

/** A reviewer without a mouse: presses keys, and looks at what has the focus by the name that is spoken for it. */
export class Hands {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** In place of whatever a field holds. */
  async write(words: string): Promise<void> {
    await this.page.keyboard.press('Control+A')
    await this.page.keyboard.type(words)
  }

  /** Presses a key until the focus is where it is wanted. */
  async go(key: string, to: Locator): Promise<void> {
    await this.pressUntil(key, () => hasFocus(to), `the focus on ${String(to)}`)
    await expect(to).toBeFocused()
  }

  async pressUntil(key: string, reached: () => Promise<boolean>, what: string): Promise<void> {
    for (let presses = 0; presses <= MOST_PRESSES; presses += 1) {
      if (await reached()) return
      await this.page.keyboard.press(key)
      await this.frame()
    }
    const at = await this.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200))
    throw new Error(`${MOST_PRESSES} times ${key} did not lead to ${what}. The focus is at ${at ?? 'nothing'}.`)
  }

  /** What a key changed is there in the next frame but one. */
  async frame(): Promise<void> {
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    )
  }
}

export async function hasFocus(locator: Locator): Promise<boolean> {
  if ((await locator.count()) === 0) return false
  return locator.first().evaluate((element) => element === document.activeElement)
}
