// npm test: builds, then types, lint, import rules, all vitest suites and the end-to-end tests in every host that can be started.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runChecks } from './checks.mjs'
import { commandFile, root, runNode } from './run.mjs'
import { readPlaywrightReport, readVitestReport } from './testReports.mjs'

const reports = join(root, 'test-results')
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

console.log('Building …')
const build = await runNode(commandFile('electron-vite'), ['build', '--logLevel', 'warn'])
const failedSteps = build.code === 0 ? [] : ['build']

console.log('Checking …')
failedSteps.push(...(await runChecks()))

console.log('Unit, property, contract and storage tests …')
const vitestFile = join(reports, 'vitest.json')
const vitest = await runNode(commandFile('vitest'), [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${vitestFile}`,
])
if (vitest.code !== 0) failedSteps.push('vitest')

console.log('End-to-end tests …')
const playwrightFile = join(reports, 'playwright.json')
const playwright = await runNode(commandFile('@playwright/test', 'playwright'), ['test'], {
  env: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightFile },
})
if (playwright.code !== 0) failedSteps.push('end-to-end')

const totals = { passed: 0, failed: 0, skipped: 0, reasons: new Map(), failures: [] }
for (const [file, read] of [
  [vitestFile, readVitestReport],
  [playwrightFile, readPlaywrightReport],
]) {
  if (existsSync(file)) read(JSON.parse(readFileSync(file, 'utf8')), totals)
  else failedSteps.push(`no report was written to ${file.slice(root.length + 1)}`)
}

console.log('')
for (const [reason, count] of totals.reasons) console.log(`skipped ${count}: ${reason}`)
for (const failure of totals.failures) console.log(`failed: ${failure}`)
if (process.env.CI && totals.skipped > 0) failedSteps.push('tests were skipped in CI')
if (failedSteps.length > 0) console.log(`not green: ${failedSteps.join(', ')}`)
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`)
process.exitCode = failedSteps.length === 0 && totals.failed === 0 ? 0 : 1
