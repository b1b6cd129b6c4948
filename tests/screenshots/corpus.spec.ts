import { join } from 'node:path'
import type { Page, Route } from '@playwright/test'
import { textOf, writeFolder } from '../e2e/support/inventedTexts'
import { ReviewerAtWork } from '../e2e/support/reviewer'
import { copyFolder, expect, test, type LaunchOptions, type RunningWorkbench } from '../e2e/support/workbench'
import { generateCorpus } from '../support/generator/generateCorpus'
import { writeCorpus } from '../support/generator/writeCorpus'
import { photograph } from './photograph'

type Look = { readonly theme: 'light' | 'dark'; readonly width: 1440 | 1024 }
const LOOKS: readonly Look[] = [
  { theme: 'light', width: 1440 },
  { theme: 'light', width: 1024 },
  { theme: 'dark', width: 1440 },
  { theme: 'dark', width: 1024 },
]

for (const look of LOOKS) {
  test(`the whole corpus, ${look.theme}, ${look.width} wide`, async ({ launch, scratch }) => {
    const sample = await copyFolder('corpus', join(scratch, 'Clark, Sacramento 2018'))
    const page = await openCorpusView(launch, { folder: sample, configDir: join(scratch, 'config-1') }, look)
    const take = (view: string) => photograph(page, `${view}-${look.theme}-${look.width}`)
    await take('g-matrix')
    await readFirstCluster(page)
    await take('h-cluster')
    await page.keyboard.press('j')
    await page.keyboard.press('b')
    await take('i-cluster-other-base')
  })

  test(`a corpus of forty, ${look.theme}, ${look.width} wide`, async ({ launch, scratch }) => {
    const folder = join(scratch, 'Forty')
    writeCorpus(generateCorpus({ seed: 7, sources: 40, words: 500 }), folder)
    const page = await openCorpusView(launch, { folder, configDir: join(scratch, 'config') }, look)
    const take = (view: string) => photograph(page, `${view}-${look.theme}-${look.width}`)
    await take('j-matrix-of-forty')
    await page.getByRole('tab', { name: /^Clusters/ }).click()
    await page.getByRole('switch', { name: 'Only where wording differs' }).check()
    await take('k-clusters-of-forty')
    await readFirstCluster(page)
    await take('l-cluster-of-forty')
    await page.getByRole('tab', { name: /^Set aside/ }).click()
    await take('m-set-aside')
  })

  test(`a corpus that is not matched, ${look.theme}, ${look.width} wide`, async ({ launch, scratch }) => {
    const take = (page: Page, view: string) => photograph(page, `${view}-${look.theme}-${look.width}`)
    const sample = await copyFolder('corpus', join(scratch, 'Clark, Sacramento 2018'))
    const busy = await openCorpusView(
      launch,
      { folder: sample, configDir: join(scratch, 'config-1') },
      look,
      () => undefined,
    )
    await take(busy, 'n-matching')
    const failed = await copyFolder('corpus', join(scratch, 'Clark, again'))
    const refuse = (route: Route) =>
      route.fulfill({ json: { ok: false, error: { code: 'INTERNAL', message: WORKER_GONE } } })
    const error = await openCorpusView(launch, { folder: failed, configDir: join(scratch, 'config-2') }, look, refuse)
    await take(error, 'o-matching-failed')
    const strangers = { 'a.txt': textOf('One', [1, 2]), 'b.txt': textOf('Other', [40, 41]) }
    const apart = await writeFolder(join(scratch, 'apart'), strangers)
    const nothing = await openCorpusView(launch, { folder: apart, configDir: join(scratch, 'config-3') }, look, null)
    await take(nothing, 'p-nothing-shared')
  })
}

const WORKER_GONE = 'Matching all sources failed: a worker ended before it answered.'

async function openCorpusView(
  launch: (options: LaunchOptions) => Promise<RunningWorkbench>,
  options: LaunchOptions,
  { theme, width }: Look,
  matching?: ((route: Route) => unknown) | null,
): Promise<Page> {
  const workbench = await launch({ ...options, size: { width, height: width === 1440 ? 900 : 700 } })
  const { page } = workbench
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  if (matching) await page.route('**/api/corpus.match', (route) => void matching(route))
  await new ReviewerAtWork(workbench).begin()
  await page.getByRole('button', { name: 'Later', exact: true }).click()
  await page.keyboard.press('Control+2')
  if (matching === undefined) await expect(page.getByRole('grid')).toBeVisible({ timeout: 60_000 })
  else await page.waitForTimeout(1_000)
  return page
}

async function readFirstCluster(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /^Clusters/ }).click()
  await page.getByRole('listbox', { name: 'Clusters' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid', { name: /The passage in its sources/ })).toBeVisible()
}
