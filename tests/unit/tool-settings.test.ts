import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import type { Mapping } from '../../src/core/files/mapping.ts'
import { readResponses, type ReadResponses } from '../../src/core/files/read-responses.ts'
import { mappingOf } from '../../src/core/files/table-draft.ts'
import { listedLanguages } from '../../src/ui/locales/index.ts'
import { vantageWords } from '../../src/ui/locales/vantage-words.ts'
import { questionnaire, texts } from '../fixtures/execution-gaps.ts'
import { LOCALES } from '../fixtures/locales.ts'
import { PEOPLE, type Person } from '../fixtures/survey-tables.ts'
import { TABLES_OF_BUILDERS } from '../fixtures/tables-of-builders.ts'
import { TABLES_OF_FIELD } from '../fixtures/tables-of-field.ts'
import { TABLES_OF_FORMS } from '../fixtures/tables-of-forms.ts'
import { TABLES_OF_ODD_HABITS } from '../fixtures/tables-of-odd-habits.ts'
import { TABLES_OF_RESEARCH } from '../fixtures/tables-of-research.ts'
import { fr, ids, type Rows } from '../fixtures/tool-cells.ts'

/*
 * What tools write in other settings than the fixtures have, after the same documentation: condensed and expanded, raw
 * and labelled, numeric and in words, in other languages, with the columns that quizzes, comments, timings and reviews add.
 */
const places = vantageWords(listedLanguages().map((language) => LOCALES[language].takeTexts))
const words = { ...places, texts: [texts, fr] }
const all = [
  ...TABLES_OF_FORMS,
  ...TABLES_OF_BUILDERS,
  ...TABLES_OF_RESEARCH,
  ...TABLES_OF_FIELD,
  ...TABLES_OF_ODD_HABITS,
]

const read = (text: string, mapping: Mapping | null = null) => readResponses(text, questionnaire, words, { mapping })

/** What is read wrong: answers that nobody gave, in a place that somebody does not sit, or of more people than there are. */
function wrongIn(result: ReadResponses, people: number): string[] {
  if (!result.ok) return []
  const said = result.responses.map(({ response }) => {
    const isHere = ({ vantage, answers }: Person) =>
      vantage === response.vantage &&
      Object.entries(response.answers).every(([id, answer]) => answers[id] === answer) &&
      Object.entries(answers).every(([id, answer]) => answer === 'cant-tell' || response.answers[id] === answer)
    return PEOPLE.some(isHere) ? '' : `${response.vantage} ${JSON.stringify(response.answers)}`
  })
  const amount = result.responses.length === people ? [] : [`${result.responses.length} people`]
  return [...said.filter((one) => one !== ''), ...amount]
}

const ASKED: ReadonlySet<string> = new Set([
  '0-4 scale words',
  'Airtable checked',
  'Airtable rating stars',
  'GF quiz',
  'Jotform table in a cell',
  'Kobo not approved',
  'Kobo select multiple columns',
  'Kobo values 99',
  'Lime answer codes AO',
  'Lime answer codes AO01',
  'Lime codes + text Y/N other',
  'Lime comments',
  'Lime de N/A "k. A."',
  'Lime dual scale',
  'Lime heading text truncated',
  'MS quiz',
  'MS quiz de',
  'ODK rejected',
  'Qualtrics loop two passes',
  'Qualtrics numeric',
  'Qualtrics numeric ids',
  'Qualtrics numeric, recoded -99',
  'Qualtrics with Other - Text',
  'Qualtrics with choice randomisation columns',
  'REDCap DAG export "Arm 1"',
  'REDCap checkbox ___',
  'REDCap other instrument fields',
  'REDCap raw & labels in alternate columns',
  'REDCap raw 99',
  'REDCap with repeat cols',
  'REDCap with unverified 1',
  'SM choice columns, joined heading',
  'SM condensed numeric',
  'SM expanded: a column for each choice',
  'SM expanded: choice columns 0/1',
  'SPSS labels 2nd row',
  'SPSS names q1..',
  'Stata .a .',
  'Tally checkbox columns',
  'True/False columns',
  'dates for steps',
  'decimals of averages',
  'long format',
  'percent 0 25 50',
  'reverse scale words mapped',
  'scale 1-7',
  'steps from 0',
  'transposed',
  'two language columns',
  'Qualtrics reversed',
  'SPSS recoded',
  'Recoded texts',
  'Inversé',
  'LimeSurvey comments beside',
  'SurveyJS rows',
  'Microsoft Forms ratings in words',
  'REDCap missing codes',
  'Cells: full-width digits',
  'Cells: Arabic digits',
  'Cells: of five',
  'Cells: out of five',
  'Cells: words, an equals sign and a step',
  'Cells: a step, an equals sign and words',
  'Cells: steps turned round beside words',
  'Cells: stars',
  'Cells: a full stop',
  'Cells: tags',
  'Cells: signs before',
  'Cells: zeros before',
  'Cells: exponents',
  'Cells: percent of the scale',
  'pandas: a column twice',
  'R: names of rows',
  'z-scores',
])

