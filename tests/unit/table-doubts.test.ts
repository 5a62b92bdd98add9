import { describe, expect, it } from 'vitest'
import { readMapping, writeMapping, type Mapping } from '../../src/core/files/mapping.ts'
import type { ReadingChoices } from '../../src/core/files/read-heading.ts'
import { readResponses } from '../../src/core/files/read-responses.ts'
import { mappingOf, type TableDraft } from '../../src/core/files/table-draft.ts'
import { listedLanguages } from '../../src/ui/locales/index.ts'
import { vantageWords } from '../../src/ui/locales/vantage-words.ts'
import { questionnaire, texts } from '../fixtures/execution-gaps.ts'
import { LOCALES } from '../fixtures/locales.ts'
import { describeSheetIssue as inEnglish } from '../../src/ui/locales/en/table-issues.ts'
import { describeSheetIssue as inFrench } from '../../src/ui/locales/fr/table-issues.ts'

const places = vantageWords(listedLanguages().map((language) => LOCALES[language].takeTexts))
const [one, two, three] = questionnaire.items.map(({ id }) => id) as [string, string, string]
const read = (lines: readonly string[], choices: ReadingChoices = {}) =>
  readResponses(lines.join('\n'), questionnaire, { ...places, texts: [texts] }, choices)

const issues = (lines: readonly string[]) => {
  const result = read(lines)
  return result.ok ? [] : result.issues
}

/** Reads a table by what is guessed of it, as somebody who agrees with every guess. */
function readAsGuessed(lines: readonly string[]) {
  const result = read(lines)
  if (result.ok || !result.draft) throw new Error('nothing is asked')
  const again = read(lines, { mapping: mappingOf(result.draft, questionnaire.id) })
  if (!again.ok) throw new Error(JSON.stringify(again.issues))
  return again
}

describe('a column of addresses under a heading that nobody knows', () => {
  const table = (heading: string) => [
    `${heading},${one},${two}`,
    'ann@example.org,1,2',
    'ben@example.org,3,4',
    'cem@example.org,5,5',
    'ann@example.org,2,2',
    ',1,1',
  ]

  it.each(['Your email', 'What is your e-mail address?', 'Work address', 'Name'])('is asked about: %s', (heading) => {
    expect(issues(table(heading))).toEqual([
      { code: 'doubtful-person', why: 'addresses', line: 1, column: heading, number: 1 },
    ])
    const result = readAsGuessed(table(heading))
    expect(result.leftOut).toEqual([{ row: 1, line: 2, why: 'earlier', by: 5 }])
    expect(result.responses.map(({ persons }) => persons.length)).toEqual([1, 1, 1, 0])
  })

  it('says that it is one of e-mail, so that another export with the tool’s own heading has the same people', () => {
    const [first] = readAsGuessed(table('Your email')).responses
    expect(first?.persons).toEqual(['email:ben@example.org'])
  })

  it('is not asked about beside people who are known, as the address of their manager', () => {
    const rows = ['t1,boss@example.org,1', 't2,boss@example.org,2', 't3,chief@example.org,3']
    expect(issues([`Token,Your manager,${one}`, ...rows])).toEqual([])
  })
})

describe('a column of places under a heading that nobody knows', () => {
  const rows = ['a@x.org,Senior leadership,1', 'b@x.org,close,2', 'c@x.org,Middle,3', 'd@x.org,,4']

  it('is asked about, and read as where people sit', () => {
    const table = [`Email,Your position,${one}`, ...rows]
    expect(issues(table)).toEqual([{ code: 'doubtful-seats', line: 1, column: 'Your position', number: 2 }])
    const vantages = readAsGuessed(table).responses.map(({ response }) => response.vantage)
    expect(vantages).toEqual(['senior', 'close', 'middle', 'not-said'])
    expect(issues(table.slice(0, 2))).toHaveLength(1)
  })

  it('is not asked about where another word is in it, or another column says it', () => {
    expect(issues([`Email,Age,${one}`, ...rows, 'e@x.org,junior,2'])).toEqual([])
    expect(issues([`Email,Age,vantage,${one}`, ...rows.map((row) => row.replace(/,(\d)$/, ',close,$1'))])).toEqual([])
  })
})

describe('numbers that a spreadsheet has rounded', () => {
  const table = (heading: string) => [
    `${heading},Other,${one}`,
    '1.18457E+11,x,1',
    '1.18457E+11,x,2',
    '1.18457E+11,x,3',
  ]

  it.each(['Respondent ID', 'Custom Data 1', 'ExternalReference'])(
    'identify nobody, and are asked about: %s',
    (name) => {
      expect(issues(table(name))).toContainEqual({
        code: 'rounded',
        cell: '1.18457E+11',
        line: 2,
        column: name,
        number: 1,
      })
      const result = readAsGuessed(table(name))
      expect([result.responses.length, result.leftOut.length]).toEqual([3, 0])
    },
  )

  it('are found with commas, too, and further down', () => {
    const rows = ['118456310;1', '118456311;2', '1,18457E+11;3', '1,18457E+11;4']
    expect(issues([`Respondent ID;${one}`, ...rows])).toMatchObject([{ code: 'rounded', line: 4 }])
  })
})

