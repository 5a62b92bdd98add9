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
        // How long to poll: a browser takes its time, and a passing test does not
        // wait longer for it.
        expect: { requireAssertions: true, poll: { timeout: 10_000 } },
        ...test,
      },
    }),
  )
