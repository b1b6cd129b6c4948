// npm run dev: Electron with hot replacement. npm run dev:web: the loopback host, built and started anew with every change.
import { watch } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { build, buildIfNeeded } from './build.mjs'
import { startChild } from './children.mjs'
import { findElectron } from './electronRuntime.mjs'
import { openBrowser } from './openBrowser.mjs'
import { commandFile, root } from './run.mjs'

/** Editors write a file in several steps; a build begins when they have been quiet for so long. */
const QUIET_MS = 150

const [host, named] = process.argv.slice(2)
const folder = named === undefined ? join(root, 'corpus') : resolve(process.env.INIT_CWD ?? process.cwd(), named)
process.exitCode = host === 'web' ? await developWeb() : await developElectron()

async function developElectron() {
  const { executable, obstacle } = await findElectron()
  if (executable === null) {
    console.error(`There is no Electron to develop in: ${obstacle}. npm run dev:web needs none.`)
    return 1
  }
  const command = [commandFile('electron-vite'), 'dev', '--watch', '--', folder]
  const env = { ...process.env, ELECTRON_EXEC_PATH: executable }
  const { code, stopped } = await startChild(process.execPath, command, {
    cwd: root,
    env,
    stdio: 'inherit',
    wholeGroup: true,
  }).ended
  return stopped ? 0 : (code ?? 1)
}

async function developWeb() {
  const failure = await buildIfNeeded()
  if (failure !== null) console.error(failure)
  let server = serve()
  let rebuilding = Promise.resolve()
  let timer = null
  let mainChanged = false
  watch(join(root, 'src'), { recursive: true }, (_, path) => {
    if (path !== null && !path.startsWith('renderer')) mainChanged = true
    clearTimeout(timer)
    timer = setTimeout(() => (rebuilding = rebuilding.then(rebuild)), QUIET_MS)
  })
  async function rebuild() {
    const restart = mainChanged
    mainChanged = false
    const problem = await build()
    if (problem !== null) return console.error(problem)
    if (!restart) return console.log('Built anew: load the page again.')
    // The page's session ends with its server, so that a browser is sent to the new address.
    server.stop()
    await server.ended
    server = serve()
  }
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'])
      process.once(signal, () => void server.ended.then(() => done(0)).then(() => process.exit(0)))
  })
}

function serve() {
  const server = startChild(process.execPath, [join(root, 'bin/crossread.mjs'), 'serve', folder], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  createInterface({ input: server.child.stdout }).once('line', (url) => {
    console.log(`Crossread is ready: ${url}`)
    void openBrowser(url)
  })
  return server
}
