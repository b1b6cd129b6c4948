import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { from, inventedParagraph, textOf, writeFolder } from './support/inventedTexts'
import { dragOver, heightOf, painted } from './support/paneText'
import { ReviewerAtWork } from './support/reviewer'
import { copyFolder, expect, test, type LaunchOptions, type RunningWorkbench } from './support/workbench'

/** Pixels by which two lines may stand apart and still count as side by side. */
const SAME_HEIGHT = 4

const IDENTICAL = 'The bridge was closed at noon because the river had risen by two metres.'
const LONG =
  'Nobody in the village had been told that the old mill stood on ground which the county meant to sell before winter.'
const REWORDED = [
  'Forty people came to the town hall and asked the mayor for an answer that evening.',
  'Forty people came to the town hall and begged the mayor for an answer that evening.',
] as const
const QUOTED = [
  '“We had to leave the house, and nobody told us where to go,” she said.',
  'She said: "We had to leave the house – and nobody had told us where to go!"',
] as const

const RIVER = {
  'a-morning.txt': textOf('The morning paper on the river', [
    ...from(0, 6),
    IDENTICAL,
    ...from(6, 6),
    REWORDED[0],
    ...from(12, 6),
    LONG,
    ...from(18, 6),
    QUOTED[0],
    ...from(24, 6),
  ]),
  'b-evening.txt': textOf('The evening paper on the river', [
    ...from(100, 6),
    LONG,
    ...from(106, 6),
    QUOTED[1],
    ...from(112, 6),
    IDENTICAL,
    ...from(118, 6),
    REWORDED[1],
    ...from(124, 6),
  ]),
  'c-weekly.txt': textOf('The weekly on something else', from(200, 4)),
}

type Launch = (options: LaunchOptions) => Promise<RunningWorkbench>

async function open(
  launch: Launch,
  scratch: string,
  files: Record<string, string> | 'corpus',
  size?: LaunchOptions['size'],
) {
  const folder =
    files === 'corpus'
      ? await copyFolder('corpus', join(scratch, 'corpus'))
      : await writeFolder(join(scratch, 'sources'), files)
  const workbench = await launch({
    folder,
    configDir: join(scratch, 'config'),
    ...(size === undefined ? {} : { size }),
  })
  const reviewer = new ReviewerAtWork(workbench)
  await reviewer.begin()
  return { page: workbench.page, reviewer, folder }
}

async function expectSideBySide(reviewer: ReviewerAtWork, words: string): Promise<void> {
  await expect
    .poll(async () => {
      const [left, right] = [await heightOf(reviewer.pane(1), words), await heightOf(reviewer.pane(2), words)]
      return Math.abs(left - right)
    }, `“${words}” on both sides`)
    .toBeLessThanOrEqual(SAME_HEIGHT)
  await expect(reviewer.pane(1).locator('[data-text]', { hasText: words }).first()).toBeInViewport()
}

test('marks what differs between two printings of a quotation, in the list and in both texts', async ({
  launch,
  scratch,
}) => {
  const { reviewer } = await open(launch, scratch, 'corpus')
  await reviewer.openPair(/53 more recordings/, /student paper asks/)
  await expect(reviewer.passages()).toHaveCount(2)
  const [left, right] = [reviewer.pane(1), reviewer.pane(2)]

  await reviewer.choosePassage(/We need to know/)
  await expect.poll(() => painted(left, 'left-out')).toEqual(['okay'])
  expect(await painted(right, 'put-in')).toEqual(['O.K.'])
  expect(await painted(left, 'pair-on')).toEqual([expect.stringContaining("We need to know if you're okay")])
  expect(await painted(right, 'pair-on')).toEqual([expect.stringContaining('We need to know if you’re O.K.')])
  expect(await painted(left, 'pair')).toEqual([expect.stringContaining('We need to get you medics')])
  await expectSideBySide(reviewer, 'We need to know')

  await reviewer.choosePassage(/We need to get you medics/)
  await expect.poll(() => painted(right, 'put-in')).toContain('go')
  expect(await painted(left, 'pair-on')).toEqual([expect.stringContaining("we can't over to get you help")])
  await expectSideBySide(reviewer, 'We need to get you medics')
})

