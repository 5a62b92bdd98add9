import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import readWorkbook from 'read-excel-file/universal'
import { Model } from 'survey-core'
import { afterAll, describe, expect, it } from 'vitest'
import { QUESTIONNAIRES, questionnaireFolders } from '../../src/build/read-questionnaires.ts'
import { exportFor, SURVEY_TOOLS, type SurveyTool } from '../../src/core/exports/tools.ts'
import { limeSurveyCodes } from '../../src/core/exports/limesurvey.ts'
import { surveyForm, type SurveyForm } from '../../src/core/exports/survey-form.ts'
import { tableInJson } from '../../src/core/files/json-table.ts'
import { StatementMatcher } from '../../src/core/files/match-statement.ts'
import { readResponses } from '../../src/core/files/read-responses.ts'
import { CANT_TELL, type Answer } from '../../src/core/response/response.ts'
import { scoreConcepts } from '../../src/core/scoring/score-concepts.ts'
import { NOTHING_COLLECTED } from '../../src/core/workshop/collected.ts'
import { takeIn } from '../../src/core/workshop/take-in.ts'
import { listedLanguages, type Language } from '../../src/ui/locales/index.ts'
import { placeWords } from '../../src/ui/locales/place-words.ts'
import { vantageWords } from '../../src/ui/locales/vantage-words.ts'
import { questionnairesCommand } from '../../src/entries/cli/commands/questionnaires.ts'
import { questionnaire } from '../fixtures/execution-gaps.ts'
import { LOCALES } from '../fixtures/locales.ts'
import { soundQuestionnaire } from '../fixtures/questionnaires.ts'
import { runCommand, startCommand } from '../fixtures/run-command.ts'
import { PEOPLE } from '../fixtures/survey-tables.ts'
import { gaps, workshop } from '../fixtures/workshop.ts'

const places = vantageWords(listedLanguages().map((language) => LOCALES[language].takeTexts))

/** The languages of the interface that a questionnaire is written in. */
const languagesOf = (id: string) => listedLanguages().filter((language) => soundQuestionnaire(id).texts[language])

function formOf(id: string, language: Language, levels?: readonly string[]): SurveyForm {
  const sound = soundQuestionnaire(id)
  const place = placeWords(LOCALES[language].takeTexts)
  return surveyForm(sound.questionnaire, sound.texts[language]!, language, levels ? { ...place, levels } : place)
}

/** A question as a tool has it after the import: the code and the words of each choice. */
interface Question {
  readonly name: string
  readonly text: string
  readonly choices: readonly { readonly code: string; readonly text: string }[]
}

const written = (tool: SurveyTool, form: SurveyForm) => exportFor(tool, form).content
const textOf = (tool: SurveyTool, form: SurveyForm) => {
  const content = written(tool, form)
  return typeof content === 'string' ? content : ''
}
async function sheetsOf(tool: SurveyTool, form: SurveyForm) {
  const content = written(tool, form)
  const bytes = typeof content === 'string' ? new Uint8Array() : content
  const sheets = await readWorkbook(bytes.slice().buffer)
  return new Map(sheets.map(({ sheet, data }) => [sheet, data.map((row) => row.map((cell) => String(cell ?? '')))]))
}
/** HTML as it is shown. */
const shown = (html: string) =>
  html.replaceAll('&lt;', '<').replaceAll('&#123;', '{').replaceAll('&#125;', '}').replaceAll('&amp;', '&')

/** Reads Advanced Format TXT as Qualtrics documents it: a tag or a text on each line. */
function importQualtrics(form: SurveyForm): Question[] {
  const [first, ...parts] = textOf('qualtrics', form).split('[[Question:')
  expect(first).toMatch(/^\[\[AdvancedFormat\]\]\n\n\[\[Block:[^\]]+\]\]\n\n$/)
  return parts
    .filter((part) => !part.startsWith('DB]]'))
    .map((part) => {
      const [kind, id, text, head, ...lines] = part
        .split('\n')
        .filter((line) => line !== '' && line !== '[[PageBreak]]')
      expect([kind, head]).toEqual(['MC:SingleAnswer:Vertical]]', '[[AdvancedChoices]]'])
      const choices = lines.flatMap((line, at) => {
        const code = /^\[\[Choice:(\d+)\]\]$/.exec(line)?.[1]
        return code === undefined ? [] : [{ code, text: shown(lines[at + 1] ?? '') }]
      })
      expect(choices.length * 2).toBe(lines.length)
      return { name: /^\[\[ID:(.+)\]\]$/.exec(id ?? '')?.[1] ?? '', text: shown(text ?? ''), choices }
    })
}

