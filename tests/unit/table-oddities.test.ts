// Shapes that tools document and few people choose, as they were found by hand: each read right, or asked about.
import { describe, expect, it } from 'vitest'
import { readResponses, TableReading } from '../../src/core/files/read-responses.ts'
import { openTable } from '../../src/core/files/open-table.ts'
import { readTableFile } from '../../src/core/files/read-table-file.ts'
import { mappingOf } from '../../src/core/files/table-draft.ts'
import { describeSheetIssue as inEnglish } from '../../src/ui/locales/en/table-issues.ts'
import { describeSheetIssue as inFrench } from '../../src/ui/locales/fr/table-issues.ts'
import { questionnaire, texts } from '../fixtures/execution-gaps.ts'
import { code, room } from '../fixtures/taking-people.ts'

const [one, two] = questionnaire.items.map(({ id }) => id) as [string, string]
const text = (id: string) => texts.items[id]!.text
const read = (lines: readonly string[]) => readResponses(lines.join('\n'), questionnaire, { texts: [texts] })
const take = (content: string) => room().take(content)
const issues = (lines: readonly string[]) => {
  const result = read(lines)
  return result.ok ? [] : result.issues
}
const readAsGuessed = (lines: readonly string[]) => {
  const asked = read(lines)
  if (asked.ok || !asked.draft) throw new Error('nothing is asked')
  const mapping = mappingOf(asked.draft, questionnaire.id)
  const result = readResponses(lines.join('\n'), questionnaire, { texts: [texts] }, { mapping })
  return result.ok ? result.responses.map(({ response }) => response.answers) : result.issues
}

// SurveyMonkey help, "Exporting to Excel or CSV", expanded: a column for each answer, the question above the first.
describe('a table with a column for each answer, each under the question of the first', () => {
  const words = ['Never', 'Rarely', 'Sometimes', 'Often', 'Almost always']
  const heading = (quoted: readonly string[]) => [...quoted, `"${text(one)}",,,,`, `"${text(two)}",,,,`].join(',')
  const answer = (step: number) => words.map((word, at) => (at + 1 === step ? word : '')).join(',')

  it('is refused with what to export instead, and its second row is nobody', () => {
    const lines = [
      heading(['Respondent ID', 'Email Address']),
      `,,${words.join(',')},${words.join(',')}`,
      `101,a@x.org,${answer(1)},${answer(5)}`,
      `102,b@x.org,${answer(3)},${answer(2)}`,
    ]
    expect(issues(lines)).toEqual([{ code: 'choice-column', line: 1, column: text(one), number: 3 }])
  })

  it('is asked about where nothing says whose rows these are, in words and in numbers', () => {
    const lines = [heading(['Notes']), `,${words.join(',')},${words.join(',')}`, `,${answer(1)},${answer(5)}`]
    const [first, ...others] = issues(lines)
    expect(first).toEqual({ code: 'doubtful-column', line: 1, column: '', number: 3, statement: null })
    expect(others).toHaveLength(7)
    const inNumbers = (step: number) => words.map((_, at) => (at + 1 === step ? step : '')).join(',')
    const numbers = [
      heading(['Email']),
      ...['1,4', '2,1'].map((steps) =>
        ['a@x.org', ...steps.split(',').map((step) => inNumbers(Number(step)))].join(','),
      ),
    ]
    expect(issues(numbers)).toMatchObject([3, 10].map((number) => ({ code: 'doubtful-column', column: '', number })))
  })

  it('is not seen in rows of people with words below nothing, nor in names of rows before the statements', () => {
    const people = ['a@x.org,Often,Never,late', 'b@x.org,Never,Often,late']
    expect(issues([`Email,"${text(one)}","${text(two)}",`, ...people])).toEqual([])
    const ids = questionnaire.items.map(({ id }) => id)
    const all = (step: number) => ids.map(() => step).join(',')
    expect(issues([`,Email,${ids.join(',')}`, `1,a@x.org,${all(2)}`, `2,b@x.org,${all(3)}`])).toEqual([])
    const first = read([`Email,"${text(one)}","${text(two)}",`, ',Often,Never,late', 'b@x.org,Never,Often,late'])
    expect(first.ok && first.responses).toHaveLength(2)
  })
})

