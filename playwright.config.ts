import { defineConfig } from '@playwright/test'

/** One suite, two hosts: the same tests run in real Electron and in a real Chromium against the loopback host. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  globalSetup: './tests/e2e/support/globalSetup.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ?? 'test-results/playwright.json' }],
  ],
  projects: [
    // An exported report is a page of its own, which no host shows: a browser is what opens it.
    // One window at a time on a display, as a person has: when another one closes, the display tells the window that comes
    // to lie under its resting pointer where that is, with no button held, and a drag that a test has under way ends there.
    { name: 'electron', metadata: { host: 'electron' }, testIgnore: 'reportPage.spec.ts', workers: 1 },
    { name: 'chromium', metadata: { host: 'chromium' } },
  ],
})
