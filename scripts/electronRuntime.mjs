import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './run.mjs'
import { executableInside, fetchFailure, progressLine } from './startPlan.mjs'

const packageFolder = join(root, 'node_modules/electron')

/** Electron's executable: the one that is named by the environment, the installed one, or freshly fetched. `obstacle` is a clause. */
export async function findElectron({ env = process.env, platform = process.platform, say = console.log } = {}) {
  const named = env.ELECTRON_EXEC_PATH || (env.ELECTRON_OVERRIDE_DIST_PATH && overridden(env, platform))
  if (named)
    return existsSync(named)
      ? { executable: named, obstacle: null }
      : { executable: null, obstacle: `there is no Electron at ${named}` }
  if (!existsSync(join(packageFolder, 'package.json')))
    return { executable: null, obstacle: 'the package electron is not installed' }
  const executable = join(packageFolder, 'dist', executableInside(platform))
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  if (isFetched(version) && existsSync(executable)) return { executable, obstacle: null }
  const failure = await fetchElectron(version, { env, say })
  if (failure !== null) return { executable: null, obstacle: failure }
  return existsSync(executable)
    ? { executable, obstacle: null }
    : { executable: null, obstacle: 'Electron was fetched, but its program is not in it' }
}

function overridden(env, platform) {
  return join(env.ELECTRON_OVERRIDE_DIST_PATH, executableInside(platform))
}

/** An older one that an update left behind does not count. */
function isFetched(version) {
  try {
    return readFileSync(join(packageFolder, 'dist/version'), 'utf8').trim().replace(/^v/, '') === version
  } catch {
    return false
  }
}

/** Runs the installer that comes with the package, which checks what it gets against published checksums. Resolves with a clause, or null. */
function fetchElectron(version, { env, say }) {
  say(`Fetching Electron ${version} (about 110 MB); this happens once.`)
  const progress = createProgress(version, say)
  return new Promise((resolve) => {
    const installer = spawn(
      process.execPath,
      ['--import', pathToFileURL(join(root, 'scripts/watchFetch.mjs')).href, join(packageFolder, 'install.js')],
      {
        cwd: root,
        env: { ...env, ELECTRON_GET_NO_PROGRESS: '1', NODE_NO_WARNINGS: '1' },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      },
    )
    let output = ''
    installer.stdout.on('data', (chunk) => (output += chunk))
    installer.stderr.on('data', (chunk) => (output += chunk))
    installer.on('message', ({ received, total }) => progress.show(received, total))
    installer.on('error', (error) => (output += String(error)))
    installer.on('close', (code) => {
      progress.end()
      resolve(code === 0 ? null : fetchFailure(output))
    })
  })
}

/** One line that is written over on a terminal; elsewhere a line a quarter. */
function createProgress(version, say) {
  const terminal = process.stdout.isTTY === true
  let shown = 0
  let lastText = ''
  return {
    show(received, total) {
      const text = progressLine(version, received, total)
      if (terminal) {
        if (text !== lastText) process.stdout.write(`\r${text} `)
        lastText = text
        return
      }
      const quarter = total === null ? 0 : Math.floor((4 * received) / total)
      if (quarter <= shown) return
      shown = quarter
      say(text)
    },
    end() {
      if (lastText !== '') process.stdout.write('\n')
    },
  }
}
