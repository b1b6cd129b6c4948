// npm run check: format, lint, types, svelte-check, import rules, dead code, unit tests; one exit code.
import { runChecks } from './checks.mjs'
import { commandFile, runNode } from './run.mjs'

// Side by side: the tests wait for servers and timers for much of their time.
const [failed, tests] = await Promise.all([
  runChecks(),
  runNode(commandFile('vitest'), ['run', '--reporter=default', '--project', 'quick'], {
    show: false,
    env: { NO_COLOR: '1' },
  }),
])
console.log(tests.code === 0 ? summaryOf(tests.output) : tests.output.trimEnd())
if (tests.code !== 0) failed.push('unit tests')
console.log(failed.length === 0 ? 'check: all green' : `check: failed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1

/** The line that counts the tests. */
function summaryOf(output) {
  return output.split('\n').findLast((line) => /^\s*Tests /.test(line)) ?? output
}
