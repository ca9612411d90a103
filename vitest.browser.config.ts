import { defineConfig } from 'vitest/config'

/** Tests that start Chromium or the built server: one at a time, on two cores. */
export default defineConfig({
  test: {
    include: ['tests/**/*.e2e.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A browser on a busy machine takes its time.
    expect: { poll: { timeout: 20_000 } },
    silent: 'passed-only',
  },
})