/** In these stand notes, each of which is named as a row that cannot be read. */
const NOTES: ReadonlyMap<string, number> = new Map([
  ['A note below', 2],
  ['units row under heading', 1],
])

describe('a survey tool in other settings', () => {
  it.each(all.filter(({ name }) => !ASKED.has(name)))('is read as it was answered: $name', ({ name, text, people }) => {
    const result = read(text)
    expect(result.issues).toHaveLength(NOTES.get(name) ?? 0)
    expect(wrongIn(result, people)).toEqual([])
  })

  it.each(all.filter(({ name }) => ASKED.has(name)))(
    'is asked about, and by no guess read wrong: $name',
    ({ text, people }) => {
      const result = read(text)
      expect(result.ok).toBe(false)
      const draft = result.ok ? undefined : result.draft
      if (draft) expect(wrongIn(read(text, mappingOf(draft, questionnaire.id)), people)).toEqual([])
    },
  )

  it('is tried in a hundred ways', () => {
    expect(all.length).toBeGreaterThanOrEqual(100)
    expect([...ASKED].filter((name) => !all.some((one) => one.name === name))).toEqual([])
  })
})

const byEmail = (rows: Rows) => Papa.unparse([['Email', 'Finished', ids[0]!], ...rows] as string[][])

describe('a table whose rows have one cell more than its heading', () => {
  const cells = (person: Person) => ids.map((id) => String(person.answers[id] ?? ''))
  const written = (behind: (row: string[], at: number) => string[]) =>
    [ids, ...PEOPLE.map((person, at) => behind(cells(person), at))].map((row) => row.join(';')).join('\n')

  it('is read where nothing stands in it', () => {
    const result = read(written((row) => [...row, '']))
    expect(result.ok && [result.responses.length, result.issues.length]).toEqual([5, 0])
  })

  it('is not read where names of rows move all answers to the next statement, as R writes them', () => {
    const result = read(written((row, at) => [String(at + 1), ...row]))
    expect(PEOPLE.some(({ answers }) => answers[ids.at(-1)!] === undefined)).toBe(true)
    expect(result.ok && [result.responses.length, new Set(result.issues.map(({ code }) => code))]).toEqual([
      0,
      new Set(['long']),
    ])
  })
})

describe('what a tool or a script says of its own columns and rows', () => {
  it('is guessed to be no answer where the steps of some statements were turned round', () => {
    const turned = ids.slice(0, 4)
    const headings = ids.map((id) => (turned.includes(id) ? `${texts.items[id]!.text} (reversed)` : id))
    const cells = ({ answers }: Person) =>
      ids.map((id) => {
        const step = answers[id]
        return typeof step === 'number' ? String(turned.includes(id) ? 6 - step : step) : ''
      })
    const text = Papa.unparse([['Email', ...headings], ...PEOPLE.map((one) => [one.email, ...cells(one)])])
    const asked = read(text)
    expect(asked.issues.map((issue) => 'isRecoded' in issue && issue.isRecoded)).toEqual(turned.map(() => true))
    const result = read(text, asked.ok || !asked.draft ? null : mappingOf(asked.draft, questionnaire.id))
    expect(result.ok && result.missing).toEqual(turned)
    expect(result.ok && result.responses.some(({ response }) => turned.some((id) => id in response.answers))).toBe(
      false,
    )
  })

  // Alchemer: apihelp.alchemer.com, "SurveyResponse Sub-Object" and "SurveyResponse Returned Fields v5".
  it('leaves out what Alchemer says is deleted or a test', () => {
    const rows = [
      ['1', 'Complete', '0', 'a@x.org', '3'],
      ['2', 'Deleted', '0', 'b@x.org', '3'],
      ['3', 'Complete', '1', 'c@x.org', '3'],
    ]
    const result = read(Papa.unparse([['id', 'status', 'is_test_data', 'email', ids[0]!], ...rows]))
    expect(result.ok && result.leftOut.map(({ line, why }) => [line, why])).toEqual([
      [3, 'deleted'],
      [4, 'test'],
    ])
  })
})

