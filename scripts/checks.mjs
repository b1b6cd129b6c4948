import { cpus } from 'node:os'
import { commandFile, runNode } from './run.mjs'

const checks = [
  {
    name: 'lint',
    run: () =>
      runNode(commandFile('eslint'), ['.', '--cache', '--cache-location', 'node_modules/.cache/eslint/'], {
        show: false,
      }),
  },
  { name: 'types', run: () => runNode(commandFile('typescript', 'tsc'), ['-b'], { show: false }) },
  {
    name: 'svelte-check',
    run: () =>
      runNode(
        commandFile('svelte-check'),
        ['--tsconfig', 'tsconfig.renderer.json', '--fail-on-warnings', '--output', 'human'],
        { show: false },
      ),
  },
  {
    name: 'format',
    run: () => runNode(commandFile('prettier'), ['--check', '--log-level', 'warn', '--cache', '.'], { show: false }),
  },
  {
    name: 'import rules',
    // The long form tells with each violation where the code belongs instead.
    run: () =>
      runNode(commandFile('dependency-cruiser', 'depcruise'), ['src', 'tests', '--output-type', 'err-long'], {
        show: false,
      }),
  },
  { name: 'dead code', run: () => runNode(commandFile('knip'), [], { show: false }) },
]

/** Runs every static check, as many at once as there are cores, and prints what failed. Resolves with the failed names. */
export async function runChecks() {
  const waiting = [...checks]
  const failed = []
  async function lane() {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const started = Date.now()
      const { code, output } = await check.run()
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${check.name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
      if (code === 0) continue
      failed.push(check.name)
      console.log(output.trimEnd())
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, Math.min(cpus().length, checks.length)) }, lane))
  return failed
}
