import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contractFiles } from '../../build/embed-contract/contract-files.ts'

const PUBLIC = join(import.meta.dirname, '../../../public')

// Writes the files for hosts from src/ui/embed/contract.ts.
for (const [file, text] of Object.entries(contractFiles())) {
  writeFileSync(join(PUBLIC, file), text)
  console.log(`public/${file} is written.`)
}
