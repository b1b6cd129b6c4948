import { violations } from './support/axe'
import { REWRITTEN, VersionsDay } from './support/versionsDay'
import { expect, test } from './support/workbench'

for (const width of [1440, 1024]) {
  test(`axe finds nothing about versions and settling (${width} wide)`, async ({ launch, scratch }) => {
    const day = await VersionsDay.start(launch, scratch, { width, height: 800 })
    const { page } = day
    await day.citeAll()
    await day.changeTheFile(REWRITTEN)
    await expect(day.announcement()).toBeVisible()
    const found: string[] = await violations(page, 'announcement, and a changed anchor')
    await page.keyboard.press('Control+Shift+U')
    await expect(day.settling().getByRole('article').first()).toBeFocused()
    found.push(...(await violations(page, 'settling')))
    await page.keyboard.press('Control+Alt+V')
    await expect(day.versions().getByRole('region', { name: /^Difference/ })).toBeVisible()
    await page.keyboard.press('F8')
    found.push(...(await violations(page, 'versions side by side')))
    await page.getByText('In one column').click()
    found.push(...(await violations(page, 'versions in one column')))
    await page.keyboard.press('Control+Shift+U')
    await day.settleAll()
    found.push(...(await violations(page, 'all settled')))
    await page.keyboard.press('Control+1')
    await day.showClaim()
    found.push(...(await violations(page, 'what was kept as cited')))
    expect(found).toEqual([])
  })
}
