import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { jsonSchemas } from '../build/json-schemas.ts'
import {
  QUESTIONNAIRES,
  questionnaireFolders,
  readCanonicalAnswers,
  readQuestionnaire,
} from '../build/read-questionnaires.ts'
import { checkPublished, publishedEntry } from '../core/questionnaire/check-published.ts'
import type { QuestionnaireIssue } from '../core/questionnaire/issues.ts'
import { publishedSchema, questionnaireSchema } from '../core/questionnaire/schema.ts'
import { questionnaireNumber } from '../core/result-code/layout.ts'
import { describeQuestionnaireIssue } from '../ui/texts/questionnaire-issues.en.ts'

const USAGE = `Usage: npm run questionnaires [-- [FOLDER]]
       npm run questionnaires -- --publish ID
       npm run questionnaires -- --write-schemas

Checks every questionnaire below FOLDER, by default questionnaires/. Each problem
is one line: the file, the path in it, what is wrong and what to do. Exit status 1
if there is any. --publish records the version that questionnaires/ID has now, so that
its result codes can be opened for good. --write-schemas writes the JSON Schemas anew from the zod schema.`

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
    } else {
      print(folder, checked.issues)
      sound = false
    }
  }
  return sound
}

/** Records the version a questionnaire has now, unless another was published under its number. */
function publish(folder: string): boolean {
  const file = join(QUESTIONNAIRES, folder, 'published.json')
  const questionnaire = questionnaireSchema.parse(
    JSON.parse(readFileSync(join(QUESTIONNAIRES, folder, 'questionnaire.json'), 'utf8')),
  )
  const published = publishedSchema.parse(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { versions: {} })
  const issues = checkPublished(questionnaire, published.versions)
  if (issues.some(({ code }) => code === 'published-otherwise')) {
    print(folder, issues)
    return false
  }
  const { version, items } = publishedEntry(questionnaire)
  const versions = Object.entries({ ...published.versions, [version]: items }).map(
    ([name, list]) =>
      `    ${JSON.stringify(name)}: [\n      ${list.map((item) => JSON.stringify(item)).join(',\n      ')}\n    ]`,
  )
  writeFileSync(file, `{\n  "$schema": "../published.schema.json",\n  "versions": {\n${versions.join(',\n')}\n  }\n}\n`)
  console.log(`${folder}: version ${version} is published.`)
  return true
}

function main(): number {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { help: { type: 'boolean' }, publish: { type: 'string' }, 'write-schemas': { type: 'boolean' } },
    })
    if (values.help || positionals.length > 1) {
      console.log(USAGE)
      return values.help ? 0 : 1
    }
    if (values['write-schemas']) {
      for (const [file, text] of Object.entries(jsonSchemas())) writeFileSync(join(QUESTIONNAIRES, file), text)
      return 0
    }
    if (values.publish) return publish(values.publish) ? 0 : 1
    return check(positionals[0] ? resolve(positionals[0]) : QUESTIONNAIRES) ? 0 : 1
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    console.error(USAGE)
    return 1
  }
}

process.exitCode = main()
