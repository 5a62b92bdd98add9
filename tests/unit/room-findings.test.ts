import { describe, expect, it } from 'vitest'
import { checkQuestionnaire } from '../../src/core/authoring/check-questionnaire.ts'
import { nameLevels } from '../../src/core/questionnaire/placeholders.ts'
import { isConceptItem } from '../../src/core/questionnaire/lookup.ts'
import type { Questionnaire } from '../../src/core/questionnaire/schema.ts'
import { CANT_TELL, type Answer } from '../../src/core/response/response.ts'
import { shareFrom } from '../../src/core/room/share-from.ts'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import { canonicalAnswers, questionnaire, texts } from '../fixtures/execution-gaps.ts'
import { soundQuestionnaire } from '../fixtures/questionnaires.ts'
import { entriesOf, numbersFrom, snapshotOf, threeLevels } from '../fixtures/rooms.ts'

const FOLDERS = ['execution-gaps', 'silence', 'signal-loss', 'friction']

/**
 * The answers of a level: by concept a keyed step, around which people lie, or
 * can't tell; and the raw step of the lens.
 */
interface Leaning {
  readonly concepts: readonly (number | '?')[]
  readonly misconceptions: number
  readonly systemViews: number
  /** Whether half of them answer at one end and half at the other. */
  readonly split?: boolean
  /** By concept the keyed step that they expect of the lowest level. */
  readonly guesses?: readonly number[]
}

/** A room of three levels of `size` people, each with its leaning. */
function room(asked: Questionnaire, leanings: readonly Leaning[], size = 12, seed = 1, spread = 0.8) {
  const next = numbersFrom(seed)
  const near = (step: number) => Math.min(5, Math.max(1, Math.round(step + spread * (next() - 0.5))))
  const people = leanings.flatMap((leaning, level) =>
    Array.from({ length: size }, (_, person) => ({
      level,
      answers: Object.fromEntries(
        asked.items.map((item): [string, Answer] => {
          if (!isConceptItem(item))
            return [item.id, near(item.kind === 'misconception' ? leaning.misconceptions : leaning.systemViews)]
          const step = leaning.concepts[asked.concepts.findIndex(({ id }) => id === item.concept)]!
          if (step === '?') return [item.id, CANT_TELL]
          const keyed = leaning.split ? (person % 2 === 0 ? 1 : 5) : near(step)
          return [item.id, item.reversed ? 6 - keyed : keyed]
        }),
      ),
    })),
  )
  const guessed = asked.items.filter(isConceptItem).filter(({ id }) => asked.guess?.items.includes(id))
  const guessing = people.map((person) => {
    const { guesses } = leanings[person.level]!
    if (!guesses) return person
    const stepOf = ({ concept, reversed }: (typeof guessed)[number]) => {
      const step = near(guesses[asked.concepts.findIndex(({ id }) => id === concept)]!)
      return reversed ? 6 - step : step
    }
    return { ...person, guesses: Object.fromEntries(guessed.map((item) => [item.id, stepOf(item)])) }
  })
  const entries = entriesOf(guessing)
  const workshop = { ...threeLevels, asksGuesses: leanings.some(({ guesses }) => guesses) }
  return summariseRoom({ questionnaire: asked }, workshop, entries, [snapshotOf(1, entries)])
}

const found = (view: ReturnType<typeof room>) => view.findings.map(({ finding }) => finding)
const all = (leaning: Leaning) => [leaning, leaning, leaning]

describe('six rooms', () => {
  const quiet = { concepts: [1.7, 1.7, 1.7], misconceptions: 2, systemViews: 4.4 }
  const rooms: Record<string, readonly Leaning[]> = {
    quiet: all(quiet),
    silent: all({ ...quiet, concepts: [4, 2.4, 2.4] }),
    distant: [2, 3, 4].map((step) => ({ ...quiet, concepts: [step, step, step] })),
    split: all({ ...quiet, concepts: [3, 3, 3], split: true }),
    blind: [{ ...quiet, concepts: ['?', '?', '?'] }, ...all({ ...quiet, concepts: [3.4, 3.4, 3.4] }).slice(1)],
    convinced: all({ concepts: [4, 4, 4], misconceptions: 4.4, systemViews: 2 }),
  }
  const findings = Object.fromEntries(
    Object.entries(rooms).map(([name, leanings]) => [name, found(room(questionnaire, leanings))]),
  )

  it('are told six different things', () => {
    expect(findings['quiet']).toEqual(
      expect.arrayContaining([
        'room-little-reported',
        'room-distance-open',
        'room-quiet-from-the-top',
        'room-system-view',
      ]),
    )
    expect(findings['silent']).toEqual(expect.arrayContaining(['room-silence-alone', 'room-distance-open']))
    expect(findings['distant']).toEqual(
      expect.arrayContaining([
        'room-level',
        'room-less-silence-from-the-top',
        'room-less-signal-loss-from-the-top',
        'room-less-friction-from-the-top',
      ]),
    )
    expect(findings['split']).toContain('room-two-camps')
    expect(findings['blind']).toEqual(
      expect.arrayContaining(['room-much-unseen-at-the-top', 'room-only-others-can-see']),
    )
    expect(findings['convinced']).toEqual(
      expect.arrayContaining([
        'room-level-often',
        'room-familiar-explanations',
        'room-communication-against-override',
        'room-middle-against-conditions',
        'room-accountability-against-risk',
        'room-alignment-against-outcomes',
      ]),
    )
    expect(new Set(Object.values(findings).map((list) => list.join())).size).toBe(6)
  })

  it('have one headline each', () => {
    const headlines = new Set((questionnaire.room ?? []).filter(({ part }) => part === 'headline').map(({ id }) => id))
    for (const list of Object.values(findings)) expect(list.filter((id) => headlines.has(id))).toHaveLength(1)
  })

  it('find nothing out where nothing is released', () => {
    const view = room(questionnaire, rooms['convinced']!.slice(0, 1), 4)
    expect(found(view)).toEqual(['room-nothing-to-score'])
  })
})

