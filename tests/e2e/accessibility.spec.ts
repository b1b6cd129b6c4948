import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { violations } from './support/axe'
import { ReviewerAtWork } from './support/reviewer'
import { copyFolder, expect, test } from './support/workbench'

for (const width of [1440, 1024]) {
  test(`axe finds nothing in any view (${width} wide)`, async ({ launch, scratch }) => {
    const folder = await copyFolder('corpus', join(scratch, 'Clark'))
    const workbench = await launch({ folder, configDir: join(scratch, 'config'), size: { width, height: 800 } })
    const { page } = workbench
    await expect(page.getByRole('region', { name: /^Pane 2/ })).toBeVisible()
    const found: string[] = await violations(page, 'first run')
    const reviewer = new ReviewerAtWork(workbench)
    await reviewer.begin()
    await reviewer.openPair(/53 more recordings/, /student paper asks/)
    await page.keyboard.press('F8')
    found.push(...(await violations(page, 'compare')))
    await page.keyboard.press('Control+Shift+C')
    await expect(page.getByRole('textbox', { name: 'Statement to be checked' })).toBeFocused()
    found.push(...(await violations(page, 'making a claim')))
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('form', { name: /New claim/ })).toBeHidden()
    found.push(...(await violations(page, 'claims beside the text')))
    await page.keyboard.press('Control+Shift+3')
    found.push(...(await violations(page, 'deciding')))
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+F')
    await page.keyboard.type('officer')
    found.push(...(await violations(page, 'find in text')))
    await page.keyboard.press('Escape')
    found.push(...(await corpusViolations(page)))
    await page.keyboard.press('Control+3')
    found.push(...(await violations(page, 'claims')))
    await page.keyboard.press('Control+4')
    await expect(page.getByRole('tab', { name: 'Markdown' })).toBeVisible()
    found.push(...(await violations(page, 'report')))
    await page.keyboard.press('Control+K')
    await page.keyboard.type('clark')
    found.push(...(await violations(page, 'search')))
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+/')
    found.push(...(await violations(page, 'keys')))
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+,')
    found.push(...(await violations(page, 'settings')))
    expect(found).toEqual([])
  })
}

for (const width of [1440, 1024]) {
  test(`axe finds nothing about matches and three panes (${width} wide)`, async ({ launch, scratch }) => {
    const folder = await copyFolder('corpus', join(scratch, 'Clark'))
    const workbench = await launch({ folder, configDir: join(scratch, 'config'), size: { width, height: 800 } })
    const { page } = workbench
    const reviewer = new ReviewerAtWork(workbench)
    await reviewer.begin()
    await reviewer.openPair(/53 more recordings/, /student paper asks/)
    await expect(page.getByRole('button', { name: '2 passages' })).toBeVisible()
    await page.keyboard.press('F8')
    if (width === 1024) await page.keyboard.press('Control+Alt+B')
    const found: string[] = await violations(page, 'regions')
    for (const name of [/^Why/, /^\d+\+ words/, /^Split/]) {
      await reviewer.details.getByRole('button', { name }).click()
      found.push(...(await violations(page, String(name))))
      if (name.source !== '^Split') await page.keyboard.press('Escape')
    }
    await page.keyboard.press('Enter')
    await expect(reviewer.passages().filter({ hasText: 'by hand' })).toHaveCount(2)
    found.push(...(await violations(page, 'matches by hand')))
    await reviewer.details.getByRole('button', { name: /^By hand/ }).click()
    found.push(...(await violations(page, 'decisions')))
    await page.keyboard.press('Escape')
    if (width === 1024) await page.keyboard.press('Control+Alt+B')
    for (const pane of [1, 2]) {
      await reviewer.pane(pane).getByRole('document').focus()
      for (const key of ['Control+Home', 'ArrowDown', 'Home', 'Shift+End']) await page.keyboard.press(key)
    }
    found.push(...(await violations(page, 'words selected in both texts')))
    await page.keyboard.press('Shift+W')
    found.push(...(await violations(page, 'why not')))
    await page.keyboard.press('Escape')
    if (width === 1024) await page.keyboard.press('Control+Alt+B')
    await reviewer.pane(2).getByRole('document').focus()
    await page.keyboard.press('a')
    await expect(reviewer.pane(3)).toBeVisible()
    found.push(...(await violations(page, 'three panes')))
    await page.keyboard.press('a')
    await expect(reviewer.pane(4)).toBeVisible()
    found.push(...(await violations(page, 'four panes')))
    expect(found).toEqual([])
  })
}

/** The Corpus view in each of its parts. */
async function corpusViolations(page: Page): Promise<string[]> {
  await page.keyboard.press('Control+2')
  await expect(page.getByRole('grid', { name: /Shared words/ })).toBeVisible()
  const found = await violations(page, 'corpus matrix')
  await page.getByRole('tab', { name: /^Clusters/ }).click()
  await page.getByRole('listbox', { name: 'Clusters' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid', { name: /The passage in its sources/ })).toBeVisible()
  found.push(...(await violations(page, 'cluster')))
  await page.getByRole('tab', { name: /^Set aside/ }).click()
  found.push(...(await violations(page, 'set aside')))
  return found
}
