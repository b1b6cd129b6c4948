import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import type { Envelope } from '../../../contract/envelope'
import type { WorkbenchEvent } from '../../../contract/events'
import type { Router } from '../../../contract/router'
import type { PageRules } from './pageRules'

/** As the preload script names them. */
const CALL_CHANNEL = 'crossread:call'
const EVENT_CHANNEL = 'crossread:event'

/** What the page needs before any folder is open; everything else waits until the first one is. */
const AT_ONCE: readonly unknown[] = ['app.info', 'preferences.get', 'preferences.set', 'job.cancel']

export type BridgeParts = {
  readonly router: Router
  readonly rules: PageRules
  readonly subscribe: (listener: (event: WorkbenchEvent) => void) => () => void
  /** The window, null before it is there and after it closed. */
  readonly window: () => BrowserWindow | null
  /** Settles when the first folder was opened or could not be. */
  readonly opened: Promise<void>
}

/** Answers the page's calls and hands events on to it. */
export function connectPage({ router, rules, subscribe, window, opened }: BridgeParts): void {
  ipcMain.handle(CALL_CHANNEL, async (event, name: unknown, input: unknown): Promise<Envelope<unknown>> => {
    if (!isOurPage(event, window(), rules))
      return { ok: false, error: { code: 'NOT_ALLOWED', message: 'Only Crossread’s own page may ask.' } }
    if (typeof name !== 'string')
      return { ok: false, error: { code: 'BAD_INPUT', message: 'The name of an endpoint must be text.' } }
    if (!AT_ONCE.includes(name)) await opened
    return router.call(name, input)
  })
  subscribe((event) => {
    const contents = window()?.webContents
    if (contents !== undefined && !contents.isDestroyed()) contents.send(EVENT_CHANNEL, event)
  })
}

/** The outermost frame of our one window, showing our page: a frame inside it, or anything else, is a stranger. */
function isOurPage(event: IpcMainInvokeEvent, window: BrowserWindow | null, rules: PageRules): boolean {
  const frame = event.senderFrame
  if (window === null || frame === null || event.sender.id !== window.webContents.id) return false
  return frame.parent === null && rules.isOwnPage(frame.url)
}
