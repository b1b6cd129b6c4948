import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createClient, type WorkbenchClient } from '../../src/contract/client'
import type { PassageInput } from '../../src/contract/schemas'
import { createWorkbench } from '../../src/main/workbench'

/** Opens a folder as a host would, lets `review` work in it through the contract, and closes it again. */
export async function reviewFolder(
  folder: string,
  review: (client: WorkbenchClient) => Promise<void>,
  dataFolder: string | null = null,
): Promise<void> {
  const configDir = await mkdtemp(join(tmpdir(), 'crossread-config-'))
  onTestFinished(() => rm(configDir, { recursive: true, force: true }))
  const bugs: unknown[] = []
  const workbench = await createWorkbench({
    host: { kind: 'direct', version: '0.0.0', dialogs: null },
    configDir,
    dataFolder,
    workerUrl: null,
    emit: () => undefined,
    onBug: (error) => bugs.push(error),
  })
  try {
    await workbench.open(folder)
    await review(
      createClient({
        invoke: (endpoint, input) => workbench.router.call(endpoint, input),
        subscribe: () => () => undefined,
      }),
    )
  } finally {
    await workbench.close()
  }
  if (bugs.length > 0) throw new AggregateError(bugs, 'the workbench had a bug')
}

/** The words of the source at `path`, chosen where they first stand. */
export async function choose(client: WorkbenchClient, path: string, words: string): Promise<PassageInput> {
  const corpus = await client.call('corpus.get', {})
  const source = corpus.sources.find((one) => one.path === path)
  if (source === undefined) throw new Error(`there is no source ${path}`)
  const { text, textHash } = await client.call('source.text', { sourceId: source.id })
  const start = text.indexOf(words)
  if (start === -1) throw new Error(`${path} does not say ${JSON.stringify(words)}`)
  return { sourceId: source.id, textHash, range: { start, endExclusive: start + words.length } }
}
