import { join } from 'node:path'
import { mergeConfig } from 'vite'
import { defineProject, type TestProjectInlineConfiguration } from 'vitest/config'
import { siteConfig } from '../src/build/site-config.ts'

/** A project of tests, which reads the sources as the site's build does. */
export const project = (test: TestProjectInlineConfiguration['test']) =>
  defineProject(
    mergeConfig(siteConfig(), {
      test: {
        root: join(import.meta.dirname, '..'),
        // A browser does in its own time what it is asked; a test that passes waits no longer for that.
        expect: { requireAssertions: true, poll: { timeout: 10_000 } },
        ...test,
      },
    }),
  )
