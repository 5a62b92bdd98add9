import { createReadStream } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  QUESTIONNAIRES,
  questionnaireFolders,
  readCanonicalAnswers,
  readQuestionnaire,
} from '../../build/read-questionnaires.ts'
import type { Questionnaire, Texts } from '../../core/questionnaire/schema.ts'
import { VANTAGES } from '../../core/questionnaire/vantages.ts'
import type { GivenVantage } from '../../core/response/response.ts'
import type { SheetIssue } from '../../core/files/score-file-issues.ts'
import { decodeText } from '../../core/files/decode-text.ts'
import { LARGEST_SHEET, readResponses } from '../../core/files/read-responses.ts'
import { scoreResponses } from '../../core/files/score-responses.ts'
import { writeScoresCsv, writeScoresJson } from '../../core/files/write-scores.ts'
import {
  describeIgnored,
  describeMissing,
  describeRowIssue,
  describeSheetIssue,
  scoreTexts,
} from '../../ui/locales/en/score-issues.ts'
import { listedLanguages, type Language, type Locale } from '../../ui/locales/index.ts'

/** A UTF-16 unit, which LARGEST_SHEET counts, takes at most three bytes of UTF-8. */
const MOST_BYTES = 3 * LARGEST_SHEET

/** Earlier names of the vantages, for tables made then. */
const EARLIER_LABELS: Readonly<Partial<Record<GivenVantage, readonly string[]>>> = {
  senior: ['Direction générale'],
  middle: ['In between', 'Encadrement'],
}

type ReadText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly issue: SheetIssue }

/** @throws where the file cannot be read. */
async function readText(file: string): Promise<ReadText> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of file === '-' ? process.stdin : createReadStream(file)) {
    const part = Buffer.from(chunk)
    bytes += part.length
    if (bytes > MOST_BYTES) return { ok: false, issue: { code: 'too-large', most: LARGEST_SHEET } }
    chunks.push(part)
  }
  const text = decodeText(Buffer.concat(chunks))
  return text === null ? { ok: false, issue: { code: 'encoding' } } : { ok: true, text }
}

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

/** One line for each issue: `file:line: column: …`. */
function printSheetIssue(name: string, issue: SheetIssue): void {
  const place = 'line' in issue ? `${name}:${issue.line}` : name
  const where = 'column' in issue ? issue.column : 'line' in issue ? scoreTexts.heading : scoreTexts.wholeFile
  console.error(`${place}: ${where}: ${describeSheetIssue(issue)}`)
}

/** Imported directly: the modules with texts by language exist only in Vite. */
const loadTakeTexts = (language: Language) =>
  import(`../../ui/locales/${language}/take.ts`) as Promise<Pick<Locale, 'takeTexts'>>

async function score(file: string, id: string, format: 'csv' | 'json'): Promise<boolean> {
  const found = findQuestionnaire(id)
  if (!found) return false
  const { questionnaire, texts } = found
  const name = file === '-' ? scoreTexts.standardInput : file
  let input: ReadText
  try {
    input = await readText(file)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    console.error(`${name}: ${scoreTexts.wholeFile}: ${scoreTexts.unreadable(detail)}`)
    return false
  }
  if (!input.ok) {
    printSheetIssue(name, input.issue)
    return false
  }
  const spoken = await Promise.all(listedLanguages().map(loadTakeTexts))
  const vantages = Object.fromEntries(
    ([...VANTAGES, 'not-said'] as const).map((vantage) => [
      vantage,
      [...spoken.map(({ takeTexts }) => takeTexts.vantage.options[vantage].label), ...(EARLIER_LABELS[vantage] ?? [])],
    ]),
  )
  const read = readResponses(input.text, questionnaire, { texts, vantages })
  if (!read.ok) {
    for (const issue of read.issues) printSheetIssue(name, issue)
    return false
  }
  if (read.ignored.length > 0) console.error(`${name}: ${describeIgnored(read.ignored)}`)
  if (read.missing.length > 0) console.error(`${name}: ${describeMissing(read.missing)}`)
  for (const issue of read.issues) {
    const { column, sentence } = describeRowIssue(issue)
    console.error(`${name}:${issue.line}: ${column}: ${sentence}`)
  }
  const scored = scoreResponses(questionnaire, read.responses)
  process.stdout.write(
    format === 'json' ? writeScoresJson(questionnaire, scored) : writeScoresCsv(questionnaire.concepts, scored),
  )
  return read.issues.length === 0
}

async function main(): Promise<number> {
  const refuse = (problem: string) => {
    console.error(problem)
    console.error(scoreTexts.usage)
    return 1
  }
  let given
  try {
    given = parseArgs({
      allowPositionals: true,
      options: {
        help: { type: 'boolean' },
        questionnaire: { type: 'string', default: 'execution-gaps' },
        format: { type: 'string', default: 'csv' },
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
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) return refuse('Name one file.')
  const { format } = values
  if (format !== 'csv' && format !== 'json') return refuse(scoreTexts.unknownFormat(format))
  return (await score(file, values.questionnaire, format)) ? 0 : 1
}

// A reader such as `head` may close the output early.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
process.exitCode = await main()