describe('a number of the response', () => {
  it('is asked about where most rows share theirs with rows that answer otherwise', () => {
    const visits = ['1,baseline,1,2', '1,follow-up,4,5', '2,baseline,2,2', '2,follow-up,3,3']
    expect(issues([`record_id,redcap_event_name,${one},${two}`, ...visits])).toEqual([
      { code: 'doubtful-person', why: 'numbers', line: 1, column: 'record_id', number: 1 },
    ])
  })

  it('is not asked about where a row stands twice', () => {
    expect(issues([`ResponseId,${one}`, 'R1,1', 'R2,2', 'R1,1', 'R2,2'])).toEqual([])
  })
})

describe('a state that nobody knows', () => {
  const table = (heading: string, cells: readonly string[]) => [
    `Email,${heading},${one}`,
    ...cells.map((cell, at) => `p${at}@x.org,${cell},3`),
  ]

  it.each([
    ['Status', ['Complete', 'Complete', 'Returned']],
    ['Finished', ['True', 'Perhaps', 'True']],
    ['Response Type', ['completed', 'partial', 'Returned']],
  ])('is asked about beside states that are known: %s', (heading, cells) => {
    const [asked] = issues(table(heading, cells))
    expect(asked).toMatchObject({ code: 'doubtful-status', column: heading, number: 2 })
    const result = readAsGuessed(table(heading, cells))
    expect([result.responses.length, result.leftOut.length]).toEqual([3, 0])
  })

  it('is asked about in Qualtrics, whatever the language of its interface', () => {
    const rows = ['p1@x.org,Kyselyn esikatselu,1,3', 'p2@x.org,IP-osoite,1,3']
    expect(issues([`Email,Status,Finished,${one}`, ...rows])).toMatchObject([
      { code: 'doubtful-status', line: 2, cell: 'Kyselyn esikatselu' },
    ])
  })

  it('is nobody’s business in a column of the same name with other words', () => {
    expect(issues(table('Status', ['Employee', 'Contractor', 'Employee']))).toEqual([])
    expect(issues(table('Completed', ['2026-11-20', '2026-11-21', '2026-11-22']))).toEqual([])
  })

  it('is known from the words and numbers of tools', () => {
    expect(issues(table('Status', ['Complete', 'completed', 'Submitted', 'Imported', 'Terminé', 'Spam']))).toEqual([])
  })
})

describe('a row in which no statement is answered', () => {
  const table = [`Email,${one},${two}`, 'a@x.org,1,2', 'b@x.org,,', 'a@x.org,,', 'c@x.org,cant-tell,']

  it('is nobody, takes nobody’s place, and can be taken in all the same', () => {
    const result = read(table)
    expect(result.ok && result.leftOut).toEqual([
      { row: 2, line: 3, why: 'empty' },
      { row: 3, line: 4, why: 'empty' },
    ])
    expect(result.ok && result.responses.map(({ persons }) => persons[0])).toEqual(['email:a@x.org', 'email:c@x.org'])
    const all = read(table, { admitted: ['empty'] })
    expect(all.ok && all.responses.map(({ apart }) => apart)).toEqual(['empty', 'empty', null])
  })

  it('has blank cells, or what the tool writes for them, and no code that somebody has explained', () => {
    const seen = read([`ResponseId,Finished,${one}`, 'R1,True,-99', 'R2,True,3'])
    expect(seen.ok && seen.leftOut).toEqual([{ row: 1, line: 2, why: 'empty' }])
    const explained = readAsGuessed([`Email,${one}`, 'a@x.org,-99', 'b@x.org,-99'])
    expect([explained.responses.length, explained.leftOut.length]).toEqual([2, 0])
  })

  it('counts in a file of the diagnostic’s own', () => {
    const own = read([`questionnaire,version,vantage,${one}`, 'execution-gaps,2.2.1,close,'])
    expect(own.ok && own.responses.length).toBe(1)
  })
})

