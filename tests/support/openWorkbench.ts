import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createClient, type WorkbenchClient } from '../../src/contract/client'
import type { WorkbenchEvent } from '../../src/contract/events'
import type { HostPort } from '../../src/main/services/ports'
import { createWorkbench, type Workbench } from '../../src/main/workbench'

export type Started = {
  readonly workbench: Workbench
  readonly client: WorkbenchClient
  readonly events: WorkbenchEvent[]
  readonly bugs: unknown[]
  readonly configDir: string
}

/** A folder with these files that goes when the test has ended. */
export async function newFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'crossread-services-')))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  return folder
}

/** The whole program without a window, closed when the test has ended. */
export async function startWorkbench(
  given: {
    readonly configDir?: string
    readonly dataFolder?: string
    readonly dialogs?: HostPort['dialogs']
    readonly heard?: (event: WorkbenchEvent) => void
  } = {},
): Promise<Started> {
  const configDir = given.configDir ?? (await newFolder({}))
  const events: WorkbenchEvent[] = []
  const bugs: unknown[] = []
  const workbench = await createWorkbench({
    host: { kind: 'direct', version: '0.0.0', dialogs: given.dialogs ?? null },
    configDir,
    dataFolder: given.dataFolder ?? null,
    workerUrl: null,
    emit(event) {
      events.push(event)
      given.heard?.(event)
    },
    onBug: (error) => bugs.push(error),
  })
  onTestFinished(() => workbench.close())
  const client = createClient({
    invoke: (endpoint, input) => workbench.router.call(endpoint, input),
    subscribe: () => () => undefined,
  })
  return { workbench, client, events, bugs, configDir }
}
