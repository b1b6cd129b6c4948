import { defineConfig } from '@playwright/test'

/** `npm run screenshots`: pictures of every view, to be looked at; the README's picture is one of them. */
export default defineConfig({
  testDir: 'tests/screenshots',
  outputDir: 'test-results/screenshots-run',
  globalSetup: './tests/e2e/support/globalSetup.ts',
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  projects: [{ name: 'chromium' }],
})
