import { join } from 'node:path'
import { createClient } from '../../src/contract/client'
import { createWorkbench } from '../../src/main/workbench'
import packageJson from '../../package.json' with { type: 'json' }
import { walkContract, type Transcript } from '../support/contractWalk'
import { writeFolder } from './support/inventedTexts'
import { pageTransport } from './support/pageTransport'
import { expect, test } from './support/workbench'

const FILES = {
  'first.txt': 'The first source says that the river rose by two metres overnight.\nIt fell again by noon.\n',
  'second.txt': 'A second source says that the river rose by two metres overnight, too.\n',
}

test('answers every call of the contract as the workbench itself does, failures too', async ({ launch, scratch }) => {
  const direct = await walkDirectly(scratch)
  const folder = await writeFolder(join(scratch, 'hosted'), FILES)
  const { page } = await launch({ folder, configDir: join(scratch, 'config of the host') })
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible()
  const hosted = await walkContract(createClient(pageTransport(page)), folder)
  expect(hosted.map((entry) => entry.endpoint)).toEqual(direct.map((entry) => entry.endpoint))
  for (const [index, entry] of hosted.entries()) expect(entry, entry.endpoint).toEqual(direct[index])
})

async function walkDirectly(scratch: string): Promise<Transcript> {
  const folder = await writeFolder(join(scratch, 'direct'), FILES)
  const workbench = await createWorkbench({
    host: { kind: 'direct', version: packageJson.version, dialogs: null },
    configDir: join(scratch, 'config of none'),
    dataFolder: null,
    workerUrl: null,
    emit: () => undefined,
    onBug: (error, where) => {
      throw new Error(`a bug in ${where}`, { cause: error })
    },
  })
  await workbench.open(folder)
  const client = createClient({
    invoke: async (endpoint, input) =>
      JSON.parse(JSON.stringify(await workbench.router.call(endpoint, JSON.parse(JSON.stringify(input))))) as unknown,
    subscribe: () => () => undefined,
  })
  const transcript = await walkContract(client, folder)
  await workbench.close()
  return transcript
}
