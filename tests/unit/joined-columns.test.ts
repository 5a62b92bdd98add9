import { describe, expect, it } from 'vitest'
import { openTable } from '../../src/core/files/open-table.ts'
import { readTableFile } from '../../src/core/files/read-table-file.ts'
import type { ReadingChoices } from '../../src/core/files/read-heading.ts'
import { readResponses, TableReading } from '../../src/core/files/read-responses.ts'
import { mappingOf } from '../../src/core/files/table-draft.ts'
import { listedLanguages } from '../../src/ui/locales/index.ts'
import { vantageWords } from '../../src/ui/locales/vantage-words.ts'
import { questionnaire, texts } from '../fixtures/execution-gaps.ts'
import { LOCALES } from '../fixtures/locales.ts'
import { soundQuestionnaire } from '../fixtures/questionnaires.ts'
import { workbook } from '../fixtures/workbook.ts'

const places = vantageWords(listedLanguages().map((language) => LOCALES[language].takeTexts))
const [one, two] = questionnaire.items.map(({ id }) => id) as [string, string]
const { en, fr } = soundQuestionnaire('execution-gaps').texts
const words = { ...places, texts: [texts, fr!] }
const read = (lines: readonly string[], choices: ReadingChoices = {}) =>
  readResponses(lines.join('\n'), questionnaire, words, choices)

/** Reads a table by what is guessed of it, as somebody who agrees with every guess. */
function asGuessed(lines: readonly string[]) {
  const asked = read(lines)
  if (asked.ok || !asked.draft) throw new Error('nothing is asked')
  const mapping = mappingOf(asked.draft, questionnaire.id)
  return { asked, mapping, again: read(lines, { mapping }) }
}

const quoted = (...cells: readonly string[]) => cells.map((cell) => `"${cell}"`).join(',')
const heading = quoted('Email', ...[one, two].flatMap((id) => [en!.items[id]!.text, fr!.items[id]!.text]))
const given = (result: ReturnType<typeof read>) =>
  result.ok ? result.responses.map(({ response }) => [response.answers[one], response.answers[two]]) : result.issues

describe('two columns of one statement, each in a language', () => {
  const rows = ['a@x.org,1,,2,', 'b@x.org,,3,,4', 'c@x.org,5,5,,', 'd@x.org,,,,1']

  it('are asked about, and read as one where nobody has answered both otherwise', () => {
    const { asked, mapping, again } = asGuessed([heading, ...rows])
    expect(asked.ok ? [] : asked.issues).toEqual(
      [one, two]
        .toSorted()
        .map((column) => ({ code: 'twice', line: 1, column, numbers: column === one ? [2, 3] : [4, 5] })),
    )
    expect(!asked.ok && asked.draft?.columns.map(({ isDoubtful }) => isDoubtful)).toEqual([
      false,
      true,
      true,
      true,
      true,
    ])
    expect(mapping.columns.filter(({ is }) => is === 'statement')).toHaveLength(4)
    expect(given(again)).toEqual([
      [1, 2],
      [3, 4],
      [5, undefined],
      [undefined, 1],
    ])
  })

  it('leave a row out by name that has two answers', () => {
    const { mapping } = asGuessed([heading, ...rows])
    const result = read([heading, 'a@x.org,1,2,3,', 'b@x.org,cant-tell,je ne peux pas le dire,,4'], { mapping })
    expect(result.ok && result.issues).toEqual([
      expect.objectContaining({
        line: 2,
        code: 'cells',
        cells: [
          { code: 'differs', column: en!.items[one]!.text, value: '1', other: fr!.items[one]!.text, otherValue: '2' },
        ],
      }),
      expect.objectContaining({ line: 3 }),
    ])
    expect(
      given(
        read([heading, 'b@x.org,99,99,,4'], { mapping: { ...mapping, cells: [{ cell: '99', is: 'unanswered' }] } }),
      ),
    ).toEqual([[undefined, 4]])
  })

  it.each([
    ['somebody answered both otherwise', 'e@x.org,1,2,,'],
    ['one has something else than answers', 'e@x.org,,because,,'],
  ])('are not guessed to be one where %s', (_why, row) => {
    const asked = read([heading, ...rows, row])
    const mapped = asked.ok ? [] : (asked.draft?.columns ?? [])
    expect(mapped.map(({ meaning }) => meaning.is)).toEqual([
      'person',
      'statement',
      'nothing',
      'statement',
      'statement',
    ])
    expect(mapped.map(({ isDoubtful }) => isDoubtful)).toEqual([false, true, true, true, true])
  })

  it('are one by a mapping, whatever their headings say', () => {
    const mapping = {
      format: 'leadership-diagnostic-mapping',
      formatVersion: 1,
      questionnaire: questionnaire.id,
      columns: ['Q1', 'Q1 DE'].map((column, at) => ({
        column,
        number: at + 1,
        is: 'statement' as const,
        statement: one,
      })),
      cells: [],
      levels: [],
    } as const
    expect(
      given(
        read(['Q1,Q1 DE', '1,', ',2'], {
          mapping: { ...mapping, columns: [...mapping.columns], cells: [], levels: [] },
        }),
      ),
    ).toEqual([
      [1, undefined],
      [2, undefined],
    ])
  })
})

