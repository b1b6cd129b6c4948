// npm run bench:anchors [-- <folder of versions>]: how anchors are found again, beside the method of the Hypothesis client, and how
// long many take. Says what cannot run, and never fails.
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle } from './bundle.mjs'
import { root } from './run.mjs'

const [named] = process.argv.slice(2)
const versions = named === undefined ? null : resolve(process.env.INIT_CWD ?? process.cwd(), named)

try {
  const { folder, remove } = await bundle('anchors', { anchors: 'tests/bench/anchors/anchors.ts' })
  try {
    const { benchAnchors } = await import(pathToFileURL(join(folder, 'anchors.mjs')).href)
    benchAnchors({ edits: join(root, 'tests/fixtures/anchors'), versions }, (line) => console.log(line))
  } finally {
    remove()
  }
} catch (error) {
  console.error(`The bench could not run: ${error instanceof Error ? error.message : error}`)
}
