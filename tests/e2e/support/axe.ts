import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds on the page as it is now, in light and in dark, a line each; `view` says where that was. */
export async function violations(page: Page, view: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const inLight = await violationsAsShown(page, `${view}, light`)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)))
  return [...inLight, ...(await analyse(page, `${view}, dark`))]
}

/** The same in the one theme that is shown. */
export async function violationsAsShown(page: Page, view: string): Promise<string[]> {
  // Colours fade in over a tenth of a second; a contrast that is measured on the way is nobody's.
  await page.waitForTimeout(350)
  return analyse(page, view)
}

async function analyse(page: Page, view: string): Promise<string[]> {
  // Legacy mode, since the default opens a second window, which Crossread refuses.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${view}: ${id} (${help}): ${node.html.slice(0, 160)}`),
  )
}
