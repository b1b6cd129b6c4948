import { REWRITTEN, VersionsDay } from '../e2e/support/versionsDay'
import { expect, test } from '../e2e/support/workbench'
import { photograph } from './photograph'

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1440, 1024]) {
    test(`versions and settling, ${theme}, ${width} wide`, async ({ launch, scratch }) => {
      const day = await VersionsDay.start(launch, scratch, { width, height: width === 1440 ? 900 : 700 })
      const { page } = day
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      const take = (view: string) => photograph(page, `${view}-${theme}-${width}`)
      await day.citeAll()
      await day.changeTheFile(REWRITTEN)
      await expect(day.announcement()).toBeVisible()
      await take('v1-announcement')
      await page.keyboard.press('Control+Shift+U')
      await expect(day.settling().getByRole('article').first()).toBeFocused()
      await take('v2-settling')
      await page.keyboard.press('Control+Alt+V')
      await expect(day.versions().getByRole('region', { name: /^Difference/ })).toBeVisible()
      await page.keyboard.press('F8')
      await expect(day.versions().getByRole('group', { name: /moved/ }).first()).toBeFocused()
      await take('v3-versions')
      await page.getByText('In one column').click()
      await take('v4-versions-in-one-column')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+1')
      await day.showClaim()
      await take('v5-changed-anchor')
      await page.keyboard.press('Control+Shift+U')
      await day.settleAll()
      await take('v6-all-settled')
      await page.keyboard.press('Control+1')
      await day.showClaim()
      await take('v7-settled-anchor')
    })
  }
}
