import { sep } from 'node:path'
import { watch } from 'chokidar'

/** Calls back when a journal under the folder of all writers was added, changed or removed, the own writer's aside, and once when watching has begun. */
export function watchWriters(folder: string, ownFolder: string, onChange: () => void): { close(): Promise<void> } {
  const watcher = watch(folder, {
    ignoreInitial: true,
    followSymlinks: false,
    // The own journal changes with every action of this program; in it only a received copy could be news, which it wrote itself.
    ignored: (path, stats) =>
      path === ownFolder || path.startsWith(ownFolder + sep) || (stats?.isFile() === true && !path.endsWith('.jsonl')),
  })
  watcher.on('all', onChange)
  watcher.on('ready', onChange)
  // Systems allow a limited number of watches; whoever asked looks from time to time as well.
  watcher.on('error', () => undefined)
  return { close: () => watcher.close() }
}
