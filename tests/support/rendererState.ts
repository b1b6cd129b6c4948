import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { build } from 'vite'

const projectRoot = join(import.meta.dirname, '../..')

/**
 * Modules of the renderer as Svelte compiles them for the page, with runes that really react; the runner of the tests
 * knows nothing of runes. `source` is the text of a module in src/renderer that exports what a test needs.
 */
export async function loadRendererState<T>(source: string): Promise<T> {
  // Of no file, but in the place from which its imports are meant.
  const entry = join(projectRoot, 'src/renderer/testEntry.ts')
  const built = await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'error',
    plugins: [
      {
        name: 'crossread-test-entry',
        enforce: 'pre',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? source : null),
      },
      svelte(),
    ],
    // Svelte's own modules for servers do not react.
    resolve: { conditions: ['browser', 'svelte', 'module', 'import', 'default'] },
    build: { write: false, minify: false, target: 'node20', lib: { entry, formats: ['es'] } },
  })
  const output = Array.isArray(built) ? built[0] : built
  if (output === undefined || !('output' in output)) throw new Error('nothing was built')
  const [chunk] = output.output
  const folder = await mkdtemp(join(projectRoot, 'node_modules/.cache-state-'))
  try {
    const file = join(folder, 'state.mjs')
    await writeFile(file, chunk.code)
    return (await import(pathToFileURL(file).href)) as T
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
