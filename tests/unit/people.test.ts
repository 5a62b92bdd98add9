import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { promisesOf } from '../../src/core/workshop/promises.ts'
import { MOST_ENTRIES } from '../../src/core/bounds/bounds.ts'
import { decideSnapshot } from '../../src/core/room/decide-snapshot.ts'
import { summariseRoom } from '../../src/core/room/summarise-room.ts'
import { entriesToShow } from '../../src/core/workshop/entries-to-show.ts'
import { encodeHandOverCode } from '../../src/core/codes/hand-over-code.ts'
import { mappingOf } from '../../src/core/files/table-draft.ts'
import { NOTHING_COLLECTED, type Collected } from '../../src/core/workshop/collected.ts'
import { beyondExpected, vouchFor, type PeopleRules } from '../../src/core/workshop/people.ts'
import type { Outcome } from '../../src/core/workshop/outcome.ts'
import type { CollectSetting } from '../../src/core/workshop/setting.ts'
import { removeEntry, takeIn } from '../../src/core/workshop/take-in.ts'
import { readStored, writesBetween } from '../../src/core/workshop/stored-workshop.ts'
import { readWorkshopFile, type KeptWorkshop } from '../../src/core/workshop/workshop-file.ts'
import { texts, questionnaire } from '../fixtures/execution-gaps.ts'
import { gaps, workshop } from '../fixtures/workshop.ts'
import { writeRawExport, writeWorkshopFile } from '../fixtures/one-text.ts'
import { textsOf } from '../fixtures/workshop-device.ts'

const setting: CollectSetting = { workshop, layouts: [gaps], asked: questionnaire, texts: [texts], places: {} }
const RULES: PeopleRules = { key: '0123456789ABCDEFGHJKMNPQRSTVWX', mixing: null }
const [ONE, TWO] = [gaps.items[0]!.id, gaps.items[1]!.id]
const ITEMS = gaps.items.slice(0, 6).map(({ id }) => id)

/** Answers by which any two of 125 people differ in the first three statements. */
const stepsOf = (id: number) => [0, 1, 2].map((place) => 1 + (Math.floor(id / 5 ** place) % 5))

/** A workshop that takes in one text after the other, with the outcomes of the last. */
function room(said: Partial<PeopleRules> = {}) {
  let ids = 0
  let collected: Collected = NOTHING_COLLECTED
  const take = (text: string, more: Partial<PeopleRules> = {}): readonly Outcome[] => {
    const taken = takeIn(collected, text, setting, () => `e${++ids}`, { ...RULES, ...said, ...more })
    collected = taken.collected
    return taken.outcomes
  }
  return {
    take,
    get collected() {
      return collected
    },
    get people() {
      return collected.entries.length
    },
    remove: (at: number) => {
      collected = removeEntry(collected, collected.entries[at]?.id ?? '')
    },
  }
}
const fates = (outcomes: readonly Outcome[]) => outcomes.map(({ outcome }) => outcome)
const code = (participant: number, revision = 1) =>
  encodeHandOverCode(gaps, {
    workshop: workshop.id,
    participant,
    revision,
    pace: 'usual',
    level: participant % 3,
    completedOn: '2026-11-22',
    answers: { [ONE]: 1 + (participant % 5), [TWO]: revision },
    promises: promisesOf(workshop),
  })

