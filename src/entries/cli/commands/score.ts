import { createReadStream } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { parseArgs } from 'node:util'
import {
  QUESTIONNAIRES,
  questionnaireFolders,
  readCanonicalAnswers,
  readQuestionnaire,
} from '../../../build/read-questionnaires.ts'
import type { Questionnaire, Texts } from '../../../core/questionnaire/schema.ts'
import type { SheetIssue } from '../../../core/files/score-file-issues.ts'
import { readMapping, writeMapping, type Mapping } from '../../../core/files/mapping.ts'
import { SET_APART, type SetApart } from '../../../core/files/row-status.ts'
import { mappingOf } from '../../../core/files/table-draft.ts'
import { TableReading, type ReadResponses } from '../../../core/files/read-responses.ts'
import { readTableFile } from '../../../core/files/read-table-file.ts'
import { scoreResponses } from '../../../core/files/score-responses.ts'
import { writeScoresCsv, writeScoresJson } from '../../../core/files/write-scores.ts'
import {
  describeIgnored,
  describeLeftOut,
  describeMissing,
  describeRowIssue,
  scoreTexts,
} from '../../../ui/locales/en/score-issues.ts'
import { describeMappingIssue, describeSheetIssue, plain } from '../../../ui/locales/en/table-issues.ts'
import { vantageWords } from '../../../ui/locales/vantage-words.ts'
import { listedLanguages, type Language, type Locale } from '../../../ui/locales/index.ts'

/** The questionnaire with its texts, or `null` after printing why there is none. */
function findQuestionnaire(id: string): { questionnaire: Questionnaire; texts: readonly Texts[] } | null {
  const folders = questionnaireFolders()
  if (!folders.includes(id)) {
    console.error(scoreTexts.unknownQuestionnaire(id, folders))
    return null
  }
  const answers = readCanonicalAnswers()
  const checked = answers.ok ? readQuestionnaire(id, answers.value, QUESTIONNAIRES, { rules: false }) : answers
  if (checked.ok) return { questionnaire: checked.questionnaire, texts: Object.values(checked.texts) }
  console.error(scoreTexts.unsoundQuestionnaire(id))
  return null
}

/** Issues of a whole file, on whichever line it shows. */
const WHOLE: readonly SheetIssue['code'][] = ['encoding', 'broken-json', 'no-records', 'turned', 'no-people']

/** One line for each issue: `file:line: column: …`. */
function printSheetIssue(name: string, issue: SheetIssue): void {
  const place = 'line' in issue ? `${name}:${issue.line}` : name
  const isWhole = !('line' in issue) || WHOLE.includes(issue.code)
  const part = isWhole ? scoreTexts.wholeFile : issue.code === 'doubtful-sum' ? scoreTexts.row : scoreTexts.heading
  const where = 'column' in issue ? plain(issue.column) : part
  console.error(`${place}: ${where}: ${describeSheetIssue(issue)}`)
}

/** Imported directly: the modules with texts by language exist only in Vite. */
const loadTakeTexts = (language: Language) =>
  import(`../../../ui/locales/${language}/take.ts`) as Promise<Pick<Locale, 'takeTexts'>>

interface Choices {
  readonly id: string
  readonly format: 'csv' | 'json'
  /** The file of a mapping to read by. */
  readonly mapping: string | null
  /** The file to write the guesses about a doubtful table to. */
  readonly writeMapping: string | null
  readonly admitted: readonly SetApart[]
}

/** A mapping from its file, or `null` after printing why there is none. */
async function loadMapping(file: string, questionnaire: string): Promise<Mapping | null> {
  const refuse = (problem: string) => {
    console.error(`${file}: ${problem}`)
    return null
  }
  try {
    const read = readMapping(await readFile(file, 'utf8'), questionnaire)
    return read.ok ? read.mapping : refuse(describeMappingIssue(read.issue))
  } catch (error) {
    return refuse(scoreTexts.unreadable(error instanceof Error ? error.message : String(error)))
  }
}

/** The words for where people sit that a table's are compared with, in every language. */
async function loadPlaces() {
  const inLanguages = await Promise.all(listedLanguages().map(loadTakeTexts))
  return vantageWords(inLanguages.map(({ takeTexts }) => takeTexts))
}

