import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import open from 'open'
import { appWindowBrowsers, mayOpenBrowser } from './startPlan.mjs'

/** A browser that ends sooner than this with a failure did not open anything. */
const SETTLED_MS = 2_000

/** Shows the address in a window of its own, else in the default browser. Never fails: the address is printed anyway. */
export async function openBrowser(
  url,
  { env = process.env, platform = process.platform, uid = process.getuid?.() ?? null } = {},
) {
  if (!mayOpenBrowser({ platform, env, uid })) return false
  for (const name of appWindowBrowsers({ platform, env })) {
    const file = locate(name, env)
    if (file !== null && (await startBrowser(file, [`--app=${url}`]))) return true
  }
  try {
    const opener = await open(url)
    opener.on('error', () => undefined)
    return true
  } catch {
    return false
  }
}

function locate(name, env) {
  const places = isAbsolute(name) ? [name] : (env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))
  return places.find(isExecutable) ?? null
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** A browser that is open already takes the address and ends at once, without a failure. */
function startBrowser(file, args) {
  return new Promise((resolve) => {
    const browser = spawn(file, args, { detached: true, stdio: 'ignore' })
    const settled = setTimeout(() => resolve(true), SETTLED_MS)
    browser.on('error', () => end(false))
    browser.on('exit', (code) => end(code === 0))
    browser.unref()
    function end(opened) {
      clearTimeout(settled)
      resolve(opened)
    }
  })
}
