import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      // Files of one worker share the modules they test, which keep nothing of any one test: loading them for each was half the time.
      { test: { name: 'unit', include: ['packages/*/src/**/*.test.ts'], testTimeout: 20_000, isolate: false } },
      {
        test: {
          name: 'e2e',
          include: ['tests/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          // Where nobody watches, a browser that missed its moment gets one more; the report names it.
          retry: process.env['CI'] === undefined ? 0 : 1,
          maxWorkers: 1,
        },
      },
    ],
  },
})
