import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds on the page as it is now, a line each; `view` says where that was. */
export async function violations(page: Page, view: string): Promise<string[]> {
  // Colours fade in over a tenth of a second; a contrast that is measured on the way is nobody's.
  await page.waitForTimeout(350)
  // Legacy mode, since the default opens a second window, which Crossread refuses.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${view}: ${id} (${help}): ${node.html.slice(0, 160)}`),
  )
}
