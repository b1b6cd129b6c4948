import { basename, relative, sep } from 'node:path'
import { watch } from 'chokidar'
import type { FSWatcher } from 'chokidar'
import { formatOf, isPassedOver } from './fileKinds'

/** Milliseconds without a change before it is told, so that a copied folder is one change and not a hundred. */
export const QUIET_MS = 200
/** Milliseconds after which a change is told though others still come. */
export const LONGEST_WAIT_MS = 2000
/** Milliseconds between looks where the system cannot tell of changes by itself. */
export const POLLING_MS = 3000

/** Tells, gathered, that files of the folder were added, changed or removed, and once at the start, when they may have been. Links are not followed. */
export function watchFolder(folder: string, onChange: () => void): { close(): Promise<void> } {
  const announcer = createAnnouncer(onChange)
  let isClosed = false
  let watcher = start(false)

  function start(usePolling: boolean): FSWatcher {
    const started = watch(folder, {
      ignoreInitial: true,
      followSymlinks: false,
      ignored: (path) => isIgnored(folder, path),
      usePolling,
      interval: POLLING_MS,
    })
    started.on('all', (event, path) => {
      if (event === 'addDir' || event === 'unlinkDir' || formatOf(path.split(sep).join('/')) !== null)
        announcer.change()
    })
    // What changed after the folder was read and before the watches stood was told by nobody.
    started.on('ready', () => announcer.change())
    started.on('error', () => {
      // Systems allow a limited number of watches; looking from time to time needs none.
      if (usePolling || isClosed || started !== watcher) return
      watcher = start(true)
      void started.close()
    })
    return started
  }

  return {
    async close() {
      isClosed = true
      announcer.stop()
      await watcher.close()
    },
  }
}

function isIgnored(folder: string, path: string): boolean {
  if (path === folder) return false
  const name = basename(path)
  if (name.startsWith('.')) return true
  return relative(folder, path) !== '' && isPassedOver(name) && formatOf(name) !== null
}

function createAnnouncer(onChange: () => void) {
  let timer: NodeJS.Timeout | null = null
  let waitingSince: number | null = null
  function tell() {
    timer = null
    waitingSince = null
    onChange()
  }
  return {
    change() {
      waitingSince ??= Date.now()
      if (timer !== null) clearTimeout(timer)
      const left = Math.max(0, LONGEST_WAIT_MS - (Date.now() - waitingSince))
      timer = setTimeout(tell, Math.min(QUIET_MS, left))
    },
    stop() {
      if (timer !== null) clearTimeout(timer)
      timer = null
    },
  }
}