test('finds moved passages in any order, filters and sorts them, and brings each pair to the same height', async ({
  launch,
  scratch,
}) => {
  const { reviewer, page } = await open(launch, scratch, RIVER)
  await reviewer.openPair(/morning paper/, /evening paper/)
  const order = page.getByRole('combobox', { name: 'Order of the passages' })
  await order.selectOption({ label: 'by place in A' })
  await expectOrder(reviewer, [
    /The bridge was closed/,
    /Forty people/,
    /Nobody in the village/,
    /We had to leave the house/,
  ])
  for (const words of ['The bridge was closed', 'Forty people', 'Nobody in the village', 'We had to leave the house']) {
    await reviewer.choosePassage(words)
    await expectSideBySide(reviewer, words)
  }

  await order.selectOption({ label: 'by place in B' })
  await expectOrder(reviewer, [
    /Nobody in the village/,
    /We had to leave the house/,
    /The bridge was closed/,
    /Forty people/,
  ])
  await order.selectOption({ label: 'longest first' })
  await expectOrder(reviewer, [
    /Nobody in the village/,
    /Forty people/,
    /The bridge was closed/,
    /We had to leave the house/,
  ])

  const kinds = page.getByRole('group', { name: 'Which passages to list' })
  await kinds.getByRole('button', { name: 'identical 2' }).click()
  await expectOrder(reviewer, [/Nobody in the village/, /The bridge was closed/])
  await kinds.getByRole('button', { name: 'quotations 1' }).click()
  await expectOrder(reviewer, [/We had to leave the house/])
  await kinds.getByRole('button', { name: 'with differences 2' }).click()
  await order.selectOption({ label: 'most different first' })
  await expectOrder(reviewer, [/We had to leave the house/, /Forty people/])
  await expect(reviewer.passages().nth(1).getByRole('deletion')).toHaveText(/asked/)
  await expect(reviewer.passages().nth(1).getByRole('insertion')).toHaveText(/begged/)
})

async function expectOrder(reviewer: ReviewerAtWork, words: readonly RegExp[]): Promise<void> {
  await expect(reviewer.passages()).toContainText([...words])
  await expect(reviewer.passages()).toHaveCount(words.length)
}

test('scrolls the panes together by what they share, and apart after L', async ({ launch, scratch }) => {
  const { reviewer, page } = await open(launch, scratch, RIVER)
  await reviewer.openPair(/morning paper/, /evening paper/)
  await expect(reviewer.passages()).toHaveCount(4)
  const [left, right] = [textOfPane(reviewer, 1), textOfPane(reviewer, 2)]
  const before = await scrollOf(right)
  await left.hover()
  await page.mouse.wheel(0, 500)
  await expect.poll(() => scrollOf(left)).toBeGreaterThan(300)
  await expect.poll(() => scrollOf(right)).toBeGreaterThan(before + 100)

  await left.focus()
  await page.keyboard.press('l')
  const link = page.getByRole('button', { name: 'Linked scrolling' })
  await expect(link).toHaveAttribute('aria-pressed', 'false')
  const [leftThen, rightThen] = [await scrollOf(left), await scrollOf(right)]
  await page.mouse.wheel(0, 500)
  await expect.poll(() => scrollOf(left)).toBeGreaterThan(leftThen + 300)
  expect(await scrollOf(right)).toBe(rightThen)

  await page.keyboard.press('l')
  await expect(link).toHaveAttribute('aria-pressed', 'true')
  await page.mouse.wheel(0, 500)
  await expect.poll(() => scrollOf(right)).toBeGreaterThan(rightThen + 100)
})

function textOfPane(reviewer: ReviewerAtWork, pane: number): Locator {
  return reviewer.pane(pane).getByRole('document')
}

async function scrollOf(text: Locator): Promise<number> {
  return text.evaluate((element) => element.scrollTop)
}

