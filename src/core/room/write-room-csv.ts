import Papa from 'papaparse'
import { guardCell } from '../files/write-scores.ts'
import type { Workshop } from '../workshop/workshop.ts'
import { roomFigures, type Figure } from './room-figures.ts'
import type { RoomView } from './room-view.ts'
import { isSimulated } from '../workshop/simulated.ts'

const COLUMNS = [
  'workshop',
  'simulated',
  'snapshot',
  'taken_on',
  'part',
  'id',
  'group',
  'group_name',
  'figure',
  'value',
  'low',
  'high',
  'hidden',
] as const

function nameOf(group: Figure['group'], { levels }: Pick<Workshop, 'levels'>): string {
  return typeof group === 'number' ? guardCell(levels[group] ?? '') : ''
}

/**
 * A snapshot's released figures as a table, one figure a row: with both ends of a
 * range, or with the reason why it is hidden. Levels count from 1 at the top. Safe
 * to open in a spreadsheet: texts that people wrote are guarded, the rest are
 * numbers and fixed words.
 */
export function writeRoomCsv(workshop: Workshop, view: RoomView): string {
  const simulated = isSimulated(workshop) ? 'yes' : 'no'
  const data = roomFigures(view).map(({ part, id, group, figure, value, low, high, hidden }) => [
    workshop.id,
    simulated,
    view.snapshot,
    view.takenOn,
    part,
    id,
    typeof group === 'number' ? `level-${group + 1}` : group,
    nameOf(group, workshop),
    figure,
    value ?? '',
    low ?? '',
    high ?? '',
    hidden ?? '',
  ])
  return `${Papa.unparse({ fields: [...COLUMNS], data })}\r\n`
}
