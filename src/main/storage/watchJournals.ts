import { join } from 'node:path'

/** Milliseconds without a change before it is told: more gathers more of what a sync tool brings, less shows it sooner. */
export const QUIET_MS = 150
/** Milliseconds between looks that need no event: network shares and some sync tools give none. A look at unchanged files reads nothing of them. */
export const LOOK_MS = 5000

/** Tells of changes below the folder of all writers, the own writer's aside; handed in, since watching files is not storage's. */
export type WatchFiles = (folder: string, ownFolder: string, onChange: () => void) => { close(): Promise<void> }

/** Calls back, gathered, when a journal of somebody else may have changed, and from time to time without a sign. */
export function watchJournals(
  place: { readonly dataFolder: string; readonly writer: string },
  watchFiles: WatchFiles | null,
  onChange: () => void,
): { close(): Promise<void> } {
  const writers = join(place.dataFolder, 'writers')
  let timer: NodeJS.Timeout | null = null
  const watcher = watchFiles?.(writers, join(writers, place.writer), () => {
    timer ??= setTimeout(() => {
      timer = null
      onChange()
    }, QUIET_MS)
  })
  const looks = setInterval(onChange, LOOK_MS)
  looks.unref()
  return {
    async close() {
      if (timer !== null) clearTimeout(timer)
      clearInterval(looks)
      await watcher?.close()
    },
  }
}
