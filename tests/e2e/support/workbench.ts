import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { _electron as electron, chromium, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { BROWSER_ARGUMENTS, type Availability } from './hosts'

export const projectRoot = join(import.meta.dirname, '../../..')

/** One running Crossread on its own copy of a folder, in the host that the project names. */
export interface RunningWorkbench {
  readonly host: 'electron' | 'chromium'
  readonly page: Page
  /** Null in Chromium. */
  readonly electronApp: ElectronApplication | null
  /** Ends the program as a person would, and waits until it is gone. */
  quit(): Promise<void>
}

export type LaunchOptions = {
  readonly folder: string
  readonly configDir: string
  readonly dataDir?: string
  readonly size?: { width: number; height: number }
}

type Fixtures = {
  /** A temporary folder of this test alone, removed afterwards. */
  scratch: string
  /** Starts Crossread; every one that is started is ended with the test. */
  launch: (options: LaunchOptions) => Promise<RunningWorkbench>
}

export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from this pattern
  scratch: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'crossread-e2e-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  // eslint-disable-next-line no-empty-pattern -- as above
  launch: async ({}, use, testInfo) => {
    const host = testInfo.project.name as 'electron' | 'chromium'
    const hosts = JSON.parse(process.env['CROSSREAD_E2E_HOSTS'] ?? '{}') as Record<string, Availability>
    const found = hosts[host] ?? { reason: 'the hosts were not looked for' }
    if ('reason' in found) {
      test.skip(true, found.reason)
      return
    }
    const running: RunningWorkbench[] = []
    await use(async (options) => {
      const started =
        host === 'electron'
          ? await launchElectron(found.executable, options)
          : await launchChromium(found.executable, options)
      running.push(started)
      return started
    })
    for (const workbench of running) await workbench.quit()
  },
})
export { expect } from '@playwright/test'

/** Copies the sample corpus, or another folder of the project, to where a test may write. */
export async function copyFolder(from: string, to: string): Promise<string> {
  await cp(join(projectRoot, from), to, { recursive: true, filter: (path) => !path.includes('.crossread') })
  return to
}

/** A start that takes longer has failed; in milliseconds, with room for a machine that does much else. */
const LONGEST_START = 40_000

/** What the program prints when its window is there. */
const SHOWN = 'crossread: window shown'

/** Windows of tests that run side by side cover each other; a covered one must go on painting and taking keys. */
const ALWAYS_PAINTED = ['--disable-backgrounding-occluded-windows', '--disable-renderer-backgrounding']

async function launchElectron(executablePath: string, options: LaunchOptions): Promise<RunningWorkbench> {
  const app = await attachElectron({
    executablePath,
    args: [...ALWAYS_PAINTED, projectRoot, options.folder],
    cwd: projectRoot,
    env: environment(options),
    timeout: LONGEST_START,
  })
  const page = await firstWindow(app)
  await resizeElectron(app, options.size ?? { width: 1440, height: 900 })
  let closed = false
  app.on('close', () => (closed = true))
  return {
    host: 'electron',
    page,
    electronApp: app,
    async quit() {
      if (!closed) await app.close()
    },
  }
}

/**
 * Now and then the driver never ends its greeting with a program that runs and has shown its window: then, and only then,
 * once more. A program that does not start fails at once.
 */
async function attachElectron(options: Parameters<typeof electron.launch>[0]): Promise<ElectronApplication> {
  try {
    return await electron.launch(options)
  } catch (cause) {
    if (!String(cause).includes(SHOWN)) throw cause
    console.log('The driver did not attach to a window that was shown; started again.')
    return electron.launch(options)
  }
}

/** @throws with what the program said, when it shows no window: it may wait for someone to close a message. */
async function firstWindow(app: ElectronApplication): Promise<Page> {
  const said: string[] = []
  app.process().stderr?.on('data', (chunk) => said.push(String(chunk)))
  try {
    return await app.firstWindow({ timeout: LONGEST_START })
  } catch (cause) {
    app.process().kill('SIGKILL')
    throw new Error(`Electron showed no window. It said: ${said.join('')}`, { cause })
  }
}

/** Again where the main process threw the driver's question away with other garbage, as it does while it reads much. */
async function resizeElectron(app: ElectronApplication, size: { width: number; height: number }): Promise<void> {
  for (let left = 20; ; left--) {
    try {
      return await app.evaluate(({ BrowserWindow }, { width, height }) => {
        for (const window of BrowserWindow.getAllWindows()) window.setContentSize(width, height)
      }, size)
    } catch (cause) {
      if (left === 0 || !String(cause).includes('garbage collected')) throw cause
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  }
}

async function launchChromium(executablePath: string, options: LaunchOptions): Promise<RunningWorkbench> {
  const server = await startServer(options)
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGUMENTS })
  const page = await browser.newPage({ viewport: options.size ?? { width: 1440, height: 900 }, acceptDownloads: true })
  await page.goto(server.address)
  return {
    host: 'chromium',
    page,
    electronApp: null,
    async quit() {
      await browser.close()
      await server.quit()
    },
  }
}

/** The loopback host alone, as `crossread serve` starts it: another window on a folder, whatever host the test is for. */
export async function startServer(options: LaunchOptions): Promise<{ address: string; quit(): Promise<void> }> {
  const server = spawn(
    process.execPath,
    [join(projectRoot, 'bin/crossread.mjs'), 'serve', options.folder, ...dataArguments(options)],
    {
      env: environment(options),
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  return { address: await firstLine(server), quit: () => endServer(server) }
}

async function endServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = once(server, 'exit')
  server.kill('SIGTERM')
  await gone
}

async function firstLine(server: ChildProcess): Promise<string> {
  if (server.stdout === null) throw new Error('the server has no output')
  const lines = createInterface({ input: server.stdout })
  const [line] = (await Promise.race([
    once(lines, 'line'),
    once(server, 'exit').then(() => Promise.reject(new Error('the loopback host ended before it gave its address'))),
  ])) as [string]
  lines.close()
  server.stdout.resume()
  return line
}

function dataArguments(options: LaunchOptions): string[] {
  return options.dataDir === undefined ? [] : ['--data', options.dataDir]
}

function environment(options: LaunchOptions): Record<string, string> {
  const kept = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return {
    ...Object.fromEntries(kept),
    CROSSREAD_CONFIG_DIR: options.configDir,
    ...(options.dataDir === undefined ? {} : { CROSSREAD_DATA_DIR: options.dataDir }),
  }
}
