import { describe, expect, it } from 'vitest'
import { readMapping, writeMapping } from '../../src/core/files/mapping.ts'
import { readResponses, TableReading } from '../../src/core/files/read-responses.ts'
import { mappingOf } from '../../src/core/files/table-draft.ts'
import { listedLanguages } from '../../src/ui/locales/index.ts'
import { vantageWords } from '../../src/ui/locales/vantage-words.ts'
import { questionnaire, texts } from '../fixtures/execution-gaps.ts'
import { LOCALES } from '../fixtures/locales.ts'
import { PEOPLE } from '../fixtures/survey-tables.ts'

const places = vantageWords(listedLanguages().map((language) => LOCALES[language].takeTexts))
const words = { ...places, texts: [texts] }
const ids = questionnaire.items.map(({ id }) => id)
const statement = (id: string) => texts.items[id]!.text
const option = (id: string, step: number) => {
  const { scale } = questionnaire.items.find((item) => item.id === id)!
  return texts.scales[scale]!.options[questionnaire.scales[scale]!.options[step - 1]!]!
}
const answer = (person: number, id: string) => String(PEOPLE[person]!.answers[id] ?? '')
const tabs = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join('\t')).join('\n')
const answers = (label: (id: string) => readonly string[]) =>
  ids.map((id) => [...label(id), ...PEOPLE.map((_, person) => answer(person, id))])
const read = (text: string, mapping = null as never) => readResponses(text, questionnaire, words, { mapping })

const codesOf = (text: string) => {
  const result = read(text)
  return result.ok ? [] : result.issues.map(({ code }) => code)
}

/** Reads a table by what is guessed of it, as somebody who agrees with every guess, through the file of the mapping. */
function readAsGuessed(text: string) {
  const result = read(text)
  if (result.ok || !result.draft) throw new Error(`nothing is asked: ${JSON.stringify(result)}`)
  const mapping = readMapping(writeMapping(mappingOf(result.draft, questionnaire.id)), questionnaire.id)
  const again = read(text, (mapping.ok && mapping.mapping) as never)
  if (!again.ok) throw new Error(JSON.stringify(again.issues))
  return again
}

const everybody = PEOPLE.map((person) => person.answers)
const answersIn = (text: string) => readAsGuessed(text).responses.map(({ response }) => response.answers)

const header = (label: string) => [label, ...PEOPLE.map(({ email }) => email)]
const TABLES: Readonly<Record<string, string>> = {
  'ids, with addresses above': tabs([header('email'), ...answers((id) => [id])]),
  'texts, with names above': tabs([header('Statement'), ...answers((id) => [statement(id)])]),
  'an empty corner': tabs([header(''), ...answers((id) => [statement(id)])]),
  'numbers before the texts': tabs([
    ['No.', 'Statement', ...header('').slice(1)],
    ...answers((id) => [String(ids.indexOf(id) + 1), statement(id)]),
  ]),
  'ids and texts': tabs([['id', 'Statement', ...header('').slice(1)], ...answers((id) => [id, statement(id)])]),
  'titles above': tabs([['Responses, 22 November'], [''], header('Question'), ...answers((id) => [statement(id)])]),
  'names of groups between': tabs([header('Item'), ['Signal loss'], ...answers((id) => [statement(id)])]),
  'nothing above': tabs(answers((id) => [id])),
  words: tabs([
    header('Statement'),
    ...ids.map((id) => [
      statement(id),
      ...PEOPLE.map(({ answers: own }) => (typeof own[id] === 'number' ? option(id, own[id]) : (own[id] ?? ''))),
    ]),
  ]),
}

