import { questionnairesCommand } from './commands/questionnaires.ts'

process.exitCode = await questionnairesCommand(process.argv.slice(2))
