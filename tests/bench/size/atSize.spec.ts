import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { openInstallation } from '../../../src/main/storage/installation'
import { expect, projectRoot, test } from '../../e2e/support/workbench'
import { FRAMES, framesWhileScrolling, paintsOf, spread, type Spread } from './paints'
import { Processor, type Spent } from './processor'
import { FULL_SIZE, TENTH, writeSize, type Size } from './writeSize'

/** Notes that are written, verdicts that are given, and keys that are pressed, for one figure each. */
const CHANGES = 8
const PRESSES = 80
/** Times that the program is started for one figure. */
const STARTS = 3

type Megabytes = { readonly main: number; readonly page: number }
type Row = {
  readonly size: Size
  readonly startMs: number
  readonly scrollSource: Spread
  readonly scrollClaims: Spread
  readonly selecting: Spread
  readonly savingNote: Spread
  readonly savedNote: Spread
  readonly savingVerdict: Spread
  readonly memory: Megabytes
  /** Processor time, which other work on the machine does not lengthen; of one start, one frame, one note, one verdict. */
  readonly spent: { readonly start: Spent; readonly frame: Spent; readonly note: Spent; readonly verdict: Spent }
}

test.skip(process.env['CROSSREAD_BENCH_SIZE'] === undefined, 'npm run bench:size asks for this')
test.describe.configure({ mode: 'serial' })

for (const [name, size] of [
  ['tenth', TENTH],
  ['full', FULL_SIZE],
] as const) {
  test(`work at ${name} size`, async ({ launch, scratch }) => {
    const [folder, configDir] = [join(scratch, 'sources'), join(scratch, 'config')]
    const installation = await openInstallation({ configDir })
    await installation.setReviewerName('Ada')
    await writeSize(folder, size, { id: installation.writerId, name: 'Ada' })

    const starts: number[] = []
    for (let start = 1; start < STARTS; start++) {
      const before = performance.now()
      const started = await launch({ folder, configDir })
      await isThere(started.page, size)
      starts.push(performance.now() - before)
      await started.quit()
    }
    const before = performance.now()
    const { page, electronApp } = await launch({ folder, configDir })
    await isThere(page, size)
    starts.push(performance.now() - before)
    const processor = await Processor.of(electronApp)
    const start = processor.since(null)
    await leaveGuide(page)
    await openLongSource(page)

    await page.waitForTimeout(2000)
    const [scrollSource, frame] = await processor.during(FRAMES, () =>
      framesWhileScrolling(page, '[data-pane="0"] [role=document]'),
    )
    const selected = await selecting(page)
    const [notes, note] = await processor.during(CHANGES, () => writingNotes(page))
    const scrollClaims = await scrollingClaims(page)
    const [savingVerdict, verdict] = await processor.during(CHANGES, () => givingVerdicts(page))
    const row: Row = {
      size,
      startMs: Math.round(Math.min(...starts)),
      scrollSource,
      scrollClaims,
      selecting: selected,
      ...notes,
      savingVerdict,
      memory: await memoryOf(page, electronApp),
      spent: { start, frame, note, verdict },
    }
    await mkdir(join(projectRoot, 'test-results'), { recursive: true })
    await writeFile(join(projectRoot, `test-results/size-${name}.json`), `${JSON.stringify(row, null, 2)}\n`)
    expect(row.savingNote.count).toBe(CHANGES)
  })
}

/** From the start until a reviewer sees a text and how many claims there are. */
async function isThere(page: Page, { claims }: Size): Promise<void> {
  await expect(page.locator('[data-text]').first()).toBeVisible()
  await expect(page.getByRole('contentinfo')).toContainText(`${claims.toLocaleString('en')} claims`)
}

async function leaveGuide(page: Page): Promise<void> {
  const leave = page.getByRole('button', { name: 'Leave the guide' })
  if (await leave.isVisible()) await leave.click()
}

async function openLongSource(page: Page): Promise<void> {
  const picker = page.getByRole('region', { name: /^Pane 1: / }).getByRole('combobox')
  await picker.click()
  await page.getByRole('option').last().click()
  await expect(page.locator('[data-pane="0"] .flag').first()).toBeVisible()
}

