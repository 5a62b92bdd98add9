import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contractFiles } from '../../build/embed-contract/contract-files.ts'

const PUBLIC = join(import.meta.dirname, '../../../public')

// Tells hosts of the embed what src/ui/embed/contract.ts says.
for (const [file, text] of Object.entries(contractFiles())) {
  writeFileSync(join(PUBLIC, file), text)
  console.log(`public/${file} is written.`)
}
