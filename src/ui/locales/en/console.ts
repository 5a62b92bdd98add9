import { lockedFile, lockTexts } from './workshop-file.ts'
import type {
  CameraFailure,
  CollectionSource,
  CollectionStatus,
  RelayFailure,
  WorkshopFailure,
} from '../../../core/ports.ts'
import type { WorkshopFileIssue } from '../../../core/workshop/workshop-file.ts'
import type { ForeseenPart, ForeseenSnapshot } from '../../../core/room/foresee-snapshot.ts'
import type { ForeseenView } from '../../../core/workshop/foresee-views.ts'
import type { SnapshotDecision } from '../../../core/disclosure/next-snapshot.ts'
import type { DraftProblem } from '../../../core/workshop/draft-problem.ts'
import type { Workshop } from '../../../core/workshop/workshop.ts'
import { outcomeTexts } from './console-outcomes.ts'

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })

const count = (amount: number, one: string, many: string) => `${number.format(amount)} ${amount === 1 ? one : many}`
const people = (amount: number) => count(amount, 'person', 'people')
const responses = (amount: number) => count(amount, 'response', 'responses')
const quote = (text: string) => `“${text}”`
const date = (iso: string) => day.format(new Date(`${iso}T00:00:00Z`))

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

function foreseen(label: string, view: ForeseenView, expected: number, k: number): string {
  switch (view) {
    case 'spread':
      return `${quote(label)}: averages, and how answers are spread.`
    case 'means':
      return `${quote(label)}: averages. With fewer than 10 people, how answers are spread is said in words or not at all.`
    case 'too-few':
      return expected === 0
        ? `With nobody in ${quote(label)}, nothing can be shown of that level.`
        : `With ${number.format(expected)} in ${quote(label)}, that level cannot be shown on its own: groups of fewer than ${number.format(k)} are not.`
    case 'would-reveal-others':
      return `${quote(label)} cannot be shown either: the room less this level would be a smaller group than ${number.format(k)}.`
    case 'unknown':
      return `${quote(label)}: say how many people you expect, and what can be shown is said here.`
  }
}

function foreseenNow(label: string, level: ForeseenSnapshot['levels'][number], k: number): string {
  switch (level.view) {
    case 'too-few':
      return `${quote(label)}: not shown. ${level.people === 0 ? 'Nobody has' : `${people(level.people)} ${level.people === 1 ? 'has' : 'have'}`} answered, and ${number.format(level.more)} more from ${quote(label)} would let it be shown.`
    case 'would-reveal-others':
      return `${quote(label)}: not shown, or the difference would tell about fewer than ${number.format(k)} others. Wait until these are more.`
    case 'means':
    case 'spread':
    case 'unknown':
      return foreseen(label, level.view, level.people, k)
  }
}

function partName(part: ForeseenPart, levels: readonly string[]): string {
  if (typeof part === 'number') return quote(levels[part] ?? '')
  return { room: 'the room', statements: 'single statements', distance: 'the distance' }[part]
}

function foreseenStatements(statements: ForeseenSnapshot['statements']): string {
  switch (statements) {
    case 'yes':
      return 'Single statements are shown, as far as the answers allow.'
    case 'once':
      return 'Single statements are shown in this view and in no later one. For that, wait until ten have answered.'
    case 'never':
      return 'Single statements are not shown any more: the difference to an earlier view would tell about a few people.'
    default:
      return `Single statements are not shown: compared with the last view, so few who are new could be told apart. Wait for ${number.format(statements)} more.`
  }
}

function verdict(why: Extract<SnapshotDecision, { ok: false }>, levels: readonly string[]): string {
  const where = why.missing.map(({ group, more }) =>
    group === 'room' ? people(more) : `${people(more)} in ${quote(levels[group] ?? '')}`,
  )
  switch (why.why) {
    case 'more-than-expected':
      return `More people have answered than were expected: ${list.format(where)} too many. Somebody may have answered twice, and nothing is shown until you say that they are all different people.`
    case 'too-few':
      return `Too few have answered for anything to be shown. Still needed: ${list.format(where)}.`
    case 'too-many-views':
      return 'This workshop holds as many views as it can. Set up another workshop for the next.'
    case 'too-few-new':
      return `What came in since the last snapshot is not shown yet: so few could be told apart by comparing the two. Still needed: ${list.format(where)}.`
    case 'would-reveal-others':
      return 'What changed since the last snapshot is not shown: compared with what the room has seen, it would tell about a few people alone.'
  }
}

