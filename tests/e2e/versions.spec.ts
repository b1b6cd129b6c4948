import { Hands, hasFocus } from './support/keyboard'
import { painted } from './support/paneText'
import { MOVED, NEIGHBOUR, NUMBER, NUMBER_NOW, SHOTS, VersionsDay } from './support/versionsDay'
import { expect, test } from './support/workbench'

test('announces a silent edit of cited words at once, settles it by keyboard alone, and finds all of it after a restart', async ({
  launch,
  scratch,
}) => {
  const day = await VersionsDay.start(launch, scratch)
  const { page } = day
  await day.citeBoth()
  await day.changeTheFile()

  await expect(day.announcement()).toContainText('1 cited passage is not as cited')
  await expect(day.announcement()).toContainText('A number changed: four, now seven')
  // The words that moved are where they went, and the changed ones are marked at their place, but not as attached.
  await expect.poll(() => painted(day.pane(1), 'claim-unverified')).toEqual([MOVED])
  await expect.poll(() => painted(day.pane(1), 'differs')).toEqual([NUMBER_NOW])
  await expect(day.pane(1).getByRole('button', { name: /changed words, to be settled/ })).toBeVisible()
  await expect(day.pane(1).getByRole('button', { name: 'Versions of A' })).toContainText('version 2 of 2')

  const hands = new Hands(page)
  await hands.press('Control+Shift+U')
  const card = day.settling().getByRole('article')
  await expect(card).toBeFocused()
  await expect(card).toContainText('A number changed: four, now seven')
  await expect(card.locator('del')).toHaveText('four')
  await expect(card.locator('ins')).toHaveText('seven')
  await expect(card).toContainText(SHOTS)
  await hands.press('p')
  await expect(day.settling().getByRole('status')).toHaveText('All settled')
  await expect(day.announcement()).toBeHidden()
  await hands.press('Control+Z')
  await expect(day.announcement()).toBeVisible()
  await expect(card).toBeFocused()
  await hands.press('f')
  await expect(day.settling().getByRole('status')).toHaveText('All settled')
  await expect(day.announcement()).toBeHidden()
  await day.saved()
  await day.quit()

  const again = await VersionsDay.again(launch, scratch, day.folder)
  await again.openPair(/morning paper/, /evening paper/)
  await expect(again.announcement()).toBeHidden()
  await expect.poll(() => painted(again.pane(1), 'claim-unverified')).toEqual([MOVED, NUMBER_NOW])
  await again.show('Claims')
  const claim = again.details.getByRole('article').filter({ hasText: SHOTS })
  await claim.getByRole('button', { name: SHOTS, exact: true }).click()
  await expect(claim).toContainText(`cited before: “${NUMBER}”`)
  await expect(claim).toContainText('by Ada Reviewer')
})

test('shows two versions side by side, steps through what changed, and settles beside it', async ({
  launch,
  scratch,
}) => {
  const day = await VersionsDay.start(launch, scratch)
  const { page } = day
  await day.citeBoth()
  await day.changeTheFile()
  await expect(day.announcement()).toBeVisible()

  const hands = new Hands(page)
  await page.getByRole('button', { name: 'See the difference' }).focus()
  await hands.press('Enter')
  const versions = day.versions()
  await expect(versions.getByRole('list', { name: /^Versions, the latest first/ }).getByRole('listitem')).toHaveCount(2)
  await expect(versions).toContainText('1 changed')
  await expect(versions).toContainText('1 moved')
  await hands.press('F8')
  const moved = versions.getByRole('group', { name: /^Paragraph \d+, moved, was ¶ \d+/ })
  await expect(moved).toBeFocused()
  await expect(moved).toContainText(MOVED)
  await hands.press('F8')
  const changed = versions.getByRole('group', { name: /^Paragraph \d+, changed/ })
  await expect(changed).toBeFocused()
  await expect(changed.locator('del')).toHaveText('four')
  await expect(changed.locator('ins')).toHaveText('seven')
  await hands.press('Shift+F8')
  await expect(moved).toBeFocused()
  const table = versions.getByRole('region', { name: /^Difference/ })
  await table.evaluate((element) => element.scrollTo(0, element.scrollHeight))
  await expect(table.getByRole('button', { name: /paragraphs unchanged/ })).toBeVisible()

  const consequences = versions.getByRole('region', { name: 'What it did to citations' })
  await expect(consequences.getByRole('article')).toHaveCount(2)
  await expect(consequences.getByRole('article').first()).toContainText(SHOTS)
  await expect(consequences.getByRole('article').nth(1)).toContainText(NEIGHBOUR)
  await hands.go('Tab', consequences.getByRole('button', { name: /^show/ }).first())
  await hands.press('p')
  await expect(day.announcement()).toBeHidden()
  await expect(consequences.getByRole('article').first()).toContainText('settled')
  expect(await hasFocus(page.locator('body'))).toBe(false)
  await hands.press('Escape')
  await expect(day.pane(1)).toBeVisible()
  await expect.poll(() => painted(day.pane(1), 'differs-kept')).toEqual([NUMBER_NOW])
})

test('keeps the announcement across a restart until it is settled, and says quietly that nothing cited is touched', async ({
  launch,
  scratch,
}) => {
  const day = await VersionsDay.start(launch, scratch)
  await day.citeBoth()
  await day.changeTheFile()
  await expect(day.announcement()).toBeVisible()
  await day.saved()
  await day.quit()

  const again = await VersionsDay.again(launch, scratch, day.folder)
  await expect(again.announcement()).toContainText('four, now seven')
  await again.page.keyboard.press('Control+Shift+U')
  await expect(again.settling().getByRole('article')).toBeFocused()
  await again.page.keyboard.press('p')
  await expect(again.announcement()).toBeHidden()
  await again.changeTheFile(`${await again.present()}\nOne more line that nobody cites.\n`)
  await expect(again.page.getByText('Nothing that is cited in it is touched')).toBeVisible()
  await expect(again.announcement()).toBeHidden()
})
