import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const SHIPPED = join(import.meta.dirname, '../../public/live')

/** A configuration that is shipped, with other values in the place of some of it. */
export function shipped(file: string, changes: Readonly<Record<string, string>>): string {
  let text = readFileSync(join(SHIPPED, file), 'utf8')
  for (const [from, to] of Object.entries(changes)) {
    if (!text.includes(from)) throw new Error(`${file} has no "${from}" any more.`)
    text = text.replaceAll(from, to)
  }
  return text
}
