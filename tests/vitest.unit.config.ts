import { availableParallelism } from 'node:os'
import { project } from './project.ts'
import { SLOW } from './slow-first.ts'

export default project({
  name: 'unit',
  include: ['tests/unit/*.test.ts'],
  exclude: process.env['SLOW'] === 'none' ? SLOW : [],
  environment: 'node',
  // No test leaves anything behind in a module, so that a worker reads each of them once.
  isolate: false,
  // Before the tests in browsers, and none of them after: a worker that is started again reads every module again, and
  // its code is slow at first. No unit test waits, so that workers beyond the processors would only add that.
  sequence: { groupOrder: 0 },
  maxWorkers: availableParallelism(),
  // The attacks that try every room are slow while other tests run.
  testTimeout: 60_000,
})
