import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { readResponses, type ReadResponses } from '../../src/core/files/read-responses.ts'
import { listedLanguages } from '../../src/ui/locales/index.ts'
import { vantageWords } from '../../src/ui/locales/vantage-words.ts'
import { questionnaire, texts } from '../fixtures/execution-gaps.ts'
import { LOCALES } from '../fixtures/locales.ts'
import { PEOPLE, type Person } from '../fixtures/survey-tables.ts'

const places = vantageWords(listedLanguages().map((language) => LOCALES[language].takeTexts))
const ids = questionnaire.items.map(({ id }) => id)
const statements = ids.map((id) => texts.items[id]!.text)
const question = LOCALES.en.takeTexts.vantage.legend

/** A row, written in parts so that each fits a line. */
const joined = (...parts: readonly (readonly string[])[]): string[] => parts.flat()

/** The code of a question as LimeSurvey allows it. */
const limeCode = (id: string) => id.replaceAll('-', '').slice(0, 20)

const answersOf = ({ answers }: Person) => ids.map((id) => String(answers[id] ?? ''))
const csv = (rows: readonly (readonly string[])[], delimiter = ',') => Papa.unparse(rows as string[][], { delimiter })
const read = (text: string) => readResponses(text, questionnaire, { ...places, texts: [texts] })

/** Who is read, by the number in the address or the token, where they sit, and how many answers are theirs. */
function readPeople(result: ReadResponses) {
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.responses.map(({ persons, response }) => {
    const person = Number(/\d/.exec(persons[0] ?? '')?.[0] ?? -1)
    expect(response.answers).toEqual(PEOPLE[person]?.answers)
    return { person, vantage: response.vantage }
  })
}
const everybody = PEOPLE.map(({ vantage }, person) => ({ person, vantage }))
const leftOut = (result: ReadResponses) => (result.ok ? result.leftOut.map(({ line, why }) => [line, why]) : null)

/** Two more rows than people: somebody who did not finish, and the first person once more. */
const withTwoMore = <Row>(rowOf: (person: Person, at: number, isFinished: boolean) => Row): Row[] => [
  ...PEOPLE.map((person, at) => rowOf(person, at, true)),
  rowOf(PEOPLE[1]!, 7, false),
  rowOf(PEOPLE[0]!, 0, true),
]

describe('LimeSurvey’s “question code and text”', () => {
  // Writer.php of LimeSurvey 3 to 6 writes code, separator and text of its own columns, too.
  const OWN = [
    ['id', 'Response ID'],
    ['submitdate', 'Date submitted'],
    ['lastpage', 'Last page'],
    ['startlanguage', 'Start language'],
    ['seed', 'Seed'],
    ['token', 'Access code'],
    ['vantage', question],
  ] as const
  const rows = withTwoMore(({ ...person }, at, isFinished) =>
    joined(
      [String(at + 1), isFinished ? '2026-11-22 10:05:00' : '', '4', 'en', '77', `token ${at}`, person.vantage],
      answersOf(person),
    ),
  )

  it.each(['. ', ': ', ' - ', ' ', '|', '_'])(
    'says who somebody is, where they sit and who finished, by “%s”',
    (sign) => {
      const heading = [
        ...OWN.map((own) => own.join(sign)),
        ...ids.map((id, at) => `${limeCode(id)}${sign}${statements[at]}`),
      ]
      const result = read(csv([heading, ...rows], ';'))
      expect(leftOut(result)).toEqual([
        [2, 'earlier'],
        [7, 'unfinished'],
      ])
      expect(readPeople(result)).toEqual([...everybody.slice(1), everybody[0]])
    },
  )

  it('is read in a language of the tool that is not known here', () => {
    const foreign = OWN.map(([code], at) => `${code}. ${code === 'vantage' ? question : `Sana ${at}`}`)
    const result = read(csv([[...foreign, ...ids.map((id, at) => `${limeCode(id)}. ${statements[at]}`)], ...rows], ';'))
    expect(readPeople(result)).toEqual([...everybody.slice(1), everybody[0]])
  })
})

