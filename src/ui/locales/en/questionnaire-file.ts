import type { IssuePlace, PlacedEntry } from '../../../core/authoring/place-issue.ts'
import type { QuestionnaireFileProblem } from '../../../core/authoring/read-questionnaire-file.ts'
import type { JsonFault } from '../../../core/files/scan-json.ts'

const amounts = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })

const LONGEST_NAME = 60

const quote = (name: string) =>
  `“${name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…` : name}”`

const languages = new Intl.DisplayNames('en-GB', { type: 'language' })
const languageName = (code: string) => (/^[a-z]{2}$/.test(code) ? (languages.of(code) ?? code) : quote(code))

const atLine = (line: number) => `Line ${line}`

/** A sentence on a fault in the text of a JSON file, and on what to do about it. */
function fault(found: JsonFault, name: string | null): string {
  switch (found) {
    case 'nothing':
      return 'The file is empty. Choose another, or begin with the sample.'
    case 'unfinished':
      return 'The file ends before everything is closed. Close each { with } and each [ with ].'
    case 'goes-on':
      return 'The file goes on after its last bracket. Remove what follows, or the bracket that closes too early.'
    case 'comma':
      return 'After this, a comma or a closing bracket is missing. Add it.'
    case 'comma-too-many':
      return 'A closing bracket follows the comma. Remove the comma, or add what should stand between them.'
    case 'colon':
      return 'After this name, a colon is missing. Add it.'
    case 'quotes':
      return 'Names and texts stand between straight quotation marks, not curly ones or none. Put them there.'
    case 'quote-inside':
      return 'A quotation mark inside the text ends it too early. Write curly ones there, “like these”.'
    case 'open-text':
      return 'The text is not closed where its line ends. Write it in one line, with a straight quotation mark at its end.'
    case 'character':
      return 'The text has a tab or a single backslash in it. Write a space for the tab, or two backslashes for the one.'
    case 'comment':
      return 'A comment stands here, and JSON has none. Remove it.'
    case 'value':
      return 'Here a text, a number, a list or a group is missing or not closed. Correct it.'
    case 'nested':
      return 'Brackets stand deeper inside one another than in any questionnaire. Remove those that are too many.'
    case 'twice':
      return `The name ${quote(name ?? '')} stands twice in one group, and only one of them could count. Rename or remove one.`
  }
}

function entryWords({ of, number, name }: PlacedEntry): string {
  const named = name === '' ? '' : ` ${quote(name)}`
  const counted = number === null ? '' : ` ${number}`
  switch (of) {
    case 'statement':
      return `statement${counted}${named}`
    case 'source':
      return `source${counted}${named}`
    case 'opposites':
      return `pair of opposites${counted}`
    case 'scale':
      return `response scale${named}`
    case 'room finding':
      return `finding about a room${named}`
    case 'excluded words':
      return `excluded words, ${languageName(name)}`
    default:
      return `${of}${named}`
  }
}

/** The texts about a person's own questionnaire file, in English. */
export const questionnaireFileTexts = {
  notOpened: (amount: number) =>
    amount === 1
      ? 'The file cannot be used yet. Correct this, then choose it again:'
      : `The file cannot be used yet. Correct these ${amounts.format(amount)} things, then choose it again:`,
  more: (amount: number) => `And ${amounts.format(amount)} more, which are named once these are corrected.`,

  /** Where a fault is, by line and name. */
  place: ({ line, language, entry, parts }: IssuePlace) =>
    [
      atLine(line),
      ...(language === null ? [] : [`texts in ${languageName(language)}`]),
      ...(entry === null ? [] : [entryWords(entry)]),
      ...(parts.length === 0 ? [] : [quote(parts.join(' › '))]),
    ].join(', '),

  /** Where the file goes wrong before it can be checked, where that can be said. */
  problemPlace(problem: QuestionnaireFileProblem) {
    if (problem.is === 'taken-id') return `${atLine(problem.line)}, “id”`
    return 'line' in problem ? atLine(problem.line) : ''
  },

  problem(problem: QuestionnaireFileProblem) {
    switch (problem.is) {
      case 'too-large':
        return 'The file is larger than 1 MB, which no questionnaire is. Choose the questionnaire’s own file.'
      case 'not-json':
        return fault(problem.fault, problem.name)
      case 'structure-alone':
        return 'This is the structure of a questionnaire without its texts. Put both into one file, as the sample has them: “questionnaire” and “texts”.'
      case 'texts-alone':
        return 'These are the texts of a questionnaire without its structure. Put both into one file, as the sample has them: “questionnaire” and “texts”.'
      case 'result':
        return 'This is a file of answers and no questionnaire. Open it under “Results on this device”.'
      case 'other-file':
        return 'This is no questionnaire. One has two parts, as the sample has them: “questionnaire” with the structure, and “texts” with the texts of each language.'
      case 'unknown-parts':
        return `Beside “questionnaire” and “texts” there is ${problem.names.map(quote).join(', ')}. Remove it, or put it where it belongs.`
      case 'taken-id':
        return `The id ${quote(problem.id)} belongs to a questionnaire of this page. Give yours an id of its own.`
      case 'language':
        return `${quote(problem.name)} names no language. Write two small letters, such as “en” or “fr”.`
    }
  },
}

export type QuestionnaireFileTexts = typeof questionnaireFileTexts