/** Reads a structure in tab-separated values: what stands below a question belongs to it. */
function importLimeSurvey(form: SurveyForm): Question[] {
  const text = textOf('limesurvey', form)
  expect(text.startsWith('\ufeffid\trelated_id\tclass\ttype/scale\tname\trelevance\ttext\thelp\tlanguage')).toBe(true)
  const { data } = Papa.parse<Record<string, string>>(text.slice(1), {
    header: true,
    delimiter: '\t',
    skipEmptyLines: true,
  })
  expect(data.map((row) => row['class']).join(' ')).toMatch(/^S S SL SL( G( Q( A)+)+)+$/)
  const questions: (Question & { choices: { code: string; text: string }[] })[] = []
  for (const row of data) {
    const [name, words] = [row['name'] ?? '', shown(row['text'] ?? '')]
    if (row['class'] === 'Q') {
      expect([name, row['type/scale']]).toEqual([expect.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,19}$/), 'L'])
      questions.push({ name, text: words, choices: [] })
    }
    if (row['class'] !== 'A') continue
    expect([name, row['language']]).toEqual([expect.stringMatching(/^[A-Za-z0-9]{1,5}$/), form.language])
    questions.at(-1)?.choices.push({ code: name, text: words })
  }
  return questions
}

/** Reads a data dictionary: 18 columns, lower-case names, choices between pipes. */
function importRedcap(form: SurveyForm): Question[] {
  const [heading, record, ...rows] = Papa.parse<string[]>(textOf('redcap', form)).data
  expect([heading?.length, record?.[0], record?.[3]]).toEqual([18, 'record_id', 'text'])
  const lists = new Map<string, string>()
  return rows.map((row) => {
    const [name = '', formName, , kind, text = '', choices = ''] = row
    expect([name, kind, row.length]).toEqual([expect.stringMatching(/^[a-z](_?[a-z0-9])*$/), 'radio', 18])
    expect(formName).toMatch(/^[a-z][a-z0-9_]*$/)
    const matrix = row[15] ?? ''
    // All fields of a matrix have the same choices.
    if (matrix !== '') expect(lists.get(matrix) ?? choices).toBe(choices)
    lists.set(matrix, choices)
    const list = choices.split(' | ').map((choice) => {
      const [, code = '', words = ''] = /^([A-Za-z0-9_]+), (.+)$/.exec(choice) ?? []
      return { code, text: words }
    })
    return { name, text, choices: list }
  })
}

/** Reads an XLSForm: every list that a question names stands in the choices. */
async function importXlsForm(form: SurveyForm): Promise<Question[]> {
  const sheets = await sheetsOf('xlsform', form)
  const [[, ...survey] = [], [, ...choices] = []] = [sheets.get('survey'), sheets.get('choices')]
  expect([...sheets.keys()]).toEqual(['survey', 'choices', 'settings'])
  expect(sheets.get('settings')?.[1]).toEqual([form.title, expect.stringMatching(/^\w+$/), form.language])
  return survey
    .filter(([kind]) => kind !== 'note')
    .map(([kind = '', name = '', text = '']) => {
      expect(name).toMatch(/^[A-Za-z_][\w.-]*$/)
      const list = choices.filter(([own]) => `select_one ${own}` === kind)
      return { name, text, choices: list.map(([, code = '', words = '']) => ({ code, text: words })) }
    })
}

/** Reads the sheet for Forms: rows with a number are questions. */
async function importForms(form: SurveyForm): Promise<Question[]> {
  const [rows = []] = (await sheetsOf('forms', form)).values()
  return rows
    .filter(([position]) => position !== undefined && position !== '')
    .map(([, text = '', ...choices]) => ({
      name: text,
      text,
      choices: choices.filter((words) => words !== '').map((words) => ({ code: words, text: words })),
    }))
}

/** What somebody chose in a question of the form: the position of the choice, `null` for none. */
function choiceOf(answer: Answer | undefined, choices: Question['choices']) {
  if (answer === undefined) return null
  return choices[answer === CANT_TELL ? choices.length - 1 : answer - 1] ?? null
}

const ids = questionnaire.items.map(({ id }) => id)
const SEATS = ['senior', 'middle', 'close']

/** The table of the five people, as a tool writes it from its questions. */
function table(
  questions: readonly Question[],
  as: 'code' | 'text',
  heading: (one: Question) => string,
  more = 'Email',
) {
  const [place, ...statements] = questions
  const rows = PEOPLE.map(({ email, vantage, answers }) => [
    email,
    place!.choices[SEATS.indexOf(vantage)]![as],
    ...statements.map(({ choices }, at) => choiceOf(answers[ids[at]!], choices)?.[as] ?? ''),
  ])
  return Papa.unparse([[more, ...questions.map(heading)], ...rows])
}

