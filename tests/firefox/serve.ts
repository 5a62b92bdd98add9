import type { TestProject } from 'vitest/node'
import setup from '../e2e/serve.ts'
import { findFirefox } from './find-firefox.ts'

/** Builds the site where it is out of date and serves it, for tests in Firefox. */
export default function setupForFirefox(project: TestProject) {
  project.provide('firefox', findFirefox())
  return setup(project)
}