describe.each(FOLDERS)('the findings about a room in %s', (folder) => {
  const { questionnaire: asked, texts: byLanguage } = soundQuestionnaire(folder)
  const ids = (asked.room ?? []).map(({ id }) => id)

  it('have their texts in every language it is written in', () => {
    expect(ids.length).toBeGreaterThan(15)
    for (const { room: written } of Object.values(byLanguage)) expect(Object.keys(written ?? {})).toEqual(ids)
  })

  it('can all be reached', () => {
    const next = numbersFrom(folder.length)
    const steps = [1.4, 2.4, 3, 3.8, 4.5, '?'] as const
    const draw = (): number | '?' => steps[Math.floor(next() * steps.length)]!
    const shared = () => ({ misconceptions: 2 + 2.6 * next(), systemViews: 2 + 2.6 * next(), split: next() < 0.1 })
    const reached = new Set<string>()
    for (let trial = 0; trial < 150; trial++) {
      const concepts = asked.concepts.map(draw)
      // Some rooms answer alike at all levels, and some concepts alike.
      const same = next() < 0.5
      const level = next() < 0.2 ? concepts[0]! : null
      const lens = shared()
      const leanings = Array.from({ length: 3 }, () => ({
        ...lens,
        concepts: level !== null ? asked.concepts.map(() => level) : same ? concepts : asked.concepts.map(draw),
      }))
      for (const id of found(room(asked, leanings, trial % 10 === 0 ? 4 : 12, trial))) reached.add(id)
    }
    for (const id of found(room(asked, [], 0))) reached.add(id)
    // Where people differ as people do, what was expected can be read.
    for (const [own, guess, work] of [
      [1.8, 4, 4],
      [1.8, 1.8, 4.2],
      [1.5, 2.8, 4.4],
      [4.5, 3.2, 1.6],
    ] as const) {
      const of = (step: number) => ({ ...shared(), split: false, concepts: asked.concepts.map(() => step) })
      const top = { ...of(own), guesses: asked.concepts.map(() => guess) }
      for (let trial = 1; trial <= 3; trial++)
        for (const id of found(room(asked, [top, of(3), of(work)], 12, trial, 2.4))) reached.add(id)
    }
    expect(ids.filter((id) => !reached.has(id))).toEqual([])
  }, 60_000)
})

describe('what a top expected', () => {
  const lean = (step: number) => ({ concepts: [step, step, step], misconceptions: 3, systemViews: 3 })
  it.each([
    ['room-top-knows', 1.8, 4, 4],
    ['room-top-expects-its-own-view', 1.8, 1.8, 4.2],
    ['room-top-expected-less', 1.5, 2.8, 4.4],
    ['room-top-expected-more', 4.5, 3.2, 1.6],
  ])('leads to %s, and to nothing where nobody is asked', (finding, own, guess, work) => {
    const asked = [{ ...lean(own), guesses: [guess, guess, guess] }, lean(3), lean(work)]
    expect(found(room(questionnaire, asked, 12, 1, 2.4))).toContain(finding)
    const unasked = found(room(questionnaire, [lean(own), lean(3), lean(work)], 12, 1, 2.4))
    expect(unasked.filter((id) => id.startsWith('room-top-'))).toEqual([])
  })
})

