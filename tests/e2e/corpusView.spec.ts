import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { createClient } from '../../src/contract/client'
import { generateCorpus } from '../support/generator/generateCorpus'
import { writeCorpus } from '../support/generator/writeCorpus'
import { runBuilt } from '../support/builtProgram'
import { from, textOf, writeFolder } from './support/inventedTexts'
import { Hands } from './support/keyboard'
import { pageTransport } from './support/pageTransport'
import { ReviewerAtWork } from './support/reviewer'
import { expect, test, type LaunchOptions, type RunningWorkbench } from './support/workbench'

const SENTENCE = 'The harbour office closed both bridges before noon on Friday and gave no reason for it.'
const OTHERWISE = SENTENCE.replace('both', 'two').replace(' for it', '')
const SAYING = '“Nobody told us that the ferry would not come,” she said.'

/** A source as it is written: a title, a date, and paragraphs of which the numbers are invented and shared with nobody. */
function article(title: string, published: string | null, paragraphs: readonly (number | string)[]): string {
  const front = ['---', `title: ${title}`, ...(published === null ? [] : [`published: ${published}`]), '---', ''].join(
    '\n',
  )
  return front + textOf(title, paragraphs)
}

const FILES = {
  'a-morning.txt': article('The morning paper', '2019-03-02', [...from(0, 3), SENTENCE, SAYING, ...from(3, 2)]),
  'b-evening.txt': article('The evening paper', '2019-03-01', [...from(10, 2), OTHERWISE, ...from(12, 2)]),
  'c-weekly.txt': article('The weekly', null, [SENTENCE, ...from(20, 3), SAYING]),
  'd-letter.txt': article('A letter', '2019-04', from(30, 3)),
}

type CorpusOutput = {
  readonly pairs: readonly { a: string; b: string; passages: readonly unknown[] }[]
  readonly clusters: readonly { members: readonly { path: string; text: string }[] }[]
}

class CorpusReader {
  readonly page: Page
  readonly hands: Hands
  readonly matrix: Locator
  readonly clusters: Locator
  readonly variants: Locator

  constructor({ page }: RunningWorkbench) {
    this.page = page
    this.hands = new Hands(page)
    this.matrix = page.getByRole('grid', { name: /^Shared words/ })
    this.clusters = page.getByRole('listbox', { name: 'Clusters' })
    this.variants = page.getByRole('grid', { name: /^The passage in its sources/ })
  }

  /** By key, as the first thing on the first day. */
  async open(): Promise<void> {
    await expect(this.page.getByRole('region', { name: /^Pane 2/ })).toBeVisible()
    await this.hands.press('Control+2')
  }

  cell(row: string, column: string): Locator {
    return this.matrix.getByRole('gridcell', {
      name: new RegExp(`(?:of ${row} also stands? in ${column} |^${row} and ${column}:)`),
    })
  }

  row(siglum: string): Locator {
    return this.variants.getByRole('row', { name: new RegExp(`^${siglum}, `) })
  }
}

async function openCorpus(
  launch: (options: LaunchOptions) => Promise<RunningWorkbench>,
  scratch: string,
): Promise<{ reader: CorpusReader; workbench: RunningWorkbench; folder: string }> {
  const folder = await writeFolder(join(scratch, 'Harbour'), FILES)
  const workbench = await launch({ folder, configDir: join(scratch, 'config') })
  const reader = new CorpusReader(workbench)
  await reader.open()
  await expect(reader.matrix).toBeVisible()
  return { reader, workbench, folder }
}