describe('a column that says who somebody is', () => {
  it.each([
    ['Qualtrics', 'RecipientEmail'],
    ['Qualtrics with labels', 'Recipient Email'],
    ['Qualtrics', 'ExternalReference'],
    ['Qualtrics with labels', 'External Data Reference'],
    ['LimeSurvey', 'token'],
    ['SurveyMonkey', 'Email Address'],
    ['SurveyMonkey', 'Custom Data 1'],
    ['Google Forms', 'Email Address'],
    ['Google Forms in French', 'Adresse e-mail'],
    ['Google Forms of a school', 'Username'],
    ['Microsoft Forms', 'Email'],
    ['Microsoft Forms in French', 'Adresse de messagerie'],
    ['REDCap', 'redcap_survey_identifier'],
    ['REDCap with labels', 'Survey Identifier'],
    ['a sheet', 'Participant'],
  ])('is known as %s writes it: %s', (_tool, column) => {
    const own = room()
    own.take(`${column},${ONE}\nP1,1\nP2,2\nP3,3\nP4,4`)
    // The same four, one of whom has completed it since, under another row.
    own.take(`${column},${ONE},${TWO}\nP4,4,\np1 ,1,5\nP3,3,\nP2,2,`)
    expect(own.people).toBe(4)
    expect(own.collected.entries.find(({ answers }) => answers[TWO] === 5)?.answers[ONE]).toBe(1)
  })

  it.each([
    ['Qualtrics', 'ResponseId'],
    ['Qualtrics with labels', 'Response ID'],
    ['LimeSurvey', 'id'],
    ['LimeSurvey in French', 'ID de la réponse'],
    ['SurveyMonkey', 'Respondent ID'],
    ['Microsoft Forms', 'ID'],
    ['REDCap', 'record_id'],
    ['REDCap with labels', 'Record ID'],
    ['ODK', 'meta/instanceID'],
  ])('or what number a response has, as %s writes it: %s', (_tool, column) => {
    const own = room()
    own.take(`${column},${ONE}\nR1,1\nR2,2\nR3,3\nR4,4`)
    expect(fates(own.take(`${column},${ONE},${TWO}\nR1,1,5\nR2,2,\nR3,3,\nR4,4,\nR5,5,`))).toEqual(
      'replaced already-there already-there already-there taken'.split(' '),
    )
    expect(own.people).toBe(5)
  })

  it('counts one person who answered five times once, the last row of them', () => {
    const own = room()
    const rows = [1, 2, 3, 4, 5].map((step) => `R${step},anna@example.org,${step}`)
    expect(fates(own.take(`ResponseId,RecipientEmail,${ONE}\n${rows.join('\n')}`))).toEqual(
      'earlier earlier earlier earlier taken'.split(' '),
    )
    expect(own.collected.entries.map(({ answers }) => answers[ONE])).toEqual([5])
  })

  it('or, where it is missing, leaves open whether somebody answered twice', () => {
    const numbered = (text: string) => takeIn(NOTHING_COLLECTED, text, setting, () => 'e', RULES).table?.numbered
    expect(numbered(`record_id,${ONE}\n1,1\n2,2`)).toBe(2)
    expect(numbered(`ID,Email,${ONE}\n1,anonymous,1\n2,anna@x.org,2\n3,,3`)).toBe(2)
    expect(numbered(`ID,Email,${ONE}\n1,anna@x.org,1`)).toBe(0)
    expect(numbered(`${ONE}\n1`)).toBe(0)
  })

  it('wins over the number of a response, and both are known from then on', () => {
    const own = room()
    own.take(`ResponseId,${ONE}\nR1,1\nR2,2`)
    own.take(`ResponseId,Email,${ONE}\nR1,anna@x.org,1\nR2,ben@x.org,2\nR3,anna@x.org,3`)
    expect(own.people).toBe(2)
    // Without addresses again: only R1 is not known to be Anna's, and waits.
    expect(fates(own.take(`ResponseId,${ONE}\nR1,1\nR2,2\nR3,3`))).toContain('asks')
    expect(own.people).toBe(2)
  })

  it('names nobody where the tool writes that it knows nobody', () => {
    const own = room()
    own.take(`Email,${ONE}\nanonymous,1\nanonymous,2\n,3\nN/A,4`)
    expect(own.people).toBe(4)
    expect(own.collected.entries.every(({ person }) => person === undefined)).toBe(true)
  })

  it('is kept as a code that another workshop cannot compare, and never as it was', () => {
    const own = room()
    own.take(`Email,ResponseId,${ONE}\nanna@example.org,R_1a2B,1`)
    const other = room({ key: RULES.key.replace('0', '1') })
    other.take(`Email,ResponseId,${ONE}\nanna@example.org,R_1a2B,1`)
    const [one] = own.collected.entries
    const [two] = other.collected.entries
    expect(one?.person).toMatch(/^email:[0-9a-f]{32}$/)
    expect([one?.person === two?.person, one?.record === two?.record, one?.mark]).toEqual([false, false, null])
    expect(JSON.stringify(own.collected)).not.toMatch(/anna|example|R_1a2B/i)
  })
})

