import { join } from 'node:path'
import { violations } from './support/axe'
import { claimOn, cite, clientOf } from './support/claimsAtWork'
import { textOf, writeFolder } from './support/inventedTexts'
import { ReviewerAtWork } from './support/reviewer'
import { expect, test } from './support/workbench'

const CLOSED = 'The bridge was closed at noon because the river had risen by two metres.'
const MAYOR = 'The mayor says that the bridge was closed before noon.'

for (const width of [1440, 1024]) {
  test(`axe finds nothing about the work on claims (${width} wide)`, async ({ launch, scratch }) => {
    const folder = await writeFolder(join(scratch, 'The bridge'), {
      'a-morning.txt': textOf('The morning paper on the bridge', [0, CLOSED, 1]),
      'b-evening.txt': textOf('The evening paper on the bridge', [100, MAYOR, 101]),
    })
    const workbench = await launch({ folder, configDir: join(scratch, 'config'), size: { width, height: 800 } })
    const { page } = workbench
    const reviewer = new ReviewerAtWork(workbench)
    await reviewer.begin()
    const client = clientOf(workbench)
    await client.call('reviewer.rename', { name: 'Ada Reviewer' })
    const first = await claimOn(client, 'The bridge was closed at noon.', [/a-morning/, CLOSED])
    const second = await claimOn(client, 'The bridge was closed before noon.', [/b-evening/, MAYOR])
    const on = [first, second].map((id) => ({ type: 'claim' as const, id }))
    await client.call('verdictName.create', { name: 'misleading', means: 'disputed' })
    await client.call('claim.decide', { claimId: first, verdict: 'disputed', reason: 'The mayor differs.' })
    await client.call('claim.setWork', { claimIds: [first], state: 'ready' })
    const { reviewers } = await client.call('review.get', {})
    await client.call('claim.setWork', { claimIds: [second], assigneeId: reviewers[0]?.id ?? null })
    const { id: tagId } = await client.call('tag.create', { name: 'times', colour: 'rose', shape: 'hexagon' })
    await client.call('tag.put', { tagId, on, present: true })
    await client.call('reply.create', { on: { type: 'claim', id: first }, body: 'Which clock?' })
    await client.call('thread.setResolved', { on: { type: 'claim', id: first }, resolved: true })
    const passages = [await cite(client, /b-evening/, MAYOR)]
    await client.call('note.create', { body: 'Ask again.', passages })

    await reviewer.view('Claims')
    const list = page.getByRole('listbox', { name: 'Claims', exact: true })
    const side = page.getByRole('region', { name: 'Chosen claim' })
    await list.getByRole('option', { name: /at noon/ }).click()
    const found: string[] = await violations(page, 'a claim')
    await list.focus()
    for (const [keys, view] of [
      ['Shift+T', 'choosing tags'],
      ['r', 'a reply'],
      ['Shift+M', 'merging'],
      ['Shift+S', 'sealing'],
    ] as const) {
      await page.keyboard.press(keys)
      await expect(list).not.toBeFocused()
      found.push(...(await violations(page, view)))
      await page.keyboard.press('Escape')
      await list.focus()
    }
    await page.keyboard.press('Shift+T')
    await side.getByRole('button', { name: /^New tag/ }).click()
    found.push(...(await violations(page, 'a new tag')))
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await side.getByRole('button', { name: /^Split/ }).click()
    found.push(...(await violations(page, 'splitting')))
    await page.keyboard.press('Escape')
    await client.call('claim.seal', { claimIds: [first], reason: 'Printed.' })
    await expect(side.getByRole('region', { name: 'Sealed' })).toBeVisible()
    found.push(...(await violations(page, 'a sealed claim')))
    await list.focus()
    await page.keyboard.press('Control+A')
    found.push(...(await violations(page, 'a selection')))
    await page.getByRole('button', { name: 'Work state of the selected claims' }).click()
    found.push(...(await violations(page, 'a menu of the selection')))
    await page.keyboard.press('Escape')
    const more = page.getByRole('button', { name: /^More filters/ })
    if (await more.isVisible()) await more.click()
    await page.getByRole('group', { name: 'Tags' }).getByRole('button', { name: /times/ }).click()
    await page.getByRole('button', { name: /Save this filter/ }).click()
    found.push(...(await violations(page, 'saving a filter')))
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+,')
    found.push(...(await violations(page, 'names of verdicts')))
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+1')
    // In a narrow window the details are a drawer, which what was written has opened already.
    if (!(await reviewer.details.isVisible())) await page.keyboard.press('Control+Alt+B')
    await reviewer.show('Notes')
    found.push(...(await violations(page, 'a note')))
    expect(found).toEqual([])
  })
}
