import { app, BrowserWindow, dialog, session } from 'electron'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { findBuiltFiles } from '../shared/builtFiles'
import { startDesktop } from './desktop'
import { createFaultLog } from '../shared/faultLog'
import { argsOfPerson, readLaunchOptions, type LaunchOptions } from './launchOptions'
import { createPageRules } from './pageRules'
import { registerPageScheme } from './protocol'
import { harden } from './security'
import { readWindowState } from './windowState'

const built = findBuiltFiles()
const launch = readLaunchOptions({
  args: argsOfPerson({ argv: process.argv, programPath: app.getAppPath(), cwd: process.cwd() }),
  env: process.env,
  cwd: process.cwd(),
})

app.setName('Crossread')
app.setAppUserModelId('org.crossread.app')
app.commandLine.appendSwitch('class', 'crossread')
// Everything that belongs to this window lies apart from the reviewer's settings, and goes with them in a test.
if (launch.configDir !== null) {
  const folder = join(launch.configDir, 'window')
  mkdirSync(folder, { recursive: true })
  app.setPath('userData', folder)
}
const faults = createFaultLog(join(app.getPath('userData'), 'faults.log'))

process.on('unhandledRejection', (error) => faults.write(error, 'a promise that nobody waited for'))
process.on('uncaughtException', (error) => {
  faults.write(error, 'the main program')
  stopWith('Crossread ran into a fault of its own and has to close. What was saved is safe.')
})

if (process.env['ELECTRON_DISABLE_SANDBOX'] === undefined) app.enableSandbox()
registerPageScheme()

if (app.requestSingleInstanceLock({ folder: launch.folder })) {
  void app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      faults.write(error, 'starting')
      stopWith(error instanceof Error && error.name === 'WorkbenchError' ? error.message : 'Crossread could not start.')
    })
} else app.quit()

async function start(): Promise<void> {
  const rules = createPageRules(app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null))
  harden(session.defaultSession, rules)
  const statePath = join(app.getPath('userData'), 'window.json')
  const state = readWindowState(statePath)
  await startDesktop({ built, launch, rules, faults, statePath, state, folder: folderToOpen(launch, state.folder) })
}

/** The folder that was asked for; in a packaged program the last one; else the samples, which are the first run's. */
function folderToOpen(options: LaunchOptions, last: string | null): string | null {
  if (options.folder !== null) return options.folder
  if (app.isPackaged && last !== null && existsSync(last)) return last
  const samples = join(built.root, 'corpus')
  return existsSync(samples) ? samples : null
}

function stopWith(message: string): void {
  process.stderr.write(`${message}\n`)
  // `npm start` goes on in the browser when no window came, and has nobody to close a dialog.
  const watched = process.env['CROSSREAD_STARTED_BY'] === 'start' && BrowserWindow.getAllWindows().length === 0
  if (!watched) dialog.showErrorBox('Crossread', `${message}\n\nDetails for whoever mends it: ${faults.path}`)
  app.exit(1)
}