async function selecting(page: Page): Promise<Spread> {
  await page.locator('[data-pane="0"] [data-text]').nth(2).click()
  return paintsOf(page, PRESSES, () => page.keyboard.press('Shift+ArrowRight'))
}

/** From Ctrl Enter to the paint that shows the note, and to the word Saved. */
async function writingNotes(page: Page): Promise<Pick<Row, 'savingNote' | 'savedNote'>> {
  const [painted, saved]: [number[], number[]] = [[], []]
  for (let change = 0; change < CHANGES; change++) {
    await page
      .locator('[data-pane="0"] [data-text]')
      .nth(3 + change)
      .dblclick()
    await page.keyboard.press('n')
    const field = page.getByRole('textbox', { name: 'Note', exact: true })
    await field.fill(`A note that was written at size, number ${change}`)
    const [shownMs, savedMs] = await timeChange(page, 'form[aria-labelledby]', () => field.press('Control+Enter'))
    painted.push(shownMs)
    saved.push(savedMs)
  }
  return { savingNote: spread(painted), savedNote: spread(saved) }
}

async function scrollingClaims(page: Page): Promise<Spread> {
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: /Claims/ })
    .click()
  await expect(page.locator('#claims-list [role=option]').first()).toBeVisible()
  const frames = await framesWhileScrolling(page, '#claims-list')
  await page.locator('#claims-list').evaluate((list) => (list.scrollTop = 0))
  return frames
}

async function givingVerdicts(page: Page): Promise<Spread> {
  const painted: number[] = []
  for (let change = 0; change < CHANGES; change++) {
    await page.locator('#claims-list [role=option]').nth(change).click()
    await page.keyboard.press(change % 2 === 0 ? '3' : '2')
    const field = page.locator('form[aria-labelledby] textarea')
    await field.fill('Both letters say so, and the report of the council too.')
    const [shownMs] = await timeChange(page, 'form[aria-labelledby]', () => field.press('Control+Enter'))
    painted.push(shownMs)
  }
  return spread(painted)
}

/**
 * Presses and waits until no element that fits `gone` is there, so that what was written is shown as kept: milliseconds from the
 * key to the paint without it, and to the word Saved.
 */
async function timeChange(page: Page, gone: string, press: () => Promise<void>): Promise<readonly [number, number]> {
  await page.evaluate((selector) => {
    const times = { painted: 0, saved: 0 }
    Reflect.set(window, 'changeTimes', times)
    const heard = (event: Event): void => {
      if (event instanceof KeyboardEvent && event.key !== 'Enter') return
      window.removeEventListener('keydown', heard, { capture: true })
      const look = (): void => {
        const saved = document.querySelector('footer [role=status]')?.textContent?.includes('Saved') === true
        const shown = document.querySelector(selector) === null
        const after = new MessageChannel()
        after.port1.onmessage = () => {
          const now = performance.now() - event.timeStamp
          if (shown && times.painted === 0) times.painted = now
          if (shown && saved && times.saved === 0) times.saved = now
          if (times.saved === 0) requestAnimationFrame(look)
        }
        after.port2.postMessage(null)
      }
      requestAnimationFrame(look)
    }
    window.addEventListener('keydown', heard, { capture: true })
  }, gone)
  await press()
  await page.waitForFunction(() => (Reflect.get(window, 'changeTimes') as { saved: number }).saved > 0)
  // What is written later (the document after the journal) belongs to no change.
  await page.waitForTimeout(600)
  const times = await page.evaluate(() => Reflect.get(window, 'changeTimes') as { painted: number; saved: number })
  return [times.painted, times.saved]
}

async function memoryOf(page: Page, app: ElectronApplication | null): Promise<Megabytes> {
  const bytes = await page.evaluate(() => {
    const memory: unknown = Reflect.get(performance, 'memory')
    return (memory as { usedJSHeapSize: number } | undefined)?.usedJSHeapSize ?? 0
  })
  const main = (await app?.evaluate(() => process.memoryUsage().rss)) ?? 0
  return { main: Math.round(main / 1e6), page: Math.round(bytes / 1e6) }
}
