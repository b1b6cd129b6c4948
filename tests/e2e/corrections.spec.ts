import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { createClient } from '../../src/contract/client'
import { textOf, writeFolder } from './support/inventedTexts'
import { Hands } from './support/keyboard'
import { painted } from './support/paneText'
import { pageTransport } from './support/pageTransport'
import { ReviewerAtWork } from './support/reviewer'
import { expect, test, type LaunchOptions, type RunningWorkbench } from './support/workbench'

const BRIDGE = 'The bridge was closed at noon because the river had risen by two metres.'
const SHOPS = 'Every shop along the harbour kept its shutters down until the evening tide had gone.'
const MILL = 'Nobody in the village had been told that the old mill stood on county ground.'
const LORRY = 'A lorry with forty sheep waited for hours.'
const SHEEP = 'Forty sheep in their lorry had to wait for hours.'

/** The bridge and the shops stand together in both, the mill elsewhere; the sheep are told in other words. */
const TWO = {
  'a.txt': textOf('Morning paper', [0, `${BRIDGE} ${SHOPS}`, 1, MILL, 2, LORRY, 3]),
  'b.txt': textOf('Evening paper', [100, MILL, 101, `${BRIDGE} ${SHOPS}`, 102, SHEEP, 103]),
}

type Place = Pick<LaunchOptions, 'folder' | 'configDir'>

class Correcting {
  readonly reviewer: ReviewerAtWork
  readonly hands: Hands
  readonly page: RunningWorkbench['page']

  constructor(workbench: RunningWorkbench) {
    this.page = workbench.page
    this.reviewer = new ReviewerAtWork(workbench)
    this.hands = new Hands(workbench.page)
  }

  sheet(name: string | RegExp) {
    return this.reviewer.details.getByRole('region', { name })
  }

  text(pane: number) {
    return this.reviewer.pane(pane).getByRole('document')
  }

  card(words: string | RegExp) {
    return this.reviewer.passages().filter({ hasText: words })
  }

  /** Chooses a passage of the list by keys: the focus goes into the list, J and K to the passage. */
  async choose(words: string): Promise<void> {
    const list = this.reviewer.details.getByRole('list', { name: 'Passages' })
    const chosen = list.locator('[aria-current="true"]')
    await this.hands.pressUntil('Tab', async () => (await list.locator(':focus').count()) > 0, 'the list')
    for (const key of ['k', 'k', 'k', 'k', 'k']) await this.hands.press(key)
    await this.hands.pressUntil(
      'j',
      async () => (await chosen.count()) > 0 && (await this.card(words).locator('[aria-current]').count()) > 0,
      `the passage “${words}”`,
    )
  }

  /** Goes to a text and puts the caret before these words of it. */
  async caretTo(pane: number, words: string): Promise<void> {
    const text = this.text(pane)
    if (!(await text.evaluate((element) => element === document.activeElement))) {
      await this.hands.go('Tab', text)
    }
    await this.hands.press('Control+Home')
    await this.hands.pressUntil(
      'ArrowDown',
      async () => (await rest(text)).whole.includes(words),
      `the line of “${words}”`,
    )
    await this.hands.press('Home')
    await this.hands.pressUntil(
      'Control+ArrowRight',
      async () => (await rest(text)).after.trimStart().startsWith(words),
      `the caret before “${words}”`,
    )
  }

  async select(pane: number, words: string): Promise<void> {
    await this.caretTo(pane, words)
    const selected = async (): Promise<boolean> =>
      (await this.page.evaluate(() => String(document.getSelection()))).trim() === words
    await this.hands.pressUntil('Shift+ArrowRight', selected, `“${words}” selected`)
  }
}

/** The words of the caret's paragraph, and those after the caret. */
async function rest(text: Locator): Promise<{ whole: string; after: string }> {
  return text.evaluate((element) => {
    const selection = document.getSelection()
    const node = selection?.focusNode ?? null
    const paragraph = (node instanceof Element ? node : node?.parentElement)?.closest('[data-text]') ?? null
    if (selection === null || node === null || paragraph === null || !element.contains(node))
      return { whole: '', after: '' }
    const after = document.createRange()
    after.setStart(node, selection.focusOffset)
    after.setEnd(paragraph, paragraph.childNodes.length)
    return { whole: paragraph.textContent, after: after.toString() }
  })
}