test('shows what the command line counts of every pair, and opens one in Compare by key', async ({
  launch,
  scratch,
}) => {
  const { reader, workbench, folder } = await openCorpus(launch, scratch)
  const told = await runBuilt(['corpus', folder, '--json'])
  const output = JSON.parse(told.out) as CorpusOutput
  const siglum = (path: string): string => path.charAt(0).toUpperCase()
  expect(output.pairs.map(({ a, b }) => siglum(a) + siglum(b))).toEqual(['AB', 'AC', 'BC'])
  for (const { a, b, passages } of output.pairs)
    for (const cell of [reader.cell(siglum(a), siglum(b)), reader.cell(siglum(b), siglum(a))])
      await expect(cell).toHaveAccessibleName(new RegExp(`: ${passages.length} passages?,`))
  await expect(reader.cell('A', 'D')).toHaveAccessibleName('A and D: nothing shared')
  await expect(reader.page.getByRole('tab', { name: /^Clusters/ })).toContainText(String(output.clusters.length))

  const client = createClient(pageTransport(workbench.page))
  const { sources } = await client.call('corpus.get', {})
  const { pairs } = await client.call('corpus.match', { jobId: 'asked-by-the-test', budgetMs: null })
  const letter = (id: string): string => sources.find((source) => source.id === id)?.siglum ?? ''
  for (const pair of pairs) {
    await expect(reader.cell(letter(pair.a), letter(pair.b))).toHaveText(String(pair.aWords))
    await expect(reader.cell(letter(pair.b), letter(pair.a))).toHaveText(String(pair.bWords))
  }

  await reader.hands.go('ArrowRight', reader.cell('A', 'C'))
  await reader.hands.press('Enter')
  await expect(reader.page.getByRole('region', { name: /^Pane 1: .*The morning paper/ })).toBeVisible()
  await expect(reader.page.getByRole('region', { name: /^Pane 2: .*The weekly/ })).toBeVisible()
})

test('puts the sources in order of date and of how much they share, and shows shares for words', async ({
  launch,
  scratch,
}) => {
  const { reader } = await openCorpus(launch, scratch)
  const heads = reader.matrix.getByRole('rowheader')
  await reader.page.getByRole('radio', { name: 'Date' }).check({ force: true })
  await expect(heads).toHaveText([/evening/, /morning/, /letter/, /weekly/])
  await reader.page.getByRole('radio', { name: 'Most shared' }).check({ force: true })
  await expect(heads.last()).toHaveText(/letter/)
  await reader.page.getByRole('radio', { name: 'Share of the row' }).check({ force: true })
  await expect(reader.cell('A', 'C')).toHaveText(/^\d+ %$/)
})

test('lines a cluster up, switches its base by key, and leads to Compare and to a claim', async ({
  launch,
  scratch,
}) => {
  const { reader, workbench } = await openCorpus(launch, scratch)
  const { hands, page } = reader
  await hands.press(']')
  await expect(reader.clusters).toBeFocused()
  // The one that most sources have is the first, and the first is shown.
  await expect(reader.row('B')).toBeVisible()
  await hands.press('Enter')
  await expect(reader.row('B')).toBeFocused()
  // The evening paper is the earliest, so it stands first and is the base.
  await expect(reader.row('B')).toHaveAccessibleName(/first appearance, base$/)
  await expect(reader.row('A').locator('ins')).toContainText(['both', 'for it'])

  await hands.press('j', 'b')
  await expect(reader.row('A')).toHaveAccessibleName(/, base$/)
  await expect(reader.row('A').locator('ins, del')).toHaveCount(0)
  await expect(reader.row('C')).toHaveAccessibleName(/, same wording$/)
  await expect(reader.row('B').locator('ins')).toContainText(['two'])
  await expect(reader.row('B').locator('del')).toContainText(['for it'])

  await hands.press('Control+/')
  const keys = page.getByRole('dialog', { name: /Keys/ })
  for (const title of ['Make this source the base', 'Make a claim of the cluster', 'Match the corpus again'])
    await expect(keys.getByText(title)).toBeVisible()
  await hands.press('Escape')
  await expect(reader.row('A')).toBeFocused()

  await hands.press('k')
  await expect(reader.row('B')).toBeFocused()
  await hands.press('Enter')
  await expect(page.getByRole('region', { name: /^Pane 1: .*The morning paper/ })).toBeVisible()
  await expect(page.getByRole('region', { name: /^Pane 2: .*The evening paper/ })).toBeVisible()

  await hands.press('Control+2')
  await expect(reader.variants).toBeVisible()
  await hands.press('Control+Shift+C')
  await expect(page.getByRole('textbox', { name: 'Statement to be checked' })).toBeFocused()
  await expect(page.getByRole('form', { name: /New claim/ })).toContainText(/both bridges/)
  await hands.press('Control+Enter')
  const reviewer = new ReviewerAtWork(workbench)
  await reviewer.saved()
  const { claims } = await createClient(pageTransport(page)).call('review.get', {})
  expect(claims.map((claim) => claim.evidence.map((one) => one.passages.map(({ siglum }) => siglum)))).toEqual([
    [['A', 'B', 'C']],
  ])
})

