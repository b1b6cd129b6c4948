import envPaths from 'env-paths'
import { join } from 'node:path'
import { createWorkbench } from '../../workbench'
import { findBuiltFiles } from '../shared/builtFiles'
import { createEventHub } from '../shared/eventHub'
import { createFaultLog } from '../shared/faultLog'
import { startLoopbackServer } from './loopbackServer'

export type ServeOptions = {
  readonly folder: string
  /** Null for any free port. */
  readonly port: number | null
  /** Where the review is kept; null for CROSSREAD_DATA_DIR, else beside the sources. */
  readonly dataFolder: string | null
  /** Where this installation's settings lie; CROSSREAD_CONFIG_DIR, else the system's place, when left out. */
  readonly configDir?: string | null
  /** Gets the one address to open, once it answers. */
  readonly onAddress: (url: string) => void
  /** Hears of faults of ours; when left out, they are written to a log beside the settings. */
  readonly onBug?: (error: unknown, where: string) => void
  /** Ends serving: what is under way is finished and flushed first. */
  readonly signal: AbortSignal
}

/**
 * The workbench on the loopback host, until the signal ends it. Prints nothing.
 * @throws {WorkbenchError} when the folder cannot be opened, the page is not built or the port cannot be had
 */
export async function serve(options: ServeOptions): Promise<void> {
  const onBug =
    options.onBug ??
    createFaultLog(join(configDirOf(options) ?? envPaths('crossread', { suffix: '' }).log, 'faults.log')).write
  // One promise that nobody waited for must not end the review of whoever is connected.
  const onStray = (error: unknown): void => onBug(error, 'a promise that nobody waited for')
  process.on('unhandledRejection', onStray)
  try {
    await serveWith(options, onBug)
  } finally {
    process.off('unhandledRejection', onStray)
  }
}

async function serveWith(options: ServeOptions, onBug: (error: unknown, where: string) => void): Promise<void> {
  const built = findBuiltFiles()
  const hub = createEventHub()
  const workbench = await createWorkbench({
    host: { kind: 'loopback', version: built.version, dialogs: null },
    configDir: configDirOf(options),
    dataFolder: options.dataFolder ?? named('CROSSREAD_DATA_DIR'),
    workerUrl: built.workerUrl,
    emit: hub.emit,
    onBug,
  })
  try {
    await workbench.open(options.folder)
    const server = await startLoopbackServer({
      router: workbench.router,
      subscribe: hub.subscribe,
      rendererFolder: built.rendererFolder,
      port: options.port,
      onBug,
    })
    try {
      if (!options.signal.aborted) options.onAddress(server.url)
      await aborted(options.signal)
    } finally {
      await server.close()
    }
  } finally {
    await workbench.close()
  }
}

function configDirOf(options: ServeOptions): string | null {
  return options.configDir ?? named('CROSSREAD_CONFIG_DIR')
}

/** A variable of the environment; empty is as good as absent. */
function named(variable: string): string | null {
  const value = process.env[variable]
  return value === undefined || value === '' ? null : value
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