describe('a row that sums up the others', () => {
  const rows = ['a@x.org,1,2', 'b@x.org,3,4']
  const apart = (lines: readonly string[]) => {
    const result = read(lines)
    if (!result.ok) throw new Error(JSON.stringify(result.issues))
    return {
      left: result.leftOut.map(({ line, why }) => [line, why]),
      people: result.responses.length,
      issues: result.issues,
    }
  }

  it.each([
    'Average',
    'Mean',
    'Total',
    'TOTAL:',
    'Average score',
    'Average of all',
    'Count of responses',
    'Subtotal Paris',
    'n = 2',
    'Somme des réponses',
    'Mean (n = 12)',
    'Std. Dev.',
    'Grand Total',
    'Median',
    'Count',
    'N',
    'Moyenne',
    'Écart-type',
    'Total général',
    'Durchschnitt',
    'Mittelwert',
    'Gesamtergebnis',
    'Promedio',
    'Media',
    'Totale',
    'Gemiddelde',
    'Média',
    'Overall',
    'Group mean',
    'Heads Average',
    'Std. Deviation (n = 2)',
    'Moyenne générale',
    'Gesamtdurchschnitt',
    'x̄',
    'Weight',
    'Correct answer',
  ])('is nobody’s, and is named: %s', (word) => {
    expect(apart([`Email,${one},${two}`, ...rows, `${word},2,3`])).toEqual({
      left: [[4, 'summary']],
      people: 2,
      issues: [],
    })
    expect(apart([`Email,${one},${two}`, ...rows, `${word},2.4,3.2`])).toEqual({
      left: [[4, 'summary']],
      people: 2,
      issues: [],
    })
  })

  it('is one without a column of people, too, before everything else', () => {
    const named = [`When,vantage,${one},${two}`, '10:00,close,1,2', '10:01,close,3,4', 'Average,,2,3']
    expect(apart(named)).toEqual({ left: [[4, 'summary']], people: 2, issues: [] })
  })

  it.each([
    ['a department with such a name', [`Department,Email,${one}`, 'Total,a@x.org,1', 'Media,b@x.org,2']],
    ['a department alone', [`Department,${one}`, 'Media,1', 'Max,2']],
    ['a level', [`Email,vantage,${one}`, 'a@x.org,Total,1', 'b@x.org,Total,1']],
    ['a reference with the word in it', [`ExternalReference,${one}`, 'Meaning,1', 'Averages Ltd,2']],
  ])('is not somebody of %s', (_what, lines) => {
    const result = readResponses(lines.join('\n'), questionnaire, { ...words, vantages: { close: ['Total'] } })
    expect(result.ok && [result.responses.length, result.leftOut]).toEqual([2, []])
  })
})

describe('a workbook with a codebook beside its responses', () => {
  async function* bytesOf(bytes: Uint8Array) {
    yield bytes
  }
  const readBook = (sheets: Parameters<typeof workbook>[0]) =>
    readTableFile(bytesOf(workbook(sheets)), new TableReading(questionnaire, words))
  const responses = [
    ['Email', one, two],
    ['a@x.org', '1', '2'],
    ['b@x.org', '3', '4'],
  ]
  const codebook = [['Code', 'Statement', 'Values'], ...[one, two].map((id) => [id, en!.items[id]!.text, '1-5'])]

  it('is read, wherever the codebook stands', async () => {
    const sheets = [
      ['Codebook', codebook],
      ['Responses', responses],
      ['Notes', [['a'], ['b']]],
    ] as const
    for (const all of [sheets, sheets.toReversed()])
      expect(given(await readBook(all))).toEqual([
        [1, 2],
        [3, 4],
      ])
  })

  it('is asked for the one with the responses where two have statements beside each other', async () => {
    const asked = await readBook([
      ['May', responses],
      ['June', responses],
      ['Codebook', codebook],
    ])
    expect(asked.ok ? [] : asked.issues).toEqual([{ code: 'several-tables', names: ['May', 'June', 'Codebook'] }])
    expect(
      (
        await openTable(
          workbook([
            ['May', responses],
            ['June', responses],
          ]),
        )
      ).ok,
    ).toBe(false)
  })
})
