import { defineConfig } from 'vitest/config'

// Node is where core, contract and main run; the renderer is tested in real browsers (playwright.config.ts).
export default defineConfig({
  test: {
    include: ['tests/{unit,property,contract,storage}/**/*.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 30_000,
    passWithNoTests: false,
  },
})
