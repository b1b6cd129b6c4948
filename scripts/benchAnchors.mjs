// node scripts/benchAnchors.mjs [<folder of versions>] [--approx <folder of approx-string-match>]: how anchors are found again,
// beside the method of the Hypothesis client, and how long many take. Says what cannot run, and never fails.
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { bundle } from './bundle.mjs'
import { root } from './run.mjs'

const { values, positionals } = parseArgs({ options: { approx: { type: 'string' } }, allowPositionals: true })
const from = process.env.INIT_CWD ?? process.cwd()

/** The package's search; null when it is not installed. */
async function findApproximateSearch() {
  try {
    const place =
      values.approx === undefined
        ? 'approx-string-match'
        : pathToFileURL(join(resolve(from, values.approx), 'build/src/index.js')).href
    return (await import(place)).default
  } catch {
    return null
  }
}

try {
  const { folder, remove } = await bundle('anchors', { anchors: 'tests/bench/anchors/anchors.ts' })
  try {
    const { benchAnchors } = await import(pathToFileURL(join(folder, 'anchors.mjs')).href)
    const versions = positionals[0] === undefined ? null : resolve(from, positionals[0])
    benchAnchors({ edits: join(root, 'tests/fixtures/anchors'), versions }, await findApproximateSearch(), (line) =>
      console.log(line),
    )
  } finally {
    remove()
  }
} catch (error) {
  console.error(`The bench could not run: ${error instanceof Error ? error.message : error}`)
}
