import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { jsonSchemas } from '../../../build/json-schemas.ts'
import {
  QUESTIONNAIRES,
  questionnaireFolders,
  readCanonicalAnswers,
  readQuestionnaire,
} from '../../../build/read-questionnaires.ts'
import type { AnswerIssue } from '../../../core/authoring/answer-issue.ts'
import { draftQuestionnaire } from '../../../core/authoring/draft-questionnaire.ts'
import { readAnswer } from '../../../core/authoring/read-answer.ts'
import { draftIssues } from '../../../core/authoring/check-drafts.ts'
import { publishedEntry, withThisVersion } from '../../../core/authoring/check-published.ts'
import type { QuestionnaireIssue } from '../../../core/authoring/questionnaire-issues.ts'
import { exportFor, isSurveyTool, SURVEY_TOOLS } from '../../../core/exports/tools.ts'
import { surveyForm } from '../../../core/exports/survey-form.ts'
import { publishedSchema, questionnaireSchema, type CanonicalAnswer } from '../../../core/questionnaire/schema.ts'
import { questionnaireNumber } from '../../../core/response/layout.ts'
import { describeAnswerIssue, describeAnswerNote } from '../../../ui/locales/en/answer-issues.ts'
import { isLanguage, LANGUAGES, listedLanguages, type Language, type Locale } from '../../../ui/locales/index.ts'
import { placeWords } from '../../../ui/locales/place-words.ts'
import { describeQuestionnaireIssue } from '../../../ui/locales/en/questionnaire-issues.ts'

const USAGE = `Usage: npm run questionnaires [-- [FOLDER]]
       npm run questionnaires -- --publish ID [FOLDER]
       npm run questionnaires -- new ANSWER.md [FOLDER] [--id ID]
       npm run questionnaires -- export ID --for TOOL [--language LANGUAGE] [--out FILE]
       npm run questionnaires -- --write-schemas

Checks every questionnaire below FOLDER, by default questionnaires/. Each problem
is one line: the file, the path in it, what is wrong and what to do. Exit status 1
if there is any. A language of the interface that a questionnaire is not written in
is named, and is no problem. --publish records the version that questionnaires/ID has now, so that
its result codes can be opened for good. new drafts a questionnaire on the canonical
answer in ANSWER.md: what has to be written or decided carries a draft mark, and
nothing with one passes. export writes questionnaires/ID as a file that a survey tool
imports: ${Object.keys(SURVEY_TOOLS).join(', ')}. npm run -s score
and the console read what that tool exports. --write-schemas writes the JSON Schemas anew from the zod schema.`

/** One line for each issue: `folder/en.json: findings.level.text: …`. */
function print(folder: string, issues: readonly QuestionnaireIssue[]): void {
  for (const issue of issues)
    console.error(
      `${join(folder, issue.file)}: ${issue.path.join('.') || '(whole file)'}: ${describeQuestionnaireIssue(issue)}`,
    )
}

function check(root: string): boolean {
  const answers = readCanonicalAnswers(root)
  if (!answers.ok) {
    print('', answers.issues)
    return false
  }
  const folders = questionnaireFolders(root)
  if (folders.length === 0) print(root, [{ code: 'no-questionnaire', file: '', path: [] }])
  let sound = folders.length > 0
  const numbers = new Map<number, string>()
  for (const folder of folders) {
    const other = numbers.get(questionnaireNumber(folder))
    if (other) print(folder, [{ code: 'same-number', file: 'questionnaire.json', path: ['id'], other }])
    sound &&= other === undefined
    numbers.set(questionnaireNumber(folder), folder)
    const checked = readQuestionnaire(folder, answers.value, root)
    if (checked.ok) {
      const { questionnaire, texts } = checked
      const counts = `${questionnaire.items.length} items, ${questionnaire.findings.length} findings`
      console.log(`${folder} ${questionnaire.version}: ${counts}, ${Object.keys(texts).join(', ')}: sound`)
      for (const language of listedLanguages().filter((listed) => !texts[listed]))
        console.log(`${folder}: not written in ${LANGUAGES[language]}. To have it, add ${language}.json.`)
    } else {
      print(folder, checked.issues)
      sound = false
    }
  }
  return sound
}

/** Records the questionnaire's present version, unless it has other issues than not being recorded. */
function publish(folder: string, root: string): boolean {
  const answers = readCanonicalAnswers(root)
  const checked = answers.ok ? readQuestionnaire(folder, answers.value, root) : answers
  const issues = 'issues' in checked ? checked.issues.filter(({ code }) => code !== 'unpublished') : []
  if (issues.length > 0) {
    print(answers.ok ? folder : '', issues)
    return false
  }
  const file = join(root, folder, 'published.json')
  const questionnaire = questionnaireSchema.parse(
    JSON.parse(readFileSync(join(root, folder, 'questionnaire.json'), 'utf8')),
  )
  const published = publishedSchema.parse(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { versions: {} })
  const { version } = publishedEntry(questionnaire)
  const versions = Object.entries(withThisVersion(questionnaire, published.versions)).map(
    ([name, list]) =>
      `    ${JSON.stringify(name)}: [\n      ${list.map((item) => JSON.stringify(item)).join(',\n      ')}\n    ]`,
  )
  writeFileSync(file, `{\n  "$schema": "../published.schema.json",\n  "versions": {\n${versions.join(',\n')}\n  }\n}\n`)
  console.log(`${folder}: version ${version} is published.`)
  return true
}

