import { heldTexts } from './held.ts'
import type { CodeIssue } from '../../../core/codes/result-code-issues.ts'
import type { FileIssue } from '../../../core/files/response-file-issues.ts'
import type { Saving } from '../../../core/response/saved-runs.ts'
import { list, number } from './written.ts'

/** A change in whole points. One that is less than half a point is still told from none, as whether it moved rests on that. */
function points(value: number): string {
  if (Math.round(value) === 0 && value !== 0) return value > 0 ? 'just above 0' : 'just below 0'
  return value === 0 ? '0' : `${value < 0 ? '−' : '+'}${number.format(Math.abs(value))}`
}

const reported = (names: readonly string[], how: string) =>
  names.length > 0 ? [`${list.format(names)} ${names.length > 1 ? 'are' : 'is'} reported ${how} often`] : []
const statements = (amount: number) => (amount === 1 ? 'one statement' : `${number.format(amount)} statements`)

/** Why a code or link cannot be opened, and what to do. */
function codeIssue(issue: CodeIssue): string {
  switch (issue.code) {
    case 'empty':
      return 'There is no code here. Paste or type the result code, or the whole link.'
    case 'too-long':
      return 'This is much longer than a result code. Paste the code or the link alone.'
    case 'character':
      return `“${issue.character}”, character ${number.format(issue.position)} of the code, does not occur in result codes. They have digits and letters without I, L, O and U. Compare it with the original.`
    case 'too-short':
      return `The code is too short: it has ${number.format(issue.length)} letters and digits. Part of it may be missing at the end. Copy it again in full.`
    case 'check':
      return 'A letter or digit of the code is wrong, missing, or in the wrong place. Compare it with the original, group by group.'
    case 'format':
      return issue.format === 2 || issue.format === 3
        ? 'This is a code for a workshop’s facilitator, not for a single result. Give it to the facilitator.'
        : 'The code was made by a later release of this diagnostic. Load this page again, or open the link where it was made.'
    case 'questionnaire':
      return 'The code belongs to a questionnaire that this page does not have. Open the link where it was made.'
    case 'version':
      return `The code belongs to version ${issue.version} of the questionnaire, which this page does not have. Load this page again, or open the link where it was made.`
    case 'length':
      return `The code has ${number.format(issue.length)} letters and digits and should have ${number.format(issue.expected)}. Copy it again, once and in full.`
    case 'vantage':
    case 'answers':
    case 'guesses':
      return 'The code is well formed but carries answers that nobody can have given. Ask for it again where it came from.'
  }
}

/** The same, for a text that may also be a reference to a kept result. */
function openingIssue(issue: CodeIssue | { readonly code: 'not-kept' }): string {
  return issue.code === 'not-kept'
    ? 'This result is no longer kept on this device. Open its link, its code, or a file of it.'
    : codeIssue(issue)
}

/** A quotation from a file, cut: a file may hold anything. */
const cut = (text: string) => (text.length > 40 ? `${text.slice(0, 40)} …` : text)

/** Why a file cannot be opened, and what to do. */
function fileIssue(issue: FileIssue): string {
  const again = 'Download it again and open that file.'
  switch (issue.code) {
    case 'too-large':
      return `The file is larger than ${number.format(issue.most / 1024)} KB, which no response is. Choose the file of one result; of a survey tool’s table, leave the heading and one row.`
    case 'empty':
      return 'The file is empty. Choose the file of a result, or one person’s row from a survey tool.'
    case 'later-format':
      return 'The file was made by a later release of this diagnostic. Load this page again, or open the file where it was made.'
    case 'neither':
      return 'The file is not a response of this diagnostic. Choose the file of a result, or one person’s row from a survey tool.'
    case 'shape':
      return issue.path
        ? `At “${cut(issue.path)}” the file has something that does not belong there. ${again}`
        : `The file has something in it that does not belong there. ${again}`
    case 'rows':
      return `The file has ${issue.rows === 0 ? 'no row' : `${number.format(issue.rows)} rows`} of answers, and should have one. Leave the heading and one row, then open it again.`
    case 'short':
      return `The row of answers has ${number.format(issue.cells)} cells and the heading ${number.format(issue.columns)}, so part of it is missing. ${again}`
    case 'column':
      return `The column “${cut(issue.column)}” is missing. ${again}`
    case 'twice':
      return `The column “${cut(issue.column)}” is there twice. Remove one of them, then open the file again.`
    case 'cell':
      return issue.column
        ? `“${cut(issue.value)}” in the column “${cut(issue.column)}” is not something it can hold. Correct it, then open the file again.`
        : `The row has a cell, “${cut(issue.value)}”, beyond the last column. Remove it, then open the file again.`
    case 'day':
      return `“${cut(issue.value)}” is not a day it could have been given on. Write it as 2026-11-22, then open the file again. Where a spreadsheet keeps changing it, use the JSON file or the result code.`
    case 'questionnaire':
      return `The file belongs to the questionnaire “${cut(issue.id)}”, and not to the one that is open. Open that one under “Other questionnaires”, then choose the file there.`
    case 'version':
      return `The file belongs to version ${cut(issue.version)} of the questionnaire, which this page does not have. Open it where it was made.`
    case 'item':
      return `The questionnaire has no statement “${cut(issue.item)}”. ${again}`
    case 'answer':
      return `“${cut(issue.value)}” is not an answer to the statement “${cut(issue.item)}”. Correct it, then open the file again.`
  }
}

