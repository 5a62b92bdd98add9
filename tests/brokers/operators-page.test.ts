import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { embedded } from './embedded.ts'
import type { Liberty } from './engine.ts'
import { mosquitto } from './mosquitto.ts'
import { nats } from './nats.ts'

const page = readFileSync(join(import.meta.dirname, '../../public/live/README.md'), 'utf8')

/** The row of the operator's page for each. */
const ROWS: Readonly<Record<Liberty, string>> = {
  'list as a stranger': 'a stranger lists rooms, sealed answers, receipts or invitations',
  'replace as a stranger': 'a stranger replaces or clears what lies there',
  'list a room with its link': "somebody with a room's link lists its sealed answers",
  'replace in a room with its link': "somebody with a room's link replaces or clears them",
  'keep for nobody': 'anybody has messages kept in a room that no console has opened',
}

it.each(Object.entries(ROWS))('the operator is told who can "%s", as it was tried', (liberty, row) => {
  const [, ...cells] = page
    .split('\n')
    .find((line) => line.startsWith(`| ${row} `))!
    .split('|')
    .slice(1, -1)
  const told = cells.map((cell) => cell.trim().startsWith('yes'))
  expect(told).toEqual([embedded, mosquitto, nats].map(({ lets }) => lets.has(liberty as Liberty)))
})
