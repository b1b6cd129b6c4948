import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { mkdir, readdir, rmdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Outcome } from './commandLine'

const root = resolve(import.meta.dirname, '../..')
const program = join(root, 'out/main/cli.js')
const page = join(root, 'out/renderer/index.html')
const executable = join(root, 'bin/crossread.mjs')

/** Builds the program unless it is newer than everything it is made of. Several test files may ask at once: one builds. */
export async function buildIfOlder(): Promise<void> {
  if (await isFresh()) return
  const lock = join(root, 'node_modules/.cache/crossread-build.lock')
  await mkdir(join(root, 'node_modules/.cache'), { recursive: true })
  try {
    await mkdir(lock)
  } catch {
    while (existsSync(lock)) {
      // A builder that was killed leaves its lock; no build takes this long.
      if (Date.now() - statSync(lock).mtimeMs > 300_000) await rmdir(lock).catch(() => undefined)
      await setTimeout(200)
    }
    return await buildIfOlder()
  }
  try {
    const electronVite = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
    await promisify(execFile)(process.execPath, [electronVite, 'build', '--logLevel', 'warn'], { cwd: root })
  } finally {
    await rmdir(lock)
  }
}

async function isFresh(): Promise<boolean> {
  if (!existsSync(program) || !existsSync(page)) return false
  const built = Math.min(statSync(program).mtimeMs, statSync(page).mtimeMs)
  const sources = await readdir(join(root, 'src'), { recursive: true, withFileTypes: true })
  const times = await Promise.all(
    [
      join(root, 'electron.vite.config.ts'),
      ...sources.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name)),
    ].map(async (path) => (await stat(path)).mtimeMs),
  )
  return times.every((time) => time <= built)
}

/** Runs `node bin/crossread.mjs` to its end. */
export function runBuilt(argv: readonly string[], cwd = root): Promise<Outcome> {
  return new Promise((settle, reject) => {
    const child = startBuilt(argv, cwd)
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout?.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr?.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    child.on('close', (code) =>
      settle({ code: code ?? -1, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') }),
    )
  })
}

/** Starts `node bin/crossread.mjs`; the caller ends it. */
export function startBuilt(argv: readonly string[], cwd = root): ChildProcess {
  return spawn(process.execPath, [executable, ...argv], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
}
