import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { commandFile, root, runNode } from './run.mjs'
import { isOutdated } from './startPlan.mjs'

const OUTPUTS = ['out/main/electron.js', 'out/main/cli.js', 'out/preload/preload.cjs', 'out/renderer/index.html']
const SOURCES = ['src', 'package.json', 'electron.vite.config.ts', 'svelte.config.js']

/** Builds when something of the build is missing or older than its sources. Resolves with what went wrong, or null. */
export async function buildIfNeeded(say = console.log) {
  const outputs = OUTPUTS.map((path) => changedAt(join(root, path)))
  if (!isOutdated({ outputs, newestSource: Math.max(...SOURCES.map((path) => newest(join(root, path)))) })) return null
  say('Building…')
  return build()
}

export async function build() {
  let command
  try {
    command = commandFile('electron-vite')
  } catch {
    return 'The tools that build Crossread are not installed: run npm ci first.'
  }
  const { code, output } = await runNode(command, ['build', '--logLevel', 'warn'], { show: false })
  return code === 0 ? null : `Crossread could not be built:\n${output.trim()}`
}

function changedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null
}

/** When the newest file at or under the path changed; 0 when there is none. */
function newest(path) {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined) return 0
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
}
