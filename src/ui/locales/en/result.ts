import type { QualityNote } from '../../../core/findings/conditions/quality.ts'
import type { Vantage } from '../../../core/questionnaire/vantages.ts'
import type { ScoreWords } from '../../../core/scoring/describe-score.ts'
import { listClauses, listNames } from './name-lists.ts'
import { pathTexts } from './path.ts'
import { date, either, list, number, shortDate } from './written.ts'

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** A small number as a word, for running text. */
function inWords(value: number, starts = false): string {
  const word = WORDS[value] ?? number.format(value)
  return starts ? word.charAt(0).toUpperCase() + word.slice(1) : word
}

const whereFrom: Record<Vantage, string> = {
  senior: 'in senior leadership',
  middle: 'in the middle',
  close: 'close to the work',
}

/** How many places there are to ask. */
const EVERYWHERE = 3

const places: Record<Vantage, string> = {
  senior: 'senior leadership',
  middle: 'the middle',
  close: 'close to the work',
}

/** The interface's own texts in the result, in English. */
export const resultTexts = {
  colon: ':',
  semicolon: ';',
  quote: (text: string) => `“${text}”`,
  number: (value: number) => number.format(value),
  date,
  shortDate,
  /** The first letter small, but for the word I. */
  lowerFirst: (text: string) => (/^I\b/.test(text) ? text : text.charAt(0).toLocaleLowerCase('en') + text.slice(1)),

  over: 'Your result',
  about: 'Answering about',
  priority: { title: 'With a priority in mind', print: 'Print my priority, too' },
  seenFrom: (vantage: Vantage) => `seen from ${places[vantage]}`,
  scores: (parts: readonly string[]) => `Out of 100: ${listNames(parts)}.`,
  basis: (answered: number, items: number, cantTell: number, skipped: number, lens: number, lensItems: number) => {
    const rest = [
      ...(cantTell > 0 ? [`could not see ${number.format(cantTell)}`] : []),
      ...(skipped > 0 ? [`left ${number.format(skipped)} open`] : []),
    ]
    const missing = rest.length > 0 ? `; you ${list.format(rest)}` : ''
    const causes = lensItems > 0 ? ` and ${number.format(lens)} of ${number.format(lensItems)} about causes` : ''
    return `This rests on your answers to ${number.format(answered)} of ${number.format(items)} statements about the organisation${causes}${missing}. It is one view, compared with no one else’s.`
  },
  /** A list of what is seen where conditions govern the work, after a colon. */
  clauses: listClauses,
  brief: {
    /** How many words the first screen has at most, all that is read on it. */
    words: 110,
    /** Conditions to begin with, of so many that stand level. */
    places: (found: readonly string[], level: number) =>
      level === 1
        ? `One place to begin: ${found[0]}.`
        : level === found.length
          ? `${inWords(level, true)} places to begin: ${listClauses(found)}.`
          : `${inWords(found.length, true)} of ${inWords(level)} places to begin: ${listClauses(found)}.`,
    certainty: (sure: string, notSure: string) => `${sure} ${notSure}`,
    sure: {
      clear: 'Sure: the difference exceeds chance.',
      /** The same, although opposites were both affirmed. */
      clearOfHabit: 'Sure: more than chance or a habit of agreeing.',
      contradiction: 'Sure: you answered both; no score leads.',
      visibility: 'Sure: you could not see it; no score leads.',
      condition: 'Sure: reported above “sometimes”; no score leads.',
    },
    notSure: {
      senior: 'Not sure: from the top, hidden looks quiet.',
      middle: 'Not sure: what others above and below see.',
      close: 'Not sure: how much of it leaders see.',
      'not-said': 'Not sure: what others would say.',
    },
    /** In the place of both, where there are signs of haste or of uniform answers; "How this was scored" says more. */
    haste: {
      flagged: 'Read with care: hurried or uniform answering.',
      fast: 'Read with care: under two seconds a statement.',
      'same-answer': 'Read with care: one answer many times in a row.',
      flat: 'Score differences say little: answers hardly vary.',
    } satisfies Record<Exclude<QualityNote, 'opposites'>, string>,
    ask: 'Ask this week',
    examine: 'Examine',
    /** Of so many that stand level; once one is chosen, the question alone. */
    chooseOf: (level: number) => `${inWords(level, true)} equals. Which can you change?`,
    choose: 'Which can you change?',
    read: 'Read',
  },
  /** A result that can be sent on: it depends on no single answer. */
  summary: {
    says: {
      ahead: 'stands out',
      reported: 'reported',
      behind: 'reported less',
      little: 'little reported',
      level: 'level with the others',
      open: 'stays open',
      unseen: 'much out of sight',
    },
    picture: (parts: readonly string[]) => `${parts.join('; ')}.`,
    top: 'The top',
    work: 'The work',
    note: 'How one person sees the organisation; a “you” in the first line is that person. No answer to any one statement can be read or worked out from this, and the question is the same for everybody with this first line.',
    /** On paper: room to write. */
    write: ['Whom I will ask', 'What I bring', 'What answer would prove this wrong', 'When I look again'],
    take: 'The diagnostic, without any answers in it:',
  },
  full: { title: 'Full reading', contents: 'Contents' },
  readFirst: 'Read first',

  path: {
    ...pathTexts,
    /** A concept in words: how many of its statements are reported. */
    summary: (reported: number, items: number, drawn: string) =>
      `${number.format(reported)} of ${number.format(items)} ${drawn}`,
    pass: (amount: number, seen: number, blind: number, open: number) =>
      open > 0
        ? `${number.format(amount)} of the ${number.format(seen)} answered pass, as you see it`
        : blind > 0
          ? `${number.format(amount)} of the ${number.format(seen)} you can see pass`
          : `${number.format(amount)} of ${number.format(seen)} pass, as you see it`,
    unseen: (amount: number) => `${number.format(amount)} you can’t see`,
    caption: 'A drawing of your answers: one stripe is one statement.',
    counted: (from: string, turned: string) =>
      `What you answered “${from}” or more leaves its stream, or “${turned}” or less where the statement is worded the other way. The rest of what you answered passes, the thinner the more you report it.`,
    keptCaption: 'With bars across: it passes, and is worth keeping.',
    unseenCaption: 'Hatched: you can’t see it from where you sit.',
    skippedCaption: 'A dot: left without an answer.',
    fromTheTop: 'From the top, what passes and what never set out look the same.',
    label: (parts: readonly string[]) => `Drawing of your answers. ${parts.join('. ')}.`,
  },
  chart: {
    title: 'The three scores',
    caption: 'Each point is a score; the bar around it is its 80 % band. Where bands overlap, the order is open.',
    bar: (name: string, score: number | null, low: number, high: number) =>
      score === null
        ? `${name}: no score`
        : `${name}: ${number.format(score)} (${number.format(low)} to ${number.format(high)})`,
    nothing: 'No concept has enough answers for a score, so there is nothing to draw.',
    failed: 'The chart could not be loaded. Its figures are in the table.',
    table: 'The scores as a table',
    label: (parts: readonly string[]) => `Chart of the scores with their bands. ${parts.join('. ')}.`,
    concept: 'Concept',
    score: 'Score',
    band: '80 % band',
    answered: 'Answered',
    noScore: 'no score',
  },
  concepts: {
    title: 'The three readings',
    words: (words: ScoreWords, name: (option: string) => string) =>
      words.is === 'around'
        ? `Around “${name(words.option)}”`
        : `Between “${name(words.lower)}” and “${name(words.upper)}”`,
    figures: (score: number, low: number, high: number) =>
      `Score ${number.format(score)} of 100, band ${number.format(low)} to ${number.format(high)}.`,
    atEnd: (score: number) =>
      `Score ${number.format(score)} of 100, at the end of the scale, where a band says little.`,
    partial: 'Partial: fewer than four in five of its statements were answered.',
    bounds: (low: number, high: number) =>
      `Whatever the missing answers are, it lies between ${number.format(low)} and ${number.format(high)}.`,
    none: (answered: number, items: number) =>
      `No score: ${number.format(answered)} of ${number.format(items)} statements ${answered === 1 ? 'was' : 'were'} answered, and a score needs half of them and at least three.`,
    standing: (above: readonly string[], level: readonly string[]) =>
      [
        ...(above.length > 0 ? [`Clear above ${listNames(above)}.`] : []),
        ...(level.length > 0 ? [`Not to be ranked against ${listNames(level)}.`] : []),
      ].join(' '),
    drivers: 'What weighs most',
    driversKept: 'What protects most',
    turned: 'worded the other way',
    noDrivers: 'None of your answers points to it above “sometimes”.',
    nothingAnswered: 'You gave none of its statements an answer on the scale.',
    all: (items: number) => (items === 1 ? 'The one answer' : `All ${items} answers`),
    others: (items: number) => (items === 1 ? 'The other answer' : `The other ${inWords(items)} answers`),
    missed: 'What is easily missed',
    ask: 'Ask this week',
    /** Beside the title of a question: whom it is for. */
    askPeople: (vantages: readonly Vantage[]) =>
      vantages.length === EVERYWHERE ? 'at any level' : either.format(vantages.map((vantage) => whereFrom[vantage])),
    askAmongYourselves: 'among yourselves',
    askedOf: (whom: string) => `Ask this week, ${whom}`,
    read: 'Read',
    cantTell: 'can’t see',
    unanswered: 'unanswered',
  },
  paper: {
    footer: (given: string, code: string) => `${given} · ${code}`,
    more: (amount: number) =>
      amount === 1
        ? 'One more answer points the same way.'
        : `${number.format(amount)} more answers point the same way.`,
    alsoReported: (names: readonly string[]) => `Also reported: ${listNames(names)}.`,
    read: 'Canonical answers to read',
    method:
      'A score is the mean of the answers to a concept’s statements, as a share of the most that could be reported. The band covers chance in which statements were asked; it cannot say whether the view is right. One person’s view, compared with no other organisation.',
    scored: 'How this was scored',
    code: (page: string) => `This code opens the result again at ${page}:`,
    readable: 'Whoever has it can read every answer in it.',
  },
  newTab: '(opens in a new tab)',
  sameTab: '',
  lens: {
    title: 'Your explanation beside your answers',
    line: (amount: number) =>
      amount === 0
        ? 'How you explain what you report.'
        : `${inWords(amount, true)} of your explanations ${amount === 1 ? 'stands' : 'stand'} against what you report.`,
    about: (items: number) =>
      `${inWords(items, true)} ${items === 1 ? 'statement' : 'statements'}, outside the scores: does it show what you report, or hide it?`,
    none: 'The explanations you agree with are not clearly at odds with what you report.',
    untested:
      'These answers cannot test your explanations: from senior leadership, what would speak against them may never have arrived. People in the middle and close to the work could say.',
    open: 'Whether what you hold fits what happens stays open: some of the statements it would show in have no answer.',
    tendency:
      'Whether what you hold fits what happens stays open: allowing for a tendency to choose higher or lower answers, what would speak against it is no longer clear.',
    doubts: {
      'opposites-affirmed':
        'You also agreed with statements that say the opposite of each other. What follows may come from agreeing in general.',
      'tendency-unknown':
        'Too few opposite statements were asked or answered to allow for agreeing in general. Read what follows with that in mind.',
    },
    all: (items: number) => `Your ${inWords(items)} explanations`,
    above: (amount: number) =>
      amount === 1 ? 'And one answer named above.' : `And ${inWords(amount)} answers named above.`,
    others: (items: number) => (items === 1 ? 'The other explanation' : `The other ${inWords(items)} explanations`),
  },
  unseen: {
    title: 'What you could not see',
    line: (unseen: number, items: number) =>
      unseen === 0 ? 'None of the statements.' : `${number.format(unseen)} of ${number.format(items)} statements.`,
    some: (unseen: number, items: number) =>
      `You chose “can’t see” for ${number.format(unseen)} of ${number.format(items)} statements about the organisation.`,
    means: 'That is an answer in itself: it shows what does not reach your position.',
    from: (vantages: readonly Vantage[]) =>
      `Ask people ${either.format(vantages.map((vantage) => whereFrom[vantage]))}`,
    skipped: (amount: number) =>
      amount === 1
        ? 'One statement about the organisation was left open. It counts neither way.'
        : `${number.format(amount)} statements about the organisation were left open. They count neither way.`,
  },
  examine: {
    title: 'What to examine next',
    /** The first to examine, of so many that stand level. */
    line: (names: readonly string[], level: number) =>
      level === 1
        ? `First: ${names[0]}.`
        : level === names.length
          ? `First, one of these: ${listNames(names)}.`
          : `First, one of ${inWords(level)}, among them ${listNames(names)}.`,
    intro: (isOfLead: boolean) =>
      `${isOfLead ? 'What the first line speaks of comes first. ' : ''}Those under the same heading were reported equally often.`,
    none: {
      'none-reported': 'Your answers point to none of the conditions above “sometimes”.',
      'little-answered': 'Fewer than half of the statements were answered, so no condition is picked out.',
      'too-alike': 'Your answers are too alike to pick out a condition.',
    },
    askInstead: (vantages: readonly Vantage[]) =>
      `Ask instead: people ${either.format(vantages.map((vantage) => whereFrom[vantage]))} can see more of them.`,
    rank: (index: number, amount: number) =>
      index === 0 && amount > 1 ? 'First, one of these' : (['First', 'Next'][index] ?? 'Then'),
    /** Heads those that the first do not stand above. */
    alike: 'Level with these',
    unseen: (names: readonly string[]) =>
      `Not judged, because you could not see it or left it open: ${listNames(names)}.`,
  },
  /** Guesses of what people close to the work answer, beside one's own answers. */
  others: {
    title: 'What you expect others to see',
    /** Another answer to so many statements, of all that were guessed at. */
    line: (apart: number, alike: number, guessed: number) =>
      apart > 0
        ? `You expect other answers to ${inWords(apart)} of ${inWords(guessed)}. Only they can tell.`
        : alike > 0
          ? 'You expect the same answers. Only they can tell.'
          : 'Only they can tell.',
    /** On so many statements more than one reports, and on so many less. */
    lead: (more: number, less: number) =>
      more > 0 && less > 0
        ? `You expect more to be reported than you report on ${inWords(more)}, and less on ${inWords(less)}.`
        : `You expect ${more > 0 ? 'more' : 'less'} to be reported than you report${more + less > 1 ? ', each time' : ''}.`,
    /** An own answer beside what others are expected to answer; without one, that alone. */
    pair: (own: string, guess: string) => `you “${own}”, they “${guess}”`,
    both: (answer: string) => `you and they “${answer}”`,
    they: (guess: string) => `no answer of yours, they “${guess}”`,
    unknown: 'you don’t know',
    ask: 'Ask one of them for an answer before you give yours.',
    guess: 'Guess what people close to the work would answer',
    change: 'Change your guesses',
    check: 'Check it with people close to the work',
  },
  deeper: {
    title: 'Look closer',
    line: (names: readonly string[]) =>
      names.length === 1
        ? `${names[0]} has a questionnaire of its own.`
        : `${listNames(names)} have a questionnaire each.`,
    choose: 'Begin with the one you can do most about.',
    size: (items: number) => `${number.format(items)} ${items === 1 ? 'statement' : 'statements'}.`,
  },
  method: {
    title: 'How this was scored, and what happens to your answers',
    line: 'What a score is, what its band covers, and where your answers are.',
    careful: 'How the answers were given',
    paragraphs: (concepts: number, items: number, lens: number, hasOpposites: boolean) => [
      `Each of the ${inWords(concepts)} concepts has ${inWords(items)} statements. A score is the mean of those you answered, as a share of the most that could be reported${hasOpposites ? '; statements worded the other way are turned round first' : ''}. “Can’t see” carries no number and is never counted as low. A score is formed from half of the statements and at least three.`,
      `The band around a score shows how far it could move with other statements on the same subject, four times in five. It covers chance in which statements were asked; it cannot say whether your view is right. One concept is said to stand out only if its band lies clear of the others${hasOpposites ? ', and still does after allowing for a general tendency to choose higher or lower answers' : ''}.`,
      `Nothing here is compared with other organisations or other leaders; there is no such comparison behind it.${lens > 0 ? ` The last ${inWords(lens)} statements come after the others, which may influence how they are answered, and count towards no score.` : ''}`,
    ],
    kept: 'Your answers are kept in this browser, on this device, and are sent nowhere. On a shared computer, delete everything before you leave: under “Results on this device”.',
    notKept:
      'Your answers are only in this tab: this device does not keep them, and they are sent nowhere. They are gone when the tab is closed.',
    version: (title: string, version: string) => `${title}, version ${version}.`,
    source: 'Built on the answer',
  },
}

export type ResultTexts = typeof resultTexts