describe('tables that somebody joined one below the other', () => {
  const heading = `Email,${one},${two},${three}`
  const rows = (from: number) => [0, 1].map((at) => `p${from + at}@x.org,1,2,3`)

  it('are one where the headings are the same', () => {
    const result = read([heading, ...rows(0), heading, ...rows(2)])
    expect(result.ok && [result.responses.length, result.issues]).toEqual([4, []])
  })

  it.each([
    ['in another order', `Email,${three},${two},${one}`],
    ['with a column less', `Email,${two},${three}`],
    ['with a column more', `Email,Age,${one},${two},${three}`],
    ['in the words of the statements', `Email,${[two, one, three].map((id) => texts.items[id]!.text).join(',')}`],
  ])('are refused where the second has its columns %s', (_how, other) => {
    expect(issues([heading, ...rows(0), other, ...rows(2)])).toEqual([{ code: 'second-heading', line: 4 }])
  })
})

describe('a heading that says more than the statement', () => {
  const [first, second, third] = [one, two, three].map((id) => texts.items[id]!.text) as [string, string, string]
  const rows = ['a@x.org,1,2,3', 'b@x.org,4,5,1']
  const table = (...headings: readonly string[]) => [
    ['Email', ...headings].map((heading) => `"${heading}"`).join(','),
    ...rows,
  ]

  it.each([
    ['a denial', `It is not so that: ${first}`],
    ['a remark', `Please comment: ${first}`],
    ['a remark with the id', `Please comment: ${one}`],
  ])('alone is asked about: %s', (_what, heading) => {
    expect(issues(table(heading, second, third))).toEqual([
      { code: 'doubtful-column', line: 1, column: heading, number: 2, statement: one },
    ])
  })

  it.each([
    ['the same above all', (text: string) => `How often, in your unit [${text}]`],
    ['the questionnaire’s own question', (text: string) => `${Object.values(texts.scales)[0]!.stem} - ${text}`],
    ['a number and a word', (text: string, at: number) => `Q${at}. ${text} *`],
    ['the statement’s id', (text: string, at: number) => `${[one, two, three][at]}: ${text}`],
  ])('is read with %s', (_what, heading) => {
    expect(issues(table(...[first, second, third].map(heading)))).toEqual([])
  })

  it.each([
    ['scores of a quiz', (text: string) => `${text} [Score]`],
    ['points of a quiz', (text: string) => `Points - ${text}`],
    ['times', (text: string) => `Question time: ${text}`],
    ['remarks', (text: string) => `Why did you answer this way? ${text}`],
  ])('is not the statement beside its own column: %s', (_what, heading) => {
    const all = [first, second, third]
    const wide = [
      ['Email', ...all.flatMap((text) => [text, heading(text)])].map((cell) => `"${cell}"`).join(','),
      'a@x.org,1,x,2,y,3,z',
      'b@x.org,4,x,5,y,1,z',
    ]
    expect(issues(wide).map(({ code }) => code)).toEqual(['twice', 'twice', 'twice'])
    const { responses } = readAsGuessed(wide)
    expect(responses.map(({ response }) => Object.values(response.answers))).toEqual([
      [1, 2, 3],
      [4, 5, 1],
    ])
  })

  it('may have the statement in two languages, and be as long as an image', () => {
    const french = {
      ...texts,
      items: { ...texts.items, [one]: { ...texts.items[one]!, text: 'Le travail attend ici.' } },
    }
    const both = readResponses(table(`${first} Le travail attend ici.`, second, third).join('\n'), questionnaire, {
      ...places,
      texts: [texts, french],
    })
    expect(both.ok).toBe(true)
    expect(issues(table(`<img src='data:image/png;base64,${'A'.repeat(6000)}'> ${first}`, second, third))).toEqual([])
  })
})