const words = (id: string) => ({ texts: Object.values(soundQuestionnaire(id).texts), ...places })
const scoresOf = (text: string) => {
  const read = readResponses(text, questionnaire, words('execution-gaps'))
  if (!read.ok || read.issues.length > 0) return read
  expect([read.ignored, read.missing]).toEqual([[], []])
  return read.responses.map(({ response }) => [response.vantage, scoreConcepts(questionnaire, response.answers)])
}
const inTheApp = PEOPLE.map(({ vantage, answers }) => [vantage, scoreConcepts(questionnaire, answers)])

describe.each(languagesOf('execution-gaps'))('the questionnaire for another tool, in %s', (language) => {
  const form = formOf('execution-gaps', language)

  it('comes back from SurveyJS with the same scores, filled in by its own library', () => {
    const answered = PEOPLE.map(({ email, vantage, answers }) => {
      const survey = new Model(JSON.parse(textOf('surveyjs', form)))
      expect(survey.jsonErrors ?? []).toEqual([])
      for (const question of survey.getAllQuestions()) {
        const value = question.name === 'vantage' ? vantage : answers[question.name]
        if (value === undefined) continue
        expect(question.choices.map((choice: { value: unknown }) => choice.value)).toContain(value)
        question.value = value
      }
      survey.completeLastPage()
      return { ...survey.data, email }
    })
    const json = tableInJson(JSON.stringify(answered))
    expect(scoresOf(json?.ok ? json.table.text : '')).toEqual(inTheApp)
  })

  it('comes back from Qualtrics with the same scores, as choice text under three heading rows', () => {
    const questions = importQualtrics(form)
    const [heading, ...rows] = table(questions, 'text', ({ name }) => name, 'RecipientEmail').split('\r\n')
    const second = Papa.unparse([['Recipient Email', ...questions.map(({ text }) => text)]])
    const third = Papa.unparse([Array.from({ length: questions.length + 1 }, (_, at) => `{"ImportId":"QID${at}"}`)])
    expect(scoresOf([heading, second, third, ...rows].join('\r\n'))).toEqual(inTheApp)
  })

  it.each([
    ['codes', 'code', ({ name }: Question) => name],
    ['full answers under codes', 'text', ({ name }: Question) => name],
    ['full answers under texts', 'text', ({ text }: Question) => text],
  ] as const)('comes back from LimeSurvey with the same scores, as %s', (_how, as, heading) => {
    expect(scoresOf(table(importLimeSurvey(form), as, heading, 'token'))).toEqual(inTheApp)
  })

  it.each([
    ['raw', 'code', ({ name }: Question) => name],
    ['labels', 'text', ({ text }: Question) => text],
  ] as const)('comes back from REDCap with the same scores, as %s', (_how, as, heading) => {
    expect(scoresOf(table(importRedcap(form), as, heading, 'redcap_survey_identifier'))).toEqual(inTheApp)
  })

  it.each(['code', 'text'] as const)('comes back from tools with XLSForms with the same scores, as %s', async (as) => {
    const questions = await importXlsForm(form)
    expect(scoresOf(table(questions, as, ({ name, text }) => (as === 'code' ? name : text)))).toEqual(inTheApp)
  })

  it('comes back from a form copied from the sheet with the same scores', async () => {
    expect(scoresOf(table(await importForms(form), 'text', ({ text }) => text))).toEqual(inTheApp)
  })
})

describe('every questionnaire', () => {
  it.each(questionnaireFolders().flatMap((id) => languagesOf(id).map((language) => [id, language] as const)))(
    'has names in every tool that are known for certain: %s in %s',
    async (id, language) => {
      const form = formOf(id, language)
      const statements = form.parts.flatMap((part) => part.statements.map((one) => one.id))
      const matcher = new StatementMatcher(soundQuestionnaire(id).questionnaire, words(id).texts)
      const asked = {
        qualtrics: importQualtrics(form),
        limesurvey: importLimeSurvey(form),
        redcap: importRedcap(form),
        xlsform: await importXlsForm(form),
        surveyjs: new Model(JSON.parse(textOf('surveyjs', form))).getAllQuestions().map(({ name }) => ({ name })),
        forms: await importForms(form),
      } satisfies Record<SurveyTool, readonly Pick<Question, 'name'>[]>
      for (const questions of Object.values(asked)) {
        const [, ...names] = questions.map(({ name }) => name)
        expect(new Set(names).size).toBe(statements.length)
        expect(names.map((name) => matcher.match(name))).toEqual(
          statements.map((statement) => ({ statement, isSure: true })),
        )
      }
    },
  )

  it('is one file for each tool, named after what is in it', () => {
    const form = formOf('silence', 'fr')
    const tools = Object.keys(SURVEY_TOOLS) as SurveyTool[]
    expect(tools.map((tool) => exportFor(tool, form).name)).toEqual([
      'silence-qualtrics-fr.txt',
      'silence-limesurvey-fr.txt',
      'silence-redcap-fr.csv',
      'silence-xlsform-fr.xlsx',
      'silence-surveyjs-fr.json',
      'silence-forms-fr.xlsx',
    ])
  })

  it('has codes in LimeSurvey that differ where ids begin alike', () => {
    const codes = limeSurveyCodes(['work-that-waits-for-approval-here', 'work-that-waits-for-approval-there', 'other'])
    expect([...codes.values()]).toEqual(['q1', 'q2', 'other'])
  })
})

