import { project } from '../project.ts'

/**
 * The main paths in Firefox, by `npm run test:firefox`: `npm test` needs nothing
 * that is installed on the machine, and its name does not match this file.
 */
export default project({
  name: 'firefox',
  include: ['tests/firefox/*.test.ts'],
  environment: 'node',
  isolate: false,
  globalSetup: 'tests/firefox/serve.ts',
  testTimeout: 120_000,
  hookTimeout: 60_000,
})
