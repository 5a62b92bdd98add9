import { project } from './project.ts'

/** Tests of live rooms through the embedded relay; `npm run test:brokers` runs them through the others, too. */
export default project({
  name: 'brokers',
  include: ['tests/brokers/*.test.ts'],
  environment: 'node',
  // Each starts processes and kills them.
  testTimeout: 60_000,
  hookTimeout: 60_000,
})