const cameraFailure: Record<CameraFailure | 'ended', string> = {
  ended: 'The camera was taken away. Connect it again, then try again.',
  unsupported: 'This browser gives the page no camera. Paste or type the codes, or open the page in another browser.',
  refused:
    'The camera is blocked for this page. Allow it in the browser’s settings for this site, beside the address, then try again. Codes can be pasted or typed meanwhile.',
  missing: 'No camera was found. Connect one and try again, or paste or type the codes.',
  'in-use': 'The camera is in use by another program. Close that program, then try again.',
  failed: 'The camera could not be opened. Try again, or paste or type the codes.',
}

const storage: Record<WorkshopFailure, string> = {
  unavailable:
    'This browser keeps nothing for this page. You can go on, but what you set up and collect is lost when this tab is closed. Export each workshop as a file: that is the copy that lasts.',
  full: 'This browser’s storage is full. What you change from now on is lost when this tab is closed. Export each workshop as a file, then delete workshops you no longer need.',
  'later-release':
    'The workshops on this device are kept by a later release of this page, in a form that this one cannot read. They are all still there, unchanged. Load the page again while there is a network, to get that release. What you set up or collect before that is lost when this tab is closed.',
}

function fileIssue(issue: WorkshopFileIssue): string {
  const again = 'Export it again from where it was kept, then import that file.'
  switch (issue.code) {
    case 'too-large':
      return `The file is larger than any workshop. Choose the file that “Export the workshop” gave.`
    case 'not-a-workshop':
      return 'This is not the file of a workshop. Choose the file that “Export the workshop” gave. Responses are handed in within a workshop.'
    case 'later-format':
      return 'The file comes from a later release of the diagnostic. Load this page again, then import it.'
    case 'shape':
      return `The file holds something, at ${quote(issue.path)}, that does not belong there. ${again}`
    case 'twice':
      return `The file holds the same response twice, at ${quote(issue.path)}. ${again}`
    case 'promises':
      return `The answers at ${quote(issue.path)} were given under other promises than the workshop in this file makes: its levels or its smallest group were changed since. ${again}`
    case 'snapshot':
      return `Snapshot ${number.format(issue.number)} in the file does not fit the responses in it. ${again}`
  }
}

/** The settings that people are told in the room. */
type Told = Pick<Workshop, 'smallestGroup' | 'rawExport' | 'holdsResults'> & { readonly isOwn?: boolean }