describe('steps that go as far below 0 as above it', () => {
  const rows = [-2, -1, 0, 1, 2].map((step, at) => `p${at}@x.org,${step},${-step}`)

  it('are asked about, each with the step that it is', () => {
    expect(readAsGuessed([`Email,${one},${two}`, ...rows])).toEqual(
      [1, 2, 3, 4, 5].map((step) => ({ [one]: step, [two]: 6 - step })),
    )
  })

  it('are steps from 0 with codes for missing where a higher one stands somewhere', () => {
    const others = [-2, -1, 0, 3, 4].map((step, at) => `p${at}@x.org,${step},1`)
    expect(readAsGuessed([`Email,${one},${two}`, ...others])).toEqual([
      { [two]: 2 },
      { [two]: 2 },
      { [one]: 1, [two]: 2 },
      { [one]: 4, [two]: 2 },
      { [one]: 5, [two]: 2 },
    ])
  })
})

it('a number that a spreadsheet has taken its zeros from is the same person’s', () => {
  const result = read([`Employee ID,${one}`, '0071,1', '72,2', '71,3', '0,4', '9,1', '8,1', '7,1'])
  const numbers = result.ok ? result.responses.flatMap(({ persons }) => persons) : []
  expect(numbers.map((person) => person.replace('reference:', ''))).toEqual(['72', '71', '0', '9', '8', '7'])
  expect(result.ok && result.leftOut).toEqual([{ row: 1, line: 2, why: 'earlier', by: 4 }])
})

// LimeSurvey manual, "Export responses", VV: tabs, a row of questions and one of codes.
it('what LimeSurvey’s VV files write of a question that was not shown is no answer', () => {
  const result = read([
    `id\tsubmitdate\tlastpage\ttoken\t${one}\t${two}`,
    '1\t2026-11-22\t3\tt1\t{question_not_shown}\t2',
  ])
  expect(result.ok && result.responses.map(({ response }) => response.answers)).toEqual([{ [two]: 2 }])
})

describe('an id behind which a script says that it has turned the steps round', () => {
  it.each([' (recoded)', '_reversed', '_rev', '_r', '.inv', '_umgepolt'])('is asked about as that: %s', (suffix) => {
    const lines = [`Email,${one}${suffix},${two}`, 'a@x.org,1,2', 'b@x.org,5,4']
    expect(issues(lines)).toEqual([
      { code: 'doubtful-column', line: 1, column: one + suffix, number: 2, statement: one, isRecoded: true },
    ])
    expect(readAsGuessed(lines)).toEqual([{ [two]: 2 }, { [two]: 4 }])
  })

  it('says so in words, with the remedy', () => {
    const [issue] = issues([`Email,${one} (recoded),${two}`, 'a@x.org,1,2'])
    expect(issue && inEnglish(issue)).toBe(
      `Column 2, “${one} (recoded)”, says that the steps of its statement were turned round or worked out anew. Export the answers as they were given, or say in the mapping what it holds.`,
    )
    expect(issue && inFrench(issue)).toContain('ont été inversés ou recalculés. Exportez les réponses telles qu’elles')
  })

  it('is no other word behind an id', () => {
    expect(issues([`Email,${one}_remark,${one},${two}`, 'a@x.org,late,2,3', 'b@x.org,,2,3'])).toEqual([])
  })
})