describe('a mapping', () => {
  const format = 'leadership-diagnostic-mapping' as const
  const by = (columns: Mapping['columns'], cells: Mapping['cells'] = []): Mapping => ({
    format,
    formatVersion: 1,
    questionnaire: questionnaire.id,
    columns,
    cells,
    levels: [],
  })

  it('that names a statement which there is not is refused, with the column', () => {
    const mapping = by([{ column: 'Q1', number: 2, is: 'statement', statement: 'work-waits' }])
    const result = read([`Email,Q1,${two}`, 'a@x.org,1,2'], { mapping })
    expect(result.ok ? [] : result.issues).toEqual([
      { code: 'unknown-statement', line: 1, column: 'Q1', statement: 'work-waits' },
    ])
  })

  it('of a later release is named as one', () => {
    const written = writeMapping(by([]))
    for (const [version, code] of [
      [1, undefined],
      [2, undefined],
      [3, 'later-mapping'],
    ] as const) {
      const result = readMapping(written.replace('"formatVersion": 1', `"formatVersion": ${version}`), questionnaire.id)
      expect(result.ok ? undefined : result.issue.code).toBe(code)
    }
  })

  it('says which of two columns of one name says who it is', () => {
    const mapping = by([
      { column: 'ID', number: 1, is: 'response' },
      { column: 'ID', number: 3, is: 'nothing' },
    ])
    const lines = [`ID,${one},ID`, '1,3,77', '2,4,78']
    expect(issues(lines)).toEqual([{ code: 'twice', line: 1, column: 'id', numbers: [1, 3] }])
    const result = read(lines, { mapping })
    expect(result.ok && result.responses.map(({ record, id }) => [record, id])).toEqual([
      ['1', '1'],
      ['2', '2'],
    ])
  })

  it('still says what it said before, once more is asked by it', () => {
    // The last column is asked about first, and then what stands in it.
    const lines = [
      `Email,Where,${one},${two},X`,
      'a@x.org,HQ,99,1,1',
      'b@x.org,HQ,99,5,2',
      'c@x.org,close,2,4,-88',
      'd@x.org,close,3,2,-88',
    ]
    let mapping = by(
      [
        { column: 'X', number: 5, is: 'statement', statement: three },
        { column: 'Where', number: 2, is: 'level' },
      ],
      [{ cell: '99', is: 'cant-tell' }],
    )
    mapping = { ...mapping, levels: [{ cell: 'HQ', is: 'senior' }], sums: 'people' }
    const second = read(lines, { mapping })
    expect(second.ok ? [] : second.issues.map(({ code }) => code)).toEqual(['doubtful-cell'])
    const draft = (!second.ok && second.draft) as TableDraft
    const cells = draft.cells.map((cell) => ({ ...cell, means: 'unanswered' as const }))
    mapping = mappingOf({ ...draft, cells }, questionnaire.id)
    expect(mapping.cells).toEqual([
      { cell: '99', is: 'cant-tell' },
      { cell: '-88', is: 'unanswered' },
    ])
    expect([mapping.levels, mapping.sums]).toEqual([[{ cell: 'HQ', is: 'senior' }], 'people'])
    expect(read(lines, { mapping })).toMatchObject({ ok: true, issues: [], responses: [{}, {}, {}, {}] })
  })

  it('explains as many cells as there are, however few are asked about at once', () => {
    const words = Array.from({ length: 240 }, (_, at) => `word ${at}`)
    const lines = [`Email,${one}`, ...[...words, ...words].map((word, at) => `p${at}@x.org,${word}`)]
    let mapping = by([])
    let result = read(lines)
    for (let round = 0; !result.ok && round < 10; round++) {
      const cells = result.draft?.cells.map((cell) => ({ ...cell, means: 'unanswered' as const })) ?? []
      const written = writeMapping(mappingOf({ ...result.draft!, cells }, questionnaire.id))
      const again = readMapping(written, questionnaire.id)
      if (!again.ok) throw new Error(JSON.stringify(again.issue))
      mapping = again.mapping
      result = read(lines, { mapping })
    }
    expect(result.ok && mapping.cells).toHaveLength(words.length)
  })

  it('explains words of two hundred characters', () => {
    const words = `I cannot say anything about this, ${'because I have never been near it, '.repeat(4)}sorry`
    const lines = [`Email,${one},${two}`, `a@x.org,"${words}",2`, `b@x.org,"${words}",3`]
    expect(issues(lines).map(({ code }) => code)).toEqual(['doubtful-cell'])
    const result = read(lines, { mapping: by([], [{ cell: words, is: 'cant-tell' }]) })
    expect(result.ok && result.responses.map(({ response }) => response.answers[one])).toEqual([
      'cant-tell',
      'cant-tell',
    ])
  })

  it('of a heading of any length can be read back', () => {
    const long = 'x'.repeat(5000)
    const lines = [`Email,${long},${two}`, 'a@x.org,1,2', 'b@x.org,2,3']
    const asked = read(lines)
    if (asked.ok || !asked.draft) throw new Error('nothing is asked')
    const columns = asked.draft.columns.map((column) =>
      column.name === long ? { ...column, meaning: { is: 'statement', statement: one } as const } : column,
    )
    const again = readMapping(writeMapping(mappingOf({ ...asked.draft, columns }, questionnaire.id)), questionnaire.id)
    if (!again.ok) throw new Error(JSON.stringify(again.issue))
    const result = read(lines, { mapping: again.mapping })
    expect(result.ok && result.responses.map(({ response }) => response.answers[one])).toEqual([1, 2])
  })
})

describe('a column whose values many people share', () => {
  const said = (why: 'groups' | 'numbers') => {
    const issue = { code: 'doubtful-person', why, line: 1, column: 'Record ID', number: 1 } as const
    return [inEnglish(issue), inFrench(issue)]
  }

  it('is said to number responses or to name people, as it was taken', () => {
    expect(said('numbers')).toEqual([
      expect.stringContaining('should number the responses'),
      expect.stringContaining('devrait numéroter les réponses'),
    ])
    expect(said('groups')).toEqual([
      expect.stringContaining('should say who somebody is'),
      expect.stringContaining('devrait dire qui est la personne'),
    ])
  })
})
