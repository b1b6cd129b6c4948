// npm start: builds if needed, then opens the workbench in Electron; where that cannot be, in a browser, and says why.
import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { buildIfNeeded } from './build.mjs'
import { startChild } from './children.mjs'
import { findElectron } from './electronRuntime.mjs'
import { openBrowser } from './openBrowser.mjs'
import { root } from './run.mjs'
import { browserSentence, earlyEnd, readStartArguments, USAGE, windowObstacle } from './startPlan.mjs'

/** As main/hosts/electron/desktop.ts prints it. */
const SHOWN_LINE = 'crossread: window shown'
/** So much of what Electron says is kept to tell why it ended. */
const KEPT_OUTPUT = 64 * 1024

const { env, platform } = process
process.exitCode = await main().catch((error) => {
  console.error(`Crossread could not start: ${error instanceof Error ? error.message : String(error)}`)
  return 1
})

async function main() {
  const asked = readStartArguments(process.argv.slice(2))
  if (asked.help) {
    console.log(USAGE)
    return 0
  }
  // npm runs this in the project's folder; a path is meant from where the person typed it.
  const here = env.INIT_CWD ?? process.cwd()
  const folder = asked.folder === null ? join(root, 'corpus') : resolve(here, asked.folder)
  const problem = asked.problem ?? folderProblem(folder)
  if (problem !== null) {
    console.error(problem)
    return asked.problem === null ? 1 : 2
  }
  const failure = await buildIfNeeded()
  if (failure !== null) {
    console.error(failure)
    return 1
  }
  const data = asked.data === null ? [] : ['--data', resolve(here, asked.data)]
  return (await runInWindow([folder, ...data], asked.browser)) ?? runInBrowser([folder, ...data])
}

function folderProblem(folder) {
  if (!existsSync(folder)) return `There is no folder ${folder}.`
  return statSync(folder).isDirectory() ? null : `${folder} is a file; Crossread opens a folder of sources.`
}

/** Resolves with the exit code, or null where the browser has to do, after saying so. */
async function runInWindow(args, browser) {
  const uid = process.getuid?.() ?? null
  const hindrance = windowObstacle({ platform, env, uid, browser })
  const { executable, obstacle } = hindrance === null ? await findElectron() : { executable: null, obstacle: hindrance }
  if (executable === null) {
    console.log(browserSentence(obstacle))
    return null
  }
  const { ended, shown, stderr } = startElectron(executable, args)
  const { code, signal, error, stopped } = await ended
  if (stopped) return 0
  if (code === 0) {
    if (!shown()) console.log('Crossread is open already; the folder is shown there.')
    return 0
  }
  if (shown()) {
    console.error(`Crossread’s window ended unexpectedly (${signal ?? `exit code ${code}`}). What was saved is safe.`)
    return 1
  }
  console.log(browserSentence(earlyEnd({ code, signal, stderr: `${error ?? ''}${stderr()}` })))
  return null
}

function startElectron(executable, args) {
  const wayland = platform === 'linux' && !env.DISPLAY ? ['--ozone-platform-hint=auto'] : []
  const childEnv = { ...env, CROSSREAD_STARTED_BY: 'start' }
  // Editors built on Electron set this for their terminals; it would make ours a plain Node.
  delete childEnv.ELECTRON_RUN_AS_NODE
  const { child, ended } = startChild(executable, [...wayland, root, ...args], {
    cwd: root,
    env: childEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let windowShown = false
  let said = ''
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line === SHOWN_LINE) windowShown = true
    else console.log(line)
  })
  // Chromium's remarks about the desktop it finds are for its makers; they are shown to whoever asks for them.
  child.stderr.on('data', (chunk) => {
    said = (said + chunk).slice(-KEPT_OUTPUT)
    if (env.CROSSREAD_VERBOSE) process.stderr.write(chunk)
  })
  return { ended, shown: () => windowShown, stderr: () => said }
}

async function runInBrowser(args) {
  const { child, ended } = startChild(process.execPath, [join(root, 'bin/crossread.mjs'), 'serve', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  createInterface({ input: child.stdout }).once('line', (url) => {
    console.log(`Crossread is ready: ${url}`)
    console.log('The address opens once, in one browser. Ctrl-C ends Crossread.')
    void openBrowser(url)
  })
  const { code, error, stopped } = await ended
  if (error !== null) throw error
  return stopped ? 0 : (code ?? 1)
}
