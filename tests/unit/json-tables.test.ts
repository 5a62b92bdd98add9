import { describe, expect, it } from 'vitest'
import { textPieces } from '../../src/core/files/decode-text.ts'
import { readTableFile } from '../../src/core/files/read-table-file.ts'
import { TableReading, type ReadResponses } from '../../src/core/files/read-responses.ts'
import { listedLanguages } from '../../src/ui/locales/index.ts'
import { vantageWords } from '../../src/ui/locales/vantage-words.ts'
import { questionnaire, texts } from '../fixtures/execution-gaps.ts'
import { LOCALES } from '../fixtures/locales.ts'
import { PEOPLE } from '../fixtures/survey-tables.ts'

const places = vantageWords(listedLanguages().map((language) => LOCALES[language].takeTexts))
const ids = questionnaire.items.map(({ id }) => id)
const [one, two] = ids as [string, string]
const statement = (id: string) => texts.items[id]!.text

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size)
}

const readBytes = (bytes: Uint8Array, size = 1000): Promise<ReadResponses> =>
  readTableFile(inPieces(bytes, size), new TableReading(questionnaire, { ...places, texts: [texts] }))
const read = (content: unknown, indent?: number) =>
  readBytes(new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content, null, indent)))

async function issuesOf(content: unknown) {
  const result = await read(content)
  return result.ok ? result.issues : result.issues
}
async function peopleIn(content: unknown, indent?: number) {
  const result = await read(content, indent)
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.responses.map(({ persons, response }) => ({
    email: persons[0]?.replace('email:', ''),
    vantage: response.vantage,
    answers: response.answers,
  }))
}

const everybody = PEOPLE.map(({ email, vantage, answers }) => ({ email, vantage, answers }))
const flat = PEOPLE.map(({ email, vantage, answers }) => ({ email, vantage, ...answers }))

