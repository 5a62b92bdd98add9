import { describe, expect, it } from 'vitest'
import type { Missing } from '../../src/core/disclosure/next-snapshot.ts'
import { closeTexts as en } from '../../src/ui/locales/en/console-close.ts'
import { closeTexts as fr } from '../../src/ui/locales/fr/console-close.ts'
import { foreseeSnapshot } from '../../src/core/room/foresee-snapshot.ts'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import type { Answer } from '../../src/core/response/response.ts'
import type { KeptWorkshop } from '../../src/core/workshop/workshop-file.ts'
import { questionnaire } from '../fixtures/execution-gaps.ts'
import { entriesOf, numbersFrom, snapshotOf } from '../fixtures/rooms.ts'

const next = numbersFrom(17)
const group = (prefix: string, levels: readonly number[], none = 0) =>
  entriesOf(
    [...levels.flatMap((size, level) => Array<number | null>(size).fill(level)), ...Array<null>(none).fill(null)].map(
      (level) => ({
        level,
        answers: Object.fromEntries(
          questionnaire.items.map(({ id }): [string, Answer] => [id, 1 + Math.floor(5 * next())]),
        ),
      }),
    ),
    prefix,
  ).map((entry, index) => ({ ...entry, participant: prefix.charCodeAt(0) * 1000 + index }))
type Group = ReturnType<typeof group>

/** A workshop with a snapshot of each group and those before it; of the last group there is none yet. */
function workshop(levels: number, ...groups: Group[]): KeptWorkshop {
  return {
    workshop: {
      id: 'ABC123',
      name: 'Rehearsal',
      client: '',
      questionnaire: { id: questionnaire.id, version: questionnaire.version },
      language: 'en',
      levels: Array.from({ length: levels }, (_, level) => `Level ${level}`),
      smallestGroup: 5,
      rawExport: false,
    },
    expected: Array<null>(levels).fill(null),
    collected: { entries: groups.flat(), former: [] },
    snapshots: groups.slice(0, -1).map((_, index) => snapshotOf(index + 1, groups.slice(0, index + 1).flat())),
    closed: false,
  }
}

describe('before closing', () => {
  it('says who is shown, and how many more of which level would let the others be', () => {
    expect(foreseeSnapshot(workshop(3, group('a', [8, 7, 3])))).toEqual({
      room: 'spread',
      levels: [
        { view: 'means', people: 8, more: 0 },
        { view: 'would-reveal-others', people: 7, more: 0 },
        { view: 'too-few', people: 3, more: 2 },
      ],
      distance: false,
      statements: 'yes',
      loses: [],
    })
    expect(foreseeSnapshot(workshop(3, group('a', [8, 7, 5]))).levels.every(({ view }) => view === 'means')).toBe(true)
  })

  it('keeps both ends where somebody gives no level', () => {
    expect(foreseeSnapshot(workshop(2, group('a', [10, 14], 1)))).toMatchObject({ room: 'spread', distance: true })
  })

  it('says nothing is shown of too few, and that statements of fewer than ten are shown once', () => {
    expect(foreseeSnapshot(workshop(2, group('a', [2, 1])))).toMatchObject({ room: 'too-few', statements: 2 })
    expect(foreseeSnapshot(workshop(2, group('a', [7, 1])))).toMatchObject({ room: 'means', statements: 'once' })
  })
})

describe('before a second view', () => {
  const first = group('a', [12, 12])

  it('says what would be lost: statements, until ten have joined', () => {
    expect(foreseeSnapshot(workshop(2, first, group('b', [6, 0])))).toMatchObject({
      statements: 4,
      loses: ['statements'],
    })
    expect(foreseeSnapshot(workshop(2, first, group('b', [5, 5])))).toMatchObject({ statements: 'yes', loses: [] })
  })

  it('says that levels and the distance would be lost where too few of one join', () => {
    expect(foreseeSnapshot(workshop(2, first, group('b', [10, 2])))).toMatchObject({ loses: [0, 1, 'distance'] })
  })

  it('says statements are lost for good where somebody has left', () => {
    const kept = workshop(2, first, group('b', [10, 10]))
    const [gone, ...entries] = kept.collected.entries
    const left = { ...kept, collected: { entries, former: [gone!] } }
    expect(foreseeSnapshot(left)).toMatchObject({ statements: 'never' })
    expect(foreseeSnapshot(left).loses).toContain('statements')
  })

  it.each<[string, Group[]]>([
    ['a first', [group('a', [8, 7, 3])]],
    ['a first with people without a level', [group('a', [9, 6, 12], 2)]],
    ['a second with few', [group('a', [8, 7, 6]), group('b', [6, 0, 0])]],
    ['a second with many', [group('a', [8, 7, 6]), group('b', [6, 7, 8])]],
    ['a third', [group('a', [10, 0, 10]), group('b', [5, 0, 5]), group('c', [6, 6, 6])]],
    ['a second after one of fewer than ten', [group('a', [4, 0, 4]), group('b', [6, 6, 6])]],
  ])('foresees %s as it is shown', (_, groups) => {
    const kept = workshop(3, ...groups)
    const { entries } = kept.collected
    const view = summariseRoom({ questionnaire }, kept.workshop, entries, [
      ...kept.snapshots,
      snapshotOf(groups.length, entries),
    ])
    const foreseen = foreseeSnapshot(kept)
    const shown = foreseen.levels.map((level) => level.view === 'means' || level.view === 'spread')
    for (const { room, levels } of view.concepts) {
      expect(room.shown).toBe(foreseen.room !== 'too-few')
      // A level may be hidden for what people answered, but none is shown that was not foreseen.
      for (const [index, level] of levels.entries()) if (level.shown) expect(shown[index]).toBe(true)
    }
    expect(view.concepts[0]!.levels.map((level) => level.shown)).toEqual(shown)
    expect(view.items.some(({ answered }) => answered.shown)).toBe(['yes', 'once'].includes(`${foreseen.statements}`))
  })
})

describe('who is still missing for a view', () => {
  it.each<[string, readonly Missing[], string, string]>([
    ['anywhere', [{ group: 'room', more: 3 }], '3 people', '3 personnes'],
    [
      'at a level, whose people are enough for the room',
      [
        { group: 'room', more: 3 },
        { group: 1, more: 3 },
      ],
      '3 people in “Sud”',
      '3 personnes dans « Sud »',
    ],
    [
      'at levels',
      [
        { group: 0, more: 1 },
        { group: 1, more: 4 },
      ],
      '1 person in “Nord” and 4 people in “Sud”',
      '1 personne dans « Nord » et 4 personnes dans « Sud »',
    ],
    [
      'anywhere, some of them at a level',
      [
        { group: 'room', more: 4 },
        { group: 1, more: 3 },
      ],
      '4 people, among them 3 in “Sud”',
      '4 personnes, dont 3 dans « Sud »',
    ],
  ])('adds up: %s', (_, missing, english, french) => {
    const verdict = { ok: false, why: 'too-few-new', missing } as const
    const said = [en, fr].map((texts) => texts.verdict(verdict, ['Nord', 'Sud']).split(/: /).at(-1)!)
    expect(said.map((text) => text.replaceAll('\u00a0', ' '))).toEqual([`${english}.`, `${french}.`])
  })
})
