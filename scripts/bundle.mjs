import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.mjs'

const cacheFolder = join(root, 'node_modules/.cache/crossread')

/**
 * Bundles TypeScript entries (names to paths from the root) for Node into a folder of this run, where they find the installed
 * packages; resolves with that folder. `remove` it when done.
 */
export async function bundle(name, entries) {
  const { build } = await import('vite')
  const folder = join(cacheFolder, `${name}-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      rollupOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([key, path]) => [key, join(root, path)])),
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