describe('JSON of a survey tool', () => {
  it.each([
    ['a list', flat],
    ['a list in an object', { responses: flat }],
    ['a list two objects deep', { data: { count: 5, results: flat } }],
    ['a list of rows below their heading', [['email', 'vantage', ...ids], ...PEOPLE.map(rowOf)]],
    // Google's Sheets API, "ValueRange"; pandas, "DataFrame.to_json", split and columns.
    ['such a list in an object', { range: 'A1:Z9', values: [['email', 'vantage', ...ids], ...PEOPLE.map(rowOf)] }],
    ['rows with their heading beside them', { columns: ['email', 'vantage', ...ids], data: PEOPLE.map(rowOf) }],
    [
      'columns with a cell for each row',
      Object.fromEntries(
        ['email', 'vantage', ...ids].map((name, at) => [
          name,
          Object.fromEntries(PEOPLE.map((person, row) => [row, rowOf(person)[at]])),
        ]),
      ),
    ],
    ['a record on each line', flat.map((record) => JSON.stringify(record)).join('\r\n')],
    // LimeSurvey until version 4: each record behind its number.
    ['records behind their numbers', { responses: flat.map((record, at) => ({ [String(at + 1)]: record })) }],
    // SurveyJS: what a matrix asks is one level deeper.
    ['answers in a matrix', PEOPLE.map(({ email, vantage, answers }) => ({ email, vantage, gaps: answers }))],
    // SurveyJS: a checkbox with one choice, as some forms ask on a scale.
    ['each answer in a list of one', PEOPLE.map(listed)],
    // Airtable's web API: https://airtable.com/developers/web/api/list-records
    [
      'fields beside the tool’s own',
      { records: flat.map((fields, at) => ({ id: `rec${at}`, createdTime: 'x', fields })) },
    ],
    // ODK Central's OData feed: groups are objects.
    ['groups', { value: flat.map((gaps, at) => ({ __id: `uuid:${at}`, __system: { submissionDate: 'x' }, gaps })) }],
  ])('is read: %s', async (_how, content) => expect(await peopleIn(content)).toEqual(everybody))

  it('is read with the words that Qualtrics writes beside its codes, and knows who did not finish', async () => {
    const responses = PEOPLE.map(({ email, vantage, answers }, at) => ({
      responseId: `R_${at}`,
      values: {
        finished: 1,
        status: 0,
        recipientEmail: email,
        vantage: 7,
        ...Object.fromEntries(ids.map((id) => [id, 9])),
      },
      labels: {
        finished: at === 4 ? 'False' : 'True',
        status: 'IP Address',
        vantage,
        ...Object.fromEntries(ids.map((id) => [id, answers[id] ?? ''])),
      },
      displayedFields: ids,
      displayedValues: { vantage: [1, 2, 3] },
    }))
    expect(await peopleIn({ responses })).toEqual(everybody.slice(0, 4))
  })

  // KoboToolbox, API v2: https://support.kobotoolbox.org/api.html
  it('is asked about where a reviewer has not approved of it', async () => {
    const reviewed = (label: string) => ({ timestamp: 1, uid: `validation_status_${label}`, by_whom: 'x', label })
    const results = flat.map((record, at) => ({
      ...record,
      _id: at,
      _validation_status: at === 2 ? reviewed('Not Approved') : {},
    }))
    expect(await issuesOf({ count: 5, results })).toMatchObject([
      { code: 'doubtful-status', cell: 'Not Approved', column: '_validation_status' },
    ])
    const good = results.map((record, at) => ({ ...record, _validation_status: at === 2 ? reviewed('Approved') : {} }))
    expect(await peopleIn({ count: 5, results: good })).toEqual(everybody)
  })

  it('is one person’s where it is one record', async () =>
    expect(await peopleIn({ email: 'p0@example.org', vantage: 'senior', gaps: PEOPLE[0]!.answers })).toEqual(
      everybody.slice(0, 1),
    ))

  it('keeps two matrices apart whose rows have the same names', async () => {
    const result = await read([
      { now: { [one]: 1, [two]: 1 }, before: { [one]: 2 } },
      { before: { [one]: 3, [two]: 3 } },
    ])
    expect(result.ok ? [] : result.issues).toEqual(
      [one, two]
        .toSorted()
        .map((column) => ({ code: 'twice', line: 1, column, numbers: column === one ? [1, 3] : [2, 4] })),
    )
  })

  function rowOf({ email, vantage, answers }: (typeof PEOPLE)[number]) {
    return [email, vantage, ...ids.map((id) => answers[id] ?? null)]
  }
  function listed({ email, vantage, answers }: (typeof PEOPLE)[number]) {
    return { email, vantage, ...Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, [answer]])) }
  }
})

