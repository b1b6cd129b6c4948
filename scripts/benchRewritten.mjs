// npm run bench:rewritten -- <folder>: how many sentences that say the same in other words are paired, and by what.
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle } from './bundle.mjs'

const [named] = process.argv.slice(2)
if (named === undefined) {
  console.log('Skipped: name a folder of texts with sentence-aligned-*.jsonl beside them.')
} else {
  const { folder, remove } = await bundle('rewritten', { rewritten: 'tests/bench/rewritten.ts' })
  try {
    const { measureRewritten } = await import(pathToFileURL(join(folder, 'rewritten.mjs')).href)
    for (const line of measureRewritten(resolve(process.env.INIT_CWD ?? process.cwd(), named))) console.log(line)
  } finally {
    remove()
  }
}
