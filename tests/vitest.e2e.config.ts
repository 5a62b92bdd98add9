import { project } from './project.ts'

/** Tests of the built site. */
export default project({
  name: 'e2e',
  include: ['tests/e2e/*.test.ts'],
  environment: 'node',
  // No test leaves anything behind in a module, so that a worker starts one browser for all its files.
  isolate: false,
  globalSetup: 'tests/e2e/serve.ts',
  testTimeout: 60_000,
  hookTimeout: 60_000,
})
