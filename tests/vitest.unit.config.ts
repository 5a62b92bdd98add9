import { project } from './project.ts'

export default project({
  name: 'unit',
  include: ['tests/unit/*.test.ts'],
  environment: 'node',
  // No test leaves anything behind in a module, so that a worker reads each of them once.
  isolate: false,
  // The attacks that try every room are slow while other tests run.
  testTimeout: 60_000,
})
