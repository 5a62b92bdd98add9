import { count, date, list, number, people } from './amounts.ts'
import { pathTexts } from './path.ts'
import { guessRoomTexts } from './room-guess.ts'
import { expertTexts, flaggedTexts, methodTexts, why } from './room-method.ts'

const either = new Intl.ListFormat('en-GB', { type: 'disjunction' })
const decimals = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** A small number as a word, for running text. */
function inWords(value: number, starts = false): string {
  const word = WORDS[value] ?? number.format(value)
  return starts ? word.charAt(0).toUpperCase() + word.slice(1) : word
}

const points = (amount: number) => count(amount, 'point', 'points')

/** A concept on which the two ends lie so many points apart, or that many at least. */
export interface ApartOn {
  readonly name: string
  readonly amount: number
  readonly isLeast: boolean
}

/** The texts about a room, in English. */
export const roomTexts = {
  colon: ':',
  quote: (text: string) => `“${text}”`,
  number: (value: number) => number.format(value),
  decimals: (value: number) => decimals.format(value),
  date,
  lowerFirst: (text: string) => text.charAt(0).toLocaleLowerCase('en') + text.slice(1),
  newTab: '(opens in a new tab)',
  sameTab: '',
  simulated: 'Simulated',
  simulatedNote: 'This room is simulated, to try things out: nobody gave these answers.',
  why,

  title: 'What the room sees',
  snapshot: (snapshot: number, taken: string) => `View ${number.format(snapshot)}, ${taken}`,
  room: 'The room',
  size: (
    total: number,
    levels: readonly { readonly label: string; readonly size: number }[],
    notSaid: number,
    leftOut: boolean,
  ) =>
    `${people(total)} took part${levels.length > 0 ? `: ${list.format([...levels.map(({ label, size }) => `${label} ${number.format(size)}`), ...(notSaid > 0 ? [`level not said ${number.format(notSaid)}`] : [])])}` : ''}.${leftOut ? ` The room’s figures are without the ${notSaid === 1 ? 'one' : number.format(notSaid)} whose level is not said, so that every level can be shown.` : ''}`,
  sizeNote: (smallest: number) => `Nothing here is about fewer than ${smallest} people. What is not shown says why.`,
  /** A level without a name, counted from 1 at the top. */
  level: (position: number, of: number): string =>
    position === 1 ? 'Nearest the top' : position === of ? 'Closest to the work' : `Level ${number.format(position)}`,
  hiddenOf: (names: readonly string[], reason: string) => `${list.format(names)}. ${reason}`,

  mean: {
    points: (value: number) => number.format(value),
    low: (within: number) => `0–${number.format(within)}`,
    high: (within: number) => `${number.format(100 - within)}–100`,
    between: (low: number, high: number) =>
      low === high ? number.format(low) : `${number.format(low)}–${number.format(high)}`,
    atEnd: 'at the end of the scale',
  },
  interval: (low: number, high: number) => `${number.format(low)} to ${number.format(high)}`,
  around: (words: string) => `around “${words}”`,
  amid: (lower: string, upper: string) => `between “${lower}” and “${upper}”`,

  counted: {
    number: (amount: number) => number.format(amount),
    'fewer-than': (amount: number) => `fewer than ${number.format(amount)}`,
    'all-but-fewer-than': (amount: number) => `all but ${number.format(amount - 1)} at most`,
    'under-half': 'under half',
    'half-or-more': 'half or more',
    between: (low: number, high: number) => `${number.format(low)} to ${number.format(high)}`,
  },

  path: {
    ...pathTexts,
    title: 'The signal path, from both ends',
    caption:
      'A drawing of what each end reports on average: one stripe is one statement. Press a part to read its statements.',
    pass: (amount: number, seen: number, blind: number) =>
      `${number.format(amount)} of ${blind > 0 ? `the ${number.format(seen)} shown` : number.format(seen)} pass`,
    unseen: (amount: number) => `${number.format(amount)} that half can’t see`,
    hidden: (amount: number) => `${number.format(amount)} not shown`,
    counted:
      'A statement leaves its stream where the average lies above the middle of the scale, turned round where it is worded the other way. The others pass, the thinner the more they are reported.',
    unseenCaption: 'Hatched: half of them or more can’t see it from where they sit.',
    hiddenCaption: 'Shuttered: not shown, or what is shown leaves open on which side of the middle it lies.',
    label: (level: string, parts: readonly string[]) => `Drawing of what ${level} reports. ${parts.join('. ')}.`,
  },
  scores: {
    title: 'The scores of the room',
    question: (names: readonly string[]) =>
      `Before you look: which of these will stand out in this room, ${either.format(names)}?`,
    prompt: 'What did you expect instead? Name something from the last three months that bears out what you see.',
    headline: (highest: readonly string[]) =>
      highest.length === 1 ? `${highest[0]} stands clear of the others` : 'No score stands clear of the others',
    coverDistance: (top: string, work: string) =>
      `No score stands clear of the others: each is the mean of two different views, of “${top}” and of “${work}”`,
    nothing: 'The scores cannot be shown',
    failed: 'The chart could not be loaded. Its figures are in the tables.',
    caption:
      'Each point is the mean of the people’s scores; the bar around it is the 95 % interval. A bar without a point says only between what the mean lies. Where bars overlap, the order is open.',
    label: (parts: readonly string[]) => `Chart of scores with their intervals. ${parts.join('. ')}.`,
    sentence: (name: string, mean: string, interval: string | null, n: number) =>
      `${name}: ${mean}${interval ? `, interval ${interval}` : ''}, ${people(n)}`,
    inWords: (name: string, words: string) => `${name} lies ${words}.`,
    close: 'People’s scores lie near each other.',
    apart: 'People’s scores lie well apart: the mean alone hides that.',
    agreement: 'Scores lie',
    closeBrief: 'near each other',
    apartBrief: 'well apart',
    bands: 'How the scores are spread',
    band: (low: number, high: number) => `${number.format(low)}–${number.format(high)}`,
    bandsLabel: (parts: readonly string[]) => `People by score: ${list.format(parts)}.`,
    bandPart: (amount: number, band: string) => `${people(amount)} at ${band}`,
    bandsOf: (who: string) => `${who}: people by score`,
    table: 'As a table',
    who: 'Who',
    n: 'People',
    mean: 'Mean',
    interval: '95 % interval',
    exact:
      'Where everybody answered, the mean is exact for this room. The interval says how far it could move with other people in the same places.',
  },

  distance: {
    title: 'The distance',
    question: (top: string, work: string) =>
      `Before you look: do “${top}” and “${work}” see the same organisation? Which of the two reports more?`,
    prompt: (top: string, work: string) =>
      `What can be seen from “${work}” that does not reach “${top}”? Ask “${work}” first.`,
    clear: (top: string, work: string, more: boolean, amount: number, name: string) =>
      `${name}: ${points(Math.abs(amount))} ${more ? 'more' : 'less'} from “${top}” than from “${work}”.`,
    atLeast: (top: string, work: string, more: boolean, amount: number, name: string) =>
      `${name}: at least ${points(amount)} ${more ? 'more' : 'less'} from “${top}” than from “${work}”.`,
    noInterval:
      'This follows from the two means. Near an end of the scale, and beside an earlier view, there is no interval where it could tell about a few people.',
    lead: (top: string, work: string, apart: readonly ApartOn[]) => {
      const amounts = apart.map(({ amount, isLeast, name }, index) => {
        const figure = `${isLeast ? 'at least ' : ''}${index === 0 ? `${points(amount)} apart` : number.format(amount)}`
        return `${figure} on ${name}`
      })
      return apart.length === 1
        ? `“${top}” and “${work}” are ${list.format(amounts)}.`
        : `“${top}” and “${work}” see two different pictures: ${list.format(amounts)}.`
    },
    leadReason: (
      more: readonly { readonly who: string; readonly names: readonly string[] }[],
      hasLeast: boolean,
      hasClear: boolean,
    ) =>
      [
        ...more.map(({ who, names }) =>
          more.length === 1 ? `“${who}” reports more.` : `“${who}” reports more on ${list.format(names)}.`,
        ),
        hasLeast
          ? `“At least” is what the two means leave certain${hasClear ? '; elsewhere the interval of the difference leaves out zero' : ''}.`
          : 'The interval of each difference leaves out zero.',
      ].join(' '),
    cannotTell: (name: string) => `${name}: this room cannot tell.`,
    cannotTellBrief: 'this room cannot tell',
    notShownBrief: 'not shown',
    headline: (clear: readonly string[], concepts: number, top: string, work: string) =>
      clear.length === 0
        ? 'This room cannot tell whether the two views differ'
        : clear.length === concepts && concepts > 1
          ? `“${top}” and “${work}” see two different pictures`
          : `“${top}” and “${work}” differ on ${list.format(clear)}`,
    before:
      'That view stands as it was shown. Beside it, this one cannot show this distance as closely: the difference between the two could tell about a few people.',
    hidden: 'The distance cannot be shown',
    interval: (low: string, high: string) => `95 % interval of the difference: ${low} to ${high}.`,
    signed: (value: number) => (value > 0 ? `+${number.format(value)}` : value < 0 ? `−${number.format(-value)}` : '0'),
    pairs: (ofTen: number, top: string, work: string) =>
      ofTen < 5
        ? `Take one person from each: in ${number.format(10 - ofTen)} of 10 pairs the one from “${work}” reports more.`
        : ofTen > 5
          ? `Take one person from each: in ${number.format(ofTen)} of 10 pairs the one from “${top}” reports more.`
          : 'Take one person from each: in as many pairs one reports more as the other.',
    pairsFromTen: 'In how many pairs one reports more is shown from ten people at each level on.',
    unit: (amount: number): string => (Math.abs(amount) === 1 ? 'point apart' : 'points apart'),
    unitAtLeast: (amount: number): string =>
      Math.abs(amount) === 1 ? 'point apart, at\u00a0least' : 'points apart, at\u00a0least',
    label: (parts: readonly string[]) => `Picture of the distance. ${parts.join(' ')}`,
    sides: (top: string, topMean: string, work: string, workMean: string) => `${top} ${topMean}, ${work} ${workMean}.`,
    caption: (top: string, work: string) =>
      `A filled mark is the mean of “${top}”, an open one of “${work}”; the line through each is its 95 % interval, and a bar in its place says only between what the mean lies. The field between them is the distance; dashed where this room cannot tell.`,
  },

  apart: {
    title: 'Where the two views are furthest apart',
    question: (top: string, work: string) => `Before you look: would “${top}” and “${work}” answer this alike?`,
    prompt: 'What would the one have to be shown to answer as the other does?',
    atLeast: (amount: number) => `At least ${points(amount)}`,
    exactly: (amount: number) => points(amount),
    intro: 'Statements in the order of the distance between the two means. Those under the same number stand level.',
    none: 'No statement can be compared between the two.',
    hidden: (amount: number) =>
      amount === 1 ? 'One statement is not compared.' : `${number.format(amount)} statements are not compared.`,
    more: (amount: number) => `The other ${number.format(amount)}`,
  },

  discuss: {
    title: 'Discuss first',
    question: 'Before you look: what would you answer here? Decide for yourself, without a word.',
    prompt: 'Both answers can be true where they were given. What is different there?',
    camps: 'Two camps',
    campsNote: 'The answers form two groups with little between them.',
    intro: 'Statements on which the room’s answers lie furthest apart. Those under the same number stand level.',
    answered: (n: number) => `${count(n, 'answer', 'answers')} counted.`,
    label: (text: string, parts: readonly string[]) => `Answers to “${text}”: ${list.format(parts)}.`,
    part: (amount: number, words: string) => `${number.format(amount)} ${words}`,
    apart:
      'With five to nine answers, only words are shown. On these statements the answers do not lie near each other.',
    none: 'There is no statement of which it can be shown how answers lie apart.',
    hidden: (amount: number) =>
      amount === 1 ? 'Nothing is said of one statement.' : `Nothing is said of ${number.format(amount)} statements.`,
    more: (amount: number) => `The other ${number.format(amount)}`,
  },

  items: {
    table: 'Every statement',
    item: 'Statement',
    answered: 'Counted',
    answers: 'Answers',
    mean: 'Mean',
    agreement: 'Answers lie',
    close: 'near each other',
    apart: 'well apart',
    nearlyAll: (words: string) => `nearly all “${words}”`,
    counts: (parts: readonly string[]) => parts.join(', '),
    note: 'Means and answers as they were given: where a statement is worded the other way, more is better news.',
  },

  sight: {
    title: 'What only some can see',
    question: (top: string) => `Before you look: what goes on here that cannot be seen from “${top}”?`,
    prompt: 'Who can show it, and what does that person need in order to show it safely?',
    headline: (items: number, top: string) =>
      items === 0
        ? 'Who could see what'
        : `${items === 1 ? 'One thing' : `${inWords(items, true)} things`} that cannot be seen from “${top}” and that others report`,
    intro: 'How many chose “can’t see”. It is an answer in itself, never counted as a low one.',
    unseenFromTop: (top: string, work: string) =>
      `At least half of “${top}” could not see these, while they are reported from “${work}” at the middle of the scale or beyond.`,
    none: (top: string, work: string) =>
      `There is no statement that half of “${top}” could not see and that is reported from “${work}”.`,
    noneShown: (top: string, work: string) =>
      `Among the statements of which enough is shown, there is none that half of “${top}” could not see and that is reported from “${work}”.`,
    cannotTell: (top: string, work: string, hidden: readonly string[]) =>
      `Whether there is a statement that half of “${top}” could not see and that is reported from “${work}” cannot be told: the answers of ${list.format(hidden.map((level) => `“${level}”`))} are not shown, or not closely enough.`,
    open: (amount: number, hidden: readonly string[]) =>
      `Of ${count(amount, 'statement', 'statements')} this cannot be told: there the answers of ${list.format(hidden.map((level) => `“${level}”`))} are not shown, or not closely enough.`,
    more: (amount: number) => `And ${inWords(amount)} more.`,
    ofLevel: (level: string, size: number) => `${level}, of ${number.format(size)}`,
    caption: 'How many chose “can’t see”',
    table: 'Who could not see what',
    item: 'Statement',
  },

  lens: {
    title: 'What the room holds to be the cause',
    questions: {
      misconception: 'Before you look: what would this room name as the cause of gaps between strategy and daily work?',
      'system-view': 'Before you look: how many here would look for the cause in the conditions people work in?',
    },
    prompts: {
      misconception: 'If that is the cause, what should the answers about daily work have looked like?',
      'system-view': 'Which one condition would you change first, and who could decide that?',
    },
    headline: (held: number, explanations: number, isOpen: boolean) =>
      held === explanations && explanations > 1
        ? `Each of these ${inWords(explanations)} explanations is shared by half the room or more`
        : held === 0
          ? `${explanations === 2 ? 'Neither' : 'None'} of these ${inWords(explanations)} explanations is ${isOpen ? 'surely ' : ''}shared by half the room`
          : `${isOpen ? `At least ${inWords(held)}` : inWords(held, true)} of these ${inWords(explanations)} explanations ${held === 1 ? 'is' : 'are'} shared by half the room or more`,
    hidden: 'What the room holds cannot be shown',
    about: 'These statements asked how people explain what happens. They count towards no score.',
    held: 'Half or more agree',
    notHeld: 'Fewer than half agree',
    open: 'Whether half agree stays open',
    heldBy: (share: string) => `${share} agree`,
    shares: (low: string, high: string) => (low === high ? low : `${low} to ${high}`),
    share: (value: number) => `${number.format(value)} %`,
    misconception: 'Explanations that can hide what is reported',
    'system-view': 'Explanations that look at conditions',
  },

  contradiction: {
    title: 'Where belief and report do not fit',
    question: 'Before you look: does what this room believes fit with what it reports?',
    prompt: 'What else could explain what was reported? Name one thing you could check this week.',
    fitPrompt: 'What would you have to see in daily work to change your mind about the cause?',
    none: 'What the room believes is not clearly at odds with what it reports.',
    noneShown: 'As far as it is shown, what the room believes is not clearly at odds with what it reports.',
    beliefsHidden:
      'Whether what the room believes fits with what it reports cannot be told: what it believes is not shown.',
    reportsHidden:
      'Whether what the room believes fits with what it reports cannot be told: what it reports is not shown.',
    rests: 'It rests on',
    others: 'Half or more each time; they need not be the same people.',
    believed: 'What this room believes',
    reported: 'What this room reports',
    answered: (share: string, option: string, isReversed: boolean) =>
      `${share} “${option}” or ${isReversed ? 'less' : 'more'}`,
  },

  closing: {
    title: 'What to take from this',
    question: 'Before you look: what is the one thing this room should look into?',
    prompt: 'Who looks into what, by when, and when does this room hear what was found?',
    none: 'What is shown here leads to no finding about the room as a whole.',
    read: 'Read next',
    own: 'Your own result opens with this word',
  },

  guess: guessRoomTexts,

  expert: expertTexts,
  flagged: flaggedTexts,
  present: {
    label: 'Presentation to the room',
    start: 'Present to the room',
    about:
      'Fills the screen and shows one thing at a time. Each step starts covered, so that the room answers before it looks. Page Down, the right arrow, the space bar or a clicker shows it and then moves on; Page Up or the left arrow goes back; Escape leaves.',
    position: (at: number, of: number) => `${number.format(at)} of ${number.format(of)}`,
    show: 'Show',
    cover: 'Cover again',
    forward: 'Next',
    back: 'Back',
    leave: 'Leave',
    prompt: 'For the room',
  },

  steps: {
    title: 'Choose the steps to present',
    about:
      'What you leave out is still on this page, in the report and in what is taken away. The choice is kept with the workshop, on this device and in its file.',
    up: 'Move up',
    down: 'Move down',
    named: (title: string, about: string) => `${title}: ${about}`,
    moved: (step: string, position: number) => `${step} is now step ${number.format(position)}.`,
    none: 'No step is chosen, so there is nothing to present.',
    reset: 'All steps, in their usual order',
    wasReset: 'All steps are presented, in their usual order.',
  },

  take: {
    about: 'These three hold what the room is shown, and nothing more.',
    print: 'Print or save as PDF',
    csv: 'CSV of what is shown',
    json: 'JSON of what is shown',
  },

  /** Words in the names of files, without spaces or accents. */
  file: { simulated: 'simulated', room: 'room' },

  paper: {
    footer: (name: string, taken: string) => `${name} · ${taken}`,
    report: 'Report of the room',
    asked: 'What was asked about',
    apart: 'Apart',
    scale: (lowest: string, highest: string) =>
      `Scores run from 0, “${lowest}”, to 100, “${highest}”; each is the mean of what these people report. Where two numbers stand, the mean lies between them.`,
    begin: 'Where to begin',
    follows:
      'The pages that follow hold every figure that may be shown, what is not shown and why, and how it was worked out.',
    read: 'Canonical answers',
    prompts: 'Questions to go on with',
    computed: 'How this was worked out',
    hidden: 'What is not shown, and why',
    nothingHidden: 'Everything is shown.',
    findings: 'What follows from it',
  },

  method: methodTexts,
}

export type RoomTexts = typeof roomTexts
