// npm run screenshots: builds, and takes pictures of every view into test-results/screenshots and docs/images.
import { commandFile, runNode } from './run.mjs'

const build = await runNode(commandFile('electron-vite'), ['build', '--logLevel', 'warn'])
const pictures =
  build.code === 0
    ? await runNode(commandFile('@playwright/test', 'playwright'), [
        'test',
        '--config',
        'playwright.screenshots.config.ts',
      ])
    : build
process.exitCode = pictures.code
