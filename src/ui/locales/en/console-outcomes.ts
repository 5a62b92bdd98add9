import type { DoubtedRow } from '../../../core/files/table-draft.ts'
import type { SumMeaning } from '../../../core/files/mapping.ts'
import type { Outcome, PeopleQuestion } from '../../../core/workshop/outcome.ts'
import { count, number } from './amounts.ts'
import type { TableOpenedTexts } from './table-opened.ts'
import { quote, rowIssue, setApart } from './table-rows.ts'

const span = (one: string, many: string, first: number, last: number) =>
  first === last ? `${one} ${number.format(first)}` : `${many} ${number.format(first)} to ${number.format(last)}`

const MOST_NAMED = 8

const noLevel = (where: string) =>
  `In ${where} stands no level of this workshop. Use the name of a level, or leave it empty.`

/** Names listed in short. */
function few(names: readonly string[]): string {
  const more = names.length - MOST_NAMED
  return names.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` and ${number.format(more)} more` : '')
}

const fitted = (version: string | null) =>
  version === null ? '' : ` It was given on version ${version} of the questionnaire and fitted to this one.`
const lost = (levelLost: boolean) =>
  levelLost ? ' Where the person sits is none of this workshop’s levels, so it counts without a level.' : ''

const waiting: Record<PeopleQuestion, (rows: number) => string> = {
  'codes-and-tables': (rows) =>
    `${count(rows, 'response waits', 'responses wait')}: there are codes and tables here, and nobody but you can say whether the same people are in both.`,
  'other-people': (rows) =>
    `${count(rows, 'row waits', 'rows wait')}: nothing in the table says whether these people are in already.`,
  'other-survey': (rows) =>
    `${count(rows, 'row waits', 'rows wait')}: numbers of responses in this table are in already, with other answers.`,
}

/**
 * The outcome of one passage, and what to do where it was not taken in.
 *
 * @param tables what is said of tables, which is loaded later
 */
function outcomeText(outcome: Outcome, tables: Pick<TableOpenedTexts, 'issue'>): string {
  switch (outcome.outcome) {
    case 'taken':
      return `Taken in.${fitted(outcome.fitted)}${lost(outcome.levelLost)}`
    case 'replaced':
      return `Taken in, in the place of what this participant had handed over before.${fitted(outcome.fitted)}`
    case 'older':
      return 'This participant has handed over again since. The later response counts.'
    case 'already-there':
      return 'This response is in already.'
    case 'same-again':
      return 'The same response is in already, and without a participant number nobody can tell whether it is another person’s.'
    case 'taken-out':
      return 'You have taken these answers out. They do not count unless you say so.'
    case 'asks':
      return waiting[outcome.about](outcome.rows)
    case 'may-be-same':
      return 'Left out: you said that the same people may be in codes and in tables.'
    case 'set-apart':
      return setApart(outcome.why, outcome.rows)
    case 'earlier':
      return `The same person answered again on line ${number.format(outcome.by)}, and that counts.`
    case 'closed':
      return 'It came after collection was closed, and was not taken in. Reopen collection, then hand it in again.'
    case 'other-workshop':
      return `It belongs to another workshop, ${outcome.workshop}, or was given through a link from before this one’s set-up was changed. Ask the person to use this workshop’s link.`
    case 'other-questionnaire':
      return outcome.questionnaire === null
        ? 'It belongs to another questionnaire.'
        : `It belongs to another questionnaire, ${quote(outcome.questionnaire)}.`
    case 'other-version':
      return `It was given on version ${outcome.version} of the questionnaire, which this page does not have. Load this page again for the latest release, then hand it in once more.`
    case 'later-format':
      return 'It comes from a later release of the diagnostic. Load this page again, then hand it in once more.'
    case 'other-promises':
      return 'It was given under other promises than this workshop makes: other levels, another smallest group, or another rule on exports. It was not taken in. Ask the person to answer through this workshop’s link.'
    case 'other-levels':
      return 'It names a level that this workshop does not have. Ask the person to use this workshop’s link.'
    case 'cut':
      return 'Part of the code is missing. Ask for the whole code, or the link.'
    case 'damaged':
      return 'A letter or digit of the code is wrong. Compare it with the original, or ask for it again.'
    case 'row':
      return rowIssue(outcome.issue, noLevel)
    case 'cell':
      return `In column ${quote(outcome.column)} stands what this workshop’s export never has there. Export it again.`
    case 'table':
      return tables.issue({ of: 'table', issue: outcome.issue })
    case 'file':
      return 'The file was a response and cannot be read. Ask for it again, or for the code.'
    case 'workshop-file':
      return 'This is the file of a whole workshop. Import it under “Workshops on this device”.'
    case 'nothing-found':
      return 'No code, link or table was found in it.'
    case 'too-large':
      return 'It is too long to be taken in at once. Split it into parts.'
    case 'full':
      return `The workshop holds ${number.format(outcome.most)} responses and takes in no more. Set up another workshop for the rest.`
    case 'too-many':
      return `What follows was not looked at: at most ${number.format(outcome.most)} responses are taken in at once. Hand in the rest separately.`
  }
}