function writeJson(file: string, content: unknown, flag: 'w' | 'wx'): void {
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`, { flag })
}

/** Adds an answer at the end of the recorded ones. */
function recordAnswer(root: string, entry: CanonicalAnswer): void {
  const file = join(root, 'answers.json')
  const content = JSON.parse(readFileSync(file, 'utf8')) as { answers: CanonicalAnswer[] }
  writeJson(file, { ...content, answers: [...content.answers, entry] }, 'w')
}

/** Drafts a questionnaire on a canonical answer, in a folder of its own. */
function draft(file: string, root: string, name: string | undefined): boolean {
  const refuse = (issues: readonly AnswerIssue[]) => {
    for (const issue of issues) console.error(`${file}: ${describeAnswerIssue(issue)}`)
    return false
  }
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    return refuse([{ code: 'unreadable-file', detail: error instanceof Error ? error.message : String(error) }])
  }
  const answers = readCanonicalAnswers(root)
  if (!answers.ok) {
    print('', answers.issues)
    return false
  }
  const read = readAnswer(text)
  if (!read.ok) return refuse(read.issues)
  const drafted = draftQuestionnaire(read.answer, answers.value, name)
  if (!drafted.ok) return refuse(drafted.issues)

  const { id, questionnaire, texts, missing } = drafted
  const folder = join(root, id)
  if (existsSync(folder)) return refuse([{ code: 'folder-exists', folder: relative('', folder) }])
  const other = questionnaireFolders(root).find((taken) => questionnaireNumber(taken) === questionnaireNumber(id))
  if (other) return refuse([{ code: 'number-taken', id, other }])
  mkdirSync(folder)
  writeJson(join(folder, 'questionnaire.json'), questionnaire, 'wx')
  writeJson(join(folder, 'en.json'), texts, 'wx')

  for (const note of [...read.notes, ...drafted.notes]) console.log(`${file}: ${describeAnswerNote(note)}`)
  if (missing?.entry) recordAnswer(root, missing.entry)
  if (missing) {
    console.log(missing.entry ? 'Added to answers.json:' : 'To be completed and added to answers.json:')
    console.log(JSON.stringify(missing.said, null, 2))
  }
  const marks = draftIssues('questionnaire.json', questionnaire).length + draftIssues('en.json', texts).length
  console.log(
    `${relative('', folder)}: questionnaire.json and en.json are written, with ${marks} draft marks. ` +
      'npm run questionnaires lists them with what is to be done.',
  )
  return true
}

/** Imported directly: the modules with texts by language exist only in Vite. */
const loadTakeTexts = (language: Language) =>
  import(`../../../ui/locales/${language}/take.ts`) as Promise<Pick<Locale, 'takeTexts'>>

interface ExportChoices {
  readonly tool: string
  /** By default the first that the questionnaire is written in. */
  readonly language: string | undefined
  /** By default named after what is in it, in the folder of the call. */
  readonly out: string | undefined
}

/** Writes a questionnaire as a file that a survey tool imports. */
async function exportQuestionnaire(id: string, { tool, language: wish, out }: ExportChoices): Promise<boolean> {
  const refuse = (problem: string) => {
    console.error(problem)
    return false
  }
  if (!isSurveyTool(tool))
    return refuse(`--for takes the tool: ${Object.keys(SURVEY_TOOLS).join(', ')}. There is no "${tool}".`)
  const folders = questionnaireFolders()
  if (!folders.includes(id)) return refuse(`There is no questionnaire "${id}". There are: ${folders.join(', ')}.`)
  const answers = readCanonicalAnswers()
  const checked = answers.ok ? readQuestionnaire(id, answers.value, QUESTIONNAIRES, { rules: false }) : answers
  if (!checked.ok) {
    print(id, checked.issues)
    return false
  }
  const language = wish ?? Object.keys(checked.texts)[0] ?? ''
  const texts = checked.texts[language]
  if (!texts || !isLanguage(language))
    return refuse(`${id} is not written in "${language}". It is in: ${Object.keys(checked.texts).join(', ')}.`)
  const { takeTexts } = await loadTakeTexts(language)
  const { name, content } = exportFor(tool, surveyForm(checked.questionnaire, texts, language, placeWords(takeTexts)))
  writeFileSync(out ?? name, content)
  console.log(`${out ?? name}: ${id} ${checked.questionnaire.version} for ${tool} is written.`)
  return true
}

/**
 * `npm run questionnaires`.
 *
 * @returns the exit status
 */
export async function questionnairesCommand(args: string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: 'boolean' },
        id: { type: 'string' },
        publish: { type: 'string' },
        for: { type: 'string' },
        language: { type: 'string' },
        out: { type: 'string' },
        'write-schemas': { type: 'boolean' },
      },
    })
    if (positionals[0] === 'export' && !values.help) {
      const [, questionnaire, ...others] = positionals
      if (questionnaire === undefined || others.length > 0 || values.for === undefined) {
        console.log(USAGE)
        return 1
      }
      const { for: tool, language, out } = values
      return (await exportQuestionnaire(questionnaire, { tool, language, out })) ? 0 : 1
    }
    const [answer, ...folders] = positionals[0] === 'new' ? positionals.slice(1) : [null, ...positionals]
    if (values.help || answer === undefined || folders.length > 1 || (values.id !== undefined && answer === null)) {
      console.log(USAGE)
      return values.help ? 0 : 1
    }
    const root = folders[0] ? resolve(folders[0]) : QUESTIONNAIRES
    if (answer !== null) return draft(answer, root, values.id) ? 0 : 1
    if (values['write-schemas']) {
      for (const [file, text] of Object.entries(jsonSchemas())) {
        writeFileSync(join(QUESTIONNAIRES, file), text)
        console.log(`questionnaires/${file} is written.`)
      }
      return 0
    }
    if (values.publish) return publish(values.publish, root) ? 0 : 1
    return check(root) ? 0 : 1
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    console.error(USAGE)
    return 1
  }
}