describe('the check of a questionnaire', () => {
  type Changed = {
    structure: { room: { when: object; answers?: string[] }[] }
    en: { room: Record<string, { text: string }>; findings: Record<string, { text: string }> }
  }
  const issuesAfter = (change: (files: Changed) => void): string[] => {
    const files = structuredClone({ structure: questionnaire, en: texts })
    change(files as unknown as Changed)
    const result = checkQuestionnaire(
      { folder: 'execution-gaps', structure: files.structure, texts: { en: files.en } },
      canonicalAnswers,
    )
    return result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path.join('.')}`)
  }

  it('finds unknown names and answers, and texts that are missing or say what is excluded', () => {
    expect(issuesAfter(() => undefined)).toEqual([])
    expect(
      issuesAfter(({ structure }) => {
        structure.room[0]!.when = { all: [{ is: 'scored', concept: 'nowhere' }] }
        structure.room[1]!.answers = ['no-such-answer']
      }),
    ).toEqual(['unknown-id room.0.when.all.0.concept', 'unknown-answer room.1.answers.0'])
    expect(
      issuesAfter(({ structure }) => {
        structure.room[0]!.when = {
          all: [{ is: 'reported', items: ['silence'], from: 'daily', share: 0.5, atLeast: 1 }],
        }
      }),
    ).toEqual(['unknown-id room.0.when.all.0.items.0'])
    expect(issuesAfter(({ en }) => void delete en.room['room-level'])).toEqual([
      'missing-text room.room-level.text',
      'missing-text room.room-level.reason',
    ])
    expect(issuesAfter(({ en }) => (en.room['room-level']!.text = 'They lack motivation.'))).toEqual([
      'excluded-word room.room-level.text',
    ])
  })

  it('finds what stands in braces and is no name of a level, or stands where none is put in', () => {
    const stray = (text: string) => issuesAfter(({ en }) => (en.room['room-level']!.text = text))
    expect(stray('Less from “{top}” than from “{work}”.')).toEqual([])
    const issues = ['unknown-placeholder room.room-level.text']
    expect(stray('Less from “{Top}”.')).toEqual(issues)
    expect(stray('Less from “{middle}”, and from “{middle}” more.')).toEqual(issues)
    expect(stray('Less from “{top”.')).toEqual(issues)
    expect(issuesAfter(({ en }) => (en.findings['level']!.text = 'Less from “{top}”.'))).toEqual([
      'unknown-placeholder findings.level.text',
    ])
  })
})

describe('a text about a room', () => {
  const text = 'Less from “{top}” than from “{work}”; ask “{top}”.'

  it('says the names of the client as they are, whatever stands in them', () => {
    expect(nameLevels(text, { top: 'Board', work: 'Teams' })).toBe('Less from “Board” than from “Teams”; ask “Board”.')
    expect(nameLevels(text, { top: '{work} $& $1', work: '<b>“A” & B</b>' })).toBe(
      'Less from “{work} $& $1” than from “<b>“A” & B</b>”; ask “{work} $& $1”.',
    )
  })

  it.each(FOLDERS)('of %s says no level by where it stands, and leaves nothing in braces', (folder) => {
    for (const own of Object.values(soundQuestionnaire(folder).texts)) {
      const said = Object.values(own.room ?? {}).flatMap((words) => [words.text, words.reason])
      const named = said.map((one) => nameLevels(one, { top: 'Board', work: 'Teams' }))
      expect(named.filter((one) => /[{}]|nearest the top|closest to the work|niveau le plus proche/.test(one))).toEqual(
        [],
      )
      expect(named.filter((one) => one.includes('Board')).length).toBeGreaterThan(5)
    }
  })
})

describe('who holds an explanation', () => {
  const hidden = { shown: false, why: 'too-few-for-spread' } as const
  const item = { distribution: hidden, agreement: hidden, levels: [] }
  const answered = { shown: true, n: 6 } as const

  it('is bounded by a mean alone, exact from a distribution, and unknown where nothing is released', () => {
    // Six people with a mean of 80: with x who agree, at most 100x + 50(6 - x) = 6 * 79.5, so x is 3.54 or more, 59 %.
    const mean = { shown: true, is: 'points', points: 80 } as const
    expect(shareFrom({ ...item, answered, mean }, 4, 5)!.low).toBeCloseTo(0.59, 10)
    expect(shareFrom({ ...item, answered, mean }, 4, 5)!.high).toBe(1)
    const distribution = { shown: true, is: 'counts', counts: [1, 1, 4, 3, 1] } as const
    expect(shareFrom({ ...item, answered: { shown: true, n: 10 }, mean: hidden, distribution }, 4, 5)).toEqual({
      low: 0.4,
      high: 0.4,
    })
    expect(shareFrom({ ...item, answered: hidden, mean: hidden }, 4, 5)).toBeNull()
  })

  it('never leaves the truth outside its bounds, for all answers of six people', () => {
    const wrong: string[] = []
    for (let code = 0; code < 5 ** 6; code += 7) {
      const steps = Array.from({ length: 6 }, (_, at) => 1 + (Math.floor(code / 5 ** at) % 5))
      const points = Math.round(steps.reduce((sum, step) => sum + 25 * (step - 1), 0) / 6)
      const mean = { shown: true, is: 'points', points } as const
      const { low, high } = shareFrom({ ...item, answered, mean }, 4, 5)!
      const truth = steps.filter((step) => step >= 4).length / 6
      if (truth < low - 1e-9 || truth > high + 1e-9) wrong.push(`${steps.join()}: ${low} to ${high}`)
    }
    expect(wrong).toEqual([])
  })
})
