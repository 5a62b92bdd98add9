import { project } from './project.ts'

/** Tests of the built site. */
export default project({
  name: 'e2e',
  include: ['tests/e2e/*.test.ts'],
  environment: 'node',
  globalSetup: 'tests/e2e/serve.ts',
  testTimeout: 60_000,
  hookTimeout: 60_000,
})
