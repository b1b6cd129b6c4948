import { defineConfig } from '@playwright/test'

/** `npm run bench:paint`: how soon the window answers a key, at rest and while a whole corpus is matched. Measures, asserts no time. */
export default defineConfig({
  testDir: 'tests/bench',
  outputDir: 'test-results/bench-run',
  globalSetup: './tests/e2e/support/globalSetup.ts',
  workers: 1,
  timeout: 600_000,
  expect: { timeout: 120_000 },
  reporter: 'line',
  projects: [{ name: 'electron' }],
})
