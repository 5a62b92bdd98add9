import type { DraftProblem } from '../../../core/workshop/draft-problem.ts'
import { count, number, quote } from './amounts.ts'
import { foreseen } from './console-foreseen.ts'
import { lockedFile } from './workshop-file.ts'

function problem(found: DraftProblem): string {
  switch (found.field) {
    case 'name':
      return 'The workshop needs a name: participants see it before they answer.'
    case 'label':
      return found.code === 'empty'
        ? 'This level needs a name: participants choose it by that.'
        : 'Another level has this name, or one that looks like it. Give this one its own, so that the two can be told apart.'
    case 'expected':
      return `Write a whole number of up to ${number.format(found.most)}, or leave it empty.`
    case 'smallest-group':
      return `Write a whole number from ${found.least} to ${found.most}. Below ${found.least}, single answers could be worked out.`
  }
}

/** Setting up a workshop. */
export const setUpTexts = {
  over: 'Set-up',
  lead: 'What you decide here is told to participants before they answer, and is fixed once the first response is in.',
  linkChanges:
    'If you change the questionnaire, the levels, the smallest group or the export of responses, the workshop gets a new link. Answers given through an earlier link are then refused, with the reason, because people gave them under other terms. Send the new link to everybody.',
  fixed:
    'The first response is in, so what participants were told is fixed. The client and the expected numbers can still be changed.',
  name: 'Name of the workshop',
  nameHint: 'Participants see it before they answer.',
  client: 'Client (optional)',
  clientHint: 'Heads the report with the name. Participants do not see it.',
  questionnaire: 'Questionnaire',
  items: (amount: number, minutes: number) =>
    `${count(amount, 'statement', 'statements')}, about ${count(minutes, 'minute', 'minutes')}`,
  ofYours: (version: string) => `From a file, version ${version}`,
  ownHint:
    'Or ask a questionnaire of your own. It is kept with the workshop, and in the workshop’s file. Whoever takes part opens the questionnaire’s file, too: you hand it out with the link.',
  ownFile: 'Questionnaire file (JSON): choose it, or drop it on the page',
  ownFailed: 'A part of the page could not be loaded. Check the connection, then choose the file again.',
  noQuestionnaire: 'Choose the questionnaire. One from a file has to be opened again.',
  language: 'Language participants are asked in',
  levels: 'Levels',
  levelsHint:
    'In the client’s own words, from nearest the top to closest to the work. The first is read as senior leadership, the last as close to the work. Two to five. How many people you expect can be left open.',
  level: (position: number) => `Level ${number.format(position)}`,
  levelOf: (position: number, of: number): string =>
    position === 1 ? 'nearest the top' : position === of ? 'closest to the work' : 'between',
  label: 'Name of the level',
  expected: 'People expected',
  up: 'Move up',
  down: 'Move down',
  removeLevel: 'Remove',
  which: (position: number, label: string) => (label === '' ? `level ${number.format(position)}` : quote(label)),
  addLevel: 'Add a level',
  levelAdded: 'A level was added, closest to the work.',
  levelRemoved: (label: string) => `${quote(label)} was removed.`,
  moved: (label: string, position: number) => `${quote(label)} is now level ${number.format(position)}.`,
  defaultLevels: ['Senior leadership', 'Middle management', 'Close to the work'],
  views: 'What the room will be able to see',
  viewsNone: 'Say how many people you expect of each level, and what can be shown is said here.',
  viewsAbout: 'If everybody you expect answers everything. Fewer always do, so plan with some to spare.',
  viewRoom: {
    spread: 'The room: averages, and how answers are spread.',
    means: 'The room: averages. With fewer than 10 people, how answers are spread is said in words or not at all.',
    'too-few': 'With so few people in the room, nothing can be shown.',
  },
  view: foreseen,
  distance: (isPossible: boolean, first: string, last: string) =>
    isPossible
      ? `The distance between ${quote(first)} and ${quote(last)} can be shown.`
      : `The distance between ${quote(first)} and ${quote(last)} cannot be shown: it needs both.`,
  mergeWhy: 'Merging two neighbours before anybody answers lets more be shown.',
  merge: (above: string, below: string) => `Merge ${quote(above)} with ${quote(below)}`,
  mergedLabel: (above: string, below: string) => `${above} and ${below}`,
  merged: (label: string) => `Merged. The level is called ${quote(label)}, which you can change.`,
  twoLeft: 'With two levels there is nothing left to merge. The room as a whole is shown.',
  smallestGroup: 'Smallest group shown',
  smallestGroupHint: 'Nothing is shown of fewer people than this. Never fewer than five.',
  arrive: 'How do answers reach you?',
  byThemselves: 'By themselves, sealed',
  byThemselvesHint: (relay: string) =>
    `People press one button at the end, and their answers arrive here while the room looks at the wall. They go through ${relay}, which cannot open them: only this device can, and a device that you give the workshop’s file. Code, picture and file work as well.`,
  byCode: 'By code, picture or file alone',
  byCodeHint: 'People hand over a code at the end. No network is needed, and it takes longer.',
  noRelay:
    'Answers are handed over as a code, a picture or a file. They cannot arrive by themselves here, because this site comes without a relay.',
  rawExport: 'May you take away every single response?',
  rawYes: 'Yes, as a table of all responses',
  rawNo: 'No, only what the room sees',
  rawYesHint:
    'Participants are told, before they answer, that you can read and keep each response with its level, without a name.',
  rawNoHint: `Participants are told, before they answer, that groups alone are shown and no table of responses is given. ${lockedFile} Whoever holds a code could still read the answers in it.`,
  ownResults: 'When do people see their own result?',
  held: 'Once the room has seen its own',
  heldHint:
    'For a room of one sitting, so that everybody looks at the room first. You show a word with the room’s result, and it opens theirs; without it they open by themselves on the day after, or at once for whoever asks. This is courtesy, not protection.',
  atOnce: 'As soon as they have answered',
  atOnceHint: 'Where answers come in over days.',
  guesses: {
    legend: 'Also ask what people close to the work would answer?',
    yes: (items: number) => `Yes, on ${items} of the statements`,
    yesHint:
      'After their own answers, everybody but the lowest level is asked what people there would answer, taken as a whole. It takes a minute, and anybody can skip it. The room then sees what each of those levels expected, beside what is reported. Participants are told before they answer.',
    no: 'No',
    noHint: 'Nobody is asked, and the room sees only what each level reports itself.',
    listed: 'People are asked what those close to the work would answer',
    told: 'Unless you sit closest to the work, you are asked at the end what people there would answer. You can skip that.',
  },
  inOldLinks:
    'This stands in the link: whoever has the link from before keeps what it told them, so send the link again to everybody.',
  problem,
  create: 'Create the workshop',
  save: 'Save the set-up',
  saved: 'The set-up is saved.',
  savedAnew: 'The set-up is saved, and the workshop has a new link. Send it to everybody.',
  cancel: 'Cancel',
  toCorrect: (amount: number) =>
    amount === 1
      ? 'One field needs to be corrected before it can be saved.'
      : `${number.format(amount)} fields need to be corrected before it can be saved.`,
}

export type SetUpTexts = typeof setUpTexts
