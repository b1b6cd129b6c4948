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
    projects: [
      {
        extends: true,
        test: { name: 'quick', include: ['tests/{unit,property,contract,storage}/**/*.test.ts'], exclude: slow },
      },
      { extends: true, test: { name: 'slow', include: slow } },
    ],
  },
})