test('stops a matching of many sources, says that it is incomplete, and goes on when asked', async ({
  launch,
  scratch,
}) => {
  const folder = join(scratch, 'Many')
  writeCorpus(generateCorpus({ seed: 3, sources: 250, words: 500 }), folder)
  const reader = new CorpusReader(await launch({ folder, configDir: join(scratch, 'config') }))
  await reader.open()
  const view = reader.page.getByRole('region', { name: 'Corpus', exact: true })
  await expect(view.getByRole('progressbar')).toBeVisible()
  await view.getByRole('button', { name: 'Stop' }).press('Enter')
  await expect(view.getByText(/^Incomplete: matching was stopped/)).toBeVisible()
  await expect(view.getByRole('progressbar')).toBeHidden()
  await view.getByRole('button', { name: 'Match to the end' }).press('Enter')
  await expect(view.getByText(/^Incomplete/)).toBeHidden()
})

test('lists what an outlet repeats on its pages, shows it in its source, and counts it as text when told to', async ({
  launch,
  scratch,
}) => {
  const IMPRINT = 'The Island Post is printed six times a week and is owned by those who write it.'
  const pages = [0, 1, 2, 3].map((page): [string, string] => [
    `${page}.txt`,
    `---\ntitle: Story ${page}\noutlet: The Island Post\n---\n${textOf(`Story ${page}`, [...from(page * 5, 4), IMPRINT])}`,
  ])
  const folder = await writeFolder(join(scratch, 'Island'), Object.fromEntries(pages))
  const reader = new CorpusReader(await launch({ folder, configDir: join(scratch, 'config') }))
  const { hands, page } = reader
  await reader.open()
  const tab = page.getByRole('tab', { name: /^Set aside/ })
  const list = page.getByRole('listbox', { name: 'Set aside' })
  await expect(tab).toContainText('4')
  await hands.go('Tab', page.getByRole('tab', { name: 'Matrix' }))
  await hands.press('ArrowRight', 'ArrowRight')
  await hands.go('Tab', list)
  await hands.press('j')
  await expect(list.getByRole('option', { selected: true })).toContainText(IMPRINT)
  await hands.press('t')
  await expect(tab).toContainText('3')
  await hands.press('Control+z')
  await expect(tab).toContainText('4')
  await hands.press('Enter')
  await expect(page.getByRole('region', { name: /^Pane \d: .*Story 0/ }).getByRole('document')).toBeFocused()
})

test('says what to do where there is nothing to match, and where nothing is shared', async ({ launch, scratch }) => {
  const alone = await writeFolder(join(scratch, 'alone'), { 'a.txt': textOf('Alone', from(0, 2)) })
  const first = new CorpusReader(await launch({ folder: alone, configDir: join(scratch, 'config-1') }))
  await expect(first.page.getByRole('navigation', { name: 'Views' })).toBeVisible()
  await first.hands.press('Control+2')
  await expect(first.page.getByRole('heading', { name: 'Two sources make a comparison' })).toBeVisible()

  const strangers = { 'a.txt': textOf('One', from(0, 2)), 'b.txt': textOf('Other', from(40, 2)) }
  const apart = await writeFolder(join(scratch, 'apart'), strangers)
  const second = new CorpusReader(await launch({ folder: apart, configDir: join(scratch, 'config-2') }))
  await second.open()
  await expect(second.page.getByRole('heading', { name: 'These 2 sources share nothing' })).toBeVisible()
  await second.page.getByRole('button', { name: 'Matching of the corpus' }).press('Enter')
  await second.page.getByRole('menuitem', { name: 'Throw the stored matching away' }).press('Enter')
  await expect(second.page.getByText(/^Thrown away: \d+ kept results?$/)).toBeVisible()
})
