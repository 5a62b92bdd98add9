import { project } from '../project.ts'

/**
 * What hosts have that is no package of ours, by `npm run test:hosts`: it may install, and says what is missing. Its
 * name does not match those of `npm test`.
 */
export default project({
  name: 'hosts',
  include: ['tests/hosts/*.test.ts'],
  environment: 'node',
  isolate: false,
  fileParallelism: false,
  globalSetup: 'tests/e2e/serve.ts',
  testTimeout: 180_000,
  hookTimeout: 300_000,
})