/** The texts of the console about everything handed in. */
export const outcomeTexts = {
  outcome: outcomeText,
  title: 'What became of it',
  source: {
    text: 'Pasted or typed',
    file: (name: string) => `File ${quote(name)}`,
    camera: (first: number, last: number) => span('Scan', 'Scans', first, last),
    relay: () => 'What came by itself',
  },
  questions: {
    title: 'Before these count',
    lead: 'What is shown of a group counts people, so nobody may count twice. Only you can say this:',
    ask: {
      'codes-and-tables': (rows: number) =>
        `Codes and tables are both in this workshop. May somebody who handed over a code also be in a table? ${count(rows, 'response waits', 'responses wait')} for your answer, which then holds for the whole workshop.`,
      'other-people': (rows: number) =>
        `Nothing in this table says whether its people are in already. Are the ${count(rows, 'person in the row that waits', 'people in the rows that wait')} others than those who are in?`,
      'other-survey': (rows: number) =>
        `Numbers of responses in this table are in already, with other answers. Every survey may count from 1: is this another one with other people, or the same one with answers changed since? ${count(rows, 'row waits', 'rows wait')} for your answer.`,
    } satisfies Record<PeopleQuestion, (rows: number) => string>,
    others: {
      'codes-and-tables': 'No, nobody is in both',
      'other-people': 'Yes, all of them: count them',
      'other-survey': 'Another survey: count them',
    } satisfies Record<PeopleQuestion, string>,
    same: {
      'codes-and-tables': 'Yes, or I cannot tell: leave them out',
      'other-people': 'No, or I cannot tell: leave them out',
      'other-survey': 'The same survey: replace the answers',
    } satisfies Record<PeopleQuestion, string>,
  },
  mapping: {
    title: 'What does this table hold?',
    lead: 'Not everything in it is certain, so nothing of it was read yet. Each field holds the best guess: correct it where it is wrong.',
    turned:
      'The table stands on its side, with statements as rows and people as columns. It is read turned round: here, a column is one of its rows, and later, a line is one of its columns, counted from the left.',
    cells: 'What stands in place of answers',
    cell: (cell: string) => `${quote(cell)} means`,
    levels: 'What stands in place of levels',
    sums: 'Rows that may sum up the others',
    sum: (rows: readonly DoubtedRow[]) =>
      [
        ...rows.flatMap((row) =>
          row.why === 'counts' || row.why === 'groups'
            ? [
                `Every line: column ${number.format(row.number)}, ${quote(row.column)}, ${row.why === 'counts' ? 'seems to say how many people answered' : 'has another group in each, and nothing says who answered'}`,
              ]
            : [],
        ),
        ...(['sums', 'word'] as const).flatMap((why) => {
          const lines = rows.filter((row) => row.why === why).map(({ line }) => number.format(line))
          if (lines.length === 0) return []
          const what =
            why === 'word'
              ? 'where a row says whose it is, a word that may be nobody’s name'
              : 'in every statement what the answers of the others come to, such as their rounded average, and nothing that says whose they are'
          return [`${lines.length === 1 ? 'Line' : 'Lines'} ${lines.join(', ')}: ${what}`]
        }),
      ].join('. '),
    sumsAre: { nobody: 'Nobody’s: a summary', people: 'Somebody’s own answers' } satisfies Record<SumMeaning, string>,
    columns: 'Columns',
    others: (amount: number) =>
      amount === 1 ? 'How the other column is read' : `How the other ${number.format(amount)} columns are read`,
    column: (position: number) => `Column ${number.format(position)}`,
    nameless: 'without a heading',
    doubtful: 'not certain',
    ofGroups:
      'Most rows share their value here with rows that answer otherwise. If it names departments or other groups, and not people, choose “Nothing for here”.',
    recoded:
      'By its heading, the steps were turned round or worked out anew. Export the answers as they were given, or choose the statement if these are they.',
    columnIs: {
      nothing: 'Nothing for here',
      person: 'Who the person is',
      response: 'The number of the response',
      level: 'Where the person sits',
    },
    statement: (position: number, text: string) => `${number.format(position)}. ${text}`,
    choose: 'Choose …',
    cantTell: 'Can’t tell',
    unanswered: 'Not answered',
    step: (step: number) => `Step ${number.format(step)} of the scale`,
    noLevel: 'No level',
    read: 'Read the table',
    keep: 'Keep this as a file',
    leave: 'Leave the table unread',
    kept: 'The mapping is in your downloads. Hand it in with the next such table, or give it to the command line with --mapping.',
    noStatement: 'No column is a statement yet. Choose one for each column that holds answers.',
    twice:
      'Two columns are the same statement. If each person filled in one of them, as in two languages, press “Read the table” again; else choose “Nothing for here” for the one that does not count.',
    undecided: 'Something still has no meaning. Choose one wherever it says “Choose …”.',
    mapped: 'Read by what you said; see above.',
    inUse: 'The mapping was read. It is used for the table that waits for it.',
    noTable: 'No table waits for a mapping. Hand in the table first, then its mapping.',
  },
  admit: 'Take them in all the same',
  admitted: 'Taken in on request; see above.',
  summary: (taken: number, known: number, refused: number, waits: number, apart: number) =>
    [
      `${count(taken, 'response', 'responses')} taken in`,
      ...(waits > 0 ? [`${number.format(waits)} waiting for your answer`] : []),
      ...(apart > 0 ? [`${number.format(apart)} that the tool does not count`] : []),
      ...(known > 0 ? [`${number.format(known)} in already`] : []),
      ...(refused > 0 ? [`${number.format(refused)} not taken in`] : []),
    ].join(', '),
  line: (line: number, character?: number) =>
    `Line ${number.format(line)}${character === undefined ? '' : `, character ${number.format(character)}`}`,
  columns: (ignored: readonly string[], missing: readonly string[]) =>
    [
      ...(ignored.length > 0 ? [`Columns that mean nothing here were passed over: ${few(ignored)}.`] : []),
      ...(missing.length > 0
        ? [`Statements without a column count as unanswered: ${number.format(missing.length)}.`]
        : []),
    ].join(' '),
  numbered: (rows: number) =>
    `${count(rows, 'row has', 'rows have')} the number of a response and nothing that says who answered, so nobody can tell whether somebody is in there twice. An export with e-mail addresses, tokens or references would tell.`,
  allTaken: (amount: number) => `The ${count(amount, 'response', 'responses')} taken in`,
  more: (amount: number) => `Show ${number.format(amount)} more`,
  remove: 'Remove',
  removeWhich: (which: string) => `the response from: ${which}`,
  removed: 'Taken out, or handed over anew since: it counts no longer.',
  countAgain: 'Count it as another person’s',
  countedAgain: 'Counted as another person’s.',
  letBack: 'Let them count again',
  letBackDone: 'Let back: it counts again.',
  standsRemoved: 'The response was taken out.',
  removeShown: {
    title: 'Take out a response that was shown?',
    text: 'A view that was shown counts this response. The view stays as it was shown, and the answers are deleted. Whoever else is in that view is in no further one: the difference between the two could tell what the answers were. Take it out where the person asks for it; otherwise let it count.',
    keep: 'Let it count',
    confirm: 'Take it out',
  },
}

export type OutcomeTexts = typeof outcomeTexts
