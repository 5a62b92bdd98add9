import { scoreCommand } from './commands/score.ts'

// A reader such as `head` may close the output early.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
process.exitCode = await scoreCommand(process.argv.slice(2), process.stdin)