describe('a column that should say who somebody is', () => {
  const table = (heading: string, cell: (id: number) => string, also = (_id: number) => '') =>
    [
      `${heading},${ITEMS.join(',')}${also(0) === '' ? '' : ',token'}`,
      ...[1, 2, 3, 4, 5, 6, 7, 8].map(
        (id) => `${cell(id)},${[...stepsOf(id), 3, 3, 3].join(',')}${also(id) === '' ? '' : `,${also(id)}`}`,
      ),
    ].join('\n')
  const department = (id: number) => ['Sales', 'Works', 'Labs'][id % 3]!
  const issues = (outcomes: readonly Outcome[]) =>
    outcomes.map((one) => (one.outcome === 'table' ? one.issue.code : one.outcome))

  it.each([
    ['Custom Data 1', department],
    ['External Data Reference', () => 'Sales'],
    ['Participant', (id: number) => (id < 7 ? department(id) : `P${id}`)],
  ])('is asked about where it has the departments: %s', (heading, cell) => {
    const own = room()
    const text = table(heading, cell)
    const taken = takeIn(NOTHING_COLLECTED, text, setting, () => 'e', RULES)
    expect(issues(taken.outcomes)).toEqual(['doubtful-person'])
    expect(taken.draft?.columns[0]).toMatchObject({ meaning: { is: 'person' }, isDoubtful: true })
    // As the facilitator says: departments, or people who answered again.
    const say = (is: 'nothing' | 'person') =>
      fates(
        own.take(text, {
          mapping: mappingOf(
            { columns: [{ ...taken.draft!.columns[0]!, meaning: { is } }], cells: [], levels: [] },
            'execution-gaps',
          ),
        }),
      )
    expect(say('nothing')).toEqual(Array.from({ length: 8 }, () => 'taken'))
    expect(own.people).toBe(8)
  })

  it('is asked about together with cells that are not known, whose rows cannot be read yet', () => {
    const text = table('Participant', department).replaceAll(/,3(?=\n|$)/g, ',99')
    expect(issues(room().take(text)).toSorted()).toEqual(['doubtful-cell', 'doubtful-person'])
  })

  it('is asked about even where another column tells these people apart', () => {
    expect(issues(room().take(table('External Data Reference', department, (id) => `t${id}`)))).toEqual([
      'doubtful-person',
    ])
  })

  it.each([
    ['few answered twice', (id: number) => `P${id < 3 ? 1 : id}`],
    ['a mailbox answered again and again', (id: number) => `p${id % 3}@example.org`],
  ])('is not asked about where %s', (_what, cell) => {
    expect(issues(room().take(table('Participant', cell)))).not.toContain('doubtful-person')
  })

  it('is not asked about where everybody is in the table twice with the same answers, or began again', () => {
    const rows = [1, 2, 3].map((id) => `P${id},${[...stepsOf(id), 3, 3, 3].join(',')}`)
    const begun = [1, 2, 3].map((id) => `P${id},${[...stepsOf(id + 1).slice(0, 2), '', '', '', ''].join(',')}`)
    for (const first of [rows, begun]) {
      const own = room()
      own.take([`Participant,${ITEMS.join(',')}`, ...first, ...rows].join('\n'))
      expect(own.collected.entries.map(({ answers }) => answers[ITEMS[0]!])).toEqual(
        [1, 2, 3].map((id) => stepsOf(id)[0]),
      )
    }
  })
})

