import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { parseCsv } from '../support/parseCsv'
import { Hands } from './support/keyboard'
import { painted } from './support/paneText'
import { ReviewerAtWork, type ReportFormat } from './support/reviewer'
import { copyFolder, expect, test } from './support/workbench'

const RECORDINGS = /53 more recordings/
const STUDENTS = /student paper asks/
const SENTENCE = 'They begin with numbers.'
/** Every way to use a mouse that this test must not take. */
const MOUSE_EVENTS = ['pointerdown', 'mousedown', 'click', 'wheel', 'touchstart']

test('a reviewer without a mouse compares, claims, decides, quits, finds everything again and exports it', async ({
  launch,
  scratch,
}) => {
  const folder = await copyFolder('corpus', join(scratch, 'Clark'))
  const place = { folder, configDir: join(scratch, 'config') }
  const first = await launch(place)
  const day = new KeyboardDay(new ReviewerAtWork(first))
  await day.leaveTheGuide()
  await day.choose(1, RECORDINGS)
  await day.choose(2, STUDENTS)
  await day.stepThroughDifferences()
  await day.claimFromPair('The officers asked whether he was all right.', 'Ada Reviewer')
  await day.decide('2', 'verified', 'Both give the same words.')
  await day.claimFromSelection('The editors begin with numbers.')
  await day.decide('3', 'disputed', 'They begin with the name.')
  expect(await day.pointerUses()).toBe(0)
  await first.quit()

  const second = await launch(place)
  const again = new KeyboardDay(new ReviewerAtWork(second))
  await again.findClaims()
  const markdown = await again.exportReport('Markdown', scratch)
  expect(markdown).toContain('The officers asked whether he was all right')
  expect(markdown).toContain('Ada Reviewer')
  expect(markdown).toMatch(/~~[^~]*okay~~/)
  const html = await again.exportReport('HTML', scratch)
  expect(html).toContain('The editors begin with numbers.')
  expect(html).toMatch(/<del[^>]*>.*okay.*<\/del>/)
  const json = JSON.parse(await again.exportReport('JSON', scratch)) as {
    claims: { statement: string; verdict: string; reason: string; evidence: { passages: unknown[] }[] }[]
  }
  expect(json.claims.map(({ statement, verdict, reason }) => [statement, verdict, reason])).toEqual([
    ['The officers asked whether he was all right.', 'verified', 'Both give the same words.'],
    ['The editors begin with numbers.', 'disputed', 'They begin with the name.'],
  ])
  expect(json.claims.map((claim) => claim.evidence.map((one) => one.passages.length))).toEqual([[2], [1]])
  const [header, ...rows] = parseCsv(await again.exportReport('CSV', scratch))
  const records = rows.map((row) => row[header?.indexOf('record') ?? -1])
  expect(['source', 'claim', 'evidence'].map((kind) => records.filter((one) => one === kind).length)).toEqual([4, 2, 3])
})

class KeyboardDay {
  readonly #reviewer: ReviewerAtWork
  readonly #hands: Hands

  constructor(reviewer: ReviewerAtWork) {
    this.#reviewer = reviewer
    this.#hands = new Hands(reviewer.page)
  }

  async leaveTheGuide(): Promise<void> {
    const { page } = this.#reviewer
    const leave = page.getByRole('button', { name: 'Leave the guide' })
    await expect(leave).toBeVisible()
    await page.evaluate((kinds) => {
      Object.assign(window, { pointerUses: 0 })
      for (const kind of kinds)
        window.addEventListener(
          kind,
          // A key on a button makes a click too, without a pointer's type.
          (event) => {
            if (!(event instanceof PointerEvent && event.pointerType === ''))
              Object.assign(window, { pointerUses: Number(Reflect.get(window, 'pointerUses')) + 1 })
          },
          true,
        )
    }, MOUSE_EVENTS)
    await this.#hands.go('Tab', leave)
    await this.#hands.press('Enter')
    await expect(page.getByRole('region', { name: 'Guide' })).toBeHidden()
  }