describe('a table on its side', () => {
  it.each(Object.keys(TABLES))('is asked about, and read turned round: %s', (name) => {
    expect(codesOf(TABLES[name]!)).toEqual(['turned'])
    expect(answersIn(TABLES[name]!)).toEqual(everybody)
  })

  it('says who somebody is and where they sit in rows of their own', () => {
    const table = tabs([
      ['ResponseId', ...PEOPLE.map((_, at) => `R_${at}`)],
      ['Email', ...PEOPLE.map(({ email }) => email)],
      ['vantage', ...PEOPLE.map(({ vantage }) => vantage)],
      ...answers((id) => [id]),
    ])
    const { responses } = readAsGuessed(table)
    expect(responses.map(({ response }) => response.vantage)).toEqual(PEOPLE.map(({ vantage }) => vantage))
    expect(responses[1]?.persons).toEqual([`email:${PEOPLE[1]!.email}`])
  })

  it('guesses that names above the answers are people, of whom nobody counts twice, and names columns as lines', () => {
    const twice = tabs([
      ['Statement', 'Ann', 'Ben', 'Ann'],
      ...ids.map((id) => [id, answer(0, id), answer(1, id), answer(2, id)]),
    ])
    const result = readAsGuessed(twice)
    expect(result.responses.map(({ persons, line }) => [persons, line])).toEqual([
      [['participant:ben'], 3],
      [['participant:ann'], 4],
    ])
    expect(result.leftOut).toEqual([{ row: 1, line: 2, why: 'earlier', by: 4 }])
  })

  it('marks the guess of who is who as doubtful, and no statement', () => {
    const result = read(TABLES['texts, with names above']!)
    const draft = result.ok ? undefined : result.draft
    expect(
      draft?.columns.filter(({ isDoubtful }) => isDoubtful).map(({ number, meaning }) => [number, meaning.is]),
    ).toEqual([[1, 'person']])
    expect(draft?.isTurned).toBe(true)
  })

  it('is known where it comes in pieces, and longer than what a heading is looked for in', () => {
    const people = Array.from({ length: 4_000 }, (_, at) => at)
    const long = tabs([
      ['token', ...people.map((at) => `invitation-${'x'.repeat(250)}-${at}`)],
      ...ids.map((id) => [id, ...people.map((at) => answer(at % 5, id))]),
    ])
    expect(long.length).toBeGreaterThan(1024 * 1024)
    const reading = new TableReading(questionnaire, words, {
      mapping: {
        format: 'leadership-diagnostic-mapping',
        formatVersion: 1,
        questionnaire: 'execution-gaps',
        columns: [],
        cells: [],
        levels: [],
        turned: true,
      },
    })
    for (let at = 0; at < long.length; at += 300_000) reading.push(long.slice(at, at + 300_000))
    const result = reading.finish()
    expect(result.ok && result.responses.length).toBe(people.length)
  })

  it('leaves averages beside the people out', () => {
    const rows = ids.map((id) => {
      const steps = PEOPLE.flatMap(({ answers: own }) => (typeof own[id] === 'number' ? [own[id]] : []))
      const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length
      return [id, ...PEOPLE.map((_, person) => answer(person, id)), mean.toFixed(2)]
    })
    const labelled = readAsGuessed(tabs([[...header('email'), 'Average'], ...rows]))
    expect([labelled.responses.length, labelled.leftOut.map(({ why }) => why)]).toEqual([5, ['summary']])
    const bare = readAsGuessed(tabs([[...header('email'), ''], ...rows]))
    expect([bare.responses.length, bare.leftOut.map(({ why }) => why)]).toEqual([5, ['summary']])
  })
})

describe('a table with a row for each statement and nobody’s answers', () => {
  it.each([
    [
      'how often each answer was given',
      [
        ['Statement', 'Never', 'Rarely', 'Sometimes', 'Often', 'Always'],
        ...ids.map((id) => [statement(id), '1', '2', '0', '4', '5']),
      ],
    ],
    ['averages', [['Statement', 'Mean', 'SD', 'N'], ...ids.map((id) => [statement(id), '3.21', '1.02', '12'])]],
    [
      'REDCap’s data dictionary',
      [
        ['Variable / Field Name', 'Form Name', 'Field Type', 'Field Label'],
        ...ids.map((id) => [id.replaceAll('-', '_'), 'gaps', 'radio', statement(id)]),
      ],
    ],
    ['what --ids prints', ids.map((id) => [id, statement(id)])],
  ])('is told so: %s', (_what, rows) => {
    const result = read(tabs(rows))
    expect(result.ok ? [] : result.issues.map((issue) => [issue.code, 'why' in issue ? issue.why : ''])).toEqual([
      ['no-people', 'together'],
    ])
  })

  it('is told of a row for each answer, too', () => {
    const rows = PEOPLE.flatMap(({ email }, person) => ids.map((id) => [email, id, answer(person, id)]))
    const result = read(tabs([['email', 'statement', 'answer'], ...rows]))
    expect(result.ok ? [] : result.issues).toEqual([{ code: 'no-people', why: 'answers', line: 2 }])
  })

  it.each([
    [
      'a table of one statement',
      [
        [ids[0]!, 'email'],
        ['3', 'a@x.org'],
        ['4', 'b@x.org'],
      ],
    ],
    [
      'remarks that quote statements',
      [[...ids.slice(0, 4), 'remark'], ...ids.slice(0, 4).map((id) => ['1', '2', '3', '4', statement(id)])],
    ],
  ])('is no other table: %s', (_what, rows) => {
    expect(codesOf(tabs(rows))).not.toContain('no-people')
    expect(codesOf(tabs(rows))).not.toContain('turned')
  })
})