/** The texts for keeping, sharing and comparing results, in English. */
export const keepTexts = {
  held: heldTexts,
  openingIssue,
  fileIssue,
  saving: {
    unavailable: 'This browser does not let the page keep anything, so that could not be done.',
    full: 'The storage of this browser is full, so that could not be kept. Delete a result you no longer need.',
    unreadable:
      'What is kept here is damaged or was written by a later release, so it was left as it is. Load this page again, or delete everything under “Results on this device”.',
    gone: 'This result is no longer kept on this device.',
  } satisfies Record<Exclude<Saving, 'saved'>, string>,

  summary: {
    send: 'Send a summary',
    promise: 'This is all that leaves: what you see here, as a text or as a picture.',
    text: 'As a text',
    copy: 'Copy the text',
    share: 'Share the text',
    shareTitle: 'A summary of the leadership self-diagnostic',
    png: 'Save the picture (PNG)',
    print: 'Print it, with room to write',
    close: 'Close',
  },

  commit: {
    ask: 'Set a day',
    title: 'One thing, and a day for it',
    thing: 'What will you examine?',
    question: 'The question of this week',
    card: {
      ask: 'What to ask, and whom',
      bring: 'What to bring',
      /** A case of what is seen where a condition governs the work; of anything, where none is chosen. */
      case: (found: string) =>
        found
          ? `Bring a case you know where ${found}, and the day it happened.`
          : 'Bring a case you know, and the day it happened.',
      refutes: 'What would prove this wrong',
      refuted: {
        condition: 'Nobody can name such a case from the last three months, or it made no difference.',
        contradiction: 'People tell you of cases, and the cause that you believe in explains them.',
        visibility: 'What people describe to you had reached you before.',
        open: 'The cases that people tell you say otherwise. Then trust the cases.',
      },
      again: 'When to look again',
      /** The day chosen, and the day twelve weeks on. */
      days: (day: string, again: string) => `On ${day}, and with the same statements on ${again}.`,
    },
    day: 'On which day?',
    keep: 'Keep the day',
    noDay: 'Choose a day from today on.',
    willKeep: 'The day is not kept yet.',
    kept: (day: string) => `Kept on this device. From ${day} on, you are asked once what you found.`,
    notKept: 'This browser does not keep it, so the calendar file is what reminds you.',
    lasting: 'First, the copy that lasts',
    calendar: 'Then, for your calendar',
    holds: 'Two entries, private and for the whole day. This is all they hold:',
    examine: (name: string) => `To examine: ${name}`,
    again: 'Answer the leadership self-diagnostic again',
    againText: 'Twelve weeks on: answer the statements again, then compare the two results.',
    bring: 'Bring your code: the earlier result opens with it.',
    priority: (priority: string) => `With a priority in mind: “${priority}”`,
    code: (code: string) => `Result code: ${code}`,
    withPriority: 'With my priority in them',
    withCode: 'With my result code in them: whoever sees the calendar can then read every answer',
    save: 'Save both as a calendar file',
  },
  found: {
    title: 'What did you find?',
    meant: (name: string, day: string) => `${name} was to be examined by ${day}. You are asked this once.`,
    label: 'In a line or two',
    hint: 'It stays on this device, with the result, and stands beside the comparison.',
    keep: 'Keep it',
    nothing: 'Nothing to note',
    was: (name: string, found: string) => `${name}, as you found it then: “${found}”`,
  },

  title: 'Keep it, or pass on every answer',
  kept: 'This result is kept in this browser. Some browsers erase what a page keeps after a week without a visit, so the link or a file is the copy that lasts.',
  keptRun:
    'Your answers are kept in this browser until you start again, but this result could not be put among the results kept here. The link or a file is the copy that lasts.',
  /** Where the page around the diagnostic lets nothing be kept. */
  tabAlone:
    'This page keeps nothing in your browser, so answers and results stay in this tab and are gone when it is closed. Take the link or a file with you: that is the copy that lasts.',
  ownTab:
    'This questionnaire is one of your own, so its answers and results stay in this tab and are gone when it is closed. Print the result, or download it, to keep it; a file of answers opens again once the same questionnaire has been chosen here.',
  /** Of a questionnaire from a file that a workshop asks. */
  fromFile: {
    kept: 'This result is kept in this browser, and opens again by the workshop’s link. Elsewhere it could not be read without the questionnaire’s file, so it has no code of its own. Print the result, or download it: that is the copy that lasts.',
    notKept:
      'This browser keeps nothing for this page, and elsewhere the result could not be read without the questionnaire’s file. Print it, or download it, to keep it.',
  },
  keptOther: 'It is kept on this device, as a result that was sent to you.',
  notKept: 'This browser keeps nothing for this page. The link or a file is the copy that lasts.',
  notYours: 'This result is not kept on this device.',
  readable:
    'Whoever has the link, the code or a file of answers can read every answer in it. The label “answering about” is in none of them.',
  link: 'Link',
  code: 'Result code',
  copyLink: 'Copy link',
  copyCode: 'Copy the result code',
  copied: 'Copied',
  notCopied: 'This browser did not allow the copy. It is selected now: copy it with the keyboard or the menu.',
  share: 'Share the link',
  shareTitle: 'A result of the leadership self-diagnostic',
  others: 'Code, QR picture and files',
  pictureLabel: 'QR picture of the link to this result',
  pictureHint: 'A phone’s camera opens the result from it.',
  print: 'Print, or save as PDF',
  openApart: 'Open on a page of its own, to print or return to',
  json: 'Answers (JSON)',
  csv: 'Answers (CSV)',
  png: 'Picture for a slide (PNG), which shows your answers',
  failed: 'That could not be prepared. Check the connection, then try again.',
  compare: 'Compare with another result',
  withTeam: 'Do this with a team',
  toKept: 'Results on this device',
  keepHere: 'Keep it on this device',
  keptHere: 'Kept on this device.',

  opened: {
    link: (day: string) =>
      `This result came in a link or as a code. It shows how one person saw an organisation on ${day}. “You” in it is the person who answered.`,
    file: (day: string) =>
      `This result comes from a file. It shows how one person saw an organisation on ${day}. “You” in it is the person who answered.`,
    untouched: 'It is only shown here: nothing this device keeps is changed.',
    note: 'One person’s result, sent to somebody else. “You” in it is the person who answered.',
    noPace: 'How quickly the statements were answered is not in its code.',
    saved: (day: string) => `Kept on this device, from ${day}.`,
    savedNamed: (name: string, day: string) => `“${name}”, kept on this device, from ${day}.`,
    over: 'A result',
    take: 'Take it yourself',
    own: 'Go to your own answers',
    failedTitle: 'This result cannot be opened',
    changed: (version: string, gone: number, added: number) =>
      [
        `It was given on version ${version} of the questionnaire, which has changed since.`,
        ...(gone > 0 ? [`Its answers to ${statements(gone)} that are no longer asked are left out.`] : []),
        ...(added > 0
          ? [
              `${added === 1 ? 'One statement was' : `${number.format(added)} statements were`} not asked then and count as open.`,
            ]
          : []),
      ].join(' '),
  },

  runs: {
    title: 'Results on this device',
    over: 'Kept in this browser',
    none: 'No result is kept in this browser yet. A result is kept as soon as it is shown.',
    damaged: 'Some of what was kept could not be read and is not shown.',
    lasting:
      'Some browsers erase what a page keeps after a week without a visit. A link or a file is the copy that lasts. On a shared computer, delete everything before you leave, and clear the browser’s history where links were opened.',
    open: 'Open',
    compare: 'Compare',
    rename: 'Name',
    namePlaceholder: 'A name of your own',
    remove: 'Delete',
    removed: 'Deleted.',
    renamed: 'Name kept.',
    from: { link: 'Sent to you as a link or code', file: 'Opened from a file' },
    foreign: 'It belongs to a questionnaire that this page no longer has.',
    of: (what: string, day: string) => `${what}: result of ${day}`,
    about: (about: string) => `About: ${about}`,
    unreadable: 'Cannot be opened by this release',
    elsewhere: 'Open another result',
    back: 'Back to the diagnostic',
    everything: 'Delete everything on this device',
    everythingTitle: 'Delete everything?',
    everythingText:
      'The results kept here, the answers of a run in progress, and any workshops you facilitate will be removed from this browser. Links, codes and files you saved elsewhere still open.',
    everythingConfirm: 'Delete everything',
    everythingKeep: 'Keep it',
    everythingDone: 'Everything the diagnostic kept in this browser is deleted.',
  },

  questionnaires: {
    title: 'Questionnaires',
    unknown: 'The link names a questionnaire that is not on this page. Those that are here:',
    size: (items: number, minutes: number) =>
      `${number.format(items)} ${items === 1 ? 'statement' : 'statements'}, about ${number.format(minutes)} ${minutes === 1 ? 'minute' : 'minutes'}`,
    own: 'One of your own',
    ownHint:
      'A questionnaire file runs here at once, by the same rules as those above. It and its answers stay in this tab, and nothing is sent anywhere. Its texts are shown as text alone.',
    sampleHint: 'The sample is small and complete: four statements in English and French. Change it to your own.',
    sample: 'Download a sample',
    ownFile: 'Questionnaire file (JSON): choose it, or drop it on the page',
  },

  field: {
    label: 'Result code or link',
    open: 'Open',
    other: 'The code belongs to another questionnaire of this page. Only results of one questionnaire can be compared.',
    file: 'Or a file: of a result (JSON or CSV), or one person’s row from a survey tool (CSV, Excel)',
  },

  comparison: {
    title: 'Then and now',
    choose: 'Compare with which result?',
    first: (label: string) => `To be compared: ${label}.`,
    noOther: 'No other result is kept on this device.',
    label: (...known: readonly string[]) => known.join(', '),
    headline: (more: readonly string[], less: readonly string[], still: readonly string[], open: readonly string[]) =>
      more.length + less.length + still.length === 0
        ? 'Too little was answered both times to tell what moved.'
        : [
            ...(more.length + less.length > 0
              ? [`${[...reported(more, 'more'), ...reported(less, 'less')].join('; ')}.`]
              : ['Nothing clearly moved.']),
            ...(more.length + less.length > 0 && still.length > 0
              ? [`${list.format(still)} did not clearly move.`]
              : []),
            ...(open.length > 0 ? [`For ${list.format(open)} too little was answered both times to tell.`] : []),
          ].join(' '),
    basis: (same: number, items: number) =>
      `Of ${statements(items)} about the organisation, ${number.format(same)} ${same === 1 ? 'has' : 'have'} an answer on the scale both times. “More” or “less” is said only where the change is larger than chance in the wording of the statements would make it, four times in five.`,
    same: 'The two codes carry the same answers, so there is nothing to compare.',
    placeUnknown:
      'For one of the two it is not known from which position it was answered. A difference may come from that.',
    persons:
      'At least one of them was sent to this device, so they may be of two people, and a difference may come from that.',
    places: (then: string, now: string) =>
      `The two were answered from different positions (${then}; ${now}). A difference may come from where they sit, and not from a change.`,
    sameDay: 'Both are of the same day, so “then” is only the one that was chosen first.',
    otherVersion: (version: string, amount: number) =>
      `One was given on version ${version} of the questionnaire. ${amount === 0 ? 'All its statements are still asked.' : `${number.format(amount)} ${amount === 1 ? 'statement' : 'statements'} could not be compared.`}`,
    means: {
      title: 'What this can mean',
      more: (isFromTop: boolean): string =>
        isFromTop
          ? 'More reported from the top can mean that it happens more often. It can also mean that more of it now reaches you, which would be a gain. People closer to the work can tell which.'
          : 'More reported can mean that it happens more often, or that you now see more of it. Ask others whether they see it, too.',
      less: (isFromTop: boolean): string =>
        isFromTop
          ? 'Less reported from the top can mean that it happens less often, or that less of it reaches you: from there, the two look the same.'
          : 'Less reported can mean that it happens less often, or that one has grown used to it. Look for what has changed in the work.',
      still:
        'That nothing clearly moved does not mean that nothing changed: a small change cannot be told from chance in the wording.',
    },
    next: 'The next step',
    chart: 'The scores, then and now',
    path: 'The signal path, then and now',
    chartCaption:
      'Each point is a score and the bar around it its 80 % band; then in outline, now filled, with a line between the two. The change is judged statement by statement, so it can be clear even where bands overlap.',
    chartLabel: (parts: readonly string[]) => `Chart of the scores then and now. ${parts.join('. ')}.`,
    row: (concept: string, then: number | null, now: number | null) =>
      `${concept}: ${then === null ? 'no score' : number.format(then)} → ${now === null ? 'no score' : number.format(now)}`,
    table: 'What moved',
    concept: 'Concept',
    change: 'Change',
    verdict: 'Reported',
    score: (score: number, low: number, high: number) =>
      `${number.format(score)} (${number.format(low)} – ${number.format(high)})`,
    noScore: 'no score',
    changed: (change: number, low: number, high: number) => `${points(change)} (${points(low)} to ${points(high)})`,
    noChange: 'open',
    more: 'more',
    less: 'less',
    still: 'no clear change',
    unknown: 'cannot be told',
    answers: 'Answers that changed',
    noAnswers: 'No answer changed.',
    statement: 'Statement',
    earlier: 'Then',
    later: 'Now',
    lens: 'Your explanations',
    notCompared: 'Statements that could not be compared',
    other: 'Compare with a different result',
  },
}

export type KeepTexts = typeof keepTexts
