import type { CheckDecision } from '../../../core/check/next-check.ts'
import { count, date, number, people, responses } from './amounts.ts'

const WORDS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
]

const inWords = (value: number) => WORDS[value] ?? number.format(value)
const starts = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const points = (amount: number) => count(amount, 'point', 'points')
/** How many people, at the start of a sentence. */
const those = (n: number) => `${starts(inWords(n))} people close to the work`

/** An answer or a mean, in words of the scale and in figures. */
export interface Said {
  readonly say: string
  readonly figure: string
}

/** A change with its interval, each with its sign. */
export interface Change {
  readonly by: string
  readonly low: string
  readonly high: string
  /** Without its sign. */
  readonly amount: number
}

const inPoints = ({ by, low, high, amount }: Change) => `${by} ${amount === 1 ? 'point' : 'points'} (${low} to ${high})`

/** The texts of a leader's check, in English. */
export const checkTexts = {
  over: 'Check',
  simulated: 'Simulated',
  simulatedNote: 'This check is simulated, to try things out: nobody gave these answers.',
  level: 'Close to the work',
  sampleLeader: 'Robin Hale (a sample)',

  setUp: {
    title: (leader: string) => (leader === '' ? 'Keep a check' : `Keep a check for ${leader}`),
    selfTitle: 'Make a check',
    unread:
      'The link that led here is incomplete or was changed on its way. Ask whoever sent it to copy it again, whole.',
    kept: (leader: string) =>
      `${leader} has answered this diagnostic, and would like to know where people close to the work see something else. You collect their answers on this device, and hand ${leader} the printed page.`,
    self: 'People close to the work answer the same statements. This device collects their answers, and shows you their average beside your own answers and guesses.',
    truths: {
      title: 'What holds for every check',
      all: [
        'Until the check is closed there is a count, and nothing else. Closing shows it once; with fewer than five answers it shows nothing.',
        'Nothing is shown about fewer than five people, and only part of it about fewer than ten. Somebody with technical skill could read more on this device: those who are asked are told so.',
        'The leader is outside the group and never counted in it.',
        'On this device, another check for the same leader shows nothing for 28 days, so that nobody can take one from the other and see what a single person answered.',
      ],
      holds: (leader: string) =>
        `The link that led here holds ${leader}’s own answers and guesses; so do this check and its file.`,
    },
    leader: 'The leader’s name, as those who are asked know it',
    keeper: 'Your name, as those who are asked know it',
    keeperHint: 'They read that their answers go to your device.',
    expected: 'How many people will be asked',
    expectedHint:
      'Five at least, better eight to fifteen. More answers than this hold the result back until you say that they come from different people.',
    language: 'The language they are asked in',
    arrive: 'How answers arrive',
    live: (relay: string) => `By themselves, sealed, through ${relay}`,
    liveHint: 'People press one button. The relay cannot read what passes.',
    codes: 'As codes that people send you',
    codesHint: 'By mail or message, so you see whose each one is. Nothing passes a relay.',
    codesOnly: 'There is no relay here, so answers come as codes: people send you theirs by mail or message.',
    create: 'Make the check',
    needs: { leader: 'Type the leader’s name.', keeper: 'Type your name.', expected: 'Type a number from 5 to 1,000.' },
    /** @param leader empty on the leader's own device */
    tooSoon: (leader: string, until: string) =>
      `${leader === '' ? 'A check of your own' : `A check for ${leader}`} on this device has shown something less than 28 days ago. Another one can be made from ${date(until)}.`,
    /** @param leader empty on the leader's own device */
    collecting: (leader: string) =>
      `${leader === '' ? 'A check of your own' : `A check for ${leader}`} is still collecting on this device.`,
    open: 'Open that check',
  },

  head: (leader: string, keeper: string) =>
    keeper === '' ? `${leader}’s check` : `${leader}’s check, kept by ${keeper}`,
  copy: {
    title: 'Take the check’s file first',
    text: 'It is the only copy beside this browser. Without it, what people send is lost if this device breaks or the browser clears its memory. It holds every answer to come, so it is locked with a passphrase.',
    without: 'Go on without a copy',
  },
  again: 'Take the check’s file again',
  invite: {
    title: 'Ask people close to the work',
    link: 'Link for those who are asked',
    copy: 'Copy the link',
    share: 'Share the link',
    picture: 'QR picture of the link for those who are asked',
    pictureFailed: 'The picture could not be drawn. Copy the link instead.',
    thisDevice:
      'This page is open under an address that other devices do not reach. Open it under one that they do before you send the link.',
    /** @param keeper empty on the leader's own device */
    message: (leader: string, keeper: string) =>
      `Suggested words: “${leader} asks how you see the organisation. It takes about five minutes, and whether you take part is up to you. ${keeper === '' ? '' : `Your answers go to ${keeper}, not to ${leader}. `}What is shown is about five people or more. The link says what happens to your answers.”`,
    live: (relay: string) => `Answers arrive here by themselves through ${relay}, whenever this page is open.`,
    codes: 'People send you a code. Take it in below.',
  },
  state: {
    idle: 'Not connected',
    connecting: 'Connecting …',
    live: 'Ready to receive',
    reconnecting: 'Connecting again …',
    failed: 'The relay cannot be reached. Codes work all the same.',
  },
  counts: {
    in: (amount: number, of: number | null) =>
      of === null ? `${responses(amount)} in` : `${responses(amount)} in, of ${number.format(of)} asked`,
    only: 'A count is all there is until the check is closed.',
    left: (amount: number) =>
      amount === 0 ? 'Enough to show something.' : `${number.format(amount)} more and the check can show something.`,
  },
  take: 'Take in codes',
  close: {
    title: 'Close and show',
    text: 'Closing shows the check once. What arrives later is not taken in, and whoever sends it is told.',
    ask: 'Close the check',
    askTitle: 'Close the check?',
    few: (amount: number) =>
      `Only ${responses(amount)}: nothing would be shown, since a check needs five. You can reopen it afterwards.`,
    enough: (amount: number) => `The average of ${responses(amount)} will be shown.`,
    small: 'From ten people on it shows more: every statement, and how sure each average is.',
    keep: 'Go on collecting',
    confirm: 'Close it',
    closed: 'The check is closed',
    reopen: 'Let more people answer',
    reopenText: 'A second result needs five people who are not in the first.',
    vouch: 'They are different people',
  },
  /** Why nothing, or nothing new, is shown, with what would help. */
  why: (decision: CheckDecision): string => {
    if (decision.ok) return ''
    switch (decision.why) {
      case 'too-soon':
        return `Another check for the same leader was shown on this device. This one may show something from ${date(decision.until)}.`
      case 'too-few': {
        const more = decision.missing[0]?.more ?? 0
        return `Nothing is shown: a check needs five people. ${more === 1 ? 'One more is needed' : `${starts(inWords(more))} more are needed`}. Reopen it, and send the link to more people.`
      }
      case 'too-few-new': {
        const more = Math.max(...decision.missing.map((one) => one.more))
        return `Nothing new is shown: with so few new people, the difference would tell what they answered. ${more === 1 ? 'One more is needed' : `${starts(inWords(more))} more are needed`}.`
      }
      case 'more-than-expected': {
        const more = decision.missing[0]?.more ?? 0
        return `${more === 1 ? 'One answer' : `${starts(inWords(more))} answers`} more came than people were asked. Somebody may have answered twice, or passed the link on.`
      }
      case 'too-many-views':
        return 'This check has been shown as often as it can be.'
      case 'would-reveal-others':
        return 'Nothing new is shown: beside what was shown before, it would tell about fewer than five people. A new check can be made after 28 days.'
    }
  },

  result: {
    title: (leader: string) => `${leader}, and people close to the work`,
    addressed: (leader: string) => `This page speaks to ${leader}. Print it, and hand it over.`,
    from: (amount: number, of: number | null, taken: string) =>
      `${people(amount)} close to the work${of === null ? '' : `, of ${number.format(of)} asked`}, ${date(taken)}`,
    /** The footer of the sheet: the diagnostic, and who keeps it. */
    sheet: (diagnostic: string, keeper: string) =>
      [diagnostic, 'check', ...(keeper === '' ? [] : [`kept by ${keeper}`])].join(' · '),
    concepts: 'By concept',
    guessed: 'What you expected them to answer',
    notGuessedAt: 'Statement by statement',
    you: 'You',
    every: 'Every statement',
    table: {
      statement: 'Statement',
      own: 'You',
      guess: 'You expected',
      group: 'They, on average',
      given: ({ say, figure }: Said) => `${say} (${figure})`,
      nearlyAll: (words: string) => `nearly all “${words}”`,
      unseen: 'you could not see it',
      open: 'left open',
      unknown: 'you did not know',
      notGuessed: '–',
    },
    tracks: { all: 'All statements', guessed: 'The statements you guessed at' },
    around: (words: string) => `around “${words}”`,
    amid: (low: string, high: string) => (low === high ? `“${low}”` : `between “${low}” and “${high}”`),
    groupSays: (n: number, they: Said) => `${those(n)} say ${they.say} on average (${they.figure}).`,
    nearlyAll: (n: number, words: string) => `Nearly all of ${inWords(n)} people close to the work say “${words}”.`,
    given: (option: string, figure: string | null) => (figure === null ? `“${option}”` : `“${option}” (${figure})`),
    expected: (expected: string) => `You expected ${expected}.`,
    own: (own: string) => `Your own answer: ${own}.`,
    notGuessed: 'You guessed nothing here.',
    unknown: 'You did not know what they would answer.',
    ownUnseen: 'You could not see it yourself.',
    ownScore: (own: string, value: number, they: Said) =>
      `You answer ${own} (${number.format(value)} out of 100), they ${they.say} on average (${they.figure}).`,
    onlyGroup: (they: Said) =>
      `They answer ${they.say} on average (${they.figure} out of 100); you answered too little for a score.`,
    guessScore: (guess: string, value: number, statements: number, they: Said) =>
      `Over ${statements === 1 ? 'the statement' : `the ${inWords(statements)} statements`} that you guessed at, you expected ${guess} (${number.format(value)}); they answer ${they.say} (${they.figure}).`,
    interval: (low: number, high: number) => `interval ${number.format(low)} to ${number.format(high)}`,
    outside: (away: number, more: boolean) =>
      `Your answers are ${points(away)} ${more ? 'above' : 'below'} their average, outside what the group’s average can be.`,
    outsideAnswer: (away: number, more: boolean) =>
      `Your answer is ${points(away)} ${more ? 'above' : 'below'} their average, outside what the group’s average can be.`,
    outsideGuess: (away: number, more: boolean) =>
      `Your guess is ${points(away)} ${more ? 'above' : 'below'} their average, outside what the group’s average can be.`,
    within: 'Your answers fit that.',
    withinGuess: 'Your guess fits that.',
    hidden: (why: string) => `Not shown. ${why}`,
    means: {
      title: 'How to read it',
      all: [
        'Of a concept 0 means that none of it is reported, 100 the most that the scale allows; of one statement 0 is the first answer, 100 the last.',
        '“Outside” and “fit” say whether something lies within the interval of the group’s average. Most single people lie outside it too, so “outside” does not say that you are unlike the group.',
        'Nothing here says who is right. The question is what they see that does not reach you, and what you see that does not reach them.',
        'You are in none of these figures, and none is about fewer than five people.',
      ],
      small:
        'Below ten people a concept’s average is rounded to five points, and that of one or two statements is a range. Only the statements that leaders are asked to guess at are shown, and how sure their averages are cannot be said.',
    },
    next: {
      title: 'What to do with it',
      take: {
        outside:
          'Take a statement where your guess lies outside what their average can be, and ask: “What happens, just before that?”',
        otherwise:
          'Take a statement where they say something else than you expected, and ask: “What happens, just before that?”',
        any: 'Take a statement that surprises you, and ask: “What happens, just before that?”',
      },
      all: [
        'Tell those who answered what you read here, and thank them, before anything else.',
        'Do not look for who said what. Ask what would have to be different.',
      ],
    },
    print: 'Print this page',
    view: (which: number, taken: string, amount: number) =>
      `Result ${number.format(which)}, ${date(taken)}, ${people(amount)}`,
    views: 'Which result to show',
    failed: 'The result could not be worked out. Nothing is lost: what was collected is kept.',
    working: 'Working it out …',
    from28: (day: string) =>
      `Another check for the same leader can be shown from ${date(day)}; a quarter is better, since statements ask about three months.`,
  },
  compare: {
    title: 'Then and now',
    lead: (then: string, now: string) =>
      `${date(then)} and ${date(now)}: two groups that may or may not be the same people. “Moved” is said only where the interval of the difference leaves out zero.`,
    concept: (name: string, own: readonly [string, string], group: readonly [string, string]) =>
      `${name}. You: ${own[0]}, now ${own[1]}. They: ${group[0]}, now ${group[1]}.`,
    moved: (by: Change) => `Moved by ${inPoints(by)}.`,
    open: (by: Change) => `Whether it moved cannot be told: ${inPoints(by)}.`,
    guessed: (guess: readonly [string, string], group: readonly [string, string]) =>
      `You expected: ${guess[0]}, now ${guess[1]}; they, of the same statements: ${group[0]}, now ${group[1]}.`,
    notGuessed: 'What you expected is not about the same statements both times.',
    nothing: 'Nothing can be said of a change.',
    none: 'no score',
  },
}

export type CheckTexts = typeof checkTexts
