#!/usr/bin/env node
import { existsSync } from 'node:fs'

const program = new URL('../out/main/cli.js', import.meta.url)

if (existsSync(program)) {
  const { main } = await import(program.href)
  await main(process.argv.slice(2))
} else {
  process.stderr.write('crossread: the program is not built yet; run `npm run build` in the project folder first\n')
  process.exitCode = 1
}