describe('an interface in another language', () => {
  it.each([
    ['de', ['Antwort ID', 'Datum Abgeschickt', 'Letzte Seite', 'Zugangscode']],
    ['fr', ['ID de la réponse', 'Date de soumission', 'Dernière page', 'Code d’accès']],
    ['es', ['ID de respuesta', 'Fecha de envío', 'Última página', 'Código de acceso']],
    ['it', ['ID risposta', 'Data di invio', 'Ultima pagina', 'Codice di accesso']],
    ['nl', ['Antwoord ID', 'Datum ingediend', 'Laatste pagina', 'Toegangscode']],
    ['pt', ['ID da resposta', 'Data de envio', 'Última página', 'Código de acesso']],
  ])('of LimeSurvey says the same: %s', (_language, own) => {
    const rows = withTwoMore((person, at, isFinished) =>
      joined([String(at + 1), isFinished ? '2026-11-22' : '', '4', `token ${at}`, person.vantage], answersOf(person)),
    )
    const result = read(csv([[...own, 'vantage', ...statements], ...rows], ';'))
    expect(leftOut(result)).toEqual([
      [2, 'earlier'],
      [7, 'unfinished'],
    ])
    expect(readPeople(result)).toHaveLength(PEOPLE.length)
  })

  it.each([
    'E-Mail-Adresse',
    'Dirección de correo electrónico',
    'Indirizzo email',
    'E-mailadres',
    'Endereço de e-mail',
  ])('of Google Forms knows the address as one: %s', (address) => {
    const rows = withTwoMore((person, at) => [`p${at}@example.org`, person.vantage, ...answersOf(person)])
    const result = read(csv([[address, 'vantage', ...statements], ...rows]))
    expect(leftOut(result)).toEqual([[2, 'earlier']])
    expect(result.ok && result.responses.every(({ persons }) => persons[0]?.startsWith('email:'))).toBe(true)
  })

  it('of Qualtrics marks previews and who did not finish in its words', () => {
    const rows = withTwoMore((person, at, isFinished) =>
      joined(
        [at === 7 ? 'Umfragevorschau' : 'IP-Adresse', isFinished ? 'Wahr' : 'Falsch', `p${at}@example.org`],
        [person.vantage, ...answersOf(person)],
      ),
    )
    const result = read(csv([['Status', 'Finished', 'RecipientEmail', 'vantage', ...ids], ...rows]))
    expect(leftOut(result)).toEqual([
      [2, 'earlier'],
      [7, 'preview'],
    ])
  })
})

describe('a heading of several rows', () => {
  // Legacy exporter of Qualtrics, until 2018: codes above names.
  it('says what it says in its second row, too, as in older exports of Qualtrics', () => {
    const codes = ['V1', 'V2', 'V5', 'V7', 'V10', 'Q0', ...ids.map((_id, at) => `Q1_${at + 1}`)]
    const names = ['ResponseID', 'ResponseSet', 'EmailAddress', 'Status', 'Finished', question, ...statements]
    const rows = withTwoMore((person, at, isFinished) =>
      joined(
        [`R_${at}`, 'Default Response Set', `p${at}@example.org`, '0', isFinished ? '1' : '0', person.vantage],
        answersOf(person),
      ),
    )
    const preview = ['R_9', 'Default Response Set', '', '1', '1', 'close', ...answersOf(PEOPLE[2]!)]
    const result = read(csv([codes, names, ...rows, preview]))
    expect(leftOut(result)).toEqual([
      [3, 'earlier'],
      [8, 'unfinished'],
      [10, 'preview'],
    ])
    expect(readPeople(result)).toEqual([...everybody.slice(1), everybody[0]])
    expect(result.ok && result.responses.every(({ persons }) => persons[0]?.startsWith('email:'))).toBe(true)
  })

  it('is not taken for one where people answer “Response” to something else', () => {
    const rows = PEOPLE.map((person, at) => [`p${at}@example.org`, 'Response', person.vantage, ...answersOf(person)])
    expect(readPeople(read(csv([['Email', 'Channel', 'vantage', ...ids], ...rows])))).toEqual(everybody)
    const nameless = rows.map(([, ...others]) => others)
    const alone = read(csv([['Channel', 'vantage', ...ids], ...nameless.map((row) => ['x', ...row.slice(1)])]))
    expect(alone.ok && alone.responses.length).toBe(PEOPLE.length)
  })

  it.each(['Response', 'Réponse', 'Antwort', 'Respuesta', 'Risposta', 'Reactie', 'Resposta'])(
    'goes on below questions with “%s”, as SurveyMonkey writes it',
    (word) => {
      const rows = PEOPLE.map((person, at) => [`118${at}`, `p${at}@example.org`, person.vantage, ...answersOf(person)])
      const heading = ['Respondent ID', 'Email Address', question, ...statements]
      const result = read(csv([heading, ['', '', ...[question, ...ids].map(() => word)], ...rows]))
      expect(readPeople(result)).toEqual(everybody)
    },
  )
})

