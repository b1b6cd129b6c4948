import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { writeFolder } from './support/inventedTexts'
import { Hands } from './support/keyboard'
import { painted } from './support/paneText'
import { ReviewerOfTwo } from './support/twoReviewers'
import { EVENING, FIRST, MOVED, NUMBER, NUMBER_NOW, OTHER, SECOND } from './support/versionsDay'
import { expect, test } from './support/workbench'

const SHOTS = 'Four shots were fired in the yard.'
const HEARD = 'A neighbour heard it.'
const EMPTY = 'Nobody else was in the yard.'
const CLAIMS = [
  [SHOTS, 'a-morning.txt', NUMBER],
  [HEARD, 'a-morning.txt', MOVED],
  [EMPTY, 'b-evening.txt', OTHER],
] as const
const SECRET = 'The zebra file says so.'

test('two reviewers, blind, disagree, settle and seal; then a source changes silently, and all of it is there after a restart', async ({
  launch,
  scratch,
}) => {
  const folder = await writeFolder(join(scratch, 'sources'), { 'a-morning.txt': FIRST, 'b-evening.txt': EVENING })

  await test.step('Ada decides three claims, blind, and leaves', async () => {
    const ada = await ReviewerOfTwo.sit(launch, scratch, { name: 'Ada' })
    await ada.client.call('review.setBlind', { on: true })
    for (const [statement, path, words] of CLAIMS)
      await ada.decide(await ada.claim(statement, path, words), 'verified', SECRET)
    await ada.saved()
    await ada.quit()
  })

  const ben = await ReviewerOfTwo.sit(launch, scratch, { name: 'Ben' })
  const { page } = ben
  const hands = new Hands(page)
  await test.step('Ben disputes all three without seeing what Ada said', async () => {
    await hands.press('Control+3')
    const list = page.getByRole('listbox', { name: 'Claims' })
    await expect(list.getByText('decided by Ada')).toHaveCount(3)
    for (const [statement] of CLAIMS) {
      await row(page, statement).click()
      await expect(page.getByText(SECRET)).toBeHidden()
      await list.focus()
      await hands.press('3')
      await page.keyboard.type('It was counted otherwise.')
      await hands.press('Control+Enter')
      await expect(page.getByText(SECRET).first()).toBeVisible()
    }
  })

  await test.step('settles the three disagreements, and seals one claim', async () => {
    await ben.agreement()
    const disagreements = page.getByRole('listbox', { name: 'Disagreements' })
    await disagreements.focus()
    for (const left of [2, 1, 0]) {
      await hands.press('2', '5')
      await expect(page.getByRole('textbox', { name: 'Why does this verdict hold?' })).toBeFocused()
      await page.keyboard.type('Ada read the whole file.')
      await hands.press('Control+Enter')
      await expect(page.getByRole('tab', { name: /^Disagreements/ })).toHaveText(new RegExp(`${left}`))
      if (left > 0) await expect(disagreements).toBeFocused()
    }
    await hands.press('Control+3')
    await row(page, EMPTY).click()
    await page.getByRole('listbox', { name: 'Claims' }).focus()
    await hands.press('Shift+S')
    await expect(page.getByRole('textbox', { name: /seal/i })).toBeFocused()
    await page.keyboard.type('Printed on Friday.')
    await hands.press('Control+Enter')
    await expect(row(page, EMPTY)).toContainText('sealed')
  })

  await test.step('hears at once that a source changed, and settles what it did by keyboard', async () => {
    await writeFile(join(folder, 'a-morning.txt'), SECOND)
    const announcement = page.getByRole('alert').filter({ hasText: 'A has changed' })
    await expect(announcement).toContainText('1 cited passage is not as cited. A number changed: four, now seven.')
    await hands.press('Control+Shift+U')
    const card = page.getByRole('region', { name: 'Settling' }).getByRole('article')
    await expect(card).toBeFocused()
    await expect(card).toContainText(SHOTS)
    await hands.press('f')
    await expect(announcement).toBeHidden()
    await expect(page.getByRole('heading', { name: 'All settled' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Settle what changed' })).toBeFocused()
    await ben.saved()
    await ben.quit()
  })

  await test.step('Ben finds all of it after a restart', async () => {
    const again = await ReviewerOfTwo.sit(launch, scratch, { name: 'Ben', again: true })
    await expect(again.page.getByRole('alert')).toBeHidden()
    await again.openPair(/morning paper/, /evening paper/)
    await expect.poll(() => painted(again.pane(1), 'claim-verified')).toEqual([MOVED, NUMBER_NOW])
    await foundInHistory(again.page)
    await again.quit()
  })

  await test.step('and so does Ada, with Ben’s name on it', async () => {
    const ada = await ReviewerOfTwo.sit(launch, scratch, { name: 'Ada', again: true })
    await expect(ada.page.getByRole('alert')).toBeHidden()
    await foundInHistory(ada.page)
    await ada.page.keyboard.press('Control+3')
    await row(ada.page, SHOTS).click()
    await expect(ada.page.getByText(`by Ben; cited before: “${NUMBER}”`)).toBeVisible()
    await expect(row(ada.page, EMPTY)).toContainText('sealed')
    const { ok } = await ada.client.call('integrity.verify', {})
    expect(ok).toBe(true)
  })
})

function row(page: Page, statement: string): Locator {
  return page.getByRole('listbox', { name: 'Claims' }).getByRole('option').filter({ hasText: statement })
}

async function foundInHistory(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+H')
  const lines = page.getByRole('listbox', { name: 'What happened, latest first' })
  await expect(lines.getByText(`Ben settled that “${NUMBER}” (A) is now cited as “${NUMBER_NOW}”`)).toBeVisible()
  await expect(lines.getByText(/Ben sealed .*Printed on Friday/)).toBeVisible()
  await expect(lines.getByText(`Ada marked “${SHOTS}” verified: ${SECRET}`)).toBeVisible()
  await expect(lines.getByText(`Ben marked “${SHOTS}” disputed: It was counted otherwise.`)).toBeVisible()
}
