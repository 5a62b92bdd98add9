import { readTableFile } from '../files/read-table-file.ts'
import type { PeopleRules } from './people.ts'
import { tableReading } from './read-table.ts'
import type { CollectSetting } from './setting.ts'
import { judgeTable, type JudgedTable } from './take-in.ts'

/** How a workshop reads a table. */
export interface TableQuestion {
  readonly setting: CollectSetting
  readonly rules: PeopleRules
}

/** Reads the table in a large file for a workshop. A file that can no longer be read is none. Never rejects. */
export async function readWorkshopTable(
  bytes: AsyncIterable<Uint8Array>,
  { setting, rules }: TableQuestion,
  note: (read: { readonly bytes: number; readonly rows: number }) => void,
): Promise<JudgedTable> {
  try {
    const reading = tableReading(setting, { admit: rules.admit ?? null, mapping: rules.mapping ?? null })
    return judgeTable(await readTableFile(bytes, reading, note), setting, rules)
  } catch {
    return { ok: false, issues: [{ code: 'unreadable' }], isTable: true }
  }
}
