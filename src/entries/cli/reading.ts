import { parseArgs } from 'node:util'
import { questionnaireFolders, readCanonicalAnswers, readQuestionnaire } from '../../build/read-questionnaires.ts'
import { simulateGuesses } from '../../core/authoring/simulate-guesses.ts'
import { SETTINGS, simulateResponses, type Setting } from '../../core/authoring/simulate-responses.ts'
import {
  MEASURES,
  outcomeOf,
  tallyOutcomes,
  type Counts,
  type Measure,
  type Tally,
} from '../../core/authoring/tally-results.ts'
import { GUESS_READINGS } from '../../core/guess/read-guess.ts'
import type { ResultPart } from '../../core/questionnaire/parts.ts'
import { resultTexts } from '../../ui/locales/en/result.ts'
import { briefOf } from '../../ui/result/brief.ts'
import { ResultView } from '../../ui/result/result-view.ts'

const USAGE = `Usage: npm run -s reading [-- [--people N] [ID]...]

Answers each questionnaire, or those named, with simulated people in ${SETTINGS.length} ways, 4,000 each,
and counts what their results show: headlines, contradictions, what to read and to examine
first. Then, for rooms in which the top has guessed what the work answers, how often which
reading is drawn, and how often a leader lies outside what a group's average can be.
It shows what the rules do, not what people answer. The same every time.`

const PEOPLE = 4000
/** A row that stays below this in every column is left out. */
const RARE = 0.005
const LABEL = 46
const CELL = 8

const COLUMNS: Readonly<Record<Setting | 'mixed', string>> = {
  random: 'random',
  'half-up': '+half',
  'one-up': '+one',
  rosy: 'rosy',
  blind: 'blind',
  straight: 'straight',
  'concept-half-up': 'one+.5',
  'concept-three-quarters-up': 'one+.75',
  'quiet-work': 'quiet',
  holding: 'holding',
  mixed: 'mixed',
}

const MEASURE_NAMES: Readonly<Record<Measure, string>> = {
  level: 'no concept clear of another',
  'most-frequent-headline': 'most frequent headline as it is read',
  contradiction: 'a contradiction',
  'contradictions-three-or-more': 'three contradictions or more',
  'contradiction-undoubted': 'a contradiction without a doubt',
  'contradiction-simulated': 'the contradiction that was simulated',
  'no-lens-finding': 'no finding on the explanations',
  'no-lens-word': 'no word at all on the explanations',
  'reassured-from-the-top': 'little reported from the top, and reassured',
  'condition-first': 'a condition to examine first',
  'several-conditions-first': 'several conditions first',
  'condition-of-the-lead': 'of named leads: a condition of it is first',
  'question-of-the-condition': 'of these: the question is about it',
  'reading-of-the-source': 'first reading is the source',
  'statements-repeated': 'statements listed more than once (mean)',
  'most-repetitions': 'most often that one is listed',
  'repeated-in-a-part': 'a statement twice in one part',
}

const IN_NUMBERS: ReadonlySet<Measure> = new Set(['statements-repeated', 'most-repetitions'])

const percent = (value: number) => `${(100 * value).toFixed(1)}%`

function row(label: string, cells: readonly string[]): string {
  return label.slice(0, LABEL).padEnd(LABEL) + cells.map((cell) => cell.padStart(CELL)).join('')
}

function printCounts(title: string, tallies: readonly Tally[], countsOf: (tally: Tally) => Counts): void {
  const shareOf = (name: string) => tallies.map((tally) => (countsOf(tally).get(name) ?? 0) / tally.people)
  const names = [...new Set(tallies.flatMap((tally) => [...countsOf(tally).keys()]))]
  const rows = names
    .map((name) => ({ name, shares: shareOf(name) }))
    .filter(({ shares }) => Math.max(...shares) >= RARE)
  console.log(`\n${title}`)
  for (const { name, shares } of rows.toSorted((a, b) => b.shares.at(-1)! - a.shares.at(-1)!))
    console.log(row(name, shares.map(percent)))
}

function print(part: ResultPart, people: number): void {
  const { questionnaire } = part
  const bySetting = SETTINGS.map((setting) =>
    simulateResponses(questionnaire, setting, people).map((simulated) =>
      outcomeOf(
        questionnaire,
        simulated,
        () => briefOf(new ResultView(part, resultTexts, simulated.response)).headline,
      ),
    ),
  )
  const tallies = [...bySetting, bySetting.flat()].map((outcomes) => tallyOutcomes(questionnaire, outcomes))
  const columns = [...SETTINGS, 'mixed' as const].map((setting) => COLUMNS[setting])
  console.log(`\n${row(`${questionnaire.id} ${questionnaire.version}, ${people} people each`, columns)}`)
  for (const measure of MEASURES) {
    const cells = tallies.map(({ measures }) => {
      const value = measures[measure]
      if (value === null) return '–'
      return IN_NUMBERS.has(measure) ? value.toFixed(1) : percent(value)
    })
    console.log(row(MEASURE_NAMES[measure], cells))
  }
  printCounts('Headlines', tallies, ({ headlines }) => headlines)
  printCounts('Contradictions', tallies, ({ contradictions }) => contradictions)
  printCounts('Explanations', tallies, ({ lens }) => lens)
  printCounts('Read first', tallies, ({ readings }) => readings)
  printCounts('Examine first', tallies, ({ conditions }) => conditions)
}

/** The rooms and leaders have the same statements whatever the questionnaire. */
function printGuesses(times: number): void {
  const { rooms, leaders } = simulateGuesses(times)
  console.log(
    `\n${row(
      `Guesses, ${times} rooms of 10 and 14 each`,
      rooms.map(({ drawn }) => drawn.slice(0, CELL - 1)),
    )}`,
  )
  for (const name of [...GUESS_READINGS, 'nothing'] as const)
    console.log(
      row(
        name,
        rooms.map(({ shares }) => percent(shares[name])),
      ),
    )
  for (const { people: size, outside } of leaders)
    console.log(row(`a leader outside the average of ${size} like them`, [percent(outside)]))
}

const { values, positionals } = parseArgs({
  options: { people: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  allowPositionals: true,
})
const people = values.people === undefined ? PEOPLE : Number(values.people)
const folders = questionnaireFolders()
const wanted = positionals.length > 0 ? positionals : folders
const answers = readCanonicalAnswers()
if (
  values.help ||
  !answers.ok ||
  !Number.isInteger(people) ||
  people < 1 ||
  wanted.some((id) => !folders.includes(id))
) {
  console.log(USAGE)
  process.exitCode = values.help ? 0 : 1
} else {
  for (const id of wanted) {
    const checked = readQuestionnaire(id, answers.value)
    const texts = checked.ok ? checked.texts.en : undefined
    if (checked.ok && texts) print({ ...checked, texts, answers: answers.value }, people)
    else {
      console.error(`${id} has problems that "npm run questionnaires" names.`)
      process.exitCode = 1
    }
  }
  printGuesses(people)
}
