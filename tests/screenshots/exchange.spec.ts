import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { claimOn, clientOf } from '../e2e/support/claimsAtWork'
import { textOf, writeFolder } from '../e2e/support/inventedTexts'
import { ReviewerAtWork } from '../e2e/support/reviewer'
import { expect, test } from '../e2e/support/workbench'
import { photograph } from './photograph'

const CLOSED = 'The bridge was closed at noon because the river had risen by two metres.'
const FILES = {
  'a-morning.txt': textOf('The morning paper on the bridge', [0, CLOSED, 1]),
  'b-evening.txt': textOf('The evening paper on the bridge', [100, CLOSED, 101]),
}

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1440, 1024]) {
    test(`a review file that was merged, ${theme}, ${width} wide`, async ({ launch, scratch }) => {
      const folder = await writeFolder(join(scratch, 'The bridge'), FILES)
      const size = { width, height: width === 1440 ? 900 : 760 }
      const workbench = await launch({ folder, configDir: join(scratch, 'config'), size })
      const { page } = workbench
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await new ReviewerAtWork(workbench).begin()
      const client = clientOf(workbench)
      await client.call('reviewer.rename', { name: 'Ada' })
      const claimId = await claimOn(client, 'The bridge was closed at noon.', [/a-morning/, CLOSED])
      const { content: adas } = await client.call('review.exportFile', {})

      const far = await writeFolder(join(scratch, 'Far away'), FILES)
      const other = await launch({ folder: far, configDir: join(scratch, 'config of Ben') })
      const ben = clientOf(other)
      await ben.call('reviewer.rename', { name: 'Ben' })
      await ben.call('review.mergeFile', { name: 'ada.json', content: adas })
      await ben.call('claim.edit', { claimId, statement: 'The bridge was closed before noon.' })
      const { content } = await ben.call('review.exportFile', {})
      await other.quit()
      await client.call('claim.edit', { claimId, statement: 'The bridge was closed at twelve.' })
      const file = join(scratch, 'ben.crossread.json')
      await writeFile(file, content)

      await page.keyboard.press('Control+Comma')
      const merge = page.getByRole('button', { name: 'Merge a review file …' })
      await merge.scrollIntoViewIfNeeded()
      await photograph(page, `e1-work-with-others-${theme}-${width}`)
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), merge.click()])
      await chooser.setFiles(file)
      await expect(page.getByRole('dialog', { name: 'Review merged' }).getByRole('listitem')).toHaveCount(1)
      await photograph(page, `e2-merged-${theme}-${width}`)
    })
  }
}
