import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { createClient } from '../../src/contract/client'
import { pageTransport } from '../e2e/support/pageTransport'
import { expect, projectRoot, test } from '../e2e/support/workbench'
import { generateCorpus } from '../support/generator/generateCorpus'
import { writeCorpus } from '../support/generator/writeCorpus'

/** Keys of each kind that are pressed for one figure. */
const PRESSES = 120
/** Between two keys, in milliseconds: a quick typist's pace. */
const PACE_MS = 40
/** What is typed into the search, a letter at a time; every letter asks the program. */
const TYPED = 'report of the council about water and the bridge '

type Kind = 'next difference' | 'typing in search'
type Figures = { readonly keys: number; readonly p50: number; readonly p95: number; readonly most: number }

test('how long a key waits for its paint, at rest and while all pairs are matched', async ({ launch, scratch }) => {
  const sources = Number(process.env['CROSSREAD_BENCH_SOURCES'] ?? 1000)
  const folder = join(scratch, 'sources')
  writeCorpus(generateCorpus({ seed: 7, sources, words: 800 }), folder)
  const { page } = await launch({ folder, configDir: join(scratch, 'config') })
  const client = createClient(pageTransport(page))
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible()
  await expect(page.locator('[data-text]').first()).toBeVisible()
  await watchPaints(page)

  const rest = await measure(page)
  let measured = false
  const runs: { readonly elapsedMs: number; readonly complete: boolean }[] = []
  const matching = (async () => {
    // From the beginning again and again, so that every key falls into the work.
    while (!measured) {
      await client.call('corpus.forgetMatching', {})
      const { elapsedMs, complete } = await client.call('corpus.match', { jobId: `run-${runs.length}`, budgetMs: null })
      runs.push({ elapsedMs, complete })
    }
  })()
  const busy = await measure(page)
  measured = true
  await matching
  const table = { sources, rest, busy, matching: runs }
  console.log(`\n${JSON.stringify(table, null, 2)}`)
  await mkdir(join(projectRoot, 'test-results'), { recursive: true })
  await writeFile(join(projectRoot, 'test-results/input-to-paint.json'), `${JSON.stringify(table, null, 2)}\n`)
  expect(rest['next difference'].keys).toBe(PRESSES)
  expect(busy['next difference'].keys).toBe(PRESSES)
})

/** From the moment the system stamped a key until the frame that answers it was handed on: a message that follows the frame's callbacks. */
async function watchPaints(page: Page): Promise<void> {
  await page.evaluate(() => {
    const waits: number[] = []
    Reflect.set(window, 'waits', waits)
    const heard = (event: Event): void => {
      requestAnimationFrame(() => {
        const after = new MessageChannel()
        after.port1.onmessage = () => waits.push(performance.now() - event.timeStamp)
        after.port2.postMessage(null)
      })
    }
    window.addEventListener('keydown', heard, { capture: true })
  })
}

async function measure(page: Page): Promise<Record<Kind, Figures>> {
  await takeWaits(page)
  for (let press = 0; press < PRESSES; press++) {
    await page.keyboard.press(press % 40 < 20 ? 'F8' : 'Shift+F8')
    await page.waitForTimeout(PACE_MS)
  }
  const stepping = figuresOf((await takeWaits(page)).slice(-PRESSES))
  await page.keyboard.press('Control+K')
  await expect(page.getByRole('dialog')).toBeVisible()
  await takeWaits(page)
  for (let press = 0; press < PRESSES; press++) {
    await page.keyboard.press(TYPED.charAt(press % TYPED.length) === ' ' ? 'Space' : TYPED.charAt(press % TYPED.length))
    await page.waitForTimeout(PACE_MS)
  }
  const typing = figuresOf((await takeWaits(page)).slice(-PRESSES))
  await page.keyboard.press('Escape')
  return { 'next difference': stepping, 'typing in search': typing }
}

async function takeWaits(page: Page): Promise<number[]> {
  // The last key's paint is still to come.
  await page.waitForTimeout(100)
  return page.evaluate(() => (Reflect.get(window, 'waits') as number[]).splice(0))
}

function figuresOf(waits: readonly number[]): Figures {
  const sorted = waits.toSorted((a, b) => a - b)
  const at = (share: number): number => Number((sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1))
  return { keys: sorted.length, p50: at(0.5), p95: at(0.95), most: at(1) }
}
