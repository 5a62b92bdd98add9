import { project } from './project.ts'

/** Tests of relays: of the embedded one, and by `npm run test:brokers` of those that have to be installed, too. */
export default project({
  name: 'brokers',
  include: ['tests/brokers/*.test.ts'],
  // Of NATS alone, which has to be installed.
  exclude: process.env['BROKERS'] === 'all' ? [] : ['tests/brokers/native-nats.test.ts'],
  environment: 'node',
  globalSetup: 'tests/brokers/bundle.ts',
  // Each starts processes and kills them, and a cluster takes its time to choose who leads.
  testTimeout: 180_000,
  hookTimeout: 60_000,
  // Most of a test is waiting: for a console to look through a relay, and for relays to return.
  maxConcurrency: 12,
})
