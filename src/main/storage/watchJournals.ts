import { basename, join, sep } from 'node:path'
import { watch } from 'chokidar'

/** Milliseconds without a change before it is told: more gathers more of what a sync tool brings, less shows it sooner. */
export const QUIET_MS = 150
/** Milliseconds between looks that need no event: network shares and some sync tools give none. A look at unchanged files reads nothing of them. */
export const LOOK_MS = 5000

/** Calls back, gathered, when a journal of somebody else may have changed, and from time to time without a sign. */
export function watchJournals(dataFolder: string, ownWriter: string, onChange: () => void): { close(): Promise<void> } {
  const writers = join(dataFolder, 'writers')
  const ownFolder = join(writers, ownWriter)
  let timer: NodeJS.Timeout | null = null
  function soon(): void {
    timer ??= setTimeout(() => {
      timer = null
      onChange()
    }, QUIET_MS)
  }
  const watcher = watch(writers, {
    ignoreInitial: true,
    followSymlinks: false,
    // The own journal changes with every action of this program; in it only a received copy could be news, which it wrote itself.
    ignored: (path, stats) =>
      path === ownFolder || path.startsWith(ownFolder + sep) || (stats?.isFile() === true && !isJournal(path)),
  })
  watcher.on('all', soon)
  watcher.on('ready', soon)
  // Without watches the looks from time to time remain.
  watcher.on('error', () => undefined)
  const looks = setInterval(onChange, LOOK_MS)
  looks.unref()
  return {
    async close() {
      if (timer !== null) clearTimeout(timer)
      clearInterval(looks)
      await watcher.close()
    },
  }
}

function isJournal(path: string): boolean {
  return basename(path).endsWith('.jsonl')
}