/** The columns for whoever sets up another tool: the id, then the statement. */
function printIds({ items }: Questionnaire, texts: readonly Texts[]): void {
  const [first] = texts
  for (const { id } of items) console.log(`${id}\t${first?.items[id]?.text ?? ''}`)
  console.log(`vantage\t${scoreTexts.vantageColumn}`)
  console.log(`email\t${scoreTexts.personColumn}`)
}

/** Prints each piece once whoever reads has taken the one before; none after a reader such as `head` has gone. */
async function print(pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) {
    const failed = await new Promise((resolve) => process.stdout.write(piece, resolve))
    if (failed) return
  }
}

async function score(file: string, choices: Choices, input: Readable): Promise<boolean> {
  const { id, format, admitted } = choices
  const found = findQuestionnaire(id)
  if (!found) return false
  const { questionnaire, texts } = found
  const mapping = choices.mapping === null ? null : await loadMapping(choices.mapping, id)
  if (choices.mapping !== null && mapping === null) return false
  const name = file === '-' ? scoreTexts.standardInput : file
  const places = await loadPlaces()
  const reading = new TableReading(questionnaire, { texts, ...places }, { mapping, admitted })
  let read: ReadResponses
  try {
    // In pieces: of the file, nothing but the answers is held.
    read = await readTableFile(file === '-' ? input : createReadStream(file), reading)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    console.error(`${name}: ${scoreTexts.wholeFile}: ${scoreTexts.unreadable(detail)}`)
    return false
  }
  if (!read.ok) {
    for (const issue of read.issues) printSheetIssue(name, issue)
    if (read.draft && choices.writeMapping !== null) {
      await writeFile(choices.writeMapping, writeMapping(mappingOf(read.draft, id)))
      console.error(scoreTexts.mappingWritten(choices.writeMapping))
    } else if (read.draft) console.error(scoreTexts.mappingNeeded)
    return false
  }
  if (read.ignored.length > 0) console.error(`${name}: ${describeIgnored(read.ignored)}`)
  if (read.missing.length > 0) console.error(`${name}: ${describeMissing(read.missing)}`)
  for (const left of describeLeftOut(read.leftOut)) console.error(`${name}: ${left}`)
  for (const issue of read.issues) {
    const { column, sentence } = describeRowIssue(issue)
    const place = [name, issue.line, ...(issue.character === undefined ? [] : [issue.character])].join(':')
    console.error(`${place}: ${column}: ${sentence}`)
  }
  const scored = scoreResponses(questionnaire, read.responses)
  await print(
    format === 'json' ? writeScoresJson(questionnaire, scored) : writeScoresCsv(questionnaire.concepts, scored),
  )
  return read.issues.length === 0
}

/**
 * `npm run -s score`.
 *
 * @param input read where the file is `-`
 * @returns the exit status
 */
export async function scoreCommand(args: string[], input: Readable): Promise<number> {
  const refuse = (problem: string) => {
    console.error(problem)
    console.error(scoreTexts.usage)
    return 1
  }
  let given
  try {
    given = parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: 'boolean' },
        questionnaire: { type: 'string', default: 'execution-gaps' },
        format: { type: 'string', default: 'csv' },
        mapping: { type: 'string' },
        'write-mapping': { type: 'string' },
        include: { type: 'string', multiple: true, default: [] },
        ids: { type: 'string' },
      },
    })
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error))
  }
  const { values, positionals } = given
  if (values.help) {
    console.log(scoreTexts.usage)
    return 0
  }
  if (values.ids !== undefined) {
    const found = findQuestionnaire(values.ids)
    if (found) printIds(found.questionnaire, found.texts)
    return found ? 0 : 1
  }
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) return refuse('Name one file.')
  const { format } = values
  if (format !== 'csv' && format !== 'json') return refuse(scoreTexts.unknownFormat(format))
  const unknown = values.include.find((why) => !SET_APART.some((one) => one === why))
  if (unknown !== undefined) return refuse(scoreTexts.unknownInclude(unknown, SET_APART))
  const choices: Choices = {
    id: values.questionnaire,
    format,
    mapping: values.mapping ?? null,
    writeMapping: values['write-mapping'] ?? null,
    admitted: SET_APART.filter((why) => values.include.includes(why)),
  }
  return (await score(file, choices, input)) ? 0 : 1
}
