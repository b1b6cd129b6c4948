import { defineConfig } from 'vitest/config'

// Node is where core, contract and main run; the renderer is tested in real browsers (playwright.config.ts).
// `quick` is what `npm run check` runs: everything but the suites that build the program or kill processes.
const slow = ['tests/**/*.slow.test.ts']

export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    passWithNoTests: false,
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'quick',
          // No test file changes anything that the next one could see; loading everything anew for each costs more than running it.
          isolate: false,
          include: ['tests/{unit,property,contract,storage}/**/*.test.ts'],
          exclude: slow,
        },
      },
      { extends: true, test: { name: 'slow', include: slow } },
    ],
  },
})