// soscisurvey.de, "Additional Variables in the Data Set"; EFS Survey, "Disposition Codes" and "Coding of missing values".
describe('a table of a tool whose columns are common words', () => {
  const people = (text: string) => {
    const result = read(text)
    if (!result.ok) return result.issues.map((issue) => [issue.code, 'cell' in issue ? issue.cell : ''])
    return [
      ...result.responses.map(({ persons, record, response }) => [...persons, record, response.answers[ids[0]!]]),
      ...result.leftOut.map(({ line, why }) => [line, why]),
    ]
  }
  const sosci = (rows: readonly string[][]) =>
    Papa.unparse([
      ['CASE', 'SERIAL', 'QUESTNNR', 'MODE', 'FINISHED', 'Q_VIEWER', ids[0]!, ids[1]!],
      ...rows.map((row) => [...row, '2']),
    ])
  const efs = (rows: readonly string[][]) =>
    Papa.unparse([['lfdn', 'tester', 'dispcode', 'lastpage', ids[0]!, ids[1]!], ...rows.map((row) => [...row, '2'])])

  it('is SoSci Survey’s: somebody who answered twice is one person, and tests, looks and what is unfinished are named', () => {
    const rows = [
      ['7', 'AB1', 'base', 'interview', '1', '0', '3'],
      ['8', 'AB2', 'base', 'interview', '1', '0', '-9'],
      ['9', 'AB1', 'base', 'interview', '1', '0', '4'],
      ['15', 'AB8', 'base', 'interview', '1', '0', '5'],
      ['16', 'AB9', 'base', 'interview', '1', '0', '5'],
      ['10', 'AB3', 'base', 'pretest', '1', '0', '3'],
      ['11', 'AB4', 'base', 'debug', '1', '0', '3'],
      ['12', 'AB5', 'base', 'interview', '0', '0', '3'],
      ['13', 'AB6', 'base', 'interview', '1', '1', '3'],
    ]
    expect(people(sosci(rows))).toEqual([
      ['participant:ab2', '8', undefined],
      ['participant:ab1', '9', 4],
      ['participant:ab8', '15', 5],
      ['participant:ab9', '16', 5],
      [2, 'earlier'],
      [7, 'test'],
      [8, 'test'],
      [9, 'unfinished'],
      [10, 'preview'],
    ])
    const strange = ['14', 'AB7', 'base', 'paper', '1', '0', '3']
    expect(people(sosci([...rows, strange]))).toEqual([['doubtful-status', 'paper']])
  })

  it('is EFS Survey’s: testers, who broke off and who was screened out are named, and other codes asked about', () => {
    const rows = [
      ['1', '0', '31', '900', '3'],
      ['2', '0', '32', '900', '-77'],
      ['3', '1', '31', '900', '3'],
      ['4', '0', '22', '700', '3'],
      ['5', '0', '37', '100', '3'],
    ]
    expect(people(efs(rows))).toEqual([
      ['1', 3],
      ['2', undefined],
      [4, 'test'],
      [5, 'unfinished'],
      [6, 'screened-out'],
    ])
    expect(people(efs([...rows, ['6', '0', '36', '100', '3']]))).toEqual([['doubtful-status', '36']])
  })

  it('is nobody’s where no other column says so', () => {
    const rows = [
      ['case one', 'a', 'test', '3'],
      ['case two', 'a', 'online', '4'],
    ]
    expect(people(Papa.unparse([['case', 'serial', 'mode', ids[0]!], ...rows]))).toEqual([
      [null, 3],
      [null, 4],
    ])
  })
})

describe('a mapping that is written from the guesses', () => {
  it('leaves out who did not finish, as before', () => {
    const text = byEmail([
      ['a@x.org', 'True', '99'],
      ['b@x.org', 'False', '2'],
      ['c@x.org', 'True', '3'],
    ])
    const asked = read(text)
    const mapping = asked.ok || !asked.draft ? null : mappingOf(asked.draft, questionnaire.id)
    expect(mapping?.columns.map(({ column }) => column)).toEqual(['Email', ids[0]])
    const result = read(text, mapping)
    expect(result.ok && result.leftOut.map(({ line, why }) => [line, why])).toEqual([[3, 'unfinished']])
  })
})