describe('what is wrong in JSON', () => {
  const records = [
    { email: 'a@x.org', [one]: 1 },
    { email: 'b@x.org', note: '}, {"\\"\n', [one]: 1 },
    { email: 'c@x.org', [one]: 'perhaps' },
  ]

  it('is named by the line that the record begins on', async () => {
    const text = `\ufeff\n${JSON.stringify({ survey: [], responses: records }, null, 2)}`
    const line = text.split('\n').findIndex((own) => own.includes('c@x.org'))
    expect(await issuesOf(text)).toMatchObject([{ code: 'cells', row: 3, line }])
    expect(await issuesOf(text.replaceAll('\n', '\r\n'))).toMatchObject([{ line }])
  })

  it('is named by the character, too, where several records stand on one line', async () => {
    const text = JSON.stringify(records)
    const character = text.indexOf('{"email":"c@x.org"') + 1
    expect(await issuesOf(text)).toEqual([expect.objectContaining({ line: 1, character })])
    expect(text[character - 1]).toBe('{')
  })

  it('is named by its own line where each has a record', async () => {
    const text = `\n${records.map((record) => JSON.stringify(record)).join('\n\n')}\n`
    const [issue] = await issuesOf(text)
    expect(issue).toMatchObject({ line: 6 })
    expect(issue).not.toHaveProperty('character')
  })

  it.each([
    ['cut off', '{"responses": [\n{"a": 1},\n{"a": ', { code: 'broken-json', line: 3 }],
    ['a comma too few', '[{"a": 1}\n{"a": 2}]', { code: 'broken-json', line: 1 }],
    [
      'several lists',
      { questions: [{ id: 1 }], responses: [{ [one]: 1 }] },
      { code: 'several-tables', names: ['questions', 'responses'] },
    ],
    ['no list', { responses: [] }, { code: 'no-items', line: 1, example: one }],
    ['an empty list', [], { code: 'no-records', line: 1, names: [] }],
    // Typeform's Responses API: https://www.typeform.com/developers/responses/
    [
      'answers in lists',
      { items: [{ token: 'x', answers: [{ field: { ref: one }, choice: { label: 'Often' } }] }] },
      { code: 'no-records', line: 1, names: ['answers'] },
    ],
    [
      'answers two levels deep',
      [{ 3: { gaps: { [one]: 2 }, lens: { [two]: 1 } }, id: 1 }],
      { code: 'no-records', line: 1, names: ['3.gaps', '3.lens'] },
    ],
  ])('is said: %s', async (_what, content, issue) => expect(await issuesOf(content)).toEqual([issue]))

  it('is an answer that is none where two were chosen, and never an answer that was not given', async () => {
    expect(await issuesOf([{ [one]: [1, 2], [two]: 2 }])).toMatchObject([{ code: 'cells', cells: [{ value: '1, 2' }] }])
  })

  it('is not that of a file of the diagnostic’s own', async () => {
    const own = { format: 'leadership-diagnostic-response', vantage: 'close', answers: { [one]: 1 } }
    expect(await issuesOf(own)).toEqual([{ code: 'no-records', line: 1, names: [] }])
  })
})

describe('bytes that are no text', () => {
  const csv = `email,${one}\nbén@x.org,1\ncem@x.org,2\n`
  const inBytes = new TextEncoder().encode(csv)

  it.each([1, 2, 3, 7, 1000])('are named by line and byte, in pieces of %i', async (size) => {
    const latin = Uint8Array.from([...csv.replace('cem', 'çem')].map((letter) => letter.charCodeAt(0)))
    const utf8First = new Uint8Array([...inBytes.slice(0, csv.indexOf('cem') + 1), ...latin.slice(csv.indexOf('cem'))])
    const result = await readBytes(utf8First, size)
    expect(result.ok ? [] : result.issues).toEqual([{ code: 'encoding', line: 3, byte: 0xe7 }])
  })

  it('are an end in the middle of a character', async () => {
    const result = await readBytes(inBytes.slice(0, csv.indexOf('é') + 1))
    expect(result.ok ? [] : result.issues).toEqual([{ code: 'encoding', line: 2, byte: null }])
  })

  it.each([
    ['a lead byte alone', [0xc3, 0x41], 0xc3],
    ['too long for its character', [0xc0, 0xaf], 0xc0],
    ['half of a pair', [0xed, 0xa0, 0x80], 0xed],
    ['beyond all characters', [0xf4, 0x90, 0x80, 0x80], 0xf4],
    ['a continuation alone', [0x80], 0x80],
  ])('are found: %s', (_what, bytes, byte) => {
    const decoded = textPieces()(Uint8Array.from([0x61, 0x0d, 0x0a, 0x0d, ...bytes, 0x61, 0x61, 0x61]))
    expect(decoded).toEqual({ ok: false, issue: { code: 'encoding', line: 3, byte } })
  })

  it('are named by line in UTF-16', () => {
    const units = Buffer.from('\ufeffa\nb\ud83d\nc', 'utf16le')
    expect(textPieces()(units)).toEqual({ ok: false, issue: { code: 'encoding', line: 2, byte: null } })
  })
})

it('knows a statement’s text in JSON, too', async () => {
  expect(await peopleIn([{ 'E-mail': 'p0@example.org', [statement(one)]: 2 }])).toMatchObject([
    { answers: { [one]: 2 } },
  ])
})