describe('a text with signs that a format gives a meaning', () => {
  const form = formOf('execution-gaps', 'en')
  const text = 'A [[Choice:9]] {INSERTANS} <b>& one | two'
  const odd: SurveyForm = {
    ...form,
    title: text,
    lead: text,
    parts: [{ ...form.parts[0]!, statements: [{ id: 'one', text }], choices: [{ code: '1', text }] }],
  }

  it('stays a text', async () => {
    expect(importQualtrics({ ...odd, title: 'T' }).at(-1)).toEqual({
      name: 'one',
      text: 'A [ [Choice:9]] {INSERTANS} <b>& one | two',
      choices: [{ code: '1', text: 'A [ [Choice:9]] {INSERTANS} <b>& one | two' }],
    })
    expect(importLimeSurvey(odd).at(-1)).toMatchObject({ text, choices: [{ text }] })
    expect(textOf('limesurvey', odd)).not.toMatch(/[{}]|<b>/)
    expect(importRedcap(odd).at(-1)).toMatchObject({ text, choices: [{ text: text.replace('|', '/') }] })
    expect((await importXlsForm(odd)).at(-1)).toMatchObject({ text, choices: [{ text }] })
    expect((await importForms(odd)).at(-1)).toMatchObject({ text, choices: [{ text }] })
  })
})

describe('a workshop with levels of its own', () => {
  const levels = ['Board', 'Regions', 'Sites', 'Teams']
  const own = { ...workshop, levels }
  const setting = {
    workshop: own,
    layouts: [gaps],
    asked: questionnaire,
    texts: words('execution-gaps').texts,
    places,
  }

  it.each(['code', 'text'] as const)('gets them back from the tool, as %s', (as) => {
    const [place, first] = importLimeSurvey(formOf('execution-gaps', 'en', levels))
    expect(place?.choices.map(({ text }) => text)).toEqual([...levels, 'Rather not say'])
    const rows = place!.choices.map((choice, at) => `p${at}@example.org,${choice[as]},2`)
    let id = 0
    const rules = { key: '0123456789ABCDEFGHJKMNPQRSTVWX', mixing: null }
    const csv = [`Email,vantage,${first!.name}`, ...rows].join('\n')
    const { collected } = takeIn(NOTHING_COLLECTED, csv, setting, () => `e${++id}`, rules)
    expect(collected.entries.map(({ level }) => level)).toEqual([0, 1, 2, 3, null])
  })
})

describe('npm run questionnaires -- export', () => {
  const folder = mkdtempSync(join(tmpdir(), 'export-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  it('writes the file that the console offers, and says where', () => {
    const file = join(folder, 'form.csv')
    const args = ['export', 'silence', '--for', 'redcap', '--language', 'fr', '--out', file]
    const { status, stdout } = startCommand('questionnaires', args)
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(/form\.csv: silence \d+\.\d+\.\d+ for redcap is written/),
    ])
    expect(readFileSync(file, 'utf8')).toBe(textOf('redcap', formOf('silence', 'fr')))
  })

  it.each([
    [
      'another tool',
      ['export', 'silence', '--for', 'paper'],
      'qualtrics, limesurvey, redcap, xlsform, surveyjs, forms',
    ],
    [
      'an unknown questionnaire',
      ['export', 'nobody', '--for', 'redcap'],
      `There are: ${questionnaireFolders(QUESTIONNAIRES)[0]}`,
    ],
    ['another language', ['export', 'silence', '--for', 'redcap', '--language', 'xx'], 'It is in: en'],
  ])('refuses %s with what there is', async (_what, args, said) => {
    const { status, stderr } = await runCommand(questionnairesCommand, args)
    expect([status, stderr]).toEqual([1, expect.stringContaining(said)])
  })
})