test('says that two share nothing, and that one source lies in both panes', async ({ launch, scratch }) => {
  const { reviewer, page } = await open(launch, scratch, RIVER)
  await reviewer.openPair(/morning paper/, /weekly on something else/)
  const main = page.getByRole('main')
  await expect(main.getByRole('status').filter({ hasText: 'These two share nothing.' })).toContainText(
    'No wording of 5 words or more',
  )
  await expect(reviewer.details.getByRole('heading', { name: 'These two share nothing' })).toBeVisible()
  await expect(reviewer.passages()).toHaveCount(0)
  await reviewer.openInPane(2, /morning paper/)
  await expect(main.getByText('The same source lies in both panes.')).toBeVisible()
  await expect(reviewer.details.getByRole('heading', { name: 'The same source twice' })).toBeVisible()
})

test('finds words in the open texts, counts the places and walks them', async ({ launch, scratch }) => {
  const { reviewer, page } = await open(launch, scratch, RIVER)
  await reviewer.openPair(/morning paper/, /evening paper/)
  await page.keyboard.press('Control+F')
  const bar = page.getByRole('search')
  const told = bar.getByRole('status')
  await expect(bar.getByRole('searchbox', { name: 'Find in the texts' })).toBeFocused()
  await page.keyboard.type('RIVER')
  await expect(told).toHaveText('1 of 4')
  expect(await painted(reviewer.pane(1), 'find')).toEqual(['river'])
  const walked: string[] = []
  for (let step = 0; step < 4; step += 1) {
    await expect(told).toHaveText(`${step + 1} of 4`)
    await expect.poll(async () => (await hits(reviewer)).length).toBe(1)
    walked.push(...(await hits(reviewer)))
    await page.keyboard.press('Enter')
  }
  expect(walked.sort()).toEqual(['1: river', '1: river', '2: river', '2: river'])
  await expect(told).toHaveText('1 of 4')
  await page.keyboard.press('Shift+Enter')
  await expect(told).toHaveText('4 of 4')
  await expect(reviewer.pane(2).locator('[data-text]', { hasText: IDENTICAL })).toBeInViewport()

  await bar.getByRole('button', { name: 'A', exact: true }).click()
  await expect(told).toHaveText(/ of 2$/)
  await bar.getByRole('searchbox').fill('no such words')
  await expect(told).toHaveText('Not found')
  await bar.getByRole('searchbox').press('Escape')
  await expect(bar).toBeHidden()
  expect(await painted(reviewer.pane(1), 'find')).toEqual([])
})

async function hits(reviewer: ReviewerAtWork): Promise<string[]> {
  const panes = await Promise.all([1, 2].map((pane) => painted(reviewer.pane(pane), 'find-on')))
  return panes.flatMap((found, index) => found.map((words) => `${index + 1}: ${words}`))
}

test('keeps page furniture out of matching until the reviewer overrules it, and sets aside what the reviewer marks', async ({
  launch,
  scratch,
}) => {
  const furniture = 'READ ALSO: How the river rose and the bridge was lost'
  const { reviewer, page } = await open(launch, scratch, {
    'a.txt': textOf('The first of two pages', [0, furniture, 1, IDENTICAL, 2]),
    'b.txt': textOf('The second of two pages', [100, furniture, 101, IDENTICAL, 102]),
  })
  await reviewer.openPair(/first of two pages/, /second of two pages/)
  await expectOrder(reviewer, [/The bridge was closed/])
  for (const pane of [1, 2]) {
    expect(await painted(reviewer.pane(pane), 'furniture')).toEqual([furniture])
    await expect(reviewer.pane(pane).getByText(/^page furniture: /)).toBeVisible()
    await reviewer.pane(pane).getByRole('button', { name: 'Count this as text' }).click()
    await expect.poll(() => painted(reviewer.pane(pane), 'furniture')).toEqual([])
  }
  await expectOrder(reviewer, [/How the river rose/, /The bridge was closed/])

  await dragOver(page, reviewer.pane(1), IDENTICAL)
  await page
    .getByRole('toolbar', { name: 'Selected words' })
    .getByRole('button', { name: 'Mark as page furniture' })
    .click()
  await expect.poll(() => painted(reviewer.pane(1), 'furniture')).toEqual([IDENTICAL])
  await expect(reviewer.pane(1).getByText('page furniture: marked by a reviewer')).toBeVisible()
  await expectOrder(reviewer, [/How the river rose/])
  await page.keyboard.press('Control+Z')
  await expectOrder(reviewer, [/How the river rose/, /The bridge was closed/])
})

