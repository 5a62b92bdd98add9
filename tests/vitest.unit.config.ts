import { project } from './project.ts'

export default project({
  name: 'unit',
  include: ['tests/unit/*.test.ts'],
  environment: 'node',
  // No test leaves anything behind in a module, so that a worker reads each of them once.
  isolate: false,
  // An attacker who tries every room takes his time where other tests run beside him.
  testTimeout: 60_000,
})
