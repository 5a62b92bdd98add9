import { project } from './project.ts'
import { SLOW } from './slow-first.ts'

export default project({
  name: 'unit',
  include: ['tests/unit/*.test.ts'],
  exclude: process.env['SLOW'] === 'none' ? SLOW : [],
  environment: 'node',
  // No test leaves anything behind in a module, so that a worker reads each of them once.
  isolate: false,
  // The attacks that try every room are slow while other tests run.
  testTimeout: 60_000,
})
