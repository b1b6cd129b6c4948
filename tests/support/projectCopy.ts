import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url))

export type ProjectCopy = {
  write(path: string, text: string): Promise<void>
  /** Runs the script of an installed package in the copy. */
  run(script: string, args: readonly string[]): Promise<{ readonly code: number | null; readonly output: string }>
  remove(): Promise<void>
}

/** The project's sources and settings in a temporary folder, with the packages that are installed here. */
export async function copyProject(): Promise<ProjectCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'crossread-rules-'))
  await cp(join(projectRoot, 'src'), join(folder, 'src'), { recursive: true })
  const settings = (await readdir(projectRoot)).filter((name) =>
    /^(package\.json|tsconfig.*\.json|(eslint|svelte)\.config\.js|\.dependency-cruiser\.cjs)$/.test(name),
  )
  for (const name of settings) await cp(join(projectRoot, name), join(folder, name))
  await linkPackages(folder)
  return {
    async write(path, text) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    },
    run: (script, args) => runIn(folder, join(projectRoot, 'node_modules', script), args),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** One link a package, and not one for all: what tools keep in node_modules/.cache stays in the copy. */
async function linkPackages(folder: string): Promise<void> {
  await mkdir(join(folder, 'node_modules'))
  for (const name of await readdir(join(projectRoot, 'node_modules'))) {
    if (name.startsWith('.')) continue
    await symlink(join(projectRoot, 'node_modules', name), join(folder, 'node_modules', name), 'junction')
  }
}

function runIn(
  folder: string,
  script: string,
  args: readonly string[],
): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const output: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output: Buffer.concat(output).toString('utf8') }))
  })
}
