import { existsSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'

/** Whether a host can be started here; `reason` is printed with every test that is skipped for it. */
export type Availability = { readonly executable: string } | { readonly reason: string }

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

export function findElectron(): Availability {
  const executable = electronExecutable()
  if (executable === null) return { reason: 'no Electron is installed here; `npm start` fetches it at first run' }
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return { reason: 'there is no display for Electron; run under xvfb-run' }
  }
  if (process.getuid?.() === 0 && process.env['ELECTRON_DISABLE_SANDBOX'] !== '1') {
    return { reason: 'Electron refuses its sandbox to root; set ELECTRON_DISABLE_SANDBOX=1' }
  }
  return { executable }
}

function electronExecutable(): string | null {
  const { ELECTRON_EXEC_PATH: named, ELECTRON_OVERRIDE_DIST_PATH: folder } = process.env
  const dist = join(import.meta.dirname, '../../../node_modules/electron/dist')
  const inside = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform as string]
  const candidates = [
    named,
    folder === undefined ? undefined : join(folder, inside ?? 'electron'),
    join(dist, inside ?? 'electron'),
  ]
  return candidates.find((candidate) => candidate !== undefined && existsSync(candidate)) ?? null
}

/** The first browser that really starts: one that is named, one of the system, or the one from the registry. */
export async function findChromium(): Promise<Availability> {
  const named = process.env['CROSSREAD_TEST_BROWSER']
  const problems: string[] = []
  for (const candidate of named === undefined ? SYSTEM_BROWSERS : [named]) {
    if (!existsSync(candidate)) continue
    const problem = await whyItDoesNotStart(candidate)
    if (problem === null) return { executable: candidate }
    problems.push(`${candidate}: ${problem}`)
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    const packaged = await inflatePackagedChromium()
    const problem = await whyItDoesNotStart(packaged)
    if (problem === null) return { executable: packaged }
    problems.push(`@sparticuz/chromium: ${problem}`)
  }
  return { reason: `no Chromium, Chrome or Edge starts here${problems.length > 0 ? ` (${problems.join('; ')})` : ''}` }
}

/** The package reuses any `chromium` that lies in the temporary folder, and inflates without a lock: it gets a folder of its own. */
async function inflatePackagedChromium(): Promise<string> {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = await mkdtemp(join(tmpdir(), 'crossread-chromium-'))
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    return await packaged.executablePath()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

export const BROWSER_ARGUMENTS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

async function whyItDoesNotStart(executablePath: string): Promise<string | null> {
  try {
    const browser = await chromium.launch({ executablePath, args: BROWSER_ARGUMENTS, timeout: 20_000 })
    await browser.close()
    return null
  } catch (error) {
    return String(error).split('\n')[0] ?? 'it does not start'
  }
}
