import { expect, it } from 'vitest'
import { crossread, folderWith } from '../support/commandLine'
import { reviewFolder } from '../support/reviewedFolder'

it('reports no verdicts while review is blind, and says so; all of them when it is turned off', async () => {
  const folder = await folderWith({ 'one.txt': 'The river rose.\n' })
  await reviewFolder(folder, async (client) => {
    await client.call('review.setBlind', { on: true })
    const { id } = await client.call('claim.create', { statement: 'It rose', evidence: [] })
    await client.call('claim.decide', { claimId: id, verdict: 'disputed', reason: 'A zebra said so.' })
  })
  for (const format of ['md', 'html', 'json', 'csv']) {
    const { code, out, err } = await crossread(['report', folder, '--format', format])
    expect([code, err]).toEqual([
      0,
      'crossread report: Review is blind: the verdicts on one claim are left out. Turn blind review off in Crossread to report them.\n',
    ])
    expect(out).not.toContain('zebra')
    if (format !== 'csv') expect(out).toContain('review is blind, so those verdicts are not in here')
  }
  await reviewFolder(folder, async (client) => void (await client.call('review.setBlind', { on: false })))
  const { out, err } = await crossread(['report', folder, '--format', 'md'])
  expect(err).toBe('')
  expect(out).toContain('zebra')
})
