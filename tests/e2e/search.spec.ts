import { join } from 'node:path'
import { copyFolder, expect, test } from './support/workbench'

test('keeps what is typed when the search is opened again at once', async ({ launch, scratch }) => {
  const folder = await copyFolder('corpus', join(scratch, 'corpus'))
  const { page } = await launch({ folder, configDir: join(scratch, 'config') })
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible()
  await page.keyboard.press('Control+K')
  const field = page.getByRole('combobox', { name: /^Search sources/ })
  await expect(field).toBeFocused()
  // One task: closed, opened and typed into, before the browser tells that it was closed.
  await field.evaluate((input: HTMLInputElement) => {
    input.closest('dialog')?.close()
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true, cancelable: true }),
    )
    input.value = 'report'
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await expect(page.getByRole('group', { name: 'Commands' }).getByRole('option').first()).toContainText(/report/i)
  await expect(field).toHaveValue('report')
})