  async pointerUses(): Promise<number> {
    return Number(await this.#reviewer.page.evaluate(() => Reflect.get(window, 'pointerUses') as unknown))
  }

  async choose(pane: number, title: RegExp): Promise<void> {
    const { page } = this.#reviewer
    await this.#hands.go('Tab', this.#reviewer.pane(pane).getByRole('combobox'))
    await this.#hands.press('Enter')
    await expect(page.getByRole('listbox')).toBeVisible()
    const reached = page.getByRole('option', { name: title }).and(page.locator('[data-highlighted]'))
    await this.#hands.pressUntil('ArrowDown', () => reached.isVisible(), String(title))
    await this.#hands.press('Enter')
    await expect(this.#reviewer.pane(pane)).toHaveAccessibleName(title)
    await expect(this.#reviewer.pane(pane).getByRole('combobox')).toBeFocused()
  }

  /** F8 from where the focus is; what is spoken, marked and listed must be one. */
  async stepThroughDifferences(): Promise<void> {
    const { page } = this.#reviewer
    await expect(this.#reviewer.passages()).toHaveCount(2)
    await this.#hands.press('F8')
    await expect(page.getByText(/^Passage 1 of 2, quotation, .* Difference 1: .*okay.*O\.K\./)).toBeAttached()
    expect(await painted(this.#reviewer.pane(1), 'left-out')).toContain('okay')
    await this.#hands.press('F8')
    await expect(page.getByText(/^Passage 2 of 2/)).toBeAttached()
    await this.#hands.pressUntil(
      'F8',
      () => page.getByText(/Difference \d+: .*\bgo\b/).isVisible(),
      'the missing word “go”',
    )
    expect(await painted(this.#reviewer.pane(2), 'put-in')).toEqual(
      expect.arrayContaining([expect.stringMatching(/\bgo\b/)]),
    )
    await this.#hands.pressUntil(
      'Shift+F8',
      () => page.getByText(/^Passage 1 of 2.*Difference 1: /).isVisible(),
      'the first difference again',
    )
  }

  async claimFromPair(statement: string, name: string): Promise<void> {
    const { page } = this.#reviewer
    const text = page.getByRole('document', { name: /^Text of .*53 more recordings/ })
    await this.#hands.go('Shift+Tab', text)
    await this.#hands.press('c')
    const field = page.getByRole('textbox', { name: 'Statement to be checked' })
    await expect(field).toBeFocused()
    await this.#hands.write(statement)
    const asked = page.getByRole('textbox', { name: 'Your name' })
    await this.#hands.go('Tab', asked)
    await this.#hands.write(name)
    await this.#hands.press('Enter')
    await expect(asked).toBeHidden()
    await this.#hands.go('Shift+Tab', field)
    await this.#hands.press('Control+Enter')
    await this.#claimed(statement)
    await expect(text).toBeFocused()
  }

  async claimFromSelection(statement: string): Promise<void> {
    const { page } = this.#reviewer
    const text = page.getByRole('document', { name: /^Text of .*student paper asks/ })
    await this.#hands.press(']')
    await expect(text).toBeFocused()
    await this.#hands.press('Control+Home')
    await this.#hands.pressUntil('ArrowDown', () => caretStandsIn(text, SENTENCE), 'the line that the caret looks for')
    await this.#hands.press('Home')
    await this.#hands.pressUntil('Shift+ArrowRight', () => selectedIs(text, SENTENCE), `“${SENTENCE}” selected`)
    await this.#hands.press('Tab')
    await expect(
      page.getByRole('toolbar', { name: 'Selected words' }).getByRole('button', { name: /^Claim/ }),
    ).toBeFocused()
    await this.#hands.press('Enter')
    const field = page.getByRole('textbox', { name: 'Statement to be checked' })
    await expect(field).toBeFocused()
    await expect(field).toHaveValue(SENTENCE)
    await this.#hands.write(statement)
    await this.#hands.press('Control+Enter')
    await this.#claimed(statement)
  }

  async decide(key: string, verdict: string, reason: string): Promise<void> {
    const { details } = this.#reviewer
    await this.#hands.press(key)
    const form = details.getByRole('form', { name: `Mark as ${verdict}` })
    await expect(form.getByRole('textbox')).toBeFocused()
    await this.#hands.press('Control+Enter')
    await expect(form.getByRole('alert')).toContainText('Write the reason first')
    await this.#hands.write(reason)
    await this.#hands.press('Control+Enter')
    await expect(form).toBeHidden()
    await expect(details.getByRole('article').filter({ hasText: reason })).toBeVisible()
    await this.#reviewer.saved()
  }

  /** J, K and Enter of the Claims view: the pair of a claim lies open in Compare afterwards. */
  async findClaims(): Promise<void> {
    const { page } = this.#reviewer
    await expect(this.#reviewer.pane(1)).toBeVisible()
    await this.#hands.press('Control+3')
    const list = page.getByRole('listbox', { name: 'Claims' })
    await expect(list).toBeFocused()
    await expect(list.getByRole('option')).toHaveCount(2)
    const reached = list.getByRole('option', { selected: true })
    await this.#hands.pressUntil('k', () => isVisible(reached, 'editors begin'), 'the latest claim, by K')
    await expect(page.getByRole('region', { name: 'Chosen claim' })).toContainText('They begin with the name.')
    await this.#hands.press('j')
    await expect(reached).toContainText('The officers asked')
    await this.#hands.press('Enter')
    await expect(this.#reviewer.pane(1)).toHaveAccessibleName(RECORDINGS)
    await expect(this.#reviewer.pane(2)).toHaveAccessibleName(STUDENTS)
    await expect
      .poll(() => painted(this.#reviewer.pane(1), 'claim-verified'))
      .toEqual([expect.stringContaining('okay')])
  }

  async exportReport(format: ReportFormat, folder: string): Promise<string> {
    const { page } = this.#reviewer
    await this.#hands.press('Control+E')
    const save = page.getByRole('button', { name: /^Save as/ })
    await expect(save).toBeFocused()
    const tabs = page.getByRole('tablist', { name: 'Format' })
    await this.#hands.go('Tab', tabs.getByRole('tab', { selected: true }))
    const wanted = tabs.getByRole('tab', { name: format, exact: true })
    await this.#hands.go('ArrowRight', wanted)
    await expect(wanted).toHaveAttribute('aria-selected', 'true')
    await this.#hands.press('Control+E')
    await expect(page.getByRole('button', { name: `Save as ${format}` })).toBeFocused()
    return this.#reviewer.captureExport(format, folder, () => this.#hands.press('Enter'))
  }

  async #claimed(statement: string): Promise<void> {
    await expect(this.#reviewer.details.getByRole('article').filter({ hasText: statement })).toBeVisible()
  }
}

async function isVisible(locator: Locator, text: string): Promise<boolean> {
  return locator.filter({ hasText: text }).isVisible()
}

async function caretStandsIn(text: Locator, words: string): Promise<boolean> {
  return text.evaluate((_, wanted) => {
    const node = document.getSelection()?.focusNode
    return node?.textContent?.startsWith(wanted) ?? false
  }, words)
}

async function selectedIs(text: Locator, words: string): Promise<boolean> {
  return text.evaluate((_, wanted) => String(document.getSelection()) === wanted, words)
}