describe('columns of one statement', () => {
  it('are named by their numbers, two as both and more as all', () => {
    const [both] = issues([`Email,${one},"${text(one)}"`, 'a@x.org,1,2'])
    expect(both && inEnglish(both)).toMatch(/^Columns 2 and 3 are both “.*”, so which one counts cannot be told\./)
    const [all] = issues([`Email,${one},"${text(one)}",${one}`, 'a@x.org,1,2,3'])
    expect(all && inEnglish(all)).toMatch(/^Columns 2, 3 and 4 are all “/)
    const many = issues([`Email,${Array.from({ length: 20 }, () => one).join(',')}`, 'a@x.org,1'])
    expect(many[0] && inEnglish(many[0])).toMatch(/^Columns 2, 3, 4, 5, 6, 7, 8, … and 21 are all “/)
    expect(all && inFrench(all)).toMatch(/^Les colonnes 2, 3 et 4 sont toutes «/)
  })
})

describe('a file that is no table', () => {
  const bytes = (start: string) => new Uint8Array([...new TextEncoder().encode(start), 0, 1, 2, 0xe2, 0xff])
  async function* inOne(piece: Uint8Array) {
    yield piece
  }

  it.each([
    ['$FL2@(#) IBM SPSS STATISTICS DATA FILE', 'SPSS'],
    ['%PDF-1.7\n', 'PDF'],
  ])('is named as what it is, whoever opens it: %s', async (start, kind) => {
    const issue = { code: 'other-kind', line: 1, kind }
    expect(await openTable(bytes(start))).toEqual({ ok: false, issue })
    const reading = new TableReading(questionnaire, { texts: [texts] })
    expect(await readTableFile(inOne(bytes(start)), reading)).toEqual({ ok: false, issues: [issue] })
  })

  it.each<[content: string, kind: 'XML' | 'HTML']>([
    ['<?xml version="1.0"?><Responses><Response><QID1>3</QID1></Response></Responses>', 'XML'],
    [`<Workbook><Row><Cell>${one}</Cell></Row></Workbook>`, 'XML'],
    [`<table><tr><th>${one}</th><th>${two}</th></tr><tr><td>1</td><td>2</td></tr></table>`, 'HTML'],
    [`<table>\n${questionnaire.items.map(({ id }) => `<tr><td>${text(id)}</td><td>3</td></tr>`).join('\n')}`, 'HTML'],
    ['\n<!DOCTYPE html><html><body>Hello</body></html>', 'HTML'],
  ])('is named as what it is, and is not “nothing found”: %s', (content, kind) => {
    const issue = { code: 'other-kind', line: 1, kind } as const
    expect(issues([content])).toEqual([issue])
    expect(take(content)).toEqual([{ line: 1, excerpt: '', outcome: 'table', issue }])
    expect(inEnglish(issue)).toMatch(/^This is .*, and no table .* Export the responses as CSV/)
  })

  it('gives the codes that are in it, as of a mail that is kept as a page', () => {
    expect(take(`<html><body><p>${code(1)}</p></body></html>`)).toMatchObject([{ outcome: 'taken' }])
  })
})

// A mark of the direction of writing comes along where an address is copied from a window of Windows or a contact.
describe('marks that nobody sees', () => {
  it('keep no two addresses apart, and no answer from being read', () => {
    const result = read([
      `\u200fEmail\u200e,\u202b${text(one)}\u202c`,
      '\u202aa@x.org\u202c,\u200eNever\u200f',
      'b@x.org,Often',
      'a@x.org,Rarely',
    ])
    expect(result.ok && result.responses.map(({ response }) => response.answers[one])).toEqual([4, 2])
    expect(result.ok && [result.issues, result.leftOut]).toEqual([[], [{ row: 1, line: 2, why: 'earlier', by: 4 }]])
  })
})

