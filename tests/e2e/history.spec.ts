import type { Locator, Page } from '@playwright/test'
import { violations } from './support/axe'
import { annsMorning, AWAY, bensNoon, FOUR, openAs, SEVEN, writeSources } from './support/historyDay'
import { expect, test } from './support/workbench'

function lines(page: Page): Locator {
  return page.getByRole('listbox', { name: 'What happened, latest first' }).getByRole('option')
}

function details(page: Page): Locator {
  return page.getByRole('region', { name: 'Details' })
}

test('what was removed is seen after a restart, brought back by key, and undone', async ({ launch, scratch }) => {
  await writeSources(scratch)
  const ann = await openAs(launch, scratch, 'Ann')
  await annsMorning(ann)
  await ann.quit()
  const first = await openAs(launch, scratch, 'Ben')
  await bensNoon(first)
  await first.quit()

  const { page } = await openAs(launch, scratch, 'Ben')
  await page.keyboard.press('Control+Shift+H')
  await expect(lines(page).first()).toContainText(
    `Ben removed the claim “${AWAY}”, with 1 verdict and 1 piece of evidence can be brought back`,
  )
  await expect(lines(page).nth(1)).toContainText('Ben took back: marked “A neighbour heard the helicopter.” verified')
  await expect(lines(page).nth(2)).toContainText('taken back')
  await expect(
    page.getByText('Ann marked “Four shots were fired in the yard.” disputed: two reports differ'),
  ).toBeVisible()

  await page.keyboard.press('Enter')
  await expect(details(page).getByRole('heading', { level: 3 })).toBeFocused()
  await expect(details(page).getByRole('heading', { level: 3 })).toContainText(`Ben removed the claim “${AWAY}”`)
  await page.keyboard.press('Escape')
  await page.keyboard.press('h')
  await expect(lines(page).first()).toContainText(`Ben brought back the claim “${AWAY}”`)
  await page.keyboard.press('Control+3')
  await expect(page.getByRole('option').filter({ hasText: AWAY })).toContainText(/verified/i)

  await page.keyboard.press('Control+Z')
  await expect(page.getByRole('option').filter({ hasText: AWAY })).toBeHidden()
  await page.keyboard.press('Control+Shift+H')
  await expect(lines(page).first()).toContainText(`Ben took back: brought back the claim “${AWAY}”`)
})

test('the history is narrowed to a reviewer, a kind, words, and to one claim', async ({ launch, scratch }) => {
  await writeSources(scratch)
  const ann = await openAs(launch, scratch, 'Ann')
  await annsMorning(ann)
  await ann.quit()
  const { page } = await openAs(launch, scratch, 'Ben')
  await bensNoon({ page } as Parameters<typeof bensNoon>[0])

  await page.keyboard.press('Control+3')
  await page.getByRole('option').filter({ hasText: SEVEN }).click()
  await page.getByRole('button', { name: 'Everything that happened to it' }).click()
  await expect(page.getByRole('heading', { level: 2, name: `History of “${SEVEN}”` })).toBeVisible()
  await expect(lines(page)).toHaveCount(3)
  await expect(lines(page).first()).toContainText(`Ann reworded the claim “${FOUR}” as “${SEVEN}”`)
  await expect(details(page).getByText('Seven', { exact: true })).toHaveRole('insertion')
  await expect(details(page).getByText('Four', { exact: true })).toHaveRole('deletion')

  await page.getByRole('button', { name: 'All of the corpus' }).click()
  await page.getByRole('combobox', { name: 'Whose' }).selectOption({ index: 2 })
  await expect(
    lines(page)
      .filter({ hasText: /^(?!.*Ann made)/ })
      .first(),
  ).toContainText('Ben removed the claim')
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('Verdicts')
  await expect(page.getByRole('status').filter({ hasText: 'fit' })).toHaveText('3 entries fit')
  await page.getByRole('searchbox', { name: 'Words' }).fill('her office')
  await expect(page.getByRole('status').filter({ hasText: 'fit' })).toHaveText('1 entry fit')
  await page.getByRole('searchbox', { name: 'Words' }).fill('nowhere at all')
  await page.getByRole('button', { name: 'Show everything' }).click()
  await page.getByRole('button', { name: 'Check that it is whole' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: /whole Ann \d+ actions, each following/ })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: /whole Ben \d+ actions, each following/ })).toBeVisible()
})

test('axe finds nothing in the history', async ({ launch, scratch }) => {
  await writeSources(scratch)
  const running = await openAs(launch, scratch, 'Ann', { width: 1024, height: 800 })
  const { page } = running
  await annsMorning(running)
  await bensNoon(running)
  await page.keyboard.press('Control+Shift+H')
  await expect(lines(page).first()).toBeVisible()
  const found = await violations(page, 'the history')
  await page.getByRole('button', { name: 'Check that it is whole' }).click()
  await page.keyboard.press('Tab')
  await lines(page).filter({ hasText: 'reworded the claim' }).click()
  found.push(...(await violations(page, 'a claim reworded')))
  await page.getByRole('searchbox', { name: 'Words' }).fill('nowhere at all')
  await expect(page.getByText('Nothing fits')).toBeVisible()
  found.push(...(await violations(page, 'nothing fits')))
  expect(found).toEqual([])
})