describe('the question where people sit', () => {
  it.each([
    ['with a number', `3. ${question}`],
    ['with the number of a tool', `Q3: ${question}`],
    ['in tags', `<p>${question}</p>`],
    ['with a star', `${question} *`],
    ['with underscores', question.replaceAll(' ', '_')],
  ])('is known %s', (_how, heading) => {
    const rows = PEOPLE.map((person, at) => [`p${at}@example.org`, person.vantage, ...answersOf(person)])
    expect(readPeople(read(csv([['Email', heading, ...ids], ...rows])))).toEqual(everybody)
  })
})

describe('forms in REDCap', () => {
  const rows = withTwoMore((person, at, isFinished) =>
    joined(
      [String(at), `p${at}@example.org`, isFinished ? '2026-11-22' : '[not completed]', person.vantage],
      [...answersOf(person), isFinished ? 'Complete' : ''],
    ),
  )
  const heading = ['Record ID', 'Survey Identifier', 'Survey Timestamp', 'vantage', ...statements, 'Complete?']

  it('are unfinished where their status is empty or their survey is open, with labels, too', () => {
    const result = read(csv([heading, ...rows]))
    expect(leftOut(result)).toEqual([
      [2, 'earlier'],
      [7, 'unfinished'],
    ])
    const stamped = read(csv([heading, ...rows].map((row) => row.slice(0, -1))))
    expect(leftOut(stamped)).toEqual(leftOut(result))
  })

  it('count where another form, without a statement, is not begun', () => {
    const more = [heading, ...rows].map((row, at) => ['', ...row, at === 0 ? 'Complete?' : 'Incomplete'])
    expect(leftOut(read(csv(more)))).toEqual([
      [2, 'earlier'],
      [7, 'unfinished'],
    ])
  })
})

describe('what reviewers thought of a submission', () => {
  const [id = ''] = ids

  it.each([
    ['_validation_status', 'Not Approved', 'Approved'],
    ['_validation_status', 'validation_status_on_hold', ''],
    ['ReviewState', 'rejected', 'edited'],
  ])('is asked about unless it is good: %s, %s', (heading, bad, good) => {
    const rows = [
      ['Email', id, heading],
      ['a@x.org', '1', good],
      ['b@x.org', '2', bad],
    ]
    const result = read(csv(rows))
    expect(result.ok ? [] : result.issues).toMatchObject([{ code: 'doubtful-status', line: 3, cell: bad }])
    expect(read(csv(rows.slice(0, 2))).ok).toBe(true)
  })
})

describe('a column for each answer', () => {
  const [one = ''] = ids
  const words = Object.values(texts.scales[questionnaire.items[0]!.scale]!.options)
  const joinedNames = words.map((word) => `${texts.items[one]!.text} - ${word}`)

  it('is refused by name, in one heading row or two, unless another has the answer', () => {
    const chosen = ['a@x.org', ...words.map((_word, at) => (at === 1 ? '1' : ''))]
    const first = { code: 'choice-column', line: 1, number: 2 }
    const wide = read(csv([['Email', ...joinedNames], chosen]))
    expect(wide.ok ? [] : wide.issues).toMatchObject([{ ...first, column: joinedNames[0] }])
    const above = ['Email', ...words.map((_word, at) => (at === 0 ? texts.items[one]!.text : '')), question]
    const tall = read(csv([above, ['', ...words, 'Response'], [...chosen, 'close']]))
    expect(tall.ok ? [] : tall.issues).toMatchObject([{ ...first, column: texts.items[one]!.text }])
    const beside = read(
      csv([
        ['Email', ...joinedNames, texts.items[one]!.text],
        [...chosen, words[1]!],
      ]),
    )
    expect(beside.ok ? [] : beside.issues).toEqual([
      { code: 'twice', line: 1, column: one, numbers: [2, 3, 4, 5, 6, 7] },
    ])
  })
})
