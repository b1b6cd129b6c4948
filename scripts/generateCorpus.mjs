// npm run corpus:generate: articles that share passages, with the truth beside them (tests/support/generator).
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle } from './bundle.mjs'

const { folder, remove } = await bundle('generator', { command: 'tests/support/generator/command.ts' })
try {
  const { runGenerator } = await import(pathToFileURL(join(folder, 'command.mjs')).href)
  process.exitCode = runGenerator(
    process.argv.slice(2),
    process.env.INIT_CWD ?? process.cwd(),
    (line) => console.log(line),
    (line) => console.error(line),
  )
} finally {
  remove()
}
