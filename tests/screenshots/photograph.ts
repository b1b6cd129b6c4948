import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { projectRoot } from '../e2e/support/workbench'

const pictures = process.env['CROSSREAD_SCREENSHOTS'] ?? join(projectRoot, 'test-results/screenshots')

/** A picture of the page as it is when its type is there and nothing moves any more; gives the file. */
export async function photograph(page: Page, name: string): Promise<string> {
  await mkdir(pictures, { recursive: true })
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(400)
  const path = join(pictures, `${name}.png`)
  await page.screenshot({ path })
  return path
}
