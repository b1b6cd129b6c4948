import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ReviewerAtWork } from '../e2e/support/reviewer'
import { copyFolder, expect, projectRoot, test } from '../e2e/support/workbench'
import { photograph } from './photograph'

const readmePicture = join(projectRoot, 'docs/images/compare-light.png')

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1440, 1024]) {
    test(`${theme}, ${width} wide`, async ({ launch, scratch }) => {
      const folder = await copyFolder('corpus', join(scratch, 'Clark, Sacramento 2018'))
      const size = { width, height: width === 1440 ? 900 : 700 }
      const workbench = await launch({ folder, configDir: join(scratch, 'config'), size })
      const { page } = workbench
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      const reviewer = new ReviewerAtWork(workbench)
      const take = (view: string) => photograph(page, `${view}-${theme}-${width}`)

      await expect(reviewer.pane(2)).toBeVisible()
      await take('1-first-run')
      await reviewer.begin()
      await reviewer.openPair(/53 more recordings/, /student paper asks/)
      await page.keyboard.press('F8')
      await page.keyboard.press('F8')
      const compare = await take('2-compare')
      await page.keyboard.press('Control+Shift+C')
      await take('3-new-claim')
      await page.keyboard.press('Control+Enter')
      await expect(page.getByRole('form', { name: /New claim/ })).toBeHidden()
      await page.keyboard.press('Control+Shift+3')
      await take('4-deciding')
      await page.keyboard.type('The two papers print it otherwise.')
      await page.keyboard.press('Control+Enter')
      await take('5-claim')
      await page.keyboard.press('Control+3')
      await take('6-claims')
      await page.keyboard.press('Control+4')
      await page.waitForTimeout(800)
      await take('7-report')
      await page.keyboard.press('Control+1')
      await page.keyboard.press('Control+F')
      await page.keyboard.type('officer')
      await take('8-find')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+K')
      await page.keyboard.type('clark')
      await page.waitForTimeout(600)
      await take('9-search')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+,')
      await take('a-settings')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+/')
      await take('b-keys')
      await page.keyboard.press('Escape')
      // Narrow windows keep the details in a drawer over the second pane, until it is closed.
      if (width === 1024) await page.keyboard.press('Control+Alt+B')
      await reviewer.openPair(/53 more recordings/, /television star/)
      await page.waitForTimeout(800)
      await take('c-nothing-shared')
      if (theme === 'light' && width === 1440) {
        await mkdir(join(readmePicture, '..'), { recursive: true })
        await copyFile(compare, readmePicture)
      }
    })
  }
}

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1440, 1024]) {
    test(`matches and three panes, ${theme}, ${width} wide`, async ({ launch, scratch }) => {
      const folder = await copyFolder('corpus', join(scratch, 'Clark, Sacramento 2018'))
      const size = { width, height: width === 1440 ? 900 : 700 }
      const workbench = await launch({ folder, configDir: join(scratch, 'config'), size })
      const { page } = workbench
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      const reviewer = new ReviewerAtWork(workbench)
      const take = (view: string) => photograph(page, `${view}-${theme}-${width}`)
      await reviewer.begin()
      await reviewer.openPair(/53 more recordings/, /student paper asks/)
      await expect(page.getByRole('button', { name: '2 passages' })).toBeVisible()
      await page.keyboard.press('F8')
      if (width === 1024) await page.keyboard.press('Control+Alt+B')
      await take('m1-regions')
      await reviewer.details.getByRole('button', { name: /^Why/ }).click()
      await take('m2-why')
      await page.keyboard.press('Escape')
      await reviewer.details.getByRole('button', { name: /^\d+\+ words/ }).click()
      await take('m3-settings')
      await page.keyboard.press('Escape')
      await reviewer.details.getByRole('button', { name: /^Split/ }).click()
      await take('m4-split')
      await page.keyboard.press('Enter')
      await expect(reviewer.passages().filter({ hasText: 'by hand' })).toHaveCount(2)
      await reviewer.choosePassage(/We need to get you medics/)
      await page.keyboard.press('Control+Shift+X')
      await expect(reviewer.passages()).toHaveCount(2)
      await reviewer.details.getByRole('button', { name: /^By hand/ }).click()
      await take('m5-decisions')
      await page.keyboard.press('Escape')
      if (width === 1024) await page.keyboard.press('Control+Alt+B')
      for (const pane of [1, 2]) {
        const text = reviewer.pane(pane).getByRole('document')
        await text.focus()
        await page.keyboard.press('Control+Home')
        for (const key of ['ArrowDown', 'ArrowDown', 'Home', 'Shift+End']) await page.keyboard.press(key)
      }
      await take('m6-selected-in-both')
      await page.keyboard.press('Shift+W')
      await take('m7-why-not')
      await page.keyboard.press('Escape')
      if (width === 1024) await page.keyboard.press('Control+Alt+B')
      await reviewer.pane(2).getByRole('document').focus()
      await page.keyboard.press('Escape')
      await page.keyboard.press('a')
      await expect(reviewer.pane(3)).toBeVisible()
      await page.keyboard.press('p')
      await reviewer.pane(2).getByRole('document').focus()
      await page.keyboard.press('j')
      await take('m8-three-panes')
      await page.keyboard.press('a')
      await expect(reviewer.pane(4)).toBeVisible()
      await take('m9-four-panes')
    })
  }
}

test('empty, damaged and read-only', async ({ launch, scratch }) => {
  const empty = join(scratch, 'empty')
  await mkdir(empty)
  const nothing = await launch({ folder: empty, configDir: join(scratch, 'config-1') })
  await nothing.page.waitForTimeout(1500)
  await photograph(nothing.page, 'd-empty-light-1440')
  await nothing.quit()

  const folder = await copyFolder('corpus', join(scratch, 'with problems'))
  await writeFile(join(folder, 'empty.txt'), '')
  await writeFile(join(folder, 'picture.txt'), Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]))
  const place = { folder, configDir: join(scratch, 'config-2') }
  const holder = await launch(place)
  await expect(holder.page.getByRole('region', { name: /^Pane 2/ })).toBeVisible()
  await photograph(holder.page, 'e-problems-light-1440')
  const other = await launch(place)
  await expect(other.page.getByRole('region', { name: /^Pane 2/ })).toBeVisible()
  await photograph(other.page, 'f-read-only-light-1440')
})
