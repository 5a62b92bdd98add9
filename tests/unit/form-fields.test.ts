import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const UI = join(import.meta.dirname, '../../src/ui')

/** The tags of fields in which something is typed or chosen from a list. */
const fieldsIn = (component: string) =>
  (component.match(/<(?:input|select|textarea)\b(?:=>|[^>])*>/g) ?? []).filter(
    (tag) => !/type="(?:radio|checkbox|file|range)"/.test(tag),
  )

it('have one look, which stands in one place', () => {
  const fields = readdirSync(UI, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.svelte'))
    .flatMap((file) => fieldsIn(readFileSync(join(UI, file), 'utf8')).map((tag) => ({ file, tag })))
  expect(fields.length).toBeGreaterThan(4)
  expect(fields.filter(({ tag }) => !/class="control\b/.test(tag))).toEqual([])
})