describe('numbers of respondents', () => {
  it('are people’s where submissions have their own, as in Tally, and of responses where they stand alone', () => {
    const rows = ['s1,r1,1,2', 's2,r2,2,3', 's3,r3,2,4', 's4,r4,5,4', 's5,r1,3,4']
    const both = read([`Submission ID,Respondent ID,${one},${two}`, ...rows])
    expect(both.ok && both.responses.map(({ line, persons }) => [line, persons])).toEqual([
      [3, ['participant:r2']],
      [4, ['participant:r3']],
      [5, ['participant:r4']],
      [6, ['participant:r1']],
    ])
    const alone = read([`Respondent ID,${one}`, '101,1', '102,2'])
    expect(alone.ok && alone.responses.map(({ persons, record }) => [persons, record])).toEqual([
      [[], '101'],
      [[], '102'],
    ])
  })
})

describe('a whole grid in one cell, as Jotform writes it', () => {
  const [three] = questionnaire.items.slice(2).map(({ id }) => id) as [string]
  const grid = (between: string) => [one, two, three].map((id, at) => `${text(id)}: ${at + 1}`).join(between)
  const lines = (between: string) => [
    'Submission Date,E-mail,How often',
    ...['a', 'b'].map((who) => `"Nov 22, 2026",${who}@x.org,"${grid(between)}"`),
  ]

  it('is refused, too, where each answer stands on a line of its own, as WPForms writes it', () => {
    const written = ['Entry ID,How often', `1,"${[one, two, three].map((id) => `${text(id)}:\nOften`).join('\n\n')}"`]
    expect(issues(written)).toEqual([{ code: 'grid-cell', line: 2, column: 'How often', number: 2 }])
  })

  it.each(['\n', '; ', ' | '])('is refused as that, with what to export instead, between: %j', (between) => {
    const found = issues(lines(between))
    expect(found).toEqual([{ code: 'grid-cell', line: 2, column: 'How often', number: 3 }])
    expect(take(lines(between).join('\n'))).toMatchObject([{ outcome: 'table', issue: found[0] }])
    expect(inEnglish(found[0]!)).toMatch(/^Column 3, “How often”, holds a whole grid in one cell: .* a question of its/)
    expect(inFrench(found[0]!)).toMatch(/^La colonne 3, « How often », contient toute une grille dans une cellule/)
  })

  it('is none where people quote statements in a remark', () => {
    const remark = `"${text(one)}: yes\n${text(two)}: no"`
    expect(issues([`Email,Remark,${one},${two},${three}`, `a@x.org,${remark},1,2,3`])).toEqual([])
  })
})

// LimeSurvey manual, "Export responses", VV: the second row has the codes of the columns.
describe('a row of codes below the questions, as in LimeSurvey’s VV files', () => {
  const heading = [
    'Response ID',
    'Date submitted',
    'Last page',
    'Start language',
    'Seed',
    'Access code',
    text(one),
    text(two),
  ]
  const codes = ['id', 'submitdate', 'lastpage', 'startlanguage', 'seed', 'token', 'G01Q01_SQ001', 'G01Q01_SQ002']
  const person = (at: number) => [String(at), '2026-11-22 10:00:00', '3', 'en', '42', `t${at}`, String(at), '2']
  const table = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join('\t'))

  it('is part of the heading, and no row that cannot be read', () => {
    const result = read(table([heading, codes, person(1), person(2)]))
    expect(result.ok && [result.issues, result.leftOut, result.responses.map(({ line }) => line)]).toEqual([
      [],
      [],
      [3, 4],
    ])
    expect(result.ok && result.responses[0]?.persons).toEqual(['token:t1'])
  })

  it('is no person’s row that has words in it', () => {
    const people = ['Status,week,often,rarely,never,Email,1,2', 'a,b,c,d,e,f,3,4']
    const result = read([`a,b,c,d,e,f,${one},${two}`, ...people])
    expect(result.ok && result.responses.map(({ line }) => line)).toEqual([2, 3])
  })
})

