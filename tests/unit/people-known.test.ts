import { describe, expect, it } from 'vitest'
import { MOST_ENTRIES } from '../../src/core/bounds/bounds.ts'
import { decideSnapshot } from '../../src/core/room/decide-snapshot.ts'
import { mappingOf } from '../../src/core/files/table-draft.ts'
import { NOTHING_COLLECTED, type Collected } from '../../src/core/workshop/collected.ts'
import { beyondExpected, vouchFor } from '../../src/core/workshop/people.ts'
import type { Outcome } from '../../src/core/workshop/outcome.ts'
import { takeIn } from '../../src/core/workshop/take-in.ts'
import { readStored, writesBetween } from '../../src/core/workshop/stored-workshop.ts'
import { readWorkshopFile, type KeptWorkshop } from '../../src/core/workshop/workshop-file.ts'
import { gaps, workshop } from '../fixtures/workshop.ts'
import { writeRawExport, writeWorkshopFile } from '../fixtures/one-text.ts'
import { textsOf } from '../fixtures/workshop-device.ts'
import { setting, RULES, ONE, TWO, ITEMS, stepsOf, room, fates, code } from '../fixtures/taking-people.ts'

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
