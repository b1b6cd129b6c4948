import { join } from 'node:path'
import { violations } from './support/axe'
import { Hands } from './support/keyboard'
import { textOf, writeFolder } from './support/inventedTexts'
import { ReviewerOfTwo } from './support/twoReviewers'
import { expect, test } from './support/workbench'

const CLOSED = 'The bridge was closed at noon because the river had risen by two metres.'
const LORRIES = 'Lorries crossed it until two in the afternoon.'
const FILES = {
  'a-morning.txt': textOf('The morning paper on the bridge', [0, CLOSED, 1]),
  'b-evening.txt': textOf('The evening paper on the bridge', [100, LORRIES, 101]),
}
const STATEMENTS = ['The bridge was closed at noon.', 'The river rose by two metres.', 'Nobody crossed after noon.']
const SECRET = 'The zebra gauge shows it.'

test('two reviewers disagree blind on three claims, see nothing before, and settle them by keys', async ({
  launch,
  scratch,
}) => {
  await writeFolder(join(scratch, 'sources'), FILES)
  const ada = await ReviewerOfTwo.sit(launch, scratch, { name: 'Ada' })

  await test.step('Ada turns blind review on, and is told what it does', async () => {
    await ada.agreement()
    await expect(ada.page.getByRole('heading', { name: 'Two pairs of eyes' })).toBeVisible()
    await ada.page.getByRole('button', { name: 'Turn on …' }).click()
    const dialog = ada.page.getByRole('dialog')
    await expect(dialog).toContainText('the journals in the data folder are plain text')
    await dialog.getByRole('button', { name: 'Review blind' }).click()
    await expect(ada.page.getByText('Blind review is on')).toBeVisible()
  })
  for (const statement of STATEMENTS)
    await ada.decide(await ada.claim(statement, 'a-morning.txt', CLOSED), 'verified', SECRET)

  const ben = await ReviewerOfTwo.sit(launch, scratch, { name: 'Ben' })
  const { page } = ben
  const hands = new Hands(page)

  await test.step('Ben is told that Ada has decided, and finds nowhere how', async () => {
    await ben.view('Claims')
    const list = page.getByRole('listbox', { name: 'Claims' })
    await expect(list.getByRole('option')).toHaveCount(3)
    await expect(list.getByText('decided by Ada')).toHaveCount(3)
    await list.getByRole('option').first().click()
    await expect(page.getByText('Ada has decided; you see it after your own verdict.')).toBeVisible()
    await expect(page.locator('body')).not.toContainText('zebra')
    await expect(page.getByText('0 verified')).toBeVisible()
    const { hits } = await ben.client.call('search.query', { query: 'zebra', limit: 9 })
    expect(hits).toEqual([])
    const { content } = await ben.client.call('report.render', { format: 'html' })
    expect(content).not.toContain('zebra')
    await ben.agreement()
    await expect(page.getByRole('heading', { name: '3 claims wait for your verdict' })).toBeVisible()
    await page.getByRole('button', { name: 'Go to the first of them' }).click()
  })

  await test.step('Ben disputes all three, and sees what Ada said of each only then', async () => {
    const list = page.getByRole('listbox', { name: 'Claims' })
    for (const at of [0, 1, 2]) {
      await list.getByRole('option').nth(at).click()
      await expect(page.getByText(SECRET)).toBeHidden()
      await list.focus()
      await hands.press('3')
      await page.keyboard.type('The gauge was broken that day.')
      await hands.press('Control+Enter')
      await expect(page.getByRole('group', { name: 'Reviewers disagree' })).toBeVisible()
      await expect(page.getByText(SECRET).first()).toBeVisible()
    }
    await expect(page.getByText('0 disputed')).toBeVisible()
  })

  await test.step('the numbers stand with their counts', async () => {
    await ben.agreement()
    await ben.part('Numbers')
    await expect(page.getByText('Ben and Ada have both decided 3 claims and agree on 0: 0 %.').first()).toBeVisible()
    await expect(page.getByRole('region', { name: 'Cohen’s kappa' })).toContainText('0.00')
    const disputed = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'disputed' }) })
    await expect(disputed.getByRole('cell').nth(1)).toHaveText(/different: 3/)
    expect(await violations(page, 'numbers')).toEqual([])
    await ben.part('Disagreements')
    expect(await violations(page, 'disagreements')).toEqual([])
  })

  await test.step('Ben settles each by keys alone: verdict, cause, reason', async () => {
    const list = page.getByRole('listbox', { name: 'Disagreements' })
    await list.focus()
    await hands.press('j', 'k')
    for (const left of [2, 1, 0]) {
      await hands.press('2')
      await expect(page.getByRole('form', { name: 'Settle as verified' })).toBeVisible()
      await hands.press('5')
      await expect(page.getByRole('textbox', { name: 'Why does this verdict hold?' })).toBeFocused()
      await page.keyboard.type('The gauge was mended by then.')
      if (left === 2) expect(await violations(page, 'settling')).toEqual([])
      await hands.press('Control+Enter')
      await expect(page.getByRole('tab', { name: /^Disagreements/ })).toHaveText(new RegExp(`${left}`))
      if (left > 0) await expect(list).toBeFocused()
    }
    await expect(page.getByRole('heading', { name: 'Everything is settled' })).toBeVisible()
  })

  await test.step('settling is undone and done again', async () => {
    await hands.press('Control+Z')
    await expect(page.getByRole('listbox', { name: 'Disagreements' }).getByRole('option')).toHaveCount(1)
    await hands.press('Control+Shift+Z')
    await expect(page.getByRole('heading', { name: 'Everything is settled' })).toBeVisible()
  })

  await test.step('Ada sees the verdicts that hold now', async () => {
    await ada.view('Claims')
    await expect(ada.page.getByText('3 verified').first()).toBeVisible()
    await expect(ada.page.getByText('The gauge was mended by then.').first()).toBeVisible()
  })

  await test.step('a new verdict that differs opens it again, and all is there after a restart', async () => {
    const id = (await ada.client.call('review.get', {})).claims[0]?.id ?? ''
    await ada.decide(id, 'unverified', 'Mended by whom?')
    await ben.quit()
    const back = await ReviewerOfTwo.sit(launch, scratch, { name: 'Ben', again: true })
    await back.agreement()
    await expect(back.page.getByRole('listbox', { name: 'Disagreements' }).getByRole('option')).toHaveCount(1)
    await expect(back.page.getByText('An adjudication, which a later verdict contradicts.')).toBeVisible()
    await back.part('Settled')
    await expect(back.page.getByRole('heading', { name: 'A mistake 2' })).toBeVisible()
    expect(await violations(back.page, 'settled')).toEqual([])
  })
})

test('turning blind review off says what will be seen, and shows it', async ({ launch, scratch }) => {
  await writeFolder(join(scratch, 'sources'), FILES)
  const ada = await ReviewerOfTwo.sit(launch, scratch, { name: 'Ada' })
  await ada.client.call('review.setBlind', { on: true })
  await ada.decide(await ada.claim(STATEMENTS[0] ?? '', 'a-morning.txt', CLOSED), 'verified', SECRET)
  await ada.quit()
  const ben = await ReviewerOfTwo.sit(launch, scratch, { name: 'Ben' })
  await ben.agreement()
  await ben.page.getByRole('button', { name: 'Turn off …' }).click()
  const dialog = ben.page.getByRole('dialog')
  await expect(dialog).toContainText('You will see what Ada decided on 1 claim that waits for your own verdict.')
  expect(await violations(ben.page, 'turning blind review off')).toEqual([])
  await dialog.getByRole('button', { name: 'Show all verdicts' }).click()
  await ben.view('Claims')
  await expect(ben.page.getByText(SECRET).first()).toBeVisible()
  await ben.page.keyboard.press('Control+Z')
  await expect(ben.page.getByText(SECRET).first()).toBeHidden()
})