describe('people who cannot be told apart', () => {
  const table = `${ONE},${TWO}\n1,1\n2,2\n1,1`

  it('are as many as rows within one table, and nobody in a second one until it is said', () => {
    const own = room()
    expect(fates(own.take(table))).toEqual(['taken', 'taken', 'taken'])
    const later = `${ONE},${TWO}\n1,1\n2,3\n1,1`
    expect(own.take(later)).toMatchObject([
      { outcome: 'same-again' },
      { outcome: 'asks', about: 'other-people', rows: 1, line: 3 },
      { outcome: 'same-again' },
    ])
    expect(own.people).toBe(3)
    own.take(later, { said: { about: 'other-people', areOthers: true } })
    expect(own.people).toBe(4)
  })

  it.each([
    ['a table by address after one by token', `token,${ONE}\nt1,1`, `Email,${ONE}\na@x.org,1`],
    ['a table of nobody after one by address', `Email,${ONE}\na@x.org,1`, `${ONE}\n2`],
    ['a table by address after one of nobody', `${ONE}\n2`, `Email,${ONE}\na@x.org,1`],
    ['numbers of responses of another survey', `ResponseId,${ONE}\nR1,1`, `ResponseId,${ONE}\nR2,2`],
  ])('wait for the facilitator: %s', (_what, first, second) => {
    const own = room()
    own.take(first)
    expect(own.take(second)).toMatchObject([{ outcome: 'asks', about: 'other-people', rows: 1 }])
    expect(own.people).toBe(1)
    expect(fates(own.take(second, { said: { about: 'other-people', areOthers: true } }))).toEqual(['taken'])
  })

  it('wait within a table in which some have an address and some have none', () => {
    const own = room()
    expect(own.take(`Email,${ONE}\n,1\na@x.org,2\n,3`)).toMatchObject([
      { line: 2, outcome: 'asks', rows: 2 },
      { line: 3, outcome: 'taken' },
    ])
  })

  it('are asked about once where codes and tables meet, whichever came first', () => {
    const row = `Email,${ONE}\na@x.org,1`
    for (const [first, second] of [
      [code(1), row],
      [row, code(1)],
    ] as const) {
      const own = room()
      own.take(first)
      expect(own.take(second)).toMatchObject([{ outcome: 'asks', about: 'codes-and-tables', rows: 1 }])
      expect(own.people).toBe(1)
      expect(fates(own.take(second, { mixing: 'same' }))).toEqual(['may-be-same'])
      expect(fates(own.take(second, { mixing: 'others' }))).toEqual(['taken'])
      expect(own.people).toBe(2)
    }
  })

  it('may still hand over again where tables are in', () => {
    const own = room()
    own.take(code(1))
    own.take(`Email,${ONE}\na@x.org,1`, { mixing: 'others' })
    expect(fates(own.take(code(1, 2)))).toEqual(['replaced'])
  })

  it('are asked about where numbers of responses are known with other answers', () => {
    const own = room()
    const rows = (shift: number) => [1, 2, 3, 4].map((id) => `${id},${1 + ((id + shift) % 5)}`).join('\n')
    own.take(`ID,${ONE}\n${rows(0)}`)
    const other = `ID,${ONE}\n${rows(2)}`
    expect(own.take(other)).toMatchObject([{ outcome: 'asks', about: 'other-survey', rows: 4 }])
    const changed = room()
    changed.take(`ID,${ONE}\n${rows(0)}`)
    expect(fates(changed.take(other, { said: { about: 'other-survey', areOthers: false } }))).toEqual(
      Array.from({ length: 4 }, () => 'replaced'),
    )
    expect(fates(own.take(other, { said: { about: 'other-survey', areOthers: true } }))).toEqual(
      Array.from({ length: 4 }, () => 'taken'),
    )
    expect([changed.people, own.people]).toEqual([4, 8])
  })
})

describe('rows that a tool does not count', () => {
  const apart: [string, string, string, string][] = [
    ['a preview in Qualtrics', 'Status,Finished', 'Survey Preview,True', 'preview'],
    ['a preview as a number', 'Status,Finished', '1,1', 'preview'],
    ['a preview by its channel', 'DistributionChannel,Finished', 'preview,True', 'preview'],
    ['a test in Qualtrics', 'Status,Finished', 'Survey Test,True', 'test'],
    ['spam in Qualtrics', 'Status,Finished', '8,1', 'spam'],
    ['an unfinished response in Qualtrics', 'Status,Finished', 'IP Address,False', 'unfinished'],
    ['an unfinished response by progress', 'Status,Progress', '0,45', 'unfinished'],
    ['a duplicate in Qualtrics', 'Q_RelevantIDDuplicate,Finished', 'true,1', 'duplicate'],
    ['somebody screened out in Qualtrics', 'Q_TerminateFlag,Finished', 'Screened,1', 'screened-out'],
    ['an unfinished response in LimeSurvey', 'submitdate,lastpage', ',2', 'unfinished'],
    ['an incomplete form in REDCap', 'record,gaps_complete', 'x,0', 'unfinished'],
    ['the same with labels', 'record,Complete?', 'x,Incomplete', 'unfinished'],
    ['an open survey in REDCap', 'record,gaps_timestamp', 'x,[not completed]', 'unfinished'],
    ['somebody disqualified', 'Response Status,x', 'Disqualified,y', 'screened-out'],
  ]
  it.each(apart)('are named and left out: %s', (_what, columns, cells, why) => {
    const own = room()
    const table = `ResponseId,${columns},${ONE}\nR1,${cells},3`
    expect(own.take(table)).toEqual([{ line: 2, excerpt: '', outcome: 'set-apart', why, rows: 1 }])
    expect(own.people).toBe(0)
    expect(fates(own.take(table, { admit: why as 'preview' }))).toEqual(['taken'])
  })

  it.each([
    ['Qualtrics', 'Status,Finished,Progress,DistributionChannel,Q_TerminateFlag', 'IP Address,True,100,anonymous,'],
    ['Qualtrics in numbers', 'Status,Finished,Progress', '0,1,100'],
    ['Qualtrics of a survey closed by hand', 'Status,Finished,Progress', '0,1,80'],
    ['LimeSurvey of an anonymous survey', 'submitdate,lastpage', '1980-01-01 00:00:00,4'],
    ['REDCap', 'gaps_timestamp,gaps_complete', '2026-11-22 10:04,2'],
    ['REDCap of an unverified form', 'gaps_timestamp,gaps_complete', '2026-11-22 10:04,1'],
    ['another tool', 'Status,x', 'Complete,y'],
  ])('are not the others: %s', (_tool, columns, cells) => {
    expect(fates(room().take(`ResponseId,${columns},${ONE}\nR1,${cells},3`))).toEqual(['taken'])
  })

  it('are counted in one, and never take the place of what counts', () => {
    const own = room()
    const table = `Email,Finished,${ONE}\na@x.org,True,1\nb@x.org,False,2\na@x.org,False,3\nc@x.org,False,4`
    expect(own.take(table)).toMatchObject([
      { outcome: 'taken', line: 2 },
      { outcome: 'set-apart', why: 'unfinished', rows: 3, line: 3 },
    ])
    expect(fates(own.take(table, { admit: 'unfinished' }))).toEqual(['taken', 'already-there', 'taken'])
    expect(own.collected.entries.map(({ answers }) => answers[ONE])).toEqual([1, 2, 4])
  })
})

