import { join } from 'node:path'
import { mergeConfig } from 'vite'
import { defineProject, type TestProjectInlineConfiguration } from 'vitest/config'
import { siteConfig } from '../src/build/site-config.ts'

/** A project of tests, with the site's own configuration for the sources. */
export const project = (test: TestProjectInlineConfiguration['test']) =>
  defineProject(
    mergeConfig(siteConfig(), {
      test: {
        root: join(import.meta.dirname, '..'),
        // After the unit tests, in workers of their own.
        sequence: { groupOrder: 1 },
        // How long to poll, and how often: a browser takes its time, each look takes some of
        // it, and a passing test does not wait longer.
        expect: { requireAssertions: true, poll: { timeout: 10_000, interval: 120 } },
        ...test,
      },
    }),
  )
