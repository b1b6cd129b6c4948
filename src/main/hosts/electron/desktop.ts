import { app, dialog, nativeTheme, session, type BrowserWindow } from 'electron'
import * as v from 'valibot'
import { WorkbenchError } from '../../../contract/errors'
import { preferencesSchema } from '../../../contract/schemas'
import { createWorkbench, type Workbench } from '../../workbench'
import type { BuiltFiles } from '../shared/builtFiles'
import { createEventHub, type EventHub } from '../shared/eventHub'
import { openRendererFiles } from '../shared/rendererFiles'
import { systemDialogs, tell } from './dialogs'
import type { FaultLog } from '../shared/faultLog'
import { connectPage } from './ipc'
import type { LaunchOptions } from './launchOptions'
import { setMenu } from './menu'
import type { PageRules } from './pageRules'
import { servePage } from './protocol'
import { createWindow } from './window'
import { writeWindowState, type WindowState } from './windowState'

/** What `npm start` waits for on standard output, to know that the window is there. */
const SHOWN_LINE = 'crossread: window shown'
/** A page that keeps failing is not loaded again for ever. */
const MAX_RELOADS = 3

export type DesktopParts = {
  readonly built: BuiltFiles
  readonly launch: LaunchOptions
  readonly rules: PageRules
  readonly faults: FaultLog
  readonly statePath: string
  readonly state: WindowState
  readonly folder: string | null
}

type Desktop = DesktopParts & {
  readonly workbench: Workbench
  readonly hub: EventHub
  window: BrowserWindow | null
}

/** @throws {WorkbenchError} when the page is not built or this installation's settings cannot be read */
export async function startDesktop(parts: DesktopParts): Promise<void> {
  // A development server has the page itself, and the build may not exist yet.
  if (parts.rules.developmentPolicy === null)
    servePage(session.defaultSession, await openRendererFiles(parts.built.rendererFolder))
  const hub = createEventHub()
  let desktop: Desktop | null = null
  const window = (): BrowserWindow | null => desktop?.window ?? null
  const workbench = await createWorkbench({
    host: { kind: 'electron', version: parts.built.version, dialogs: systemDialogs(window) },
    configDir: parts.launch.configDir,
    dataFolder: parts.launch.dataFolder,
    workerUrl: parts.built.workerUrl,
    emit: hub.emit,
    onBug: parts.faults.write,
  })
  desktop = { ...parts, workbench, hub, window: null }
  const opened = open(desktop, parts.folder)
  connectPage({ router: workbench.router, rules: parts.rules, subscribe: hub.subscribe, window, opened })
  await followTheme(desktop)
  setMenu({
    send: (command) => hub.emit({ kind: 'command', command }),
    development: !app.isPackaged,
    mac: process.platform === 'darwin',
  })
  showWindow(desktop)
  closeWell(desktop)
  takeSecondStarts(desktop)
}

async function open(desktop: Desktop, folder: string | null): Promise<void> {
  if (folder === null) return
  try {
    await desktop.workbench.open(folder)
  } catch (error) {
    if (!(error instanceof WorkbenchError)) desktop.faults.write(error, 'opening a folder')
    tell(desktop.window, `${folder} could not be opened.`, error instanceof WorkbenchError ? error.message : '')
  }
}

/** The system's own parts (menu, dialogs, the window before it is painted) in the theme that the reviewer chose. */
async function followTheme({ workbench, hub }: Desktop): Promise<void> {
  async function apply(): Promise<void> {
    const reply = await workbench.router.call('preferences.get', {})
    const preferences = v.safeParse(preferencesSchema, reply.ok ? reply.value : null)
    if (preferences.success) nativeTheme.themeSource = preferences.output.theme
  }
  hub.subscribe((event) => {
    if (event.kind === 'preferences-changed') void apply()
  })
  await apply()
}

function showWindow(desktop: Desktop): void {
  const window = createWindow(desktop.state, desktop.built.preloadFile)
  desktop.window = window
  window.once('show', () => process.stdout.write(`${SHOWN_LINE}\n`))
  window.on('close', () => {
    const folder = desktop.workbench.folder() ?? desktop.folder
    writeWindowState(desktop.statePath, { bounds: window.getNormalBounds(), maximized: window.isMaximized(), folder })
  })
  window.on('closed', () => (desktop.window = null))
  window.webContents.on('will-prevent-unload', (event) => {
    const leave = dialog.showMessageBoxSync(window, {
      type: 'question',
      message: 'Leave what you are writing?',
      detail: 'It has not been saved yet.',
      buttons: ['Stay', 'Leave'],
      defaultId: 0,
      cancelId: 0,
    })
    if (leave === 1) event.preventDefault()
  })
  let reloads = 0
  window.webContents.on('render-process-gone', (_, { reason }) => {
    desktop.faults.write(new Error(`the page’s process is gone: ${reason}`), 'the window')
    if (reason === 'clean-exit' || window.isDestroyed()) return
    reloads += 1
    if (reloads > MAX_RELOADS) return tell(window, 'The window stopped working. Close it and start Crossread again.')
    window.reload()
    tell(window, 'The window stopped working and was opened again.', 'What was saved is safe.')
  })
  window.loadURL(desktop.rules.pageUrl).catch((error: unknown) => {
    // Loading again before the first time has ended is no fault.
    if (!String(error).includes('ERR_ABORTED')) desktop.faults.write(error, 'loading the page')
  })
}

/** Leaves only after everything is written. Nothing can be asked any more then, since the window is gone. */
function closeWell({ workbench, faults }: Desktop): void {
  let closed = false
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void workbench
      .close()
      .catch((error: unknown) => faults.write(error, 'closing'))
      .finally(() => {
        closed = true
        app.quit()
      })
  })
}

/** Starting Crossread again brings this window forward, with the folder that was named. */
function takeSecondStarts(desktop: Desktop): void {
  function take(folder: string | null): void {
    const { window } = desktop
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
    if (folder !== null) void open(desktop, folder)
  }
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    const parsed = v.safeParse(v.object({ folder: v.string() }), data)
    take(parsed.success ? parsed.output.folder : null)
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    take(path)
  })
}
