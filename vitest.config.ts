import { defineConfig } from 'vitest/config'

const withBrowser = {
  testTimeout: 180_000,
  hookTimeout: 120_000,
  // As long as a browser waits for what it is to press.
  expect: { poll: { timeout: 10_000 } },
  // Where nobody watches, a browser that missed its moment gets two more; the report names it.
  retry: process.env['CI'] === undefined ? 0 : 2,
}

export default defineConfig({
  test: {
    projects: [
      // Files of one worker share the modules they test, which keep nothing of any one test: loading them for each was half the time.
      { test: { name: 'unit', include: ['packages/*/src/**/*.test.ts'], testTimeout: 20_000, isolate: false } },
      // Two browsers at once: each file has a server and a browser of its own.
      {
        test: {
          ...withBrowser,
          name: 'e2e',
          include: ['tests/**/*.test.ts'],
          exclude: ['**/*.timed.test.ts'],
          maxWorkers: 2,
        },
      },
      // What measures time, or has three people act at one moment, has the machine to itself once the others are through.
      {
        test: {
          ...withBrowser,
          name: 'timed',
          include: ['tests/**/*.timed.test.ts'],
          fileParallelism: false,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
