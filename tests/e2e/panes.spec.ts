import { join } from 'node:path'
import { from, textOf, writeFolder } from './support/inventedTexts'
import { Hands } from './support/keyboard'
import { heightOf, painted } from './support/paneText'
import { ReviewerAtWork } from './support/reviewer'
import { expect, test, type LaunchOptions, type RunningWorkbench } from './support/workbench'

/** Pixels by which two lines may stand apart and still count as side by side. */
const SAME_HEIGHT = 4
const RIVER = 'The bridge was closed at noon because the river had risen by two metres, said the county engineer.'
const TRIMMED = 'The bridge was closed at noon because the river had risen by two metres.'
const MILL = 'Nobody in the village had been told that the old mill stood on ground which the county meant to sell.'

/** Four sources: A, B and C share the river at different depths, A and C the mill; D shares nothing. */
const FOUR = {
  'a.txt': textOf('Morning paper', [...from(0, 4), RIVER, ...from(4, 8), MILL, ...from(12, 6)]),
  'b.txt': textOf('Evening paper', [...from(100, 9), RIVER, ...from(109, 9)]),
  'c.txt': textOf('Weekly paper', [...from(200, 14), TRIMMED, MILL, ...from(214, 8)]),
  'd.txt': textOf('Almanac', from(300, 8)),
}

type Launch = (options: LaunchOptions) => Promise<RunningWorkbench>

async function open(launch: Launch, scratch: string, size: { width: number; height: number }) {
  const folder = await writeFolder(join(scratch, 'sources'), FOUR)
  const workbench = await launch({ folder, configDir: join(scratch, 'config'), size })
  const reviewer = new ReviewerAtWork(workbench)
  await reviewer.begin()
  await reviewer.openPair(/Morning paper/, /Evening paper/)
  await expect(reviewer.pane(2)).toHaveAccessibleName(/Evening paper/)
  return { page: workbench.page, reviewer, hands: new Hands(workbench.page) }
}

async function expectAtOneHeight(reviewer: ReviewerAtWork, words: string, panes: readonly number[]): Promise<void> {
  await expect
    .poll(
      async () => {
        const heights = await Promise.all(panes.map((pane) => heightOf(reviewer.pane(pane), words)))
        return Math.max(...heights) - Math.min(...heights)
      },
      `“${words}” at one height in panes ${panes.join(', ')}`,
    )
    .toBeLessThanOrEqual(SAME_HEIGHT)
}

test('lays a third text beside two by keys alone, moves it, asks about each pair, and takes it away', async ({
  launch,
  scratch,
}) => {
  const { page, reviewer, hands } = await open(launch, scratch, { width: 1440, height: 900 })
  await hands.go('Tab', reviewer.pane(1).getByRole('document'))
  await hands.press('a')
  await expect(reviewer.pane(3)).toHaveAccessibleName(/Weekly paper/)
  await expect(reviewer.pane(3).getByRole('document')).toBeFocused()
  const pairs = reviewer.details.getByRole('group', { name: 'Passages of which two sources' })
  await expect(pairs.getByRole('radio', { name: 'B and C' })).toBeChecked()
  await expect(reviewer.passages()).toHaveCount(1)

  // A with C: moving C beside A makes the two neighbours.
  await hands.press('{')
  await expect(reviewer.pane(2)).toHaveAccessibleName(/Weekly paper/)
  await expect(reviewer.pane(2).getByRole('document')).toBeFocused()
  await expect(pairs.getByRole('radio')).toHaveCount(2)
  await hands.pressUntil('p', () => pairs.getByRole('radio', { name: 'A and C' }).isChecked(), 'the pair A and C')
  await expect(reviewer.passages()).toHaveCount(2)
  await hands.press('}')
  await expect(reviewer.pane(3)).toHaveAccessibleName(/Weekly paper/)

  await hands.press('Shift+A')
  await expect(reviewer.pane(3)).toBeHidden()
  await expect(reviewer.pane(2).getByRole('document')).toBeFocused()
  await expect(pairs).toBeHidden()
  await hands.press('Shift+A')
  await expect(reviewer.pane(2)).toBeVisible()
  expect(await page.evaluate(() => document.body.scrollWidth <= window.innerWidth)).toBe(true)
})

test('brings the chosen wording to one height in every pane that has it, and keeps it there while scrolling', async ({
  launch,
  scratch,
}) => {
  const { page, reviewer, hands } = await open(launch, scratch, { width: 1440, height: 900 })
  await hands.go('Tab', reviewer.pane(2).getByRole('document'))
  await hands.press('a')
  await expect(reviewer.pane(3)).toHaveAccessibleName(/Weekly paper/)
  await hands.press('p')
  await expect(reviewer.details.getByRole('radio', { name: 'A and B 1' })).toBeChecked()
  await expect(reviewer.details.getByRole('radio', { name: 'B and C 1' })).toBeVisible()
  await hands.press('[', '[', 'j')
  await expect.poll(() => painted(reviewer.pane(1), 'pair-on')).toEqual([expect.stringContaining('The bridge')])
  await expectAtOneHeight(reviewer, 'The bridge was closed', [1, 2, 3])
  expect(await painted(reviewer.pane(3), 'pair-along')).toEqual([expect.stringContaining('risen by two metres')])

  await reviewer.pane(2).getByRole('document').hover()
  await page.mouse.wheel(0, 80)
  await expectAtOneHeight(reviewer, 'The bridge was closed', [1, 2, 3])
})

test('opens a source of the list in a pane of its own, and keeps four panes wide enough to read', async ({
  launch,
  scratch,
}) => {
  const { page, reviewer, hands } = await open(launch, scratch, { width: 1024, height: 700 })
  const list = page.getByRole('complementary', { name: 'Sources' })
  await list
    .getByRole('button', { name: /Almanac/ })
    .first()
    .focus()
  await hands.press('a')
  await expect(reviewer.pane(3)).toHaveAccessibleName(/Almanac/)
  await expect(reviewer.pane(3).getByRole('document')).toBeFocused()
  await expect(list).toBeHidden()
  await hands.press('a')
  await expect(reviewer.pane(4)).toHaveAccessibleName(/Weekly paper/)
  for (const pane of [1, 2, 3, 4]) {
    const box = await reviewer.pane(pane).boundingBox()
    expect(box?.width).toBeGreaterThanOrEqual(270)
  }
  await expect(reviewer.pane(4)).toBeInViewport({ ratio: 0.9 })
  await hands.press(']')
  await expect(reviewer.pane(1).getByRole('document')).toBeFocused()
  await expect(reviewer.pane(1)).toBeInViewport({ ratio: 0.9 })
})
