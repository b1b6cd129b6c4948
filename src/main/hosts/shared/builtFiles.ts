import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import * as v from 'valibot'
import { BugError } from '../../../core/assert'

const manifestSchema = v.object({ name: v.literal('crossread'), version: v.string() })

export type BuiltFiles = {
  /** The folder of package.json. */
  readonly root: string
  readonly version: string
  readonly rendererFolder: string
  readonly preloadFile: string
  /** Null when the worker is not built: matching then runs where the caller is. */
  readonly workerUrl: URL | null
}

/**
 * Where the build put what the hosts need. Found by walking up to package.json from this very module, since the
 * bundler decides in which chunk, and so how deep, it ends.
 */
export function findBuiltFiles(): BuiltFiles {
  let folder = dirname(fileURLToPath(import.meta.url))
  for (;;) {
    const version = versionAt(folder)
    if (version !== null) return describe(folder, version)
    const above = dirname(folder)
    if (above === folder) throw new BugError('there is no package.json of crossread above the program')
    folder = above
  }
}

function versionAt(folder: string): string | null {
  const path = join(folder, 'package.json')
  if (!existsSync(path)) return null
  const manifest = v.safeParse(manifestSchema, JSON.parse(readFileSync(path, 'utf8')))
  return manifest.success ? manifest.output.version : null
}

function describe(root: string, version: string): BuiltFiles {
  const worker = join(root, 'out/main/matchWorker.js')
  return {
    root,
    version,
    rendererFolder: join(root, 'out/renderer'),
    preloadFile: join(root, 'out/preload/preload.cjs'),
    workerUrl: existsSync(worker) ? pathToFileURL(worker) : null,
  }
}
