import { join } from 'node:path'
import { textOf, writeFolder } from '../e2e/support/inventedTexts'
import { claimOn, cite, clientOf } from '../e2e/support/claimsAtWork'
import { ReviewerAtWork } from '../e2e/support/reviewer'
import { expect, test } from '../e2e/support/workbench'
import { photograph } from './photograph'

const CLOSED = 'The bridge was closed at noon because the river had risen by two metres.'
const TRAFFIC = 'Lorries crossed it until two in the afternoon.'
const MAYOR = 'The mayor says that the bridge was closed before noon.'
const FILES = {
  'a-morning.txt': textOf('The morning paper on the bridge', [0, CLOSED, 1, TRAFFIC, 2]),
  'b-evening.txt': textOf('The evening paper on the bridge', [100, CLOSED, 101, MAYOR, 102]),
}

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1440, 1024]) {
    test(`work on claims, ${theme}, ${width} wide`, async ({ launch, scratch }) => {
      const folder = await writeFolder(join(scratch, 'The bridge'), FILES)
      const first = await launch({ folder, configDir: join(scratch, 'config of Bo') })
      await workOfBo(clientOf(first))
      await first.quit()
      const size = { width, height: width === 1440 ? 900 : 760 }
      const workbench = await launch({ folder, configDir: join(scratch, 'config'), size })
      const { page } = workbench
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      const reviewer = new ReviewerAtWork(workbench)
      const take = (view: string) => photograph(page, `${view}-${theme}-${width}`)
      await reviewer.begin()
      await workOfAda(clientOf(workbench))
      await reviewer.view('Claims')
      const list = page.getByRole('listbox', { name: 'Claims', exact: true })
      const side = page.getByRole('region', { name: 'Chosen claim' })
      await expect(list.getByRole('option')).toHaveCount(6)
      await list.getByRole('option', { name: /closed at noon/ }).click()
      await take('w1-claim')
      await list.focus()
      await page.keyboard.press('r')
      await page.keyboard.type('Ask the mayor’s office which clock was meant.')
      await page.keyboard.press('Control+Enter')
      await side.getByRole('button', { name: /^Tags? …/ }).click()
      await take('w2-tags')
      await side.getByRole('button', { name: /^New tag/ }).click()
      await take('w3-new-tag')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await list.focus()
      await page.keyboard.press('Home')
      for (const keys of ['Space', 'Shift+ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(keys)
      await take('w4-selection')
      await page.keyboard.press('Control+Shift+3')
      await take('w5-verdict-of-many')
      await page.keyboard.press('Escape')
      await list.focus()
      await page.keyboard.press('Shift+M')
      await take('w6-merge')
      await page.keyboard.press('Escape')
      await list.focus()
      await page.keyboard.press('Escape')
      await list.getByRole('option', { name: /risen by two metres/ }).click()
      await take('w7-sealed')
      await list.getByRole('option', { name: /Lorries crossed/ }).click()
      await side.getByRole('button', { name: /^Split/ }).click()
      await take('w8-split')
      await page.keyboard.press('Escape')
      const more = page.getByRole('button', { name: /^More filters/ })
      if (await more.isVisible()) await more.click()
      await page.getByRole('group', { name: 'State of work' }).getByRole('button', { name: /ready/ }).click()
      await page.getByRole('button', { name: /Save this filter/ }).click()
      await take('w9-filters')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+,')
      await page.getByRole('region', { name: 'Own names for verdicts' }).scrollIntoViewIfNeeded()
      await take('wa-verdict-names')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+1')
      if (!(await reviewer.details.isVisible())) await page.keyboard.press('Control+Alt+B')
      await reviewer.show('Notes')
      await take('wb-note')
      await reviewer.show('Claims')
      await take('wc-beside-the-text')
    })
  }
}

type Client = ReturnType<typeof clientOf>

async function workOfBo(client: Client): Promise<void> {
  await client.call('reviewer.rename', { name: 'Bo Second' })
  const closed = await claimOn(client, 'The bridge was closed at noon.', [/a-morning/, CLOSED], [/b-evening/, MAYOR])
  await client.call('claim.decide', { claimId: closed, verdict: 'disputed', reason: 'The mayor says before noon.' })
  await client.call('reply.create', { on: { type: 'claim', id: closed }, body: 'Which clock do the two of them mean?' })
  const risen = await claimOn(client, 'The river had risen by two metres.', [/a-morning/, CLOSED])
  await client.call('claim.decide', { claimId: risen, verdict: 'verified', reason: 'Both papers print it alike.' })
}

async function workOfAda(client: Client): Promise<void> {
  await client.call('reviewer.rename', { name: 'Ada Reviewer' })
  const { id: misleading } = await client.call('verdictName.create', { name: 'misleading', means: 'disputed' })
  await client.call('verdictName.create', { name: 'confirmed by document', means: 'verified' })
  const made: string[] = []
  for (const statement of [
    'Lorries crossed the bridge until two in the afternoon.',
    'Lorries went over the bridge until 2 p.m.',
    'Nobody was on the bridge when the river rose.',
    'The mayor spoke to the evening paper alone.',
  ])
    made.push(await claimOn(client, statement, [/a-morning/, TRAFFIC], [/b-evening/, MAYOR]))
  const { claims, reviewers } = await client.call('review.get', {})
  const [closed, risen] = [/closed at noon/, /two metres/].map((words) =>
    claims.find((claim) => words.test(claim.statement))!,
  )
  const bo = reviewers.find((one) => one.name === 'Bo Second')
  await client.call('claim.confirm', { claimId: risen!.id, decisionId: risen!.decisionId! })
  await client.call('claim.seal', { claimIds: [risen!.id], reason: 'Printed in the report of November.' })
  await client.call('claim.setWork', { claimIds: [closed!.id], state: 'ready', assigneeId: bo?.id ?? null })
  await client.call('claim.setWork', { claimIds: [made[0]!], state: 'in-progress' })
  await client.call('claim.setWork', { claimIds: [risen!.id], state: 'done' })
  await client.call('claim.decide', {
    claimId: made[2]!,
    verdict: 'disputed',
    verdictNameId: misleading,
    reason: 'Nobody is told of, which is not the same.',
  })
  for (const [name, colour, shape] of [
    ['times', 'blue', 'circle'],
    ['ask again', 'ochre', 'triangle'],
    ['for the lawyer', 'red', 'diamond'],
  ] as const) {
    const { id } = await client.call('tag.create', { name, colour, shape })
    const on = [closed!.id, ...made.slice(0, name === 'times' ? 2 : 1)]
    await client.call('tag.put', {
      tagId: id,
      on: on.map((one) => ({ type: 'claim' as const, id: one })),
      present: true,
    })
  }
  const note = await client.call('note.create', {
    body: 'Ask for the log of the bridge keeper.',
    passages: [await cite(client, /b-evening/, MAYOR)],
  })
  await client.call('reply.create', { on: { type: 'note', id: note.id }, body: 'Asked on Monday; no answer yet.' })
  const any = {
    verdicts: [],
    work: [],
    assigneeId: null,
    tagIds: [],
    sourceId: null,
    reviewerId: null,
    unsettled: false,
    text: '',
  } as const
  await client.call('filter.save', {
    name: 'Disputed and mine',
    filter: { ...any, verdicts: ['disputed'], work: [], tagIds: [], assigneeId: 'me' },
  })
}
