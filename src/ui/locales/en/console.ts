import { lockedFile, lockTexts } from './workshop-file.ts'
import type {
  CameraFailure,
  CollectionSource,
  CollectionStatus,
  RelayFailure,
  WorkshopFailure,
} from '../../../core/ports.ts'
import type { Workshop } from '../../../core/workshop/workshop.ts'
import { count, date, list, number, quote, responses } from './amounts.ts'
import { closeTexts } from './console-close.ts'
import { outcomeTexts } from './console-outcomes.ts'
import { stageTexts } from './console-stages.ts'
import { importingTexts, startTexts, tryOutTexts } from './console-start.ts'

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

/** The settings that people are told in the room. */
type Told = Pick<Workshop, 'smallestGroup' | 'rawExport' | 'holdsResults' | 'live'> & { readonly isOwn?: boolean }

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

  start: startTexts,
  tryOut: tryOutTexts,
  importing: importingTexts,
  stages: stageTexts,
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
    arrive: 'Answers arrive',
    live: (relay: string) => `by themselves, sealed, through ${relay === '' ? 'this site’s relay' : relay}`,
    byCode: 'by code, picture or file',
    rawExport: 'Single responses may be taken away',
    ownResults: 'Own results are seen',
    held: 'once the room has seen its own',
    atOnce: 'as soon as people have answered',
    yes: 'yes, and participants are told',
    no: 'no',
    change: 'Change the set-up',
    changeFixed: 'Change the client or the expected numbers',
    fixed: 'Fixed since the first response came in.',
    unsaved: 'The latest change is not kept by this browser. Export the workshop as a file before you close this tab.',
    damaged: (amount: number) =>
      `${responses(amount)} that this browser kept cannot be read and ${amount === 1 ? 'does' : 'do'} not count. Take in the code or file again.`,
    tabs: 'Open in two tabs, the workshop adds up what both take in; of two settings, the later stands.',
  },

  join: {
    title: 'Join',
    lead: 'Send the link days before, or show the picture in the room. Whoever opens it answers on their own device and hands over at the end.',
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
    steps: (minutes: number, isOwn: boolean, isLive: boolean) => [
      'Point your phone’s camera at the picture and open the link.',
      ...(isOwn ? ['When the page asks for the questionnaire’s file, choose the one you were sent.'] : []),
      `Answer alone. It takes about ${count(minutes, 'minute', 'minutes')}.`,
      isLive
        ? 'At the end, press “Hand over”. Your answers go sealed, to this screen’s owner alone.'
        : 'At the end, show, copy or send your code to the facilitator.',
    ],
    counted: (amount: number, of: number | null) =>
      of === null ? `${number.format(amount)} in` : `${number.format(amount)} of ${number.format(of)}`,
    mark: (mark: string) => `What opens there shows the mark ${mark}.`,
    orType: (address: string) => `Or open ${address} and type`,
    counts: 'How many have answered',
    live: {
      title: 'First, a copy of the workshop',
      text: 'What people send is sealed for this workshop, and the key is on this device alone. If the device breaks or the browser loses it, nobody can open what has been sent. The workshop’s file holds the key: export it now, and a second device can go on collecting. Have the workshop open on one device at a time: where one has closed and another has not, only that one counts the answers that come.',
      without: 'Go on without a copy',
    },
    tell: 'What to tell people',
    told: ({ smallestGroup, rawExport, holdsResults, live, isOwn }: Told) => [
      ...(isOwn ? ['The statements are in a file of ours. You open it once; it stays on your device.'] : []),
      live
        ? 'Answers stay on your own device until you press “Hand over”. Then they go sealed, and only the facilitator’s device can open them. No name is asked for.'
        : 'Answers stay on your own device until you hand over the code. No name is asked for.',
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
    early: 'Codes can be handed over before the room meets: by mail, in a chat, as a file. Take them in as they come.',
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

  setAside: {
    title: 'Set a crowd of answers aside',
    legend: 'Answers that count',
    lead: (k: number) =>
      `Whoever has the link can send answers that nobody gave. Until the first view, and only until then, this workshop remembers which arrived together, in crowds of at least ${number.format(k)} and without times. What is not ticked does not count, is in no view, and can be brought back whole. Nobody else’s answers change.`,
    forgotten: 'What was set aside before the first view can be brought back whole.',
    crowd: (first: number, people: number) =>
      `Number ${number.format(first)} to ${number.format(first + people - 1)} of those that arrived: ${responses(people)}`,
    rest: (people: number) => `What was set aside: ${responses(people)}`,
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
    before: (iso: string) => `Before today, this workshop last looked at its relay on ${date(iso)}.`,
    says: (name: string, state: string) => `${name}: ${state}`,
    unreadable: (amount: number) =>
      `${count(amount, 'message', 'messages')} at the relay cannot be opened with this workshop’s key, and ${amount === 1 ? 'does' : 'do'} not count: another room’s, or spoiled on the way.`,
    byHand: (amount: number) =>
      `${responses(amount)} came in by hand since this page was opened, as a code, picture, file or table.`,
    unshared:
      'What this workshop has shown is too long to lie at the relay. Before another device shows a view of it, take its file there.',
    name: { camera: 'Camera', relay: 'Live room' } satisfies Record<CollectionSource, string>,
    state: {
      idle: 'not connected',
      connecting: 'connecting …',
      live: 'connected',
      reconnecting: 'reconnecting …',
    } satisfies Record<Exclude<CollectionStatus<string>['state'], 'failed'>, string>,
    failure: {
      unreachable: 'the relay cannot be reached. Codes can be pasted, typed or scanned meanwhile.',
      refused: 'the relay lets nobody in. Codes can be pasted, typed or scanned meanwhile.',
      full: 'the relay takes in no further workshop for now, and is asked again. Codes can be pasted, typed or scanned meanwhile.',
    } satisfies Record<RelayFailure, string>,
  },

  close: closeTexts,
  takeAway: {
    title: 'The whole workshop',
    noReport: 'The report of the room comes here once collection is closed with enough responses.',
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