describe('what tells people and responses apart in less common tools', () => {
  const answers = ['1,2', '2,3', '3,4', '4,5']

  it.each([
    ['a link', ['mailto:a@x.org', 'a@x.org']],
    ['a formula', ['"=HYPERLINK(""mailto:a@x.org"",""a@x.org"")"', 'a@x.org']],
    ['a name', ['"Ann Bee <a@x.org>"', 'A@x.org']],
    ['a link in Markdown', ['[a@x.org](mailto:a@x.org)', 'a@x.org']],
  ])('is one address with %s around it', (_what, [first = '', again = '']) => {
    const result = read([
      `Email,${one},${two}`,
      ...[first, 'b@x.org', 'c@x.org', again].map((who, at) => `${who},${answers[at]}`),
    ])
    expect(result.ok && result.responses.map(({ line }) => line)).toEqual([3, 4, 5])
  })

  it('is no address where a cell has two', () => {
    const result = read([`Email,${one},${two}`, '"a@x.org; b@x.org",1,2', 'a@x.org,2,3'])
    expect(result.ok && result.responses).toHaveLength(2)
  })

  it('is Nextcloud’s User ID, and a number in braces', () => {
    const rows = (who: readonly string[]) => who.map((person, at) => `${person},${answers[at]}`)
    const users = read([`User ID,${one},${two}`, ...rows(['ann', 'ben', 'cleo', 'ann'])])
    expect(users.ok && users.leftOut).toEqual([{ row: 1, line: 2, why: 'earlier', by: 5 }])
    const numbers = read([`Respondent,${one},${two}`, ...rows(['{8A1F}', '7c', '9d', '8a1f'])])
    expect(numbers.ok && numbers.leftOut).toEqual([{ row: 1, line: 2, why: 'earlier', by: 5 }])
  })

  // Wufoo: "Completion Status" of an entry; Le Sphinx: PROGRESSION.
  it.each([
    ['Completion Status', '1', '0'],
    ['PROGRESSION', 'Terminé', 'En cours'],
  ])('is %s, which leaves out who has not finished', (name, done, open) => {
    const result = read([`Entry,${name},${one},${two}`, `7,${done},1,2`, `8,${open},2,3`, `9,${done},3,4`])
    expect(result.ok && result.leftOut).toEqual([{ row: 2, line: 3, why: 'unfinished' }])
  })

  it('is a row for each answer in whichever column the questions stand', () => {
    const people = ['s1', 's2', 's3'].flatMap((who) =>
      [one, two, questionnaire.items[2]!.id].map((id) => `Often,web,${who},2026-11-22,"${text(id)}"`),
    )
    const found = issues(['Response,Via,Screen name,Received at,Question', ...people])
    expect(found).toEqual([{ code: 'no-people', why: 'answers', line: 2 }])
  })

  it('is no line below the heading of a table in Markdown', () => {
    const result = read([
      `| Email | ${one} | ${two} |`,
      '|---|:---:|---|',
      '| a@x.org | 1 | 2 |',
      '| b@x.org | 2 | 3 |',
    ])
    expect(result.ok && [result.responses.length, result.leftOut, result.issues]).toEqual([2, [], []])
  })

  it('is a field of CommCare’s, behind full stops', () => {
    const heading = [one, two].map((id) => `form.gaps.${id.replaceAll('-', '_')}`)
    const result = read([`number,${heading}`, '70,1,2', '71,3,4'])
    expect(result.ok && result.responses.map(({ response }) => response.answers)).toEqual([
      { [one]: 1, [two]: 2 },
      { [one]: 3, [two]: 4 },
    ])
  })

  it('is a row that nobody can read, and no question, where words stand in one row alone', () => {
    const words = `Open ended,${['Multiple choice', 'Multiple choice']}`
    const result = read([`Email,${one},${two}`, words, 'a@x.org,1,2', 'b@x.org,2,3'])
    expect(result.ok && [result.responses.length, result.issues.map(({ line }) => line)]).toEqual([2, [2]])
  })
})
