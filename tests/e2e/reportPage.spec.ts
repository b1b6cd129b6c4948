import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient, type WorkbenchClient } from '../../src/contract/client'
import type { PassageInput } from '../../src/contract/schemas'
import { violationsAsShown } from './support/axe'
import { from, textOf, writeFolder } from './support/inventedTexts'
import { pageTransport } from './support/pageTransport'
import { expect, test } from './support/workbench'

const CLOSED = ['The bridge was closed at noon that day.', 'The bridge was shut by noon that day.'] as const
const MAYOR = 'The mayor says that nobody had warned the town.'

test('an exported report is a page in which axe finds nothing, in light, in dark and on paper', async ({
  launch,
  scratch,
}) => {
  const folder = await writeFolder(join(scratch, 'sources'), {
    'a.txt': `---\noutlet: Morning Paper\nurl: https://paper.example/bridge\n---\n${textOf('The morning paper', [0, CLOSED[0], MAYOR, ...from(1, 3)])}`,
    'b.txt': textOf('The evening paper', [100, CLOSED[1], ...from(101, 3)]),
  })
  const { page } = await launch({ folder, configDir: join(scratch, 'config') })
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible()
  const client = createClient(pageTransport(page))
  await review(client)
  const { content } = await client.call('report.render', { format: 'html' })
  const path = join(scratch, 'report.html')
  await writeFile(path, content)

  const browser = page.context().browser()
  const found: string[] = []
  for (const look of [
    { name: 'light', colorScheme: 'light', media: 'screen' },
    { name: 'dark', colorScheme: 'dark', media: 'screen' },
    { name: 'paper', colorScheme: 'dark', media: 'print' },
  ] as const) {
    const context = await browser?.newContext({ bypassCSP: true, colorScheme: look.colorScheme })
    const report = await context?.newPage()
    if (report === undefined) throw new Error('there is no browser to open the report in')
    await report.emulateMedia({ media: look.media })
    const asked: string[] = []
    report.on('request', (request) => asked.push(request.url()))
    await report.goto(pathToFileURL(path).href)
    await expect(report.getByRole('article', { name: /^Claim 1 .*verified/ })).toContainText(
      'The bridge was closed before noon.',
    )
    await expect(report.getByText(MAYOR).first()).toBeVisible()
    found.push(...(await violationsAsShown(report, look.name)))
    expect(asked, 'a report asks for nothing but itself').toEqual([pathToFileURL(path).href])
    await context?.close()
  }
  expect(found).toEqual([])
})

/** Three claims of three verdicts, with evidence of one side and of both, a history, and notes. */
async function review(client: WorkbenchClient): Promise<void> {
  await client.call('reviewer.rename', { name: 'Ada Reviewer' })
  const pair = [await passage(client, 'a.txt', CLOSED[0]), await passage(client, 'b.txt', CLOSED[1])]
  const mayor = await passage(client, 'a.txt', MAYOR)
  const closed = await client.call('claim.create', {
    statement: 'The bridge was closed before noon.',
    evidence: [
      { stance: 'supports', passages: pair },
      { stance: 'qualifies', passages: [mayor] },
    ],
  })
  await client.call('claim.decide', { claimId: closed.id, verdict: 'disputed', reason: 'The hour is not certain.' })
  await client.call('claim.decide', {
    claimId: closed.id,
    verdict: 'verified',
    reason: 'The council’s log says 11:40.',
  })
  const warned = await client.call('claim.create', {
    statement: 'Nobody was warned.',
    evidence: [{ stance: 'contradicts', passages: [mayor] }],
  })
  await client.call('claim.decide', { claimId: warned.id, verdict: 'disputed', reason: 'A siren was heard.' })
  await client.call('claim.create', { statement: 'Lorries crossed it later.', evidence: [] })
  await client.call('note.create', { body: 'Ask the mayor’s office for the hour.', passages: [mayor] })
  await client.call('note.create', { body: 'Shut or closed?', passages: pair })
}

async function passage(client: WorkbenchClient, path: string, words: string): Promise<PassageInput> {
  const source = (await client.call('corpus.get', {})).sources.find((one) => one.path === path)
  if (source === undefined) throw new Error(`there is no source ${path}`)
  const { text, textHash } = await client.call('source.text', { sourceId: source.id })
  const start = text.indexOf(words)
  return { sourceId: source.id, textHash, range: { start, endExclusive: start + words.length } }
}
