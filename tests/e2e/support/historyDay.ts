import { join } from 'node:path'
import { textOf, writeFolder } from './inventedTexts'
import { cite, claimOn, clientOf } from './claimsAtWork'
import type { LaunchOptions, RunningWorkbench } from './workbench'
import { expect } from './workbench'

export const SHOTS = 'The officers fired four shots in the yard before noon.'
export const MAYOR = 'The mayor was in another town that week, her office said.'
export const NEIGHBOUR = 'A neighbour heard the helicopter and went to the window.'

export const FOUR = 'Four shots were fired in the yard.'
export const SEVEN = 'Seven shots were fired in the yard.'
export const AWAY = 'The mayor was not in town.'
export const HEARD = 'A neighbour heard the helicopter.'

const FILES = {
  'a-morning.txt': textOf('The morning paper on the yard', [0, SHOTS, 1, MAYOR, 2]),
  'b-evening.txt': textOf('The evening paper on the yard', [40, SHOTS, 41, NEIGHBOUR, 42]),
}

type Launch = (options: LaunchOptions) => Promise<RunningWorkbench>
type Size = LaunchOptions['size']

export async function writeSources(scratch: string): Promise<string> {
  return writeFolder(join(scratch, 'The yard'), FILES)
}

/** Opens the folder; each config folder is an installation, and so a reviewer, of its own. */
export async function openAs(launch: Launch, scratch: string, name: string, size?: Size): Promise<RunningWorkbench> {
  const configDir = join(scratch, `config-${name}`)
  const running = await launch({
    folder: join(scratch, 'The yard'),
    configDir,
    ...(size === undefined ? {} : { size }),
  })
  await expect(running.page.getByRole('region', { name: /^Pane 2/ })).toBeVisible()
  const client = clientOf(running)
  await client.call('reviewer.rename', { name })
  await client.call('preferences.set', { guideSeen: true })
  return running
}

/** What two reviewers did before the test begins: Ann first, and Ben, who removed a claim of hers. */
export async function annsMorning(workbench: RunningWorkbench): Promise<void> {
  const client = clientOf(workbench)
  const four = await claimOn(client, FOUR, [/a-morning/, SHOTS], [/b-evening/, SHOTS])
  await client.call('claim.decide', { claimId: four, verdict: 'disputed', reason: 'two reports differ' })
  await client.call('claim.edit', { claimId: four, statement: SEVEN })
  await claimOn(client, HEARD, [/b-evening/, NEIGHBOUR])
  const away = await claimOn(client, AWAY, [/a-morning/, MAYOR])
  await client.call('claim.decide', { claimId: away, verdict: 'verified', reason: 'her office said so' })
  const passages = [await cite(client, /a-morning/, MAYOR)]
  const note = await client.call('note.create', { body: 'Ask her office which town it was.', passages })
  await client.call('note.edit', { noteId: note.id, body: 'Ask her office which town it was, and since when.' })
}

/** Ben removes the claim about the mayor, and undoes what he did besides. */
export async function bensNoon(workbench: RunningWorkbench): Promise<void> {
  const client = clientOf(workbench)
  const { claims } = await client.call('review.get', {})
  const heard = claims.find(({ statement }) => statement === HEARD)?.id ?? ''
  await client.call('claim.decide', { claimId: heard, verdict: 'verified', reason: 'the evening paper spoke to him' })
  await client.call('review.undo', {})
  const away = claims.find(({ statement }) => statement === AWAY)?.id ?? ''
  await client.call('claim.remove', { claimId: away })
}