async function open(launch: (options: LaunchOptions) => Promise<RunningWorkbench>, place: Place): Promise<Correcting> {
  const workbench = await launch({ ...place, size: { width: 1440, height: 900 } })
  return new Correcting(workbench)
}

async function begin(launch: (options: LaunchOptions) => Promise<RunningWorkbench>, scratch: string) {
  const folder = await writeFolder(join(scratch, 'sources'), TWO)
  const place = { folder, configDir: join(scratch, 'config') }
  const at = await open(launch, place)
  await at.reviewer.begin()
  await expect(at.card(/The bridge was closed/)).toHaveCount(1)
  return { at, place }
}

test('says why a passage is one and why two selections are none, with the figures of the matcher', async ({
  launch,
  scratch,
}) => {
  const { at } = await begin(launch, scratch)
  await at.choose('old mill stood')
  await at.hands.press('w')
  const why = at.sheet('Why these match')
  await expect(why).toContainText('every threshold is passed')
  const client = createClient(pageTransport(at.page))
  const told = await explained(client, [MILL, MILL])
  expect(told.matched).toBe(true)
  await expect(why.getByRole('list', { name: 'Thresholds' }).getByRole('listitem')).toHaveCount(told.thresholds.length)
  for (const { word } of told.sharedWords.slice(0, 5)) await expect(why).toContainText(word)
  await expect(why).toContainText(`Longest stretch of the same words: ${told.longestRun} words.`)
  await at.hands.press('Escape')
  await expect(why).toBeHidden()

  await at.select(1, LORRY)
  await at.hands.press(']')
  await at.select(2, SHEEP)
  await expect.poll(() => painted(at.reviewer.pane(1), 'held')).toEqual([LORRY])
  const both = at.sheet('Words selected in both texts')
  await expect(both).toContainText('A lorry with forty')
  await at.hands.press('Shift+W')
  const whyNot = at.sheet('Why the selected words do not match')
  const missed = await explained(client, [LORRY, SHEEP])
  expect(missed.matched).toBe(false)
  const thresholds = missed.thresholds.filter((one) => !one.met)
  expect(thresholds.length).toBeGreaterThan(0)
  await expect(whyNot).toContainText(`${thresholds.length} of ${missed.thresholds.length} thresholds`)
  for (const { needed, value } of thresholds) {
    const line = whyNot.getByRole('listitem').filter({ hasText: `At least ${shown(needed)}` })
    await expect(line.first()).toContainText(/too few|too low/)
    await expect(whyNot).toContainText(`: ${shown(value)}.`)
  }
  await at.hands.press('Escape')
  await expect(at.text(2)).toBeFocused()
  expect((await at.page.evaluate(() => String(document.getSelection()))).trim()).toBe(SHEEP)
})

function shown(value: number): string {
  return (Math.round(value * 100) / 100).toLocaleString('en')
}

async function explained(client: ReturnType<typeof createClient>, words: readonly [string, string]) {
  const { sources } = await client.call('corpus.get', {})
  const [a, b] = await Promise.all(
    words.map(async (wanted, index) => {
      const { text, textHash, sourceId } = await client.call('source.text', { sourceId: sources[index]?.id ?? '' })
      const start = text.indexOf(wanted)
      return { sourceId, textHash, range: { start, endExclusive: start + wanted.length } }
    }),
  )
  if (a === undefined || b === undefined) throw new Error('two sources are open')
  return client.call('match.explain', { a, b })
}

