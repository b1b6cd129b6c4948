import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { violations } from './support/axe'
import { claimOn, clientOf } from './support/claimsAtWork'
import { textOf, writeFolder } from './support/inventedTexts'
import { ReviewerAtWork } from './support/reviewer'
import { expect, test, type LaunchOptions, type RunningWorkbench } from './support/workbench'

const CLOSED = 'The bridge was closed at noon because the river had risen by two metres.'
const FILES = {
  'a-morning.txt': textOf('The morning paper on the bridge', [0, CLOSED, 1]),
  'b-evening.txt': textOf('The evening paper on the bridge', [100, CLOSED, 101]),
}

type Launch = (options: LaunchOptions) => Promise<RunningWorkbench>

/** A review of Ben's, of a folder of his own, in which he reworded the claim that Ada had made. */
async function reviewOfBen(launch: Launch, scratch: string, adasReview: string): Promise<string> {
  const folder = await writeFolder(join(scratch, 'Far away'), FILES)
  const workbench = await launch({ folder, configDir: join(scratch, 'config of Ben') })
  const client = clientOf(workbench)
  await client.call('reviewer.rename', { name: 'Ben' })
  await client.call('review.mergeFile', { name: 'ada.json', content: adasReview })
  const [claim] = (await client.call('review.get', {})).claims
  await client.call('claim.edit', { claimId: claim?.id ?? '', statement: 'The bridge was closed before noon.' })
  await claimOn(client, 'The river rose.', [/a-morning/, CLOSED])
  const { content } = await client.call('review.exportFile', {})
  await workbench.quit()
  const file = join(scratch, 'ben.crossread.json')
  await writeFile(file, content)
  return file
}

async function openSettings(page: Page): Promise<void> {
  await page.keyboard.press('Control+Comma')
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
}

test('a review goes out as one file and another comes in, with the keyboard, conflicts plainly shown', async ({
  launch,
  scratch,
}) => {
  const folder = await writeFolder(join(scratch, 'The bridge'), FILES)
  const config = join(scratch, 'config')
  const first = await launch({ folder, configDir: config })
  const client = clientOf(first)
  await client.call('reviewer.rename', { name: 'Ada' })
  const claimId = await claimOn(client, 'The bridge was closed at noon.', [/a-morning/, CLOSED])
  const { content } = await client.call('review.exportFile', {})
  await client.call('claim.edit', { claimId, statement: 'The bridge was closed at twelve.' })
  await first.quit()
  const bens = await reviewOfBen(launch, scratch, content)

  const workbench = await launch({ folder, configDir: config, size: { width: 1024, height: 800 } })
  const { page } = workbench
  // From now on, and not only when the key is pressed: the system's own dialog could be quicker than the asking.
  page.on('filechooser', () => undefined)
  await new ReviewerAtWork(workbench).begin()
  await openSettings(page)
  const merge = page.getByRole('button', { name: 'Merge a review file …' })
  await merge.scrollIntoViewIfNeeded()
  const found = await violations(page, 'working with others')

  if (workbench.host === 'chromium') {
    await page.getByRole('button', { name: 'Export my review …' }).focus()
    const [saved] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    expect(saved.suggestedFilename()).toMatch(/^The-bridge-Ada\.crossread\.json$/)
    expect(await readFile(await saved.path(), 'utf8')).toContain('crossread-review')
    // The message comes into the top layer, and takes the focus back to where it was before.
    await expect(page.getByText(/^Review saved: /)).toBeVisible()
  }
  await merge.focus()
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')])
  await chooser.setFiles(bens)
  const result = page.getByRole('dialog', { name: 'Review merged' })
  await expect(result.getByRole('status')).toHaveText(/added/)
  await expect(result.getByRole('listitem')).toHaveCount(1)
  await expect(result).toContainText('“The bridge was closed at twelve.”')
  await expect(result).toContainText('“The bridge was closed before noon.”')
  await expect(result.getByText('shown', { exact: true })).toHaveCount(1)
  found.push(...(await violations(page, 'what was merged')))
  await page.keyboard.press('Escape')
  await expect(result).toBeHidden()
  await page.keyboard.press('Escape')

  const claims = (await clientOf(workbench).call('review.get', {})).claims.map(({ statement }) => statement)
  expect(claims.toSorted()).toEqual(['The bridge was closed before noon.', 'The river rose.'])
  expect(found).toEqual([])
})

test('what a colleague does appears by itself, with their name', async ({ launch, scratch }) => {
  const folder = await writeFolder(join(scratch, 'The bridge'), FILES)
  const ada = await launch({ folder, configDir: join(scratch, 'config of Ada') })
  const ben = await launch({ folder, configDir: join(scratch, 'config of Ben') })
  await new ReviewerAtWork(ada).begin()
  const client = clientOf(ben)
  await client.call('reviewer.rename', { name: 'Ben' })
  await claimOn(client, 'The river rose.', [/a-morning/, CLOSED])
  await expect(ada.page.getByText('Ben: 1 change', { exact: true })).toBeVisible({ timeout: 20_000 })
  await new ReviewerAtWork(ada).view('Claims')
  await expect(ada.page.getByRole('option', { name: /The river rose/ })).toBeVisible()
})
