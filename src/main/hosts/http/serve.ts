import { createWorkbench } from '../../workbench'
import { findBuiltFiles } from '../shared/builtFiles'
import { createEventHub } from '../shared/eventHub'
import { startLoopbackServer } from './loopbackServer'

export type ServeOptions = {
  readonly folder: string
  /** Null for any free port. */
  readonly port: number | null
  /** Where the review is kept; null for beside the sources. */
  readonly dataFolder: string | null
  readonly configDir?: string | null
  /** Gets the one address to open, once it answers. */
  readonly onAddress: (url: string) => void
  readonly onBug?: (error: unknown, where: string) => void
  /** Ends serving: what is under way is finished and flushed first. */
  readonly signal: AbortSignal
}

/**
 * The workbench on the loopback host, until the signal ends it. Prints nothing.
 * @throws {WorkbenchError} when the folder cannot be opened, the page is not built or the port cannot be had
 */
export async function serve(options: ServeOptions): Promise<void> {
  const built = findBuiltFiles()
  const hub = createEventHub()
  const onBug = options.onBug ?? ((): void => undefined)
  const workbench = await createWorkbench({
    host: { kind: 'loopback', version: built.version, dialogs: null },
    configDir: options.configDir ?? null,
    dataFolder: options.dataFolder,
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

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