test('lays a third source beside two, each pair with its own passages, and takes it away again', async ({
  launch,
  scratch,
}) => {
  const { reviewer, page } = await open(
    launch,
    scratch,
    {
      ...RIVER,
      'c-weekly.txt': textOf('The weekly on the river', [200, REWORDED[1], 201]),
    },
    { width: 1600, height: 900 },
  )
  await reviewer.openPair(/morning paper/, /evening paper/)
  await expect(reviewer.passages()).toHaveCount(4)
  await page.getByRole('button', { name: 'Add a pane' }).click()
  await expect(reviewer.pane(3)).toHaveAccessibleName(/weekly on the river/)
  const counts = page.getByRole('button', { name: /^\d+ passages?$/ })
  await expect(counts).toHaveText(['4 passages', '1 passage'])
  await counts.nth(1).click()
  await expectOrder(reviewer, [/Forty people/])
  await reviewer.choosePassage(/Forty people/)
  await expect.poll(() => painted(reviewer.pane(3), 'pair-on')).toEqual([expect.stringContaining('begged')])
  await expect
    .poll(async () =>
      Math.abs((await heightOf(reviewer.pane(2), 'Forty people')) - (await heightOf(reviewer.pane(3), 'Forty people'))),
    )
    .toBeLessThanOrEqual(SAME_HEIGHT)
  await reviewer.pane(3).getByRole('button', { name: 'Close pane 3' }).click()
  await expect(reviewer.pane(3)).toBeHidden()
  await expect(reviewer.passages()).toHaveCount(4)
})

test('keeps a list of five hundred passages light, and reaches its end', async ({ launch, scratch }) => {
  const shared = from(1000, 500).map((number) => inventedParagraph(number).split('. ')[0] ?? '')
  const { reviewer, page } = await open(launch, scratch, {
    'a.txt': textOf(
      'One long text',
      shared.flatMap((words, index) => [`Alpha${index} ${words} alpha${index}.`]),
    ),
    'b.txt': textOf(
      'Another long text',
      shared.toReversed().flatMap((words, index) => [`Beta${index} ${words} beta${index}.`]),
    ),
  })
  await reviewer.openPair(/One long text/, /Another long text/)
  await page.getByRole('combobox', { name: 'Order of the passages' }).selectOption({ label: 'by place in A' })
  const first = reviewer.passages().first()
  await expect(first).toHaveAttribute('aria-setsize', '500')
  expect(await reviewer.passages().count()).toBeLessThan(60)
  await first.getByRole('button').first().focus()
  await page.keyboard.press('ArrowUp')
  const last = reviewer.details.locator('[aria-posinset="500"]')
  await expect(last.getByRole('button').first()).toBeFocused()
  await expect(last).toContainText(shared[499]?.split(' ')[3] ?? '?')
  expect(await reviewer.passages().count()).toBeLessThan(60)
  await expect(reviewer.pane(1).locator('[data-text]', { hasText: 'Alpha499 ' })).toBeInViewport()
  await expect(reviewer.pane(2).locator('[data-text]', { hasText: 'beta0.' })).toBeInViewport()
})

test('puts the details into a drawer where the window is narrow', async ({ launch, scratch }) => {
  const { reviewer, page } = await open(launch, scratch, RIVER, { width: 1024, height: 700 })
  await reviewer.openPair(/morning paper/, /evening paper/)
  await expect(reviewer.details).toBeHidden()
  await page.getByRole('button', { name: /^Show details/ }).click()
  await expect(reviewer.details).toBeVisible()
  await reviewer.choosePassage(/The bridge was closed/)
  await expectSideBySide(reviewer, 'The bridge was closed')
  await reviewer.passages().first().getByRole('button').first().press('Escape')
  await expect(reviewer.details).toBeHidden()
  for (const pane of [1, 2]) {
    const { x, width } = (await reviewer.pane(pane).boundingBox()) ?? { x: -1, width: 0 }
    expect([x >= 0, x + width <= 1024]).toEqual([true, true])
  }
})