test('rejects a passage and adds one by keys alone, takes both back and keeps them over a restart', async ({
  launch,
  scratch,
}) => {
  const { at, place } = await begin(launch, scratch)
  const found = await at.reviewer.passages().count()
  await at.choose('old mill stood')
  await at.hands.press('x')
  await expect(at.card('old mill stood')).toHaveCount(0)
  await expect(at.page.getByRole('region', { name: 'Messages' })).toContainText('Passage rejected')
  await at.hands.press('Control+Z')
  await expect(at.card('old mill stood')).toHaveCount(1)
  await at.hands.press('Control+Shift+Z')
  await expect(at.card('old mill stood')).toHaveCount(0)

  await at.select(1, LORRY)
  await at.hands.press(']')
  await at.select(2, SHEEP)
  await at.hands.press('m')
  const added = at.card(/lorry with forty sheep/i)
  await expect(added).toContainText('by hand')
  await expect(at.reviewer.pane(2).getByRole('button', { name: /^Added by hand by / })).toBeVisible()
  await at.reviewer.saved()
  await at.reviewer.quit()

  const again = await open(launch, place)
  await expect(again.card(/lorry with forty sheep/i)).toContainText('by hand')
  await expect(again.card('old mill stood')).toHaveCount(0)
  await expect(again.reviewer.passages()).toHaveCount(found)
  await again.hands.go('Tab', again.text(1))
  await again.hands.press('Shift+D')
  const decisions = again.sheet(/^Corrected by hand/)
  await expect(decisions.getByRole('listitem')).toHaveCount(2)
  const back = decisions.getByRole('button', { name: 'Bring the match back' })
  await again.hands.go('Tab', back)
  await again.hands.press('Enter')
  await expect(again.card('old mill stood')).toHaveCount(1)
})

test('splits a passage at the caret, joins the parts again, and keeps both with other settings', async ({
  launch,
  scratch,
}) => {
  const { at } = await begin(launch, scratch)
  const whole = at.card(/The bridge was closed.*tide had gone/s)
  await expect(whole).toHaveCount(1)
  await at.caretTo(1, 'Every shop')
  await at.hands.press('Enter')
  await at.hands.press('/')
  const split = at.sheet('Split this passage')
  await expect(split.getByRole('button', { name: 'Split into 2' })).toBeFocused()
  await expect(split.getByRole('group', { name: 'Cut' }).locator('p').nth(1)).toContainText(
    /two metres\. cut here\s*Every shop/,
  )
  await at.hands.press('ArrowRight')
  await expect(split.getByRole('group', { name: 'Cut' }).locator('p').nth(1)).toContainText(/Every cut here\s*shop/)
  await at.hands.press('ArrowLeft', 'Enter')
  await expect(whole).toHaveCount(0)
  await expect(at.card(/The bridge was closed/)).toContainText('by hand')
  await expect(at.card(/Every shop along/)).toContainText('by hand')

  const client = createClient(pageTransport(at.page))
  const settings = (await client.call('corpus.get', {})).match
  await client.call('corpus.setMatchSettings', { ...settings, kinds: [...settings.kinds], smallestPassageWords: 8 })
  await expect(at.reviewer.details.getByRole('button', { name: /8\+ words/ })).toBeVisible()
  await expect(at.card(/Every shop along/)).toContainText('by hand')
  await expect(whole).toHaveCount(0)

  await at.choose('The bridge was closed')
  await at.hands.press('Shift+ArrowDown', '+')
  await expect(whole).toHaveCount(1)
  await expect(whole).toContainText('by hand')
  await at.hands.press('Control+Z')
  await expect(whole).toHaveCount(0)
  await at.hands.press('Control+Z')
})

test('says of a decision whose words are gone that it is lost, and applies it no more', async ({ launch, scratch }) => {
  const { at, place } = await begin(launch, scratch)
  await at.choose('old mill stood')
  await at.hands.press('x')
  await expect(at.card('old mill stood')).toHaveCount(0)
  const changed = MILL.replace('had been told', 'had ever been told in writing')
  await writeFolder(place.folder, { 'a.txt': textOf('Morning paper', [0, BRIDGE, 1, changed, 2]) })
  await expect(at.text(1)).toContainText('had ever been told in writing')
  await at.hands.go('Tab', at.text(1))
  await at.hands.press('Shift+D')
  const decisions = at.sheet(/^Corrected by hand/)
  await expect(decisions).toContainText('lost')
  await expect(decisions).toContainText('old mill stood on county ground')
  await expect(at.card('old mill stood')).toHaveCount(1)
})
