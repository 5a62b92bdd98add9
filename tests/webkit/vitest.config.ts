import { project } from '../project.ts'

/** The main paths in WebKit, by `npm run test:webkit`: `npm test` needs nothing that is installed on the machine. */
export default project({
  name: 'webkit',
  include: ['tests/webkit/*.test.ts'],
  environment: 'node',
  isolate: false,
  fileParallelism: false,
  globalSetup: 'tests/webkit/serve.ts',
  testTimeout: 120_000,
  hookTimeout: 60_000,
})