describe('more people than were expected', () => {
  const kept = (collected: Collected, change: Partial<KeptWorkshop> = {}): KeptWorkshop => ({
    workshop,
    expected: [2, null, 3],
    collected,
    snapshots: [],
    closed: false,
    ...change,
  })
  const own = room()
  own.take([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((participant) => code(participant)).join('\n'))
  const one = kept(own.collected)

  it('hold the view back, with the levels and how many more, until the facilitator has said who they are', () => {
    expect(decideSnapshot(one)).toEqual({
      ok: false,
      why: 'more-than-expected',
      missing: [
        { group: 0, more: 2 },
        { group: 2, more: 1 },
      ],
    })
    const vouched = vouchFor(one)
    expect([beyondExpected(vouched), decideSnapshot(vouched)]).toEqual([[], { ok: true }])
    own.take(code(15))
    expect(decideSnapshot({ ...vouched, collected: own.collected })).toMatchObject({ missing: [{ group: 0, more: 3 }] })
  })

  it('hold nothing back as long as they are not more', () => {
    expect(decideSnapshot({ ...one, expected: [4, 4, 4] })).toEqual({ ok: true })
    expect(decideSnapshot({ ...one, expected: [null, null, null] })).toEqual({ ok: true })
  })
})

describe('a table with more rows than a workshop holds', () => {
  it('is refused before anything is changed', () => {
    const own = room()
    const rows = Array.from({ length: MOST_ENTRIES + 1 }, (_, at) => `p${at},3`)
    expect(own.take(`Email,${ONE}\n${rows.join('\n')}`)).toMatchObject([
      { outcome: 'table', issue: { code: 'too-many-rows', most: MOST_ENTRIES } },
    ])
    expect(own.people).toBe(0)
  })
})

describe('a workshop with people from tables', () => {
  const own = room()
  own.take(`Email,ResponseId,${ONE}\na@x.org,R1,1\nb@x.org,R2,2`)
  const kept: KeptWorkshop = {
    workshop: { ...workshop, rawExport: true },
    expected: [null, null, null],
    collected: own.collected,
    snapshots: [],
    closed: false,
    identityKey: RULES.key,
    mixing: 'others',
    vouched: [1, 0, 0],
  }

  it('is read back from its file and from the device as it was', () => {
    expect(readWorkshopFile(writeWorkshopFile(kept))).toEqual({ ok: true, kept })
    const { head, put } = writesBetween(null, kept)
    const news = { stamp: { edition: 'e', change: 1 }, head, parts: textsOf(put), gone: [] }
    expect(readStored(null, news)).toMatchObject({ ok: true, kept, damaged: [] })
  })

  it('is refused where one person counts twice in its file', () => {
    const [first] = own.collected.entries
    const twice = { ...kept, collected: { entries: [first!, { ...first!, id: 'x' }], former: [] } }
    expect(readWorkshopFile(writeWorkshopFile(twice))).toEqual({
      ok: false,
      issue: { code: 'twice', path: 'entries.1.person' },
    })
  })

  it('knows them again in its table of all responses', () => {
    const raw = writeRawExport(kept.workshop, gaps, own.collected.entries)
    expect(fates(own.take(raw))).toEqual(['already-there', 'already-there'])
    expect(
      room()
        .take(raw)
        .map(({ outcome }) => outcome),
    ).toEqual(['taken', 'taken'])
  })
})

/** A person with one identity, and what each file has of them. */
const person = fc.record({
  level: fc.integer({ min: 0, max: 2 }),
  known: fc.constantFrom('email', 'token', 'number', 'code'),
})

describe('n people, each known by one identity or one participant number', () => {
  const files = fc
    .tuple(
      fc.array(person, { minLength: 1, maxLength: 14 }),
      fc.array(fc.tuple(fc.nat(999), fc.nat(3), fc.nat(4)), { minLength: 1, maxLength: 14 }),
    )
    .map(([people, exports]) => ({
      people,
      // Each export holds some of the people, in some order, with some answers, some of them twice.
      texts: exports.map(([pick, kind, step]) => {
        const own = people.flatMap((one, id) => (((id + 1) * 7919 + pick) % 3 > 0 ? [{ ...one, id }] : []))
        const shuffled = pick % 2 === 0 ? own : [...own.toReversed(), ...own.slice(0, 2)]
        const known = (['email', 'token', 'number', 'code'] as const)[kind]!
        const mine = shuffled.filter((one) => one.known === known)
        if (known === 'code') return mine.map(({ id }) => code(id, 1 + step)).join('\n')
        const column = { email: 'Email', token: 'token', number: 'ResponseId' }[known]
        const level = ['senior', 'middle', 'close']
        return [
          `${column},vantage,${ONE}`,
          ...mine.map((one) => `p${one.id},${level[one.level]},${1 + ((one.id + step) % 5)}`),
        ].join('\n')
      }),
    }))

  it('are never more than n in a room or at a level, and no view shows fewer than k, without being asked', () => {
    fc.assert(
      fc.property(files, ({ people, texts: all }) => {
        const own = room()
        const levelOf = ({ level, known }: (typeof people)[number], id: number) => (known === 'code' ? id % 3 : level)
        const sizes = [0, 1, 2].map((level) => people.filter((one, id) => levelOf(one, id) === level).length)
        for (const text of all) {
          own.take(text)
          const { entries } = own.collected
          expect(entries.length).toBeLessThanOrEqual(people.length)
          for (const [level, size] of sizes.entries())
            expect(entries.filter((entry) => entry.level === level).length).toBeLessThanOrEqual(size)
        }
        const kept = { workshop, expected: [null, null, null], collected: own.collected, snapshots: [], closed: false }
        if (!decideSnapshot(kept).ok) return
        expect(people.length).toBeGreaterThanOrEqual(workshop.smallestGroup)
        const entries = entriesToShow(kept)
        const snapshots = [{ number: 1, takenOn: '2026-11-22', entries: entries.map(({ id }) => id) }]
        const view = summariseRoom({ questionnaire }, workshop, entries, snapshots)
        expect(view.size.total).toBeLessThanOrEqual(people.length)
        for (const [level, size] of sizes.entries()) {
          const { size: shownSize, showing } = view.size.levels[level]!
          expect(shownSize).toBeLessThanOrEqual(size)
          if (showing.shown) expect(size).toBeGreaterThanOrEqual(workshop.smallestGroup)
        }
      }),
      { numRuns: 300 },
    )
  })
})

const WHO = ['email', 'reference', 'token'] as const
const HEADING = { email: 'Email', reference: 'External Data Reference', token: 'token', number: 'Response ID' }

/** A moment at which a survey is exported: who has answered by then, in which order they stand, who has completed. */
interface Export {
  readonly survey: number
  readonly share: number
  readonly isTurned: boolean
  readonly completed: number
  readonly columns: readonly (keyof typeof HEADING)[]
}

/** The rows of an export. Every survey numbers its responses from 1; everybody in it has answered it `times` times. */
function exported(
  { survey, share, isTurned, completed, columns }: Export,
  people: readonly number[],
  times = 1,
): string {
  const all = Array.from({ length: times }, () => people).flat()
  const rows = all.slice(0, Math.ceil((all.length * share) / 4)).map((id, at) => {
    const more = (id + completed) % 3 === 0 ? [3, 4, 5] : ['', '', '']
    const cell = {
      email: `P${id}@Example.org`,
      reference: `E-${1000 + id}`,
      token: `t${id}x`,
      number: `${survey >= 2 ? 'R_' : ''}${at + 1}`,
    }
    return [...columns.map((column) => cell[column]), ...stepsOf(id), ...more].join(',')
  })
  return [
    [...columns.map((column) => HEADING[column]), ...ITEMS].join(','),
    ...(isTurned ? rows.toReversed() : rows),
  ].join('\n')
}
const peopleIn = ({ share }: Export, people: readonly number[], times = 1) =>
  people.slice(0, Math.ceil((people.length * times * share) / 4))

const moment = (columns: fc.Arbitrary<readonly (keyof typeof HEADING)[]>) =>
  fc.record({
    survey: fc.nat(3),
    share: fc.integer({ min: 1, max: 4 }),
    isTurned: fc.boolean(),
    completed: fc.nat(2),
    columns,
  })

describe('n people, each with an address, a reference and a token', () => {
  const count = fc.integer({ min: 1, max: 12 })
  const times = fc.integer({ min: 1, max: 2 })

  it('are as many as have answered, in any order of surveys and exports that have one of these in common', () => {
    const columns = fc
      .tuple(fc.constantFrom(...WHO), fc.array(fc.tuple(fc.subarray([...WHO]), fc.boolean())))
      .chain(([common, others]) =>
        fc.constantFrom(
          ...[[[], false] as const, ...others].map(([more, hasNumber]) => [
            ...new Set([...(hasNumber ? (['number'] as const) : []), ...more, common]),
          ]),
        ),
      )
    fc.assert(
      fc.property(
        count,
        times,
        fc.constantFrom(...WHO),
        fc.array(moment(columns), { minLength: 1, maxLength: 8 }),
        (n, often, common, all) => {
          const own = room()
          const people = Array.from({ length: n }, (_, id) => id)
          const seen = new Set<number>()
          for (const one of all) {
            const outcomes = own.take(
              exported({ ...one, columns: [...new Set([...one.columns, common])] }, people, often),
            )
            for (const id of peopleIn(one, people, often)) seen.add(id)
            expect(fates(outcomes)).not.toContain('asks')
            expect(own.people).toBe(seen.size)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('are never more than have answered where the exports have nothing in common, and as many once one has all', () => {
    const columns = fc.subarray([...WHO, 'number'] as const, { minLength: 1 })
    fc.assert(
      fc.property(count, times, fc.array(moment(columns), { minLength: 1, maxLength: 8 }), (n, most, all) => {
        // Numbers of responses alone cannot tell whether somebody answered twice.
        const isKnown = all.every(({ columns: own }) => WHO.some((who) => own.includes(who)))
        const often = isKnown ? most : 1
        const own = room()
        const people = Array.from({ length: n }, (_, id) => id)
        const seen = new Set<number>()
        const take = (one: Export) => {
          own.take(exported(one, people, often))
          for (const id of peopleIn(one, people, often)) seen.add(id)
          expect(own.people).toBeLessThanOrEqual(seen.size)
        }
        for (const one of all) take(one)
        const whole: Export = { survey: 0, share: 4, isTurned: false, completed: 0, columns: WHO }
        // What waits because nothing is in common with it is brought again afterwards.
        for (const one of [whole, ...all, whole]) take(one)
        expect(own.people).toBeLessThanOrEqual(n)
        if (isKnown) expect(own.people).toBe(n)
      }),
      { numRuns: 300 },
    )
  })
})

describe('surveys that each number their responses from 1', () => {
  it('hold as many people as have answered them, whoever completes it later, each asked about once', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(
        sizes,
        fc.array(moment(fc.constant(['number'] as const)), { minLength: 1, maxLength: 10 }),
        (own, all) => {
          const one = room()
          const people = own.map((size, survey) => Array.from({ length: size }, (_, at) => survey * 9 + at))
          const seen = own.map(() => 0)
          for (const next of all) {
            const text = exported(next, people[next.survey]!)
            const isNew = seen[next.survey] === 0
            const before = one.people
            const asked = one.take(text).filter(({ outcome }) => outcome === 'asks')
            expect(asked.length).toBe(isNew && before > 0 ? 1 : 0)
            const [question] = asked
            if (question?.outcome === 'asks' && question.about !== 'codes-and-tables') {
              expect(one.people).toBe(before)
              one.take(text, { said: { about: question.about, areOthers: true } })
            }
            seen[next.survey] = Math.max(seen[next.survey]!, peopleIn(next, people[next.survey]!).length)
            expect(one.people).toBe(seen.reduce((sum, size) => sum + size))
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('are asked about even where a single number is in with other answers', () => {
    const own = room()
    const cells = (id: number) => [...stepsOf(id), 3, 3, 3].join(',')
    own.take(`Email,ID,${ITEMS.join(',')}\na@x.org,1,${cells(1)}`)
    const other = `ID,${ITEMS.join(',')}\n1,${cells(2)}`
    expect(own.take(other)).toMatchObject([{ outcome: 'asks', about: 'other-survey', rows: 1 }])
    expect(own.collected.entries[0]?.answers[ITEMS[0]!]).toBe(stepsOf(1)[0])
  })

  it('answer one question alone: who is not known in the table waits still', () => {
    const own = room()
    const cells = (id: number) => [...stepsOf(id), 3, 3, 3].join(',')
    own.take(`ID,${ITEMS.join(',')}\n1,${cells(1)}\n2,${cells(2)}`)
    const other = `ID,${ITEMS.join(',')}\n1,${cells(3)}\n2,${cells(4)}\n,${cells(5)}`
    expect(own.take(other)).toMatchObject([
      { about: 'other-survey', rows: 2 },
      { about: 'other-people', rows: 1 },
    ])
    expect(fates(own.take(other, { said: { about: 'other-survey', areOthers: true } }))).toEqual(
      'taken taken asks'.split(' '),
    )
    expect(own.people).toBe(4)
  })
})

describe('identities that contradict each other', () => {
  const table = (rows: string) => `Email,External Data Reference,${ONE}\n${rows}`

  it('are asked about: another address with the reference of somebody who is in', () => {
    const own = room()
    own.take(table('a@x.org,E1,1\nb@x.org,E2,2'))
    const other = table('ann@home.org,E1,3\nc@x.org,E3,4')
    expect(own.take(other)).toMatchObject([{ outcome: 'asks', about: 'other-people', rows: 1 }, { outcome: 'taken' }])
    own.take(other, { said: { about: 'other-people', areOthers: true } })
    expect(own.people).toBe(4)
    // Both are kept, and can be read back.
    const kept: KeptWorkshop = {
      workshop,
      expected: [null, null, null],
      collected: own.collected,
      snapshots: [],
      closed: false,
    }
    expect(readWorkshopFile(writeWorkshopFile(kept)).ok).toBe(true)
    expect(fates(own.take(other))).toEqual(['already-there', 'already-there'])
  })

  it('identify nobody where a column has the departments', () => {
    const own = room()
    const rows = [1, 2, 3, 4, 5, 6].map((id) => `p${id}@x.org,${id < 4 ? 'Sales' : 'Works'},${1 + (id % 5)}`)
    expect(fates(own.take(table(rows.join('\n'))))).toEqual(rows.map(() => 'taken'))
    expect(own.people).toBe(6)
  })

  it('leave open who it is where one fits two people', () => {
    const own = room()
    expect(own.take(table('a@x.org,E1,1\nb@x.org,E1,2\n,E1,3'))).toMatchObject([
      { outcome: 'taken' },
      { outcome: 'asks', about: 'other-people', rows: 2 },
    ])
    expect(own.people).toBe(1)
  })

  it('are all known from then on, in the file and in the table of all responses, too', () => {
    const own = room()
    own.take(table('a@x.org,E1,1'))
    expect(fates(own.take(`External Data Reference,token,${ONE}\nE1,t1,1`))).toEqual(['already-there'])
    expect(own.collected.entries[0]?.person).toMatch(/^email:\w{32} reference:\w{32} token:\w{32}$/)
    const raw = writeRawExport({ ...workshop, rawExport: true }, gaps, own.collected.entries)
    const again = room()
    again.take(raw)
    expect(fates(again.take(`token,${ONE}\nt1,1`))).toEqual(['already-there'])
  })
})
