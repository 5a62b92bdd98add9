import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { SlowFirst } from './tests/slow-first.ts'

/** What holds for all tests together. Each of the projects takes the sources' own configuration, in tests/project.ts. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    projects: ['tests/vitest.*.config.ts'],
    // A test in a browser waits at times, in which another can run. More of them only wait for each other.
    maxWorkers: 1 + availableParallelism(),
    sequence: { sequencer: SlowFirst },
  },
})
