// npm run package: builds, then packs with electron-builder.yml into dist/.
import { build } from './build.mjs'
import { commandFile, runNode } from './run.mjs'

process.exitCode = await main()

async function main() {
  let builder
  try {
    builder = commandFile('electron-builder')
  } catch {
    console.error('electron-builder is not installed: run npm install --save-dev electron-builder, then this again.')
    return 1
  }
  console.log('Building…')
  const failure = await build()
  if (failure !== null) {
    console.error(failure)
    return 1
  }
  // What this machine can make; other systems' packages are made on those systems.
  const { code } = await runNode(builder, ['--publish', 'never', ...process.argv.slice(2)])
  return code
}
