import { clientOf } from '../e2e/support/claimsAtWork'
import { annsMorning, bensNoon, openAs, writeSources } from '../e2e/support/historyDay'
import { expect, test } from '../e2e/support/workbench'
import { photograph } from './photograph'

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1440, 1024] as const) {
    test(`the history, ${theme}, ${width} wide`, async ({ launch, scratch }) => {
      await writeSources(scratch)
      const ann = await openAs(launch, scratch, 'Ann')
      await annsMorning(ann)
      await ann.quit()
      const ben = await openAs(launch, scratch, 'Ben', { width, height: 800 })
      const { page } = ben
      const client = clientOf(ben)
      await client.call('preferences.set', { theme })
      const tag = await client.call('tag.create', { name: 'Call back', colour: 'red', shape: 'star' })
      const { claims } = await client.call('review.get', {})
      const on = claims.map(({ id }) => ({ type: 'claim', id }) as const)
      await client.call('tag.put', { tagId: tag.id, on, present: true })
      await client.call('claim.setWork', { claimIds: claims.map(({ id }) => id), state: 'ready' })
      await bensNoon(ben)

      const options = page.getByRole('listbox', { name: 'What happened, latest first' }).getByRole('option')
      const take = (view: string) => photograph(page, `${view}-${theme}-${width}`)
      await page.keyboard.press('Control+Shift+H')
      await expect(options.first()).toContainText('can be brought back')
      await take('p-history')
      await page.getByRole('button', { name: 'Check that it is whole' }).click()
      await expect(page.getByText('each following').first()).toBeVisible()
      await page.getByRole('listbox', { name: 'What happened, latest first' }).press('End')
      await options.filter({ hasText: 'reworded the claim' }).click()
      await take('q-history-of-words')
      await page.getByRole('searchbox', { name: 'Words' }).fill('nowhere')
      await expect(page.getByText('Nothing fits')).toBeVisible()
      await take('r-history-nothing-fits')
    })
  }
}