/** The texts of the facilitator's console. */
export const consoleTexts = {
  pageTitle: 'Workshop',
  number: (amount: number) => number.format(amount),
  storage,
  lock: lockTexts,
  reload: 'Load the page again',
  erased: {
    title: 'Everything was deleted',
    text: 'All that this diagnostic keeps in this browser was deleted, workshops and responses included. This tab has nothing of it left and writes nothing any more. A file exported before can be imported again once the page is loaded again.',
  },
  backToStart: 'Workshops on this device',
  loading: 'One moment …',
  outcomes: outcomeTexts,

  start: {
    over: 'For facilitators',
    title: 'Workshops',
    lead: 'Everybody answers on their own phone, the room talks about what it sees, and nobody is exposed. Everything stays on this device: there is no account and no server, and no connection is needed once the page is open.',
    offline: (isReady: boolean | null): string =>
      isReady === null
        ? 'Keeping this console on this device, for when there is no network …'
        : isReady
          ? 'This console is kept on this device: it opens without a network, too.'
          : 'This browser does not keep the console on this device. Open it while there is a network and leave its tab open: it then needs none.',
    create: 'Set up a workshop',
    kept: 'On this device',
    none: 'No workshop is kept on this device yet.',
    unread: 'They cannot be listed by this release.',
    open: 'Open',
    remove: 'Delete',
    of: (name: string) => `the workshop ${quote(name)}`,
    removeTitle: (name: string) => `Delete ${quote(name)}?`,
    removeText: (amount: number, isShown: boolean) =>
      [
        amount === 0
          ? 'Its set-up is deleted from this device, and codes given through its link can no longer be taken in.'
          : `Its set-up and ${responses(amount)} are deleted from this device, and codes given through its link can no longer be taken in. A file exported before can be imported again.`,
        ...(isShown ? ['That views of it were shown is remembered, without names, answers or figures.'] : []),
      ].join(' '),
    removeConfirm: 'Delete for good',
    removeKeep: 'Keep it',
    removed: (name: string) => `${quote(name)} is deleted.`,
    notRemoved: 'The browser did not let the page delete it. Clear this site’s data in the browser’s settings.',
    ledgers: (amount: number) => `Remembered of ${count(amount, 'deleted workshop', 'deleted workshops')}`,
    ledgersText:
      'Of each, its number, its terms, and sealed marks of who was in which view or was taken out: no name, no answer, no figure. A file of it that is imported again is bound by that, so that no view differs from one that was shown by a single person. “Delete everything on this device” removes this, too.',
    ledger: (id: string, views: number, iso: string | null) =>
      iso === null ? id : `${id}: ${count(views, 'view', 'views')}, the last on ${date(iso)}`,
    responses,
    latest: (iso: string) => `latest on ${date(iso)}`,
    nothing: 'nothing collected yet',
    collecting: 'Collecting',
    closed: 'Collection closed',
    unreadable: (id: string) =>
      `The workshop ${id} cannot be read by this release. It was left as it is: load this page again for the latest release, or download it as it is.`,
    download: 'Download it as it is',
    lasting:
      'Browsers can erase what a page keeps, some of them after a week without a visit. The exported file is the copy that lasts. On a shared computer, export and delete before you leave.',
  },

  tryOut: {
    title: 'Rehearse',
    about:
      'A sample room of 24 simulated people, with results to read and to present. Nobody gave these answers, and it says so wherever they are shown.',
    open: 'Open the sample room',
    name: 'Sample room (simulated)',
    client: 'Nobody’s company (simulated)',
    levels: ['Executive team', 'Teams'] as readonly [string, string],
  },

  importing: {
    title: 'Import a workshop',
    label: 'The file of a workshop: choose it, or drop it on this page',
    issue: fileIssue,
    encoding: 'The file is not text that can be read. Choose the file that “Export the workshop” gave.',
    foreign: (name: string) =>
      `${quote(name)} asks a questionnaire, or a version of it, that this page does not have. It is kept, but it cannot collect here.`,
    done: (name: string) => `${quote(name)} is imported.`,
    elsewhere: (name: string) => `Was a view of ${quote(name)} shown on another device since this file was written?`,
    elsewhereText:
      'This device cannot know. If one was, a view here that differs from it by few people would tell about them: it then waits for as many new people as the smallest group.',
    nowhere: 'No, nowhere',
    somewhere: 'Yes, or I am not sure',
    stayOut: (amount: number) =>
      `${responses(amount)} in the file ${amount === 1 ? 'was' : 'were'} taken out here and ${amount === 1 ? 'stays' : 'stay'} out.`,
    exists: (name: string) => `${quote(name)} is on this device already.`,
    existsText: (here: number, file: number) =>
      `Here it has ${responses(here)}, in the file ${number.format(file)}. A copy gets an id of its own, so codes that participants hand over go to the one that is here.`,
    replace: 'Replace the one here',
    both: 'Keep both',
    cancel: 'Leave it as it is',
    copy: (name: string) => `${name} (copy)`,
  },

  setUp: {
    over: 'Set-up',
    newTitle: 'Set up a workshop',
    editTitle: 'Change the set-up',
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
  },

  workshop: {
    over: (id: string) => `Workshop ${id}`,
    gone: 'This workshop is not on this device',
    goneText:
      'It was deleted here or in another tab, or the browser has erased it. A file exported before can be imported again.',
    notHere:
      'It asks a questionnaire, or a version of it, that this page does not have, so it cannot collect here. Load this page again for the latest release. Nothing in it was changed.',
    questionnaire: 'Questionnaire',
    ownFile: (mark: string) => `from a file of your own, with the mark ${mark}`,
    language: 'Asked in',
    levels: 'Levels',
    smallestGroup: 'Smallest group shown',
    rawExport: 'Single responses may be taken away',
    ownResults: 'Own results are seen',
    held: 'once the room has seen its own',
    atOnce: 'as soon as people have answered',
    yes: 'yes, and participants are told',
    no: 'no',
    change: 'Change the set-up',
    changeFixed: 'Change the client or the expected numbers',
    fixed: 'Fixed since the first response came in.',
    summary: 'Set-up',
    unsaved: 'The latest change is not kept by this browser. Export the workshop as a file before you close this tab.',
    damaged: (amount: number) =>
      `${responses(amount)} that this browser kept cannot be read and ${amount === 1 ? 'does' : 'do'} not count. Take in the code or file again.`,
    tabs: 'Open in two tabs, the workshop adds up what both take in; of two settings, the later stands.',
  },

  join: {
    title: 'Join',
    lead: 'Send the link days before, or show the picture in the room. Whoever opens it answers on their own device and hands over a code at the end.',
    thisDevice:
      'The link below opens on this device alone: nobody else reaches this address. To let phones in, start the site with “HOST=0.0.0.0 npm start”, or open this console where the site is published.',
    address: 'Address that phones in this network open',
    link: 'Link for participants',
    copy: 'Copy the link',
    copied: 'Copied',
    notCopied: 'The browser did not allow copying. The text is selected now: copy it with the keyboard or the menu.',
    share: 'Share the link',
    picture: 'QR code of the link for participants',
    pictureFailed: 'The picture could not be drawn. Use the link.',
    large: 'Show full screen',
    close: 'Close',
    steps: (minutes: number, isOwn: boolean) => [
      'Point your phone’s camera at the picture and open the link.',
      ...(isOwn ? ['When the page asks for the questionnaire’s file, choose the one you were sent.'] : []),
      `Answer alone. It takes about ${count(minutes, 'minute', 'minutes')}.`,
      'At the end, show, copy or send your code to the facilitator.',
    ],
    tell: 'What to tell people',
    told: ({ smallestGroup, rawExport, holdsResults, isOwn }: Told) => [
      ...(isOwn ? ['The statements are in a file of ours. You open it once; it stays on your device.'] : []),
      'Answers stay on your own device until you hand over the code. No name is asked for.',
      `Nothing is shown of fewer than ${number.format(smallestGroup)} people. What would let somebody work out a single answer is hidden.`,
      rawExport
        ? 'The facilitator can read and keep each response with its level, without a name.'
        : 'Groups alone are shown, and no table of responses is given. Whoever holds your code could read the answers in it, so hand it to the facilitator and nobody else.',
      ...(holdsResults
        ? ['You see your own result once the room has seen its own, and sooner if you ask for it.']
        : []),
      '“I can’t see this from where I sit” is an answer, and a useful one.',
    ],
    own: {
      title: 'Hand out the questionnaire’s file',
      text: 'This workshop asks a questionnaire of your own, and there is no server that people could get it from. Send its file with the link, best before the room meets: by mail or in a chat, so that it is on their phones. The link recognises it. Whoever has none, or another, is told so and can open the link again later.',
      download: 'Download the file for participants',
      mark: (mark: string) =>
        `Its mark is ${mark}. A file with the same content has the same mark, whatever its name. If you change anything in it, set up another workshop.`,
    },
    phones:
      'A phone that has opened the link needs no network after that, to answer or to hand over, unless its browser keeps nothing.',
    phonesUnencrypted:
      'At this address, which is not encrypted, a phone keeps nothing for later: it needs the network until its code is handed over.',
    early:
      'Codes can be handed over before the room meets: by mail, in a chat, as a file. Paste them below as they come.',
  },

  collect: {
    title: 'Collect',
    in: (amount: number, expected: number | null) =>
      `${amount === 1 ? 'response' : 'responses'} in${expected === null ? '' : `, of ${number.format(expected)} expected`}`,
    table: 'Responses by level',
    level: 'Level',
    count: 'In',
    expected: 'Expected',
    noLevel: 'Level not said',
    plain: (codes: number, rows: number) => {
      const parts = [
        ...(codes > 0 ? [`${number.format(codes)} from plain result codes`] : []),
        ...(rows > 0 ? [`${number.format(rows)} from tables and files`] : []),
      ]
      return `Without a participant number: ${list.format(parts)}. If one of them hands over twice, nobody can tell.`
    },
    unpromised: (amount: number, all: number) =>
      amount === all
        ? 'Answered without this workshop’s promises: the codes, files or tables carry none.'
        : `${number.format(amount)} of these answered without this workshop’s promises: ${amount === 1 ? 'the code, file or table carries' : 'the codes, files or tables carry'} none.`,
    countsOnly: 'Until collection closes you see counts only, and nothing of what people answered.',
    paste: 'Codes, links, mails or tables',
    pasteHint:
      'Paste or type any amount, in whatever mess it comes. Each participant counts once, with what was handed over last.',
    take: 'Take in',
    nothing: 'There is nothing in the field yet. Paste or type a code, then press “Take in”.',
    files: 'Or files, any number at once: choose them, or drop them on this page',
    said: (taken: number, all: number) => `${number.format(taken)} taken in. ${responses(all)} in all.`,
    progress: (rows: number, of: number | null) =>
      of === null
        ? `Reading the table: ${count(rows, 'row', 'rows')}`
        : `Taking in ${number.format(rows)} of ${number.format(of)} rows`,
    taking: 'Taking in …',
    stays: 'The text stays here until everything in it is taken in.',
  },

  takeOut: {
    title: 'Take out somebody’s answers',
    label: 'Their code or link, or what the table says of them',
    hint: 'Paste or type the code that the person handed over, or the address, reference or response number that stands in the table. Without one of these nobody can tell which answers are theirs.',
    find: 'Find the response',
    scan: 'Scan their code instead',
    scanTitle: 'Scanning the code to take out',
    scanHint:
      'Hold the phone with the code in front of the camera. Nothing is taken out before you have seen which response it is.',
    found: (level: string | null, iso: string | null, isRow: boolean) =>
      [
        isRow ? 'A response from a table is in' : 'The response is in',
        level === null ? 'level not said' : `level ${quote(level)}`,
        ...(iso === null ? [] : [`answered on ${date(iso)}`]),
      ].join(', ') + '.',
    not: {
      several: 'This names more than one response. They are taken out one at a time.',
      'taken-out': 'These answers were taken out already.',
      'not-in': 'No response of this code is in this workshop.',
      nothing:
        'Nothing here names a response. Paste the whole code or link, or what the table has in its column for people.',
    },
    ask: 'Take it out',
    askTitle: 'Take out this response?',
    means: (isInView: boolean): string =>
      isInView
        ? 'A view that was shown counts these answers. It stays as it was shown, as figures about groups; the answers themselves are deleted from this browser and from every file of the workshop that you export from now on. Whoever else is in that view is in no further one: the difference between the two could tell what the answers were. A further view needs as many new people as a first. Handed in again, they do not count unless you say so. Files that were exported before, and the code itself, are beyond reach.'
        : 'The answers are deleted from what this browser keeps, and from every file of the workshop that you export from now on. No view has counted them. Handed in again, they do not count unless you say so. Files that were exported before, and the code itself, are beyond reach.',
    keep: 'Let it count',
    confirm: 'Take it out for good',
    done: 'The response was taken out.',
  },

  form: {
    title: 'Ask in a survey tool instead',
    hint: 'The same statements and levels, as a file that the tool imports. Hand in the table that it exports above. Such answers come without this workshop’s promises: the tool sees them.',
    tool: 'Survey tool',
    download: 'Download the form',
    downloaded: 'The form is in your downloads.',
    failed: 'The form could not be written. Check the connection, then try again.',
  },

  scan: {
    start: 'Scan with the camera',
    title: 'Scanning',
    hint: 'Hold one phone after the other in front of the camera. A tone says that it is in.',
    opening: 'The camera is being opened …',
    failure: cameraFailure,
    again: 'Try again',
    camera: 'Camera',
    unnamed: (position: number) => `Camera ${number.format(position)}`,
    mute: 'Without sound',
    stop: 'Stop scanning',
    picture: 'What the camera sees',
    in: (amount: number) => `${number.format(amount)} in`,
    repeated: 'This code was read before.',
  },

  sources: {
    name: { camera: 'Camera', relay: 'Live room' } satisfies Record<CollectionSource, string>,
    state: {
      idle: 'not connected',
      connecting: 'connecting …',
      live: 'live',
      reconnecting: 'reconnecting …',
    } satisfies Record<Exclude<CollectionStatus<string>['state'], 'failed'>, string>,
    failure: {
      unreachable: 'the relay cannot be reached. Codes can be pasted, typed or scanned meanwhile.',
      refused: 'the relay lets nobody in. Codes can be pasted, typed or scanned meanwhile.',
    } satisfies Record<RelayFailure, string>,
  },

  close: {
    title: 'Close collection',
    lead: (k: number) =>
      `When you close, the responses are frozen as a snapshot and the room can see results. You can reopen for late responses; a new snapshot then needs at least ${number.format(k)} more people, so that nobody can be worked out by comparing the two.`,
    ask: 'Close collection',
    askTitle: 'Close collection?',
    askText: (amount: number, k: number) =>
      amount < k
        ? `Only ${responses(amount)} ${amount === 1 ? 'is' : 'are'} in, and nothing is shown of fewer than ${number.format(k)}. You can close and reopen, but there will be no results.`
        : `${responses(amount)} ${amount === 1 ? 'is' : 'are'} frozen as a snapshot, and the results are shown. Nothing more is taken in until you reopen.`,
    confirm: 'Close it',
    keep: 'Keep collecting',
    closed: 'Collection is closed',
    preview: {
      title: 'What the room would see now',
      about: 'By how many have answered. What they answered is not looked at, so single figures can still be hidden.',
      level: foreseenNow,
      statements: foreseenStatements,
      loses: (parts: readonly ForeseenPart[], levels: readonly string[]) =>
        `This view would show less than the last one. It would be without: ${list.format(parts.map((part) => partName(part, levels)))}.`,
    },
    snapshot: (which: number, iso: string, amount: number) =>
      `Snapshot ${number.format(which)} of ${date(iso)}, with ${responses(amount)}. What is shown of it never changes.`,
    verdict,
    vouch: 'They are all different people',
    vouched: 'It is noted that they are all different people.',
    reopen: 'Reopen collection',
    late: (amount: number) =>
      `${responses(amount)} came after closing and ${amount === 1 ? 'was' : 'were'} not taken in. Reopen collection to take in what comes late.`,
    reopened: 'Collection is open again.',
    heldBack: (amount: number) =>
      `${amount === 1 ? 'One person has' : `${number.format(amount)} people have`} handed over other answers since an earlier view. A further view keeps the earlier ones, because the difference would tell who said what.`,
    own: {
      title: 'Participants’ own results',
      text: 'They wait until the room has seen its own. Then show or say this word: typed on a participant’s page, it opens theirs. The last step of the presentation shows it, too. It is courtesy and protects nothing: whoever asks sees their own result sooner, and on the day after all of them open by themselves.',
    },
    exportAgain:
      'Export the workshop again now, under “Keep and take away”: a file from before does not know what was shown since.',
    leftOut: (amount: number) =>
      `${amount === 1 ? 'One person is' : `${number.format(amount)} people are`} in a view of which answers were taken out, and in no further one: the difference between the two could tell what those answers were.`,
    noFigures: (which: number) =>
      `The figures of snapshot ${number.format(which)} are not on this device. Answers were taken out of it, so they cannot be worked out again.`,
    views: 'Which view to show',
    view: (which: number, iso: string, amount: number) =>
      `View ${number.format(which)}, ${date(iso)}, ${responses(amount)}`,
    failed: 'The results could not be worked out. Nothing is lost: what was collected is kept.',
    tryAgain: 'Try again',
  },

  takeAway: {
    title: 'Keep and take away',
    file: 'Export the workshop',
    fileHint:
      'One file with everything: set-up, responses and snapshots. Keep it as you would keep the responses themselves: whoever has it can read them.',
    lockedHint: `One file with everything: set-up, responses and snapshots. Participants were told of it: ${quote(lockedFile)}`,
    raw: 'Download every response (CSV)',
    rawHint: 'A row for each response, without names. Participants were told before they answered.',
    rawLater: 'Set-up allows a table of every response. It can be downloaded once collection is closed.',
    writing: 'The file is being written …',
    downloaded: 'The file is in your downloads.',
  },
}

export type ConsoleTexts = typeof consoleTexts
