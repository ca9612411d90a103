import { defineConfig } from 'vitest/config'

/** Suites that need a service of the machine; each says why it skips where there is none. */
export default defineConfig({
  test: {
    include: ['tests/services/**/*.service.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    passWithNoTests: false,
  },
})
