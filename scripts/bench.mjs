// npm run bench: Crossread beside other programs (tests/bench). Says what cannot run, and never fails.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle } from './bundle.mjs'
import { root } from './run.mjs'

try {
  const { folder, remove } = await bundle('bench', {
    bench: 'tests/bench/bench.ts',
    measureChild: 'tests/bench/measureChild.ts',
    matchWorker: 'src/main/jobs/matchWorker.ts',
  })
  try {
    const { runBench } = await import(pathToFileURL(join(folder, 'bench.mjs')).href)
    await runBench(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd(), root)
  } finally {
    remove()
  }
} catch (error) {
  console.error(`The bench could not run: ${error instanceof Error ? error.message : error}`)
}
